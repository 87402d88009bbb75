//! A register that is fetched by somebody who has nothing to send: for the first time, or again and again to be read.

use chrono::{DateTime, FixedOffset};

use super::exchange::Stopped;
use crate::git::{self, History, Programs, RegisterFolder, Remote};
use crate::model::{Kind, RecordPath};
use crate::trust::{self, Verdict, Verifier};

/// Where a register lies in a repository that holds something else as well.
const BELOW: &str = "data";

/// Fetches into an empty folder, verifies, and only then writes the files.
///
/// # Errors
/// Why not; the folder may hold a repository without files then.
pub fn fetch_first(
    programs: &Programs,
    address: &str,
    folder: &RegisterFolder,
    now: DateTime<FixedOffset>,
) -> Result<Verdict, Stopped> {
    let branch = git::head_of(programs, folder, address)?.ok_or(Stopped::NoRegister)?;
    git::begin_clone(folder, &branch, address)?;
    let verdict = fetch(programs, (address, &branch), folder, now)?;
    git::fill_clone(folder, &branch, verdict.tip)?;
    Ok(verdict)
}

/// Fetches what a register has now into a folder of its own, and verifies what is new; no file of it is written.
///
/// # Errors
/// Why not; what was fetched before stands.
pub fn follow(
    programs: &Programs,
    address: &str,
    folder: &RegisterFolder,
    now: DateTime<FixedOffset>,
) -> Result<Verdict, Stopped> {
    let branch = git::head_of(programs, folder, address)?.ok_or(Stopped::NoRegister)?;
    if History::open(folder).is_err() {
        git::begin_clone(folder, &branch, address)?;
    }
    fetch(programs, (address, &branch), folder, now)
}

/// Fetches a branch and verifies what this clone has not verified yet.
fn fetch(
    programs: &Programs,
    (address, branch): (&str, &str),
    folder: &RegisterFolder,
    now: DateTime<FixedOffset>,
) -> Result<Verdict, Stopped> {
    let commit = Remote::from_config(programs, folder, branch)?.fetch()?.ok_or(Stopped::NoRegister)?;
    let open = || History::open(folder);
    let history = open()?;
    let mechanism = RecordPath::Single(Kind::Mechanism).file();
    if history.entry(commit, &mechanism)?.is_none() {
        let is_below = history.entry(commit, &format!("{BELOW}/{mechanism}"))?.is_some();
        let below = || Stopped::BelowTop { address: address.to_owned(), folder: BELOW };
        return Err(if is_below { below() } else { Stopped::NoRegister });
    }
    let since = trust::verified(&history)?;
    let mut verdict = Verifier::new(&open)?.by_clock(now).briefly().verify(commit, since)?;
    if !verdict.is_on {
        verdict.breaches.retain(|breach| breach.fault.is_of_shape());
    }
    if !verdict.breaches.is_empty() {
        return Err(Stopped::Theirs(verdict));
    }
    if let Some(root) = verdict.root {
        trust::mark_root(&history, root)?;
    }
    trust::mark_verified(&history, commit)?;
    Ok(verdict)
}
