//! How heavily what stands at a key of an issued record weighs: what an amendment of it may change. By default every key bears on a judgement, a
//! day as the day of an act or a term, a flag as a mark, anything else as what somebody was asked by; FIELDS says by what nothing is judged.

use crate::model::field::{Bearing, Field, Lies, Shape};
use crate::model::{KeyPath, Kind};

/// How it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weighing {
    /// It is grave where it is set.
    Set,
    /// As it reads; these words are the light ones, as is none.
    Light(&'static [&'static str]),
    /// An item that asks for something as long as it stands.
    Item,
    /// A line of a list that a rule asks to complete, and that grows without an amendment: one that came later takes nothing away. What was
    /// changed in a line is named below it.
    Line,
    /// It is light where it names a part of the mine, since all of it stopped before.
    Part,
    /// Whatever it reads, it may have asked for something else before, or of somebody else.
    Either,
    /// So may how grave an accident was: of a graver one the district does less, of a lighter one others do.
    Grade,
    /// A last day: one that had run out may have been moved.
    Term,
    /// The day of what was done, or from which a term is counted.
    Done,
    /// What a paper says, or whom it told, which went out as it was.
    WentOut,
}

/// The keys that weigh otherwise than their shape says.
const SPECIAL: &[(Kind, &str, Weighing)] = &[
    (Kind::Lead, "trigger", Weighing::Set),
    (Kind::Lead, "result.verdict", Weighing::Light(&["not-confirmed", "cannot-verify"])),
    // Nothing weighs as a closure does, and every other may be what was made of one.
    (
        Kind::Order,
        "kind",
        Weighing::Light(&[
            "onsite-measure",
            "stop-work",
            "suspend-production",
            "rectify",
            "withhold-licence",
            "revoke",
            "penalty",
            "transfer",
        ]),
    ),
    (Kind::Order, "place", Weighing::Part),
    (Kind::Facility, "state", Weighing::Light(&["in-place"])),
    (Kind::Hazard, "from", Weighing::Set),
    (Kind::Hazard, "reinspection.result", Weighing::Light(&["passed"])),
    // Two that were one, and one that was two; what lasts is never overdue.
    (Kind::Lead, "distinct", Weighing::Either),
    (Kind::Accident, "distinct", Weighing::Either),
    (Kind::Meeting, "task.standing", Weighing::Either),
    (Kind::Enforcement, "task.standing", Weighing::Either),
    (Kind::Upward, "reply.task.standing", Weighing::Either),
    (Kind::Accident, "grade", Weighing::Grade),
    (Kind::Accident, "deaths", Weighing::Grade),
    (Kind::Accident, "injured", Weighing::Grade),
    (Kind::Notice, "trigger", Weighing::Set),
    (Kind::Notice, "to", Weighing::WentOut),
    (Kind::Notice, "copies", Weighing::WentOut),
    (Kind::Notice, "about", Weighing::WentOut),
    (Kind::Notice, "body", Weighing::WentOut),
    (Kind::Notice, "measures", Weighing::WentOut),
    (Kind::Notice, "suggestions", Weighing::WentOut),
    (Kind::Enforcement, "circular.to", Weighing::WentOut),
    (Kind::Enforcement, "circular.scope", Weighing::WentOut),
    (Kind::Enforcement, "task", Weighing::Item),
    (Kind::Meeting, "task", Weighing::Item),
    (Kind::Meeting, "attendance", Weighing::Line),
    (Kind::Meeting, "invited", Weighing::Line),
    (Kind::Meeting, "unresolved", Weighing::Item),
    (Kind::Upward, "reply.task", Weighing::Item),
    (Kind::Response, "kind", Weighing::Light(&["done", "measures-taken", "accepted", "cosigned", "answer", "taken-over"])),
];

/// Every key of a kind that a named one covers, or is, and how it weighs.
pub(super) fn weighed(kind: Kind, named: &KeyPath) -> Vec<(KeyPath, Weighing)> {
    let mut found = Vec::new();
    walk(kind, kind.fields(), &KeyPath::default(), named, &mut found);
    found
}

fn walk(kind: Kind, fields: &'static [Field], above: &KeyPath, named: &KeyPath, found: &mut Vec<(KeyPath, Weighing)>) {
    for field in fields.iter().filter(|field| field.bearing == Bearing::Judged) {
        let at = above.key(field.key);
        // It lies on the way to what is named, or below it.
        if !(at.covers(named) || named.covers(&at)) {
            continue;
        }
        let special =
            SPECIAL.iter().find(|(of, key, _)| *of == kind && at == KeyPath::from(*key)).map(|(.., weighing)| *weighing);
        let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
        match (special, shape) {
            // What went out is one thing, whatever of it is named.
            (Some(Weighing::WentOut), _) => found.push((at, Weighing::WentOut)),
            (special, Shape::Table(below)) => {
                if let Some(special) = special.filter(|_| named.covers(&at)) {
                    found.push((at.clone(), special));
                }
                walk(kind, below, &at, named, found);
            }
            (special, shape) if named.covers(&at) => found.push((at, special.unwrap_or_else(|| by_shape(field, shape)))),
            _ => {}
        }
    }
}

fn by_shape(field: &Field, shape: &Shape) -> Weighing {
    match shape {
        Shape::Day | Shape::Moment if field.lies == Lies::Ahead => Weighing::Term,
        Shape::Day | Shape::Moment => Weighing::Done,
        Shape::Flag => Weighing::Set,
        _ => Weighing::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days, words and references by which nothing is judged. Texts, numbers of papers and of items may be idle as they like.
    const IDLE: &[(Kind, &str)] = &[
        (Kind::Lead, "channel"),
        (Kind::Accident, "rescue.until"),
        (Kind::Accident, "criminal.on"),
        (Kind::Accident, "concluded.on"),
        (Kind::Notice, "urgency"),
        (Kind::Notice, "printing.on"),
        (Kind::Notice, "preliminary.way"),
        (Kind::Notice, "delivery.way"),
        (Kind::Directive, "proposal.on"),
        (Kind::Directive, "proposal.lead"),
        (Kind::Directive, "proposal.with"),
        (Kind::Directive, "proposal.due"),
        (Kind::Directive, "carried.on"),
        (Kind::Directive, "carried.by"),
        (Kind::Directive, "kind"),
        (Kind::Directive, "dated"),
        (Kind::Directive, "received"),
        (Kind::Agenda, "submitted"),
        (Kind::Meeting, "planned"),
        (Kind::Meeting, "begins"),
        (Kind::Meeting, "cancelled.on"),
        (Kind::Meeting, "notice.reply_by"),
        (Kind::Meeting, "invited.on"),
        (Kind::Meeting, "minutes.printing.on"),
        (Kind::Enforcement, "plan.issued"),
        (Kind::Enforcement, "plan.printing.on"),
        (Kind::Enforcement, "cancelled.on"),
        (Kind::Enforcement, "groups.mines"),
        (Kind::Enforcement, "groups.days"),
        (Kind::Enforcement, "circular.printing.on"),
        (Kind::Upward, "urgency"),
        (Kind::Upward, "printing.on"),
    ];

    fn idle(fields: &'static [Field], above: &KeyPath, is_idle: bool, found: &mut Vec<String>) {
        // What was amended, and why, is every kind's.
        for field in fields.iter().filter(|field| !["amended", "attachments"].contains(&field.key)) {
            let (at, is_idle) = (above.key(field.key), is_idle || field.bearing == Bearing::Read);
            let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
            match shape {
                Shape::Table(below) => idle(below, &at, is_idle, found),
                Shape::Line | Shape::Prose | Shape::Count | Shape::Pattern(crate::model::Pattern::Paper) => {}
                _ if is_idle => found.push(at.to_string()),
                _ => {}
            }
        }
    }

    /// A key that is new bears on a judgement unless it says otherwise, and a day, a word, a unit or a reference that does is named here.
    #[test]
    fn what_is_idle_is_so_on_purpose() {
        let mut unexplained = Vec::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_happening()) {
            let mut found = Vec::new();
            idle(kind.fields(), &KeyPath::default(), false, &mut found);
            found.retain(|at| !IDLE.iter().any(|(of, key)| *of == kind && key == at));
            unexplained.extend(found.iter().map(|at| format!("(Kind::{kind:?}, {at:?}),")));
        }
        assert!(unexplained.is_empty(), "{unexplained:#?}");
        for (kind, at) in IDLE.iter().copied().chain(SPECIAL.iter().map(|(kind, at, _)| (*kind, *at))) {
            assert!(KeyPath::from(at).field(kind.fields()).is_some(), "{kind:?} {at}");
        }
    }

    #[test]
    fn every_key_weighs_by_its_shape_or_as_it_says() {
        let of = |kind, key: &str| {
            weighed(kind, &KeyPath::from(key).without_items()).into_iter().map(|(_, weighing)| weighing).collect::<Vec<_>>()
        };
        assert_eq!(of(Kind::Lead, "assigned_to"), [Weighing::Either]);
        assert_eq!(of(Kind::Enforcement, "problem[0].supervising_unit"), [Weighing::Either]);
        assert_eq!(of(Kind::Enforcement, "to"), [Weighing::Done]);
        assert_eq!(of(Kind::Meeting, "held"), [Weighing::Done]);
        assert_eq!(of(Kind::Meeting, "attendance[2].how"), [Weighing::Either]);
        assert_eq!(of(Kind::Hazard, "rectification.due"), [Weighing::Term]);
        assert_eq!(of(Kind::Hazard, "major"), [Weighing::Set]);
        assert_eq!(of(Kind::Notice, "to[0].who"), [Weighing::WentOut]);
        assert_eq!(of(Kind::Notice, "title"), []);
    }
}
