//! `renumber`: another number for a record that only lies here, where somebody else was given the same.

use clap::ArgMatches;

use super::text;
use crate::cli::filing::options::acting;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, RenumberRequest};
use crate::render;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "renumber",
    zh: "换号",
    about: Text::fixed("给只在本机的一件换编号（与别人重号时）", "Give a record that only lies here another number"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed("哪份记录", "which record");
    command.arg(args::record(record, lang).required(true)).args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request =
        RenumberRequest { record: args::record_typed(matches), unit: text(matches, "as"), dry_run: matches.get_flag("dry-run") };
    let outcome = ops::renumber(&session.register()?, &request, &session.environment())?;
    let told: String =
        outcome.left.iter().chain(&outcome.unnamed).flat_map(|why| [why.get(session.options.lang), "\n"]).collect();
    Ok(Reply { err: told.into_bytes(), ..Reply::ok(render::renumbered(&outcome, session.options)) })
}
