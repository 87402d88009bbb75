//! `trust`: from here on every commit must be signed by somebody who was admitted, and how many people of the office change that.

mod consent;
mod recovery;

use std::path::PathBuf;

use clap::{ArgMatches, value_parser};

use crate::cli::filing::author::named_unit;
use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::ask;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, ThresholdRequest, TrustRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "trust",
    zh: "信任",
    about: Text::fixed(
        "启用签名核验；看台账的起点；两人同意、恢复密钥",
        "Turn signatures on; show where trust begins; consent, hands and the recovery key",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let on =
        Text::fixed("从这次提交起，每次登记都须签名（办公室）", "from this commit on everything must be signed (the office)");
    let show = Text::fixed(
        "看台账的起点、办公室密钥的指纹和台账标识，供电话核对",
        "where trust begins, the fingerprint of the office's key and the register's name, to compare by telephone",
    );
    let upgrade = Text::fixed(
        "给早先的台账写入标识：从这次提交起，每次提交都写明是为这个台账签的（办公室）",
        "give an earlier register its name: from this commit on each says that it is for this register (the office)",
    );
    let threshold = Text::fixed(
        "改动密钥、办公室和签字人数须办公室几个人同意：1 或 2",
        "how many people of the office a change of keys, office and hands takes: 1 or 2",
    );
    let hands = Text::fixed("1 或 2", "1 or 2");
    command
        .subcommand_required(true)
        .subcommand(args::subcommand("on", "启用", &on, lang).args(acting(lang)))
        .subcommand(args::subcommand("show", "查看", &show, lang).arg(args::format(&["text", "json"], lang)))
        .subcommand(args::subcommand("upgrade", "升级", &upgrade, lang).args(acting(lang)))
        .subcommand(
            args::subcommand("threshold", "签字人数", &threshold, lang)
                .arg(
                    args::arg("hands", Text::fixed("人数", "NUMBER"), hands, lang)
                        .required(true)
                        .value_parser(value_parser!(u32).range(1..=2)),
                )
                .arg(ask(lang))
                .args(acting(lang)),
        )
        .subcommand(consent::args(lang))
        .subcommand(consent::file_args(lang))
        .subcommand(recovery::args(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("on", within)) => on(within, session),
        Some(("upgrade", within)) => upgrade(within, session),
        Some(("threshold", within)) => threshold(within, session),
        Some(("consent", within)) => consent::run(within, session),
        Some(("file", within)) => consent::file(within, session),
        Some(("recovery", within)) => recovery::run(within, session),
        Some((_, within)) => show(within, session),
        None => Ok(Reply::default()),
    }
}

fn on(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::turn_trust_on(&session.open_register()?, &request(matches), &session.environment())?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    if let Some(trust) = &outcome.trust {
        reply.out.extend(render::trust(trust, session.options.lang).into_bytes());
        reply.out.extend(render::paper(&outcome.paper, session.options.lang).into_bytes());
    }
    Ok(reply)
}

fn upgrade(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let filing = ops::upgrade_trust(&session.open_register()?, &request(matches), &session.environment())?;
    Ok(filing_reply(&filing, matches, session.options))
}

fn threshold(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = ThresholdRequest {
        hands: matches.get_one::<u32>("hands").copied().unwrap_or(1),
        ask: matches.get_one::<PathBuf>("ask").cloned(),
        unit: named_unit(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let filing = ops::set_threshold(&session.open_register()?, &request)?;
    Ok(filing_reply(&filing, matches, session.options))
}

fn request(matches: &ArgMatches) -> TrustRequest {
    TrustRequest { unit: named_unit(matches), dry_run: matches.get_flag("dry-run") }
}

fn show(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let trust = ops::show_trust(&session.register()?)?;
    Ok(Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&trust),
        _ => render::trust(&trust, session.options.lang),
    }))
}
