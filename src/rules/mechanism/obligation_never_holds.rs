//! An obligation whose last day lies before its first holds on no day.

use super::report;
use super::validity::Validity;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G07",
    name: "obligation-never-holds",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("义务的止日早于起日", "an obligation that ends before it begins"),
    fires: Text::fixed(
        "某项义务的止日（until）早于起日（since），或早于机制施行之日，因此任何一天都不适用。同一天起止的不判。",
        "The last day of an obligation (until) lies before its first (since), or before the mechanism begins, so that it holds on no day. One that holds for a day is in order.",
    ),
    proves: None,
    remedy: Text::fixed("核对起止日期（since、until）。", "Check its first and its last day (since, until)."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        let holds = Validity::of_obligation(obligation);
        let whole = Validity { from: Some(mechanism.begins()), until: None };
        let Some(until) = holds.until.filter(|_| !holds.meets(whole)) else { continue };
        let (id, since) = (obligation.id, holds.from.unwrap_or(mechanism.begins()));
        let what = tr!("{id} 的止日 {until} 早于起日 {since}，任何一天都不适用"; "{id} ends on {until}, before it begins on {since}: it holds on no day");
        report(Kind::Obligations, format!("obligation[{at}].until"), what, context, out);
    }
}
