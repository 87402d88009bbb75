//! 三（四）: 可邀请专家或其他与非煤矿山安全生产有关单位人员参加.

use crate::model::{Enforcement, Filed, Line, is_same_person};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E07",
    name: "expert-in-charge",
    nature: RuleNature::Conduct,
    title: Text::fixed("专家任组长", "an expert in charge"),
    fires: Text::fixed(
        "已开始的联合执法，组长或工作小组的小组长与所列专家同名。未列专家、未开始或取消的不判。",
        "In an enforcement that has begun, the leader of the team or of a group has the name of a listed expert. Not judged without experts, before it begins or when called off.",
    ),
    proves: Some(Text::fixed(
        "邀请了专家（experts）的联合执法。",
        "A joint enforcement to which experts were invited (experts).",
    )),
    remedy: Text::fixed(
        "专家受邀参加，不负责执法：请改由执法单位人员任组长；只是同名的，不必处理。",
        "Experts are invited to take part, not to be in charge: have an officer lead. Where two people only share a name, nothing is to be done.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    if !record.has_begun(context.today) || record.experts.is_empty() {
        return;
    }
    out.record_occasion();
    let is_expert = |name: &Line| record.experts.iter().any(|expert| is_same_person(expert.name.as_str(), name.as_str()));
    if record.leader.as_ref().is_some_and(|leader| is_expert(&leader.name)) {
        out.report(
            "leader.name",
            Text::fixed("组长与所列专家同名，请核对", "the team's leader has the name of a listed expert; please check"),
        );
    }
    for (at, group) in record.groups.iter().enumerate() {
        if group.leader.as_ref().is_some_and(is_expert) {
            let no = group.no;
            out.report(
                format!("groups[{at}].leader"),
                tr!(
                    "第 {no} 工作小组的小组长与所列专家同名，请核对";
                    "the leader of group {no} has the name of a listed expert; please check"
                ),
            );
        }
    }
}
