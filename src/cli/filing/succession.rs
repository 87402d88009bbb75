//! `unit merge` and `unit split`: a unit that ends, and those that take over from it.

use clap::{ArgAction, ArgMatches, Command};

use super::author::named_unit;
use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Reply, app};
use crate::ops::{self, SuccessionRequest};
use crate::text::{Lang, Text};

/// What `unit merge` and `unit split` take.
pub(super) fn args(command: Command, lang: Lang) -> Command {
    let unit = Text::fixed("单位", "UNIT");
    let gone = Text::fixed("撤并的单位，一个或几个", "the units that end, one or several");
    let into = Text::fixed(
        "承接的单位，应已用 unit new 登记；几个单位时第一个承接未了事项",
        "who takes over, filed with unit new before; of several, the first takes over what is open",
    );
    let on = Text::fixed("承接单位开始履职的日期", "the day from which they act");
    let reached = app::option("into", unit.clone(), into, lang).required(true).action(ArgAction::Append).num_args(1..);
    command
        .arg(app::arg("gone", unit, gone, lang).required(true).num_args(1..))
        .arg(reached)
        .arg(app::option("on", Text::fixed("日期", "DAY"), on, lang).required(true))
        .args(acting(lang))
}

/// Files the end of every unit that goes, with who takes over.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let units = |id: &str| matches.get_many::<String>(id).into_iter().flatten().cloned().collect();
    let request = SuccessionRequest {
        gone: units("gone"),
        heirs: units("into"),
        on: matches.get_one::<String>("on").cloned().unwrap_or_default(),
        unit: named_unit(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let outcome = ops::succeed(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}
