//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::course::Course;
use crate::model::{Day, Filed, Hazard, Kind, OrderKind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H04",
    name: "rectification-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("隐患未见整改要求", "a hazard without rectification"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，自发现之日起设置的接收承办时限（take-over-term）已过，未登记整改；只登记措施未定期限的，作提醒；其他隐患只作建议。联合执法中已定期限、已有限期整改文书（有期限）或停产停业、关闭文书的不判；已整改、已销号、矿山已关闭的不判。",
        "The term of the setting take-over-term since a major hazard was found by joint enforcement has run out and no rectification is recorded; measures without a day are a reminder; other hazards are advice. Not judged where the team set a day, or an order to rectify by a day, to suspend or to close was served, nor once it is put right, closed, or the mine is closed.",
    ),
    proves: Some(Text::fixed(
        "联合执法发现、已提出整改要求并定期限（rectification，或文书、延期）的重大隐患。",
        "A major hazard of joint enforcement that the mine was asked to put right by a day (rectification, an order or an extension).",
    )),
    remedy: Text::fixed(
        "请填写整改措施和期限（rectification.plan、rectification.due），或登记整改文书（orders）。",
        "Fill in rectification.plan and rectification.due, or file the order.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &hazard.record;
    let course = Course::of(hazard, context);
    let asked = course.put_right().or_else(|| asked_by(&course, context));
    // Without a day after a failed re-inspection is another fault.
    if asked.is_none() && (!course.is_followed() || course.last_failed().is_some()) {
        return;
    }
    let (mine, found) = (context.ledger.mechanism.mine_name(&record.mine), record.found);
    let due = Due::after(SettingId::TakeOverTerm, found, context);
    let (timing, absent) = (due.timing(None, context), due.weight_of_absence(found, context));
    let since = due.day().plus(1);
    if let (None, Timing::Running(due)) = (asked, timing) {
        let what =
            tr!("对{mine} {found} 发现的隐患提出整改要求和期限"; "ask {mine} by a day to put right the hazard found on {found}");
        out.awaits("rectification", due, what).at_most(course.weight());
        return;
    }
    if asked.is_some() {
        if course.is_bound() && course.is_in_competent_hands() {
            out.record_occasion();
        }
        return;
    }
    let report = if record.rectification.is_some() {
        let what = tr!("{mine} {found} 发现的隐患未定整改期限"; "the hazard found at {mine} on {found} has no day for its rectification");
        out.report("rectification.due", what).at_most(Level::Reminder)
    } else {
        let what = tr!("{mine} {found} 发现的隐患，台账中未见整改要求"; "the hazard found at {mine} on {found}: no rectification is on record");
        out.report("rectification", what)
    };
    report.at_most(course.weight()).at_most(absent).lasting(since, context.today).past(due.fixed()).or_mended_by(&[Kind::Order]);
}

/// The day by which the mine was asked to put it right, or on which work there was stopped for it.
fn asked_by(course: &Course<'_>, context: &Context<'_>) -> Option<Day> {
    let set = course.term(context.today).map(|term| term.day);
    let stopped = || {
        let mut ends = course.orders(context.today).map(|order| &order.record);
        ends.find(|order| matches!(order.kind, OrderKind::SuspendProduction | OrderKind::Close)).map(|order| order.at.day())
    };
    set.or_else(stopped)
}
