//! 四（六）: 涉及全区非煤矿山安全生产的共性问题，通报时提出工作意见建议.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Kind, Notice};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N09",
    name: "common-problem-without-suggestions",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报共性问题未提出工作意见建议", "a notice on a common problem without suggestions"),
    fires: Text::fixed(
        "印发的通报标为共性问题（common），而“意见和建议”一栏空着或只写“无”，更正通报中也未补写；通报时限（notice-term）过后才由更正通报补写的，作提醒。草稿、被撤回的通报、撤回通知不判。",
        "An issued notice is marked as a common problem and neither it nor a correcting notice says anything of suggestions but \"none\"; made only by a correction after the term for a notice (notice-term) it is a reminder. Drafts, withdrawn notices and withdrawals are not judged.",
    ),
    proves: Some(Text::fixed(
        "提出了意见建议（suggestions）的共性问题通报。",
        "A notice on a common problem that makes suggestions (suggestions).",
    )),
    remedy: Text::fixed(
        "补写工作意见建议（suggestions）；已印发的，另发更正通报；不属共性问题的，更正 common。",
        "Add suggestions, once issued by a correcting notice; where the problem is not common, correct common.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context) else { return };
    if !telling.any(|paper| paper.common) {
        return;
    }
    let says = |paper: &Notice| paper.suggestions.as_ref().is_some_and(|suggestions| !suggestions.says_nothing());
    if let Some(timing) = telling.said(says, context) {
        out.record_occasion();
        // What was marked as common only by the correction that makes suggestions made them in time.
        if let Timing::Late { done, due } = timing
            && notice.record.common
        {
            let what = tr!(
                "{done} 的更正通报才提出工作意见建议，参照时限为 {due}";
                "only the correction of {done} makes suggestions; the term to compare with ended on {due}"
            );
            out.report("suggestions", what).late();
        }
    } else {
        out.report(
            "suggestions",
            Text::fixed("通报共性问题，未提出工作意见建议", "a notice on a common problem makes no suggestions"),
        )
        .fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}
