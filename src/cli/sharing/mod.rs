//! Sharing a register: taking part, sending and taking, verifying, and what the shared repository lets in.

pub(super) mod clone;
pub(super) mod diff;
pub(super) mod history;
pub(super) mod hook;
pub(super) mod join;
pub(super) mod key;
pub(super) mod pack;
pub(super) mod receive;
pub(super) mod renumber;
pub(super) mod resolve;
pub(super) mod sync;
pub(super) mod trust;
pub(super) mod verify;
pub(super) mod whoami;

use std::path::Path;

use clap::ArgMatches;

use super::Reply;
use crate::model::Role;
use crate::ops::SyncRejection;
use crate::ops::values::unknown_word;
use crate::render::{self, RenderOptions};
use crate::text::Text;

/// Whether other programs read what is said.
fn wants_json(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|format| format == "json")
}

/// What was given for an argument.
fn text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// What a key is to sign.
fn roles(matches: &ArgMatches) -> Result<Vec<Role>, Text> {
    let role = |role: &String| role.parse().map_err(|_| unknown_word(Role::WORDS, role));
    matches.get_many::<String>("role").into_iter().flatten().map(role).collect()
}

/// Where a register is shared. Git would take a relative folder from where it runs.
fn address(matches: &ArgMatches) -> std::io::Result<Option<String>> {
    let Some(given) = matches.get_one::<String>("address") else { return Ok(None) };
    let local = Path::new(given);
    Ok(Some(if local.is_dir() { std::path::absolute(local)?.to_string_lossy().into_owned() } else { given.clone() }))
}

/// Something is not in order, and nothing was changed.
fn rejected(rejection: &SyncRejection, options: RenderOptions) -> Reply {
    Reply { err: render::rejection(rejection, options).into_bytes(), code: 1, ..Reply::default() }
}
