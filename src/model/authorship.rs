//! Whose word has effect. A notice is called back or mended by whoever issued it (四（五）: 信息提供单位), its successor, or the office where it
//! transcribes their paper; a mine is closed by those above as well, whoever files the order.

use super::kinds::{Body, BodyKind, Notice, Order, OrderKind, UpwardKind};
use super::{CommonFields, Day, Filed, FiledPath, Happening, Ledger, Line, UnitId, plain_name};

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
            Some(_) if !self.names_paper(&paper.path, &*paper.record, paper.record.doc_number.is_some()) => {
                Some(AuthorFault::PaperUnnamed)
            }
            _ => None,
        }
    }

    /// Whether the office transcribes the paper by which a superior revoked a notice (撤销): no superior has a folder of its own.
    fn is_revoked_from_above(&self, paper: &Filed<Notice>) -> bool {
        paper.record.withdraws.is_some() && self.is_transcribed(&paper.path, &*paper.record)
    }

    /// Whether an order to close a mine carries out what a government or superior decided (一（四）2: 当地政府决定取缔或关闭): the office
    /// transcribes their paper, the order hands it on by its number, or by then they had replied to a request about the very hazard for which
    /// it is closed.
    #[must_use]
    pub fn is_closed_from_above(&self, order: &Filed<Order>) -> bool {
        if order.record.kind != OrderKind::Close {
            return false;
        }
        // Of a mine a request may ask for anything.
        let ground = order.record.hazard.iter().filter(|ground| ground.filed().is_some());
        let decided = ground.flat_map(|ground| self.papers_about(ground)).any(|paper| {
            let to = self.mechanism.body(&paper.record.to);
            let replied = paper.record.reply.as_ref().is_some_and(|reply| reply.on <= order.record.at.day());
            to.is_some_and(is_above) && replied && paper.record.kind == UpwardKind::Request
        });
        decided || self.is_transcribed(&order.path, &*order.record) || self.hands_on(&order.record)
    }

    /// Whether an order names the numbered paper of a government or superior as its own, or as what it was entered from: a department hands on
    /// what they decided. Theirs it is by their name, or by the sign of a people's government (云城府〔2025〕8号).
    fn hands_on(&self, order: &Order) -> bool {
        const GOVERNMENT: [&str; 5] = ["府", "政发", "政函", "政办", "政字"];
        let above = || self.mechanism.bodies.iter().filter(|body| is_above(body));
        let names: Vec<String> = above().flat_map(Body::names).map(plain_name).collect();
        let is_theirs = |paper: &str| {
            let plain = plain_name(paper);
            let sign = plain.split_once(['〔', '[']).map_or("", |(sign, _)| sign);
            // A town closes no mine.
            let is_government = !sign.contains(['镇', '乡', '街']) && GOVERNMENT.iter().any(|one| sign.contains(one));
            names_number(paper) && (is_government || names.iter().any(|name| plain.contains(name)))
        };
        order.number.iter().chain(&order.source).any(|paper| is_theirs(paper.as_str()))
    }

    /// Whether the office transcribes a paper of those above, who have no folder: it entered the record in its own, and names their paper.
    #[must_use]
    pub fn is_transcribed(&self, path: &FiledPath, record: &dyn Happening) -> bool {
        let by_office = self.is_proxy(&path.unit) && record.entered_by().is_some_and(|by| self.is_proxy(by));
        by_office && record.source().is_some_and(|source| names_number(source.as_str()))
    }

    /// Who entered a record for its unit and may not: neither the office nor whoever took over from the unit.
    #[must_use]
    pub fn entered_by_outsider<'a>(&self, path: &FiledPath, record: &'a dyn Happening) -> Option<&'a UnitId> {
        let on = record.on().unwrap_or(Day::last_of(path.year));
        record.entered_by().filter(|by| !self.is_proxy(by) && !self.mechanism.stands_for(by, &path.unit, on))
    }

    /// Whether a record tells what its unit did itself: it filed it, or the office transcribed a paper of theirs whose number is named,
    /// by a number of the record's own or in its `source`.
    #[must_use]
    pub fn is_word_of_unit(&self, path: &FiledPath, record: &dyn Happening, has_number: bool) -> bool {
        !self.lacks_paper(path, record, has_number) && self.entered_by_outsider(path, record).is_none()
    }

    /// Whether a record was entered on behalf of its unit without naming the paper of theirs that it transcribes, by a number of the record's own or
    /// in its `source`: a word on the telephone reviews nothing and orders nothing, nor does the paper of another unit.
    #[must_use]
    pub fn lacks_paper(&self, path: &FiledPath, record: &dyn Happening, has_number: bool) -> bool {
        record.entered_by().is_some() && !self.names_paper(path, record, has_number)
    }

    fn names_paper(&self, path: &FiledPath, record: &dyn Happening, has_number: bool) -> bool {
        let names = |source: &Line| names_number(source.as_str()) && self.mechanism.source_of_another(path, record).is_none();
        has_number || record.source().is_some_and(names)
    }

    /// Only the office enters for others.
    fn is_proxy(&self, unit: &UnitId) -> bool {
        unit == self.mechanism.office()
    }
}

fn is_above(body: &Body) -> bool {
    matches!(body.kind, BodyKind::Government | BodyKind::Superior)
}

/// Whether words hold the number of a paper: 林业函〔2025〕3号, 第3号.
#[must_use]
pub fn names_number(words: &str) -> bool {
    words.match_indices('号').any(|(at, sign)| {
        let digits = words[..at].trim_end_matches(|before: char| before.is_ascii_digit());
        // 11月3号 is a day, and 3号楼 a house.
        digits.len() < at && !digits.ends_with('月') && !words[at + sign.len()..].starts_with('楼')
    })
}
