//! `help --book`: the manual, of chapters written by hand (`examples/manual/`) and chapters that the program writes of itself.

mod commands;

use std::path::PathBuf;

use clap::ArgMatches;

use super::session::Session;
use super::{Reply, args, output};
use crate::model::Kind;
use crate::ops::{self, Environment, ListRequest, LoadedRegister};
use crate::render::{self, ManualChapter, MarkdownPage};
use crate::report::{self, Arrangement};
use crate::store::Source;
use crate::text::{Lang, Text, clean};
use crate::tr;

/// The chapters that are written by hand, in the order in which they are read.
macro_rules! written {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, Text::fixed(
            include_str!(concat!("../../../examples/manual/zh/", $name, ".md")),
            include_str!(concat!("../../../examples/manual/en/", $name, ".md")),
        ))),+]
    };
}

static WRITTEN: &[(&str, Text)] = written![
    "first-day",
    "desk",
    "year-in-the-office",
    "papers-and-ledgers",
    "spreadsheets",
    "sharing",
    "many-districts",
    "another-district",
    "when-something-is-wrong",
    "tour",
    "conventions",
];

/// What `help` takes besides the name of a command.
pub(super) fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let book = Text::fixed("写出整本手册（一个可打印的网页）", "write the whole manual, as one page to print");
    let out = Text::fixed(
        "手册写到哪个文件（.html）；markdown 的写到哪个文件夹，每章一个文件",
        "the file to write (.html); with markdown the folder, a file for each chapter",
    );
    command
        .arg(args::switch("book", book, lang).requires("out").conflicts_with("command"))
        .arg(
            args::option("out", Text::fixed("文件", "FILE"), out, lang)
                .requires("book")
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(args::format(&["html", "markdown"], lang).requires("book"))
        .arg(output::force_arg(lang).requires("book"))
        .arg(output::open_arg(lang).requires("book"))
}

/// Whether the manual is asked for.
pub(super) fn is_asked(matches: &ArgMatches) -> bool {
    matches.get_flag("book")
}

/// Writes the manual, with the regulation of the register at hand, else the one that the program ships.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let Some(out) = output::path_typed(matches, "out") else { return Ok(Reply::default()) };
    let is_page = args::format_typed(matches) == "html";
    if is_page {
        output::refuse(out, &["html"], output::is_forced(matches))?;
    }
    let lang = session.options.lang;
    let chapters = chapters(|| session.source(matches), &session.environment(), lang)?;
    if !is_page {
        let contents = contents(&chapters, lang);
        let pages = chapters.into_iter().map(|chapter| (format!("{}.md", chapter.name), chapter.text.into_bytes()));
        return output::write_pages(out, pages.chain([("README.md".to_owned(), contents.into_bytes())]), session.options);
    }
    output::write(out, render::book(&chapters, lang).as_bytes(), output::is_forced(matches))?;
    let (shown, count) = (clean(&out.to_string_lossy()).into_owned(), chapters.len());
    let said = tr!("已写成手册 {shown}：{count} 章\n"; "wrote the manual {shown}: {count} chapters\n");
    let mut reply = Reply::done(said.get(lang));
    output::open(out, matches, &mut reply, session.options);
    Ok(reply)
}

/// Every chapter, in order.
fn chapters(
    source: impl Fn() -> anyhow::Result<Source>,
    environment: &Environment<'_>,
    lang: Lang,
) -> anyhow::Result<Vec<ManualChapter>> {
    let is_regulation = |kind: Kind| !kind.is_happening() && kind != Kind::Keys;
    let ledger = LoadedRegister::read_kinds(source()?, &is_regulation, environment)?.take_ledger()?;
    let on = environment.today_in(&ledger.mechanism);
    let drawn = [
        ("commands", commands::chapter(lang)),
        ("rules", render::manual_rules(&report::rules(&ledger, on), lang)),
        ("obligations", render::manual_obligations(&report::obligations(&ledger, on), lang)),
        ("records", render::manual_records(&report::kinds(), lang)),
        ("settings", settings(source()?, environment, lang)?),
    ];
    let written = WRITTEN.iter().map(|(name, text)| (*name, text.get(lang).to_owned()));
    Ok(written.chain(drawn).map(|(name, text)| ManualChapter { name, text }).collect())
}

/// The settings, as `list` shows them.
fn settings(source: Source, environment: &Environment<'_>, lang: Lang) -> anyhow::Result<String> {
    let about = Text::fixed(
        "条文没有定数的，按设置判定。没有写明依据文件的，为工具参考值，未经本办确认；办公室用 `liandong settings adopt` 确定，写明文件（`basis`）。同样的内容：`liandong list settings`。",
        "What the regulation leaves open is judged by settings. One that names no paper is a suggestion of this program that the office has not adopted; the office adopts it with `liandong settings adopt`, by a paper (`basis`). The same is said by `liandong list settings`.",
    );
    let mut page = MarkdownPage::new(&Text::fixed("设置", "Settings"), &about, lang);
    let request = ListRequest {
        kind: Kind::Settings,
        unit: None,
        year: None,
        during: None,
        since: None,
        until: None,
        mine: None,
        words: None,
        conditions: Vec::new(),
        unfinished: None,
        arrangement: Arrangement { columns: Some("id,value,clause,basis".to_owned()), ..Arrangement::default() },
    };
    page.add(&render::markdown(&ops::list(source, &request, environment)?.listing, lang));
    Ok(page.into_text())
}

/// The page from which code hosts show a folder: what the chapters are.
fn contents(chapters: &[ManualChapter], lang: Lang) -> String {
    let about = Text::fixed(
        "整本手册可写成一个网页打印：`liandong help --book --out 手册.html`。后五章由程序自己写出，与程序一致；其余各章的命令和输出由测试逐条执行。",
        "The whole is written as one page to print by `liandong help --book --out manual.html`. The last five chapters the program writes of itself; of the others every command and its output is run by the tests.",
    );
    let mut page = MarkdownPage::new(&Text::fixed("联动使用手册", "The manual of liandong"), &about, lang);
    let lines: Vec<String> = chapters.iter().map(|chapter| format!("- [{}]({}.md)", chapter.title(), chapter.name)).collect();
    page.paragraph(&lines.join("\n"));
    page.into_text()
}
