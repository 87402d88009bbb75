//! 五（三）: 于8月21日前将联络员及联系方式报区安委办.

use super::roll::rolls;
use crate::model::{Day, Kind, ObligationId, is_telephone};
use crate::rules::under::naming;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L05",
    name: "liaison-contact-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("已报送的联络员没有联系方式", "a liaison reported without contact details"),
    fires: Text::fixed(
        "判定日在任、已报办公室的联络员没有联系电话，或登记的不是电话号码（“/”“同上”、位数不对、表格程序改坏的）。首次报送之后接任的联络员属变动调整，只作提醒；尚未报送的（由报送规则判）、已离任的、尚未到任的不判。",
        "A liaison who is in office on the day judged and was reported to the office has no telephone number, or what is recorded is none (such as /, or a number of too few digits). One who followed after the first report is a change to follow: a reminder. Not for one who was not reported (other rules), has left, or has not begun.",
    ),
    proves: Some(Text::fixed("登记了联系电话的首任联络员。", "A first liaison recorded with a telephone number.")),
    remedy: Text::fixed(
        "在 people/<单位>.toml 的该联络员下填联系电话（phone）。",
        "Enter the telephone number under the liaison in people/<unit>.toml (phone).",
    ),
    reach: Reach::Own,
    scope: Scope::Each(&[Kind::People], check),
};

/// Of the obligations that name the rule, that of the first report, whose day the clause names, or that of later changes; the only one
/// where there is but one.
fn home(is_first: bool, on: Day, context: &Context<'_>) -> Option<ObligationId> {
    let mut named = naming(RULE.name, on, &context.ledger.mechanism);
    let any = named.clone().next();
    named.find(|obligation| obligation.due.is_some() == is_first).or(any).map(|obligation| obligation.id)
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        let first: Vec<usize> = roll.first().into_iter().map(|(at, _)| at).collect();
        for (at, liaison) in roll.begun() {
            let Some(reported) = roll.reported(liaison) else { continue };
            if liaison.until.is_some_and(|until| until < roll.last) {
                continue;
            }
            // Reported before the unit took part, it has been a fact of the mechanism from then on.
            let on = reported.max(roll.joined);
            let is_first = first.contains(&at);
            if liaison.phone.as_ref().is_some_and(|phone| is_telephone(phone.as_str())) {
                if is_first {
                    out.record_evidence(roll.reference(), on, None);
                }
            } else {
                let (unit, since) = (context.ledger.mechanism.short(roll.unit), liaison.since);
                let what = if liaison.phone.is_some() {
                    tr!(
                        "{unit} {since} 起的联络员，登记的联系电话不是电话号码（位数不对，或是“/”“同上”之类）";
                        "what is recorded as the telephone of the liaison of {unit} since {since} is no number (too few or too many digits, or such as / or ditto)"
                    )
                } else {
                    tr!(
                        "{unit} {since} 起的联络员未登记联系电话";
                        "the liaison of {unit} since {since} is recorded without a telephone number"
                    )
                };
                let report = out.report_at(roll.path.clone(), on, format!("liaison[{at}].phone"), what).by(roll.unit);
                // The day and the contact that the clause names are those of the first report; a later one is a change to follow.
                report.at_most(if is_first { Level::Unmet } else { Level::Reminder });
                if let Some(id) = home(is_first, on, context) {
                    report.of_obligation(id);
                }
            }
        }
    }
}
