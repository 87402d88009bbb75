//! Which notices count, and which papers belong together: a notice is frozen once issued, so that what it lacks can only
//! come by a correcting one of the same provider. The two then form one chain.

use std::collections::HashSet;

use super::circle::{Circle, circle_of};
use super::gravity::{is_grave, says_stopped};
use crate::model::{Day, Filed, FiledPath, Notice, Reference, SettingId, limits};
use crate::rules::Context;
use crate::rules::due::{Due, Timing};

/// The day on which a notice went out, unless it has been withdrawn; what lies after today has not happened.
pub(in crate::rules) fn stands(notice: &Filed<Notice>, context: &Context<'_>) -> Option<Day> {
    let issued = notice.record.issued.filter(|issued| *issued <= context.today)?;
    (!is_withdrawn(notice, context)).then_some(issued)
}

/// Whether a paper that has gone out withdrew a notice; the draft of a withdrawal does not, nor does another unit's.
#[must_use]
pub fn is_withdrawn(notice: &Filed<Notice>, context: &Context<'_>) -> bool {
    withdrawn_on(notice, context).is_some()
}

/// When it was.
pub(super) fn withdrawn_on(notice: &Filed<Notice>, context: &Context<'_>) -> Option<Day> {
    let withdrawal = context.ledger.withdrawn_by(notice).and_then(|paper| paper.record.issued);
    withdrawal.filter(|issued| *issued <= context.today)
}

/// The notices that tell of a matter, withdrawn ones and drafts included: those about it, and the corrections of these that name no matter of
/// their own, while what they correct stands. One about a mine, of which it may say anything, tells of no matter.
pub(in crate::rules) fn telling_of<'a>(matter: &Reference, context: &Context<'a>) -> Vec<&'a Filed<Notice>> {
    if matter.filed().is_none() {
        return Vec::new();
    }
    let about = context.ledger.notices_about(matter).collect();
    with_corrections(about, context, |later, paper| {
        let follows = stands(paper, context).is_some_and(|on| later.record.issued.is_none_or(|issued| on <= issued));
        later.record.about.is_empty() && follows && author_allows(later, paper, context)
    })
}

/// Some notices with what corrects them, what corrects that and so on. Of papers that correct each other each is taken once.
fn with_corrections<'a>(
    first: Vec<&'a Filed<Notice>>,
    context: &Context<'a>,
    is_one: impl Fn(&Filed<Notice>, &Filed<Notice>) -> bool,
) -> Vec<&'a Filed<Notice>> {
    let mut known: HashSet<&FiledPath> = first.iter().map(|paper| &paper.path).collect();
    let (mut papers, mut from) = (first, 0);
    for _ in 0..limits::CORRECTED {
        let mut later = Vec::new();
        for paper in &papers[from..] {
            let ones = context.ledger.corrections_of(paper).filter(|later| is_one(later, paper));
            later.extend(ones.filter(|later| known.insert(&later.path)));
        }
        if later.is_empty() {
            break;
        }
        from = papers.len();
        papers.append(&mut later);
    }
    papers
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
        if notice.record.withdraws.is_some() || first_of(notice, context).path != notice.path {
            return None;
        }
        let papers = with_corrections(vec![notice], context, |later, paper| corrects(later, paper, context));
        Some(Self { papers })
    }

    /// Its papers, the first first.
    pub(super) fn papers(&self) -> impl Iterator<Item = &'a Filed<Notice>> {
        self.papers.iter().copied()
    }

    /// When something was first said in it to somebody who is to be told, after the term for a notice where that had run out. The clause has
    /// it said with the notice (通报时): a correction in time is part of it, a later one makes good what was late.
    pub(super) fn said(&self, says: impl Fn(&Notice) -> bool, context: &Context<'_>) -> Option<Timing> {
        // A correction that reaches nobody who was told says nothing to them.
        let reaches = |paper: &Filed<Notice>| {
            let issued = paper.record.issued.unwrap_or(context.today);
            paper.record.corrects.is_none()
                || paper.record.told().next().is_none()
                || circle_of(paper, issued, context) != Circle::Nobody
        };
        let first = self.papers.first()?.record.issued?;
        let telling = self.papers().filter(|paper| says(&paper.record) && reaches(paper));
        let said = telling.filter_map(|paper| paper.record.issued).min()?;
        Some(Due::after(SettingId::NoticeTerm, first, context).timing(Some(said), context))
    }

    /// Whether one of its papers is so.
    pub(super) fn any(&self, is_so: impl Fn(&Notice) -> bool) -> bool {
        self.papers.iter().any(|paper| is_so(&paper.record))
    }

    /// Whether it speaks of something grave: by its content, by the urgent matter that it names, or by what it is about. A report that
    /// there is nothing to tell does not.
    pub(super) fn speaks_of_grave_matter(&self, context: &Context<'_>) -> bool {
        let by_content = |notice: &Notice| {
            let contents = notice.issued.map(|issued| &context.ledger.mechanism.edition(issued).hazard_contents);
            contents.is_some_and(|contents| contents.contains(&notice.content.0))
        };
        let is_about = |notice: &Notice| notice.about.iter().any(|about| is_grave(about, context));
        !self.any(|notice| notice.none_for.is_some())
            && self.any(|notice| by_content(notice) || says_stopped(notice) || is_about(notice))
    }
}

/// The notice from which a correction leads back to nothing older, or as far as one is followed. Papers that correct each other lead nowhere:
/// of these the first by path began.
fn first_of<'a>(notice: &'a Filed<Notice>, context: &Context<'a>) -> &'a Filed<Notice> {
    let mut way = vec![notice];
    let mut at = notice;
    while let Some(earlier) = corrected(at, context) {
        if let Some(again) = way.iter().position(|paper| paper.path == earlier.path) {
            return way[again..].iter().min_by_key(|paper| &paper.path).copied().unwrap_or(notice);
        }
        if way.len() > limits::CORRECTED {
            break;
        }
        way.push(earlier);
        at = earlier;
    }
    at
}

/// The notice that a paper corrects.
pub(super) fn corrected<'a>(paper: &Filed<Notice>, context: &Context<'a>) -> Option<&'a Filed<Notice>> {
    let earlier = paper.record.corrects.as_ref().and_then(|earlier| context.ledger.notice(earlier))?;
    corrects(paper, earlier, context).then_some(earlier)
}

/// Whether a paper corrects a notice with effect: both stand, it is no older, and it is the provider's own.
fn corrects(paper: &Filed<Notice>, earlier: &Filed<Notice>, context: &Context<'_>) -> bool {
    let (issued, first) = (stands(paper, context), stands(earlier, context));
    first.is_some() && first <= issued && author_allows(paper, earlier, context)
}

/// Whether a paper is one that corrects, of somebody who may.
fn author_allows(paper: &Filed<Notice>, earlier: &Filed<Notice>, context: &Context<'_>) -> bool {
    paper.record.withdraws.is_none() && context.ledger.author_fault(paper, earlier).is_none()
}
