//! The values of reports without what is not for everybody.

use super::{Publish, Redaction};
use crate::report::check::FindingView;
use crate::report::deadlines::Deadline;
use crate::report::named::Named;
use crate::report::obligation_status::ObligationStatus;
use crate::report::pending::PendingView;
use crate::report::position::ProblemView;
use crate::report::year::{
    Chapter, DatedRecord, FactTimeliness, Figure, Figures, FlowStep, HazardCourse, HazardYear, KindFigures, ObligationLine,
    OpenUnit, SettingView, StageCount, TellingYear, YearReport,
};
use crate::text::Text;

/// A value that may hold what is not for everybody. Every implementation takes its value apart field by field, so that none is shown
/// because it was forgotten.
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
        let Self { reference, title } = self;
        title.redact(by);
        reference.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(self)
    }
}

impl Redact for ObligationStatus {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            id: _,
            title: _,
            clause: _,
            clause_path: _,
            quote: _,
            force: _,
            state: _,
            light: _,
            count: _,
            least: _,
            evidence,
            pending: _,
            note,
        } = self;
        by.keep(evidence);
        note.redact(by);
    }
}

impl Redact for FindingView {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            code: _,
            rule: _,
            carried_from: _,
            title: _,
            level: _,
            record,
            taken_over_from: _,
            file,
            position,
            key: _,
            on: _,
            what,
            obligation: _,
            clause: _,
            quote: _,
            remedy: _,
            command,
            late: _,
            waived_by,
        } = self;
        record.redact(by);
        file.redact(by);
        what.redact(by);
        // Where it stands and what mends it is for those who can write there.
        (*position, *command) = (None, None);
        *waived_by = waived_by.take().filter(|waiver| !by.hides_named(waiver));
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for PendingView {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            due: _,
            near: _,
            what,
            record,
            taken_over_from: _,
            file,
            key: _,
            on: _,
            level: _,
            code: _,
            rule: _,
            obligation: _,
            clause: _,
        } = self;
        record.redact(by);
        file.redact(by);
        what.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for Deadline {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            kind: _,
            system: _,
            id,
            on: _,
            until: _,
            near: _,
            is_unsettled: _,
            units: _,
            short: _,
            what,
            record,
            clause: _,
        } = self;
        id.redact(by);
        record.redact(by);
        what.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for DatedRecord {
    fn redact(&mut self, by: &Redaction) {
        let Self { on: _, record } = self;
        record.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for Chapter {
    fn redact(&mut self, by: &Redaction) {
        let Self { clause: _, path: _, title: _, obligations } = self;
        by.keep(obligations);
    }
}

impl Redact for ObligationLine {
    fn redact(&mut self, by: &Redaction) {
        let Self { standing, who: _, acting: _ } = self;
        standing.redact(by);
    }
}

impl Redact for KindFigures {
    fn redact(&mut self, by: &Redaction) {
        let Self { kind: _, label: _, total: _, by_unit, by_month } = self;
        by.keep(by_unit);
        by.keep(by_month);
    }
}

impl Redact for FlowStep {
    fn redact(&mut self, by: &Redaction) {
        let Self { id: _, label: _, on_the_way: _, count: _, hazards } = self;
        by.keep(hazards);
    }
}

impl Redact for StageCount {
    fn redact(&mut self, by: &Redaction) {
        let Self { stage: _, light: _, count: _, hazards } = self;
        by.keep(hazards);
    }
}

impl Redact for Figure {
    fn redact(&mut self, by: &Redaction) {
        let Self { count: _, records } = self;
        by.keep(records);
    }
}

impl Redact for HazardCourse {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            record,
            unit: _,
            mine,
            major: _,
            found: _,
            term: _,
            extended: _,
            reported: _,
            looks: _,
            closed: _,
            stage: _,
            light: _,
        } = self;
        record.redact(by);
        mine.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for FactTimeliness {
    fn redact(&mut self, by: &Redaction) {
        let Self {
            record,
            unit: _,
            matter: _,
            from: _,
            verbal: _,
            verbal_due: _,
            paper: _,
            paper_due: _,
            promptness: _,
            days: _,
            term_days: _,
        } = self;
        record.redact(by);
    }

    fn about(&self) -> Option<&Named> {
        Some(&self.record)
    }
}

impl Redact for SettingView {
    fn redact(&mut self, by: &Redaction) {
        let Self { id: _, title: _, value: _, clause: _, basis } = self;
        if let Some(basis) = basis {
            basis.redact(by);
        }
    }
}

impl Redact for OpenUnit {
    fn redact(&mut self, by: &Redaction) {
        let Self { unit: _, short: _, findings, pending, minimums } = self;
        by.keep(findings);
        by.keep(pending);
        by.keep(minimums);
    }
}

/// What a file says that could not be read may be anything.
impl Redact for ProblemView {
    fn redact(&mut self, by: &Redaction) {
        let Self { file, position, unreadable: _, what, help, excerpt } = self;
        file.redact(by);
        *what = Text::fixed("有一处内容未能读取", "something in it could not be read");
        (*position, *help, *excerpt) = (None, Text::default(), None);
    }
}

impl Publish for Vec<Deadline> {
    fn publish(&mut self, by: &Redaction) {
        by.keep(self);
        self.sort_by_key(|deadline| deadline.on);
    }
}

impl Publish for YearReport {
    fn publish(&mut self, by: &Redaction) {
        let Self {
            version: _,
            heading: _,
            scope: _,
            edition,
            left_out,
            counts: _,
            earlier: _,
            states: _,
            chapters,
            work: _,
            work_names: _,
            figures: Figures { units: _, kinds },
            hazards: HazardYear { flow, stages, median_days: _, longest_days: _, courses, left_off: _ },
            tellings: TellingYear { counts: _, median_days: _, tellings, left_off: _ },
            open,
            settings,
            problems,
        } = self;
        *edition = super::Readers::Public;
        *left_out = Some(by.left_out());
        by.keep(chapters);
        by.keep(kinds);
        by.keep(flow);
        by.keep(stages);
        by.keep(courses);
        by.keep(tellings);
        by.keep(open);
        by.keep(settings);
        by.keep(problems);
        open.retain(|unit| unit.count() > 0);
    }
}
