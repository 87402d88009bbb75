//! `amend`: mends a slip of the keyboard in a record that stands, with the reason.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, filing};
use crate::text::Text;

pub(super) static COMMAND: Command = Command {
    name: "amend",
    zh: "勘误",
    about: Text::fixed("更正已登记记录中的笔误，写明原因", "Mend a slip in a record that stands, with the reason"),
    args: filing::amendment,
    run,
};

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    filing::amend(matches, session)
}
