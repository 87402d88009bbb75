//! `show`: one record, with what points at it and what was found about it.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::model::Kind;
use crate::ops::{self, ShowOutcome, ShowRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text, clean_lines};

pub(super) static COMMAND: Command =
    Command { name: "show", zh: "查看", about: Text::fixed("查看一条记录", "Show a record"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help = Text::fixed(
        "记录，如 notices/2025/gongan/003、“通报 2025-公安-003”、发文字号或文件路径；也可写矿山、单位（units/gongan）、人员姓名",
        "a record, such as notices/2025/gongan/003, 'notice 2025-公安-003', the number of its paper, or its file; or a mine, a unit (units/gongan), the name of a person",
    );
    command
        .arg(args::record(help, lang).required(true))
        .arg(args::as_of(lang))
        .arg(args::revision(lang))
        .arg(args::format(&["text", "json", "toml"], lang))
}

fn request(kind: Option<Kind>, matches: &ArgMatches) -> ShowRequest {
    ShowRequest { record: args::record_typed(matches), kind, as_of: args::as_of_typed(matches) }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    show(&request(None, matches), matches, session)
}

/// Shows a record of a kind, which may be named in short: 公安/3.
pub(super) fn of_kind(kind: Kind, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    show(&request(Some(kind), matches), matches, session)
}

fn show(request: &ShowRequest, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (source, environment, format) = (session.source(matches)?, session.environment(), args::format_typed(matches));
    if format == "toml" {
        return Ok(Reply::ok(ops::show_file(&source, request, &environment)?));
    }
    Ok(Reply::ok(match ops::show(source, request, &environment)? {
        ShowOutcome::Record(page) if format == "json" => json::json(&page),
        ShowOutcome::Record(page) => render::page(&page, session.options),
        ShowOutcome::Person(person) if format == "json" => json::json(&person),
        ShowOutcome::Person(person) => render::person(&person, session.options),
        ShowOutcome::Draft(draft) if format == "json" => json::json(&draft),
        ShowOutcome::Draft(draft) => clean_lines(&draft.text).into_owned(),
    }))
}
