//! Who has to act is a word of the mechanism or a unit of the register.

use super::report;
use crate::model::{Actor, Kind, RecordPath, UnitId};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::{Text, nearest};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G10",
    name: "actor-unknown",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("责任主体不存在", "an obligation of nobody"),
    fires: Text::fixed(
        "某项义务的责任主体（who）不是 office、members、owner、team，也不是台账中的单位代号。该单位的文件在而未能读出的不判。",
        "Who has to act by an obligation (who) is neither office, members, owner or team nor the id of a unit of the register. Not where the file of the unit is there and could not be read.",
    ),
    proves: None,
    remedy: Text::fixed("改正责任主体（who），或请办公室先登记该单位。", "Mend who has to act (who), or enter the unit first."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let is_unreadable = |unit: &UnitId| ledger.unreadable.contains(&RecordPath::OfUnit(Kind::Unit, unit.clone()));
    for (at, obligation) in ledger.mechanism.obligations.iter().enumerate() {
        let Actor::Unit(unit) = &obligation.who else { continue };
        if ledger.mechanism.units.contains_key(unit) || is_unreadable(unit) {
            continue;
        }
        let words = ["office", "members", "owner", "team"];
        let near = nearest(unit.as_str(), words.into_iter().chain(ledger.mechanism.units.keys().map(UnitId::as_str)));
        let id = obligation.id;
        let what = match near {
            Some(near) => tr!(
                "{id} 的责任主体 {unit} 不是单位代号，是不是 {near}？";
                "{id} is asked of {unit}, which is no unit; did you mean {near}?"
            ),
            None => tr!("{id} 的责任主体 {unit} 不是单位代号"; "{id} is asked of {unit}, which is no unit"),
        };
        report(Kind::Obligations, format!("obligation[{at}].who"), what, context, out);
    }
}
