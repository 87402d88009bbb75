//! 五（三）: 请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作.

use super::roll::{LiaisonRoll, rolls};
use crate::model::{Day, Kind};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L01",
    name: "liaison-gap",
    nature: RuleNature::Conduct,
    title: Text::fixed("成员单位没有在任联络员", "a member without a liaison in office"),
    fires: Text::fixed(
        "判定日当天（以前年度为其最后一日），成员单位在台账中没有在任的联络员，且补选期限已过：施行之日起的成员单位，首次指定至条款所定的报送日；此后加入的、原联络员离任的，按设置 liaison-term。期限未满、已有接任者、尚未加入的单位不判，撤并的单位判至其最后一日，由承接单位办理；已补上的空缺由 liaison-change-late 判。",
        "On the day judged (of earlier years on their last) the register names no liaison in office for a member, and the term for naming one has run out: for members from the beginning the day of report that the clause names, for later ones and after a liaison left, the setting liaison-term. Not while the term runs, not for a unit that has not joined; one that was merged is judged up to its last day, and its successor has to act; a gap that was closed is judged by liaison-change-late.",
    ),
    proves: Some(Text::fixed(
        "判定日有在任联络员的成员单位（people）。",
        "A member with a liaison in office on the day judged (people).",
    )),
    remedy: Text::fixed(
        "在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。",
        "Enter the liaison in people/<unit>.toml (liaison: name, phone, since) and, once reported to the office, reported.",
    ),
    reach: Reach::Own,
    scope: Scope::Each(&[Kind::People], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        // A gap lasts: every year that it reaches shows it, as of its last day.
        let lasts = (roll.joined.year()..roll.last.year()).map(Day::last_of);
        for day in lasts.chain([roll.last]) {
            if roll.is_filled(day) {
                out.record_evidence(roll.reference(), day, None);
            } else if !roll.is_unknown(day) {
                vacant(&roll, day, context, out);
            }
        }
    }
}

fn vacant(roll: &LiaisonRoll<'_>, day: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let left = roll.begun().iter().filter_map(|(_, liaison)| liaison.until).filter(|until| *until < day).max();
    let due = match (left, roll.first_due()) {
        (Some(left), _) => roll.due_after(left),
        (None, Some(due)) => Due::on(due),
        (None, None) => roll.due_after(roll.joined),
    };
    let unit = context.ledger.mechanism.short(roll.unit);
    if day <= due.day() {
        // Of an earlier year only what its last day left open is asked, not what was then still to come.
        if let (true, Timing::Running(due)) = (day == context.today, roll.timing(due, None)) {
            out.awaits_at(roll.path.clone(), day, "liaison", due, Text::fixed("指定联络员", "name a liaison")).by(roll.unit);
        }
        return;
    }
    // Of an earlier year its last day is said: two years are two findings.
    let past = (day < context.today).then_some(day);
    let (what, key) = match (left, past) {
        (Some(left), Some(day)) => (
            tr!(
                "台账中未见{unit} {day} 在任的联络员记录，上一任至 {left} 止";
                "the register names no liaison of {unit} in office on {day}; the last one left on {left}"
            ),
            "liaison",
        ),
        (None, Some(day)) => {
            (tr!("台账中未见{unit} {day} 在任的联络员记录"; "the register names no liaison of {unit} in office on {day}"), "")
        }
        (Some(left), None) => (
            tr!(
                "台账中未见{unit}现任联络员记录，上一任至 {left} 止";
                "the register names no liaison of {unit} in office; the last one left on {left}"
            ),
            "liaison",
        ),
        (None, None) => (tr!("台账中未见{unit}联络员记录"; "the register names no liaison of {unit}"), ""),
    };
    // A gap whose term ran on over New Year is one of the year in which it began, and lacking since.
    let before = Day::last_of(day.year() - 1);
    let began_before = left.is_some_and(|left| left < before) && roll.joined <= before && before <= due.day();
    let on = if began_before { before } else { day };
    let report = out.report_at(roll.path.clone(), on, key, what).by(roll.unit).past(due.fixed());
    if began_before {
        report.lasting(due.day().plus(1), day);
    }
}
