//! 二（七）: 由区安委办报区政府或上级部门决定; 三（七）: 并视情况向市安委办报告; 四（六）: 区安委办视情况向区政府报告.

use super::paper;
use crate::model::{Filed, Upward};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M12",
    name: "signer-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("上行文未记签发人", "a paper upward without its signer"),
    fires: Text::fixed(
        "已成文的请示、报告没有签发人。条文只要求上报，未要求签发人（公文格式要求上行文标注），因此最多作提醒。不涉及会议、联合执法、信息通报的报告不判。",
        "A request or report upward names no signer. The clause asks only that it be sent (the form of official papers asks for the signer), so it is a reminder at most. A report about no meeting, joint enforcement or notice is not judged.",
    ),
    remedy: Text::fixed("按签发稿补填签发人（signer）。", "Fill in who signed it (signer) from the signed draft."),
    reach: Reach::Cites,
    scope: Scope::Upward(check),
};

fn check(upward: &Filed<Upward>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(system) = paper::system_of(&upward.record, context) else { return };
    let (kind, on) = (upward.record.kind.word(), upward.record.on);
    out.register().record_evidence(upward.reference(), on, Some(&system.id));
    if upward.record.signer.is_none() {
        let (zh, en) = (kind.zh, kind.en);
        let what = tr!(
            "{on} 的{zh}未注明签发人，上行文请注明";
            "the {en} of {on} does not name its signer; a paper upward should"
        );
        out.report("signer", what).of_system(&system.id).at_most(Level::Reminder);
    }
}
