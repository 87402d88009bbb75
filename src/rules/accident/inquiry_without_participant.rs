//! 一（四）3: 参与矿山生产安全事故调查处理.

use super::participant::judge;
use super::whole::WholeAccident;
use crate::model::{Accident, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "A02",
    name: "inquiry-without-participant",
    nature: RuleNature::Conduct,
    title: Text::fixed("事故调查未见应参与的单位", "an inquiry without a unit that is to take part"),
    fires: Text::fixed(
        "事故已登记调查，而牵头、参加单位中未见条文要求参与的单位；条文未规定期限，最多为提醒。未登记调查的、等级高于一般而由上级组织的不判。",
        "An inquiry into an accident is on record, and a unit that the clause has take part is neither its lead nor among those who do. The clause gives no day: a reminder at most. Not where no inquiry is on record, nor where the accident is above general and a higher level composes the inquiry.",
    ),
    proves: Some(Text::fixed("该单位参与调查的事故。", "An accident in whose inquiry that unit takes part.")),
    remedy: Text::fixed(
        "已参与的，在 inquiry.units 中补记；未参与的，请商请其参加。",
        "If it takes part, add it to inquiry.units; if not, ask it to.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(whole) = WholeAccident::judged_by(accident, context).filter(|whole| !whole.is_above_general()) else { return };
    if let Some((_, inquiry)) = whole.inquiry() {
        judge(&RULE, accident.record.occurred, &inquiry, context, out);
    }
}
