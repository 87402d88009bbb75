//! 会签: who issues a paper together with others has agreed to it before it goes out, and not taken that back.

use super::kinds::{Notice, Response, ResponseKind, Upward};
use super::{CommonFields, Day, Filed, Kind, Ledger, Prose, Reference, SaidByDay, UnitId};

/// Why a cosigning has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CosignFault {
    /// Its own text does not go along (未会签, 拟会签), or takes it back.
    Denied,
    /// It is of a day before what the paper tells of: nobody had that paper before him.
    BeforeFact(Reference, Day),
    /// It was entered for the unit, and no paper of theirs is named.
    PaperUnnamed,
}

impl Ledger {
    /// The day since when a unit, or whoever took over from it, issues a paper too: it cosigned it with effect, and had not taken that back by the
    /// day of issue; else the first day after that on which it cosigned it.
    #[must_use]
    pub fn cosigned_on(&self, paper: &Reference, unit: &UnitId) -> Option<Day> {
        let (said, after) = (self.said_of(paper, unit), self.issued_on(paper).map(|issued| issued.plus(1)));
        said.stands_since(after).or_else(|| said.first_done(after?))
    }

    /// When a unit that had cosigned a paper took that back, as it stood on the day of issue.
    #[must_use]
    pub fn took_back_on(&self, paper: &Reference, unit: &UnitId) -> Option<Day> {
        let (said, after) = (self.said_of(paper, unit), self.issued_on(paper).map(|issued| issued.plus(1)));
        said.undone_since(after)
    }

    /// The units that cosigned a notice as its joint issuers (联合行文), each with the day since when it issues it too.
    pub fn cosigners_of<'a>(&'a self, notice: &'a Filed<Notice>) -> impl Iterator<Item = (&'a UnitId, Day)> {
        let paper = notice.reference();
        notice.record.jointly.iter().filter_map(move |unit| Some((unit, self.cosigned_on(&paper, unit)?)))
    }

    /// Whether a paper upward is a unit's, or of whoever took over from it: its own, or one that it sends with others and had cosigned by a day.
    #[must_use]
    pub fn is_sent_by(&self, paper: &Filed<Upward>, unit: &UnitId, by: Day) -> bool {
        let is_unit = |sender: &UnitId| self.mechanism.stands_for(sender, unit, paper.record.on);
        let cosigned = |other: &UnitId| self.cosigned_on(&paper.reference(), other).is_some_and(|on| on <= by);
        is_unit(&paper.path.unit) || paper.record.jointly.iter().any(|other| is_unit(other) && cosigned(other))
    }

    /// Why a response that is filed as a cosigning is none.
    #[must_use]
    pub fn cosign_fault(&self, said: &Filed<Response>) -> Option<CosignFault> {
        let record = &said.record;
        if record.text.as_ref().is_some_and(|text| text.refuses() || text.retracts() || text.fails()) {
            return Some(CosignFault::Denied);
        }
        // Only the office enters for others.
        let by_another = record.entered_by().is_some_and(|by| by != self.mechanism.office());
        if by_another || self.lacks_paper(&said.path, &**record, false) {
            return Some(CosignFault::PaperUnnamed);
        }
        let told = record.to.iter().flat_map(|paper| self.told_in(paper)).filter(|of| is_fact(of));
        let later = told.filter_map(|of| Some((of, self.begins(of)?))).filter(|(_, since)| record.on < *since);
        later.max_by_key(|(_, since)| *since).map(|(of, since)| CosignFault::BeforeFact(of.clone(), since))
    }

    /// What a unit said of a paper that it may issue too. Whoever objects, or sends it back, after it had agreed agrees no more; on one day it is
    /// the other way round: what was objected to was mended.
    fn said_of(&self, paper: &Reference, unit: &UnitId) -> SaidByDay {
        let mut by_day = SaidByDay::default();
        let own: Vec<_> =
            self.responses_to(paper).filter(|said| self.mechanism.stands_for(&said.path.unit, unit, said.record.on)).collect();
        let signs = |said: &&&Filed<Response>| said.record.kind == ResponseKind::Cosigned && self.cosign_fault(said).is_none();
        let signed: Vec<Day> = own.iter().filter(signs).map(|said| said.record.on).collect();
        for on in &signed {
            by_day.done(*on);
        }
        for said in own {
            let Response { kind, on, text, .. } = &*said.record;
            let objects = matches!(kind, ResponseKind::Objection | ResponseKind::Returned) && !signed.contains(on);
            if objects || text.as_ref().is_some_and(Prose::retracts) {
                by_day.undone(*on);
            }
        }
        by_day
    }

    fn issued_on(&self, paper: &Reference) -> Option<Day> {
        let notice = self.notice(paper).and_then(|notice| notice.record.issued);
        notice.or_else(|| self.upward_paper(paper).map(|paper| paper.record.on))
    }

    /// What a paper tells of.
    fn told_in(&self, paper: &Reference) -> &[Reference] {
        let notice = self.notice(paper).map(|notice| notice.record.about.as_slice());
        notice.or_else(|| self.upward_paper(paper).map(|paper| paper.record.about.as_slice())).unwrap_or_default()
    }
}

/// Whether something was there before a paper could tell of it. Of meetings and enforcements as wholes people are told beforehand, and a plan is
/// spoken of while it is made.
fn is_fact(of: &Reference) -> bool {
    match of.record.kind() {
        Kind::Hazard | Kind::Lead | Kind::Accident | Kind::Order => true,
        Kind::Enforcement | Kind::Meeting => of.part.is_some(),
        _ => false,
    }
}
