//! `duty`: who has which duty of chapter one.

use clap::{Arg, ArgMatches};

use super::session::Session;
use super::{Command, Reply, args};
use crate::model::ClauseKey;
use crate::ops::{self, DutyRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "duty",
    zh: "职责",
    about: Text::fixed("查职责分工，看哪件事归谁管", "Look up duties: who is in charge of what"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = || args::unit(Text::fixed("只看该单位的", "only those of this unit"), lang);
    let format = || args::format(&["text", "json"], lang);
    let verb = |name, zh, about: Text| args::subcommand(name, zh, &about, lang);
    let key: Arg =
        args::arg("clause", Text::fixed("条款", "CLAUSE"), Text::fixed("如 1.4.2 或 一（四）2", "such as 1.4.2"), lang);
    let year = || args::year(Text::fixed("并列出该年登记的事项", "with what was recorded in that year"), lang);
    let words = Text::fixed("要找的词，如 炸药 停产；须都符合", "words to look for, such as 炸药; all must fit");
    let words = args::arg("words", Text::fixed("词", "WORD"), words, lang).required(true).num_args(1..);
    command
        .subcommand_required(true)
        .subcommand(verb("list", "列表", Text::fixed("列出职责", "List duties")).arg(unit()).arg(year()).arg(format()))
        .subcommand(
            verb("show", "查看", Text::fixed("查看一项职责", "Show a duty")).arg(key.required(true)).arg(year()).arg(format()),
        )
        .subcommand(verb("search", "搜索", Text::fixed("按词查找", "Find duties by words")).arg(words).arg(unit()).arg(format()))
}

fn request(matches: &ArgMatches) -> Result<DutyRequest, Text> {
    let words = matches.try_get_many::<String>("words").ok().flatten();
    Ok(DutyRequest {
        unit: args::unit_typed(matches),
        clause: args::typed(matches, "clause").map(str::parse::<ClauseKey>).transpose()?,
        words: words.into_iter().flatten().cloned().collect(),
        year: matches.try_contains_id("year").is_ok_and(|named| named).then(|| args::year_typed(matches)).flatten(),
    })
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let Some((_, within)) = matches.subcommand() else { return Ok(Reply::default()) };
    let request = request(within)?;
    let duties = ops::duties(session.source(within)?, &request, &session.environment())?;
    Ok(Reply::ok(match args::format_typed(within) {
        "json" => json::json(&duties),
        _ => render::duties(&duties, session.options),
    }))
}
