//! `key vouch` and `key disown`: a unit's word for what was signed with its key in wrong hands.

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::text;
use crate::ops::{self, SettleRequest};

pub(super) fn run(matches: &ArgMatches, session: &Session, is_own: bool) -> anyhow::Result<Reply> {
    let commits = text(matches, "commits").unwrap_or_default();
    let request = SettleRequest { commits, is_own, unit: named_unit(matches), dry_run: matches.get_flag("dry-run") };
    let filing = ops::settle(&session.open_register()?, &request)?;
    Ok(filing_reply(&filing, matches, session.options))
}
