//! 四（五）: 信息提供单位分管领导要进行审核把关.

use super::notice_chain::stands;
use crate::model::{Filed, Notice, Post, Review, Stated, UnitId};
use crate::rules::leadership::{Leadership, leadership};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N11",
    name: "reviewer-not-in-charge",
    nature: RuleNature::Conduct,
    title: Text::fixed("审核人不是分管领导", "a reviewer who is not the leader in charge"),
    fires: Text::fixed(
        "印发的通报由分管、主要负责人以外的人审核。受委托的负责人凭文书（evidence）审核的为提醒，未注明委托凭据的按未落实；审核人当日不在本单位登记的负责人之列的，只作提醒，其他单位登记为其负责人的按未落实。主要负责人审核视同；本单位未登记负责人的，作情况不明。审核在印发之后的，另有规则；草稿、被撤回的通报不判。",
        "An issued notice was reviewed by somebody other than the leader in charge or the main leader. A review by authority of a paper (evidence) is a reminder, one that names none is not; a reviewer who is not among the leaders that the unit recorded for that day is a reminder only, one whom another unit recorded as its own leader is not. The main leader will do; where the unit recorded no leaders, nothing can be told. One after the issue is another rule's matter. Drafts and withdrawn notices are not judged.",
    ),
    proves: Some(Text::fixed(
        "印发前由本单位分管或主要负责人审核（review）、且与登记的负责人相符的通报。",
        "A notice reviewed before its issue by the leader in charge or the main leader, as the unit has recorded its leaders (review).",
    )),
    remedy: Text::fixed(
        "核对审核人和职务（review.name、review.post）；受委托的，在 review.evidence 注明委托凭据；负责人有变动的，更新 people。",
        "Check review.name and review.post; for one by authority, give it in review.evidence; bring people up to date when leaders change.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(review) = notice.record.review.as_ref().filter(|review| review.on <= context.today) else { return };
    // Reviewed by nobody is not reviewed, which another rule says.
    if review.name.names_nobody() {
        return;
    }
    // One that came after the paper is another rule's matter, whoever made it.
    if stands(notice, context).is_none_or(|issued| issued < review.on) {
        return;
    }
    let name = clean(review.name.as_str());
    match (review.post, review.evidence.said().is_some()) {
        (Post::Other, _) => {
            let what = tr!(
                "审核人{name}登记的职务为其他，未见分管领导审核";
                "{name}, who reviewed it, is recorded in another post; no review by the leader in charge is shown"
            );
            out.report("review.post", what);
        }
        (Post::ByAuthority, true) => {
            let what = tr!(
                "由受委托的{name}审核，条文规定由分管领导审核把关";
                "{name} reviewed it by authority; the clause has the leader in charge do so"
            );
            out.report("review.post", what).at_most(Level::Reminder);
        }
        (Post::ByAuthority, false) => {
            let what =
                tr!("审核人{name}受委托审核，未注明委托凭据"; "{name} reviewed it by authority; the authority is not named");
            out.report("review.evidence", what);
        }
        (Post::InCharge | Post::Main, _) => compare(review, &notice.path.unit, context, out),
    }
}

/// Compares whoever claims to lead the unit with the leaders that it recorded.
fn compare(review: &Review, unit: &UnitId, context: &Context<'_>, out: &mut Findings<'_>) {
    let (name, short, on) = (clean(review.name.as_str()), context.ledger.mechanism.short(unit), review.on);
    match leadership(&review.name, unit, on, |post| matches!(post, Post::InCharge | Post::Main), context) {
        Leadership::Held => out.record_occasion(),
        Leadership::Unrecorded => {
            let why = tr!(
                "的审核人无从核对：{short}未登记负责人（people 的 leader）";
                "were reviewed by nobody knows whom: {short} recorded no leaders (leader in people)"
            );
            out.record_doubt(why);
        }
        Leadership::OfAnotherUnit(other) => {
            let other = context.ledger.mechanism.short(other);
            let what = tr!(
                "审核人{name}在 {on} 是{other}登记的负责人，{short}分管领导未见审核";
                "{name}, who reviewed it, is recorded for {on} as a leader of {other}; no review by a leader of {short} is shown"
            );
            out.report("review.name", what);
        }
        Leadership::InAnotherPost(post) => {
            let (zh, en) = (post.word().zh, post.word().en);
            let what = tr!(
                "审核人{name}在 {on} 登记为{short}的{zh}，不是分管负责人或者主要负责人";
                "{name}, who reviewed it, is recorded for {on} as {en} of {short}, and neither in charge nor its main leader"
            );
            out.report("review.name", what).at_most(Level::Reminder);
        }
        Leadership::OfOthers => {
            let what = tr!(
                "{short}登记的负责人中，未见{name}在 {on} 任职";
                "{name} is not among the leaders that {short} recorded for {on}"
            );
            out.report("review.name", what).at_most(Level::Reminder);
        }
    }
}
