//! An edition without systems asks nothing of anybody.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G06",
    name: "edition-empty",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("版本没有任何制度", "an edition without systems"),
    fires: Text::fixed(
        "机制的某个版本（edition）没有列出任何制度（system）：自其施行之日起，会议、联合执法、通报都不计次，也没有成员单位。",
        "An edition of the mechanism lists no system: from its first day on nothing is counted, and no unit is a member.",
    ),
    proves: None,
    remedy: Text::fixed(
        "列出该版本的各项制度，未修订的照前一版本抄录。",
        "List the systems of the edition; those that were not amended as they stood in the one before.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let editions = context.ledger.mechanism.file.edition.iter().enumerate();
    for (at, edition) in editions.filter(|(_, edition)| edition.system.is_empty()) {
        let from = edition.from;
        let what = tr!("{from} 施行的版本没有列出任何制度"; "the edition of {from} lists no system");
        report(Kind::Mechanism, format!("edition[{at}]"), what, context, out);
    }
}
