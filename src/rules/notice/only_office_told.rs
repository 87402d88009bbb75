//! 四（三）、四（四）: 要向有关单位通报; to which units, the office has to be told or has to find out.

use super::circle::{Circle, circle_of};
use super::notice_chain::NoticeChain;
use crate::model::{Filed, Kind, Notice};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "N17",
    name: "only-office-told",
    nature: RuleNature::Conduct,
    title: Text::fixed("重要通报只发办公室", "an important notice to the office alone"),
    fires: Text::fixed(
        "涉及重大隐患和问题、或标明重要情形（trigger）的通报及其更正，收文单位中只有办公室（发出单位、矿山、上级和已撤并的单位不计）。这样的通报算数，只建议明确有关单位或由办公室转送；办公室本身是成员单位的不判。零报告、草稿、被撤回的通报、撤回通知不判。",
        "A notice about a major hazard or problem, or about one of the urgent matters (trigger), went with its corrections to the office alone; the provider, the mine, those above and units that were no more do not count. Such a notice counts; it is only advised to name the units concerned or to have the office pass it on. Not where the office is itself a member. Reports of nothing, drafts, withdrawn notices and withdrawals are not judged.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请明确有关单位并补发，或由办公室转送。",
        "Name the units concerned and send it to them, or have the office pass it on.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context) else { return };
    let is_important = telling.any(|paper| paper.trigger.is_some()) || telling.speaks_of_grave_matter(context);
    if !is_important || telling.any(|paper| paper.none_for.is_some()) {
        return;
    }
    let reached = telling.papers().filter_map(|paper| Some(circle_of(paper, paper.record.issued?, context))).max();
    if reached == Some(Circle::OfficeOnly) {
        let what = Text::fixed(
            "只发给办公室，请明确有关单位或由办公室转送",
            "it went to the office alone; name the units concerned or have the office pass it on",
        );
        out.report("to", what).at_most(Level::Advice).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}
