//! 四（二）: 一是非煤矿山安全监管执法计划安排.

use crate::model::{Filed, Kind, Notice, Plan};
use crate::rules::notice::{Circle, circle_of, stands, telling_of};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "P02",
    name: "plan-not-shared",
    nature: RuleNature::Conduct,
    title: Text::fixed("年度计划未见通报", "a plan that the others were not told of"),
    fires: Text::fixed(
        "计划已印发，台账中未见涉及该计划（about）的、已印发的通报，计划的 shared_by 也未指向未列其他事项的通报。早于计划印发的、未发给任何有关单位的通报不算。条文把计划安排列为通报内容，没有规定时限，自印发次日起只作建议。未印发的、写明没有制定的计划、施行之日以前印发的计划不判；机制的通报内容不含计划安排的不判；被撤回的通报、草稿不算。",
        "A plan is issued and the register shows no issued notice about it, neither one that names it nor one that shared_by points at and that names no other matter. One from before the plan was issued, or that reached nobody who is to be told, does not count. The clause lists plans among the contents of notices and sets no term, so this is advice only, from the day after the issue. Plans that are not issued, say that none was made, or were before the regulation, are not judged, nor any where the mechanism does not list plans among the contents; withdrawn notices and drafts do not count.",
    ),
    proves: Some(Text::fixed("已印发的计划。", "A plan that was issued.")),
    remedy: Text::fixed(
        "向有关单位通报计划安排，在通报的 about 中列明该计划；已通报的，在计划中填写 shared_by。",
        "Tell the others of the plan, naming it in the notice's about; if that was done, fill in shared_by.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Plan(check),
};

fn check(plan: &Filed<Plan>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(issued) = plan.record.issued.filter(|_| !plan.record.is_none()) else { return };
    if context.ledger.mechanism.edition(issued).plan_contents.is_empty() {
        return;
    }
    out.record_occasion();
    let pointed_at = plan.record.shared_by.as_ref().and_then(|notice| context.ledger.notice(notice));
    // What names other matters is no notice of the plan, whatever points at it.
    let pointed_at = pointed_at.filter(|notice| notice.record.about.is_empty() && notice.record.none_for.is_none());
    let reference = plan.reference();
    let mut notices = telling_of(&reference, context).into_iter().chain(pointed_at);
    let shares = |notice: &Filed<Notice>| {
        let told = stands(notice, context).filter(|on| *on >= issued && notice.record.withdraws.is_none());
        told.is_some_and(|on| circle_of(notice, on, context) != Circle::Nobody)
    };
    // Nobody is asked on the very day.
    if issued < context.today && !notices.any(shares) {
        let year = plan.record.year;
        let what = tr!(
            "{year} 年度计划印发于 {issued}，台账中未见通报计划安排的记录";
            "the plan for {year} was issued on {issued}; the register shows no notice that shares it"
        );
        out.report("shared_by", what).at_most(Level::Advice).fixed_by(Fix::New(Kind::Notice, Some("about")));
    }
}
