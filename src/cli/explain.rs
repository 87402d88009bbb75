//! `explain`: a rule, an obligation or a clause in full.

use clap::ArgMatches;

use super::session::{Session, as_of, today};
use super::{Command, Reply, app};
use crate::render::{self, json};
use crate::report;
use crate::store::TextPolicy;
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
        .arg(app::arg("what", Text::fixed("对象", "WHAT"), help, lang).required(true))
        .arg(app::as_of(lang))
        .arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let ledger = session.read(matches, TextPolicy::Drop)?.take_ledger()?;
    let what = matches.get_one::<String>("what").map_or("", String::as_str);
    let on = as_of(matches, today(&ledger.mechanism))?;
    let explanation = report::explain(what, &ledger, on)?;
    Ok(Reply::ok(match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&explanation),
        _ => render::explanation(&explanation, session.options),
    }))
}
