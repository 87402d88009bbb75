//! `diff`: what a week or a year brought, by unit.

use clap::ArgMatches;

use super::{text, wants_json};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, DiffRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "diff",
    zh: "变化",
    about: Text::fixed(
        "从某天或某次提交以来，各单位登记、改动了什么",
        "What each unit filed and changed since a day or a commit",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let since = Text::fixed("从哪天（如 2025-11-01、11月1日）或哪次提交起", "since which day (such as 2025-11-01) or commit");
    command
        .arg(args::option("since", Text::fixed("日期或提交", "DAY|REV"), since, lang).required(true))
        .arg(args::unit(Text::fixed("只看该单位的", "only what this unit filed"), lang))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = DiffRequest { since: text(matches, "since").unwrap_or_default(), unit: text(matches, "unit") };
    let view = ops::diff(&session.register()?, &request, &session.environment())?;
    Ok(Reply::ok(if wants_json(matches) { json::json(&view) } else { render::difference(&view, session.options.lang) }))
}
