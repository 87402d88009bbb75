//! `confirm`: what the office entered for a unit, told to that unit, which says that it is so. What it says is its own record;
//! the one that was entered stays as it is.

use std::collections::BTreeSet;

use clap::{ArgMatches, Command as Clap};
use toml::{Table, Value};

use super::author;
use super::commit::{Composed, PlannedCommit, Stop};
use super::options::acting;
use super::table::datetime;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, reference};
use crate::model::reader::Keys;
use crate::model::{Comments, FiledPath, Kind, Number, RecordPath, Reference, ResponseKind, UnitId};
use crate::ops::Register;
use crate::render;
use crate::report;
use crate::store::{LockedRegister, TextPolicy};
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "confirm",
    zh: "确认代录",
    about: Text::fixed("列出、确认办公室代本单位录入的记录", "List and confirm what the office entered for a unit"),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    let record =
        Text::fixed("哪些记录；不写则列出待确认的", "which records; without any, those still to be confirmed are listed");
    let all = Text::fixed("全部待确认的", "all that are still to be confirmed");
    command
        .arg(app::arg("record", Text::fixed("记录", "RECORD"), record, lang).num_args(0..))
        .arg(app::switch("all", all, lang).conflicts_with("record"))
        .args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let unit = author::acting(matches, &register)?;
    let given: Vec<&String> = matches.get_many::<String>("record").into_iter().flatten().collect();
    let records = if given.is_empty() {
        let loaded = session.read(matches, TextPolicy::Drop)?;
        let unconfirmed = report::unconfirmed_entries(&loaded.ledger()?, &unit, register.today());
        if !matches.get_flag("all") {
            return Ok(Reply::ok(render::entries(&unconfirmed, session.options)));
        }
        unconfirmed.into_iter().map(|entry| entry.record.reference.parse()).collect::<Result<Vec<Reference>, Text>>()?
    } else {
        given
            .into_iter()
            .map(|given| reference::resolve_reference(given, &register.mechanism, register.today()))
            .collect::<Result<_, Text>>()?
    };
    let mut records = records;
    let mut named = BTreeSet::new();
    records.retain(|reference| named.insert(reference.clone()));
    if records.is_empty() {
        return Ok(Reply::ok(Text::fixed("没有待确认的代录记录\n", "nothing is to be confirmed\n").get(session.options.lang)));
    }
    let commit = PlannedCommit::new(session, &register, matches, Text::fixed("确认代录", "Confirm what was entered"));
    commit.make(|held| confirmations(&records, &unit, &register, held)).0
}

/// One response a record, numbered one after the other.
fn confirmations(
    records: &[Reference],
    unit: &UnitId,
    register: &Register,
    held: &LockedRegister<'_>,
) -> Result<Vec<Composed>, Stop> {
    let (kind, year) = (Kind::Response, register.today().year());
    let first = held.next_number(kind, year, unit, register.series(unit))?;
    let mut composed = Vec::new();
    for (reference, serial) in records.iter().zip(first.serial()..) {
        entered(reference, unit, register, held)?;
        let number =
            Number::new(first.series(), serial).ok_or(Text::fixed("这一年的编号用完了", "this year's numbers are used up"))?;
        let path = RecordPath::Filed(FiledPath { kind, year, unit: unit.clone(), number });
        composed.push(Composed::plain(path, None, confirmation(reference, register)?));
    }
    Ok(composed)
}

/// That the record was entered on behalf of the unit, which may then confirm it.
fn entered(reference: &Reference, unit: &UnitId, register: &Register, held: &LockedRegister<'_>) -> Result<(), Text> {
    let file = reference.record.file();
    let bytes = held.committed(&reference.record)?;
    let Some(bytes) = bytes else {
        return Err(tr!("台账中没有 {file}"; "the register has no {file}"));
    };
    let owner = reference.record.owner().unwrap_or(register.mechanism.office());
    if !register.mechanism.stands_for(unit, owner, register.today()) {
        let owner = register.mechanism.short(owner);
        return Err(tr!("{file} 是{owner}的记录，由{owner}确认"; "{file} is {owner}'s, who confirms it"));
    }
    let table: Option<Table> = String::from_utf8_lossy(&bytes).parse().ok();
    if table.is_some_and(|table| table.contains_key("entered_by")) {
        return Ok(());
    }
    Err(tr!("{file} 是本单位自己登记的，不需要确认"; "{file} was filed by the unit itself and needs no word of it"))
}

fn confirmation(reference: &Reference, register: &Register) -> Result<String, Stop> {
    let table = Table::from_iter([
        ("kind".to_owned(), Value::String(ResponseKind::Confirmed.word().id.to_owned())),
        ("to".to_owned(), Value::String(reference.to_string())),
        ("on".to_owned(), datetime(&register.today())),
    ]);
    let text = toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?;
    let record = Kind::Response.read(&text, Keys::Known).map_err(|problems| {
        let whys: Vec<Text> = problems.into_iter().map(|problem| problem.what).collect();
        Text::join(&whys, "；", "; ")
    })?;
    Ok(record.write(&Comments::default()))
}
