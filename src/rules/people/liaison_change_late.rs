//! 五（三）: 根据工作人员变化及时调整.

use super::roll::{LiaisonRoll, rolls};
use crate::model::{Day, Kind};
use crate::rules::due::Timing;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L02",
    name: "liaison-change-late",
    nature: RuleNature::Conduct,
    title: Text::fixed("联络员调整超过参考期限", "a change of liaison after the term of reference"),
    fires: Text::fixed(
        "接任的联络员在原联络员离任后超过设置 liaison-term 才到任，或到任后超过该期限才报办公室。“及时”无法定天数，故至多为提醒；在期限最后一天的、无空缺交接的、起录日以前的不判；首次报送由 liaison-first-report-late 判。",
        "The next liaison began, or was reported to the office after beginning, later than the setting liaison-term allows. The clause names no number of days, so this is a reminder at most; not on its last day, where one followed the other without a gap, or before the register was kept. The first report is judged by liaison-first-report-late.",
    ),
    proves: Some(Text::fixed("联络员离任后接任、报送的记录。", "A liaison who took over from another and was reported.")),
    remedy: Text::fixed(
        "核对 people/<单位>.toml 中 since、until、reported 的日期；日期无误的，今后变动时及时调整并报送。",
        "Check since, until and reported in people/<unit>.toml; where they are right, follow the next change in time.",
    ),
    reach: Reach::Own,
    scope: Scope::Each(&[Kind::People], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        named_late(&roll, context, out);
        reported_late(&roll, context, out);
    }
}

fn named_late(roll: &LiaisonRoll<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let mut left: Option<Day> = None;
    for (at, liaison) in roll.begun() {
        let until = liaison.until.unwrap_or(context.today);
        let Some(last) = left.replace(left.map_or(until, |left| left.max(until))) else { continue };
        if roll.is_unknown(liaison.since) {
            continue;
        }
        out.record_evidence(roll.reference(), liaison.since, None);
        let Timing::Late { due: term, .. } = roll.timing(roll.due_after(last), Some(liaison.since)) else { continue };
        let (unit, since) = (context.ledger.mechanism.short(roll.unit), liaison.since);
        let what = tr!(
            "{unit}联络员 {last} 离任，{since} 接任，晚于参考期限 {term}";
            "the liaison of {unit} left on {last} and the next began on {since}, after the term of reference {term}"
        );
        out.report_at(roll.path.clone(), since, format!("liaison[{at}].since"), what).by(roll.unit).late();
    }
}

fn reported_late(roll: &LiaisonRoll<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let first = roll.first();
    for (at, liaison) in roll.begun() {
        let since = liaison.since;
        let Some(reported) = roll.reported(liaison) else { continue };
        if roll.is_unknown(since) || first.iter().any(|(first, _)| *first == at) {
            continue;
        }
        out.record_evidence(roll.reference(), reported, None);
        let Timing::Late { due: term, .. } = roll.timing(roll.due_after(since), Some(reported)) else { continue };
        let mechanism = &context.ledger.mechanism;
        let (unit, office) = (mechanism.short(roll.unit), mechanism.short(mechanism.office()));
        let what = tr!(
            "{unit} {since} 到任的联络员 {reported} 报{office}，晚于参考期限 {term}";
            "the liaison of {unit} who began on {since} was reported on {reported}, after the term of reference {term}"
        );
        out.report_at(roll.path.clone(), reported, format!("liaison[{at}].reported"), what).by(roll.unit).late();
    }
}
