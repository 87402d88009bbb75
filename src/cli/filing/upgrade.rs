//! `upgrade`: raises the format of a register to the one that this program writes. Only the office does, and only on purpose:
//! an older program reads a newer register as far as it can, and never writes to it.

use clap::{ArgMatches, Command as Clap};
use toml::Value;

use super::author::own;
use super::commit::{Composed, PlannedCommit};
use super::options::acting;
use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::model::{Kind, RecordPath};
use crate::store::{FORMAT, LockedRegister};
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "upgrade",
    zh: "升级",
    about: Text::fixed(
        "把台账升到本程序的格式版本（由办公室办理）",
        "Raise the register to the format of this program; for the office",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    command.args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    own(matches, register.mechanism.office(), &register)?;
    if register.mechanism.file.format == FORMAT {
        let said = tr!("台账已是第 {FORMAT} 版，不需要升级\n"; "the register is of format {FORMAT} already\n");
        return Ok(Reply::ok(said.get(session.options.lang)));
    }
    let commit = PlannedCommit::new(session, &register, matches, Text::fixed("升级格式", "Raise the format"))
        .then(Text::fixed("请各单位更新程序后再登记", "every unit needs the newer program before it files again"));
    let raised = |held: &LockedRegister<'_>| {
        Composed::rewritten(RecordPath::Single(Kind::Mechanism), held, |table| {
            table.insert("format".to_owned(), Value::Integer(FORMAT.into()));
        })
    };
    commit.make(|held| Ok(vec![raised(held)?])).0
}
