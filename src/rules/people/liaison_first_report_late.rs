//! 五（三）: 于8月21日前将联络员及联系方式报区安委办.

use super::roll::{FIRST_REPORT, LiaisonRoll, rolls};
use crate::model::{Day, Kind, RecordPath, UnitId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L04",
    name: FIRST_REPORT,
    nature: RuleNature::Conduct,
    title: Text::fixed("首次报送联络员未见记录或晚于条款所定日期", "the first report of a liaison late or absent"),
    fires: Text::fixed(
        "施行之日起的成员单位，条款所定日期（obligations.toml 的 due，含当日）已过，台账中无首任联络员报送办公室的日期，或日期晚于该日；晚报的只作提醒，早于机制施行之日的建议核对。此后加入的单位、该日在起录日以前的、人员文件未能读出的不判。",
        "For a member from the beginning, the day that the clause names (due in obligations.toml, itself included) has passed and the register has no day of the report to the office of its first liaison, or a later one; a late report is only a reminder, and one from before the regulation was there is advised to be looked up. Not for units that joined later, nor where that day lies before the register was kept or the file of people could not be read.",
    ),
    proves: Some(Text::fixed("首任联络员已报办公室的成员单位。", "A member that reported its first liaison to the office.")),
    remedy: Text::fixed(
        "已报送的，在 people/<单位>.toml 的首任联络员下补填报送日期（reported）；尚未报送的，请报办公室。",
        "Where it was reported, enter the day under the first liaison in people/<unit>.toml (reported); else report it to the office.",
    ),
    reach: Reach::Own,
    scope: Scope::Each(&[Kind::People], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        if let Some(due) = roll.first_due().filter(|due| !roll.is_unknown(*due)) {
            check_first(&roll, due, context, out);
        }
    }
}

fn check_first(roll: &LiaisonRoll<'_>, due: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let first = roll.first();
    let reports = first.iter().filter_map(|(at, liaison)| Some((roll.reported(liaison)?, *at)));
    let (reported, at) = reports.min().unzip();
    let at = at.or_else(|| first.first().map(|(at, _)| *at));
    let key = at.map_or(String::new(), |at| format!("liaison[{at}].reported"));
    let timing = roll.timing(Due::on(due), reported);
    if let Timing::Running(due) = timing {
        let what = Text::fixed("报送联络员及联系方式", "report the liaison to the office, with how to reach them");
        out.awaits_at(roll.path.clone(), context.today, key, due, what).by(roll.unit);
        return;
    }
    out.record_evidence(roll.reference(), due, None);
    let mechanism = &context.ledger.mechanism;
    let (unit, office) = (mechanism.short(roll.unit), mechanism.short(mechanism.office()));
    match timing {
        Timing::InTime => told_before_asked(&roll.path, reported, key, roll.unit, due, context, out),
        Timing::Running(_) => {}
        Timing::Late { done: reported, due } => {
            let what = tr!(
                "{unit}首任联络员 {reported} 报{office}，晚于条款所定的 {due}";
                "the first liaison of {unit} was reported on {reported}, after {due}, the day that the clause names"
            );
            out.report_at(roll.path.clone(), due, key, what).by(roll.unit).late();
        }
        Timing::Missing => {
            let what = tr!(
                "台账中未见{unit}报送联络员的记录，条款所定日期为 {due}";
                "the register shows no report of a liaison by {unit}; the clause names {due}"
            );
            out.report_at(roll.path.clone(), due, key, what).by(roll.unit);
        }
    }
}

/// A report from before anybody asked for one is odd: the day may be another's.
fn told_before_asked(
    path: &RecordPath,
    reported: Option<Day>,
    key: String,
    unit: &UnitId,
    due: Day,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let mechanism = &context.ledger.mechanism;
    let begins = mechanism.begins();
    if let Some(reported) = reported.filter(|reported| *reported < begins) {
        let name = mechanism.short(unit);
        let what = tr!(
            "{name}首任联络员的报送日期 {reported} 早于机制施行之日 {begins}，请核对";
            "the first liaison of {name} is said to have been reported on {reported}, before the regulation was there ({begins}); please check"
        );
        out.report_at(path.clone(), due, key, what).by(unit).at_most(Level::Advice);
    }
}
