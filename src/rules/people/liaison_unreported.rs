//! 五（三）: 根据工作人员变化及时调整.

use super::roll::{Roll, rolls};
use crate::rules::{Desk, Findings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L03",
    name: "liaison-unreported",
    nature: RuleNature::Conduct,
    title: Text::fixed("联络员变动未见报送记录", "a liaison who was not reported"),
    fires: Text::fixed(
        "联络员到任后，按设置 liaison-term 的期限已过，台账中仍无报办公室的日期；未设期限的，到任次日起判。期限未满的、期限内即离任的、起录日以前到任的不判；首次报送由 liaison-first-report-late 判。",
        "A liaison has begun, the setting liaison-term has run out (without one: the first day has passed), and the register has no day of the report to the office. Not while the term runs, nor for one who left within it or began before the register was kept; the first report is judged by liaison-first-report-late.",
    ),
    remedy: Text::fixed(
        "报办公室后，在 people/<单位>.toml 的该联络员下填报送日期（reported）。",
        "Report the liaison to the office and enter the day under them in people/<unit>.toml (reported).",
    ),
    scope: Scope::Ledger(check),
};

fn check(desk: &Desk<'_>, out: &mut Findings) {
    for roll in rolls(desk) {
        let first = judged_as_first(&roll);
        for (at, liaison) in roll.begun() {
            let since = liaison.since;
            let term = roll.term(since).unwrap_or(since);
            let over = term < desk.today && liaison.until.is_none_or(|until| term < until);
            let reported = roll.reported(liaison).is_some();
            if first.contains(&at) || roll.is_unknown(since) || !(reported || over) {
                continue;
            }
            out.applies_to(roll.reference(), since, None);
            if reported {
                continue;
            }
            let mechanism = &desk.ledger.mechanism;
            let (unit, office) = (mechanism.short(roll.unit), mechanism.short(mechanism.office()));
            let what = tr!(
                "台账中未见{unit} {since} 到任的联络员报{office}的记录";
                "the register shows no report to the office of the liaison of {unit} who began on {since}"
            );
            out.report_at(roll.path.clone(), since, format!("liaison[{at}].reported"), what).by(roll.unit);
        }
    }
}

/// While nobody of the first report was reported, that is the fault of the first report and not told twice.
fn judged_as_first(roll: &Roll<'_>) -> Vec<usize> {
    let first = roll.first();
    let any = first.iter().any(|(_, liaison)| roll.reported(liaison).is_some());
    if any { Vec::new() } else { first.into_iter().map(|(at, _)| at).collect() }
}
