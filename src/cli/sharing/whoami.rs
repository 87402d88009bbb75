//! `whoami`: for whom this clone files, and whether its signature counts.

use clap::ArgMatches;

use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops;
use crate::render::{self, json};
use crate::text::Text;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "whoami",
    zh: "我是谁",
    about: Text::fixed("本机以谁的名义登记，签名算不算数", "For whom this clone files, and whether its signature counts"),
    args: |command, lang| command.arg(args::format(&["text", "json"], lang)),
    run,
};

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let identification = ops::identify(&session.register()?, &session.environment())?;
    Ok(Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&identification),
        _ => render::identification(&identification, session.options.lang),
    }))
}
