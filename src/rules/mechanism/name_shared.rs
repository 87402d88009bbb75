//! Units are told apart by what people call them: two of one name cannot be told apart where it is typed.

use super::validity::Validity;
use crate::model::{Kind, RecordPath, Unit};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G04",
    name: "name-shared",
    nature: RuleNature::Whole,
    title: Text::fixed("两个单位同名", "two units of one name"),
    fires: Text::fixed(
        "两个同时存在的单位的全称、简称或别名相同。先后存在的（如撤并后的承接单位沿用原名）不判。",
        "Two units that are there at the same time have a full name, short name or alias in common. Not where one comes after the other, as a successor that keeps the name does.",
    ),
    proves: None,
    remedy: Text::fixed("给其中一个单位另取简称（short）。", "Give one of the units another short name (short)."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let units: Vec<_> = mechanism.units.iter().collect();
    for (at, (id, unit)) in units.iter().enumerate() {
        let beside = units[..at].iter().filter(|(_, other)| Validity::of_unit(unit).meets(Validity::of_unit(other)));
        let shared = beside.filter_map(|(other_id, other)| {
            let (key, name) = names(unit).find(|(_, name)| names(other).any(|(_, taken)| taken == *name))?;
            Some((key, name, *other_id))
        });
        for (key, name, other) in shared {
            let path = RecordPath::OfUnit(Kind::Unit, (*id).clone());
            let what = tr!("“{name}”也是单位 {other} 的名称，无从分辨"; "\"{name}\" is also a name of the unit {other}; nobody can tell which is meant");
            let (first, today) = (mechanism.begins(), context.today);
            out.report_at(path, today, key, what).by(mechanism.office()).lasting(first, today);
        }
    }
}

/// What a unit is called, each with its key.
fn names(unit: &Unit) -> impl Iterator<Item = (String, &str)> {
    let aliases = unit.aliases.iter().enumerate().map(|(at, alias)| (format!("aliases[{at}]"), alias.as_str()));
    [("short".to_owned(), unit.short.as_str()), ("name".to_owned(), unit.name.as_str())].into_iter().chain(aliases)
}
