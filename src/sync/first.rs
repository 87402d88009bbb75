//! A register that is fetched for the first time.

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
    let commit = Remote::from_config(programs, folder, &branch)?.fetch()?.ok_or(Stopped::NoRegister)?;
    let open = || History::open(folder);
    let history = open()?;
    let mechanism = RecordPath::Single(Kind::Mechanism).file();
    if history.entry(commit, &mechanism)?.is_none() {
        let is_below = history.entry(commit, &format!("{BELOW}/{mechanism}"))?.is_some();
        let below = || Stopped::BelowTop { address: address.to_owned(), folder: BELOW };
        return Err(if is_below { below() } else { Stopped::NoRegister });
    }
    let mut verdict = Verifier::new(&open)?.by_clock(now).briefly().verify(commit, None)?;
    if !verdict.is_on {
        verdict.breaches.retain(|breach| breach.fault.is_of_shape());
    }
    if !verdict.breaches.is_empty() {
        return Err(Stopped::Theirs(verdict));
    }
    git::fill_clone(folder, &branch, commit)?;
    if let Some(root) = verdict.root {
        trust::mark_root(&history, root)?;
    }
    trust::mark_verified(&history, commit)?;
    Ok(verdict)
}
