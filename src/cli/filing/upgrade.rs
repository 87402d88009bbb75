//! `upgrade`: raises the format of a register to the one that this program writes.

use clap::{ArgMatches, Command as Clap};

use super::author::named_unit;
use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::ops::{self, UpgradeRequest};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "upgrade",
    zh: "升级",
    about: Text::fixed(
        "把台账升到本程序的格式版本（由办公室办理）",
        "Raise the register to the format of this program; for the office",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    command.args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = UpgradeRequest { unit: named_unit(matches), dry_run: matches.get_flag("dry-run") };
    let outcome = ops::upgrade(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}
