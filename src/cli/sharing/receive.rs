//! `receive`: takes what came in a file on a stick or in a mail.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{SyncContext, stopped, sync};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "receive",
    zh: "收取",
    about: Text::fixed("收取 pack 打包的文件：先核验，再并入", "Take a file made by pack: it is verified, then joined"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("打包的文件", "the file made by pack");
    command
        .arg(app::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    if !file.is_file() {
        let shown = clean(&file.to_string_lossy()).into_owned();
        return Err(tr!("没有文件 {shown}；请核对路径"; "there is no file {shown}; check its path").into());
    }
    let context = SyncContext::open(session)?;
    match context.exchange().receive(&file) {
        Ok(synced) => sync::describe_sync(&synced, &context, matches, session),
        Err(why) => stopped::explain_stop(&why, session.options),
    }
}
