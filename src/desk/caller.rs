//! Who calls: so many at once, each of whom says within a short time what is wanted, and takes what is answered. One who says nothing, or a
//! letter a minute, holds up nobody.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep, sleep_until};

/// How many are heard at once.
const AT_ONCE: usize = 64;
/// How long a head may take.
const HEAD: Duration = Duration::from_secs(10);
/// How long a caller may take none of what is answered.
const TAKING: Duration = Duration::from_secs(30);

/// Where the desk is called.
pub(super) struct Loopback {
    listener: TcpListener,
    room: Arc<Semaphore>,
}

impl Loopback {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self { listener, room: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Listener for Loopback {
    type Io = Caller;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Caller, SocketAddr) {
        loop {
            let place = Arc::clone(&self.room).acquire_owned().await;
            if let (Ok((stream, address)), Ok(place)) = (self.listener.accept().await, place) {
                return (Caller::new(stream, place), address);
            }
            // Such as when the process has no files left.
            sleep(Duration::from_millis(200)).await;
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Whether a caller's head has come.
#[derive(Clone, Default)]
pub(super) struct Heard(Arc<AtomicBool>);

impl Heard {
    pub(super) fn mark(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Connected<IncomingStream<'_, Loopback>> for Heard {
    fn connect_info(stream: IncomingStream<'_, Loopback>) -> Self {
        stream.io().heard.clone()
    }
}

/// One who calls.
pub(super) struct Caller {
    stream: TcpStream,
    heard: Heard,
    until: Pin<Box<Sleep>>,
    is_answered: bool,
    _place: OwnedSemaphorePermit,
}

impl Caller {
    fn new(stream: TcpStream, place: OwnedSemaphorePermit) -> Self {
        let until = Box::pin(sleep_until(Instant::now() + HEAD));
        Self { stream, heard: Heard::default(), until, is_answered: false, _place: place }
    }

    fn is_late(&mut self, cx: &mut Context<'_>) -> bool {
        self.until.as_mut().poll(cx).is_ready()
    }

    fn is_heard(&self) -> bool {
        self.heard.0.load(Ordering::Relaxed)
    }
}

impl AsyncRead for Caller {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if !self.is_heard() && self.is_late(cx) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Caller {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let write = Pin::new(&mut self.stream).poll_write(cx, bytes);
        // Between the head and the first of the answer nobody is waited for.
        if write.is_ready() || !std::mem::replace(&mut self.is_answered, true) {
            self.until.as_mut().reset(Instant::now() + TAKING);
        }
        if write.is_pending() && self.is_late(cx) { Poll::Ready(Err(io::ErrorKind::TimedOut.into())) } else { write }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
