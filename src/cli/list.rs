//! `list`: records of one kind.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::model::Kind;
use crate::ops::{self, ListOutcome, ListRequest, TasksRequest};
use crate::render::{self, json};
use crate::report::ledger::Topic;
use crate::report::{Arrangement, ListingForm, Unfinished};
use crate::text::{Lang, Text};
use crate::tr;

pub(super) static COMMAND: Command =
    Command { name: "list", zh: "列表", about: Text::fixed("列出一类记录", "List the records of a kind"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let kind = Text::fixed(
        "哪一类，如 通报、隐患、会议、人员、条款、设置；督办为督办事项",
        "which kind, such as notices, hazards, people, clauses, settings; tasks are those under supervision",
    );
    let day = Text::fixed("日期", "DAY");
    let condition = Text::fixed(
        "只要符合条件的，如 重大隐患=是、整改.整改期限<2025-06-01、销号=（未填）；可用 = != < <= > >=，可写多次",
        "only where that is so, such as major=yes, rectification.due<2025-06-01, closed= (absent); = != < <= > >=; may be repeated",
    );
    let keys = || Text::fixed("项,…", "KEY,…");
    command
        .arg(args::arg("kind", Text::fixed("类别", "KIND"), kind, lang).required(true))
        .arg(args::unit(Text::fixed("只要该单位的", "only those of this unit"), lang))
        .arg(args::year(Text::fixed("只要该年发生的", "only what happened in this year"), lang))
        .arg(args::option(
            "during",
            Text::fixed("时段", "PERIOD"),
            Text::fixed(
                "只要该时段的，如 上月、去年、2025年5月、2025-Q2",
                "only in that time, such as last month, 2025-05, 2025-Q2",
            ),
            lang,
        ))
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
        .arg(
            args::switch(
                "open",
                Text::fixed(
                    "只要还有事没办完的（与待办同一判断）",
                    "only those of which something is still to be done, as todo judges it",
                ),
                lang,
            )
            .conflicts_with("overdue"),
        )
        .arg(args::switch(
            "overdue",
            Text::fixed(
                "只要已过期限的：记录自己定的期限，或条文、本办确认的期限",
                "only those past their term: one set in the record, by the clause, or by a setting that the office adopted",
            ),
            lang,
        ))
        .arg(args::option("where", Text::fixed("条件", "CONDITION"), condition, lang).action(clap::ArgAction::Append))
        .arg(args::option("columns", keys(), Text::fixed("只列这些项", "list these keys only"), lang))
        .arg(
            args::option(
                "sort",
                keys(),
                Text::fixed(
                    "按这些项排序，前面加 - 的从大到小",
                    "sort by these keys, with - before one from the last to the first",
                ),
                lang,
            )
            .allow_hyphen_values(true),
        )
        .arg(
            args::option("limit", Text::fixed("条数", "COUNT"), Text::fixed("最多列出几条", "list so many at most"), lang)
                .value_parser(clap::value_parser!(usize)),
        )
        .arg(
            args::switch("count", Text::fixed("只要条数", "only how many there are"), lang)
                .conflicts_with_all(["format", "limit"]),
        )
        .arg(
            args::option(
                "group",
                keys(),
                Text::fixed("按这些项分组，各有几件", "by these keys, how many there are of each"),
                lang,
            )
            .conflicts_with_all(["columns", "sort", "limit", "count"]),
        )
        .arg(args::revision(lang))
        .arg(args::format(&["table", "json", "jsonl", "csv", "markdown"], lang))
}

fn request(matches: &ArgMatches) -> Result<ListRequest, Text> {
    Ok(ListRequest {
        kind: Kind::by_name(args::typed(matches, "kind").unwrap_or_default())?,
        unit: args::unit_typed(matches),
        year: args::year_typed(matches),
        during: args::words(matches, "during"),
        since: args::words(matches, "since"),
        until: args::words(matches, "until"),
        mine: args::words(matches, "mine"),
        words: args::words(matches, "find"),
        conditions: matches.get_many::<String>("where").into_iter().flatten().cloned().collect(),
        unfinished: unfinished(matches),
        arrangement: Arrangement {
            form: match args::format_typed(matches) {
                _ if args::typed(matches, "group").is_some() => ListingForm::Counts,
                "json" | "jsonl" => ListingForm::Values,
                "csv" => ListingForm::Rows,
                _ => ListingForm::Telling,
            },
            columns: args::words(matches, "columns").or_else(|| args::words(matches, "group")),
            sort: args::words(matches, "sort"),
            limit: matches.get_one::<usize>("limit").copied(),
        },
    })
}

/// Whether tasks are asked for, which are no kind of record but parts of several.
fn is_of_tasks(matches: &ArgMatches) -> bool {
    let given = args::typed(matches, "kind").unwrap_or_default();
    Kind::by_name(given).is_err() && Topic::by_name(given).is_ok_and(|topic| topic.id() == TASKS)
}

/// The ledger of tasks.
const TASKS: &str = "tasks";

/// What is asked of tasks.
///
/// # Errors
/// Something is asked that only the records of one kind can be.
fn tasks_request(matches: &ArgMatches) -> Result<TasksRequest, Text> {
    const ONLY_OF_RECORDS: [&str; 8] = ["during", "since", "until", "mine", "find", "where", "columns", "sort"];
    if let Some(other) = ONLY_OF_RECORDS.iter().find(|id| matches.contains_id(id)) {
        return Err(tr!(
            "督办事项分在会议、执法、上报里，不能用 --{other}；可用 --unit、--year、--open、--overdue、--limit";
            "tasks are parts of meetings, enforcements and papers upward, and --{other} cannot be asked of them; use --unit, --year, --open, --overdue, --limit"
        ));
    }
    let limit = matches.get_one::<usize>("limit").copied();
    Ok(TasksRequest { unit: args::unit_typed(matches), year: args::year_typed(matches), unfinished: unfinished(matches), limit })
}

fn unfinished(matches: &ArgMatches) -> Option<Unfinished> {
    match (matches.get_flag("open"), matches.get_flag("overdue")) {
        (true, _) => Some(Unfinished::Open),
        (_, true) => Some(Unfinished::Overdue),
        _ => None,
    }
}

fn listed(matches: &ArgMatches, session: &Session) -> anyhow::Result<ListOutcome> {
    if is_of_tasks(matches) {
        return Ok(ops::tasks(session.kept(matches)?, &tasks_request(matches)?, &session.environment())?);
    }
    let request = request(matches)?;
    // Outside a register there is only what is shipped, and in that nothing to be done.
    let is_shipped = request.kind.is_of_regulation() && request.unfinished.is_none();
    let source = if is_shipped { session.source(matches)? } else { session.kept(matches)? };
    Ok(ops::list(source, &request, &session.environment())?)
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let listed = listed(matches, session)?;
    let mut reply = Reply::ok(match args::format_typed(matches) {
        _ if matches.get_flag("count") => format!("{}\n", listed.listing.total).into_bytes(),
        "jsonl" => json::lines(&listed.listing.values).into_bytes(),
        "json" => json::json(&listed.listing.values).into_bytes(),
        "csv" => render::csv(&listed.listing, session.options.lang),
        "markdown" => render::markdown(&listed.listing, session.options.lang).into_bytes(),
        _ => render::listing(&listed.listing, session.options).into_bytes(),
    });
    let (count, total) = (listed.listing.rows.len().max(listed.listing.values.len()), listed.listing.total);
    if count < total && args::format_typed(matches) != "table" && !matches.get_flag("count") {
        let more = tr!("共 {total} 条，给出前 {count} 条\n"; "{total} in all, of which the first {count} are given\n");
        reply.err.extend(more.get(session.options.lang).bytes());
    }
    if let Some(unseen) = &listed.unseen {
        reply.err.extend(format!("{}\n", unseen.get(session.options.lang)).bytes());
    }
    output::tell_unread(&listed.unread, &mut reply, session.options);
    Ok(reply)
}
