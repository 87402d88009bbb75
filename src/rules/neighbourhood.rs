//! What must be read so that rules say of some records what they would say of them in the whole register.
//!
//! How far that is follows from what the rules look up, kind by kind ([`LOOKS`]), and no farther: a few steps along what records
//! point at, but for notices, whose corrections go on without end. The mechanism is always read and is no part of it. Rules that look
//! farther than [`Reach::SameMine`](super::Reach) wait for the register.

use std::collections::BTreeSet;

use crate::model::{FactsIndex, Kind, RecordPath, Reference};

/// A step from records to others.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// To the happenings that they point at.
    Cited,
    /// To those of these kinds that point at them or at their parts.
    Citing(&'static [Kind]),
}

use Step::{Cited, Citing};

/// Where rules look from a record of each kind. That every record is looked at with what it points at (dangling references, systems of
/// meetings and enforcements) goes without saying.
const LOOKS: &[(Kind, &[&[Step]])] = &[
    // Notices that share it (P02).
    (Kind::Plan, &[&[Citing(&[Kind::Notice])]]),
    // Notices about it and what is the same, about the orders that answer these and about the accidents of which they told (N02).
    (Kind::Lead, &[&[Citing(&[Kind::Notice])], &[Citing(&[Kind::Order, Kind::Accident]), Citing(&[Kind::Notice])]]),
    // What is the same (A01 to A05), notices about these and about the leads that told of them (N19).
    (Kind::Accident, &[&[Citing(&[Kind::Notice])], &[Cited, Citing(&[Kind::Notice])]]),
    // Notices about it, and about its hazard and lead (N02, N05, S03), what was said of all of these (S01, S04), and papers upward about its
    // hazard (E08).
    (
        Kind::Order,
        &[
            &[Citing(&[Kind::Notice]), Citing(&[Kind::Response])],
            &[Cited, Citing(&[Kind::Notice, Kind::Order, Kind::Upward]), Citing(&[Kind::Response])],
            &[Citing(&[Kind::Response])],
            &[Cited, Citing(&[Kind::Response])],
        ],
    ),
    // Notices about it, and what was said of it and of these (B04).
    (Kind::Facility, &[&[Citing(&[Kind::Notice, Kind::Response]), Citing(&[Kind::Response])]]),
    // Orders on it (H01, H04 to H08, N05) and on the problem that it came from, responses (H05), notices about it, about those and about
    // what it came from (N05); what seems to be the same hazard (H10).
    (
        Kind::Hazard,
        &[
            &[Citing(&[Kind::Notice, Kind::Response, Kind::Hazard])],
            &[Cited, Citing(&[Kind::Hazard]), Citing(&[Kind::Order, Kind::Notice])],
            &[Cited, Citing(&[Kind::Notice])],
            &[Citing(&[Kind::Order]), Citing(&[Kind::Notice])],
            &[Cited, Citing(&[Kind::Order]), Citing(&[Kind::Notice])],
        ],
    ),
    // What the orders, hazards and problems that it is about were answered with and came from (N07, N08, N17), other notices about the
    // same (N06), papers upward about it (N16).
    (
        Kind::Notice,
        &[
            &[Cited, Cited, Cited, Citing(&[Kind::Order])],
            &[Cited, Cited, Citing(&[Kind::Order, Kind::Hazard, Kind::Lead])],
            &[Cited, Citing(&[Kind::Notice, Kind::Order, Kind::Hazard, Kind::Lead])],
            &[Citing(&[Kind::Upward]), Citing(&[Kind::Response])],
            &[Citing(&[Kind::Response])],
        ],
    ),
    // The enforcement that carries it out looks at it; it looks at nothing.
    (Kind::Directive, &[]),
    // Meetings that list it (M07).
    (Kind::Agenda, &[&[Citing(&[Kind::Meeting])]]),
    // Its items, those that name it, and what these are about (M05); papers upward and responses (M10, T01 to T03).
    (
        Kind::Meeting,
        &[
            &[Cited, Cited],
            &[Citing(&[Kind::Agenda]), Cited],
            &[Citing(&[Kind::Upward, Kind::Response]), Citing(&[Kind::Response])],
            &[Cited, Citing(&[Kind::Response])],
        ],
    ),
    // Hazards from its problems (H02, H03) and orders on them and on itself (H01), notices about it and those (N05), papers upward (E15)
    // and responses (H03, T01 to T03).
    (
        Kind::Enforcement,
        &[
            &[Citing(&[Kind::Hazard]), Citing(&[Kind::Order])],
            &[Citing(&[Kind::Order]), Citing(&[Kind::Notice])],
            &[Citing(&[Kind::Hazard]), Cited],
            &[Citing(&[Kind::Notice, Kind::Upward, Kind::Response]), Citing(&[Kind::Response])],
        ],
    ),
    // Answers (T04).
    (Kind::Response, &[&[Citing(&[Kind::Response])]]),
    // Responses to the tasks of its reply (T01 to T03), meetings whose questions name it (M11 to M13).
    (Kind::Upward, &[&[Citing(&[Kind::Response, Kind::Meeting])]]),
    (Kind::Waiver, &[]),
];

/// Kinds that are judged by what stopped or closed their mine (F14, B01 to B03, B05, H04 to H10, H13).
const AT_MINES: &[Kind] = &[Kind::Order, Kind::Hazard, Kind::Enforcement, Kind::Facility, Kind::Licences];

/// The happenings, the changed ones included, that judge the changed ones as the whole register would: every rule of a reach up to
/// [`Reach::SameMine`](super::Reach) finds of them, among these and the mechanism, what it finds among all.
///
/// The index is that of the register with the changes in it. What the changed records have no facts of (a file that is gone or cannot be
/// read) leads nowhere; what cannot be read is always among them, for nobody knows what it is about.
#[must_use]
pub fn neighbourhood(index: &FactsIndex, changed: &[RecordPath]) -> BTreeSet<RecordPath> {
    let changed: BTreeSet<RecordPath> = changed.iter().filter(|path| index.has(path)).cloned().collect();
    let mut near = changed.clone();
    for (kind, looks) in LOOKS {
        let mut from: BTreeSet<RecordPath> = changed.iter().filter(|path| path.kind() == *kind).cloned().collect();
        match kind {
            Kind::Notice | Kind::Accident | Kind::Lead => from = with_alike(index, from, *kind),
            Kind::Hazard => from = with_origins(index, from),
            // What was done at an earlier stop holds at the next (S01).
            Kind::Order => from.extend(stopping_with(index, &changed)),
            _ => {}
        }
        near.extend(steps(index, from.clone(), &[Cited]));
        looks.iter().for_each(|look| near.extend(steps(index, from.clone(), look)));
        near.extend(from);
    }
    // What a hazard weighs depends on all that it was handed on from, whoever looks at it.
    let hazards: BTreeSet<RecordPath> = near.iter().filter(|path| path.kind() == Kind::Hazard).cloned().collect();
    near.extend(steps(index, with_origins(index, hazards), &[Cited]));
    // A notice that was withdrawn counts for nothing, and a correction belongs to what it corrects, whoever looks at it.
    near.extend(with_papers_about(index, notices_of(&near)));
    for path in &changed {
        beside(index, path, &mut near);
    }
    near.extend(at_mines(index, &changed));
    near.extend(on_licences(index, &changed));
    near.extend(index.unreadable().cloned());
    near.retain(|path| path.kind().is_happening() && index.has(path));
    near
}

/// Everything that is passed on the way.
fn steps(index: &FactsIndex, from: BTreeSet<RecordPath>, steps: &[Step]) -> BTreeSet<RecordPath> {
    let (mut passed, mut at) = (BTreeSet::new(), from);
    for step in steps {
        at = at.iter().flat_map(|path| one_step(index, path, *step)).collect();
        // What is told of a matter is told by the corrections of a notice about it as well.
        at.extend(with_papers_about(index, notices_of(&at)));
        passed.extend(at.iter().cloned());
    }
    passed
}

fn one_step(index: &FactsIndex, path: &RecordPath, step: Step) -> Vec<RecordPath> {
    let cited = || index.facts(path).into_iter().flat_map(|facts| &facts.cites);
    let filed = |reference: &&Reference| reference.filed().is_some();
    match step {
        Cited => cited().filter(filed).map(|reference| reference.record.clone()).collect(),
        Citing(kinds) => index.citing(path).into_keys().filter(|other| kinds.contains(&other.kind())).cloned().collect(),
    }
}

fn notices_of(paths: &BTreeSet<RecordPath>) -> BTreeSet<RecordPath> {
    paths.iter().filter(|path| path.kind() == Kind::Notice).cloned().collect()
}

/// Notices with all that correct or withdraw them, with what they correct or withdraw, and so on: the papers of one chain.
fn with_papers_about(index: &FactsIndex, notices: BTreeSet<RecordPath>) -> BTreeSet<RecordPath> {
    with_alike(index, notices, Kind::Notice)
}

/// Records of a kind with those of that kind that point at them, with those at which they point, and so on.
fn with_alike(index: &FactsIndex, records: BTreeSet<RecordPath>, kind: Kind) -> BTreeSet<RecordPath> {
    let mut all = records.clone();
    let mut last = records;
    while !last.is_empty() {
        let later = last.iter().flat_map(|path| index.citing(path).into_keys()).filter(|path| path.kind() == kind).cloned();
        let earlier = last.iter().flat_map(|path| one_step(index, path, Cited)).filter(|path| path.kind() == kind);
        last = later.chain(earlier).filter(|path| !all.contains(path)).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Hazards with those that they were handed on from, and those from which these were.
fn with_origins(index: &FactsIndex, hazards: BTreeSet<RecordPath>) -> BTreeSet<RecordPath> {
    let mut all = hazards.clone();
    let mut last = hazards;
    while !last.is_empty() {
        let next = steps(index, last, &[Cited]);
        last = next.into_iter().filter(|path| path.kind() == Kind::Hazard && !all.contains(path)).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Papers of the same number (F08), and the first record of its folder, at which a folder of an unknown unit is told (F02).
fn beside(index: &FactsIndex, path: &RecordPath, near: &mut BTreeSet<RecordPath>) {
    let numbers = index.facts(path).into_iter().flat_map(|facts| &facts.numbers);
    near.extend(numbers.flat_map(|number| index.numbered(number.as_str()).into_keys().cloned()));
    if let RecordPath::Filed(filed) = path {
        near.extend(index.first_beside(filed).cloned());
    }
}

/// The orders that stop or close the mines of changed orders.
fn stopping_with(index: &FactsIndex, changed: &BTreeSet<RecordPath>) -> Vec<RecordPath> {
    let orders = changed.iter().filter(|path| path.kind() == Kind::Order).filter_map(|path| index.facts(path));
    let mines: BTreeSet<_> = orders.flat_map(|facts| &facts.mines).collect();
    mines.into_iter().flat_map(|mine| index.stopping(mine).into_keys().cloned().collect::<Vec<_>>()).collect()
}

/// The orders that stop or close the mines of changed records, and the papers upward about them and what was said of them: a government may have
/// decided to close one.
fn at_mines(index: &FactsIndex, changed: &BTreeSet<RecordPath>) -> Vec<RecordPath> {
    let judged = changed.iter().filter(|path| AT_MINES.contains(&path.kind())).filter_map(|path| index.facts(path));
    let filed = changed.iter().filter_map(|path| match path {
        RecordPath::Licences(mine, _) => Some(mine),
        _ => None,
    });
    let mines: BTreeSet<_> = judged.flat_map(|facts| &facts.mines).chain(filed).collect();
    let is_told = |path: &&RecordPath| matches!(path.kind(), Kind::Upward | Kind::Response);
    let papers = mines.iter().flat_map(|mine| index.about_mine(mine).into_keys().filter(is_told).cloned().collect::<Vec<_>>());
    mines.iter().flat_map(|mine| index.stopping(mine).into_keys().cloned().collect::<Vec<_>>()).chain(papers).collect()
}

/// The orders that were served on the mines whose licences changed, and what these answer: a licence that ran out may have been dealt with (B05).
fn on_licences(index: &FactsIndex, changed: &BTreeSet<RecordPath>) -> BTreeSet<RecordPath> {
    let mines = changed.iter().filter_map(|path| match path {
        RecordPath::Licences(mine, _) => Some(mine),
        _ => None,
    });
    let orders = mines.flat_map(|mine| index.about_mine(mine).into_keys()).filter(|path| path.kind() == Kind::Order);
    let orders: BTreeSet<RecordPath> = orders.cloned().collect();
    let mut near = steps(index, orders.clone(), &[Cited]);
    near.extend(orders);
    near
}
