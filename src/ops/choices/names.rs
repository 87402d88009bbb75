//! Who and what the register knows, by name: units, bodies, mines, systems, obligations, the contents that the text lists, the days just past.

use super::offered::OfferedAnswer;
use crate::model::{Day, Force, Kind, Leader, Mechanism, Obligation, Pattern, UnitId};
use crate::ops::Register;
use crate::ops::groups::GROUPS;
use crate::text::{Text, clean};
use crate::tr;

/// The units that file, for whoever did not say which one it is.
#[must_use]
pub fn filing_units(register: &Register) -> Vec<OfferedAnswer> {
    acting_units(&register.mechanism, register.today()).collect()
}

fn acting_units(mechanism: &Mechanism, today: Day) -> impl Iterator<Item = OfferedAnswer> {
    let acting = mechanism.units.iter().filter(move |(id, _)| mechanism.exists(id, today));
    acting.map(|(_, unit)| named(unit.short.as_str(), unit.name.as_str()))
}

/// All mines, by their ids, those that are open first.
#[must_use]
pub fn known_mines(register: &Register) -> Vec<OfferedAnswer> {
    let mut mines: Vec<_> = register.mechanism.mines.iter().collect();
    mines.sort_by_key(|(_, mine)| mine.closed.is_some());
    mines.into_iter().map(|(id, mine)| called(id.as_str(), mine.name.as_str())).collect()
}

/// The contents that the text lists for notices, by their numbers.
pub(super) fn contents(mechanism: &Mechanism, today: Day) -> Vec<OfferedAnswer> {
    let Some(list) = mechanism.edition(today).clauses_contents else { return Vec::new() };
    let item = |number: u8| {
        let clause = mechanism.clause(list.item(number)?, today)?;
        Some(OfferedAnswer::new(number.to_string(), Text::same(clean(clause.text.as_str()))))
    };
    (1..100).filter_map(item).collect()
}

/// The days on which somebody files what happened, by their names.
pub(super) fn days(today: Day) -> Vec<OfferedAnswer> {
    let named = [("今天", "today"), ("昨天", "yesterday"), ("前天", "the day before")];
    let day = |(back, (zh, en)): (u32, (&str, &str))| {
        let day = today.minus(back);
        OfferedAnswer::new(day.to_string(), tr!("{zh} {day}"; "{en} {day}"))
    };
    (0..).zip(named).map(day).collect()
}

/// What is asked, first what is asked in principle and can be waived.
pub(super) fn obligations(mechanism: &Mechanism, today: Day) -> Vec<OfferedAnswer> {
    let mut asked: Vec<&Obligation> = mechanism.obligations.iter().filter(|obligation| obligation.holds(today)).collect();
    asked.sort_by_key(|obligation| (obligation.force != Force::InPrinciple, obligation.id));
    let offered = |obligation: &Obligation| {
        let (id, force) = (obligation.id, obligation.force.label());
        let clause = mechanism.clause(obligation.clause, today).map(|clause| clause.path.as_str()).unwrap_or_default();
        let [zh, en] = [&obligation.title, &obligation.title_en].map(|title| clean(title.as_str()).into_owned());
        let (force_zh, force_en) = (force.zh(), force.en());
        OfferedAnswer::new(id.to_string(), tr!("{id} {clause} {zh}（{force_zh}）"; "{id} {clause} {en} ({force_en})"))
    };
    asked.into_iter().map(offered).collect()
}

/// Those that have a name of the kind that a key holds.
pub(super) fn called_by(register: &Register, pattern: Pattern, takes_several: bool) -> Vec<OfferedAnswer> {
    let (mechanism, today) = (&register.mechanism, register.today());
    let units = || acting_units(mechanism, today);
    let bodies = || mechanism.bodies.iter().map(|body| named(body.name.as_str(), ""));
    let groups =
        GROUPS.iter().filter(|_| takes_several).map(|(word, label)| OfferedAnswer::new((*word).to_owned(), label.clone()));
    match pattern {
        Pattern::Unit => units().chain(groups).collect(),
        Pattern::Body => bodies().chain(units()).collect(),
        Pattern::Party => groups.chain(units()).chain(bodies()).collect(),
        Pattern::Mine => mines(register),
        _ => Vec::new(),
    }
}

/// The systems that records of a kind carry out.
pub(super) fn systems(register: &Register, kind: Kind) -> Vec<OfferedAnswer> {
    let systems = register.mechanism.edition(register.today()).system.iter().filter(|system| system.record.kind() == kind);
    systems.map(|system| called(system.id.as_str(), system.name.as_str())).collect()
}

/// Who leads a unit, by name, for whoever says who reviewed, chaired or led: nobody is taken unless somebody says so.
pub(super) fn leaders(register: &Register, unit: &UnitId) -> Vec<OfferedAnswer> {
    let (mechanism, today) = (&register.mechanism, register.today());
    let people = mechanism.people.get(unit);
    let in_office = people.into_iter().flat_map(|people| &people.leader);
    let in_office = in_office.filter(|leader| leader.since <= today && leader.until.is_none_or(|until| today <= until));
    let offered = |leader: &Leader| {
        let (name, post) = (clean(leader.name.as_str()).into_owned(), leader.post.label());
        let (zh, en) = (post.zh(), post.en());
        OfferedAnswer::new(leader.name.to_string(), tr!("{name}（{zh}）"; "{name} ({en})"))
    };
    in_office.map(offered).collect()
}

/// The mines that are open, by their names; by their ids where several are called so.
pub(super) fn mines(register: &Register) -> Vec<OfferedAnswer> {
    let mechanism = &register.mechanism;
    let open = mechanism.mines.iter().filter(|(_, mine)| mine.closed.is_none());
    open.map(|(id, mine)| {
        let name = mine.name.as_str();
        let town = mechanism.body(&mine.town).map(|body| body.name.as_str()).unwrap_or_default();
        if mechanism.mines_called(name).len() > 1 { named(id.as_str(), name) } else { named(name, town) }
    })
    .collect()
}

fn named(answer: &str, called: &str) -> OfferedAnswer {
    let (answer, called) = (clean(answer).into_owned(), clean(called));
    let label = if called.is_empty() || called == answer { answer.clone() } else { format!("{answer}（{called}）") };
    OfferedAnswer::new(answer, Text::same(label))
}

/// One whose id tells a person nothing.
fn called(id: &str, name: &str) -> OfferedAnswer {
    OfferedAnswer::new(clean(id).into_owned(), Text::same(clean(name)))
}
