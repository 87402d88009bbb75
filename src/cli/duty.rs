//! `duty`: who has which duty of chapter one.

use clap::{Arg, ArgMatches};

use super::session::{Session, today};
use super::{Command, Reply, app};
use crate::model::ClauseKey;
use crate::render::{self, json};
use crate::report;
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "duty",
    zh: "职责",
    about: Text::fixed("查职责分工，看哪件事归谁管", "Look up duties: who is in charge of what"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = || app::unit(Text::fixed("只看该单位的", "only those of this unit"), lang);
    let format = || app::format(&["text", "json"], lang);
    let verb = |name, zh, about: Text| app::subcommand(name, zh, &about, lang);
    let key: Arg = app::arg("clause", Text::fixed("条款", "CLAUSE"), Text::fixed("如 1.4.2 或 一（四）2", "such as 1.4.2"), lang);
    let words = Text::fixed("要找的词，如 炸药 停产；须都符合", "words to look for, such as 炸药; all must fit");
    let words = app::arg("words", Text::fixed("词", "WORD"), words, lang).required(true).num_args(1..);
    command
        .subcommand_required(true)
        .subcommand(verb("list", "列表", Text::fixed("列出职责", "List duties")).arg(unit()).arg(format()))
        .subcommand(verb("show", "查看", Text::fixed("查看一项职责", "Show a duty")).arg(key.required(true)).arg(format()))
        .subcommand(verb("search", "搜索", Text::fixed("按词查找", "Find duties by words")).arg(words).arg(unit()).arg(format()))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let Some((verb, within)) = matches.subcommand() else { return Ok(Reply::default()) };
    let ledger = session.read(within, TextPolicy::Drop)?.take_ledger()?;
    let on = today(&ledger.mechanism);
    let unit = within.try_get_one::<String>("unit").ok().flatten();
    let unit = unit.map(|given| ledger.mechanism.unit_named(given)).transpose()?;
    let words: Vec<String> = match verb {
        "search" => within.get_many::<String>("words").into_iter().flatten().cloned().collect(),
        _ => Vec::new(),
    };
    let mut duties = report::duties(unit, &words, &ledger, on);
    if verb == "show" {
        let given = within.get_one::<String>("clause").map_or("", String::as_str);
        let key = given.parse::<ClauseKey>()?.to_string();
        duties.retain(|duty| duty.clause.key == key);
    }
    if duties.is_empty() {
        let shown = clean(&words.join(" ")).into_owned();
        return Err(if verb == "search" {
            tr!("没有职责提到“{shown}”，可换个说法，或用 liandong duty list 看全部"; "no duty mentions \"{shown}\"; liandong duty list shows all")
        } else {
            Text::fixed("没有这项职责，全部职责见 liandong duty list", "there is no such duty; liandong duty list shows all")
        }
        .into());
    }
    Ok(Reply::ok(match within.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&duties),
        _ => render::duties(&duties, session.options),
    }))
}
