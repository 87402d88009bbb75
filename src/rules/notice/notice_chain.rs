//! Which notices count, and which papers belong together: a notice is frozen once issued, so that what it lacks can only
//! come by a correcting one. The two then form one chain.

use crate::model::{Day, Filed, Notice, Reference};
use crate::rules::Context;

/// The day on which a notice went out, unless it has been withdrawn; what lies after today has not happened.
pub(in crate::rules) fn stands(notice: &Filed<Notice>, context: &Context<'_>) -> Option<Day> {
    let issued = notice.record.issued.filter(|issued| *issued <= context.today)?;
    (!is_withdrawn(notice, context)).then_some(issued)
}

/// Whether a paper that has gone out withdrew a notice; the draft of a withdrawal does not.
pub(in crate::rules) fn is_withdrawn(notice: &Filed<Notice>, context: &Context<'_>) -> bool {
    let withdrawal = context.ledger.withdrawn_by(notice).and_then(|paper| paper.record.issued);
    withdrawal.is_some_and(|issued| issued <= context.today)
}

/// A notice with what corrected it since.
pub(super) struct NoticeChain<'a> {
    papers: Vec<&'a Filed<Notice>>,
}

impl<'a> NoticeChain<'a> {
    /// The chain that a notice began; none for a draft, for what was withdrawn, for a withdrawal, and for a correction,
    /// which belongs to what it corrects.
    pub(super) fn begun_by(notice: &'a Filed<Notice>, context: &Context<'a>) -> Option<Self> {
        stands(notice, context)?;
        let corrected = notice.record.corrects.as_ref().and_then(|corrected| context.ledger.notice(corrected));
        let belongs = corrected.is_some_and(|first| stands(first, context).is_some() && came_after(notice, first));
        if belongs || notice.record.withdraws.is_some() {
            return None;
        }
        let mut papers = vec![notice];
        let mut next = 0;
        while let Some(paper) = papers.get(next).copied() {
            let later = context.ledger.corrections_of(paper);
            papers.extend(later.filter(|later| stands(later, context).is_some() && came_after(later, paper)));
            next += 1;
        }
        Some(Self { papers })
    }

    /// Its papers, the first first.
    pub(super) fn papers(&self) -> impl Iterator<Item = &'a Filed<Notice>> {
        self.papers.iter().copied()
    }

    /// Whether one of its papers is so.
    pub(super) fn any(&self, is_so: impl Fn(&Notice) -> bool) -> bool {
        self.papers.iter().any(|paper| is_so(&paper.record))
    }

    /// Whether it speaks of a major hazard: by its content, or by what it is about. A report that there is nothing to tell
    /// does not.
    pub(super) fn speaks_of_major_hazard(&self, context: &Context<'_>) -> bool {
        let by_content = |notice: &Notice| {
            let contents = notice.issued.map(|issued| &context.ledger.mechanism.edition(issued).hazard_contents);
            contents.is_some_and(|contents| contents.contains(&notice.content))
        };
        !self.any(|notice| notice.none_for.is_some())
            && self.any(|notice| by_content(notice) || notice.about.iter().any(|about| is_major_hazard(about, context)))
    }
}

/// One correction follows another by its day and number; without an order, two that correct each other would hide both.
fn came_after(later: &Filed<Notice>, earlier: &Filed<Notice>) -> bool {
    (later.record.issued, &later.path) > (earlier.record.issued, &earlier.path)
}

/// Whether something is a major hazard, an order about one, or a problem of a joint enforcement that is one.
fn is_major_hazard(about: &Reference, context: &Context<'_>) -> bool {
    let ledger = context.ledger;
    let major = |about: &Reference| ledger.hazard(about).is_some_and(|hazard| hazard.record.major);
    let ordered = || ledger.order(about).and_then(|order| order.record.hazard.as_ref()).is_some_and(major);
    let found = || {
        let enforcement = ledger.enforcement(about);
        enforcement.is_some_and(|found| found.record.problem.iter().any(|p| p.major && Some(p.no) == about.part))
    };
    major(about) || ordered() || found()
}
