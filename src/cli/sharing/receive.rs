//! `receive`: takes what came in a file on a stick or in a mail.

use std::path::PathBuf;

use clap::ArgMatches;

use super::sync::reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops;
use crate::text::{Lang, Text};

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
        .arg(args::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    Ok(reply(&ops::receive(&session.register()?, &file, &session.environment())?, matches, session))
}
