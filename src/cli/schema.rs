//! `schema`: the JSON Schema of a kind.

use std::path::PathBuf;

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::model::Kind;
use crate::ops;
use crate::render::json;
use crate::report;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "schema",
    zh: "结构",
    about: Text::fixed(
        "输出一类记录的 JSON Schema（供编辑器补全）",
        "Print the JSON Schema of a kind, for editors that complete",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let kinds: Vec<Text> = Kind::ALL.iter().map(|kind| kind.label()).collect();
    let kinds = Text::join(&kinds, "、", ", ");
    let help = Text::new(format!("哪一类：{}", kinds.zh()), format!("which kind: {}", kinds.en()));
    let all = Text::fixed("所有类别，每类一个文件", "every kind, a file each");
    let out = Text::fixed("存入该文件夹", "the folder to which they are written");
    command
        .arg(args::arg("kind", Text::fixed("类别", "KIND"), help, lang).required_unless_present_any(["all", "editors"]))
        .arg(args::switch("all", all, lang).conflicts_with("kind").requires("out"))
        .arg(args::switch("editors", super::init::EDITORS, lang).conflicts_with_all(["kind", "all", "out"]))
        .arg(args::option("out", Text::fixed("文件夹", "DIR"), out, lang).value_parser(clap::value_parser!(PathBuf)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    if matches.get_flag("editors") {
        return editors(session);
    }
    if let Some(folder) = matches.get_one::<PathBuf>("out") {
        if !matches.get_flag("all") {
            return Err(Text::fixed(
                "--out 与 --all 同用；一类的请用 > 存入文件",
                "--out goes with --all; write the schema of one kind to a file with >",
            )
            .into());
        }
        let page = |kind: &Kind| json::json(&report::schema(*kind, session.options.lang)).into_bytes();
        let pages = Kind::ALL.iter().map(|kind| (report::schema_name(*kind), page(kind)));
        return output::write_pages(folder, pages, session.options);
    }
    let kind = Kind::by_name(args::typed(matches, "kind").unwrap_or_default())?;
    Ok(Reply::ok(json::json(&report::schema(kind, session.options.lang))))
}

/// Settings for editors, in the register at hand: of this version, in this language.
fn editors(session: &Session) -> anyhow::Result<Reply> {
    let folder = session.register()?;
    ops::write_editor_files(&folder, &report::editor_files(session.options.lang))?;
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let said = tr!(
        "已把编辑器设置写入 {shown}（只在本机，git 不管这些文件）\n下一步：用 VS Code 等打开该文件夹；程序升级后再运行一次\n";
        "settings for editors were written to {shown}, on this computer alone (git passes over them)\nnext: open the folder in VS Code or another editor; run this again after the program was upgraded\n"
    );
    Ok(Reply::done(said.get(session.options.lang)))
}
