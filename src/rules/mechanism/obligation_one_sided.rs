//! A duty is met by what counts for it and unmet by what breaks it: with one of the two alone it has but one answer.

use super::{report, rule_unknown};
use crate::model::{Force, Kind, Line};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G17",
    name: "obligation-one-sided",
    nature: RuleNature::Whole,
    title: Text::fixed("义务只列了一面的判定规则", "an obligation with the rules of one side alone"),
    fires: Text::fixed(
        "某项“应当”或“原则上”的义务，只列了算作落实的规则（counts）而没有列算作未落实的（breaks），因此永远不会是未落实；或者只列了 breaks，而其中有规则也能证明已落实，没有列入 counts，因此永远不会是已落实。所列的规则都证明不了落实的（如证照过期），只列 breaks 不判；界定的、“可以”的不判，第 1 版格式的台账不判。",
        "An obligation that asks outright or in principle lists rules whose evidence counts (counts) and none whose findings break it (breaks), so that it is never unmet; or lists breaks alone, of which some rule shows that it was carried out and is not in counts, so that it is never met. Not where none of the rules in breaks can show that (a licence that expired, say), nor for what a clause only defines or allows, nor in a register of format 1.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补上另一面的规则；哪条规则证明什么、提出什么，见 liandong explain。",
        "Add the rules of the other side; liandong explain says what each shows and finds.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let proves = |name: &Line| rule_unknown::find(name.as_str()).is_some_and(|rule| rule.proves.is_some());
    // One list stands for both in a register of format 1.
    if context.ledger.mechanism.file.format < 2 {
        return;
    }
    for (at, obligation) in context.ledger.mechanism.obligations.iter().enumerate() {
        if !matches!(obligation.force, Force::Must | Force::InPrinciple) {
            continue;
        }
        let id = obligation.id;
        let (list, what) = match (&obligation.counts[..], &obligation.breaks[..]) {
            ([_, ..], []) => (
                "counts",
                tr!(
                    "{id} 只列了算作落实的规则（counts），没有列算作未落实的（breaks），永远不会是未落实";
                    "{id} lists rules whose evidence counts (counts) and none whose findings break it (breaks): it is never unmet"
                ),
            ),
            ([], breaks) if breaks.iter().any(proves) => (
                "breaks",
                tr!(
                    "{id} 只列了算作未落实的规则（breaks），没有列算作落实的（counts），永远不会是已落实";
                    "{id} lists rules whose findings break it (breaks) and none whose evidence counts (counts): it is never met"
                ),
            ),
            _ => continue,
        };
        report(Kind::Obligations, format!("obligation[{at}].{list}"), what, context, out);
    }
}
