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
pub(super) mod share;
pub(super) mod sync;
pub(super) mod trust;
pub(super) mod verify;
pub(super) mod whoami;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::{Reply, args};
use crate::git::read_named_file;
use crate::model::Role;
use crate::model::limits::RECORD_BYTES;
use crate::ops::values::unknown_word;
use crate::ops::{GivenText, SyncRejection};
use crate::render::{self, RenderOptions};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// Whether other programs read what is said.
fn wants_json(matches: &ArgMatches) -> bool {
    args::format_typed(matches) == "json"
}

/// What was given for an argument.
fn text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// Where a change of keys is written down that another person of the office has to consent to.
fn ask(lang: Lang) -> Arg {
    let help = Text::fixed(
        "须两人同意时：不登记，写成请求交另一个人同意（liandong trust consent）",
        "where it takes two: write a request to which another person consents (liandong trust consent) and file nothing",
    );
    args::option("ask", Text::fixed("文件", "FILE"), help, lang).value_parser(clap::value_parser!(PathBuf))
}

/// The request that is named, and what stands in it.
fn request_text(matches: &ArgMatches) -> Result<(PathBuf, GivenText), Text> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let text = text_of_request(&file)?;
    Ok((file, text))
}

/// What stands in a request.
fn text_of_request(file: &Path) -> Result<GivenText, Text> {
    let name = file.to_string_lossy().into_owned();
    match read_named_file(file, RECORD_BYTES) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let shown = clean(&name);
            Err(tr!("没有文件 {shown}；请核对请求放在哪里"; "there is no file {shown}; check where the request lies"))
        }
        // What cannot be read as text is no request, which is said where it is read.
        read => Ok(GivenText { name, text: read.unwrap_or_else(|_| "?".to_owned()) }),
    }
}

/// What a key is to sign.
fn roles(matches: &ArgMatches) -> Result<Vec<Role>, Text> {
    let role = |role: &String| role.parse().map_err(|_| unknown_word(Role::WORDS, role));
    matches.get_many::<String>("role").into_iter().flatten().map(role).collect()
}

/// Where a register is shared.
fn address(matches: &ArgMatches) -> anyhow::Result<Option<String>> {
    matches.get_one::<String>("address").map(|given| placed(given)).transpose()
}

/// An address as git takes it from wherever it runs: a folder, be it there or not, from the top.
fn placed(given: &str) -> anyhow::Result<String> {
    // What no shell has expanded, as in quotes, is the home folder all the same.
    let at_home = given.strip_prefix("~/").and_then(|rest| Some(std::env::home_dir()?.join(rest).to_string_lossy().into_owned()));
    let given = at_home.as_deref().unwrap_or(given);
    let mut start = given.chars();
    let names_drive = start.next().is_some_and(|c| c.is_ascii_alphabetic())
        && start.next() == Some(':')
        && start.next().is_none_or(|c| matches!(c, '/' | '\\'));
    if names_drive && !Path::new(given).is_absolute() {
        let shown = clean(given).into_owned();
        return Err(tr!(
            "“{shown}”是 Windows 盘符的写法，这台计算机上没有；请写共享盘在这里的文件夹，如 /共享盘/台账.git";
            "\"{shown}\" names a drive of Windows, and this computer has none; give the folder of the shared drive here, such as /shared/register.git"
        )
        .into());
    }
    let names_host = given.split_once(':').is_some_and(|(host, _)| host.len() > 1 && !host.contains(['/', '\\']));
    if given.trim().is_empty() || given.contains("://") || (names_host && !Path::new(given).exists()) {
        return Ok(given.to_owned());
    }
    let whole = std::path::absolute(given)?;
    // The folder above has to be there; what cannot be looked at stays as it was typed.
    let real = whole.parent().zip(whole.file_name()).and_then(|(above, name)| Some(above.canonicalize().ok()?.join(name)));
    Ok(real.unwrap_or(whole).to_string_lossy().into_owned())
}

/// Something is not in order, and nothing was changed.
fn rejected(rejection: &SyncRejection, options: RenderOptions) -> Reply {
    Reply { err: render::rejection(rejection, options).into_bytes(), code: 1, ..Reply::default() }
}
