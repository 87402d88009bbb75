//! 四（五）: 信息提供单位分管领导要进行审核把关.

use super::notice_chain::stands;
use crate::model::{Filed, Leader, Line, Notice, Post, Review, UnitId};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N11",
    name: "reviewer-not-in-charge",
    nature: RuleNature::Conduct,
    title: Text::fixed("审核人不是分管领导", "a reviewer who is not the leader in charge"),
    fires: Text::fixed(
        "印发的通报由分管、主要负责人和受委托负责人以外的人审核。受委托负责人审核而未注明委托凭据（evidence）的，或审核人当日不在本单位登记的负责人之列的，只作提醒。主要负责人审核视同；本单位未登记负责人的不比对；草稿、被撤回的通报不判。",
        "An issued notice was reviewed by somebody other than the leader in charge, the main leader or one by their authority. A review by authority that names no evidence, or by somebody who is not among the leaders that the unit recorded for that day, is a reminder only. The main leader will do; where the unit recorded no leaders, nothing is compared. Drafts and withdrawn notices are not judged.",
    ),
    remedy: Text::fixed(
        "核对审核人和职务（review.name、review.post）；受委托的，在 review.evidence 注明委托凭据；负责人有变动的，更新 people。",
        "Check review.name and review.post; for one by authority, give it in review.evidence; bring people up to date when leaders change.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(review) = notice.record.review.as_ref().filter(|review| review.on <= context.today) else { return };
    if stands(notice, context).is_none() {
        return;
    }
    out.record_occasion();
    let name = clean(review.name.as_str());
    match review.post {
        Post::Other => {
            let what = tr!(
                "审核人{name}登记的职务为其他，未见分管领导审核";
                "{name}, who reviewed it, is recorded in another post; no review by the leader in charge is shown"
            );
            out.report("review.post", what);
        }
        Post::ByAuthority if review.evidence.is_none() => {
            let what =
                tr!("审核人{name}受委托审核，未注明委托凭据"; "{name} reviewed it by authority; the authority is not named");
            out.report("review.evidence", what).at_most(Level::Reminder);
        }
        Post::InCharge | Post::Main if !is_known(review, &notice.path.unit, context) => {
            let (unit, on) = (context.ledger.mechanism.short(&notice.path.unit), review.on);
            let what = tr!(
                "{unit}登记的负责人中，未见{name}在 {on} 任职";
                "{name} is not among the leaders that {unit} recorded for {on}"
            );
            out.report("review.name", what).at_most(Level::Reminder);
        }
        _ => {}
    }
}

/// Whether the reviewer is among the unit's leaders of that day, or nobody is.
fn is_known(review: &Review, unit: &UnitId, context: &Context<'_>) -> bool {
    let people = context.ledger.mechanism.people.get(unit);
    let in_office = |leader: &&Leader| leader.since <= review.on && leader.until.is_none_or(|until| review.on <= until);
    let leads = |leader: &&Leader| matches!(leader.post, Post::InCharge | Post::Main);
    let leaders = people.into_iter().flat_map(|people| &people.leader);
    let names: Vec<&Line> = leaders.filter(in_office).filter(leads).map(|leader| &leader.name).collect();
    names.is_empty() || names.contains(&&review.name)
}
