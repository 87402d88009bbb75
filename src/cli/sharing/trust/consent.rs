//! `trust consent` and `trust file`: a change of keys that takes two people of the office.

use std::path::PathBuf;

use clap::{ArgMatches, Command as Clap, value_parser};

use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::request_text;
use crate::cli::{Reply, args, output};
use crate::ops::{self, ConsentRequest};
use crate::render;
use crate::text::{Lang, Text, clean};

pub(super) fn args(lang: Lang) -> Clap {
    let about = Text::fixed(
        "看办公室另一个人写的密钥变更请求；加 --yes 表示同意，写回原文件",
        "look at a change of keys that another person of the office asks for; --yes consents, into the same file",
    );
    let yes = Text::fixed("同意", "consent");
    args::subcommand("consent", "同意", &about, lang).arg(file_arg(lang)).arg(args::switch("yes", yes, lang))
}

pub(super) fn file_args(lang: Lang) -> Clap {
    let about = Text::fixed("登记另一个人同意了的密钥变更", "file a change of keys to which the other consented");
    args::subcommand("file", "登记", &about, lang).arg(file_arg(lang)).args(acting(lang))
}

fn file_arg(lang: Lang) -> clap::Arg {
    let file = Text::fixed("--ask 写的请求", "the request that --ask wrote");
    args::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(value_parser!(PathBuf))
}

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (path, request) = request_text(matches)?;
    let asked = ConsentRequest { request, consents: matches.get_flag("yes") };
    let outcome = ops::consent(&session.open_register()?, &asked)?;
    if let Some(text) = &outcome.text {
        output::write(&path, text.as_bytes(), true)?;
    }
    let shown = clean(&path.to_string_lossy()).into_owned();
    Ok(Reply::ok(render::consent(&outcome, &shown, session.options.lang)))
}

pub(super) fn file(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (_, request) = request_text(matches)?;
    let filing = ops::file_consented(&session.open_register()?, &request, matches.get_flag("dry-run"))?;
    Ok(filing_reply(&filing, matches, session.options))
}
