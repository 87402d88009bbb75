//! `clause`: the regulation's text, whole or from one clause down.

use clap::ArgMatches;

use super::session::{Session, as_of, today};
use super::{Command, Reply, app};
use crate::model::ClauseKey;
use crate::render::{self, json};
use crate::report;
use crate::store::TextPolicy;
use crate::text::{Lang, Text};
use crate::tr;

pub(super) static COMMAND: Command =
    Command {
        name: "clause", zh: "条款", about: Text::fixed("查看机制原文", "Show the text of the regulation"), args, run
    };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help = Text::fixed(
        "条款，如 3.4、三（四）；不写则为全文",
        "a clause, such as 3.4 or 三（四）; the whole text where none is given",
    );
    command
        .arg(app::arg("clause", Text::fixed("条款", "CLAUSE"), help, lang))
        .arg(app::as_of(lang))
        .arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let ledger = session.read(matches, TextPolicy::Drop)?.take_ledger()?;
    let key = matches.get_one::<String>("clause").map(|given| given.parse::<ClauseKey>()).transpose()?;
    let on = as_of(matches, today(&ledger.mechanism))?;
    let clauses = report::clauses(key, &ledger, on);
    if let (true, Some(key)) = (clauses.is_empty(), key) {
        return Err(
            tr!("本机制没有条款 {key}，全文见 liandong clause"; "the regulation has no clause {key}; liandong clause shows all")
                .into(),
        );
    }
    Ok(Reply::ok(match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&clauses),
        _ => render::clauses(&clauses, session.options),
    }))
}
