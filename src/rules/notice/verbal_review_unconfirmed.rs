//! 四（五）: 信息提供单位分管领导要进行审核把关.

use super::notice_chain::stands;
use crate::model::{Filed, Notice, Way};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N13",
    name: "verbal-review-unconfirmed",
    nature: RuleNature::Conduct,
    title: Text::fixed("口头审核未补签", "a review by word of mouth that was not confirmed"),
    fires: Text::fixed(
        "印发的通报经电话、当面或信息方式审核，而未见补签日期（review.confirmed_on）。条文未要求补签，只作提醒。书面、办公系统、机要方式审核的，以及草稿、被撤回的通报不判。",
        "An issued notice was reviewed by telephone, face to face or in a message and no later confirmation in writing (review.confirmed_on) is recorded. The clause asks for none, so this is a reminder only. Reviews on paper, in the office system or by confidential post, drafts and withdrawn notices are not judged.",
    ),
    proves: Some(Text::fixed("口头审核后已补签的通报。", "A notice reviewed by word of mouth and confirmed in writing.")),
    remedy: Text::fixed(
        "请审核人补签，填写 review.confirmed_on，并在 review.evidence 注明签批单。",
        "Please have the reviewer sign, fill in review.confirmed_on and name the slip in review.evidence.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(review) = notice.record.review.as_ref().filter(|review| review.on <= context.today) else { return };
    let by_word = matches!(review.way, Way::Telephone | Way::InPerson | Way::Message);
    if stands(notice, context).is_none() || !by_word {
        return;
    }
    if review.confirmed_on.is_none_or(|confirmed| context.today < confirmed) {
        let (on, way) = (review.on, review.way.word());
        let (zh, en) = (way.zh, way.en);
        let what = tr!(
            "{on} 以{zh}方式审核，台账中未见补签记录";
            "reviewed on {on} ({en}); no confirmation in writing is recorded"
        );
        out.report("review.confirmed_on", what).at_most(Level::Reminder);
    } else {
        out.record_occasion();
    }
}
