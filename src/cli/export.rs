//! `export`: a register as a lake of Parquet files, for engines that ask many districts at once.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::ops::{self, LakeOutcome, LakeRequest};
use crate::render;
use crate::report::Readers;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "export",
    zh: "导出",
    about: Text::fixed(
        "把已提交的台账导出到数据湖（Parquet），供 DuckDB、Spark 跨区县查询；只重写变动过的",
        "Export what was committed into a lake of Parquet files, which DuckDB and Spark ask across districts; only what changed is rewritten",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let out = Text::fixed(
        "数据湖的文件夹，没有时新建；各区县各占其中一个文件夹",
        "the folder of the lake, made where it is not there; every district has a folder in it",
    );
    command
        .arg(
            args::option("out", Text::fixed("文件夹", "DIR"), out, lang)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(edition::arg_public(lang))
        .arg(args::as_of(lang))
        .arg(args::switch(
            "replace",
            Text::fixed(
                "湖里同一区县是另一份台账时，换成这一份",
                "put this register in the place of another of the same district",
            ),
            lang,
        ))
        .arg(args::revision(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = LakeRequest {
        out: output::path_typed(matches, "out").unwrap_or(Path::new("")).to_owned(),
        readers: edition::readers_asked_or(matches, Readers::Public),
        as_of: args::as_of_typed(matches),
        replace: matches.get_flag("replace"),
    };
    let done = ops::export_lake(session.source(matches)?, &request, &session.environment(), &render::parquet)?;
    let mut reply = Reply::done(describe(&request.out, &done).get(session.options.lang));
    output::tell_unread(&done.unread, &mut reply, session.options);
    output::tell(done.exposed.as_ref(), &mut reply, session.options);
    output::tell_folder(done.folder.as_ref(), &mut reply, session.options);
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget(done);
    Ok(reply)
}

fn describe(out: &Path, done: &LakeOutcome) -> Text {
    let LakeOutcome { district, readers, commit, as_of, files, rows, left_out, .. } = done;
    let (out, commit, edition) = (clean(&out.to_string_lossy()).into_owned(), &commit[..commit.len().min(10)], readers.label());
    let (zh, en, written, kept, removed) = (edition.zh(), edition.en(), files.written, files.kept, files.removed);
    let (left_zh, left_en) = (left_out.note.zh(), left_out.note.en());
    tr!(
        "已导出 {district}（{zh}，提交 {commit}，截至 {as_of}）到 {out}：{rows} 行；写 {written} 个文件，未变 {kept} 个，删 {removed} 个\n{left_zh}\n";
        "exported {district} ({en}, commit {commit}, as of {as_of}) to {out}: {rows} rows; {written} files written, {kept} unchanged, {removed} removed\n{left_en}\n"
    )
}
