//! What an obligation quotes stands in its clause: a finding is printed with these words, in the regulation's name.

use super::report;
use super::validity::Validity;
use crate::model::{Clause, Kind};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G11",
    name: "quotation-astray",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("义务的原文不在其条款中", "a quotation that is not in its clause"),
    fires: Text::fixed(
        "某项义务的原文（text）在其条款（clause）的文本中一字不差地找不到；条款修订过的，看该项义务适用期间施行过的每一个文本。条款本身没有的，另行指出（F01）。",
        "The words that an obligation quotes (text) do not stand to the letter in its clause (clause); of one that was amended, in every text that was in force while the obligation holds. A clause that is not there at all is told of by F01.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照 clauses.toml 抄录原文，或改正条款号；条款修订过的，按新旧文本各列一项义务（since、until）。",
        "Copy the words from clauses.toml, or mend the clause; where that was amended, list the obligation once for each text (since, until).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        let holds = Validity::of_obligation(obligation);
        let texts = mechanism.clauses.iter().filter(|clause| clause.key == obligation.clause);
        let is_amended = 1 < texts.clone().count();
        let held = texts.filter(|clause| Validity::of_clause(clause, mechanism).meets(holds));
        let without: Vec<&Clause> = held.filter(|clause| !clause.text.as_str().contains(obligation.text.as_str())).collect();
        let Some(first) = without.first() else { continue };
        let (id, path) = (obligation.id, first.path.as_str());
        let what = if is_amended {
            let since = |clause: &&Clause| clause.since.unwrap_or(mechanism.begins()).to_string();
            let since: Vec<String> = without.iter().map(since).collect();
            let (zh, en) = (since.join("、"), since.join(", "));
            tr!(
                "{id} 引的原文在条款{path}自 {zh} 起的文本中未见";
                "the words that {id} quotes do not stand in clause {path} as it reads from {en} on"
            )
        } else {
            tr!("{id} 引的原文在条款{path}中未见"; "the words that {id} quotes do not stand in clause {path}")
        };
        report(Kind::Obligations, format!("obligation[{at}].text"), what, context, out);
    }
}
