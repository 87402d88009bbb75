//! `handover`: what a leaving officer's successor has to know, as one sheet.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::ops::{self, HandoverRequest};
use crate::render;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "handover",
    zh: "交接",
    about: Text::fixed(
        "换人时交给接交人的工作交接单（.docx 或 .html）",
        "The sheet for whoever takes over from an officer, as .docx or .html",
    ),
    args,
    run,
};

/// What it can be had as.
const FORMATS: &[&str] = &["docx", "html"];

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = Text::fixed("哪个单位的；默认为本机加入的单位", "of which unit; by default that of this clone");
    let out = Text::fixed("写到哪个文件，按结尾（.docx、.html）定格式", "the file to write, in the format by which it ends");
    let after = Text::fixed(
        "例如：liandong handover --unit 公安 --out 交接单.docx",
        "For example: liandong handover --unit 公安 --out handover.docx",
    );
    command
        .arg(args::unit(unit, lang))
        .arg(args::as_of(lang))
        .arg(
            args::option("out", Text::fixed("文件", "FILE"), out, lang).required(true).value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(output::force_arg(lang))
        .arg(output::open_arg(lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (output::path_typed(matches, "out").unwrap_or(Path::new("")), output::is_forced(matches));
    output::refuse(out, FORMATS, force)?;
    let request = HandoverRequest { unit: args::unit_typed(matches), as_of: args::as_of_typed(matches) };
    let drawn = ops::handover(&session.register()?, &request, &session.environment())?;
    let is_page = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"));
    let bytes = if is_page {
        render::sheet(&drawn.paper).into_bytes()
    } else {
        render::docx(&drawn.paper, None).context(Text::fixed("交接单没有生成", "the sheet could not be made"))?
    };
    output::write(out, &bytes, force)?;
    let (file, open) = (clean(&out.to_string_lossy()).into_owned(), drawn.open);
    let done = tr!(
        "已生成交接单 {file}：{open} 项待办；含姓名和电话，只供交接双方使用\n";
        "wrote the sheet to {file}: {open} things are open; it names people and telephones, and is for the two of them alone\n"
    );
    let mut reply = Reply::done(done.get(session.options.lang));
    output::tell_unread(&drawn.unread, &mut reply, session.options);
    output::open(out, matches, &mut reply, session.options);
    Ok(reply)
}
