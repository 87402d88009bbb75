//! 四（四）: 提出需要协调或解决问题的意见和建议.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Kind, Notice};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N08",
    name: "suggestions-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报未提出意见和建议", "a notice without suggestions"),
    fires: Text::fixed(
        "印发的通报属于重大隐患类内容、涉及重大隐患，或涉及以责令停止作业、停产停业、暂扣或吊销证照处理的问题，而“意见和建议”一栏空着或者只写“待定”“略”“/”（写“无”即为写明不需协调），更正通报中也未补写；通报时限（notice-term）过后才由更正通报补写的，作提醒。未印发的草稿、被撤回的通报、撤回通知和零报告不判。",
        "An issued notice has a content about major hazards, is about a major hazard, or about a problem answered by stopping work or production or by withholding or revoking a licence, and neither it nor a correcting notice makes suggestions, or they say no more than 待定, 略 or / (无 says that nothing is to be coordinated); made only by a correction after the term for a notice (notice-term) it is a reminder. Drafts, withdrawn notices, withdrawals and reports of nothing are not judged.",
    ),
    proves: Some(Text::fixed("写明意见和建议（suggestions）的通报。", "A notice that makes suggestions (suggestions).")),
    remedy: Text::fixed(
        "在通报中提出需要协调或解决问题的意见和建议（suggestions）；已印发的，另发更正通报；不需协调的，也请写明。",
        "Say what is to be coordinated or solved (suggestions); once issued, by a correcting notice; where nothing is, please say so.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context).filter(|telling| telling.speaks_of_grave_matter(context)) else {
        return;
    };
    if let Some(timing) = telling.said(|paper| paper.suggestions.as_ref().is_some_and(|said| !said.leaves_open()), context) {
        out.record_occasion();
        if let Timing::Late { done, due } = timing {
            let what = tr!(
                "{done} 的更正通报才提出意见和建议，参照时限为 {due}";
                "only the correction of {done} makes suggestions; the term to compare with ended on {due}"
            );
            out.report("suggestions", what).late();
        }
        return;
    }
    let what = Text::fixed(
        "通报重大隐患和问题，未提出需要协调或解决问题的意见和建议",
        "a notice on a major hazard or problem makes no suggestions on what to coordinate or solve",
    );
    out.report("suggestions", what).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
}
