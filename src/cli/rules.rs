//! `rules`: every rule, one a line.

use clap::ArgMatches;

use super::session::{Session, today};
use super::{Command, Reply, app};
use crate::render::{self, json};
use crate::report;
use crate::store::TextPolicy;
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command =
    Command { name: "rules", zh: "规则", about: Text::fixed("列出全部规则", "List every rule"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    command.arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let ledger = session.read(matches, TextPolicy::Drop)?.take_ledger()?;
    let rules = report::rules(&ledger, today(&ledger.mechanism));
    Ok(Reply::ok(match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&rules),
        _ => render::rules(&rules, session.options),
    }))
}
