//! `amend`: mends a slip of the keyboard in a record that stands, with the reason.

use clap::ArgMatches;

use super::author::author_request;
use super::options::{RECORD, amendment};
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::ops::{self, AmendRequest};
use crate::text::Text;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "amend",
    zh: "勘误",
    about: Text::fixed("更正已登记记录中的笔误，写明原因", "Mend a slip in a record that stands, with the reason"),
    args: amendment,
    run,
};

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let given = |id: &str| matches.get_one::<String>(id).cloned().unwrap_or_default();
    let request = AmendRequest {
        record: given(RECORD),
        set: matches.get_many::<String>("set").into_iter().flatten().cloned().collect(),
        remove: matches.get_many::<String>("remove").into_iter().flatten().cloned().collect(),
        reason: given("reason"),
        author: author_request(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let outcome = ops::amend(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}
