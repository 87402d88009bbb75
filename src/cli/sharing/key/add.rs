//! `key add`: a request is admitted.

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::{request_text, roles, text};
use crate::ops::{self, AdmitRequest};

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::admit_key(&session.open_register()?, &request(matches)?)?;
    Ok(filing_reply(&outcome, matches, session.options))
}

fn request(matches: &ArgMatches) -> anyhow::Result<AdmitRequest> {
    let (_, request) = request_text(matches)?;
    let (roles, since, ask) = (roles(matches)?, text(matches, "since"), matches.get_one("ask").cloned());
    Ok(AdmitRequest { request, roles, since, ask, unit: named_unit(matches), dry_run: matches.get_flag("dry-run") })
}
