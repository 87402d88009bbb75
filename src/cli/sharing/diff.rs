//! `diff`: what a week or a year brought, by unit.

use crate::ops::JOINED_UNIT;
use clap::ArgMatches;
use serde::Serialize;

use super::HistoryView;
use super::incoming::{Incoming, UnitChanges};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::{History, Id};
use crate::model::{Day, Mechanism};
use crate::render::json;
use crate::report::Named;
use crate::text::{Lang, Text, clean};
use crate::tr;

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
        .arg(app::option("since", Text::fixed("日期或提交", "DAY|REV"), since, lang).required(true))
        .arg(app::unit(Text::fixed("只看该单位的", "only what this unit filed"), lang))
        .arg(app::format(&["text", "json"], lang))
}

#[derive(Serialize)]
struct DiffView {
    version: u32,
    since: Option<String>,
    tip: String,
    #[serde(flatten)]
    incoming: Incoming,
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let told = HistoryView::open(session)?;
    let HistoryView { history, mechanism, .. } = &told;
    let given = matches.get_one::<String>("since").map_or("", String::as_str);
    let tip = history.head().map_err(Text::from)?.1.ok_or(Text::fixed("台账里还没有登记", "nothing is filed yet"))?;
    let since = since(given, history, tip, mechanism, told.today())?;
    let me = history.setting(JOINED_UNIT).and_then(|unit| mechanism.unit_named(&unit).ok().cloned());
    let differing = history.diff_trees(since, tip).map_err(Text::from)?;
    let mut incoming = Incoming::from_differences(&differing, history, mechanism, me.as_ref())?;
    if let Some(unit) = matches.get_one::<String>("unit") {
        let unit = mechanism.short(mechanism.unit_named(unit)?).to_owned();
        incoming.units.retain(|one| one.unit == unit);
    }
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let whole = DiffView { version: 1, since: since.map(|id| id.to_string()), tip: tip.to_string(), incoming };
        return Ok(Reply::ok(json::json(&whole)));
    }
    let lang = session.options.lang;
    if incoming.units.is_empty() {
        return Ok(Reply::ok(Text::fixed("没有变化\n", "nothing changed\n").get(lang)));
    }
    Ok(Reply::ok(incoming.units.iter().map(|unit| describe_unit(unit, lang)).collect::<String>()))
}

/// The last commit on the main line before a day began, or the one that is named.
fn since(given: &str, history: &History, tip: Id, mechanism: &Mechanism, today: Day) -> Result<Option<Id>, Text> {
    let Ok(day) = Day::parse_near(given, today) else {
        return history.find(given)?.map(Some).ok_or_else(|| {
            let shown = clean(given).into_owned();
            tr!("“{shown}”不是日期（如 2025-03-01、昨天），也没有这次提交"; "\"{shown}\" is no day (such as 2025-03-01 or yesterday) and no commit")
        });
    };
    let zone = mechanism.file.time_zone.offset();
    for commit in history.first_parents(tip, None)?.unwrap_or_default() {
        if Day::from_date(history.commit(commit)?.at.with_timezone(&zone).date_naive()) < day {
            return Ok(Some(commit));
        }
    }
    Ok(None)
}

fn describe_unit(unit: &UnitChanges, lang: Lang) -> String {
    let mut out = format!("{}\n", unit.unit);
    let mut list = |label: Text, named: &[Named]| {
        for one in named {
            out.extend(["  ", label.get(lang), " ", one.title.get(lang), "（", &one.reference, "）\n"]);
        }
    };
    list(Text::fixed("新", "new"), &unit.new);
    list(Text::fixed("改", "changed"), &unit.changed);
    out
}
