//! 三（四）: 组成联合执法组，实行组长负责制.

use super::stage::system_begun;
use crate::model::{Enforcement, Filed, Party, UnitId};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E04",
    name: "enforcement-leader-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("联合执法组未明确组长", "a team without a leader"),
    fires: Text::fixed(
        "已开始的联合执法未登记组长；或已列成员单位，而组长所在单位不在其中（提醒）。组长来自牵头单位的不判；未开始或取消的不判。",
        "An enforcement that has begun names no team leader; or its units are listed and the leader's is not among them (a reminder). A leader from the unit that leads the enforcement is in order. Not judged before it begins or when called off.",
    ),
    proves: Some(Text::fixed(
        "登记了组长（leader）、有开展记录的联合执法。",
        "A joint enforcement, shown to have been carried out, that names its leader (leader).",
    )),
    remedy: Text::fixed(
        "请填写组长（leader），或将组长所在单位列入成员单位（member_units）。",
        "Fill in the leader, or list the leader's unit under member_units.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    if !record.has_begun(context.today) {
        return;
    }
    if context.ledger.was_carried_out(action) {
        out.record_occasion();
    }
    let Some(leader) = record.leader.as_ref().filter(|leader| !leader.name.names_nobody()) else {
        out.report("leader", Text::fixed("联合执法组未登记组长", "the team's leader is not recorded"));
        return;
    };
    let (mechanism, on) = (&context.ledger.mechanism, record.began().unwrap_or(context.today));
    let is_of = |unit: &UnitId| mechanism.stands_for(&leader.unit, unit, on);
    let leads = system_begun(action, context).and_then(|system| system.lead.as_ref()).is_some_and(is_of);
    let within = record.member_units.iter().any(is_of) || record.guests.contains(&Party::from(leader.unit.clone()));
    if !(record.member_units.is_empty() || within || leads || record.lead == leader.unit) {
        let name = mechanism.short(&leader.unit);
        out.report(
            "leader.unit",
            tr!("组长所在的{name}未列入成员单位"; "the leader is of {name}, which is not listed in the team"),
        )
        .at_most(Level::Reminder);
    }
}
