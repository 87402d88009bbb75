//! `receive`: takes what came in a file on a stick or in a mail.

use std::path::PathBuf;

use clap::ArgMatches;

use super::sync::reply;
use super::wants_json;
use crate::cli::filing::author::named_unit;
use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply_as;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, RefileRequest, Refiled};
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
    let refile = Text::fixed(
        "台账启用标识 90 天以后才送到的，以本机的密钥重新登记本单位的，并写明原登记人",
        "what comes more than 90 days after the register was named is filed anew, for this unit with the key of this clone, naming who had filed it",
    );
    let [unit, ..] = acting(lang);
    command
        .arg(args::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::switch("refile", refile, lang))
        .arg(unit.requires("refile"))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let (register, environment, lang) = (session.register()?, session.environment(), session.options.lang);
    if !matches.get_flag("refile") {
        return Ok(reply(&ops::receive(&register, &file, &environment)?, matches, session));
    }
    let request = RefileRequest { file, unit: named_unit(matches) };
    Ok(match ops::refile(&register, &request, &environment)? {
        Refiled::Received(outcome) => reply(&outcome, matches, session),
        Refiled::Anew { filing, left } => {
            let mut reply = filing_reply_as(&filing, wants_json(matches), session.options);
            let head = Text::fixed("没有重新登记的：\n", "not filed anew:\n");
            if !left.is_empty() {
                let lines = left.iter().map(|why| format!("  {}\n", why.get(lang)));
                reply.err.extend(std::iter::once(head.get(lang).to_owned()).chain(lines).collect::<String>().into_bytes());
            }
            reply
        }
    })
}
