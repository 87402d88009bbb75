//! `ledger`: the ledgers of an office, as a workbook.

use crate::ops::Progress as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::{Session, as_of, today};
use super::unverified::unverified;
use super::{Command, Reply, app, edition, output};
use crate::render;
use crate::report::ledger::{LedgerQuery, Topic, ledgers, template};
use crate::report::{Readers, Redaction};
use crate::rules::Context;
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "ledger",
    zh: "台账",
    about: Text::fixed("按记录生成台账（.xlsx），每类一张表", "Write the ledgers as .xlsx, a sheet each"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let kind = Text::fixed(
        "只要哪一本：职责、联络员、一企一档、证照、会议、督办事项、联合执法、隐患、执法文书、信息通报、上报、发文登记、年度自查；默认全部",
        "only one of: duties, liaisons, mines, licences, meetings, tasks, enforcements, hazards, orders, notices, upward, documents, self-check; \
         all by default",
    );
    let out = Text::fixed("写到哪个 .xlsx 文件", "the .xlsx file to write");
    let year = Text::fixed(
        "只要该年发生的，并自查该年；默认不分年，自查截至日所在的年",
        "only what happened in this year, and its self-check; by default every year, and the self-check of that judged",
    );
    command
        .arg(app::arg("kind", Text::fixed("类别", "KIND"), kind, lang))
        .arg(app::option("out", Text::fixed("文件", "FILE"), out, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::switch(
            "template",
            Text::fixed(
                "只要空表，填好后用 liandong import 导入",
                "an empty one, to be filled in and taken back by liandong import",
            ),
            lang,
        ))
        .arg(app::year(year, lang))
        .arg(app::unit(Text::fixed("只要该单位的", "only those of this unit"), lang))
        .arg(app::as_of(lang))
        .arg(edition::arg(lang))
        .arg(app::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
        .arg(output::open_arg(lang))
        .arg(app::revision(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (matches.get_one::<PathBuf>("out").cloned().unwrap_or_default(), matches.get_flag("force"));
    output::refuse(&out, &["xlsx"], force)?;
    let topic = matches.get_one::<String>("kind").map(|given| Topic::by_name(given)).transpose()?;
    let readers = edition::readers_asked(matches);
    if let Some(topic) = topic.filter(|topic| readers == Readers::Public && !topic.can_be_public()) {
        return Err(edition::refused(&topic.label()).into());
    }
    let mut register = session.read(matches, TextPolicy::Keep)?;
    // What cannot be read may be missing from a sheet: that is said, and is not success.
    let lost: Vec<_> = register.problems().into_iter().filter(|problem| problem.unreadable).collect();
    let ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let now = today(mechanism);
    let unit = matches.get_one::<String>("unit").map(|given| mechanism.unit_named(given)).transpose()?.cloned();
    let wanted = LedgerQuery { topic, year: matches.get_one::<u16>("year").copied(), unit };
    let day = as_of(matches, now)?;
    let unverified = unverified(&register.source, &ledger, day);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    let book = if matches.get_flag("template") {
        template(context, topic.filter(|topic| topic.taken_back().is_some()).ok_or_else(no_template)?)
    } else {
        ledgers(context, &wanted, register.revision())
    };
    let redaction = (readers == Readers::Public).then(|| Redaction::from_ledger(&ledger, context.today));
    let book = match &redaction {
        Some(redaction) => redaction.ledgers(book),
        None => book,
    };
    let count = book.sheets.len();
    session.progress.step(&Text::fixed("生成台账", "writing"));
    let bytes = render::xlsx(&book, session.options.lang).context(Text::fixed("台账没有生成", "the ledger could not be made"))?;
    output::write(&out, &bytes, force)?;
    let mut reply = Reply::ok(describe_export(&out, topic, count).get(session.options.lang));
    if !lost.is_empty() {
        reply.err = render::carets(&lost, session.options).into_bytes();
        reply.code = 2;
    }
    output::open(&out, matches, &mut reply, session.options);
    drop(book);
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget((ledger, register));
    Ok(reply)
}

fn no_template() -> Text {
    let (zh, en) = (Topic::taken(Text::zh, "、"), Topic::taken(Text::en, ", "));
    tr!("空表只有这几种：{zh}；如 liandong ledger --template 隐患"; "there are empty ones of {en}, such as liandong ledger --template hazards")
}

fn describe_export(out: &Path, topic: Option<&'static Topic>, count: usize) -> Text {
    let file = clean(&out.to_string_lossy()).into_owned();
    if let Some(topic) = topic {
        let label = topic.label();
        let (zh, en) = (label.zh(), label.en());
        return tr!("已生成{zh}台账 {file}\n"; "wrote the ledger \"{en}\" to {file}\n");
    }
    tr!("已生成 {count} 本台账 {file}\n"; "wrote {count} ledgers to {file}\n")
}
