//! `clause`: the regulation's text, whole or from one clause down.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::model::ClauseKey;
use crate::ops::{self, ClauseRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command =
    Command {
        name: "clause", zh: "条款", about: Text::fixed("查看机制原文", "Show the text of the regulation"), args, run
    };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help = Text::fixed(
        "条款，如 3.4、三（四）；不写则为全文",
        "a clause, such as 3.4 or 三（四）; the whole text where none is given",
    );
    command
        .arg(args::arg("clause", Text::fixed("条款", "CLAUSE"), help, lang))
        .arg(args::as_of(lang))
        .arg(args::format(&["text", "json"], lang))
}

fn request(matches: &ArgMatches) -> Result<ClauseRequest, Text> {
    let clause = args::typed(matches, "clause").map(str::parse::<ClauseKey>).transpose()?;
    Ok(ClauseRequest { clause, as_of: args::as_of_typed(matches) })
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = request(matches)?;
    let clauses = ops::clauses(session.source(matches)?, &request, &session.environment())?;
    Ok(Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&clauses),
        _ => render::clauses(&clauses, session.options),
    }))
}
