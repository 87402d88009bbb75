//! What a rule reads of the mechanism has to be said there: without it the rule is silent, and the duty looks as if there had been no occasion.

use super::needs::{NEEDS, Need, NeedPlace};
use super::rule_misplaced::looks_at;
use super::validity::Validity;
use super::{named, report, rule_unknown};
use crate::model::{Edition, Kind, Mechanism, Obligation, System};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G15",
    name: "need-unsaid",
    nature: RuleNature::Whole,
    title: Text::fixed("判定规则要读的内容机制没有写", "a rule without what it reads of the mechanism"),
    fires: Text::fixed(
        "某项义务所列的规则，要读机制中的一项内容才能判定，而义务适用期间施行的某个版本没有写（没有该义务所属制度的版本不判）：会议由谁召集、联合执法由谁牵头（lead），会议由谁主持（chair），通报内容、会议任务的条款（clauses_contents、clauses_tasks），计划安排类内容（plan_contents），或者义务的责任主体（who）不是规则要的那一种。该规则因此不起作用，该项义务作情况不明。各版本分别判定，同一处同一内容指出一次。",
        "A rule that an obligation lists cannot judge without something of the mechanism, and an edition that is in force while the obligation holds does not say it (an edition without the system of the obligation need not): who convenes a meeting or leads an enforcement (lead), who presides (chair), the clauses of contents and tasks (clauses_contents, clauses_tasks), the contents about plans (plan_contents); or who has to act by the obligation (who) is not such as the rule asks. It judges nothing then, and how the obligation stands is unknown. Each edition is judged by itself, and the same is told once at each place.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在所指的制度、版本或义务中写明；条文没有规定的，从义务中删去该规则。",
        "Say it in the system, edition or obligation named; where the text of the regulation does not, remove the rule from the obligation.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// Something that a rule cannot judge without, and where it should be said.
pub(super) struct LackingNeed<'m> {
    need: &'static Need,
    file: Kind,
    key: String,
    edition: Option<&'m Edition>,
    system: Option<&'m System>,
}

/// What a rule lacks to judge an obligation on some days.
pub(super) fn lacks<'m>(
    name: &str,
    (at, obligation): (usize, &Obligation),
    within: Validity,
    mechanism: &'m Mechanism,
) -> Vec<LackingNeed<'m>> {
    let holds = Validity::of_obligation(obligation);
    let mut lacks = Vec::new();
    let needs = NEEDS.iter().filter(|need| need.rules.contains(&name));
    for need in needs {
        if let NeedPlace::ByObligation(is_said) = need.said
            && !is_said(obligation)
        {
            lacks.push(LackingNeed {
                need,
                file: Kind::Obligations,
                key: format!("obligation[{at}].who"),
                edition: None,
                system: None,
            });
        }
        for (nth, edition) in mechanism.file.edition.iter().enumerate() {
            let days = Validity::of_edition(edition, mechanism);
            let has_system = obligation.system.as_ref().is_none_or(|own| edition.system.iter().any(|system| system.id == *own));
            if !has_system || !days.meets(holds) || !days.meets(within) {
                continue;
            }
            let lack = |key, system| LackingNeed { need, file: Kind::Mechanism, key, edition: Some(edition), system };
            match need.said {
                NeedPlace::ByEdition(is_said) if !is_said(edition) => lacks.push(lack(format!("edition[{nth}]"), None)),
                NeedPlace::BySystem(is_said) => {
                    let systems = edition.system.iter().enumerate();
                    let own = systems.filter(|(_, system)| is_own(system, obligation, name) && !is_said(system));
                    lacks.extend(own.map(|(at, system)| lack(format!("edition[{nth}].system[{at}]"), Some(system))));
                }
                _ => {}
            }
        }
    }
    lacks
}

/// Whether a rule that an obligation lists reads a system: its own; where it is of none, each that is carried out by what the rule looks at.
fn is_own(system: &System, obligation: &Obligation, name: &str) -> bool {
    let looks_at = || rule_unknown::find(name).and_then(looks_at);
    let is_named = obligation.system.as_ref().is_none_or(|own| *own == system.id);
    is_named && looks_at().is_some_and(|carrier| carrier == system.record)
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let mut told: Vec<(String, &'static str)> = Vec::new();
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        for (_, name) in named(obligation, mechanism) {
            for LackingNeed { need, file, key, edition, system } in lacks(name, (at, obligation), Validity::ALWAYS, mechanism) {
                if told.iter().any(|(at, words)| *at == key && *words == need.words.zh()) {
                    continue;
                }
                let (id, zh, en) = (obligation.id, need.words.zh(), need.words.en());
                let what = tr!(
                    "{id} 列有规则 {name}，要有“{zh}”才能判定";
                    "{id} lists the rule {name}, which cannot judge without this: {en}"
                );
                let place = edition.map(|edition| place(edition, system));
                let what = Text::join(std::iter::once(what).chain(place).collect::<Vec<_>>().iter(), "，", "; ");
                report(file, key.clone(), what, context, out);
                told.push((key, need.words.zh()));
            }
        }
    }
}

/// Where it is not said.
fn place(edition: &Edition, system: Option<&System>) -> Text {
    let from = edition.from;
    match system {
        Some(system) => {
            let (zh, en) = (system.name.as_str(), system.name_en.as_str());
            tr!("而 {from} 施行的版本没有写（制度{zh}）"; "the edition of {from} does not say it (of the system {en})")
        }
        None => tr!("而 {from} 施行的版本没有写"; "the edition of {from} does not say it"),
    }
}
