//! 三（五）: 以及开展复查. Close-out (销号) is how a register ends what was re-inspected; the clause does not name it, hence a
//! reminder at most.

use super::course::Course;
use crate::model::{Filed, Hazard, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H09",
    name: "hazard-not-closed",
    nature: RuleNature::Conduct,
    title: Text::fixed("隐患未销号", "a hazard not closed"),
    fires: Text::fixed(
        "最近一次复查合格，或矿山已关闭，此后设置的办结确认时限（acceptance-term）已过，隐患尚未销号。只作提醒；一般隐患和其他途径发现的只作建议。已销号的（不论何时）不判。",
        "The last re-inspection was passed, or the mine was closed, the term of the setting acceptance-term has run out since, and the hazard is not closed. A reminder only, and advice unless a major hazard was found by joint enforcement. Once closed, however late, it is not judged.",
    ),
    proves: Some(Text::fixed("复查合格后已销号（closed）的隐患。", "A hazard that was closed after it had passed (closed).")),
    remedy: Text::fixed("请登记销号（closed）的日期和原因。", "Record the day and reason under closed."),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &hazard.record;
    let course = Course::of(hazard, context);
    let (passed, gone) = (course.passed(), course.mine_closed());
    // A close-out without ground is another rule's matter.
    let Some(since) = passed.or(gone).filter(|_| course.closed_without_ground().is_none()) else { return };
    let mine = context.ledger.mechanism.mine_name(&record.mine);
    let closed = course.closed().is_some();
    let timing = Due::after(SettingId::AcceptanceTerm, since, context).timing(None, context);
    if let (false, Timing::Running(due)) = (closed, timing) {
        let what = tr!("为{mine}的隐患办理销号"; "close the hazard at {mine}");
        out.awaits("closed", due, what).at_most(course.weight()).at_most(Level::Reminder);
        return;
    }
    if closed && course.is_bound() {
        out.record_occasion();
    }
    if closed {
        return;
    }
    let what = if passed.is_some() {
        tr!("{mine}的隐患 {since} 复查合格，尚未销号"; "the hazard at {mine} passed its re-inspection on {since} and is not closed")
    } else {
        tr!("{mine}已于 {since} 关闭，隐患尚未销号"; "{mine} was closed on {since}; the hazard there is not closed")
    };
    let report = out.report("closed", what).at_most(course.weight()).at_most(Level::Reminder);
    report.lasting(since, context.today);
}
