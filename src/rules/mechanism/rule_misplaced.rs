//! A rule about one kind of happening judges nothing of a system that another kind carries out.

use super::validity::Validity;
use super::{named, report, rule_unknown};
use crate::model::{Carrier, Edition, Kind, Mechanism, Obligation};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G02",
    name: "rule-misplaced",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("判定规则与制度的载体不符", "a rule of another kind than its system"),
    fires: Text::fixed(
        "某项义务所属制度由一类记录实施（如联合执法），而所列判定规则看的是另一类记录（如会议）。该规则因此不起作用，该项义务作情况不明。各版本分别判定。",
        "The system of an obligation is carried out by one kind of record (joint enforcements, say), and a rule that it lists looks at another (meetings). It judges nothing there, and how the obligation stands is unknown. Each edition is judged by itself.",
    ),
    proves: None,
    remedy: Text::fixed(
        "改正所属制度（system），或换成看这一类记录的规则；规则看哪一类记录，见 liandong explain。",
        "Mend the system (system), or take a rule that looks at records of its kind; liandong explain says which a rule looks at.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// What a rule looks at, with the editions of some days in which the system of an obligation that names it is carried out by something else, and
/// by what.
pub(super) fn astray<'m>(
    name: &str,
    obligation: &Obligation,
    within: Validity,
    mechanism: &'m Mechanism,
) -> Option<(Carrier, Vec<(&'m Edition, Carrier)>)> {
    let looks_at = looks_at(rule_unknown::find(name)?)?;
    let system = obligation.system.as_ref()?;
    let holds = Validity::of_obligation(obligation);
    let editions = mechanism.file.edition.iter().filter(|edition| {
        let days = Validity::of_edition(edition, mechanism);
        days.meets(holds) && days.meets(within)
    });
    let carried = editions.filter_map(|edition| Some((edition, edition.system.iter().find(|known| known.id == *system)?.record)));
    let others: Vec<(&Edition, Carrier)> = carried.filter(|(_, carrier)| *carrier != looks_at).collect();
    (!others.is_empty()).then_some((looks_at, others))
}

/// What carries out the systems that a rule is about; none where it may be about any.
pub(super) fn looks_at(rule: &Rule) -> Option<Carrier> {
    match rule.scope {
        Scope::Meeting(_) | Scope::Agenda(_) => Some(Carrier::Meeting),
        Scope::Enforcement(_) => Some(Carrier::Enforcement),
        Scope::Notice(_) => Some(Carrier::Notice),
        _ => None,
    }
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        for (key, name) in named(obligation, mechanism) {
            let Some((about, others)) = astray(name, obligation, Validity::ALWAYS, mechanism) else { continue };
            let is_amended = 1 < mechanism.file.edition.len();
            for (edition, carrier) in others {
                let (id, from, about, carrier) = (obligation.id, edition.from, about.word(), carrier.word());
                let (zh, en, by_zh, by_en) = (about.zh, about.en, carrier.zh, carrier.en);
                let what = if is_amended {
                    tr!(
                        "{from} 施行的版本中，{id} 的制度以{by_zh}实施，规则 {name} 看的是{zh}";
                        "in the edition of {from} the system of {id} is carried out by a {by_en}, and the rule {name} looks at a {en}"
                    )
                } else {
                    tr!(
                        "{id} 的制度以{by_zh}实施，规则 {name} 看的是{zh}";
                        "the system of {id} is carried out by a {by_en}, and the rule {name} looks at a {en}"
                    )
                };
                report(Kind::Obligations, format!("obligation[{at}].{key}"), what, context, out);
            }
        }
    }
}
