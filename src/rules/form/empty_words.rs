//! Words that say nothing (无、/、-、待定、略、同上) where a reason, an opinion, a basis, an approval or a result is asked: the place is filled and the
//! question stands.

use crate::model::{Day, Happening, Kind, Leaf, LeafGroups, Ledger, RecordPath, Reference, ResponseKind};
use crate::rules::form::place::called;
use crate::rules::{Context, Level, RegisterFindings};
use crate::tr;

/// The texts by which something is decided, of every kind that has one, and that no other rule asks for: a test goes through all texts.
const DECIDING: &[(Kind, &str)] = &[
    (Kind::Lead, "result.text"),
    (Kind::Hazard, "criterion"),
    (Kind::Hazard, "determined.criterion"),
    (Kind::Hazard, "determined.by"),
    (Kind::Hazard, "determined.paper"),
    (Kind::Hazard, "rectification.plan"),
    (Kind::Hazard, "extension.approved_by"),
    (Kind::Accident, "rescue.measures"),
    (Kind::Accident, "concluded.text"),
    (Kind::Directive, "proposal.text"),
    (Kind::Directive, "carried.text"),
    (Kind::Meeting, "decided"),
    (Kind::Meeting, "cancelled.reason"),
    (Kind::Meeting, "chair.because"),
    (Kind::Meeting, "unresolved.question"),
    (Kind::Meeting, "unresolved.positions.text"),
    (Kind::Enforcement, "cancelled.reason"),
    (Kind::Enforcement, "problem.text"),
    (Kind::Response, "text"),
    (Kind::Upward, "reply.text"),
    (Kind::Waiver, "approved_by"),
    (Kind::Waiver, "paper"),
];

/// The same, of every kind.
const OF_ALL: &[&str] = &["because", "amended.reason"];

/// Tells of each such text that says nothing.
pub(super) fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    ledger.leaves(LeafGroups::TEXTS, &mut |path, at, leaf| {
        let (says_nothing, words) = match leaf {
            Leaf::Line(line) => (line.says_nothing(), line.as_str()),
            Leaf::Prose(text) => (text.says_nothing(), text.open().unwrap_or_default()),
            _ => return,
        };
        // Whoever has no opinion says just that.
        if !says_nothing || words.contains("意见") {
            return;
        }
        let RecordPath::Filed(filed) = path else { return };
        let of_kind = DECIDING.iter().filter(|(kind, _)| *kind == filed.kind).map(|(_, text)| text);
        let decides = OF_ALL.iter().chain(of_kind).any(|text| at.is_at(text));
        if !decides || (filed.kind == Kind::Response && at.is_at("text") && !asks_for_words(path, ledger)) {
            return;
        }
        let heading = called(path, at);
        let (zh, en) = (heading.zh(), heading.en());
        let on = ledger.happening(filed).and_then(Happening::on).unwrap_or(Day::first_of(filed.year));
        let what = tr!("{zh}写的是“{words}”，等于没有写，请补充"; "{en} reads \"{words}\", which says nothing: please say it");
        out.report_at(path.clone(), on, at.to_string(), what).at_most(Level::Advice);
    });
}

/// Whether a response is nothing without its text: a receipt or a consent says all by its kind, and of measures another word is said.
fn asks_for_words(path: &RecordPath, ledger: &Ledger) -> bool {
    let said = ledger.response(&Reference::whole(path.clone()));
    matches!(
        said.map(|said| said.record.kind),
        Some(ResponseKind::Answer | ResponseKind::Objection | ResponseKind::Feedback | ResponseKind::Returned)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyPath;
    use crate::model::field::{Field, Shape};

    /// The texts that other rules ask for, that name or number something, or that decide nothing.
    const OTHERWISE: &[(Kind, &str)] = &[
        (Kind::Plan, "title"),
        (Kind::Plan, "text"),
        (Kind::Lead, "title"),
        (Kind::Lead, "text"),
        (Kind::Order, "number"),
        (Kind::Order, "place"),
        (Kind::Order, "text"),
        (Kind::Order, "lifted.number"),
        (Kind::Facility, "project"),
        (Kind::Facility, "number"),
        (Kind::Facility, "text"),
        (Kind::Facility, "made_good.number"),
        (Kind::Hazard, "description"),
        (Kind::Hazard, "place"),
        (Kind::Hazard, "inspectors"),
        (Kind::Hazard, "onsite.measure"),
        (Kind::Hazard, "rectification.responsible"),
        (Kind::Hazard, "rectification.funds"),
        (Kind::Hazard, "rectification.precautions"),
        (Kind::Hazard, "rectification.emergency_plan"),
        (Kind::Hazard, "reinspection.text"),
        (Kind::Hazard, "reinspection.inspectors"),
        (Kind::Hazard, "remarks"),
        (Kind::Accident, "text"),
        (Kind::Accident, "inquiry.number"),
        (Kind::Accident, "criminal.number"),
        (Kind::Notice, "title"),
        (Kind::Notice, "body"),
        (Kind::Notice, "measures"),
        (Kind::Notice, "suggestions"),
        (Kind::Notice, "protection"),
        (Kind::Notice, "printing.by"),
        (Kind::Notice, "preliminary.by"),
        (Kind::Notice, "review.name"),
        (Kind::Notice, "review.evidence"),
        (Kind::Notice, "review.digest"),
        (Kind::Notice, "review.share.content"),
        (Kind::Notice, "review.share.way"),
        (Kind::Directive, "sender"),
        (Kind::Directive, "title"),
        (Kind::Directive, "number"),
        (Kind::Directive, "text"),
        (Kind::Agenda, "title"),
        (Kind::Agenda, "material"),
        (Kind::Meeting, "title"),
        (Kind::Meeting, "place"),
        (Kind::Meeting, "chair.name"),
        (Kind::Meeting, "notice.length"),
        (Kind::Meeting, "attendance.name"),
        (Kind::Meeting, "attendance.post"),
        (Kind::Meeting, "task.text"),
        (Kind::Meeting, "task.leader"),
        (Kind::Meeting, "unresolved.proposal"),
        (Kind::Meeting, "minutes.printing.by"),
        (Kind::Enforcement, "title"),
        (Kind::Enforcement, "basis.text"),
        (Kind::Enforcement, "plan.printing.by"),
        (Kind::Enforcement, "leader.name"),
        (Kind::Enforcement, "leader.post"),
        (Kind::Enforcement, "groups.leader"),
        (Kind::Enforcement, "experts.name"),
        (Kind::Enforcement, "experts.field"),
        (Kind::Enforcement, "experts.organisation"),
        (Kind::Enforcement, "problem.onsite.measure"),
        (Kind::Enforcement, "summary.effects"),
        (Kind::Enforcement, "summary.problems"),
        (Kind::Enforcement, "summary.causes"),
        (Kind::Enforcement, "summary.requirements"),
        (Kind::Enforcement, "summary.submitted_by"),
        (Kind::Enforcement, "circular.scope"),
        (Kind::Enforcement, "circular.printing.by"),
        (Kind::Enforcement, "task.text"),
        (Kind::Enforcement, "task.leader"),
        (Kind::Upward, "printing.by"),
        (Kind::Upward, "title"),
        (Kind::Upward, "signer"),
        (Kind::Upward, "contact"),
        (Kind::Upward, "body"),
        (Kind::Upward, "reply.number"),
        (Kind::Upward, "reply.task.text"),
        (Kind::Upward, "reply.task.leader"),
        (Kind::Waiver, "reason"),
    ];

    /// What every kind has besides: attachments, source, site.
    const COMMON: &[&str] = &["attachments", "source", "site", "amended", "because"];

    fn texts(fields: &'static [Field], above: &KeyPath, found: &mut Vec<String>) {
        for field in fields.iter().filter(|field| !COMMON.contains(&field.key)) {
            let at = above.key(field.key);
            let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
            match shape {
                Shape::Line | Shape::Prose => found.push(at.to_string()),
                Shape::Table(fields) => texts(fields, &at, found),
                _ => {}
            }
        }
    }

    /// A key that is new is asked after: does its text decide anything?
    #[test]
    fn every_text_is_weighed() {
        let mut unweighed = Vec::new();
        let all = || DECIDING.iter().chain(OTHERWISE);
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_happening()) {
            let mut found = Vec::new();
            texts(kind.fields(), &KeyPath::default(), &mut found);
            found.retain(|at| !all().any(|(of, key)| *of == kind && key == at));
            unweighed.extend(found.iter().map(|at| format!("(Kind::{kind:?}, {at:?}),")));
        }
        assert!(unweighed.is_empty(), "{unweighed:#?}");
        for (kind, at) in all() {
            assert!(KeyPath::from(*at).field(kind.fields()).is_some(), "{kind:?} {at}");
        }
    }
}
