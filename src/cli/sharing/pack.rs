//! `pack`: what the other side lacks, as a standard git bundle for a stick or a mail.

use std::path::PathBuf;

use clap::ArgMatches;

use super::text;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, KnownUpTo, PackRequest};
use crate::render;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "pack",
    zh: "打包",
    about: Text::fixed(
        "把对方还没有的打成一个文件，用优盘或邮件送去",
        "Pack what the other side lacks into a file, for a stick or a mail",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("写到哪个文件，如 公安.bundle", "which file to write, such as gongan.bundle");
    let since = Text::fixed(
        "对方已有到哪次提交；默认上次同步时共享的",
        "up to which commit the other side has it; the last shared one by default",
    );
    command
        .arg(args::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::option("since", Text::fixed("提交", "REV"), since, lang).conflicts_with("all"))
        .arg(args::switch("all", Text::fixed("整个台账", "the whole register"), lang))
        .arg(args::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let known = match text(matches, "since") {
        _ if matches.get_flag("all") => KnownUpTo::Nothing,
        Some(commit) => KnownUpTo::Commit(commit),
        None => KnownUpTo::Shared,
    };
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let request = PackRequest { file, force: matches.get_flag("force"), known };
    let receipt = ops::pack(&session.register()?, &request, &session.environment())?;
    Ok(Reply::ok(render::pack_receipt(&receipt, session.options.lang)))
}
