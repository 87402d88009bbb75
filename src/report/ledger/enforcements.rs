//! 联合执法: a row for every problem, and one for every visit that stands beside none, under what is so of the whole enforcement.

use super::layout::{Items, RowLayout, TakenBack};
use super::sheet::{Holds, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Basis, Circular, Enforcement, Filed, FoundProblem, Happening as _, Kind, Launch, MineId, Visit};

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "enforcements", zh: "联合执法", en: "Joint enforcement" },
    aliases: &["enforcement", "执法"],
    is_public: true,
    taken_back: Some(TakenBack {
        // Visits and problems are rows; the mine of a problem is the one that was visited.
        layout: RowLayout::RowPerItem(&[
            Items { list: "visits", found_by: &["mine", "on"], borrowed: &[] },
            Items { list: "problem", found_by: &["no"], borrowed: &[("mine", "visits.mine")] },
        ]),
        ..TakenBack::row_per_record(Kind::Enforcement)
    }),
    printed: &[
        "title",
        "from",
        "to",
        "member_units",
        "visits.mine",
        "visits.on",
        "problem.no",
        "problem.text",
        "problem.major",
        "problem.onsite.measure",
        "problem.supervising_unit",
        "problem.due",
        "circular.doc_number",
    ],
    columns,
    rows,
};

/// An enforcement, and what of it a row shows.
#[derive(Clone, Copy)]
struct EnforcementRow<'a> {
    action: &'a Filed<Enforcement>,
    visit: Option<&'a Visit>,
    problem: Option<&'a FoundProblem>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().enforcements.iter().filter(move |action| view.wants(&action.path, action.record.on()));
        wanted.flat_map(move |action| {
            let rows = parts(action).into_iter().map(move |part| {
                let reference = part.problem.map_or_else(|| action.reference(), |problem| action.part(problem.no));
                (reference, cells(part, &view))
            });
            view.rows(&*action.record, rows)
        })
    })
}

fn parts(action: &Filed<Enforcement>) -> Vec<EnforcementRow<'_>> {
    let record = &action.record;
    let visit_to = |mine: &MineId| record.visits.iter().filter(|visit| visit.mine == *mine).min_by_key(|visit| visit.on);
    let problems =
        record.problem.iter().map(|problem| EnforcementRow { action, visit: visit_to(&problem.mine), problem: Some(problem) });
    // Beside a problem stands the first visit to its mine; every other has a row of its own.
    let is_beside = |visit: &Visit| {
        let has_problem = record.problem.iter().any(|problem| problem.mine == visit.mine);
        has_problem && visit_to(&visit.mine).is_some_and(|first| std::ptr::eq(first, visit))
    };
    let visits = record.visits.iter().filter(|visit| !is_beside(visit)).map(|visit| EnforcementRow { action, visit: Some(visit), problem: None });
    let parts: Vec<EnforcementRow<'_>> = problems.chain(visits).collect();
    if parts.is_empty() { vec![EnforcementRow { action, visit: None, problem: None }] } else { parts }
}

impl<'a> EnforcementRow<'a> {
    fn basis(self) -> Option<&'a Basis> {
        self.action.record.basis.as_ref()
    }

    fn plan(self) -> Option<&'a Launch> {
        self.action.record.plan.as_ref()
    }

    fn circular(self) -> Option<&'a Circular> {
        self.action.record.circular.as_deref()
    }

    fn mine(self) -> Option<&'a MineId> {
        self.problem.map(|problem| &problem.mine).or(self.visit.map(|visit| &visit.mine))
    }

    /// The hazards as which the problem was taken over.
    fn taken_over(self, view: &LedgerView<'a>) -> super::Cell<'a> {
        let Some(problem) = self.problem else { return super::Cell::Empty };
        let hazards: Vec<_> = view.ledger().hazards_from(&self.action.part(problem.no)).map(Filed::reference).collect();
        view.records(&hazards)
    }
}

table! { Kind::Enforcement, 'a, |part: EnforcementRow<'a>, view| {
    "title" => part.action.record.title.as_ref();
    "lead" => view.unit_name(&part.action.record.lead);
    "from" => part.action.record.from;
    "to" => part.action.record.to;
    "member_units" => view.units(&part.action.record.member_units);
    "guests" => view.parties(&part.action.record.guests);
    "basis.kind" => part.basis().map(|basis| basis.kind.word());
    "basis.text" => part.basis().map(|basis| &basis.text);
    "plan.issued" => part.plan().map(|plan| plan.issued);
    "plan.doc_number" => part.plan().and_then(|plan| plan.doc_number.as_ref());
    "leader.unit" => part.action.record.leader.as_ref().map(|leader| view.unit_name(&leader.unit));
    "leader.name" => part.action.record.leader.as_ref().map(|leader| &leader.name);
    "visits.mine" => part.mine().map(|mine| view.mine(mine));
    "visits.on" => part.visit.map(|visit| visit.on);
    "visits.group" => part.visit.and_then(|visit| visit.group);
    "problem.no" => part.problem.map(|problem| problem.no);
    "problem.text" => part.problem.map(|problem| &problem.text);
    "problem.major" => part.problem.map(|problem| problem.major);
    "problem.onsite.measure" => part.problem.and_then(|problem| problem.onsite.as_ref()).map(|onsite| &onsite.measure);
    "problem.onsite.on" => part.problem.and_then(|problem| problem.onsite.as_ref()).map(|onsite| onsite.on);
    "problem.supervising_unit" => {
        part.problem.and_then(|problem| problem.supervising_unit.as_ref()).map(|unit| view.unit_name(unit))
    };
    "problem.due" => part.problem.and_then(|problem| problem.due);
    ("承接隐患", "taken over as", Holds::Line) => part.taken_over(view);
    "summary.received" => part.action.record.summary.as_ref().and_then(|summary| summary.received);
    "circular.doc_number" => part.circular().and_then(|circular| circular.doc_number.as_ref());
    "circular.issued" => part.circular().map(|circular| circular.issued);
    "circular.scope" => part.circular().and_then(|circular| circular.scope.as_ref());
    "cancelled.on" => part.action.record.cancelled.as_ref().map(|cancelled| cancelled.on);
    "cancelled.reason" => part.action.record.cancelled.as_ref().map(|cancelled| &cancelled.reason);
    "system" => view.system(part.action.record.system.as_ref());
    "because" => part.action.record.because.as_ref();
} }
