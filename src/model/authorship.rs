//! Whose notice may call back or mend another: only whoever issued it (四（五）: 信息提供单位), its successor, or the office where it
//! transcribes their paper.

use super::kinds::Notice;
use super::{CommonFields, Day, Filed, Happening, Ledger, UnitId};

/// Why a paper cannot call back or mend a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorFault {
    /// It is another unit's.
    Another,
    /// It was entered on behalf of the unit, and no paper of theirs is named.
    PaperUnnamed,
}

impl Ledger {
    /// The first paper that lawfully withdrew this notice, if any: it counts for nothing then. Not a draft, nor a paper that is older
    /// than what it withdraws.
    #[must_use]
    pub fn withdrawn_by(&self, notice: &Filed<Notice>) -> Option<&Filed<Notice>> {
        let counts = |paper: &&Filed<Notice>| {
            let follows = paper.record.issued.is_some() && notice.record.issued <= paper.record.issued;
            follows && self.author_fault(paper, notice).is_none()
        };
        self.withdrawals_of(notice).filter(counts).min_by_key(|paper| paper.record.issued)
    }

    /// Why a paper that withdraws or corrects a notice has no effect on it, by who filed it.
    #[must_use]
    pub fn author_fault(&self, paper: &Filed<Notice>, notice: &Filed<Notice>) -> Option<AuthorFault> {
        let on = paper.record.on().unwrap_or(Day::last_of(paper.path.year));
        let is_author = self.mechanism.stands_for(&paper.path.unit, &notice.path.unit, on);
        if !is_author && !self.is_revoked_from_above(paper) {
            return Some(AuthorFault::Another);
        }
        match paper.record.entered_by() {
            Some(by) if !self.is_proxy(by) => Some(AuthorFault::Another),
            Some(_) if !names_paper(&*paper.record, paper.record.doc_number.is_some()) => Some(AuthorFault::PaperUnnamed),
            _ => None,
        }
    }

    /// Whether the office transcribes the paper by which a superior revoked a notice (撤销): no superior has a folder of its own.
    fn is_revoked_from_above(&self, paper: &Filed<Notice>) -> bool {
        let by_office = self.is_proxy(&paper.path.unit) && paper.record.entered_by().is_some_and(|by| self.is_proxy(by));
        by_office
            && paper.record.withdraws.is_some()
            && paper.record.source.as_ref().is_some_and(|source| holds_number(source.as_str()))
    }

    /// Only the office enters for others.
    fn is_proxy(&self, unit: &UnitId) -> bool {
        unit == self.mechanism.office()
    }
}

/// Whether a record was entered on behalf of its unit without naming the paper that it transcribes, by a number of the record's own or in
/// its `source`: a word on the telephone reviews nothing and orders nothing.
#[must_use]
pub fn lacks_paper(record: &dyn Happening, has_number: bool) -> bool {
    record.entered_by().is_some() && !names_paper(record, has_number)
}

fn names_paper(record: &dyn Happening, has_number: bool) -> bool {
    has_number || record.source().is_some_and(|source| holds_number(source.as_str()))
}

/// Whether words hold the number of a paper: 林业函〔2025〕3号, 第3号.
fn holds_number(words: &str) -> bool {
    words.match_indices('号').any(|(at, _)| words[..at].ends_with(|before: char| before.is_ascii_digit()))
}
