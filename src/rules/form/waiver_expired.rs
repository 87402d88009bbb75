//! A waiver that ended before its period did excuses the rest of it no longer.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Day, Filed, Force, Kind, Mechanism, ObligationId, Period, RecordPath, UnitId, Waiver};
use crate::rules::minimum::{MinimumCount, counts};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F12",
    name: "waiver-expired",
    nature: RuleNature::Remark,
    title: Text::fixed("情况说明已过有效期", "a waiver that has expired"),
    fires: Text::fixed(
        "针对原则性要求的情况说明，有效期止日早于判定日，也早于所说明期间的最后一天，且没有同一事项、同一期间有效期更长的另一条说明。有效期与期间同日届满的、未写有效期的、该期间已达到最少次数的、针对强制性要求的说明不判。只作提醒。",
        "The last day of a waiver of an in-principle obligation lies before the day judged and before the end of its period, and no other waiver of the same for the same period lasts longer. Not where it ends with the period or names no day, where the minimum of the period was reached since, or for a statement on what the regulation demands. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "事项已开展的，补录；仍需说明的，经批准后另登记一条情况说明。",
        "Record it if it was done since; else file another waiver once it is approved.",
    ),
    reach: Reach::Register,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let filed = || ledger.waivers.iter().filter(|waiver| waiver.record.on <= context.today);
    let mut longest: HashMap<(ObligationId, Period, &UnitId), Day> = HashMap::new();
    for Filed { path, record } in filed() {
        let until = record.until.unwrap_or(record.period.last());
        let last = longest.entry((record.obligation, record.period, &path.unit)).or_insert(until);
        *last = until.max(*last);
    }
    let mut years: BTreeMap<u16, Vec<MinimumCount<'_>>> = BTreeMap::new();
    for waiver in filed().filter(|waiver| !waiver.holds(context.today)) {
        let (id, period) = (waiver.record.obligation, waiver.record.period);
        let Some(until) = waiver.record.until else { continue };
        let lasts = |unit| longest.get(&(id, period, unit)).is_some_and(|last| until < *last);
        if lasts(&waiver.path.unit) || lasts(ledger.mechanism.office()) || !waives(waiver, &ledger.mechanism) {
            continue;
        }
        // The middle of a week is in the year that the week is counted in.
        let year = period.first().plus(3).year();
        let counted = years.entry(year).or_insert_with(|| counts(ledger, year, context.today));
        if !is_met(waiver, counted, &ledger.mechanism) {
            let last = period.last();
            let what = tr!(
                "情况说明有效期至 {until}，期间 {period} 的最后一天是 {last}";
                "the waiver held until {until}; the last day of its period {period} is {last}"
            );
            let report = out.report_at(RecordPath::Filed(waiver.path.clone()), until, "until", what);
            report.at_most(Level::Reminder).fixed_by(Fix::New(Kind::Waiver, None));
        }
    }
}

fn waives(waiver: &Filed<Waiver>, mechanism: &Mechanism) -> bool {
    let obligation = mechanism.obligation_on(waiver.record.obligation, waiver.record.period.last());
    obligation.is_some_and(|obligation| obligation.force == Force::InPrinciple)
}

/// Whether what was waived was done all the same, by those for whom the waiver speaks.
fn is_met<'a>(waiver: &Filed<Waiver>, counted: &[MinimumCount<'a>], mechanism: &'a Mechanism) -> bool {
    let concerned = |count: &&MinimumCount<'a>| {
        count.period == waiver.record.period
            && count.obligation(mechanism).is_some_and(|obligation| obligation.id == waiver.record.obligation)
            && waiver.speaks_for(count.actor(mechanism), count.on, mechanism)
    };
    let mut of_period = counted.iter().filter(concerned).peekable();
    of_period.peek().is_some() && of_period.all(MinimumCount::is_met)
}
