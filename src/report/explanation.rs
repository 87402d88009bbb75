//! `explain`, `rules`, `clause` and `duty`: the regulation and the rules as they stand in the register.

use serde::Serialize;

use super::duty_records::DutyRecords;
use super::obligation_status::{actor, reason, title};
use crate::model::{Clause, ClauseKey, Day, Force, Ledger, Line, Mechanism, Obligation, ObligationId, UnitId};
use crate::rules::{self, Rule, RuleNature};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// A rule, with the obligations that name it.
#[derive(Debug, Clone, Serialize)]
pub struct RuleView {
    /// Its code (`N07`).
    pub code: &'static str,
    /// Its name in kebab case (`measures-missing`).
    pub name: &'static str,
    /// `form`, `whole` or `conduct`: only the first may stop a filing.
    pub nature: &'static str,
    /// The fault in a few words.
    pub title: Text,
    /// When it fires, and when it does not.
    pub fires: Text,
    /// What it takes for evidence; none where nothing that it looks at shows that a duty was carried out.
    pub proves: Option<Text>,
    /// What to do about it.
    pub remedy: Text,
    /// What it reads of the mechanism besides these.
    pub needs: Vec<Text>,
    /// The obligations that name it.
    pub obligations: Vec<ObligationView>,
}

/// An obligation as the register has it.
#[derive(Debug, Clone, Serialize)]
pub struct ObligationView {
    /// Its id (`O7`).
    pub id: String,
    /// What it is about, in a few words.
    pub title: Text,
    /// The clause that founds it.
    pub clause: ClauseView,
    /// The words that ask it.
    pub quote: String,
    /// Who has to act.
    pub who: Text,
    /// 应, 原则上 or 可.
    pub force: Text,
    /// Whether it asks for something. Of what only defines or allows, a rule finds what it advises or reminds of.
    pub is_duty: bool,
    /// The rules whose evidence counts for it, with what they take for evidence.
    pub counts: Vec<RuleWords>,
    /// The rules whose findings break it, with the fault that each finds.
    pub breaks: Vec<RuleWords>,
    /// Why no program can judge it, where no rule does.
    pub reason: Text,
    /// From when it holds in these words, where not from the beginning.
    pub since: Option<Day>,
    /// Until when it held in these words.
    pub until: Option<Day>,
}

/// A rule by its code and name, with words about it.
#[derive(Debug, Clone, Serialize)]
pub struct RuleWords {
    /// Its code (`N07`); none of a rule that this program has not.
    pub code: Option<&'static str>,
    /// Its name in kebab case.
    pub name: String,
    /// What it takes for evidence, or what fault it finds.
    pub words: Text,
}

/// A clause of the regulation, as it stood on the day asked about.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseView {
    /// As files cite it (`3.4`).
    pub key: String,
    /// As papers cite it (三（四）).
    pub path: String,
    /// Its text, to the letter.
    pub text: String,
}

/// A duty of chapter one.
#[derive(Debug, Clone, Serialize)]
pub struct DutyView {
    /// The unit whose duty it is.
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// 常态, 年度, 触发, 配合 or 兜底职责.
    pub sort: Text,
    /// The clause that founds it.
    pub clause: ClauseView,
    /// The words by which people look for it.
    pub words: Vec<String>,
    /// What was recorded under it, where a year was asked about.
    pub recorded: Option<DutyRecords>,
}

/// What `explain` answers.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Explanation {
    /// A rule.
    Rule(RuleView),
    /// An obligation.
    Obligation(ObligationView),
    /// A clause, with what it contains and the obligations that it founds.
    Clause(Vec<ClauseView>, Vec<ObligationView>),
}

/// Explains a rule (N07, notice-measures-missing), an obligation (O7) or a clause (3.4, 三（四）).
///
/// # Errors
/// That there is none of that name, with the nearest.
pub fn explain(given: &str, ledger: &Ledger, on: Day) -> Result<Explanation, Text> {
    let mechanism = &ledger.mechanism;
    if let Some(rule) = rules::rule_by_name(given) {
        return Ok(Explanation::Rule(rule_view(rule, mechanism, on)));
    }
    if let Ok(id) = given.parse::<ObligationId>() {
        let found = mechanism.obligation_on(id, on);
        return found
            .map(|found| Explanation::Obligation(obligation_view(found, mechanism, on)))
            .ok_or_else(|| tr!("台账中没有义务 {id}"; "the register has no obligation {id}"));
    }
    if let Ok(key) = given.parse::<ClauseKey>() {
        let within = clauses(Some(key), ledger, on);
        if within.is_empty() {
            return Err(tr!("本机制没有条款 {key}"; "the regulation has no clause {key}"));
        }
        let founded = mechanism.obligations.iter().filter(|obligation| obligation.clause == key && obligation.holds(on));
        let founded = founded.map(|obligation| obligation_view(obligation, mechanism, on)).collect();
        return Ok(Explanation::Clause(within, founded));
    }
    let shown = clean(given);
    Err(match nearest(given, rules::all().flat_map(|rule| [rule.code, rule.name])) {
        Some(near) => tr!("没有“{shown}”，是不是“{near}”？"; "there is no \"{shown}\"; did you mean \"{near}\"?"),
        None => tr!(
            "没有“{shown}”；可写规则（N07）、义务（O7）或条款（3.4、三（四））";
            "there is no \"{shown}\"; name a rule (N07), an obligation (O7) or a clause (3.4)"
        ),
    })
}

/// Every rule, in the order of the regulation.
#[must_use]
pub fn rules(ledger: &Ledger, on: Day) -> Vec<RuleView> {
    rules::all().map(|rule| rule_view(rule, &ledger.mechanism, on)).collect()
}

/// Every obligation that holds on a day, in the order of the file.
#[must_use]
pub fn obligations(ledger: &Ledger, on: Day) -> Vec<ObligationView> {
    let held = ledger.mechanism.obligations.iter().filter(|obligation| obligation.holds(on));
    held.map(|obligation| obligation_view(obligation, &ledger.mechanism, on)).collect()
}

/// A clause with all that it contains; the whole regulation where none is named.
#[must_use]
pub fn clauses(within: Option<ClauseKey>, ledger: &Ledger, on: Day) -> Vec<ClauseView> {
    let mechanism = &ledger.mechanism;
    let inside = |clause: &&Clause| {
        within.is_none_or(|key| clause.key.numbers().starts_with(key.numbers()))
            && mechanism.clause(clause.key, on).is_some_and(|held| held == *clause)
    };
    mechanism.clauses.iter().filter(inside).map(clause_view).collect()
}

/// Duties: of one unit or all, those that the words hit first.
#[must_use]
pub fn duties(unit: Option<&UnitId>, sought: &[String], ledger: &Ledger, on: Day) -> Vec<DutyView> {
    let mechanism = &ledger.mechanism;
    let mut found = Vec::new();
    let order = mechanism.members(on);
    let mut files: Vec<_> = mechanism.duties.iter().filter(|(owner, _)| unit.is_none_or(|unit| unit == *owner)).collect();
    files.sort_by_key(|(_, file)| file.clause);
    files.sort_by_key(|(owner, _)| order.iter().position(|member| member == owner).is_none());
    for (owner, file) in files {
        for duty in &file.duty {
            let Some(clause) = file.clause.item(duty.no).and_then(|key| mechanism.clause(key, on)) else { continue };
            let words: Vec<String> = duty.words.iter().map(|word| word.as_str().to_owned()).collect();
            let hits = sought.iter().map(|word| score(word, clause.text.as_str(), &words)).collect::<Option<Vec<_>>>();
            let Some(hits) = hits else { continue };
            let view = DutyView {
                unit: owner.to_string(),
                short: mechanism.short(owner).to_owned(),
                sort: duty.sort.label(),
                clause: clause_view(clause),
                words,
                recorded: None,
            };
            found.push((hits.iter().sum::<u32>(), view));
        }
    }
    found.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
    found.into_iter().map(|(_, view)| view).collect()
}

/// How well a word hits a duty: its search words before its text; `None` where it does not.
fn score(word: &str, text: &str, words: &[String]) -> Option<u32> {
    if words.iter().any(|known| known == word) {
        return Some(3);
    }
    if words.iter().any(|known| known.contains(word) || word.contains(known.as_str())) {
        return Some(2);
    }
    text.contains(word).then_some(1)
}

fn clause_view(clause: &Clause) -> ClauseView {
    ClauseView { key: clause.key.to_string(), path: clause.path.as_str().to_owned(), text: clause.text.as_str().to_owned() }
}

fn rule_view(rule: &Rule, mechanism: &Mechanism, on: Day) -> RuleView {
    let names = |obligation: &&Obligation| obligation.names(rule.name) && obligation.holds(on);
    let nature = match rule.nature {
        RuleNature::Form { .. } => "form",
        RuleNature::Whole => "whole",
        RuleNature::Remark => "remark",
        RuleNature::Conduct => "conduct",
    };
    RuleView {
        code: rule.code,
        name: rule.name,
        nature,
        title: rule.title.clone(),
        fires: rule.fires.clone(),
        proves: rule.proves.clone(),
        remedy: rule.remedy.clone(),
        needs: rules::needs(rule),
        obligations: mechanism.obligations.iter().filter(names).map(|found| obligation_view(found, mechanism, on)).collect(),
    }
}

/// What there is to say of the rules of those names.
fn words(names: &[Line], say: impl Fn(&Rule) -> Option<Text>) -> Vec<RuleWords> {
    let of = |name: &Line| {
        let rule = rules::rule_by_name(name.as_str());
        let words = rule.and_then(&say).unwrap_or_default();
        RuleWords { code: rule.map(|rule| rule.code), name: name.as_str().to_owned(), words }
    };
    names.iter().map(of).collect()
}

fn obligation_view(obligation: &Obligation, mechanism: &Mechanism, on: Day) -> ObligationView {
    let cited = || ClauseView { key: obligation.clause.to_string(), path: String::new(), text: String::new() };
    ObligationView {
        id: obligation.id.to_string(),
        title: title(obligation),
        clause: mechanism.cited(obligation.clause, on).map_or_else(cited, clause_view),
        quote: obligation.text.as_str().to_owned(),
        who: actor(obligation, mechanism),
        force: obligation.force.label(),
        is_duty: matches!(obligation.force, Force::Must | Force::InPrinciple),
        counts: words(&obligation.counts, |rule| rule.proves.clone()),
        breaks: words(&obligation.breaks, |rule| Some(rule.title.clone())),
        reason: reason(obligation),
        since: obligation.since,
        until: obligation.until,
    }
}
