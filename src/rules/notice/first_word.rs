//! What was told of a matter, and when: by word of mouth or by a paper, in whichever notice. What tells nobody tells nothing.

use super::circle::{Circle, circle, circle_of};
use super::notice_chain::{NoticeChain, telling_of, withdrawn_on};
use crate::model::{Day, Filed, FiledPath, Moment, Notice, Reference, UnitId};
use crate::rules::Context;
use crate::text::Text;
use crate::tr;

/// Whose matter something is: these units, those that took over from them and the office tell others of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Tellers<'a>(Vec<&'a UnitId>);

impl<'a> Tellers<'a> {
    pub(super) fn add(&mut self, units: impl IntoIterator<Item = &'a UnitId>) {
        self.0.extend(units);
    }

    fn include(&self, unit: &UnitId, on: Day, context: &Context<'_>) -> bool {
        let mechanism = &context.ledger.mechanism;
        let stands_for = |other: &&UnitId| mechanism.stands_for(unit, other, on) || mechanism.stands_for(other, unit, on);
        unit == mechanism.office() || self.0.iter().any(stands_for)
    }
}

/// The first word on a matter and the first paper, as of today.
#[derive(Debug, Default)]
pub(super) struct FirstWord {
    /// When word was first given before a paper.
    pub(super) verbal: Option<Moment>,
    /// When the first paper went out.
    pub(super) paper: Option<Day>,
    /// A notice about it that is none of these, and why.
    passed_over: Option<(FiledPath, PassedOver)>,
    /// The notice that told of it and was withdrawn last.
    lapsed: Option<Lapsed>,
}

/// A notice that told of a matter until it was withdrawn: what was told in time was, and is lacking only from then on.
#[derive(Debug)]
struct Lapsed {
    path: FiledPath,
    verbal: Option<Moment>,
    paper: Option<Day>,
    withdrawn: Day,
}

/// Why a notice about a matter tells nobody of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PassedOver {
    /// It went to nobody who is to be told.
    ToNobody,
    /// It came before the matter.
    Before,
    /// It says that there is nothing to tell.
    Nothing,
    /// It is a neighbour's.
    ByAnother,
    /// It is about the whole of which the matter is a part, and says neither what was done nor what is to be.
    Silent,
}

/// Whether a notice, with what corrected it, states measures and makes suggestions (四（四）): one about a whole enforcement tells of a
/// problem of it only so.
fn says_what_was_done(notice: &Filed<Notice>, context: &Context<'_>) -> bool {
    let says = |is_so: fn(&Notice) -> bool| match NoticeChain::begun_by(notice, context) {
        Some(chain) => chain.any(is_so),
        None => is_so(&notice.record),
    };
    says(|paper| paper.measures.is_some()) && says(|paper| paper.suggestions.is_some())
}

impl FirstWord {
    /// Takes in every notice about a record that those whose matter it is gave since a moment: a word of the same day counts
    /// unless its time is before that; a paper has only a day.
    pub(super) fn hear(&mut self, about: &Reference, since: Moment, tellers: &Tellers<'_>, context: &Context<'_>) {
        // A notice about a whole record is about each of its parts; one about a mine, of which it may say anything, is about none.
        let whole = about.part.map(|_| Reference::whole(about.record.clone()));
        for about in std::iter::once(about).chain(whole.as_ref()).filter(|about| about.filed().is_some()) {
            let is_of_whole = Some(about) == whole.as_ref();
            for notice in telling_of(about, context) {
                if is_of_whole && !says_what_was_done(notice, context) {
                    self.passed_over = self.passed_over.take().or(Some((notice.path.clone(), PassedOver::Silent)));
                    continue;
                }
                match withdrawn_on(notice, context) {
                    _ if notice.record.withdraws.is_some() => {}
                    None => self.take_in(notice, since, tellers, context),
                    Some(withdrawn) => {
                        let mut told = Self::default();
                        told.take_in(notice, since, tellers, context);
                        self.lapse(&told, &notice.path, withdrawn);
                    }
                }
            }
        }
    }

    fn lapse(&mut self, told: &Self, path: &FiledPath, withdrawn: Day) {
        let (verbal, paper) = (told.verbal, told.paper);
        let is_last = self.lapsed.as_ref().is_none_or(|lapsed| lapsed.withdrawn < withdrawn);
        if is_last && told.first().is_some_and(|first| first < withdrawn) {
            self.lapsed = Some(Lapsed { path: path.clone(), verbal, paper, withdrawn });
        }
    }

    /// What had been said until a notice was withdrawn, and when that was.
    pub(super) fn before_lapse(&self) -> Option<(Self, Day)> {
        let Lapsed { verbal, paper, withdrawn, .. } = self.lapsed.as_ref()?;
        Some((Self { verbal: *verbal, paper: *paper, ..Self::default() }, *withdrawn))
    }

    /// A paper of another kind told of it.
    pub(super) fn hear_paper(&mut self, issued: Day) {
        self.paper = earlier(self.paper, Some(issued));
    }

    fn take_in(&mut self, notice: &Filed<Notice>, since: Moment, tellers: &Tellers<'_>, context: &Context<'_>) {
        let Notice { preliminary, issued, to, none_for, .. } = &*notice.record;
        // A unit that cosigned it afterwards tells of it since then.
        let cosigned: Vec<_> = context.ledger.cosigners_of(notice).filter(|(_, on)| *on <= context.today).collect();
        let counts = |at: Moment, reached: Circle| {
            let cosigners = cosigned.iter().map(|(unit, on)| (*unit, at.max(Moment::start_of(*on))));
            let issuers = std::iter::once((&notice.path.unit, at)).chain(cosigners);
            let told =
                issuers.filter(|(issuer, since)| tellers.include(issuer, since.day(), context)).map(|(_, since)| since).min();
            let passed_over = if none_for.is_some() {
                PassedOver::Nothing
            } else if at.precedes(since) {
                PassedOver::Before
            } else if reached == Circle::Nobody && told.is_some() {
                PassedOver::ToNobody
            } else {
                match told {
                    Some(since) => return Ok(since),
                    None => PassedOver::ByAnother,
                }
            };
            Err((notice.path.clone(), passed_over))
        };
        if let Some(word) = preliminary.as_ref().filter(|word| word.at.day() <= context.today) {
            // Where it is not said who was called, it was those to whom the paper goes.
            let told: Vec<_> = if word.to.is_empty() { to.iter().map(|to| &to.who).collect() } else { word.to.iter().collect() };
            match counts(word.at, circle(told, &notice.path.unit, word.at.day(), context)) {
                Ok(since) => self.verbal = earlier(self.verbal, Some(since)),
                Err(passed_over) => self.passed_over = self.passed_over.take().or(Some(passed_over)),
            }
        }
        if let Some(issued) = issued.filter(|issued| *issued <= context.today) {
            match counts(Moment::start_of(issued), circle_of(notice, issued, context)) {
                Ok(since) => self.hear_paper(since.day()),
                Err(passed_over) => self.passed_over = self.passed_over.take().or(Some(passed_over)),
            }
        }
    }

    /// The day on which the matter was first told of, either way.
    pub(super) fn first(&self) -> Option<Day> {
        earlier(self.verbal.map(Moment::day), self.paper)
    }

    /// That a notice about it is there and does not count, to be put behind what is missing.
    pub(super) fn passed_over(&self) -> Text {
        if let Some(Lapsed { path, withdrawn, .. }) = &self.lapsed {
            return tr!("；{path} 已于 {withdrawn} 撤回"; "; {path} was withdrawn on {withdrawn}");
        }
        let Some((path, why)) = &self.passed_over else { return Text::default() };
        match why {
            PassedOver::ToNobody => {
                tr!("；{path} 未发给任何有关单位，不计"; "; {path} went to no unit that is to be told and does not count")
            }
            PassedOver::Before => tr!("；{path} 早于该事项，不计"; "; {path} came before it and does not count"),
            PassedOver::Nothing => tr!("；{path} 为零报告，不计"; "; {path} reports that there is nothing and does not count"),
            PassedOver::Silent => tr!(
                "；{path} 通报的是整次执法，未写明已采取的措施和意见建议，不计";
                "; {path} is about the enforcement as a whole, states no measures or makes no suggestions, and does not count"
            ),
            PassedOver::ByAnother => tr!("；{path} 由他单位发出，不计"; "; {path} is another unit's and does not count"),
        }
    }
}

fn earlier<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}

/// Whether a fact is judged: from the first day of the mechanism (五（一）) to today.
pub(super) fn is_judged(day: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.begins() <= day && day <= context.today
}
