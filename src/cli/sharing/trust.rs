//! `trust`: from here on every commit must be signed by somebody who was admitted.

use clap::ArgMatches;

use crate::cli::filing::author::named_unit;
use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, TrustRequest};
use crate::render;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "trust",
    zh: "信任",
    about: Text::fixed("启用签名核验；看台账的起点", "Turn signatures on; show where trust begins"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let on = Text::fixed(
        "启用：从这次提交起，每次登记都须签名（办公室）",
        "from this commit on everything must be signed (the office)",
    );
    let show = Text::fixed(
        "看台账的起点和办公室密钥的指纹，供电话核对",
        "where trust begins, and the fingerprint of the office's key, to compare by telephone",
    );
    command
        .subcommand_required(true)
        .subcommand(args::subcommand("on", "启用", &on, lang).args(acting(lang)))
        .subcommand(args::subcommand("show", "查看", &show, lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("on", within)) => on(within, session),
        _ => show(session),
    }
}

fn on(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = TrustRequest { unit: named_unit(matches), dry_run: matches.get_flag("dry-run") };
    let outcome = ops::turn_trust_on(&session.open_register()?, &request)?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    if outcome.filing.is_filed() {
        reply.out.extend(render::trust_root(outcome.root.as_ref(), session.options.lang).into_bytes());
    }
    Ok(reply)
}

fn show(session: &Session) -> anyhow::Result<Reply> {
    let root = ops::trust_root(&session.register()?)?;
    Ok(Reply::ok(render::trust_root(root.as_ref(), session.options.lang)))
}
