//! `report`: a year at a glance, as a page, as JSON, or as the office's annual report.

use crate::ops::Progress as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;
use clap::parser::ValueSource;

use super::session::{Session, as_of, today};
use super::unverified::unverified;
use super::{Command, Reply, app, edition, output};
use crate::model::{Day, Ledger};
use crate::render::{self, json};
use crate::report::paper::annual;
use crate::report::year::{YearReport, year};
use crate::report::{Readers, Redaction};
use crate::rules::{self, Context};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "report",
    zh: "年报",
    about: Text::fixed(
        "把一年的情况汇成网页（.html）、数据（.json）或年度报告（.docx）",
        "A year at a glance: a page, its data, or the annual report as .docx",
    ),
    args,
    run,
};

/// In what a year can be had.
const FORMATS: &[&str] = &["html", "json", "docx"];

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let year = Text::fixed("哪一年；默认为截至日所在的年", "the year; by default that of the day as of which is judged");
    let out = Text::fixed(
        "写到哪个文件，按结尾（.html、.json、.docx）定格式；json 不写明时输出到屏幕",
        "the file to write, in the format by which it ends; json goes to the screen where none is given",
    );
    command
        .arg(app::year(year, lang))
        .arg(app::as_of(lang))
        .arg(app::format(FORMATS, lang))
        .arg(app::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(edition::arg(lang))
        .arg(app::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
        .arg(output::open_arg(lang))
        .arg(app::revision(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (matches.get_one::<PathBuf>("out"), matches.get_flag("force"));
    let format = format(matches, out.map(PathBuf::as_path));
    match out {
        // The format is told by the ending, so that any of them will do unless one was asked for.
        Some(out) if is_named(matches) => output::refuse(out, &[format], force)?,
        Some(out) => output::refuse(out, FORMATS, force)?,
        None if format != "json" => {
            return Err(Text::fixed("请写明写到哪个文件：--out 文件", "say which file to write: --out FILE").into());
        }
        None => {}
    }
    let mut register = session.read(matches, TextPolicy::Drop)?;
    let problems = register.problems();
    // What cannot be read may be missing from a figure: that is said, and is not success.
    let unread: Vec<_> = problems.iter().filter(|problem| problem.unreadable).cloned().collect();
    let ledger = register.take_ledger()?;
    let now = today(&ledger.mechanism);
    let day = as_of(matches, now)?;
    let unverified = unverified(&register.source, &ledger, day);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    session.progress.step(&Text::fixed("核对", "judging"));
    let mut report = asked(matches, &context, register.revision())?;
    report.problems = problems;
    let redaction = (edition::readers_asked(matches) == Readers::Public).then(|| Redaction::from_ledger(&ledger, context.today));
    if let Some(redaction) = &redaction {
        redaction.publish(&mut report);
    }
    session.progress.step(&Text::fixed("生成", "writing"));
    let bytes = bytes(format, &report, &ledger, redaction.as_ref(), session)?;
    let mut reply = written(bytes, report.heading.year, out.map(PathBuf::as_path), force, session)?;
    if !unread.is_empty() {
        reply.err = render::carets(&unread, session.options).into_bytes();
        reply.code = 2;
    }
    if let Some(out) = out {
        output::open(out, matches, &mut reply, session.options);
    }
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget((ledger, register));
    Ok(reply)
}

/// The year that is asked for, for readers inside.
fn asked(matches: &ArgMatches, context: &Context<'_>, revision: Option<String>) -> anyhow::Result<YearReport> {
    let day = context.today;
    let wanted = matches.get_one::<u16>("year").copied().unwrap_or(day.year());
    if day < Day::first_of(wanted) {
        return Err(tr!("截至 {day}，{wanted} 年还没有开始"; "as of {day}, {wanted} has not begun").into());
    }
    Ok(year(context, &rules::judge_register(context), wanted, revision))
}

/// The year in a format.
fn bytes(
    format: &str,
    report: &YearReport,
    ledger: &Ledger,
    redaction: Option<&Redaction>,
    session: &Session,
) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        "json" => json::json(report).into_bytes(),
        "docx" => {
            let mut paper = annual(report, ledger);
            if let Some(redaction) = redaction {
                redaction.publish(&mut paper);
            }
            let commit = report.heading.revision.as_deref();
            render::docx(&paper, commit).context(Text::fixed("公文没有生成", "the paper could not be made"))?
        }
        _ => render::html(report, session.options.lang).into_bytes(),
    })
}

/// The format that is asked for, else that by which the file ends, else a page.
fn format<'a>(matches: &'a ArgMatches, out: Option<&Path>) -> &'a str {
    let asked = matches.get_one::<String>("format").map_or(FORMATS[0], String::as_str);
    if is_named(matches) {
        return asked;
    }
    let ending = out.and_then(Path::extension).map(std::ffi::OsStr::to_ascii_lowercase);
    FORMATS.iter().find(|format| ending.as_ref().is_some_and(|ending| ending == **format)).unwrap_or(&asked)
}

fn is_named(matches: &ArgMatches) -> bool {
    matches.value_source("format") == Some(ValueSource::CommandLine)
}

fn written(bytes: Vec<u8>, year: u16, out: Option<&Path>, force: bool, session: &Session) -> anyhow::Result<Reply> {
    let Some(out) = out else { return Ok(Reply::ok(bytes)) };
    output::write(out, &bytes, force)?;
    let file = clean(&out.to_string_lossy()).into_owned();
    Ok(Reply::ok(tr!("已生成 {year} 年年报 {file}\n"; "wrote the report of {year} to {file}\n").get(session.options.lang)))
}
