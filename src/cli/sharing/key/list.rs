//! `key list`: every key that was admitted.

use clap::ArgMatches;

use crate::cli::Reply;
use crate::cli::session::Session;
use crate::cli::sharing::wants_json;
use crate::ops;
use crate::render::{self, json};

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let keys = ops::keys(&session.register()?, &session.environment())?;
    Ok(Reply::ok(if wants_json(matches) { json::json(&keys) } else { render::keys(&keys, session.options) }))
}
