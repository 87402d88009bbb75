//! How each obligation stands in a year: derived from what rules found and from what they applied to, never stored.

use std::collections::BTreeMap;

use serde::Serialize;

use super::named::Named;
use super::waived::waiver;
use crate::model::{Actor, Carrier, Day, Every, Ledger, Line, Mechanism, Obligation, ObligationId, Reference, SettingId};
use crate::rules::{Finding, Judgement, Level, Seen, minimum};
use crate::text::Text;
use crate::tr;

/// How an obligation stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "level")]
pub enum State {
    /// The register shows that it was carried out.
    Met,
    /// The same, after its term.
    MetLate,
    /// It was not, and a waiver that holds says why.
    Waived,
    /// The period runs on.
    Open,
    /// The period soon ends.
    NearDue,
    /// The register does not show it; how much that weighs.
    Unmet(Level),
    /// There was no occasion, or it was not yet in force.
    NotApplicable,
    /// The register was not kept then.
    Unknown,
    /// No program can judge it.
    NotJudged,
}

impl State {
    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Met => Text::fixed("已落实", "met"),
            Self::MetLate => Text::fixed("已落实（逾期）", "met late"),
            Self::Waived => Text::fixed("已作说明", "waived"),
            Self::Open => Text::fixed("进行中", "open"),
            Self::NearDue => Text::fixed("临近到期", "near due"),
            Self::Unmet(level) => level.label(),
            Self::NotApplicable => Text::fixed("不适用", "not applicable"),
            Self::Unknown => Text::fixed("未录入", "unknown"),
            Self::NotJudged => Text::fixed("不由程序判定", "not judged"),
        }
    }
}

/// A light, always printed with its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// In order.
    Green,
    /// To be looked after.
    Yellow,
    /// Lacking, or about to be.
    Red,
}

impl Light {
    /// Its word.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Green => Text::fixed("绿", "green"),
            Self::Yellow => Text::fixed("黄", "yellow"),
            Self::Red => Text::fixed("红", "red"),
        }
    }
}

/// How one obligation stands.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The clause, as files cite it.
    pub clause: String,
    /// The clause, as papers cite it.
    pub clause_path: String,
    /// The words of the clause that ask it.
    pub quote: String,
    /// How strongly it is asked.
    pub force: &'static str,
    /// Its state.
    #[serde(flatten)]
    pub state: State,
    /// Its light; none where there is nothing to judge.
    pub light: Option<Light>,
    /// How many facts it rests on.
    pub count: usize,
    /// How many a period asks for, where a number is asked.
    pub least: Option<u32>,
    /// The facts, oldest first.
    pub evidence: Vec<Named>,
    /// What else is to be known: days left, the waiver, why it is not judged.
    pub note: Text,
}

/// What one unit did of something that the regulation asks of all together.
#[derive(Debug, Clone, Serialize)]
pub struct UnitCount {
    /// The system.
    pub system: Text,
    /// The unit.
    pub unit: String,
    /// Its short name.
    pub short: String,
    /// How many the register shows.
    pub count: usize,
}

/// What the standing of an obligation is derived from.
pub(super) struct Grounds<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) year: u16,
    pub(super) today: Day,
    /// What was found in the year.
    findings: BTreeMap<ObligationId, Vec<&'a Finding>>,
    seen: BTreeMap<ObligationId, Vec<&'a Seen>>,
}

impl<'a> Grounds<'a> {
    pub(super) fn new(ledger: &'a Ledger, judgement: &'a Judgement, year: u16, today: Day) -> Self {
        let mut grounds = Self { ledger, year, today, findings: BTreeMap::new(), seen: BTreeMap::new() };
        for finding in judgement.findings.iter().filter(|finding| finding.on.year() == year) {
            if let Some(id) = finding.obligation {
                grounds.findings.entry(id).or_default().push(finding);
            }
        }
        for (id, seen) in judgement.seen.iter().filter(|(_, seen)| seen.on.year() == year) {
            grounds.seen.entry(*id).or_default().push(seen);
        }
        grounds
    }

    fn mechanism(&self) -> &'a Mechanism {
        &self.ledger.mechanism
    }

    /// How an obligation stands.
    pub(super) fn standing(&self, obligation: &Obligation) -> Standing {
        let mechanism = self.mechanism();
        let evidence = self.evidence(obligation);
        let findings = self.findings.get(&obligation.id).map_or(&[][..], Vec::as_slice);
        let least = minimums(obligation).then(|| self.least(obligation)).flatten();
        let (state, light, note) = self.judge(obligation, &evidence, findings);
        let clause = mechanism.clause(obligation.clause, self.last());
        Standing {
            id: obligation.id.to_string(),
            title: title(obligation),
            clause: obligation.clause.to_string(),
            clause_path: clause.map_or_else(String::new, |clause| clause.path.as_str().to_owned()),
            quote: obligation.text.as_str().to_owned(),
            force: obligation.force.word().id,
            state,
            light,
            count: evidence.len(),
            least,
            evidence,
            note,
        }
    }

    fn last(&self) -> Day {
        Day::last_of(self.year)
    }

    fn evidence(&self, obligation: &Obligation) -> Vec<Named> {
        let mut seen: Vec<_> =
            self.seen.get(&obligation.id).into_iter().flatten().map(|seen| (seen.on, &seen.reference)).collect();
        seen.sort();
        seen.dedup();
        seen.into_iter().map(|(_, reference)| Named::of(reference, self.mechanism())).collect()
    }

    fn judge(&self, obligation: &Obligation, evidence: &[Named], findings: &[&Finding]) -> (State, Option<Light>, Text) {
        let mechanism = self.mechanism();
        if obligation.rules.is_empty() {
            return (State::NotJudged, None, reason(obligation));
        }
        let begins = obligation.since.into_iter().chain(obligation.due).fold(mechanism.begins(), Day::max);
        if self.last() < begins || obligation.until.is_some_and(|until| until < Day::first_of(self.year)) {
            let note = tr!("自 {begins} 起适用"; "in force from {begins}");
            return (State::NotApplicable, None, note);
        }
        if let Some(found) = self.found(obligation, findings) {
            return found;
        }
        if minimums(obligation)
            && let Some(running) = self.running(obligation)
        {
            return running;
        }
        if !evidence.is_empty() {
            return (State::Met, Some(Light::Green), Text::default());
        }
        match mechanism.records_since() {
            Some(since) if self.last() < since => {
                (State::Unknown, None, tr!("台账自 {since} 起录"; "the register is kept from {since}"))
            }
            _ => (State::NotApplicable, None, Text::fixed("台账中未见适用情形", "the register shows no occasion")),
        }
    }

    /// What findings make of it.
    fn found(&self, obligation: &Obligation, findings: &[&Finding]) -> Option<(State, Option<Light>, Text)> {
        let standing: Vec<_> =
            findings.iter().filter(|finding| waiver(self.ledger, obligation, finding.on, self.today).is_none()).collect();
        if let (true, Some(first)) = (standing.is_empty(), findings.first()) {
            let waiver = waiver(self.ledger, obligation, first.on, self.today)?;
            let title = Named::of(&waiver.reference(), self.mechanism()).title;
            return Some((State::Waived, Some(Light::Green), title));
        }
        let worst = standing.iter().map(|finding| finding.level).max()?;
        let count = standing.len();
        let note = tr!("{count} 项，见下"; "{count} below");
        if standing.iter().all(|finding| finding.late) {
            return Some((State::MetLate, Some(Light::Yellow), note));
        }
        let light = match worst {
            Level::Advice => Light::Green,
            Level::Reminder => Light::Yellow,
            Level::Unmet | Level::Form => Light::Red,
        };
        Some((State::Unmet(worst), Some(light), note))
    }

    /// Where a minimum is not reached and its period has not ended: how long is left, and from which day that is worrying.
    fn running(&self, obligation: &Obligation) -> Option<(State, Option<Light>, Text)> {
        let mechanism = self.mechanism();
        let counts = minimum::counts(self.ledger, self.year, self.today);
        let open: Vec<_> = counts
            .iter()
            .filter(|count| {
                Some(&count.system.id) == obligation.system.as_ref() && !count.is_met() && self.today <= count.period.last()
            })
            .collect();
        let first = open.first()?;
        if let Some(waiver) = waiver(self.ledger, obligation, first.period.last(), self.today) {
            let title = Named::of(&waiver.reference(), mechanism).title;
            return Some((State::Waived, Some(Light::Green), title));
        }
        let last = first.period.last();
        let left = mechanism.working_days_between(self.today, last);
        let mut note = tr!("至 {last} 还有 {left} 个工作日"; "{left} working days left until {last}");
        if mechanism.is_working(last).is_none() {
            note = Text::new(
                format!("{}（该年日历未录，按周一至周五计）", note.zh()),
                format!("{} (calendar not entered)", note.en()),
            );
        }
        if first.member.is_some() {
            let units: Vec<_> = open.iter().filter_map(|count| Some(Text::same(mechanism.short(count.member?)))).collect();
            let units = Text::join(&units, "、", ", ");
            note = Text::new(format!("{}：{}", note.zh(), units.zh()), format!("{}: {}", note.en(), units.en()));
        }
        let reached = |setting| {
            first.period.every() == Every::Year && mechanism.day_of_year(setting, self.year).is_some_and(|day| day <= self.today)
        };
        let light = if reached(SettingId::YearlyRed) {
            Light::Red
        } else if reached(SettingId::YearlyYellow) || mechanism.is_near(self.today, last) {
            Light::Yellow
        } else {
            return Some((State::Open, Some(Light::Green), note));
        };
        Some((State::NearDue, Some(light), note))
    }

    fn least(&self, obligation: &Obligation) -> Option<u32> {
        let edition = self.mechanism().edition(self.last());
        edition.system.iter().find(|system| Some(&system.id) == obligation.system.as_ref()).map(|system| system.at_least)
    }

    /// What each unit did of what is asked of all together, and of none in particular: 四（三） does not say that each must.
    pub(super) fn by_unit(&self) -> Vec<UnitCount> {
        let mechanism = self.mechanism();
        let counts = minimum::counts(self.ledger, self.year, self.today);
        let shared = counts
            .iter()
            .filter(|count| matches!(count.system.record, Carrier::Notice | Carrier::Plan) && count.member.is_none());
        let mut units: Vec<UnitCount> = Vec::new();
        for count in shared {
            for member in &count.system.members {
                let owned = |(reference, _): &&(Reference, Day)| reference.record.owner() == Some(member);
                let more = count.done.iter().filter(owned).count();
                let system = Text::new(count.system.name.as_str().to_owned(), count.system.name_en.as_str().to_owned());
                if let Some(unit) = units.iter_mut().find(|unit| unit.unit == member.as_str() && unit.system == system) {
                    unit.count += more;
                } else {
                    let short = mechanism.short(member).to_owned();
                    units.push(UnitCount { system, unit: member.to_string(), short, count: more });
                }
            }
        }
        units
    }
}

/// Whether an obligation asks for a number of times.
fn minimums(obligation: &Obligation) -> bool {
    obligation.rules.iter().any(|rule| rule.as_str() == minimum::RULE.name)
}

/// What an obligation is, in both languages.
pub(super) fn title(obligation: &Obligation) -> Text {
    Text::new(obligation.title.as_str().to_owned(), obligation.title_en.as_str().to_owned())
}

/// Why no program can judge an obligation.
pub(super) fn reason(obligation: &Obligation) -> Text {
    let words = |line: &Option<Line>| line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned());
    Text::new(words(&obligation.reason), words(&obligation.reason_en))
}

/// Who has to act, in words.
pub(super) fn actor(obligation: &Obligation, mechanism: &Mechanism) -> Text {
    match &obligation.who {
        Actor::Office => Text::same(mechanism.short(mechanism.office())),
        Actor::Members => Text::fixed("各成员单位", "every member"),
        Actor::Owner => Text::fixed("登记单位", "the unit that files"),
        Actor::Team => Text::fixed("联合执法工作组", "the joint enforcement team"),
        Actor::Unit(unit) => Text::same(mechanism.short(unit)),
    }
}
