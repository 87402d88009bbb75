//! 二（七）: 由区安委办报区政府或上级部门决定; 三（七）: 并视情况向市安委办报告; 四（六）: 区安委办视情况向区政府报告.

use super::paper;
use crate::model::{Carrier, Filed, NamesSomebody, Upward};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M12",
    name: "signer-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("上行文未记签发人", "a paper upward without its signer"),
    fires: Text::fixed(
        "已成文的请示、报告没有签发人，或者只写“待定”之类。条文只要求上报，未要求签发人（公文格式要求上行文标注），因此最多作提醒。不涉及会议未决问题、联合执法、信息通报的，和他单位在本系统内的上行文不判。",
        "A request or report upward names no signer, or says that there is none yet. The clause asks only that it be sent (the form of official papers asks for the signer), so it is a reminder at most. A paper about no unresolved question, joint enforcement or notice is not judged, nor is what another unit sends in its own line.",
    ),
    proves: Some(Text::fixed("注明签发人的上行文（upward）。", "A paper upward that names its signer (upward).")),
    remedy: Text::fixed("按签发稿补填签发人（signer）。", "Fill in who signed it (signer) from the signed draft."),
    reach: Reach::CitedBy,
    scope: Scope::Upward(check),
};

fn check(upward: &Filed<Upward>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(system) = paper::system_of(upward, context) else { return };
    let sender = system.lead.as_ref().unwrap_or(context.ledger.mechanism.office());
    if !paper::is_of(upward, sender, context) && !paper::is_of(upward, context.ledger.mechanism.office(), context) {
        return;
    }
    let (kind, on) = (upward.record.kind.word(), upward.record.on);
    if upward.record.signer.named().is_some() {
        // Whether a question went upward in order another rule says.
        if system.record != Carrier::Meeting && paper::goes_up(upward, context) {
            out.register().record_evidence(upward.reference(), on, Some(&system.id));
        }
        return;
    }
    let (zh, en) = (kind.zh, kind.en);
    let what = tr!(
        "{on} 的{zh}未注明签发人，上行文请注明";
        "the {en} of {on} does not name its signer; a paper upward should"
    );
    out.report("signer", what).of_system(&system.id).at_most(Level::Reminder);
}
