//! A meeting that took place, with the system of the mechanism by which it is judged.

use crate::model::{Day, Filed, Meeting, System, UnitId};
use crate::rules::{Context, Findings, Report};
use crate::text::Text;

/// A meeting that took place.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeldMeeting<'a> {
    /// The meeting.
    pub(super) meeting: &'a Filed<Meeting>,
    /// When it was.
    pub(super) on: Day,
    /// The system that it carries out.
    pub(super) system: &'a System,
    /// The unit that convenes the meetings of that system and keeps their papers.
    pub(super) lead: &'a UnitId,
}

impl<'a> HeldMeeting<'a> {
    /// The meeting as one that took place; `None` where it was only planned, was cancelled, or belongs to no system. That it
    /// lies neither before the mechanism nor ahead the engine has seen to.
    pub(super) fn from_meeting(meeting: &'a Filed<Meeting>, context: &Context<'a>) -> Option<Self> {
        let mechanism = &context.ledger.mechanism;
        let on = meeting.record.took_place_on().filter(|_| !meeting.record.is_called_off())?;
        let system = mechanism.system_of(&meeting.path.unit, &*meeting.record, on)?;
        let lead = system.lead.as_ref().unwrap_or(mechanism.office());
        Some(Self { meeting, on, system, lead })
    }

    /// The rule applies to this meeting.
    pub(super) fn record_evidence(&self, out: &mut Findings<'_>) {
        out.register().record_evidence(self.meeting.reference(), self.on, Some(&self.system.id));
    }

    /// The same, with what else is to be known of the meeting.
    pub(super) fn record_evidence_with(&self, note: Text, out: &mut Findings<'_>) {
        out.register().record_evidence_with(self.meeting.reference(), self.on, &self.system.id, note);
    }

    /// Reports the meeting under the obligation of its own system.
    pub(super) fn report<'o>(&self, key: impl Into<String>, what: Text, out: &'o mut Findings<'_>) -> &'o mut Report {
        out.report(key, what).of_system(&self.system.id)
    }

    /// What its convener is to do by a day.
    pub(super) fn awaits(&self, key: impl Into<String>, due: Day, what: Text, out: &mut Findings<'_>) {
        out.awaits(key, due, what).of_system(&self.system.id).by(self.lead);
    }
}
