//! `list`: records of one kind.

use clap::{Arg, ArgMatches};

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::model::Kind;
use crate::ops::{self, ListRequest};
use crate::render::{self, json};
use crate::report::ListingForm;
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
        .arg(args::arg("kind", Text::fixed("类别", "KIND"), kind, lang).required(true))
        .arg(args::unit(Text::fixed("只要该单位的", "only those of this unit"), lang))
        .arg(args::year(Text::fixed("只要该年发生的", "only what happened in this year"), lang))
        .arg(args::option("since", day.clone(), Text::fixed("只要该日及以后的", "only from this day on"), lang))
        .arg(args::option("until", day, Text::fixed("只要该日及以前的", "only up to this day"), lang))
        .arg(args::option(
            "mine",
            Text::fixed("矿山", "MINE"),
            Text::fixed("只要涉及该矿山的", "only what names this mine"),
            lang,
        ))
        .arg(args::option(
            "find",
            Text::fixed("文字", "TEXT"),
            Text::fixed("只要含有该文字的", "only what holds this text"),
            lang,
        ))
        .arg(where_arg(equal, lang))
        .arg(args::revision(lang))
        .arg(args::format(&["table", "json", "jsonl", "csv"], lang))
}

fn where_arg(help: Text, lang: Lang) -> Arg {
    args::option("where", Text::fixed("项=值", "KEY=VALUE"), help, lang).action(clap::ArgAction::Append)
}

fn request(matches: &ArgMatches) -> Result<ListRequest, Text> {
    let pair = |given: &String| {
        let split = given.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
        split.ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”应写作 项=值，如 major=true"; "write \"{given}\" as KEY=VALUE, such as major=true")
        })
    };
    Ok(ListRequest {
        kind: Kind::by_name(args::typed(matches, "kind").unwrap_or_default())?,
        unit: args::unit_typed(matches),
        year: args::year_typed(matches),
        since: args::words(matches, "since"),
        until: args::words(matches, "until"),
        mine: args::words(matches, "mine"),
        words: args::words(matches, "find"),
        equal: matches.get_many::<String>("where").into_iter().flatten().map(pair).collect::<Result<_, Text>>()?,
        form: match args::format_typed(matches) {
            "json" | "jsonl" => ListingForm::Values,
            "csv" => ListingForm::Rows,
            _ => ListingForm::Telling,
        },
    })
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = request(matches)?;
    let listed = ops::list(session.source(matches)?, &request, &session.environment())?;
    let mut reply = Reply::ok(match (request.form, args::format_typed(matches)) {
        (ListingForm::Values, "jsonl") => json::lines(&listed.listing.values).into_bytes(),
        (ListingForm::Values, _) => json::json(&listed.listing.values).into_bytes(),
        (ListingForm::Rows, _) => render::csv(&listed.listing, session.options.lang),
        (ListingForm::Telling, _) => render::listing(&listed.listing, session.options).into_bytes(),
    });
    output::tell_unread(&listed.unread, &mut reply, session.options);
    Ok(reply)
}
