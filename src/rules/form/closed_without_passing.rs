//! A hazard that is closed because it passed has a re-inspection that it passed.

use crate::model::{CloseReason, Filed, Hazard, Inspected};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F15",
    name: "closed-without-passing",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("以复查合格销号而没有合格的复查", "closed as passed without a re-inspection that passed"),
    fires: Text::fixed(
        "销号原因写“复查合格”，而销号当日及以前的最后一次复查不是合格，或没有复查。以其他原因销号的不判。",
        "The reason of the close-out is that the re-inspection was passed, and the last one up to that day was not, or there is none. Not where it was closed for another reason.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补录合格的复查（[[reinspection]]），或改正销号原因（closed 的 reason）。",
        "Enter the re-inspection that was passed ([[reinspection]]), or mend the reason of the close-out (reason in closed).",
    ),
    reach: Reach::Own,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, _: &Context<'_>, out: &mut Findings<'_>) {
    let Some(closed) = hazard.record.closed.as_ref().filter(|closed| closed.reason == CloseReason::Passed) else { return };
    let before = hazard.record.reinspection.iter().filter(|looked| looked.on <= closed.on);
    let on = closed.on;
    let what = match before.max_by_key(|looked| looked.on) {
        Some(last) if last.result == Inspected::Passed => return,
        Some(last) => {
            let day = last.on;
            tr!("{on} 以复查合格销号，而最后一次复查（{day}）结论为不合格"; "closed on {on} as passed, and the last re-inspection ({day}) was not passed")
        }
        None => tr!("{on} 以复查合格销号，此前未见复查"; "closed on {on} as passed, without any re-inspection by then"),
    };
    out.report("closed.reason", what);
}
