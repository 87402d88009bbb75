//! The values of reports without what is not for everybody.

use super::{Publish, Redaction};
use crate::report::check::FindingView;
use crate::report::deadlines::Deadline;
use crate::report::named::Named;
use crate::report::obligation_status::ObligationStatus;
use crate::report::pending::PendingView;
use crate::report::position::ProblemView;
use crate::report::year::{DatedRecord, FactTimeliness, Figure, HazardCourse, OpenUnit, YearReport};
use crate::text::Text;

/// A value that may hold what is not for everybody.
pub(in crate::report) trait Redact {
    /// Strikes that out.
    fn redact(&mut self, by: &Redaction);

    /// The record that it is about, with which it is left out.
    fn about(&self) -> Option<&Named> {
        None
    }
}

impl Redact for String {
    fn redact(&mut self, by: &Redaction) {
        if let Some(struck) = by.words(self) {
            *self = struck;
        }
    }
}

impl Redact for Text {
    fn redact(&mut self, by: &Redaction) {
        let (zh, en) = (by.words(self.zh()), by.words(self.en()));
        if zh.is_some() || en.is_some() {
            *self = Self::new(zh.unwrap_or_else(|| self.zh().to_owned()), en.unwrap_or_else(|| self.en().to_owned()));
        }
    }
}

impl Redact for Named {
    fn redact(&mut self, by: &Redaction) {
        self.title.redact(by);
        self.reference.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(self)
    }
}

impl Redact for ObligationStatus {
    fn redact(&mut self, by: &Redaction) {
        by.keep(&mut self.evidence);
        self.note.redact(by);
    }
}

impl Redact for FindingView {
    fn redact(&mut self, by: &Redaction) {
        self.record.redact(by);
        self.file.redact(by);
        self.what.redact(by);
        // Where it stands and what mends it is for those who can write there.
        (self.position, self.command) = (None, None);
        self.waived_by = self.waived_by.take().filter(|waiver| !by.hides_named(waiver));
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for PendingView {
    fn redact(&mut self, by: &Redaction) {
        self.record.redact(by);
        self.file.redact(by);
        self.what.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for Deadline {
    fn redact(&mut self, by: &Redaction) {
        self.id.redact(by);
        self.record.redact(by);
        self.what.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for DatedRecord {
    fn redact(&mut self, by: &Redaction) {
        self.record.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for Figure {
    fn redact(&mut self, by: &Redaction) {
        by.keep(&mut self.records);
    }
}

impl Redact for HazardCourse {
    fn redact(&mut self, by: &Redaction) {
        self.record.redact(by);
        self.mine.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for FactTimeliness {
    fn redact(&mut self, by: &Redaction) {
        self.record.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for OpenUnit {
    fn redact(&mut self, by: &Redaction) {
        by.keep(&mut self.findings);
        by.keep(&mut self.pending);
        by.keep(&mut self.minimums);
    }
}

/// What a file says that could not be read may be anything.
impl Redact for ProblemView {
    fn redact(&mut self, by: &Redaction) {
        self.file.redact(by);
        self.what = Text::fixed("有一处内容未能读取", "something in it could not be read");
        (self.position, self.help, self.excerpt) = (None, Text::default(), None);
    }
}

impl Publish for Vec<Deadline> {
    fn publish(&mut self, by: &Redaction) {
        by.keep(self);
    }
}

impl Publish for YearReport {
    fn publish(&mut self, by: &Redaction) {
        self.edition = super::Readers::Public;
        self.left_out = Some(by.left_out());
        for line in self.chapters.iter_mut().flat_map(|chapter| &mut chapter.obligations) {
            line.standing.redact(by);
        }
        for kind in &mut self.figures.kinds {
            kind.by_unit.iter_mut().chain(&mut kind.by_month).for_each(|figure| figure.redact(by));
        }
        self.hazards.flow.iter_mut().for_each(|step| by.keep(&mut step.hazards));
        self.hazards.stages.iter_mut().for_each(|stage| by.keep(&mut stage.hazards));
        by.keep(&mut self.hazards.courses);
        by.keep(&mut self.tellings.tellings);
        by.keep(&mut self.open);
        self.open.retain(|unit| unit.count() > 0);
        by.keep(&mut self.problems);
    }
}
