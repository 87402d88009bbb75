//! `paper`: the official paper of a record, as .docx.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::ops::{self, MadePaper, PaperOutcome, PaperRequest};
use crate::render;
use crate::report::paper::PaperKind;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "paper",
    zh: "公文",
    about: Text::fixed(
        "按记录生成公文（.docx）：函、通报、会议通知、纪要、方案、请示、报告",
        "Write the official paper of a record as .docx",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed(
        "记录，如 notices/2025/gongan/003、“通报 2025-公安-003”、发文字号；或草稿的名称，如 notices-1",
        "a record, such as notices/2025/gongan/003, 'notice 2025-公安-003', the number of its paper; or a draft, such as notices-1",
    );
    let out = Text::fixed("写到哪个 .docx 文件", "the .docx file to write");
    let kind = Text::fixed(
        "出哪种公文：notice 通知、items 征集议题、sign-in 签到表、minutes 纪要（会议），plan 方案、circular 通报（联合执法），urging 督办函（写单位名），archive 归档清单（写年份）；默认按记录的进展",
        "which paper: notice, items, sign-in or minutes of a meeting, plan or circular of a joint enforcement, urging of a unit, archive of a year; by default as far as the record has come",
    );
    let acting = Text::fixed("草稿以哪个单位行文；也可设 LIANDONG_UNIT", "the unit that issues a draft; or set LIANDONG_UNIT");
    let words: Vec<&'static str> = PaperKind::ALL.iter().map(|(word, _)| *word).collect();
    command
        .arg(args::record(record, lang).required(true))
        .arg(
            args::option("out", Text::fixed("文件", "FILE"), out, lang).required(true).value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(
            args::option("paper", Text::fixed("公文", "PAPER"), kind, lang)
                .value_parser(clap::builder::PossibleValuesParser::new(words)),
        )
        .arg(args::option("as", Text::fixed("单位", "UNIT"), acting, lang).env("LIANDONG_UNIT").hide_env(true))
        .arg(edition::arg(lang))
        .arg(output::force_arg(lang))
        .arg(output::open_arg(lang))
        .arg(args::revision(lang))
}

fn request(matches: &ArgMatches) -> PaperRequest {
    let wanted = args::typed(matches, "paper");
    PaperRequest {
        record: args::record_typed(matches),
        paper: wanted.and_then(|word| PaperKind::ALL.iter().find(|(known, _)| *known == word)).map(|(_, wanted)| *wanted),
        acting: args::words(matches, "as"),
        readers: edition::readers_asked(matches),
    }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (output::path_typed(matches, "out").unwrap_or(Path::new("")), output::is_forced(matches));
    output::refuse(out, &["docx"], force)?;
    let made = match ops::paper(&session.kept(matches)?, &request(matches), &session.environment())? {
        PaperOutcome::Made(made) => made,
        PaperOutcome::Unread(problems) => {
            let err = render::carets(&problems, session.options).into_bytes();
            return Ok(Reply { err, code: 2, ..Reply::default() });
        }
    };
    let bytes = render::docx(&made.paper, made.commit.as_deref());
    let bytes = bytes.context(Text::fixed("公文没有生成", "the paper could not be made"))?;
    output::write(out, &bytes, force)?;
    let mut reply = Reply::done(describe(&made, out).get(session.options.lang));
    output::open(out, matches, &mut reply, session.options);
    Ok(reply)
}

/// What was written, and what is still to be filled in by hand.
fn describe(made: &MadePaper, out: &Path) -> Text {
    let MadePaper { paper, title, .. } = made;
    let (zh, en, file) = (title.zh(), title.en(), clean(&out.to_string_lossy()).into_owned());
    let mut lines = vec![tr!("已按 {zh} 生成公文 {file}\n"; "wrote the paper of {en} to {file}\n")];
    if !paper.draft.is_empty() {
        let why = paper.draft.join("，");
        lines.push(tr!("每页标有“草稿”（{why}）\n"; "every page is marked 草稿, a draft ({why})\n"));
    }
    let blanks = paper.blanks();
    if !blanks.is_empty() {
        let blanks = Text::join(&blanks, "、", ", ");
        let (zh, en) = (blanks.zh(), blanks.en());
        lines.push(tr!("记录中没有、留待填写的：{zh}\n"; "left blank, since the record does not say: {en}\n"));
    }
    lines.extend(paper.told.iter().map(|told| {
        let (zh, en) = (told.zh(), told.en());
        tr!("请注意：{zh}\n"; "note: {en}\n")
    }));
    Text::join(&lines, "", "")
}
