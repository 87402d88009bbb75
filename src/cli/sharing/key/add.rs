//! `key add`: requests are admitted, each in a filing of its own, for each fingerprint is compared by telephone.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::{roles, text, text_of_request};
use crate::ops::{self, AdmitRequest};
use crate::text::{Text, clean};
use crate::tr;

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let files = files(matches)?;
    if let [file] = &files[..] {
        return admit(file, matches, session);
    }
    if matches.contains_id("ask") {
        return Err(Text::fixed("--ask 一次只写一份申请", "--ask takes one request at a time").into());
    }
    let mut all = Reply::default();
    for file in &files {
        // What is wrong with one is no reason to leave the others.
        let reply = admit(file, matches, session).unwrap_or_else(|error| crate::cli::failure(&error, session.options));
        let shown = clean(&file.to_string_lossy()).into_owned();
        if reply.code == 0 {
            all.out.extend(reply.out);
            all.err.extend(reply.err);
        } else {
            all.err.extend(format!("{shown}\n").into_bytes().into_iter().chain(reply.err));
            all.code = reply.code;
        }
    }
    Ok(all)
}

fn admit(file: &Path, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = text_of_request(file)?;
    let (roles, since, ask) = (roles(matches)?, text(matches, "since"), matches.get_one("ask").cloned());
    let request = AdmitRequest { request, roles, since, ask, unit: named_unit(matches), dry_run: matches.get_flag("dry-run") };
    // What was admitted before decides the series of the next key.
    let outcome = ops::admit_key(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}

/// The files that are named, and those of folders that are: the requests that lie in them, in the order of their names.
fn files(matches: &ArgMatches) -> Result<Vec<PathBuf>, Text> {
    let mut files = Vec::new();
    for given in matches.get_many::<PathBuf>("file").into_iter().flatten() {
        if !given.is_dir() {
            files.push(given.clone());
            continue;
        }
        let entries = std::fs::read_dir(given).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut within: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
        if within.is_empty() {
            let shown = clean(&given.to_string_lossy()).into_owned();
            return Err(tr!(
                "文件夹 {shown} 里没有加入申请（.toml）；请核对申请放在哪里";
                "the folder {shown} holds no request (.toml); check where the requests lie"
            ));
        }
        within.sort();
        files.extend(within);
    }
    Ok(files)
}
