//! `key retire`: a key signs nothing any more.

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::text;
use crate::ops::{self, RetireRequest};
use crate::render;

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::retire_key(&session.open_register()?, &request(matches))?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    if let Some(doubtful) = &outcome.doubtful {
        reply.out.extend(render::doubtful(doubtful, session.options.lang).into_bytes());
    }
    if let Some(put_back) = &outcome.put_back {
        reply.out.extend(render::put_back(put_back, session.options.lang).into_bytes());
    }
    Ok(reply)
}

fn request(matches: &ArgMatches) -> RetireRequest {
    RetireRequest {
        key: text(matches, "key").unwrap_or_default(),
        until: text(matches, "until"),
        last_good: text(matches, "last-good"),
        vouch: matches.get_many::<String>("vouch").into_iter().flatten().cloned().collect(),
        ask: matches.get_one("ask").cloned(),
        unit: named_unit(matches),
        dry_run: matches.get_flag("dry-run"),
    }
}
