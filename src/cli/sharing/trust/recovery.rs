//! `trust recovery`: the key that lies on paper.

use std::io::{BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{ArgMatches, Command as Clap};

use crate::cli::filing::author::named_unit;
use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::ask;
use crate::cli::{Reply, args};
use crate::ops::{self, RecoveryRequest};
use crate::render;
use crate::text::{Lang, Text};
use crate::trust::{RECOVERY_DIGITS, digits_typed};

/// Bytes of what is typed: thirteen groups, however they are spaced.
const TYPED_BYTES: u64 = 4096;

pub(super) fn args(lang: Lang) -> Clap {
    let about = Text::fixed(
        "写在纸上，办公室的密钥全丢了或失密时用",
        "the recovery key, which lies on paper for when all keys of the office are lost",
    );
    let new = Text::fixed(
        "新做一把并显示一次；原有一把的，从标准输入读它",
        "make one and show it once; the one until now is read from standard input",
    );
    let used = Text::fixed(
        "用它登记本机的密钥为办公室的，停用办公室其余的密钥；从标准输入读它",
        "admit this clone's key as the office's and retire all others of the office; it is read from standard input",
    );
    args::subcommand("recovery", "恢复密钥", &about, lang)
        .subcommand_required(true)
        .subcommand(args::subcommand("new", "新做", &new, lang).arg(ask(lang)).args(acting(lang)))
        .subcommand(args::subcommand("use", "使用", &used, lang).args(acting(lang)))
}

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("use", within)) => {
            let register = session.open_register()?;
            let paper = ops::has_recovery(&register).then(|| typed(session)).transpose()?;
            let filing = ops::use_recovery(&register, &request(within, paper))?;
            Ok(filing_reply(&filing, within, session.options))
        }
        Some((_, within)) => new(within, session),
        None => Ok(Reply::default()),
    }
}

fn new(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let paper = ops::has_recovery(&register).then(|| typed(session)).transpose()?;
    let outcome = ops::renew_recovery(&register, &request(matches, paper))?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    if let Some(groups) = &outcome.groups {
        reply.out.extend(render::paper(groups, session.options.lang).into_bytes());
    }
    Ok(reply)
}

fn request(matches: &ArgMatches, paper: Option<String>) -> RecoveryRequest {
    RecoveryRequest {
        paper,
        ask: matches.try_get_one::<PathBuf>("ask").ok().flatten().cloned(),
        unit: named_unit(matches),
        dry_run: matches.get_flag("dry-run"),
    }
}

/// The key on paper as it is typed: on a terminal line by line until it is whole, else whatever comes. It stands in no argument, where
/// others could see it.
fn typed(session: &Session) -> anyhow::Result<String> {
    let (input, mut shown) = (std::io::stdin(), std::io::stderr());
    let failed = || Text::fixed("恢复密钥没有读到", "the recovery key was not read");
    let mut typed = String::new();
    if !input.is_terminal() {
        input.take(TYPED_BYTES).read_to_string(&mut typed).context(failed())?;
        return Ok(typed);
    }
    let asks = Text::fixed("请输入恢复密钥（13 组，可分行）：", "type the recovery key (13 groups, on any number of lines): ");
    write!(shown, "{}", asks.get(session.options.lang)).and_then(|()| shown.flush()).context(failed())?;
    let mut lines = input.lock().take(TYPED_BYTES);
    while digits_typed(&typed) < RECOVERY_DIGITS && lines.read_line(&mut typed).context(failed())? > 0 {}
    Ok(typed)
}
