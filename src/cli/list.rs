//! `list`: records of one kind.

use clap::{Arg, ArgMatches};

use super::session::{Session, today};
use super::{Command, Reply, app};
use crate::model::{Day, Kind, Mechanism, MineId};
use crate::render::{self, json};
use crate::report::{self, Filter};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command =
    Command { name: "list", zh: "列表", about: Text::fixed("列出一类记录", "List the records of a kind"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let kind = Text::fixed(
        "哪一类，如 通报、隐患、会议、人员、条款、设置",
        "which kind, such as notices, hazards, people, clauses, settings",
    );
    let day = Text::fixed("日期", "DAY");
    let equal = Text::fixed(
        "只要某项等于某值的，如 major=true；可写多次",
        "only where a key has a value, such as major=true; may be repeated",
    );
    command
        .arg(app::arg("kind", Text::fixed("类别", "KIND"), kind, lang).required(true))
        .arg(app::unit(Text::fixed("只要该单位的", "only those of this unit"), lang))
        .arg(app::year(Text::fixed("只要该年发生的", "only what happened in this year"), lang))
        .arg(app::option("since", day.clone(), Text::fixed("只要该日及以后的", "only from this day on"), lang))
        .arg(app::option("until", day, Text::fixed("只要该日及以前的", "only up to this day"), lang))
        .arg(app::option("mine", Text::fixed("矿山", "MINE"), Text::fixed("只要涉及该矿山的", "only what names this mine"), lang))
        .arg(app::option("find", Text::fixed("文字", "TEXT"), Text::fixed("只要含有该文字的", "only what holds this text"), lang))
        .arg(where_arg(equal, lang))
        .arg(app::revision(lang))
        .arg(app::format(&["table", "json", "jsonl", "csv"], lang))
}

fn where_arg(help: Text, lang: Lang) -> Arg {
    app::option("where", Text::fixed("项=值", "KEY=VALUE"), help, lang).action(clap::ArgAction::Append)
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let kind = Kind::by_name(matches.get_one::<String>("kind").map_or("", String::as_str))?;
    let register = session.read(matches, TextPolicy::Keep)?;
    let mechanism = register.mechanism()?;
    let filter = filter(matches, &mechanism)?;
    let listing = report::list(kind, &register.loaded.records, &mechanism, &filter)?;
    let out = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&listing.values).into_bytes(),
        Some("jsonl") => json::lines(&listing.values).into_bytes(),
        Some("csv") => render::csv(&listing, session.options.lang),
        _ => render::listing(&listing, session.options).into_bytes(),
    };
    let mut reply = Reply::ok(out);
    // What cannot be read may be missing from the list: that is said, and is not success.
    let lost: Vec<_> = register.problems().into_iter().filter(|problem| problem.unreadable).collect();
    if !lost.is_empty() {
        reply.err = render::carets(&lost, session.options).into_bytes();
        reply.code = 2;
    }
    Ok(reply)
}

fn filter(matches: &ArgMatches, mechanism: &Mechanism) -> anyhow::Result<Filter> {
    let day = |id: &str| -> Result<Option<Day>, Text> {
        matches.get_one::<String>(id).map(|given| Day::parse_near(given, today(mechanism))).transpose()
    };
    let equal = |given: &String| {
        let split = given.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
        split.ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”应写作 项=值，如 major=true"; "write \"{given}\" as KEY=VALUE, such as major=true")
        })
    };
    Ok(Filter {
        unit: matches.get_one::<String>("unit").map(|given| mechanism.unit_named(given)).transpose()?.cloned(),
        year: matches.get_one::<u16>("year").copied(),
        since: day("since")?,
        until: day("until")?,
        mine: matches.get_one::<String>("mine").map(|given| mine(given, mechanism)).transpose()?,
        words: matches.get_one::<String>("find").cloned(),
        equal: matches.get_many::<String>("where").into_iter().flatten().map(equal).collect::<Result<_, Text>>()?,
    })
}

fn mine(given: &str, mechanism: &Mechanism) -> Result<MineId, Text> {
    mechanism.mine_named(given).cloned().ok_or_else(|| {
        let shown = clean(given);
        tr!("没有矿山“{shown}”，全部矿山见 liandong list 矿山"; "there is no mine \"{shown}\"; liandong list mines shows all")
    })
}
