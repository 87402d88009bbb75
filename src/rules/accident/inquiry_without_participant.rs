//! 一（四）3: 参与矿山生产安全事故调查处理.

use super::accident_not_investigated::RULE as NOT_INVESTIGATED;
use super::participant::{Activity, AskedUnits, judge};
use super::whole::WholeAccident;
use crate::model::{Accident, Filed, Party};
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "A02",
    name: "inquiry-without-participant",
    nature: RuleNature::Conduct,
    title: Text::fixed("事故调查未见应参与的单位", "an inquiry without a unit that is to take part"),
    fires: Text::fixed(
        "事故已登记调查，而牵头、参加单位中未见条文要求参与的单位；条文未规定期限，最多为提醒。条文不分事故等级；未登记调查的、调查由企业牵头或者一般事故由条文以外的单位牵头（不算调查，由 accident-not-investigated 判）的、等级高于一般而由上级、政府牵头或者未写明牵头单位，也未见该单位参与的不判。",
        "An inquiry into an accident is on record, and a unit that the clause has take part is neither its lead nor among those who do. The clause gives no day: a reminder at most. Of whatever grade the accident is. Not where no inquiry is on record, nor where a mine, or of a general accident another unit than the clause names, leads it (which is none: accident-not-investigated tells it), nor, where the accident is above general and the inquiry is led by a higher level or names no lead, that the unit is not among those who take part.",
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
    let Some(whole) = WholeAccident::judged_by(accident, context) else { return };
    if let Some((_, inquiry)) = whole.inquiry().filter(|(_, inquiry)| is_an_inquiry(inquiry, &whole, accident, context)) {
        // Who sits in an inquiry that a higher level composes, it decides; whoever takes part in it all the same has.
        let composed_above = whole.is_above_general() && !inquiry.lead.is_some_and(|lead| is_of_district(lead, context));
        let asked = if composed_above { AskedUnits::OfThoseThere } else { AskedUnits::OfAll };
        judge(&RULE, accident.record.occurred, &inquiry, asked, context, out);
    }
}

/// Whether what is recorded as the inquiry is one: of a general accident it is none while another leads it than the clause names, and of no
/// accident where a mine does. To take part in that is no part in the inquiry, and not to is no lack.
fn is_an_inquiry(inquiry: &Activity<'_>, whole: &WholeAccident<'_>, accident: &Filed<Accident>, context: &Context<'_>) -> bool {
    if inquiry.lead.is_some_and(|lead| matches!(lead, Party::Mine(_))) {
        return false;
    }
    let known = whole.known_on().unwrap_or(accident.record.occurred);
    let is_general = whole.grade().is_some() && !whole.is_above_general();
    let mut bound = units_bound(NOT_INVESTIGATED.name, known, &context.ledger.mechanism).map(|(_, unit)| unit).peekable();
    let is_asked = is_general && inquiry.lead.is_some() && bound.peek().is_some();
    !is_asked || bound.any(|unit| inquiry.is_organised_by(unit, context))
}

/// Whether a unit leads that is one of the register.
fn is_of_district(lead: &Party, context: &Context<'_>) -> bool {
    lead.as_unit().is_some_and(|unit| context.ledger.mechanism.units.contains_key(&unit))
}
