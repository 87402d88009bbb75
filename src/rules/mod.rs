//! What the regulation asks, as rules over records: one rule, one file. Pure and infallible: a rule reads values and
//! returns findings. Which rules a regulation contains, by which clause and with which force, `obligations.toml` says.
//!
//! To add one: write `rules/<family>/<fault>.rs` with its `RULE`, add one line to the family's list, list its code in
//! `tests/testsuite/check/codes.txt`, name it in `obligations.toml` (in `breaks`, and in `counts` where it [proves](Rule::proves) that the
//! duty was carried out), and give it an `ok` and a `bad` folder below `tests/rules/<name>/`. Tables, `explain`, JSON and the coverage of
//! clauses follow. A rule with a term asks `due` how the act stands; while the term runs it says what is to be done and by when
//! ([`Findings::awaits`]), and `ok/pending.txt` shows that. It declares how far it looks ([`Reach`]): what a filing says of a record is found
//! among its [`neighbourhood`], which `tests/testsuite/record/reach.rs` tries on random registers.
//!
//! `rule`, `scope`, `findings`, `report`, `finding` and `judgement` need each other, as the things do: a rule holds its check, a check reports,
//! what it reported is weighed into a judgement, and a finding names its rule.

mod due;
mod evidence;
mod finding;
mod findings;
mod judgement;
mod leadership;
mod level;
mod neighbourhood;
mod reach;
mod repeated;
mod report;
mod rule;
mod scope;
mod under;
mod unread;
mod waiting;

mod accident;
mod admission;
mod enforcement;
mod form;
mod hazard;
mod mechanism;
mod meeting;
mod notice;
mod people;
mod plan;
mod proxy;
mod stoppage;
mod task;

pub mod minimum;

use rayon::prelude::*;

pub use evidence::{Doubt, Evidence, EvidenceLists};
pub use finding::{Finding, Fix, Pending};
pub use findings::{Findings, RegisterFindings};
pub use form::repeated_records;
pub use hazard::{HazardStage, goes_on_elsewhere, hazard_stage, is_major_hazard};
pub use judgement::Judgement;
pub use level::Level;
pub use mechanism::{needs, unjudged};
pub use neighbourhood::neighbourhood;
pub use notice::{Matter, Promptness, Timeliness, is_withdrawn, measure_timeliness};
pub use reach::Reach;
pub use report::Report;
pub use rule::{Context, Rule, RuleNature, Unverified};
pub use scope::{Check, Scope};
pub use task::{Supervised, TaskState, tasks};
pub use waiting::waiting_rules;

use crate::text::Text;

/// The families, in the order of the regulation; within each, rules in the order of their codes.
static FAMILIES: &[&[&Rule]] = &[
    meeting::RULES,
    task::RULES,
    enforcement::RULES,
    hazard::RULES,
    stoppage::RULES,
    accident::RULES,
    admission::RULES,
    notice::RULES,
    plan::RULES,
    people::RULES,
    minimum::RULES,
    form::RULES,
    mechanism::RULES,
];

/// Every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The rule of that code or name; the number of a code may lack its noughts: n7 is N07.
#[must_use]
pub fn rule_by_name(given: &str) -> Option<&'static Rule> {
    let digits = given.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &given[..given.len() - digits.len()];
    let code = digits.parse::<u32>().map_or_else(|_| given.to_owned(), |number| format!("{letters}{number:02}"));
    all().find(|rule| rule.code.eq_ignore_ascii_case(&code) || rule.name == given)
}

/// Why nobody can tell of what was signed with a key in wrong hands, to be read after how much there is of it.
pub static NOT_VOUCHED_FOR: Text = Text::fixed(
    "是密钥失密以后签的，本单位还没有确认",
    "were signed after the key fell into other hands, and the unit has not vouched for them",
);

/// Judges a register by every rule.
#[must_use]
pub fn judge_register(context: &Context<'_>) -> Judgement {
    judge(context, Reach::Register, None)
}

/// The same, with the facts and doubts of one year: of a register of many years the others are most of what it would show.
#[must_use]
pub fn judge_for_year(context: &Context<'_>, year: u16) -> Judgement {
    judge(context, Reach::Register, Some(year))
}

/// Judges by the rules that look no farther than that. Of records whose [`neighbourhood`] is read they say, up to
/// [`Reach::SameMine`], what they say in the whole register; what they say of other records means nothing.
#[must_use]
pub fn judge_within(context: &Context<'_>, reach: Reach) -> Judgement {
    judge(context, reach, None)
}

fn judge(context: &Context<'_>, reach: Reach, year: Option<u16>) -> Judgement {
    let rules: Vec<&'static Rule> = all().filter(|rule| rule.reach <= reach).collect();
    // Which record is the first of an act only the whole register tells.
    let later = || (reach == Reach::Register).then(|| repeated::LaterRecords::of(context));
    let judge = || rules.par_iter().map(|rule| rule.run(context, year).weigh(rule, context)).collect::<Vec<_>>();
    let (mut judged, later) = rayon::join(judge, later);
    if let Some(later) = later {
        rules.iter().zip(&mut judged).for_each(|(rule, judged)| later.leave_out(rule, judged));
    }
    let mut judgement = Judgement::default();
    for one in judged {
        judgement.findings.extend(one.findings);
        judgement.evidence.append(one.evidence);
        judgement.doubts.extend(one.doubts);
        judgement.pending.extend(one.pending);
    }
    unread::set_apart(&mut judgement, context);
    judgement.set_doubtful_apart(&context.ledger.doubtful, &NOT_VOUCHED_FOR);
    judgement.set_doubtful_apart(&proxy::untranscribed(context.ledger), &proxy::UNTRANSCRIBED);
    judgement
}
