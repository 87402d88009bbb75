//! `join`: a signing key for this clone, and a request to the office to admit it.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches};

use super::{roles, text};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args, ask};
use crate::ops::{self, JoinRequest};
use crate::render;
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "join",
    zh: "加入",
    about: Text::fixed(
        "做一把签名密钥，写一份交办公室登记的申请",
        "Join: make a signing key, and a request for the office to admit it",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = Text::fixed("为哪个单位登记", "the unit for which this clone files");
    let name = Text::fixed("姓名", "who");
    let role = Text::fixed(
        "用途：联络员（默认）、负责人、办公室；可写多次",
        "what it signs: liaison (default), leader, office; may be repeated",
    );
    let key = Text::fixed(
        "用已有的 SSH 密钥文件（.pub 表示私钥在 agent 里），不另做",
        "an SSH key that is there (.pub if it lies in an agent), instead of a new one",
    );
    let out = Text::fixed(
        "申请写到哪个文件；默认放在台账文件夹旁边",
        "where the request goes; beside the register's folder by default",
    );
    let yes =
        Text::fixed("本机已为另一单位加入时，改为这个单位", "where this clone has joined for another unit: move it to this one");
    command
        .arg(args::unit(unit, lang).alias("as").required(true))
        .arg(args::option("name", Text::fixed("姓名", "NAME"), name, lang).required(true))
        .arg(args::option("role", Text::fixed("用途", "ROLE"), role, lang).action(ArgAction::Append))
        .arg(args::option("key", Text::fixed("文件", "FILE"), key, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::switch("yes", yes, lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (root, mut request) = (session.register()?, request(matches)?);
    if !request.moves
        && let Some(before) = ops::joined_otherwise(&root, &request.unit, &session.environment())?
    {
        let question = tr!("本机已为{before}加入，改由另一单位使用？（是/否）"; "this clone has joined for {before}; does another unit use it from now on? (yes/no) ");
        request.moves = ask::yes("", &question, session.options.lang) == Some(true);
    }
    let receipt = ops::join(&root, &request, &session.environment())?;
    Ok(Reply::ok(render::join_receipt(&receipt, session.options.lang)))
}

fn request(matches: &ArgMatches) -> anyhow::Result<JoinRequest> {
    Ok(JoinRequest {
        unit: text(matches, "unit").unwrap_or_default(),
        name: text(matches, "name").unwrap_or_default(),
        roles: roles(matches)?,
        key: matches.get_one::<PathBuf>("key").map(std::path::absolute).transpose()?,
        out: matches.get_one::<PathBuf>("out").cloned(),
        moves: matches.get_flag("yes"),
    })
}
