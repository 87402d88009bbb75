//! What an obligation quotes stands in its clause: a finding is printed with these words, in the regulation's name.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G11",
    name: "quotation-astray",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("义务的原文不在其条款中", "a quotation that is not in its clause"),
    fires: Text::fixed(
        "某项义务的原文（text）在其条款（clause）当时的文本中一字不差地找不到。条款本身没有的，另行指出（F01）。",
        "The words that an obligation quotes (text) do not stand to the letter in its clause (clause) as it read then. A clause that is not there at all is told of by F01.",
    ),
    proves: None,
    remedy: Text::fixed("照 clauses.toml 抄录原文，或改正条款号。", "Copy the words from clauses.toml, or mend the clause."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        let on = obligation.since.unwrap_or(mechanism.begins());
        let Some(clause) = mechanism.cited(obligation.clause, on) else { continue };
        if !clause.text.as_str().contains(obligation.text.as_str()) {
            let (id, path) = (obligation.id, clause.path.as_str());
            let what = tr!("{id} 引的原文在条款{path}中未见"; "the words that {id} quotes do not stand in clause {path}");
            report(Kind::Obligations, format!("obligation[{at}].text"), what, context, out);
        }
    }
}
