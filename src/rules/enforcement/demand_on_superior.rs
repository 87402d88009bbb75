//! 三（七）: 向区人民政府、相关单位、非煤矿山企业提出整改要求. The clause names the district government among those asked;
//! a paper that demands something goes down or across, so the program only advises to send a report upward.

use super::stage::circular_issued;
use crate::model::{BodyKind, Enforcement, Filed, Mechanism, Party};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E14",
    name: "demand-on-superior",
    nature: RuleNature::Conduct,
    title: Text::fixed("以整改要求交办上级", "a demand on a superior"),
    fires: Text::fixed(
        "已印发的联合执法情况通报，整改要求的责任单位或配合单位是上级机关。对上宜用报告，故只作建议；条文列明的区人民政府、镇街、成员单位和企业不判。",
        "A demand of an issued circular falls on a superior. Upward a report is the usual paper, so this is advice only. The district government, which the clause names, towns, members and mines are not judged.",
    ),
    proves: Some(Text::fixed("通报已印发并列有要求的联合执法。", "A joint enforcement whose circular was issued with demands.")),
    remedy: Text::fixed(
        "请以报告（upward）提出工作建议，并将整改要求落到有关单位、镇街或企业。",
        "Make the suggestion in a report (upward), and address the demand to the units, towns or mines concerned.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    if circular_issued(record, context.today).is_none() || record.task.is_empty() {
        return;
    }
    out.record_occasion();
    let mechanism = &context.ledger.mechanism;
    for (at, task) in record.task.iter().enumerate() {
        let lead = task.lead.iter().map(|lead| (format!("task[{at}].lead"), lead));
        let with = task.with.iter().enumerate().map(|(nth, with)| (format!("task[{at}].with[{nth}]"), with));
        for (key, party) in lead.chain(with).filter(|(_, party)| is_above(mechanism, party)) {
            let (no, name) = (task.no, mechanism.party(party));
            let what = tr!(
                "整改要求 {no} 交由{name}办理，对上宜以报告提出建议";
                "demand {no} falls on {name}; upward a report with suggestions is the usual paper"
            );
            out.report(key, what).by(mechanism.office()).at_most(Level::Advice);
        }
    }
}

fn is_above(mechanism: &Mechanism, party: &Party) -> bool {
    match party {
        Party::Body(id) => mechanism.body(id).is_some_and(|body| body.kind == BodyKind::Superior),
        Party::Mine(_) => false,
    }
}
