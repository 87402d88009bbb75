//! A command that is timed, and the memory that it held.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a command takes, and the most memory it held, where the system tells.
pub(crate) fn measure(command: &mut Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("a program");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        if let Ok(text) = std::fs::read_to_string(&status) {
            let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            most = most.max(peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0));
        }
        if let Some(status) = child.try_wait().expect("a child") {
            // Something was found, says 1: that is an answer as well.
            assert!(matches!(status.code(), Some(0 | 1)), "{command:?}");
            return (start.elapsed(), most / 1024);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
