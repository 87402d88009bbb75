//! 三（四）: 可设立若干工作小组. A visit names the group that went by its number.

use crate::model::{Enforcement, Filed};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F23",
    name: "visit-of-no-group",
    nature: RuleNature::Remark,
    title: Text::fixed("检查所写的组号未见", "a visit by a group that there is not"),
    fires: Text::fixed(
        "联合执法的检查（visits）写了组号（group），而工作小组（groups）中没有这一组。没有写组号的不判。只作提醒。",
        "A visit of a joint enforcement (visits) gives the number of a group (group) that groups does not have. Visits without a number are not judged. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对组号，或补录该工作小组（groups）；未分组的，删去组号。",
        "Check the number, or add the group to groups; without groups, leave the number out.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, _: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    for (at, visit) in record.visits.iter().enumerate() {
        let Some(no) = visit.group.filter(|no| record.groups.iter().all(|group| group.no != *no)) else { continue };
        let on = visit.on;
        let what = tr!("{on} 的检查写为第 {no} 组，工作小组中未见"; "the visit on {on} is said to be by group {no}, which is not among the groups");
        out.report(format!("visits[{at}].group"), what).at_most(Level::Reminder);
    }
}
