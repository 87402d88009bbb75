//! A waiver must fit an obligation that is judged, in a period in which it is.

use crate::model::{Filed, Obligation, Waiver};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope, minimum};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F13",
    name: "waiver-matches-nothing",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("情况说明没有对应的义务或期间", "a waiver that fits no obligation"),
    fires: Text::fixed(
        "情况说明所写的义务编号在义务文件中没有，该义务不由程序判定，期间早于施行之日（或该义务的起止日），或针对按周期计次的要求而期间长短不同（如每年一次的要求写了季度）。针对强制性要求的说明本身可以登记，不判。义务编号不存在时需更正，其余只作提醒。",
        "The obligation is not among those of the register, no rule judges it, the period lies outside the time in which it holds, or it is about a minimum and of another length (a quarter for what is asked once a year). A statement on what the regulation demands may be filed. An unknown obligation is to be corrected; the rest is a reminder.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对义务编号（obligation）和期间（period，如 2025、2025-Q3）。",
        "Check the obligation and the period (such as 2025 or 2025-Q3).",
    ),
    reach: Reach::Own,
    scope: Scope::Waiver(check),
};

fn check(waiver: &Filed<Waiver>, context: &Context<'_>, out: &mut Findings<'_>) {
    let id = waiver.record.obligation;
    let Some(obligation) = context.ledger.mechanism.obligation_on(id, waiver.record.period.last()) else {
        out.report("obligation", tr!("义务编号 {id} 在义务文件中未见"; "there is no obligation {id} in the register"));
        return;
    };
    if !obligation.is_judged() {
        let what = tr!("{id} 不由程序判定，不需要情况说明"; "no rule judges {id}, so nothing of it can be waived");
        out.report("obligation", what).at_most(Level::Reminder);
    } else if let Some(what) =
        period_outside(waiver, obligation, context).or_else(|| period_of_other_length(waiver, obligation, context))
    {
        out.report("period", what).at_most(Level::Reminder);
    }
}

fn period_outside(waiver: &Filed<Waiver>, obligation: &Obligation, context: &Context<'_>) -> Option<Text> {
    let period = waiver.record.period;
    let begins = context.ledger.mechanism.begins();
    let from = obligation.since.map_or(begins, |since| since.max(begins));
    if period.last() < from {
        return Some(
            tr!("期间 {period} 早于 {from}，尚无此项要求"; "the period {period} lies before {from}, when nothing was asked yet"),
        );
    }
    let until = obligation.until.filter(|until| *until < period.first())?;
    Some(
        tr!("期间 {period} 晚于 {until}，已无此项要求"; "the period {period} lies after {until}, when nothing was asked any more"),
    )
}

/// A minimum is counted by the periods of its system only.
fn period_of_other_length(waiver: &Filed<Waiver>, obligation: &Obligation, context: &Context<'_>) -> Option<Text> {
    let period = waiver.record.period;
    if !obligation.breaks(minimum::RULE.name) {
        return None;
    }
    let edition = context.ledger.mechanism.edition(period.last());
    let system = edition.system.iter().find(|system| Some(&system.id) == obligation.system.as_ref())?;
    if system.every == period.every() {
        return None;
    }
    let (asked, given) = (system.every.label(), period.every().label());
    let (asked_zh, asked_en, given_zh, given_en) = (asked.zh(), asked.en(), given.zh(), given.en());
    Some(tr!(
        "期间 {period} 按{given_zh}计，该项要求按{asked_zh}计";
        "the period {period} is a {given_en}; the obligation is counted by the {asked_en}"
    ))
}
