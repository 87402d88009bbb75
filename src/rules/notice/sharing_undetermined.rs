//! 四（五）: 同时确定信息共享的内容、方式.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Notice};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N14",
    name: "sharing-undetermined",
    nature: RuleNature::Conduct,
    title: Text::fixed("未确定信息共享的内容、方式", "content and way of sharing not determined"),
    fires: Text::fixed(
        "印发的通报及其更正通报，审核时未填信息共享的内容或方式（review.share）；没有审核、审核在印发之后的，视为未确定。草稿、被撤回的通报、撤回通知不判。",
        "The review of an issued notice, and that of its corrections, leaves out what is shared or how (review.share); without a review, or with one after the issue, neither is determined. Drafts, withdrawn notices and withdrawals are not judged.",
    ),
    proves: Some(Text::fixed(
        "审核时确定了共享内容和方式（sharing）的通报。",
        "A notice of which content and way of sharing were determined (sharing).",
    )),
    remedy: Text::fixed(
        "由审核的领导确定共享内容和方式，填写 review.share.content 和 review.share.way；已印发的，用 amend 补录。",
        "The leader who reviews says what is shared and how: review.share.content and review.share.way, once issued by amend.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context) else { return };
    // 同时: with the review, which comes before the paper goes out.
    let in_time = || telling.papers().filter_map(|paper| Some((paper.record.review.as_ref()?, paper.record.issued?)));
    let shares = || in_time().filter(|(review, issued)| review.on <= *issued).filter_map(|(review, _)| review.share.as_ref());
    let without_content = !shares().any(|share| share.content.is_some());
    let without_way = !shares().any(|share| share.way.is_some());
    let (key, missing) = match (without_content, without_way) {
        (false, false) => return out.record_occasion(),
        (true, true) => ("review.share", Text::fixed("内容和方式", "what is shared and how")),
        (true, false) => ("review.share.content", Text::fixed("内容", "what is shared")),
        (false, true) => ("review.share.way", Text::fixed("方式", "how it is shared")),
    };
    let (zh, en) = (missing.zh(), missing.en());
    out.report(key, tr!("台账中未见确定信息共享{zh}的记录"; "the register does not show that it was determined {en}"));
}
