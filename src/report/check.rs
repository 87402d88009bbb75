//! `check`: how every obligation of a year stands, and what was found, by the unit that must act.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::duty_records::{DutyRecords, duty_records};
use super::evidence::YearEvidence;
use super::folder::FolderView;
use super::named::Named;
use super::obligation_status::{ObligationStatus, UnitCount};
use super::overdue::{OverdueHazard, overdue_hazards};
use super::pending::{UnitPending, by_unit};
use super::position::{Guide, Position, ProblemView};
use super::question::Question;
use super::waived::excuse;
use crate::model::{Actor, Day, Edition, Ledger, Mechanism, Obligation, ObligationId, Setting, SettingId, UnitId};
use crate::rules::{Context, Finding, Judgement, Level, Pending, minimum};
use crate::text::{CommandLine, Text};

/// Of what a report speaks.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// What the mechanism is called.
    pub title: String,
    /// The paper that issued the edition.
    pub paper: String,
    /// From when that edition holds.
    pub from: Day,
    /// What was in force in the year before it was amended, oldest first.
    pub former: Vec<FormerEdition>,
    /// The calendar year, by the days of facts.
    pub year: u16,
    /// The day as of which it is judged.
    pub as_of: Day,
    /// The commit that was read, where one was.
    pub revision: Option<String>,
    /// How many happenings the register holds.
    pub records: usize,
}

/// An edition by which an earlier part of the year is judged.
#[derive(Debug, Clone, Serialize)]
pub struct FormerEdition {
    /// The paper that issued it.
    pub paper: String,
    /// The last day on which it was in force.
    pub until: Day,
}

/// How much was found, by weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LevelCounts {
    /// 需更正: how many records cannot be as they are written.
    pub form: usize,
    /// 未落实: a clause says 应, and the register shows nothing of it.
    pub unmet: usize,
    /// 提醒: a clause says 原则上, or a term that is only a setting was passed.
    pub reminder: usize,
    /// 建议: a clause says 可.
    pub advice: usize,
    /// What a waiver excuses; counted nowhere else.
    pub waived: usize,
}

/// A finding, ready to be read.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    /// The code of its rule.
    pub code: &'static str,
    /// The name of its rule.
    pub rule: &'static str,
    /// The fault in a few words.
    pub title: Text,
    /// The force of the clause, or less where the rule says so.
    pub level: Level,
    /// The record that it is about.
    pub record: Named,
    /// The short name of the unit whose matter it was, where that has ended and this one took over from it.
    pub taken_over_from: Option<String>,
    /// Its path from the top of the register, with `.toml`.
    pub file: String,
    /// The line and column of the key, both from 1; absent where the file was not looked at.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// At which key of it (`to[0].why`); empty for the record as a whole.
    pub key: String,
    /// The day of the fact.
    pub on: Day,
    /// The earlier year from which it is carried over, since it lasts.
    pub carried_from: Option<u16>,
    /// What is so, in one sentence.
    pub what: Text,
    /// The id of the obligation that it is about (`O7`); none for faults of form.
    pub obligation: Option<String>,
    /// The clause, as papers cite it.
    pub clause: Option<String>,
    /// The words of the clause that ask it.
    pub quote: Option<String>,
    /// What to do about it.
    pub remedy: Text,
    /// The command that files it, with … for what only people know; none for what is done and was late.
    pub command: Option<CommandLine>,
    /// Whether a thing was done, but after its term.
    pub late: bool,
    /// The waiver that excuses it.
    pub waived_by: Option<Named>,
}

/// What one unit must act on.
#[derive(Debug, Clone, Serialize)]
pub struct UnitFindings {
    /// The id of the unit (`gongan`).
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// The heaviest first, then by record.
    pub findings: Vec<FindingView>,
}

/// A setting that no paper has adopted.
#[derive(Debug, Clone, Serialize)]
pub struct UnconfirmedSetting {
    /// The id of the setting (`summary-term`).
    pub id: &'static str,
    /// What people call it.
    pub title: Text,
    /// Its value, as files have it (`5 working-days`).
    pub value: String,
    /// Whether the register says nothing of it, or nothing that is a value of it, and this program's own stands in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unsaid: bool,
}

/// What `check` answers; its JSON is versioned.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// The version of this form; raised when a reader of an older one would misread it.
    pub version: u32,
    /// The code of the rule that alone was asked about.
    #[serde(skip)]
    pub rule: Option<&'static str>,
    /// The mechanism, its edition, the year and the day as of which it is judged.
    pub heading: Heading,
    /// How many findings of the year, by weight.
    pub counts: LevelCounts,
    /// Findings of earlier years that still stand.
    pub earlier: usize,
    /// How every obligation stands, in the order of the regulation.
    pub obligations: Vec<ObligationStatus>,
    /// What each unit did of what is asked of all together; none is asked singly.
    pub by_unit: Vec<UnitCount>,
    /// What was recorded under each duty of chapter one; nothing where only a unit or a rule is asked about.
    pub duties: Vec<DutyRecords>,
    /// The hazards that mines have not put right in their terms.
    pub overdue: Vec<OverdueHazard>,
    /// What was found, by the unit that must act.
    pub units: Vec<UnitFindings>,
    /// What is asked and still in time, by the unit that must act.
    pub pending: Vec<UnitPending>,
    /// What could not be read.
    pub problems: Vec<ProblemView>,
    /// Settings that are suggestions of the program.
    pub unconfirmed: Vec<UnconfirmedSetting>,
    /// What was signed with keys in wrong hands and is not settled by its unit, a commit each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubtful: Vec<Text>,
    /// What the register leaves to the program since it is of an older format.
    pub older_format: Option<Text>,
    /// In what the folder differs from what was filed and sent; none where that is not known.
    pub folder: Option<FolderView>,
    /// That joint enforcements still to come are left out, where a day ahead is judged for nobody in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unseen: Option<Text>,
}

impl CheckReport {
    /// The version that this program writes.
    pub const VERSION: u32 = 1;

    /// Whether something is 未落实 or 需更正; with `strict`, whether anything but advice was found.
    #[must_use]
    pub fn is_breach(&self, strict: bool) -> bool {
        let LevelCounts { form, unmet, reminder, .. } = self.counts;
        form + unmet > 0 || (strict && reminder > 0)
    }

    /// Whether a file could not be read, so that the answer is not the whole truth.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.problems.iter().any(|problem| problem.unreadable)
    }
}

/// How a year stands, from what the rules found.
#[must_use]
pub fn check(
    context: &Context<'_>,
    judgement: &Judgement,
    question: &Question,
    revision: Option<String>,
    guide: Guide<'_>,
) -> CheckReport {
    let Context { ledger, today, .. } = *context;
    let mechanism = &ledger.mechanism;
    let found: Vec<&Finding> = judgement.findings.iter().filter(|finding| question.asks(&finding.actor, finding.rule)).collect();
    let earlier =
        found.iter().filter(|finding| finding.until.year() < question.year && excuse(ledger, finding, today).is_none()).count();
    let (mut counts, mut units) = (LevelCounts::default(), BTreeMap::<&UnitId, Vec<FindingView>>::new());
    for finding in found.into_iter().filter(|finding| finding.reaches(question.year)) {
        let mut view = view(finding, ledger, today, guide);
        view.carried_from = Some(finding.since.year()).filter(|since| *since < question.year);
        counts.add(&view);
        units.entry(&finding.actor).or_default().push(view);
    }
    find_positions(units.values_mut().flatten(), guide);
    let (evidence, overdue) =
        rayon::join(|| YearEvidence::new(ledger, judgement, question, today), || overdue_hazards(context, question));
    let pending: Vec<&Pending> = evidence.pending().filter(|pending| question.asks(&pending.actor, pending.rule)).collect();
    let touched = touched(&units, &pending);
    CheckReport {
        version: CheckReport::VERSION,
        rule: question.rule.map(|rule| rule.code),
        heading: heading(&evidence, revision),
        counts,
        earlier,
        obligations: standing_in(&evidence, |obligation| concerns(obligation, question, &touched, &evidence)),
        by_unit: if question.rule.is_none_or(|rule| rule.code == minimum::RULE.code) { evidence.by_unit() } else { Vec::new() },
        duties: if question.is_whole() { duty_records(ledger, question.year, today) } else { Vec::new() },
        overdue,
        units: units.into_iter().map(|(unit, findings)| of_unit(unit, findings, mechanism)).collect(),
        pending: by_unit(pending.into_iter(), mechanism, today),
        problems: Vec::new(),
        unconfirmed: unconfirmed(mechanism, today),
        doubtful: Vec::new(),
        older_format: None,
        folder: None,
        unseen: None,
    }
}

/// How every obligation stands in a year, in the order of the regulation.
pub(super) fn standings(context: &Context<'_>, judgement: &Judgement, year: u16) -> Vec<ObligationStatus> {
    let question = Question { year, unit: None, rule: None };
    let evidence = YearEvidence::new(context.ledger, judgement, &question, context.today);
    standing_in(&evidence, |_| true)
}

/// How those obligations stand that are wanted.
fn standing_in(evidence: &YearEvidence<'_>, is_wanted: impl Fn(&Obligation) -> bool) -> Vec<ObligationStatus> {
    let mechanism = &evidence.ledger.mechanism;
    let ids: BTreeSet<ObligationId> = mechanism.obligations.iter().map(|obligation| obligation.id).collect();
    let obligations = ids.into_iter().filter_map(|id| mechanism.obligation_on(id, evidence.day()));
    obligations.filter(|obligation| is_wanted(obligation)).map(|obligation| evidence.standing(obligation)).collect()
}

fn heading(evidence: &YearEvidence<'_>, revision: Option<String>) -> Heading {
    let mechanism = &evidence.ledger.mechanism;
    let mut editions: Vec<_> = mechanism.editions(Day::first_of(evidence.year), evidence.day()).collect();
    editions.sort_by_key(|edition| edition.from);
    let former = |pair: &[&Edition]| FormerEdition { paper: pair[0].paper.to_string(), until: pair[1].from.minus(1) };
    let edition = mechanism.edition(evidence.day());
    Heading {
        title: mechanism.file.title.as_str().to_owned(),
        paper: edition.paper.as_str().to_owned(),
        from: edition.from,
        former: editions.windows(2).map(former).collect(),
        year: evidence.year,
        as_of: evidence.today,
        revision,
        records: evidence.ledger.count(),
    }
}

impl LevelCounts {
    fn add(&mut self, finding: &FindingView) {
        let count = match finding.level {
            _ if finding.waived_by.is_some() => &mut self.waived,
            Level::Form => &mut self.form,
            Level::Unmet => &mut self.unmet,
            Level::Reminder => &mut self.reminder,
            Level::Advice => &mut self.advice,
        };
        *count += 1;
    }
}

/// The obligations that something shown is about.
fn touched(found: &BTreeMap<&UnitId, Vec<FindingView>>, pending: &[&Pending]) -> BTreeSet<String> {
    let of_findings = found.values().flatten().filter_map(|finding| finding.obligation.clone());
    of_findings.chain(pending.iter().map(|pending| pending.obligation.to_string())).collect()
}

/// Whether an obligation is to be shown for what was asked.
fn concerns(obligation: &Obligation, question: &Question, touched: &BTreeSet<String>, evidence: &YearEvidence<'_>) -> bool {
    let acts = match (question.rule, &question.unit) {
        (Some(rule), _) => obligation.names(rule.name),
        (None, Some(unit)) => acts(unit, obligation, evidence),
        (None, None) => return true,
    };
    acts || touched.contains(&obligation.id.to_string())
}

/// Whether a unit may have to act by an obligation, as one that took part at some time of the year.
fn acts(unit: &UnitId, obligation: &Obligation, evidence: &YearEvidence<'_>) -> bool {
    let mechanism = &evidence.ledger.mechanism;
    let asked = match obligation.who {
        Actor::Members => obligation.system.as_ref(),
        _ => None,
    };
    match &obligation.who {
        Actor::Office => unit == mechanism.office(),
        Actor::Unit(named) => named == unit,
        Actor::Members | Actor::Owner | Actor::Team => {
            let systems = mechanism.editions(Day::first_of(evidence.year), evidence.day()).flat_map(|edition| &edition.system);
            let mut systems = systems.filter(|system| asked.is_none_or(|asked| system.id == *asked));
            systems.any(|system| mechanism.is_member(unit, system, evidence.day()))
        }
    }
}

fn view(finding: &Finding, ledger: &Ledger, today: Day, guide: Guide<'_>) -> FindingView {
    let mechanism = &ledger.mechanism;
    let obligation = finding.obligation.and_then(|id| mechanism.obligation_on(id, finding.on));
    let clause = finding.clause.and_then(|key| mechanism.clause(key, finding.on));
    let file = finding.record.file();
    FindingView {
        code: finding.rule.code,
        rule: finding.rule.name,
        title: finding.rule.title.clone(),
        level: finding.level,
        record: Named::of_record(&finding.record, mechanism),
        taken_over_from: finding.taken_over_from.as_ref().map(|unit| mechanism.short(unit).to_owned()),
        position: None,
        command: (guide.command)(finding),
        file,
        key: finding.key.clone(),
        on: finding.on,
        carried_from: None,
        what: finding.what.clone(),
        obligation: finding.obligation.map(|id| id.to_string()),
        clause: clause.map(|clause| clause.path.as_str().to_owned()),
        quote: obligation.map(|obligation| obligation.text.as_str().to_owned()),
        remedy: finding.rule.remedy.clone(),
        late: finding.late,
        waived_by: excuse(ledger, finding, today).map(|waiver| Named::from_reference(&waiver.reference(), mechanism)),
    }
}

/// Finds where everything stands that was found.
fn find_positions<'v>(views: impl Iterator<Item = &'v mut FindingView>, guide: Guide<'_>) {
    let mut views: Vec<&mut FindingView> = views.collect();
    let keys: Vec<(&str, &str)> = views.iter().map(|view| (view.file.as_str(), view.key.as_str())).collect();
    let found = (guide.positions)(&keys);
    for (view, position) in views.iter_mut().zip(found) {
        view.position = position;
    }
}

fn of_unit(unit: &UnitId, mut findings: Vec<FindingView>, mechanism: &Mechanism) -> UnitFindings {
    heaviest_first(&mut findings);
    UnitFindings { unit: unit.to_string(), short: mechanism.short(unit).to_owned(), findings }
}

fn heaviest_first(findings: &mut [FindingView]) {
    findings.sort_by(|a, b| (b.level, &a.file, a.position, a.code).cmp(&(a.level, &b.file, b.position, b.code)));
}

/// Findings, say of one record, of whatever year.
pub fn findings<'f>(context: &Context<'_>, found: impl IntoIterator<Item = &'f Finding>, guide: Guide<'_>) -> Vec<FindingView> {
    let found = found.into_iter();
    let mut views: Vec<FindingView> = found.map(|finding| view(finding, context.ledger, context.today, guide)).collect();
    find_positions(views.iter_mut(), guide);
    heaviest_first(&mut views);
    views
}

fn unconfirmed(mechanism: &Mechanism, today: Day) -> Vec<UnconfirmedSetting> {
    let unsaid: BTreeSet<SettingId> = mechanism.unsaid_settings(today).map(|setting| setting.id).collect();
    // How much may be filed has no part in how a year stands.
    let suggested = mechanism.settings_on(today).filter(|setting| setting.id.judges() && setting.basis.is_none());
    let view = |setting: &Setting| UnconfirmedSetting {
        id: setting.id.word().id,
        title: setting.id.label(),
        value: setting.value.to_string(),
        unsaid: unsaid.contains(&setting.id),
    };
    suggested.map(view).collect()
}
