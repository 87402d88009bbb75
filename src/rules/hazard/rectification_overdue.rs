//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::course::{Course, HazardTerm};
use super::lasting::each_lasting;
use crate::model::{CloseReason, Day, Filed, Hazard, Kind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H05",
    name: "rectification-overdue",
    nature: RuleNature::Conduct,
    title: Text::fixed("整改超期", "rectification overdue"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，整改期限已过，此后台账中既未见整改完成，也未见监管部门督促（复查、文书、延期、处罚、登记进展，进展只写“无”“已阅”“无进展”等的不算）；超期后完成的、期限过后才另定期限的，作提醒；其他隐患只作建议。已经督促而企业仍未整改的，列入“隐患超期未改”，不算监管部门未落实。期限以联合执法组所定为先，其次为首份限期整改文书，再次为本单位所填；由监管部门批准延期（缩短期限的不算）、另行下达文书、复查时新定期限的，自当日起改按新的期限，期限的最后一天完成的算按时；复查合格早于企业报告完成的，以合格之日为准；报告完成而复查不合格的，不算完成。已经督促而此后一整年未再督促的，作提醒；期限过后复查不合格而未定新的期限，此后设置的复查时限（reinspection-term）已过仍未见督促的，原期限照算，按未督促判。已有依据销号的不判；移交之前、以重复登记销号之前的日子由原单位负责（移交的作提醒，重复登记不算督促），承接单位自承接之日起判；矿山已关闭的，只判关闭之前的超期（提醒）。施行之日以前发现的，发现不判，施行之日起期限才届满的照判。",
        "The term of a major hazard found by joint enforcement has passed, and since then the register shows neither that it was put right nor that the department urged it (re-inspection, order, extension, penalty, recorded progress, but not one that reads 无, 已阅 or 无进展 and no more); put right later, or given another term only after the old one, it is a reminder; other hazards are advice. Where the department urged and the mine did nothing, it is listed as overdue and no breach of the department. The first term is the one that the team gave, else that of the first order, else the unit's own; an extension granted (one that leaves less time is none), a new order and a failed re-inspection move it from their day on; the last day is in time, what passed before the mine reported it was done when it passed, and what a re-inspection refuted is not done. Urged, and then not for a whole year, it is a reminder; a re-inspection after the term that failed and set no other leaves the old one, and with nothing in the term of the setting reinspection-term after it counts as no urging. Not judged once closed with ground; the days before it was handed on, or closed as filed twice, are those of the unit that had it (handed on: a reminder; filed twice is no urging), and whoever got it is judged from the day on which it did; once the mine is closed, only what was overdue before is, as a reminder. Of a hazard found before the regulation came into force only a term is judged that ran out since.",
    ),
    proves: Some(Text::fixed(
        "联合执法发现的重大隐患，期限内整改完成，或期限过后本监管部门仍有复查、文书、延期、处罚、移送、催办记录的。",
        "A major hazard of joint enforcement that was put right in its term, or about which its department has, since the term ended, re-inspected, served an order, extended, fined, transferred or urged.",
    )),
    remedy: Text::fixed(
        "请督促企业整改；已完成的，补录完成日期（reported_done）和复查（[[reinspection]]）；确需延期的，按程序批准后登记（[[extension]]）。",
        "Have the mine put it right; if it did, record reported_done and the re-inspection; an extension is recorded once it is granted.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Each(&[Kind::Hazard], |context, out| each_lasting(check, context, out)),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let done = course.put_right();
    let gone = course.mine_closed().filter(|_| done.is_none());
    // A term is one of this text's that ran on when it came into force.
    let begins = context.ledger.mechanism.begins();
    if done.or(gone).is_some_and(|over| over < begins) {
        return;
    }
    if done.is_none() && gone.is_none() && !course.is_followed() {
        given_away(&course, context, out);
        return;
    }
    let (mine, until) = (context.ledger.mechanism.mine_name(&hazard.record.mine), done.or(gone).unwrap_or(context.today));
    // A unit answers for the days since it got the hazard; those before were another's.
    let received = course.received();
    let own_gap = |(term, moved): &(HazardTerm, Day)| begins <= term.day && received.is_none_or(|received| received < *moved);
    for (term, moved) in course.gaps(until).into_iter().filter(own_gap) {
        let due = term.day;
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，{moved} 才另定期限，其间超期";
            "the hazard at {mine} was to be put right by {due}; another term was set only on {moved}"
        );
        out.report(term.key, what).at_most(course.weight_on(due)).late().lasting(due.plus(1), moved);
    }
    let Some(term) = course.term(until).filter(|term| begins <= term.day) else { return };
    let overdue_when_received = received.filter(|received| term.day < *received);
    let due = overdue_when_received.map_or(term.day, |on| time_to_look(on, context));
    match Due::on(due).timing(done, context) {
        // What the closure of the mine ended was overdue before, or was not.
        _ if gone.is_some_and(|gone| gone <= due) => {}
        Timing::Running(due) => {
            out.awaits(term.key, due, tr!("督促{mine}整改隐患"; "have {mine} put the hazard right")).at_most(course.weight());
        }
        Timing::Missing => match course.urged_after(overdue_when_received.unwrap_or(due)) {
            // What the mine does not do is shown beside: asked of the department is that it urges.
            Some(last) => {
                match course.left_without_term().filter(|failed| time_to_look(*failed, context) < gone.unwrap_or(context.today)) {
                    Some(failed) => left_as_it_was(failed, gone, &course, term, context, out),
                    None => urged(last, &course, term, context, out),
                }
            }
            None => not_urged(gone, &course, term, overdue_when_received, context, out),
        },
        // When it was done nobody said: that it passed soon after its term does not make it late.
        Timing::Late { done, .. } if passed_soon(done, due, &course, context) => is_evidence(done, &course, out),
        Timing::Late { done, .. } => {
            let what = tr!(
                "{mine}的隐患于 {done} 整改完成，期限为 {due}";
                "the hazard at {mine} was put right on {done}; its term ended on {due}"
            );
            out.report(term.key, what).at_most(course.weight_on(due)).late().lasting(due.plus(1), done);
            is_evidence(done, &course, out);
        }
        Timing::InTime => is_evidence(until, &course, out),
    }
}

/// Whether all that is known is that it passed a re-inspection, within the term for one after its own, before the mine had reported anything.
fn passed_soon(done: Day, due: Day, course: &Course<'_>, context: &Context<'_>) -> bool {
    course.reported().is_none_or(|reported| done < reported)
        && done <= Due::after(SettingId::ReinspectionTerm, due, context).day()
}

fn is_evidence(on: Day, course: &Course<'_>, out: &mut Findings<'_>) {
    if course.is_bound() && course.is_in_competent_hands() {
        out.record_occasion_of(on);
    }
}

/// A hazard past its term about which the department did something: shown in the year in which it did. After a whole year without, it is
/// reminded.
fn urged(last: Day, course: &Course<'_>, term: HazardTerm, context: &Context<'_>, out: &mut Findings<'_>) {
    is_evidence(last, course, out);
    let (since, due) = (Day::last_of(last.year()).plus(1), term.day);
    if course.is_followed() && Day::last_of(since.year()) <= context.today {
        let mine = context.ledger.mechanism.mine_name(&course.hazard.record.mine);
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，期限过后最近一次督促为 {last}，此后一整年台账中未见督促";
            "the hazard at {mine} was to be put right by {due}; it was last urged on {last}, and a whole year has passed since"
        );
        let report = out.report(term.key, what).at_most(course.weight_on(due)).at_most(Level::Reminder);
        report.lasting(since, context.today).past(Some(due)).fixed_by(Fix::At("reported_done"));
    }
}

/// A hazard past its term that failed its re-inspection, of which nothing was heard since, until today or until its mine was closed: to set no
/// other term is no better than to let one run out.
fn left_as_it_was(
    failed: Day,
    gone: Option<Day>,
    course: &Course<'_>,
    term: HazardTerm,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let (mine, due) = (context.ledger.mechanism.mine_name(&course.hazard.record.mine), term.day);
    let what = tr!(
        "{mine}的隐患整改期限为 {due}，{failed} 复查不合格而未定新的期限，此后台账中未见整改完成，也未见督促";
        "the hazard at {mine} was to be put right by {due}; it failed its re-inspection on {failed} and got no other term, and since then neither that nor any urging is on record"
    );
    let report = out.report(term.key, what).at_most(course.weight_on(due)).past(Some(due));
    let report = report.lasting(time_to_look(failed, context).plus(1), gone.unwrap_or(context.today));
    if gone.is_some() {
        report.late();
    } else {
        report.fixed_by(Fix::At("reported_done")).or_mended_by(URGING);
    }
}

/// Until when a department has looked in time at a hazard that was past its term on a day.
fn time_to_look(on: Day, context: &Context<'_>) -> Day {
    Due::after(SettingId::ReinspectionTerm, on, context).day()
}

/// A hazard that its unit gave away past its term: the days until then were its own. To transfer it is something that the department did;
/// to call it filed twice is not.
fn given_away(course: &Course<'_>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some((given, term)) = course.given_away().and_then(|given| Some((given, course.term(given.on)?))) else { return };
    let (on, due) = (given.on, term.day);
    if due < context.ledger.mechanism.begins() {
        return;
    }
    let is_copy = given.reason == CloseReason::Duplicate && (!course.was_assigned() || course.is_followed_elsewhere(due, on));
    let received = course.received().filter(|received| due < *received).unwrap_or(due);
    if on <= time_to_look(received, context) || is_copy || course.urged_between(received, on).is_some() {
        return;
    }
    let mine = context.ledger.mechanism.mine_name(&course.hazard.record.mine);
    let report = if given.reason == CloseReason::Transferred {
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，{on} 才移交，其间未见整改完成，也未见督促";
            "the hazard at {mine} was to be put right by {due}; it was handed on only on {on}, and in between neither that nor any urging is on record"
        );
        out.report(term.key, what).late()
    } else {
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，{on} 以重复登记销号，其间未见整改完成，也未见督促";
            "the hazard at {mine} was to be put right by {due}; it was closed as filed twice on {on}, and in between neither that nor any urging is on record"
        );
        out.report(term.key, what)
    };
    report.at_most(course.weight_on(due)).lasting(received.plus(1), on).past(Some(due));
}

/// What a department urges by, besides in the hazard's own record.
const URGING: &[Kind] = &[Kind::Order, Kind::Response];

/// A hazard past its term of which nothing was heard since, until today or until its mine was closed.
fn not_urged(
    gone: Option<Day>,
    course: &Course<'_>,
    term: HazardTerm,
    received: Option<Day>,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let (mine, due) = (context.ledger.mechanism.mine_name(&course.hazard.record.mine), term.day);
    let weight = course.weight_on(due);
    if let Some(gone) = gone {
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，到 {gone} 矿山关闭时未见整改完成，其间也未见督促";
            "the hazard at {mine} was to be put right by {due}; when the mine was closed on {gone} neither that nor any urging was on record"
        );
        out.report(term.key, what).at_most(weight).late().lasting(due.plus(1), gone);
        return;
    }
    if let Some(received) = received {
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，{received} 由本单位承接，此后台账中未见整改完成，也未见督促（复查、文书、延期、处罚、进展）";
            "the hazard at {mine} was to be put right by {due}; this unit got it on {received}, and since then neither that nor any urging is on record"
        );
        let report = out.report(term.key, what).at_most(weight).lasting(received.plus(1), context.today);
        report.past(Some(due)).fixed_by(Fix::At("reported_done")).or_mended_by(URGING);
        return;
    }
    let days = due.days_until(context.today);
    let what = tr!(
        "{mine}的隐患整改期限为 {due}，已超期 {days} 天，此后台账中未见整改完成，也未见督促（复查、文书、延期、处罚、进展）";
        "the hazard at {mine} was to be put right by {due} (days since: {days}); since then neither that nor any urging is on record"
    );
    let report = out.report(term.key, what).at_most(weight).lasting(due.plus(1), context.today);
    report.past(Some(due)).fixed_by(Fix::At("reported_done")).or_mended_by(URGING);
}
