//! Which system a paper upward belongs to: 二（七） for what a meeting could not settle, 三（七） for joint enforcement, 四（六） for
//! problems that notices told of. What else a unit asks or reports in its own line is lawful and belongs to none.

use crate::model::{BodyKind, Carrier, Filed, Kind, Meeting, Reference, System, UnitId, Unresolved, Upward, UpwardKind};
use crate::rules::Context;

/// The system of what a paper is about, whoever sent it.
pub(in crate::rules) fn system_of<'a>(paper: &Filed<Upward>, context: &Context<'a>) -> Option<&'a System> {
    let ledger = context.ledger;
    if let Some((meeting, _)) = questions(paper, context).first() {
        return ledger.mechanism.system_of(&meeting.path.unit, &*meeting.record, paper.record.on);
    }
    paper.record.about.iter().find_map(|about| {
        let matter = about.filed().filter(|path| matches!(path.kind, Kind::Enforcement | Kind::Notice))?;
        ledger.mechanism.system_of(&matter.unit, ledger.happening(matter)?, paper.record.on)
    })
}

/// The system to which belongs what those above ask for in their reply: that of the paper, and of a request of the office that names
/// nothing the meetings', which alone ask for decisions.
pub(in crate::rules) fn system_of_reply<'a>(paper: &Filed<Upward>, context: &Context<'a>) -> Option<&'a System> {
    let mechanism = &context.ledger.mechanism;
    let is_offices = paper.record.kind == UpwardKind::Request && paper.record.about.is_empty();
    let unlinked = || mechanism.systems(Carrier::Meeting, paper.record.on).next().filter(|_| is_offices);
    system_of(paper, context).or_else(|| unlinked().filter(|_| is_of(paper, mechanism.office(), context)))
}

/// The unresolved questions that a paper takes upward: those that it names, that of a meeting with only one, and, where it names
/// no other matter, those that name it.
pub(super) fn questions<'a>(paper: &Filed<Upward>, context: &Context<'a>) -> Vec<(&'a Filed<Meeting>, &'a Unresolved)> {
    let (ledger, reference) = (context.ledger, paper.reference());
    let meetings = paper.record.about.iter().filter_map(|about| ledger.meeting(about));
    let mut found: Vec<(&Filed<Meeting>, &Unresolved)> = Vec::new();
    for meeting in meetings.chain(ledger.meetings_sending(&reference)) {
        for question in &meeting.record.unresolved {
            let is_known = found.iter().any(|(other, known)| other.path == meeting.path && known.no == question.no);
            if !is_known && takes_up(paper, question, meeting) {
                found.push((meeting, question));
            }
        }
    }
    found
}

/// Whether a paper takes that very question upward.
pub(super) fn takes_up(paper: &Filed<Upward>, question: &Unresolved, meeting: &Filed<Meeting>) -> bool {
    let Upward { about, .. } = &*paper.record;
    let names = |reference: &Reference| about.contains(reference);
    let is_matter = |about: &Reference| matches!(about.record.kind(), Kind::Meeting | Kind::Enforcement | Kind::Notice);
    let is_named = question.upward.as_ref() == Some(&paper.reference()) && !about.iter().any(is_matter);
    is_named || names(&meeting.part(question.no)) || (names(&meeting.reference()) && meeting.record.unresolved.len() == 1)
}

/// Whether it is of the unit that sends such papers (由区安委办), or of the one that took over from it.
pub(super) fn is_of(paper: &Filed<Upward>, sender: &UnitId, context: &Context<'_>) -> bool {
    context.ledger.is_sent_by(paper, sender, context.today)
}

/// Whether it goes to somebody above.
pub(super) fn goes_up(paper: &Filed<Upward>, context: &Context<'_>) -> bool {
    let to = context.ledger.mechanism.body(&paper.record.to);
    to.is_some_and(|body| matches!(body.kind, BodyKind::Government | BodyKind::Superior))
}
