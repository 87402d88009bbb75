//! `edit`: a record in the person's own editor.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, filing};
use crate::text::Text;

pub(super) static COMMAND: Command = Command {
    name: "edit",
    zh: "编辑",
    about: Text::fixed(
        "用编辑器修改一份记录，存盘后检查、登记",
        "Change a record in an editor; it is checked and filed on saving",
    ),
    args: filing::edition,
    run,
};

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    filing::edit(matches, session)
}
