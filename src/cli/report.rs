//! `report`: a year at a glance, as a page, as JSON, or as the office's annual report.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;
use clap::parser::ValueSource;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::ops::{self, ReportOutcome, ReportRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "report",
    zh: "年报",
    about: Text::fixed(
        "把一年（或一季、一月）的情况汇成网页（.html）、数据（.json）或报告（.docx）",
        "A year, quarter or month at a glance: a page, its data, or a report as .docx",
    ),
    args,
    run,
};

/// In what a year can be had.
const FORMATS: &[&str] = &["html", "json", "docx"];

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let year = Text::fixed("哪一年；默认为截至日所在的年", "the year; by default that of the day as of which is judged");
    let during = Text::fixed(
        "只汇总一段时间，如 上月、2025年第2季度、2025-H1",
        "only a stretch of a year, such as last month, 2025-Q2, 2025-H1",
    );
    let from = Text::fixed("只汇总一段时间：起始日期，也可写月份", "only a stretch of a year: its first day, or month");
    let to = Text::fixed(
        "这段时间的终止日期；不写 --as-of 时也以这一天为准",
        "its last day, as of which is judged too unless --as-of says otherwise",
    );
    let unit = Text::fixed("只汇总该单位的（代号、简称均可）", "only of this unit (id or short name)");
    let out = Text::fixed(
        "写到哪个文件，按结尾（.html、.json、.docx）定格式；json 不写明时输出到屏幕",
        "the file to write, in the format by which it ends; json goes to the screen where none is given",
    );
    command
        .arg(args::year(year, lang).conflicts_with_all(["during", "from", "to"]))
        .arg(args::option("during", Text::fixed("时段", "PERIOD"), during, lang).conflicts_with_all(["from", "to"]))
        .arg(args::option("from", Text::fixed("日期", "DAY"), from, lang).requires("to"))
        .arg(args::option("to", Text::fixed("日期", "DAY"), to, lang).requires("from"))
        .arg(args::unit(unit, lang))
        .arg(args::as_of(lang))
        .arg(args::format(FORMATS, lang))
        .arg(args::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(edition::arg(lang))
        .arg(output::force_arg(lang))
        .arg(output::open_arg(lang))
        .arg(args::revision(lang))
}

fn request(matches: &ArgMatches, format: &str) -> ReportRequest {
    ReportRequest {
        year: args::year_typed(matches),
        between: match args::words(matches, "during") {
            Some(during) => Some((during.clone(), during)),
            None => args::words(matches, "from").zip(args::words(matches, "to")),
        },
        unit: args::unit_typed(matches),
        as_of: args::as_of_typed(matches),
        readers: edition::readers_asked(matches),
        paper: format == "docx",
    }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (output::path_typed(matches, "out"), output::is_forced(matches));
    let format = format(matches, out);
    match out {
        // The format is told by the ending, so that any of them will do unless one was asked for.
        Some(out) if is_named(matches) => output::refuse(out, &[format], force)?,
        Some(out) => output::refuse(out, FORMATS, force)?,
        None if format != "json" => {
            return Err(Text::fixed("请写明写到哪个文件：--out 文件", "say which file to write: --out FILE").into());
        }
        None => {}
    }
    let environment = session.environment();
    let drawn = ops::report(session.kept(matches)?, &request(matches, format), &environment)?;
    environment.progress.step(&Text::fixed("生成", "writing"));
    let bytes = bytes(&drawn, format, session)?;
    let mut reply = written(bytes, &drawn.report.scope.label, out, force, session)?;
    output::tell_unread(&drawn.unread, &mut reply, session.options);
    output::tell_folder(drawn.folder.as_ref(), &mut reply, session.options);
    if let Some(out) = out {
        output::open(out, matches, &mut reply, session.options);
    }
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget(drawn);
    Ok(reply)
}

/// The year in a format.
fn bytes(drawn: &ReportOutcome, format: &str, session: &Session) -> anyhow::Result<Vec<u8>> {
    let ReportOutcome { report, paper, .. } = drawn;
    Ok(match (format, paper) {
        ("json", _) => json::json(report).into_bytes(),
        (_, Some(paper)) => {
            let bytes = render::docx(paper, report.heading.revision.as_deref());
            bytes.context(Text::fixed("公文没有生成", "the paper could not be made"))?
        }
        _ => render::html(report, session.options.lang).into_bytes(),
    })
}

/// The format that is asked for, else that by which the file ends, else a page.
fn format<'a>(matches: &'a ArgMatches, out: Option<&Path>) -> &'a str {
    let asked = args::format_typed(matches);
    if is_named(matches) {
        return asked;
    }
    let ending = out.and_then(Path::extension).map(std::ffi::OsStr::to_ascii_lowercase);
    FORMATS.iter().find(|format| ending.as_ref().is_some_and(|ending| ending == **format)).unwrap_or(&asked)
}

fn is_named(matches: &ArgMatches) -> bool {
    matches.value_source("format") == Some(ValueSource::CommandLine)
}

fn written(bytes: Vec<u8>, label: &Text, out: Option<&Path>, force: bool, session: &Session) -> anyhow::Result<Reply> {
    let Some(out) = out else { return Ok(Reply::ok(bytes)) };
    output::write(out, &bytes, force)?;
    let file = clean(&out.to_string_lossy()).into_owned();
    let (zh, en) = (label.zh(), label.en());
    Ok(Reply::done(tr!("已生成{zh}情况报告 {file}\n"; "wrote the report of {en} to {file}\n").get(session.options.lang)))
}
