//! `whoami`: for whom this clone files, and whether its signature counts.

use clap::ArgMatches;

use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::text::Text;
use crate::{ops, render};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "whoami",
    zh: "我是谁",
    about: Text::fixed("本机以谁的名义登记，签名算不算数", "For whom this clone files, and whether its signature counts"),
    args: |command, _| command,
    run,
};

fn run(_: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let identification = ops::identify(&session.register()?, &session.environment())?;
    Ok(Reply::ok(render::identification(&identification, session.options.lang)))
}
