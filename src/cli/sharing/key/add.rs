//! `key add`: a request is admitted.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::{roles, text};
use crate::git::read_named_file;
use crate::model::limits::RECORD_BYTES;
use crate::ops::{self, AdmitRequest, GivenText};
use crate::text::clean;
use crate::tr;

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::admit_key(&session.open_register()?, &request(matches)?)?;
    Ok(filing_reply(&outcome, matches, session.options))
}

fn request(matches: &ArgMatches) -> anyhow::Result<AdmitRequest> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let name = file.to_string_lossy().into_owned();
    let text_of_file = read_named_file(&file, RECORD_BYTES);
    let request = match text_of_file {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let shown = clean(&name);
            return Err(
                tr!("没有文件 {shown}；请核对加入申请放在哪里"; "there is no file {shown}; check where the request lies").into(),
            );
        }
        // What cannot be read as text is no request, which is said where it is read.
        read => GivenText { name, text: read.unwrap_or_else(|_| "?".to_owned()) },
    };
    let unit = named_unit(matches);
    let roles = roles(matches)?;
    Ok(AdmitRequest { request, roles, since: text(matches, "since"), unit, dry_run: matches.get_flag("dry-run") })
}
