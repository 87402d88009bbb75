//! Files and processes of Unix.

#![expect(clippy::unnecessary_wraps, reason = "other systems have none of it")]

use std::fs::{DirBuilder, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::FileStat;

/// Lets a script be started.
pub(crate) fn make_executable(file: &Path) -> io::Result<()> {
    std::fs::set_permissions(file, Permissions::from_mode(0o755))
}

/// Makes a folder, and those above it, that nobody else may look into.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A file to come that only its owner may read.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// What a file permits that people take away: as any new file, for the user's own mask says who else may read it.
pub(crate) fn taken_away() -> Option<Permissions> {
    Some(Permissions::from_mode(0o666))
}

/// What a file permits that never changes.
pub(crate) fn unchanging() -> Option<Permissions> {
    Some(Permissions::from_mode(0o444))
}

/// Whether others may do any of that with a file.
pub(crate) fn is_open(found: &Metadata, bits: u32) -> bool {
    found.mode() & bits != 0
}

/// How many names a file has.
pub(crate) fn names(found: &Metadata) -> u64 {
    found.nlink()
}

/// Which folder it is, whatever it is called. Not the device: a disk may get another number with each start of the computer.
pub(crate) fn folder_id(folder: &Path) -> String {
    std::fs::metadata(folder).map_or_else(|_| String::new(), |found| found.ino().to_string())
}

/// Waits for a key, for so long, and says whether somebody is still there to press one: a terminal that was closed is read without end.
pub(crate) fn has_keyboard(within: Duration) -> io::Result<bool> {
    let (stdin, within) = (io::stdin(), Timespec::try_from(within).ok());
    let mut seen = [PollFd::new(&stdin, PollFlags::IN)];
    match poll(&mut seen, within.as_ref()) {
        // A signal, such as that the window has another size.
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(!seen[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL))
}

/// How many bytes are free on the disk of a folder for this user.
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}

/// Whether this user may write into a folder; none where that is not told.
pub(crate) fn may_write_into(folder: &Path) -> Option<bool> {
    use rustix::fs::Access;
    Some(rustix::fs::access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok())
}

/// What the system says of a file.
pub(crate) fn stat(found: &Metadata) -> Option<FileStat> {
    Some(FileStat {
        changed: (found.ctime(), found.ctime_nsec()),
        modified: (found.mtime(), found.mtime_nsec()),
        device: found.dev(),
        inode: found.ino(),
        user: found.uid(),
        group: found.gid(),
    })
}

/// Lets a program to come, and all that it starts, be a group of their own.
pub(crate) fn lead_group(command: &mut Command) {
    command.process_group(0);
}

/// Bounds the bytes that a program, and all that it starts from now on, fills with data: files that it only looks into do not count. Linux
/// alone bounds a program that runs.
pub(crate) fn bound_memory(child: &Child, bytes: u64) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};
        // A limit that is lower already stays; what may be lifted again does as well, see [`lift_memory_bound`].
        let known = getrlimit(Resource::Data);
        let limit = Rlimit { current: Some(known.current.map_or(bytes, |limit| limit.min(bytes))), maximum: known.maximum };
        // A program that has ended already needs none.
        let _ = prlimit(Some(Pid::from_child(child)), Resource::Data, limit);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (child, bytes);
}

/// Takes back from this program the bound that git was given: the gate of a shared folder on the same machine is started by git, and judges
/// a register of any size.
pub(crate) fn lift_memory_bound() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let maximum = getrlimit(Resource::Data).maximum;
        let _ = setrlimit(Resource::Data, Rlimit { current: maximum, maximum });
    }
}

/// Ends a program, with its group where it leads one.
pub(crate) fn end(child: &mut Child) {
    let _ = rustix::process::kill_process_group(rustix::process::Pid::from_child(child), rustix::process::Signal::KILL);
    let _ = child.kill();
}

/// Waits until somebody ends the program from outside: by Ctrl-C, by closing the terminal, by asking it to end.
#[cfg(feature = "desk")]
pub(crate) async fn interrupted() {
    use std::task::Poll;

    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::interrupt(), SignalKind::hangup(), SignalKind::terminate()];
    let mut signals: Vec<_> = kinds.into_iter().filter_map(|kind| signal(kind).ok()).collect();
    if signals.is_empty() {
        // Nobody can be heard: the system ends it.
        std::future::pending::<()>().await;
    }
    std::future::poll_fn(|cx| {
        if signals.iter_mut().any(|signal| signal.poll_recv(cx).is_ready()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}
