//! `fmt`: the canonical form of a unit's own files, such as those that were written by hand. Nothing that they say changes.

use clap::{ArgMatches, Command as Clap};

use super::author;
use super::commit::{Composed, PlannedCommit, Stop};
use super::options::acting;
use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::model::{Comments, Happening, Mechanism, Nature, Record, RecordPath, UnitId};
use crate::ops::Register;
use crate::store::{LockedRegister, TextPolicy};
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "fmt",
    zh: "整理",
    about: Text::fixed(
        "把本单位手工写的文件整理成规范格式（内容不变，已印发的不动）",
        "Bring a unit's own files into canonical form; nothing that they say changes, what was issued stays",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    command.args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let unit = author::acting(matches, &register)?;
    let loaded = session.read(matches, TextPolicy::Keep)?;
    let own = |(path, _): &&(RecordPath, Record)| is_of(path, &unit, &register.mechanism, register.today());
    let records: Vec<&(RecordPath, Record)> = loaded.loaded.records.iter().filter(own).collect();
    let lost = loaded.problems().iter().filter(|problem| problem.unreadable).count();
    let commit = PlannedCommit::new(session, &register, matches, Text::fixed("整理格式", "Bring into canonical form"));
    let drifted: Vec<&(RecordPath, Record)> =
        records.into_iter().filter(|(path, record)| drifts(path, record, &register)).collect();
    let mut reply = if drifted.is_empty() {
        Reply::ok(Text::fixed("格式都规范，没有要整理的\n", "all is in canonical form\n").get(session.options.lang))
    } else {
        commit.make(|held| drifted.into_iter().map(|(path, record)| formed(path, record, held)).collect()).0?
    };
    if lost > 0 {
        let said = tr!("有 {lost} 个文件读不出来，没有整理（原因见 liandong check）\n"; "{lost} files cannot be read and were left alone (liandong check says why)\n");
        reply.err.extend(said.get(session.options.lang).as_bytes());
        reply.code = 2;
    }
    Ok(reply)
}

fn is_of(path: &RecordPath, unit: &UnitId, mechanism: &Mechanism, today: crate::model::Day) -> bool {
    mechanism.stands_for(unit, path.owner().unwrap_or(mechanism.office()), today)
}

/// Whether a file is not written as the program writes it, and may still be.
fn drifts(path: &RecordPath, record: &Record, register: &Register) -> bool {
    let went_out = path.kind().nature() == Nature::Frozen && record.happening().is_some_and(Happening::is_issued);
    let text = register.source.text(&path.file()).unwrap_or_default();
    !went_out && record.write(&Comments::from_text(&text)) != text
}

fn formed(path: &RecordPath, record: &Record, held: &LockedRegister<'_>) -> Result<Composed, Stop> {
    let before = held.bytes(path)?;
    let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
    Ok(Composed::plain(path.clone(), before, record.write(&Comments::from_text(&text))))
}
