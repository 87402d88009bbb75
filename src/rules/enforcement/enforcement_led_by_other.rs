//! 三（四）: 由区安委办牵头组织.

use super::stage::system_begun;
use crate::model::{Enforcement, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E03",
    name: "enforcement-led-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("联合执法由其他单位牵头", "a joint enforcement led by another unit"),
    fires: Text::fixed(
        "已开始的联合执法，登记的牵头单位不是机制所定的牵头单位或其承接单位。机制未定牵头单位的、未开始或取消的不判；组长由哪个单位的人担任不在此列。",
        "An enforcement that has begun is led by another unit than the mechanism says, or than the one that took over from it. Not judged where the mechanism names none, before it begins, or when called off; of which unit the team's leader is does not matter here.",
    ),
    proves: Some(Text::fixed(
        "由条文所定单位牵头（lead）、有开展记录的联合执法。",
        "A joint enforcement, shown to have been carried out, led by the unit that the clause names (lead).",
    )),
    remedy: Text::fixed(
        "请核对牵头单位（lead）；单位自行组织的检查，不作联合执法登记。",
        "Check the lead; an inspection that a unit carried out by itself is not filed as a joint enforcement.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(lead) = system_begun(action, context).and_then(|system| system.lead.as_ref()) else { return };
    if context.ledger.was_carried_out(action) {
        out.record_occasion();
    }
    let (mechanism, on) = (&context.ledger.mechanism, action.record.began().unwrap_or(context.today));
    if !mechanism.stands_for(&action.record.lead, lead, on) {
        let (asked, found) = (mechanism.short(lead), mechanism.short(&action.record.lead));
        let what = tr!(
            "登记的牵头单位为{found}，机制规定由{asked}牵头组织";
            "it is recorded as led by {found}; the mechanism has {asked} lead it"
        );
        out.report("lead", what).by(lead);
    }
}
