//! 五（三）: 于8月21日前将联络员及联系方式报区安委办.

use super::roll::rolls;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "L05",
    name: "liaison-contact-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("已报送的联络员没有联系方式", "a liaison reported without contact details"),
    fires: Text::fixed(
        "判定日在任、已报办公室的联络员没有联系电话。尚未报送的（由报送规则判）、已离任的、尚未到任的不判。",
        "A liaison who is in office on the day judged and was reported to the office has no telephone number. Not for one who was not reported (other rules), has left, or has not begun.",
    ),
    remedy: Text::fixed(
        "在 people/<单位>.toml 的该联络员下填联系电话（phone）。",
        "Enter the telephone number under the liaison in people/<unit>.toml (phone).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for roll in rolls(context) {
        for (at, liaison) in roll.begun() {
            let Some(reported) = roll.reported(liaison) else { continue };
            if liaison.until.is_some_and(|until| until < context.today) {
                continue;
            }
            // Reported before the unit took part, it has been a fact of the mechanism from then on.
            let on = reported.max(roll.joined);
            out.record_evidence(roll.reference(), on, None);
            if liaison.phone.is_none() {
                let (unit, since) = (context.ledger.mechanism.short(roll.unit), liaison.since);
                let what = tr!(
                    "{unit} {since} 起的联络员未登记联系电话";
                    "the liaison of {unit} since {since} is recorded without a telephone number"
                );
                out.report_at(roll.path.clone(), on, format!("liaison[{at}].phone"), what).by(roll.unit);
            }
        }
    }
}
