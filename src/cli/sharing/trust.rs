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
    about: Text::fixed(
        "启用签名核验；看台账的起点；给早先的台账写入标识",
        "Turn signatures on; show where trust begins; name an earlier register",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let on = Text::fixed(
        "启用：从这次提交起，每次登记都须签名（办公室）",
        "from this commit on everything must be signed (the office)",
    );
    let show = Text::fixed(
        "看台账的起点、办公室密钥的指纹和台账标识，供电话核对",
        "where trust begins, the fingerprint of the office's key and the register's name, to compare by telephone",
    );
    let upgrade = Text::fixed(
        "给早先的台账写入标识：从这次提交起，每次提交都写明是为这个台账签的（办公室）",
        "give an earlier register its name: from this commit on each says that it is for this register (the office)",
    );
    command
        .subcommand_required(true)
        .subcommand(args::subcommand("on", "启用", &on, lang).args(acting(lang)))
        .subcommand(args::subcommand("show", "查看", &show, lang))
        .subcommand(args::subcommand("upgrade", "升级", &upgrade, lang).args(acting(lang)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("on", within)) => on(within, session),
        Some(("upgrade", within)) => upgrade(within, session),
        _ => show(session),
    }
}

fn on(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::turn_trust_on(&session.open_register()?, &request(matches))?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    if let Some(trust) = &outcome.trust {
        reply.out.extend(render::trust(trust, session.options.lang).into_bytes());
    }
    Ok(reply)
}

fn upgrade(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let filing = ops::upgrade_trust(&session.open_register()?, &request(matches))?;
    Ok(filing_reply(&filing, matches, session.options))
}

fn request(matches: &ArgMatches) -> TrustRequest {
    TrustRequest { unit: named_unit(matches), dry_run: matches.get_flag("dry-run") }
}

fn show(session: &Session) -> anyhow::Result<Reply> {
    Ok(Reply::ok(render::trust(&ops::show_trust(&session.register()?)?, session.options.lang)))
}
