//! Whoever a record names by an id must be known: a unit, a body or a mine.

use std::collections::HashSet;

use super::place::{called, day_of};
use crate::model::{Kind, Leaf, LeafGroups, Ledger, MineId, Party, RecordPath, UnitId};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::{Text, nearest};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F02",
    name: "unknown-party",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("单位、机构或矿山的代号在台账中未见", "a unit, body or mine that the register does not know"),
    fires: Text::fixed(
        "记录中或文件所在路径中的单位、机构、矿山代号，在 units、bodies.toml、mines 中没有。已撤并的单位、已关闭的矿山仍可写；该代号的文件在而未能读出的，不重复指出。",
        "An id of a unit, body or mine, in a record or in the path of its file, is not in units, bodies.toml or mines. Units that were merged and mines that were closed may still be named; a file that is there and could not be read is not told of twice.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对代号；确为新的单位、机构或矿山的，请办公室先登记。",
        "Check the id; a new unit, body or mine is first entered by the office.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    ledger.leaves(LeafGroups::NAMES, &mut |path, at, leaf| {
        let unknown = match leaf {
            Leaf::Unit(unit) if !knows_unit(unit, ledger) => unknown_unit(unit, ledger),
            Leaf::Body(body) | Leaf::Party(Party::Body(body)) if !knows(&Party::Body(body.clone()), ledger) => {
                unknown_body(body.as_str(), ledger)
            }
            Leaf::Mine(mine) | Leaf::Party(Party::Mine(mine)) if !knows_mine(mine, ledger) => unknown_mine(mine, ledger),
            _ => return,
        };
        let key = at.to_string();
        let what = Text::join([&called(path, at), &unknown], "", " ");
        out.report_at(path.clone(), day_of(path, context), key, what);
    });
    for path in paths(ledger) {
        check_path(&path, context, out);
    }
}

/// The folder that a file lies in names a unit, a mine or both.
fn check_path(path: &RecordPath, context: &Context<'_>, out: &mut RegisterFindings) {
    let (mine, unit) = match path {
        RecordPath::OfUnit(_, unit) => (None, Some(unit)),
        RecordPath::Licences(mine, unit) => (Some(mine), Some(unit)),
        RecordPath::Filed(filed) => (None, Some(&filed.unit)),
        _ => (None, None),
    };
    let unit = unit.filter(|unit| !knows_unit(unit, context.ledger)).map(|unit| unknown_unit(unit, context.ledger));
    let mine = mine.filter(|mine| !knows_mine(mine, context.ledger)).map(|mine| unknown_mine(mine, context.ledger));
    for unknown in unit.into_iter().chain(mine) {
        let what = Text::join([&Text::fixed("所在文件夹", "the folder of the file"), &unknown], "", " ");
        out.report_at(path.clone(), day_of(path, context), "", what);
    }
}

/// Every file with a unit or a mine in its path.
fn paths(ledger: &Ledger) -> Vec<RecordPath> {
    let mechanism = &ledger.mechanism;
    let of_unit = |kind: Kind| move |unit: &UnitId| RecordPath::OfUnit(kind, unit.clone());
    let mut paths: Vec<RecordPath> = mechanism.duties.keys().map(of_unit(Kind::Duties)).collect();
    paths.extend(mechanism.people.keys().map(of_unit(Kind::People)));
    paths.extend(mechanism.keys.keys().map(of_unit(Kind::Keys)));
    paths.extend(mechanism.licences.keys().map(|(mine, unit)| RecordPath::Licences(mine.clone(), unit.clone())));
    let mut folders = HashSet::new();
    ledger.each(|path, _| {
        // One finding a folder is enough.
        if folders.insert((path.kind, path.year, &path.unit)) {
            paths.push(RecordPath::Filed(path.clone()));
        }
    });
    paths
}

fn knows(party: &Party, ledger: &Ledger) -> bool {
    ledger.mechanism.knows(party)
        || ledger.unreadable.contains(&RecordPath::Single(Kind::Bodies))
        || party.as_unit().is_some_and(|unit| knows_unit(&unit, ledger))
}

fn knows_unit(unit: &UnitId, ledger: &Ledger) -> bool {
    ledger.mechanism.units.contains_key(unit) || ledger.unreadable.contains(&RecordPath::OfUnit(Kind::Unit, unit.clone()))
}

fn knows_mine(mine: &MineId, ledger: &Ledger) -> bool {
    ledger.mechanism.mines.contains_key(mine) || ledger.unreadable.contains(&RecordPath::Mine(mine.clone()))
}

fn unknown_unit(unit: &UnitId, ledger: &Ledger) -> Text {
    text(unit.as_str(), ledger.mechanism.units.keys().map(UnitId::as_str))
}

fn unknown_body(body: &str, ledger: &Ledger) -> Text {
    let units = ledger.mechanism.units.keys().map(UnitId::as_str);
    text(body, units.chain(ledger.mechanism.bodies.iter().map(|body| body.id.as_str())))
}

fn unknown_mine(mine: &MineId, ledger: &Ledger) -> Text {
    text(mine.as_str(), ledger.mechanism.mines.keys().map(MineId::as_str))
}

fn text<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Text {
    match nearest(unknown, known) {
        Some(near) => tr!(
            "中的代号 {unknown} 在台账中未见，是不是 {near}？";
            "names {unknown}, which the register does not know; did you mean {near}?"
        ),
        None => tr!("中的代号 {unknown} 在台账中未见"; "names {unknown}, which the register does not know"),
    }
}
