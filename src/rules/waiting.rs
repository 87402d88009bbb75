//! Which rules have to wait until the whole register is read.

use super::rule::Rule;
use super::{form, minimum, notice, plan};
use crate::model::{Kind, Mechanism};

/// The rules that wait for the register, and the kinds of record of which, or for want of which, they find something.
static WAITING: &[(&Rule, &[Kind])] = &[
    (&notice::ZERO_REPORT_CONTRADICTED, &[Kind::Notice]),
    (&plan::MISSING, &[Kind::Plan]),
    (&minimum::RULE, &[Kind::Plan, Kind::Notice, Kind::Meeting, Kind::Enforcement]),
    (&form::WAIVER_EXPIRED, &[Kind::Waiver]),
    // What is filed comes after all that it names: only what was changed by hand leads back to itself.
    (&form::REFERENCE_IN_CIRCLE, &[]),
    (&form::EVENT_FILED_TWICE, &[Kind::Accident, Kind::Lead]),
    (&form::ACT_FILED_TWICE, &[Kind::Meeting, Kind::Enforcement, Kind::Notice]),
];

/// The rules that look farther than [`Reach::SameMine`](super::Reach::SameMine), concern records of a kind and, where they judge conduct, are
/// named by an obligation of the mechanism: what they say of a record is seen only when the whole register is judged.
#[must_use]
pub fn waiting_rules(kind: Kind, mechanism: &Mechanism) -> Vec<&'static Rule> {
    let applies =
        |rule: &Rule| rule.nature.is_form() || mechanism.obligations.iter().any(|obligation| obligation.names(rule.name));
    let concerned = WAITING.iter().filter(|(rule, kinds)| kinds.contains(&kind) && applies(rule));
    concerned.map(|(rule, _)| *rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Reach;

    #[test]
    fn whatever_looks_farther_than_a_mine_says_of_which_kinds() {
        let far: Vec<&str> = crate::rules::all().filter(|rule| Reach::SameMine < rule.reach).map(|rule| rule.name).collect();
        assert_eq!(WAITING.iter().map(|(rule, _)| rule.name).collect::<Vec<_>>(), far);
    }
}
