//! `commit`: what was changed by hand in the folder, as one commit.

use clap::{ArgMatches, Command as Clap};

use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, CommitRequest};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "commit",
    zh: "提交",
    about: Text::fixed(
        "提交手工改动的记录：先按登记的规则检查，再签名",
        "Commit records that were edited by hand: judged as a filing is, and signed",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    let reason = Text::fixed("更正已印发、已登记的内容时，写明原因", "why, where what stands is mended");
    command
        .arg(args::option("reason", Text::fixed("原因", "REASON"), reason, lang))
        .args(acting(lang).into_iter().filter(|arg| arg.get_id() != "as"))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = CommitRequest { reason: matches.get_one::<String>("reason").cloned(), dry_run: matches.get_flag("dry-run") };
    let outcome = ops::commit_by_hand(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}
