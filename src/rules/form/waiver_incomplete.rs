//! A waiver says why, who approved it and by which paper; else nobody can rely on it.

use crate::model::{Filed, Force, KeyPath, NamesSomebody, Stated, Waiver};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F11",
    name: "waiver-incomplete",
    nature: RuleNature::Remark,
    title: Text::fixed("情况说明不完整", "a waiver that is not complete"),
    fires: Text::fixed(
        "情况说明缺理由；针对原则性要求的，还缺批准人或批准文件。针对强制性要求的说明不改变判定，不要求批准。只作提醒。",
        "A waiver without its reason; one of an in-principle obligation also without who approved it or by which paper. A statement on what the regulation demands changes nothing and needs no approval. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补齐理由（reason）、批准人（approved_by）、批准文件（paper）；已定稿的另登记一条完整的说明。",
        "Give the reason (reason), who approved it (approved_by) and the paper (paper); once frozen, file a complete one.",
    ),
    reach: Reach::Own,
    scope: Scope::Waiver(check),
};

fn check(waiver: &Filed<Waiver>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &waiver.record;
    let Some(obligation) = context.ledger.mechanism.obligation_on(record.obligation, record.period.last()) else { return };
    let in_principle = obligation.force == Force::InPrinciple;
    let asked = [
        ("reason", true, record.reason.as_ref().is_some_and(|reason| !reason.says_nothing())),
        ("approved_by", in_principle, record.approved_by.named().is_some()),
        ("paper", in_principle, record.paper.said().is_some()),
    ];
    for (key, _, _) in asked.into_iter().filter(|(_, asked, given)| *asked && !given) {
        let heading = waiver.path.kind.heading(&KeyPath::from(key));
        let (zh, en) = (heading.zh(), heading.en());
        let what = tr!("情况说明未填“{zh}”"; "the waiver does not give \"{en}\"");
        out.report(key, what).at_most(Level::Reminder);
    }
}
