//! `ledger`: the ledgers of an office, as a workbook.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::ops::{self, Failure, LedgerRequest};
use crate::render;
use crate::report::ledger::Topic;
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
    let names = Topic::names();
    let (zh, en) = (names.zh(), names.en());
    let kind = tr!("只要哪一本：{zh}；默认全部"; "only one of: {en}; all by default");
    let out = Text::fixed("写到哪个 .xlsx 文件", "the .xlsx file to write");
    let year = Text::fixed(
        "只要该年发生的，并自查该年；默认不分年，自查截至日所在的年",
        "only what happened in this year, and its self-check; by default every year, and the self-check of that judged",
    );
    command
        .arg(args::arg("kind", Text::fixed("类别", "KIND"), kind, lang))
        .arg(
            args::option("out", Text::fixed("文件", "FILE"), out, lang).required(true).value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(args::switch(
            "template",
            Text::fixed(
                "只要空表，填好后用 liandong import 导入",
                "an empty one, to be filled in and taken back by liandong import",
            ),
            lang,
        ))
        .arg(args::year(year, lang))
        .arg(args::unit(Text::fixed("只要该单位的", "only those of this unit"), lang))
        .arg(args::as_of(lang))
        .arg(edition::arg(lang))
        .arg(output::force_arg(lang))
        .arg(output::open_arg(lang))
        .arg(args::revision(lang))
}

fn request(matches: &ArgMatches) -> Result<LedgerRequest, Text> {
    Ok(LedgerRequest {
        topic: args::typed(matches, "kind").map(Topic::by_name).transpose()?,
        year: args::year_typed(matches),
        unit: args::unit_typed(matches),
        as_of: args::as_of_typed(matches),
        readers: edition::readers_asked(matches),
        template: matches.get_flag("template"),
    })
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (output::path_typed(matches, "out").unwrap_or(Path::new("")), output::is_forced(matches));
    output::refuse(out, &["xlsx"], force)?;
    let request = request(matches)?;
    let lang = session.options.lang;
    // An empty sheet needs nothing but the mechanism.
    let source = if matches.get_flag("template") { session.source(matches)? } else { session.kept(matches)? };
    let drawn = ops::draw_ledgers(source, &request, &session.environment(), |book| {
        let failed = |why| Failure::from(why).context(Text::fixed("台账没有生成", "the ledger could not be made"));
        render::xlsx(book, lang).map_err(failed)
    })?;
    output::write(out, &drawn.written, force)?;
    let mut reply = Reply::done(describe_export(out, request.topic, drawn.sheets).get(lang));
    output::tell_unread(&drawn.unread, &mut reply, session.options);
    output::open(out, matches, &mut reply, session.options);
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget(drawn);
    Ok(reply)
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
