//! 四（四）: 通报时应说明对问题已采取的措施.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Kind, Notice};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N07",
    name: "measures-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报未说明已采取的措施", "a notice without the measures taken"),
    fires: Text::fixed(
        "印发的通报属于重大隐患类内容、涉及重大隐患，或涉及以责令停止作业、停产停业、暂扣或吊销证照处理的问题，而“已采取的措施”一栏空着、只写“无”，或者写明没有采取、只是拟办，更正通报中也未补写；通报时限（notice-term）过后才由更正通报补写的，作提醒。未印发的草稿、被撤回的通报、撤回通知和零报告不判。",
        "An issued notice has a content about major hazards, is about a major hazard, or about a problem answered by stopping work or production or by withholding or revoking a licence, and neither it nor a correcting notice says anything of measures but \"none\", or that none was taken or is only meant; said only by a correction after the term for a notice (notice-term) it is a reminder. Drafts, withdrawn notices, withdrawals and reports of nothing are not judged.",
    ),
    proves: Some(Text::fixed("说明已采取措施（measures）的通报。", "A notice that states the measures taken (measures).")),
    remedy: Text::fixed(
        "在通报中补写已采取的措施（measures）；已印发的，另发更正通报。",
        "Add the measures taken (measures); once issued, by a correcting notice.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

/// Whether a notice says what was done: that nothing was is no measure.
fn says_measures(notice: &Notice) -> bool {
    notice.measures.as_ref().is_some_and(|measures| !measures.says_nothing() && !measures.denies())
}

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context).filter(|telling| telling.speaks_of_grave_matter(context)) else {
        return;
    };
    if let Some(timing) = telling.said(says_measures, context) {
        out.record_occasion();
        if let Timing::Late { done, due } = timing {
            let what = tr!(
                "{done} 的更正通报才说明已采取的措施，参照时限为 {due}";
                "only the correction of {done} states the measures taken; the term to compare with ended on {due}"
            );
            out.report("measures", what).late();
        }
        return;
    }
    let what = Text::fixed(
        "通报重大隐患和问题，未说明已采取的措施",
        "a notice on a major hazard or problem does not state the measures taken",
    );
    out.report("measures", what).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
}
