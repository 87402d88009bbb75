//! `history`: what became of a record: who, when, which key, in words.

use clap::ArgMatches;

use super::wants_json;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, HistoryRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "history",
    zh: "历史",
    about: Text::fixed("一份记录的来龙去脉：谁、何时、改了哪一项", "What became of a record: who, when, which key"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed("哪份记录", "which record");
    command.arg(args::record(record, lang).required(true)).arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = HistoryRequest { record: args::record_typed(matches) };
    let history = ops::history(&session.register()?, &request, &session.environment())?;
    Ok(Reply::ok(if wants_json(matches) { json::json(&history) } else { render::history(&history, session.options.lang) }))
}
