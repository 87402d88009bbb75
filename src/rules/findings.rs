//! Where rules put what they looked at and what they found. A rule about one kind of record gets [`Findings`], a rule about the
//! register as a whole gets [`RegisterFindings`]: only the former has a record of which it can speak without saying which.

use super::evidence::{Doubt, Evidence, EvidenceLists};
use super::report::Report;
use super::under::{Homes, Under};
use super::{Context, Judgement, Rule};
use crate::model::{Day, FiledPath, ObligationId, RecordPath, Reference, SystemId};
use crate::text::Text;

/// What a rule says of the record looked at.
#[derive(Debug)]
pub struct Findings<'a> {
    path: &'a FiledPath,
    on: Day,
    register: &'a mut RegisterFindings,
}

impl<'a> Findings<'a> {
    /// What is said from now on is said of this record, for a fact of that day.
    pub(super) fn about(path: &'a FiledPath, on: Day, register: &'a mut RegisterFindings) -> Self {
        Self { path, on, register }
    }

    /// What is said from now on is said of a fact of that day: a duty that begins when an action ends is one of the year of its end.
    pub(super) fn dated(&mut self, on: Day) {
        self.on = on;
    }

    /// The rule applies to the record: it is evidence of the obligation unless something is reported.
    pub fn record_occasion(&mut self) {
        self.register.record_evidence(self.path.clone().into(), self.on, None);
    }

    /// The same, for what was done on a day: a duty that lasts is fulfilled in the year in which it is.
    pub fn record_occasion_of(&mut self, day: Day) {
        self.register.record_evidence(self.path.clone().into(), day, None);
    }

    /// The same, for that obligation of those that name the rule.
    pub(super) fn record_occasion_under(&mut self, id: ObligationId, day: Day) {
        self.register.record_evidence_of(id, self.path.clone().into(), day);
    }

    /// Nobody can tell from the register whether the record fulfils that obligation (see [`Findings::record_doubt`]).
    pub(super) fn record_doubt_under(&mut self, id: ObligationId, why: Text) {
        self.register.record_doubt_of(id, self.path.clone().into(), self.on, why);
    }

    /// The rule applies to the record, and whether what it asks is so nobody can tell from the register: `why`, to be read after a
    /// number of records (“3 项的签名在本机未核验”).
    pub fn record_doubt(&mut self, why: Text) {
        self.register.record_doubt(self.path.clone().into(), self.on, why);
    }

    /// Reports the record at one of its keys (`review.on`, `task[1].due`; empty for the whole).
    pub fn report(&mut self, key: impl Into<String>, what: Text) -> &mut Report {
        self.register.report_at(RecordPath::Filed(self.path.clone()), self.on, key, what)
    }

    /// The rule applies to the record, which is not at fault: what is to be done (“复查”, a verb and its object) is in time up to
    /// the day `due`. The owner of the record has to act, unless [`Report::by`] names another.
    pub fn awaits(&mut self, key: impl Into<String>, due: Day, what: Text) -> &mut Report {
        self.register.awaits_at(RecordPath::Filed(self.path.clone()), self.on, key, due, what)
    }

    /// What the rule says of a part of the record, or of another one, by its reference.
    pub fn register(&mut self) -> &mut RegisterFindings {
        self.register
    }
}

/// What a rule says of any files of the register.
#[derive(Debug, Default)]
pub struct RegisterFindings {
    reports: Vec<Report>,
    awaited: Vec<(Day, Report)>,
    /// Each with what was said of the obligation that it is about; of most nothing was.
    evidence: Vec<(Option<Under>, Evidence)>,
    doubts: Vec<(Option<Under>, Doubt)>,
    /// The only year of which facts and doubts are asked; all of them where it is not said.
    year: Option<u16>,
}

impl RegisterFindings {
    /// Nothing yet, where facts are asked of a year.
    pub(super) fn asked_of(year: Option<u16>) -> Self {
        Self { year, ..Self::default() }
    }

    fn show(&mut self, under: Option<Under>, evidence: Evidence) {
        if self.year.is_none_or(|year| evidence.under.year() == year) {
            self.evidence.push((under, evidence));
        }
    }

    fn doubt(&mut self, under: Option<Under>, doubt: Doubt) {
        if self.year.is_none_or(|year| doubt.evidence.under.year() == year) {
            self.doubts.push((under, doubt));
        }
    }

    /// The rule applies to this fact: it is evidence of the obligation unless something is reported.
    pub fn record_evidence(&mut self, reference: Reference, on: Day, system: Option<&SystemId>) {
        self.show(system.cloned().map(Under::System), Evidence::new(reference, on));
    }

    /// The same, with what else is to be known of the fact.
    pub(super) fn record_evidence_with(&mut self, reference: Reference, on: Day, system: &SystemId, note: Text) {
        let evidence = Evidence { note: Some(Box::new(note)), ..Evidence::new(reference, on) };
        self.show(Some(Under::System(system.clone())), evidence);
    }

    /// The same, for that obligation of those that name the rule.
    pub(super) fn record_evidence_of(&mut self, id: ObligationId, reference: Reference, on: Day) {
        self.show(Some(Under::Obligation(id)), Evidence::new(reference, on));
    }

    /// The rule applies to this fact, and nobody can tell from the register whether what it asks is so (see [`Findings::record_doubt`]).
    pub fn record_doubt(&mut self, reference: Reference, on: Day, why: Text) {
        self.doubt(None, Doubt { evidence: Evidence::new(reference, on), why });
    }

    /// The same, for that obligation of those that name the rule.
    pub(super) fn record_doubt_of(&mut self, id: ObligationId, reference: Reference, on: Day, why: Text) {
        self.doubt(Some(Under::Obligation(id)), Doubt { evidence: Evidence::new(reference, on), why });
    }

    /// This fact counts towards the minimum of a system in the period that is judged by the text of the day `under`.
    pub(super) fn counts_towards(&mut self, fact: (Reference, Day), under: Day, system: &SystemId, note: Option<Text>) {
        let note = note.map(Box::new);
        let evidence = Evidence { under, note, ..Evidence::new(fact.0, fact.1) };
        self.show(Some(Under::System(system.clone())), evidence);
    }

    /// Reports a file at one of its keys, for a fact of that day.
    pub fn report_at(&mut self, record: RecordPath, on: Day, key: impl Into<String>, what: Text) -> &mut Report {
        self.reports.push(Report::new(record, on, key.into(), what));
        let last = self.reports.len() - 1;
        &mut self.reports[last]
    }

    /// What is to be done is in time up to the day `due`, for a fact of the day `on`.
    pub fn awaits_at(&mut self, record: RecordPath, on: Day, key: impl Into<String>, due: Day, what: Text) -> &mut Report {
        self.awaited.push((due, Report::new(record, on, key.into(), what)));
        let last = self.awaited.len() - 1;
        &mut self.awaited[last].1
    }

    /// Gives every report its weight by the obligation that names the rule.
    pub(super) fn weigh(self, rule: &'static Rule, context: &Context<'_>) -> Judgement {
        let homes = Homes::new(context.ledger);
        let of = |under: Option<Under>, evidence: &Evidence| under.unwrap_or_else(|| homes.of(&evidence.reference.record));
        let evidence = |(under, evidence): (_, Evidence)| {
            let shown = of(under, &evidence).obligation(|found| found.counts(rule.name), evidence.under, homes.mechanism())?;
            Some((shown.id, evidence))
        };
        let doubt = |(under, doubt): (_, Doubt)| {
            let on = doubt.evidence.under;
            let doubted = of(under, &doubt.evidence).obligation(|found| found.names(rule.name), on, homes.mechanism())?;
            Some((doubted.id, doubt))
        };
        // What is collected from a list takes its room, of which half may be to spare: a tenth of all that a check of 100,000 records holds.
        let mut weighed: Vec<_> = self.evidence.into_iter().filter_map(evidence).collect();
        weighed.shrink_to_fit();
        Judgement {
            doubts: self.doubts.into_iter().filter_map(doubt).collect(),
            findings: self.reports.into_iter().filter_map(|report| report.found_by(rule, &homes, context)).collect(),
            evidence: EvidenceLists::from(weighed),
            pending: self.awaited.into_iter().filter_map(|(due, report)| report.awaited_by(rule, due, &homes, context)).collect(),
        }
    }
}
