//! 三（二）: 联合执法单位包括：区应急管理局、市公安局云城分局、区自然资源局、市生态环境局云城分局、区住房和城乡建设局、区消防救援大队、区农业农村和水务局、区林业局.

use super::stage::system_begun;
use crate::model::{Enforcement, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E01",
    name: "enforcement-member-outside",
    nature: RuleNature::Conduct,
    title: Text::fixed("成员单位不属于联合执法单位", "a unit of the team outside joint enforcement"),
    fires: Text::fixed(
        "已开始的联合执法，成员单位中列有机制所定联合执法单位以外的单位，或当时已撤销、尚未设立的单位。撤并单位的承接单位视同原单位；牵头单位、邀请单位（guests）不判；未开始或取消的不判。",
        "An enforcement that has begun lists a unit that does not belong to joint enforcement, or that was not there then. Whoever took over from a unit stands for it. The unit that leads it and those invited (guests) are not judged, nor are enforcements that have not begun or were called off.",
    ),
    proves: Some(Text::fixed(
        "成员单位都属于联合执法单位的联合执法。",
        "A joint enforcement all of whose units are units of joint enforcement.",
    )),
    remedy: Text::fixed(
        "受邀参加的单位请改列邀请单位（guests）；已撤并的改列承接单位。",
        "List a unit that was invited under guests, and one that was no more by whoever took over from it.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(system) = system_begun(action, context) else { return };
    let (mechanism, on) = (&context.ledger.mechanism, action.record.began().unwrap_or(context.today));
    if action.record.member_units.is_empty() {
        return;
    }
    out.record_occasion();
    for (at, unit) in action.record.member_units.iter().enumerate() {
        if !mechanism.exists(unit, on) {
            let name = mechanism.short(unit);
            let what = tr!(
                "成员单位中的{name}在 {on} 不存在，请改列当时的承接单位";
                "{name} is listed in the team and was not there on {on}; list whoever took over from it by then"
            );
            out.report(format!("member_units[{at}]"), what);
            continue;
        }
        let leads = system.lead.as_ref().is_some_and(|lead| mechanism.stands_for(unit, lead, on));
        if leads || mechanism.is_member(unit, system, on) {
            continue;
        }
        let name = mechanism.short(unit);
        out.report(
            format!("member_units[{at}]"),
            tr!(
                "成员单位中的{name}不在联合执法单位之列，如系受邀参加，请列入邀请单位";
                "{name} is listed in the team and does not belong to joint enforcement; if it was invited, list it under guests"
            ),
        );
    }
}
