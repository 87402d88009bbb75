//! Units and mines are told apart by what people call them: two of one name cannot be told apart where it is typed.

use std::collections::BTreeMap;

use super::validity::Validity;
use crate::model::{Kind, MineId, RecordPath, Unit, plain_name};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G04",
    name: "name-shared",
    nature: RuleNature::Whole,
    title: Text::fixed("两个单位或两座矿山同名", "two units or two mines of one name"),
    fires: Text::fixed(
        "两个同时存在的单位的全称、简称或别名相同；两座同时存在的矿山名称相同（全角、半角和空格不计；只作提醒，确有同名的，加注以示区别）。在后来的一个（since）指出；矿山档案没有写明先后的，两座都指出。先后存在的（如撤并后的承接单位沿用原名，关闭以后另建的矿山）、曾用名不判。",
        "Two units that are there at the same time have a full name, short name or alias in common; or two mines have the same name, whatever the width of letters and blanks (a reminder: where both are called so, add what tells them apart). Told at the one that came later by their files (since), and at both mines where these do not say. Not where one comes after the other, as a successor that keeps the name or a mine opened after another was closed, nor former names.",
    ),
    proves: None,
    remedy: Text::fixed(
        "给其中一个单位另取简称（short）；矿山在名称后加注矿区、地点（name）。",
        "Give one of the units another short name (short); add the place to the name of a mine (name).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    check_units(context, out);
    check_mines(context, out);
}

/// Units by their names: the one that came later is told of, and of two that were there from the beginning the one whose id comes later.
fn check_units(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for (id, unit) in &mechanism.units {
        let before = mechanism.units.iter().filter(|(other_id, other)| (other.since, *other_id) < (unit.since, id));
        let beside = before.filter(|(_, other)| Validity::of_unit(unit).meets(Validity::of_unit(other)));
        let shared = beside.filter_map(|(other_id, other)| {
            let (key, name) = names(unit).find(|(_, name)| names(other).any(|(_, taken)| taken == *name))?;
            Some((key, name, other_id))
        });
        for (key, name, other) in shared {
            let path = RecordPath::OfUnit(Kind::Unit, id.clone());
            let what = tr!("“{name}”也是单位 {other} 的名称，无从分辨"; "\"{name}\" is also a name of the unit {other}; nobody can tell which is meant");
            let (first, today) = (mechanism.begins(), context.today);
            out.report_at(path, today, key, what).by(mechanism.office()).lasting(first, today);
        }
    }
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

/// What a unit is called, each with its key.
fn names(unit: &Unit) -> impl Iterator<Item = (String, &str)> {
    let aliases = unit.aliases.iter().enumerate().map(|(at, alias)| (format!("aliases[{at}]"), alias.as_str()));
    [("short".to_owned(), unit.short.as_str()), ("name".to_owned(), unit.name.as_str())].into_iter().chain(aliases)
}
