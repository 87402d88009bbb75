//! `rules`: every rule, one a line.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::ops;
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command =
    Command { name: "rules", zh: "规则", about: Text::fixed("列出全部规则", "List every rule"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    command.arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let rules = ops::rules(session.source(matches)?, &session.environment())?;
    Ok(Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&rules),
        _ => render::rules(&rules, session.options),
    }))
}
