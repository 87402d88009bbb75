//! `amend`: mends a slip of the keyboard in a record that stands, with the reason.

use clap::ArgMatches;

use super::file::file;
use super::options::{RECORD, amendment};
use super::{Act, Verb};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, reference};
use crate::text::Text;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "amend",
    zh: "勘误",
    about: Text::fixed("更正已登记记录中的笔误，写明原因", "Mend a slip in a record that stands, with the reason"),
    args: amendment,
    run,
};

/// Mends a slip in a record of any kind.
fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let given = matches.get_one::<String>(RECORD).map_or("", String::as_str);
    let kind = reference::of_file(given, &register.mechanism, register.today())?.kind();
    if !kind.is_happening() {
        return Err(Text::fixed(
            "这类记录可以直接改（liandong edit），不必更正",
            "a record of this kind may be changed at will (liandong edit), and needs no amendment",
        )
        .into());
    }
    file(kind, &AMEND, matches, session)
}

static AMEND: Verb = Verb {
    name: "amend",
    zh: "勘误",
    about: Text::fixed("更正笔误", "Mend a slip"),
    kind: None,
    act: Act::Amend,
    preset: &[],
    needs: &[],
    next: ("", ""),
};
