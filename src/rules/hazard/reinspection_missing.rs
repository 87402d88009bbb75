//! 三（五）: 以及开展复查.

use super::course::Course;
use super::lasting::each_lasting;
use crate::model::{Day, Filed, Hazard, Kind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H07",
    name: "reinspection-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("未见复查", "no re-inspection"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，企业报告整改完成或整改期限届满（以先到者为准）后，设置的复查时限（reinspection-term）已过，台账中未见复查；晚于时限复查合格的，作提醒；复查合格后超过该时限企业才报告整改完成、此后未再复查的，作提醒；其他隐患只作建议。复查不合格的，按新的期限重新起算；尚未到期的、已销号或矿山已关闭的不判。施行之日以前发现的，自施行之日起才报告完成或者期限届满的照判。",
        "A major hazard found by joint enforcement was reported done, or its term ended, whichever came first; since then the term of the setting reinspection-term has run out and no re-inspection is on record; one passed later is a reminder, as is one passed longer than that term before the mine reported it done; other hazards are advice. After a failed re-inspection it counts from the new term. Not judged before, nor once closed or the mine is closed. Of a hazard found before the regulation came into force it is judged where it was reported done, or its term ended, since.",
    ),
    proves: Some(Text::fixed(
        "联合执法发现、监管部门复查合格的重大隐患（reinspection）。",
        "A major hazard of joint enforcement that passed the re-inspection of the department (reinspection).",
    )),
    remedy: Text::fixed(
        "请组织复查并登记（[[reinspection]]）：日期、单位、结论。",
        "Re-inspect and record it ([[reinspection]]): day, unit, result.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Each(&[Kind::Hazard], |context, out| each_lasting(check, context, out)),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let done = course.passed();
    let begin = to_be_inspected(&course, context);
    // What was to be looked at before this text came into force was not asked by it.
    let begins = context.ledger.mechanism.begins();
    if begin.or(done).is_some_and(|day| day < begins) {
        return;
    }
    if done.is_none() && (begin.is_none() || !course.is_followed()) {
        return;
    }
    // Inspected before anybody asked for it, it is in time.
    let due = begin.map(|begin| Due::after(SettingId::ReinspectionTerm, begin, context));
    let timing = due.map_or(Timing::InTime, |due| due.timing(done, context));
    let mine = context.ledger.mechanism.mine_name(&hazard.record.mine);
    let early = done.zip(course.reported()).filter(|(passed, reported)| is_long_before(*passed, *reported, context));
    if let Some((passed, reported)) = early {
        return report_early(passed, reported, &course, context, out);
    }
    if let Some(done) = done.filter(|_| course.is_bound() && course.is_in_competent_hands()) {
        out.record_occasion_of(done);
    }
    match (timing, begin) {
        (Timing::Running(due), _) => {
            out.awaits("reinspection", due, tr!("复查{mine}的隐患"; "re-inspect the hazard at {mine}")).at_most(course.weight());
        }
        (Timing::Missing, Some(begin)) => {
            let why = if course.reported() == Some(begin) {
                Text::fixed("报告整改完成", "was reported done")
            } else {
                Text::fixed("整改期限届满", "reached the end of its term")
            };
            let (zh, en) = (why.zh(), why.en());
            let what = tr!(
                "{mine}的隐患 {begin} {zh}，台账中未见监管部门此后的复查";
                "the hazard at {mine} {en} on {begin}; no re-inspection by a department since then is on record"
            );
            let absent = due.map_or(Level::Form, |due| due.weight_of_absence(hazard.record.found, context));
            let report = out.report("reinspection", what).at_most(course.weight()).at_most(absent);
            report.lasting(due.map_or(begin, Due::day).plus(1), context.today);
            if let Some(due) = due {
                report.past(due.fixed());
            }
        }
        (Timing::Late { done, due }, Some(begin)) => {
            let called = Due::after(SettingId::ReinspectionTerm, begin, context).called();
            let (zh, en) = (called.zh(), called.en());
            let what = tr!(
                "{mine}的隐患于 {done} 复查，{zh}为 {due}";
                "the hazard at {mine} was re-inspected on {done}; {en} ended on {due}"
            );
            out.report("reinspection", what).at_most(course.weight()).late().lasting(due, done);
        }
        _ => {}
    }
}

/// Whether it passed so long before the mine reported it done that both cannot speak of the same work. The clause asks for no report first:
/// a report that follows the re-inspection within the term for one is only its paper.
fn is_long_before(passed: Day, reported: Day, context: &Context<'_>) -> bool {
    Due::after(SettingId::ReinspectionTerm, passed, context).term().is_some_and(|last| last < reported)
}

/// A hazard of which the last re-inspection was passed before anybody reported it done.
fn report_early(passed: Day, reported: Day, course: &Course<'_>, context: &Context<'_>, out: &mut Findings<'_>) {
    let mine = context.ledger.mechanism.mine_name(&course.hazard.record.mine);
    let what = tr!(
        "{mine}的隐患 {passed} 复查合格，企业 {reported} 才报告整改完成，此后台账中未见复查";
        "the hazard at {mine} passed its re-inspection on {passed} and was reported done only on {reported}; no re-inspection since then is on record"
    );
    let report = out.report("reinspection", what).at_most(course.weight()).at_most(Level::Reminder);
    report.lasting(reported, context.today);
}

/// Since when it is to be inspected again: done was reported or the term ended, after the last re-inspection that failed.
fn to_be_inspected(course: &Course<'_>, context: &Context<'_>) -> Option<Day> {
    let failed = course.last_failed();
    let term = course.term(context.today).map(|term| term.day);
    let ended = term.filter(|end| *end < context.today && failed.is_none_or(|failed| failed < *end));
    let begin = course.reported().into_iter().chain(ended).min()?;
    Some(course.received().map_or(begin, |received| begin.max(received)))
}
