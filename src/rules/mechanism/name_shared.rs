//! Units, bodies and mines are told apart by what people call them: two of one name cannot be told apart where it is typed.

use std::collections::BTreeMap;

use super::validity::Validity;
use crate::model::{Kind, Line, Mechanism, MineId, RecordPath, plain_name};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G04",
    name: "name-shared",
    nature: RuleNature::Whole,
    title: Text::fixed("两个单位、机构或两座矿山同名", "two units, bodies or mines of one name"),
    fires: Text::fixed(
        "两个同时存在的单位、机构（bodies.toml）的全称、简称或别名相同；两座同时存在的矿山名称相同（只作提醒，确有同名的，加注以示区别）。全角、半角和空格不计。在后来的一个（since）指出，机构在单位之后；矿山档案没有写明先后的，两座都指出。先后存在的（如撤并后的承接单位沿用原名，关闭以后另建的矿山）、曾用名不判。",
        "Two units or bodies (bodies.toml) that are there at the same time have a full name, short name or alias in common; or two mines have the same name (a reminder: where both are called so, add what tells them apart); whatever the width of letters and blanks. Told at the one that came later by their files (since), at a body rather than a unit, and at both mines where these do not say. Not where one comes after the other, as a successor that keeps the name or a mine opened after another was closed, nor former names.",
    ),
    proves: None,
    remedy: Text::fixed(
        "给其中一个单位、机构另取简称（short）；矿山在名称后加注矿区、地点（name）。",
        "Give one of the units or bodies another short name (short); add the place to the name of a mine (name).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    check_parties(context, out);
    check_mines(context, out);
}

/// A unit or body with its names, each at its key.
struct NamedParty<'a> {
    path: RecordPath,
    names: Vec<(String, &'a str)>,
    holds: Validity,
    called: Text,
}

/// Units and bodies by their names, as commands compare them: the one that came later is told of, of two that were there from the beginning
/// the one whose id comes later, and bodies behind units.
fn check_parties(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let parties = parties(mechanism);
    for (at, party) in parties.iter().enumerate() {
        for other in parties[..at].iter().filter(|other| other.holds.meets(party.holds)) {
            let is_taken = |name: &str| other.names.iter().any(|(_, taken)| plain_name(taken) == plain_name(name));
            let Some((key, name)) = party.names.iter().find(|(_, name)| is_taken(name)) else { continue };
            let (zh, en) = (other.called.zh(), other.called.en());
            let what =
                tr!("“{name}”也是{zh} 的名称，无从分辨"; "\"{name}\" is also a name of {en}; nobody can tell which is meant");
            let (first, today) = (mechanism.begins(), context.today);
            out.report_at(party.path.clone(), today, key.clone(), what).by(mechanism.office()).lasting(first, today);
        }
    }
}

/// Units in the order in which they came, then bodies.
fn parties(mechanism: &Mechanism) -> Vec<NamedParty<'_>> {
    let mut units: Vec<_> = mechanism.units.iter().collect();
    units.sort_by_key(|(id, unit)| (unit.since, *id));
    let units = units.into_iter().map(|(id, unit)| NamedParty {
        path: RecordPath::OfUnit(Kind::Unit, id.clone()),
        names: names("", &unit.short, &unit.name, &unit.aliases),
        holds: Validity::of_unit(unit),
        called: tr!("单位 {id}"; "the unit {id}"),
    });
    let bodies = mechanism.bodies.iter().enumerate().map(|(at, body)| NamedParty {
        path: RecordPath::Single(Kind::Bodies),
        names: names(&format!("body[{at}]."), &body.short, &body.name, &body.aliases),
        holds: Validity::ALWAYS,
        called: {
            let id = &body.id;
            tr!("机构 {id}"; "the body {id}")
        },
    });
    units.chain(bodies).collect()
}

/// What somebody is called, each name at its key.
fn names<'a>(place: &str, short: &'a Line, name: &'a Line, aliases: &'a [Line]) -> Vec<(String, &'a str)> {
    let own = [(format!("{place}short"), short.as_str()), (format!("{place}name"), name.as_str())];
    let aliases = aliases.iter().enumerate().map(|(at, alias)| (format!("{place}aliases[{at}]"), alias.as_str()));
    own.into_iter().chain(aliases).collect()
}

/// Mines by their names. Which of two took a name that was taken no letter of their ids tells: the one that came later did, and where their files
/// do not say that, either may have.
fn check_mines(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let mut by_name: BTreeMap<String, Vec<(&MineId, Validity)>> = BTreeMap::new();
    for (id, mine) in &mechanism.mines {
        let holds = Validity { from: mine.since, until: mine.closed };
        by_name.entry(plain_name(mine.name.as_str())).or_default().push((id, holds));
    }
    for (id, holds) in by_name.values().filter(|mines| 1 < mines.len()).flatten() {
        let Some(mine) = mechanism.mines.get(*id) else { continue };
        let sharing = by_name[&plain_name(mine.name.as_str())].iter().filter(|(other, _)| other != id);
        // When a mine was first known its file need not say.
        let is_first = |other: &Validity| holds.from.zip(other.from).is_some_and(|(from, later)| from < later);
        let taken = sharing.filter(|(_, other)| other.meets(*holds) && !is_first(other)).map(|(other, _)| other.as_str());
        let others: Vec<&str> = taken.collect();
        if others.is_empty() {
            continue;
        }
        let (name, zh, en) = (mine.name.as_str(), others.join("、"), others.join(", "));
        let what = tr!("“{name}”也是矿山 {zh} 的名称，无从分辨"; "\"{name}\" is also the name of the mine {en}; nobody can tell which is meant");
        let (first, today) = (mechanism.begins(), context.today);
        let report = out.report_at(RecordPath::Mine((*id).clone()), today, "name", what);
        report.by(mechanism.office()).at_most(Level::Reminder).lasting(first, today);
    }
}
