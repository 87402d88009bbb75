//! `confirm`: what the office entered for a unit, told to that unit, which says that it is so.

use clap::{ArgMatches, Command as Clap};

use super::author::named_unit;
use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::ops::{self, ConfirmOutcome, ConfirmRequest};
use crate::render;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "confirm",
    zh: "确认代录",
    about: Text::fixed("列出、确认办公室代本单位录入的记录", "List and confirm what the office entered for a unit"),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    let record =
        Text::fixed("哪些记录；不写则列出待确认的", "which records; without any, those still to be confirmed are listed");
    let all = Text::fixed("全部待确认的", "all that are still to be confirmed");
    command
        .arg(app::arg("record", Text::fixed("记录", "RECORD"), record, lang).num_args(0..))
        .arg(app::switch("all", all, lang).conflicts_with("record"))
        .args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = ConfirmRequest {
        records: matches.get_many::<String>("record").into_iter().flatten().cloned().collect(),
        all: matches.get_flag("all"),
        unit: named_unit(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    Ok(match ops::confirm(&session.open_register()?, &request, &session.environment())? {
        ConfirmOutcome::Unconfirmed(entries) => Reply::ok(render::entries(&entries, session.options)),
        ConfirmOutcome::Confirmed(outcome) => filing_reply(&outcome, matches, session.options),
    })
}
