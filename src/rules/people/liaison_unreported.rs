//! 五（三）: 根据工作人员变化及时调整.

use super::roll::{LiaisonRoll, rolls};
use crate::model::{Kind, Liaison};
use crate::rules::due::Timing;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L03",
    name: "liaison-unreported",
    nature: RuleNature::Conduct,
    title: Text::fixed("联络员变动未见报送记录", "a liaison who was not reported"),
    fires: Text::fixed(
        "联络员到任后，按设置 liaison-term 的期限已过，台账中仍无报办公室的日期。期限未满的、期限内即离任的、起录日以前到任的不判；首次报送由 liaison-first-report-late 判。条文未写明变动须报送，因此最多作提醒。",
        "A liaison has begun, the setting liaison-term has run out, and the register has no day of the report to the office. Not while the term runs, nor for one who left within it or began before the register was kept; the first report is judged by liaison-first-report-late. The clause does not say that a change is to be reported, so it is a reminder at most.",
    ),
    proves: Some(Text::fixed("已报办公室的联络员变动。", "A change of liaison that was reported to the office.")),
    remedy: Text::fixed(
        "报办公室后，在 people/<单位>.toml 的该联络员下填报送日期（reported）。",
        "Report the liaison to the office and enter the day under them in people/<unit>.toml (reported).",
    ),
    reach: Reach::Own,
    scope: Scope::Each(&[Kind::People], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        let first = judged_as_first(&roll);
        for (at, liaison) in roll.begun() {
            if !first.contains(&at) && !roll.is_unknown(liaison.since) {
                check_liaison(&roll, at, liaison, context, out);
            }
        }
    }
}

fn check_liaison(roll: &LiaisonRoll<'_>, at: usize, liaison: &Liaison, context: &Context<'_>, out: &mut RegisterFindings) {
    let (since, due) = (liaison.since, roll.due_after(liaison.since));
    let timing = roll.timing(due, roll.reported(liaison));
    // Who leaves within the term needs no report any more.
    let left = liaison.until.is_some_and(|until| until <= due.day());
    if left && matches!(timing, Timing::Running(_) | Timing::Missing) {
        return;
    }
    let key = format!("liaison[{at}].reported");
    if let Timing::Running(due) = timing {
        if !roll.is_current(context) {
            return;
        }
        let what = tr!("报送 {since} 到任的联络员"; "report the liaison who began on {since} to the office");
        out.awaits_at(roll.path.clone(), since, key, due, what).by(roll.unit).at_most(Level::Reminder);
        return;
    }
    // The first naming is no change.
    if roll.first().iter().all(|(first, _)| *first != at) {
        out.record_evidence(roll.reference(), since, None);
    }
    if timing == Timing::Missing {
        let mechanism = &context.ledger.mechanism;
        let (unit, office) = (mechanism.short(roll.unit), mechanism.short(mechanism.office()));
        let what = tr!(
            "台账中未见{unit} {since} 到任的联络员报{office}的记录";
            "the register shows no report to the office of the liaison of {unit} who began on {since}"
        );
        out.report_at(roll.path.clone(), since, key, what).by(roll.unit).at_most(Level::Reminder);
    }
}

/// While nobody of the first report was reported, that is the fault of the first report and not told twice.
fn judged_as_first(roll: &LiaisonRoll<'_>) -> Vec<usize> {
    let first = roll.first();
    let any = first.iter().any(|(_, liaison)| roll.reported(liaison).is_some());
    if any { Vec::new() } else { first.into_iter().map(|(at, _)| at).collect() }
}
