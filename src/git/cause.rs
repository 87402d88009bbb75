//! Why the installed git could not reach another repository, by its words in the C locale and its porcelain lines.

use super::program::Done;
use super::refused::Refused;
use super::unreached::Unreached;
use crate::text::clean_lines;

/// The cause of a failure.
pub(super) fn because(done: &Done) -> Unreached {
    let out = String::from_utf8_lossy(&done.out).into_owned();
    let rejected = out.lines().filter(|line| line.starts_with('!')).collect::<Vec<_>>().join("\n");
    let says = |words: &[&str]| words.iter().any(|word| done.err.contains(word) || rejected.contains(word));
    if let Some(lock) = done.err.lines().find(|line| line.contains(".lock': File exists")) {
        return Unreached::Locked(clean_lines(lock.trim_start_matches("remote:").trim()).into_owned());
    }
    if says(&[
        "(fetch first)",
        "(non-fast-forward)",
        "cannot lock ref",
        "failed to update ref",
        "(stale info)",
        "incorrect old value",
    ]) {
        return Unreached::Overtaken;
    }
    let said = told(&done.err);
    let is_out_of_memory = |line: &str| !line.starts_with("remote:") && line.to_lowercase().contains("out of memory");
    if done.err.lines().any(is_out_of_memory) {
        return Refused::Swells.into();
    }
    if says(&["pack exceeds maximum allowed size", "HTTP 413", "error: 413"]) {
        return Unreached::TooLarge(said);
    }
    if rejected.contains("[remote rejected]") || rejected.contains("declined") {
        let relayed = relayed(&done.err);
        return Unreached::Declined(if relayed.is_empty() { told(&rejected) } else { relayed });
    }
    if says(&[
        "Authentication failed",
        "could not read Username",
        "could not read Password",
        "Permission denied",
        "HTTP 401",
        "HTTP 403",
        "error: 401",
        "error: 403",
    ]) {
        return Unreached::Login(said);
    }
    if says(&[
        "Could not resolve host",
        "unable to look up",
        "Connection refused",
        "Connection timed out",
        "Failed to connect",
        "unable to connect",
        "Network is unreachable",
        "No route to host",
        "Couldn't connect",
        "Could not connect",
        "Operation too slow",
    ]) {
        return Unreached::Silent(said);
    }
    if says(&[
        "does not appear to be a git repository",
        "not found",
        "does not exist",
        "access denied or repository not exported",
        "' not allowed",
    ]) {
        return Unreached::Wrong(said);
    }
    Unreached::Failed(said)
}

/// What the other side had to say.
fn relayed(err: &str) -> String {
    let lines = err.lines().filter_map(|line| line.strip_prefix("remote:")).map(str::trim).filter(|line| !line.is_empty());
    clean_lines(&lines.collect::<Vec<_>>().join("\n")).into_owned()
}

/// git's last words, without its advice.
pub(super) fn told(err: &str) -> String {
    let lines: Vec<&str> = err.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("hint:")).collect();
    let last = lines[lines.len().saturating_sub(4)..].join("\n");
    clean_lines(&last).into_owned()
}
