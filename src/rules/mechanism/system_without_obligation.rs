//! A system that no obligation names asks nothing: what is filed under it counts for nothing.

use super::report;
use super::validity::Validity;
use crate::model::{Kind, Mechanism, System};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G08",
    name: "system-without-obligation",
    nature: RuleNature::Whole,
    title: Text::fixed("制度没有任何义务", "a system with no obligation"),
    fires: Text::fixed(
        "机制列有一项制度，而 obligations.toml 中没有一项施行中的义务属于它（system）：开展与否都不作判定。每项制度指出一次。",
        "The mechanism lists a system to which no obligation of obligations.toml that holds then belongs (system): whether it is carried out is not judged. Told once a system.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在 obligations.toml 中登记该制度的义务，至少登记最少次数一项。",
        "Enter its obligations in obligations.toml, at least that of the least number.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (key, system) in lacking(&context.ledger.mechanism, &|_, _| true) {
        let (zh, en, id) = (system.name.as_str(), system.name_en.as_str(), &system.id);
        let what = tr!("没有一项义务属于制度{zh}（{id}）"; "no obligation belongs to the system {en} ({id})");
        report(Kind::Mechanism, key, what, context, out);
    }
}

/// The systems for which, in some edition, no obligation is such as is asked, with the key of their id; each once.
pub(super) fn lacking<'a>(
    mechanism: &'a Mechanism,
    is_asked: &dyn Fn(&crate::model::Obligation, &System) -> bool,
) -> Vec<(String, &'a System)> {
    let mut lacking: Vec<(String, &System)> = Vec::new();
    for (at, edition) in mechanism.file.edition.iter().enumerate() {
        let holds = Validity::of_edition(edition, mechanism);
        for (nth, system) in edition.system.iter().enumerate() {
            let known = lacking.iter().any(|(_, other)| other.id == system.id);
            let mut own = mechanism.obligations.iter().filter(|found| found.system.as_ref() == Some(&system.id));
            if !known && !own.any(|found| Validity::of_obligation(found).meets(holds) && is_asked(found, system)) {
                lacking.push((format!("edition[{at}].system[{nth}].id"), system));
            }
        }
    }
    lacking
}
