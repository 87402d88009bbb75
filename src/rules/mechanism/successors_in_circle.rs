//! Who took over from a unit is another: where the way of successors leads back, nobody acts for any of them.

use crate::model::{Kind, Mechanism, RecordPath, UnitId};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G19",
    name: "successors-in-circle",
    nature: RuleNature::Whole,
    title: Text::fixed("单位互为承接单位", "units that succeed each other"),
    fires: Text::fixed(
        "单位的承接单位（successors）一路追溯又回到该单位本身：都撤并以后，没有一个单位承接它们的职责、督办事项和隐患。环上的每个单位各指出一次。",
        "The successors of a unit (successors) lead back to the unit itself: once they all have ended, nobody takes over their duties, tasks and hazards. Told once of each unit of the circle.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对由谁承接，改正其中一个单位的承接单位（successors）和止日（until）。",
        "See who took over from whom, and mend the successors and the last day (until) of one of them.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for unit in mechanism.units.keys() {
        let Some(way) = way_back(unit, mechanism) else { continue };
        let way: Vec<&str> = way.into_iter().map(UnitId::as_str).collect();
        let way = way.join(" → ");
        let what = tr!("承接单位一路追溯又回到该单位：{way}"; "its successors lead back to it: {way}");
        let (first, today) = (mechanism.begins(), context.today);
        let path = RecordPath::OfUnit(Kind::Unit, unit.clone());
        out.report_at(path, today, "successors", what).by(mechanism.office()).lasting(first, today);
    }
}

/// The shortest way of successors from a unit back to it, where there is one.
fn way_back<'m>(unit: &'m UnitId, mechanism: &'m Mechanism) -> Option<Vec<&'m UnitId>> {
    // Each unit that was met, with the place of the one from which it was: each is looked at once.
    let (mut met, mut at) = (vec![(unit, 0)], 0);
    while let Some((before, _)) = met.get(at).copied() {
        for heir in mechanism.units.get(before).into_iter().flat_map(|before| &before.successors) {
            if heir == unit {
                let back = std::iter::successors(Some(at), |at| (*at != 0).then(|| met[*at].1));
                let mut way: Vec<&UnitId> = back.map(|at| met[at].0).collect();
                way.reverse();
                way.push(unit);
                return Some(way);
            }
            if !met.iter().any(|(known, _)| *known == heir) {
                met.push((heir, at));
            }
        }
        at += 1;
    }
    None
}
