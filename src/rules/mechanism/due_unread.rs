//! A day that a clause names binds where a rule reads it; else it is written down and nothing comes of it.

use super::report;
use crate::model::Kind;
use crate::rules::people::FIRST_REPORT;
use crate::rules::plan::YEARLY_PLAN;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G13",
    name: "due-unread",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("条款所定日期没有规则判定", "a day named that no rule reads"),
    fires: Text::fixed(
        "某项义务写有条款所定日期（due）或每年期限（due_yearly），而所列规则都不看它（前者只有 liaison-first-report-late 看，后者只有 plan-missing 看），因此逾期也看不出来。",
        "An obligation gives a day that the clause names (due) or one of every year (due_yearly), and none of its rules reads it (only liaison-first-report-late and plan-missing do), so that what comes after it is not seen to be late.",
    ),
    proves: None,
    remedy: Text::fixed(
        "删去该日期，由人按期核对；或列入看这个日期的规则。",
        "Remove the day and keep it by hand, or list the rule that reads it.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, obligation) in context.ledger.mechanism.obligations.iter().enumerate() {
        let named = obligation.due.filter(|_| !obligation.names(FIRST_REPORT)).map(|due| ("due", due.to_string()));
        let yearly = obligation.due_yearly.filter(|_| !obligation.names(YEARLY_PLAN)).map(|due| ("due_yearly", due.to_string()));
        let id = obligation.id;
        for (key, due) in named.into_iter().chain(yearly) {
            let what = tr!("{id} 写有日期 {due}，没有规则据以判定"; "{id} names the day {due}, which none of its rules reads");
            report(Kind::Obligations, format!("obligation[{at}].{key}"), what, context, out);
        }
    }
}
