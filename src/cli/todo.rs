//! `todo`: what waits; also what the program says when it is called by its name alone in a register.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::ops::{self, TodoRequest};
use crate::render::{self, json};
use crate::store::Source;
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "todo",
    zh: "待办",
    about: Text::fixed(
        "本单位该办的事，最急的在前，附办理或查看的命令",
        "What waits for this unit, the most pressing first, with a command for each",
    ),
    args,
    run,
};

/// How it is shown.
enum TodoFormat {
    Json,
    Text { full: bool },
}

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = Text::fixed("哪个单位的；默认为本机加入的单位", "of which unit; by default that of this clone");
    let all = Text::fixed("所有单位的", "of all units");
    let full = Text::fixed("全部列出，不只每类前几项", "all of it, not only the first of each group");
    command
        .arg(args::unit(unit, lang))
        .arg(args::switch("all", all, lang).conflicts_with("unit"))
        .arg(args::switch("full", full, lang))
        .arg(args::as_of(lang))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let all = matches.get_flag("all");
    let unit = args::unit_typed(matches);
    let shown = match args::format_typed(matches) {
        "json" => TodoFormat::Json,
        _ => TodoFormat::Text { full: matches.get_flag("full") },
    };
    answer(&TodoRequest { unit, all, as_of: args::as_of_typed(matches) }, &shown, session)
}

/// What waits for the unit of this computer.
pub(super) fn alone(session: &Session) -> anyhow::Result<Reply> {
    answer(&TodoRequest::default(), &TodoFormat::Text { full: false }, session)
}

fn answer(request: &TodoRequest, shown: &TodoFormat, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::todo(Source::Folder(session.register()?), request, &session.environment())?;
    let mut reply = Reply::ok(match shown {
        TodoFormat::Json => json::json(&outcome),
        TodoFormat::Text { full } => render::todo(&outcome, *full, session.options),
    });
    output::tell_unread(&outcome.unread, &mut reply, session.options);
    Ok(reply)
}
