//! A rule is named by its name, to the letter; whatever else stands there judges nothing.

use super::{named, report};
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope, all};
use crate::text::{Text, clean, nearest};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G01",
    name: "rule-unknown",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("义务所列的判定规则不存在", "an obligation with a rule that is none"),
    fires: Text::fixed(
        "obligations.toml 中某项义务列出的规则（counts、breaks）不是本程序的规则名：拼写有误，或写了规则代号。该规则因此不起作用，该项义务作情况不明。",
        "A rule that an obligation of obligations.toml lists (counts, breaks) is no name of a rule of this program: it is misspelt, or a code stands there. It judges nothing, and how the obligation stands is unknown.",
    ),
    proves: None,
    remedy: Text::fixed(
        "按 liandong rules 所列的英文规则名改正；不由程序判定的，删去规则并写明理由（reason）。",
        "Mend it by the names that liandong rules lists; what no program is to judge gets no rule and a reason (reason).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// The rule of exactly that name.
pub(super) fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, obligation) in context.ledger.mechanism.obligations.iter().enumerate() {
        for (key, name) in named(obligation, &context.ledger.mechanism).into_iter().filter(|(_, name)| find(name).is_none()) {
            let what = unknown(&obligation.id.to_string(), name);
            report(Kind::Obligations, format!("obligation[{at}].{key}"), what, context, out);
        }
    }
}

fn unknown(id: &str, name: &str) -> Text {
    let shown = clean(name);
    if let Some(rule) = all().find(|rule| rule.code.eq_ignore_ascii_case(name)) {
        let meant = rule.name;
        return tr!(
            "{id} 以代号“{shown}”列出判定规则，请写规则名“{meant}”";
            "{id} lists a rule by its code \"{shown}\"; write its name, \"{meant}\""
        );
    }
    match nearest(name, all().map(|rule| rule.name)) {
        Some(near) => tr!(
            "{id} 列出的判定规则“{shown}”不存在，是不是“{near}”？";
            "{id} lists the rule \"{shown}\", which is none; did you mean \"{near}\"?"
        ),
        None => tr!(
            "{id} 列出的判定规则“{shown}”不存在，可用的规则见 liandong rules";
            "{id} lists the rule \"{shown}\", which is none; liandong rules lists them all"
        ),
    }
}
