//! 三（四）: 根据需要可设立若干工作小组开展执法工作.

use crate::model::{Enforcement, Filed, Party, UnitId};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E06",
    name: "group-outside-team",
    nature: RuleNature::Conduct,
    title: Text::fixed("工作小组成员不在联合执法组内", "a group with a unit outside the team"),
    fires: Text::fixed(
        "已开始的联合执法，工作小组列有联合执法组以外的单位。成员单位、邀请单位、牵头单位都算在组内；未设小组、未列成员单位、未开始或取消的不判。",
        "An enforcement that has begun has a group with a unit that is not in the team. Member units, those invited and the lead are in it. Not judged without groups, without listed units, before it begins or when called off.",
    ),
    proves: Some(Text::fixed("设了工作小组（groups）的联合执法。", "A joint enforcement with groups (groups).")),
    remedy: Text::fixed(
        "请将该单位列入成员单位（member_units）或邀请单位（guests），或更正小组成员。",
        "List the unit under member_units or guests, or correct the group.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    if !record.has_begun(context.today) || record.member_units.is_empty() || record.groups.is_empty() {
        return;
    }
    out.record_occasion();
    let mechanism = &context.ledger.mechanism;
    for (at, group) in record.groups.iter().enumerate() {
        let outside: Vec<&str> =
            group.members.iter().filter(|unit| !in_team(record, unit)).map(|unit| mechanism.short(unit)).collect();
        if !outside.is_empty() {
            let (no, zh, en) = (group.no, outside.join("、"), outside.join(", "));
            out.report(
                format!("groups[{at}].members"),
                tr!("第 {no} 工作小组的{zh}未列入联合执法组"; "group {no}: {en} not listed in the team"),
            );
        }
    }
}

fn in_team(record: &Enforcement, unit: &UnitId) -> bool {
    let invited = |guest: &Party| guest.is_unit(unit);
    record.lead == *unit || record.member_units.contains(unit) || record.guests.iter().any(invited)
}
