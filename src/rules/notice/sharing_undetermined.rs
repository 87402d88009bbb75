//! 四（五）: 同时确定信息共享的内容、方式.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Line, Notice, Share};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N14",
    name: "sharing-undetermined",
    nature: RuleNature::Conduct,
    title: Text::fixed("未确定信息共享的内容、方式", "content and way of sharing not determined"),
    fires: Text::fixed(
        "印发的通报及其更正通报，审核时未填信息共享的内容或方式（review.share）；没有审核、审核在印发之后的，视为未确定；通报时限（notice-term）过后才由更正通报补定的，作提醒。草稿、被撤回的通报、撤回通知不判。",
        "The review of an issued notice, and that of its corrections, leaves out what is shared or how (review.share); without a review, or with one after the issue, neither is determined; determined only by a correction after the term for a notice (notice-term) it is a reminder. Drafts, withdrawn notices and withdrawals are not judged.",
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
    let determined = |is_so: &dyn Fn(&Share) -> bool| {
        let in_review = |paper: &Notice| {
            let review = paper.review.as_ref().zip(paper.issued).filter(|(review, issued)| review.on <= *issued);
            review.and_then(|(review, _)| review.share.as_ref()).is_some_and(is_so)
        };
        telling.said(in_review, context)
    };
    let says = |line: &Option<Line>| line.as_ref().is_some_and(|line| !line.says_nothing());
    let (what, how) = (determined(&|share| says(&share.content)), determined(&|share| says(&share.way)));
    let (key, missing) = match (what, how) {
        (Some(what), Some(how)) => {
            out.record_occasion();
            return late([what, how], out);
        }
        (None, None) => ("review.share", Text::fixed("内容和方式", "what is shared and how")),
        (None, Some(_)) => ("review.share.content", Text::fixed("内容", "what is shared")),
        (Some(_), None) => ("review.share.way", Text::fixed("方式", "how it is shared")),
    };
    let (zh, en) = (missing.zh(), missing.en());
    // What a review determined that came after the paper is there, and came too late.
    let afterwards = telling.papers().filter_map(|paper| {
        let (review, issued) = paper.record.review.as_ref().zip(paper.record.issued)?;
        let share = review.share.as_ref().filter(|_| issued < review.on && review.on <= context.today)?;
        (says(&share.content) && says(&share.way)).then_some((review.on, issued))
    });
    let what = match afterwards.min() {
        Some((on, issued)) => tr!(
            "{issued} 印发之后，{on} 补办审核时才确定信息共享的内容和方式";
            "it was determined what is shared and how only by the review of {on}, after the issue on {issued}"
        ),
        None => tr!("台账中未见确定信息共享{zh}的记录"; "the register does not show that it was determined {en}"),
    };
    out.report(key, what);
}

/// What came only with a correction, after the term for a notice.
fn late(determined: [Timing; 2], out: &mut Findings<'_>) {
    let last = determined
        .into_iter()
        .filter_map(|timing| if let Timing::Late { done, due } = timing { Some((done, due)) } else { None })
        .max();
    if let Some((done, due)) = last {
        let what = tr!(
            "{done} 的更正通报才确定信息共享的内容、方式，参照时限为 {due}";
            "only the correction of {done} determines what is shared and how; the term to compare with ended on {due}"
        );
        out.report("review.share", what).late();
    }
}
