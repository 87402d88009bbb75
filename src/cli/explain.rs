//! `explain`: a rule, an obligation or a clause in full.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::ops::{self, ExplainRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "explain",
    zh: "解释",
    about: Text::fixed("解释一条规则、义务或条款", "Explain a rule, an obligation or a clause"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help =
        Text::fixed("规则（N07）、义务（O7）或条款（3.4、三（四））", "a rule (N07), an obligation (O7) or a clause (3.4)");
    command
        .arg(args::arg("what", Text::fixed("对象", "WHAT"), help, lang).required(true))
        .arg(args::as_of(lang))
        .arg(args::format(&["text", "json"], lang))
}

fn request(matches: &ArgMatches) -> ExplainRequest {
    ExplainRequest { what: args::words(matches, "what").unwrap_or_default(), as_of: args::as_of_typed(matches) }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let explanation = ops::explain(session.source(matches)?, &request(matches), &session.environment())?;
    Ok(Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&explanation),
        _ => render::explanation(&explanation, session.options),
    }))
}
