//! Until when an urgent fact is to be told of (四（三）: 应及时通报), by word or by paper, and how it is said that it was not.

use super::first_word::FirstWord;
use crate::model::{Day, Moment, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Level};
use crate::text::Text;
use crate::tr;

/// The two terms of one fact.
pub(super) struct Terms {
    verbal: Due,
    paper: Due,
}

impl Terms {
    pub(super) fn counted_from(at: Moment, context: &Context<'_>) -> Self {
        Self {
            verbal: Due::after_moment(SettingId::VerbalTerm, at, context),
            paper: Due::after(SettingId::NoticeTerm, at.day(), context),
        }
    }

    /// The day after which neither can be in time any more.
    pub(super) fn last(&self) -> Day {
        self.verbal.day().max(self.paper.day())
    }

    /// The term of the two that ends last.
    pub(super) fn later(&self) -> Due {
        if self.paper.day() < self.verbal.day() { self.verbal } else { self.paper }
    }

    /// The last day for a word, where there is a term.
    pub(super) fn verbal_due(&self) -> Option<Day> {
        self.verbal.term()
    }

    /// The last day for a paper, where there is a term.
    pub(super) fn paper_due(&self) -> Option<Day> {
        self.paper.term()
    }

    /// What it weighs at most that nobody was told: once the matter is settled the occasion has passed; until then the clause (及时) gives
    /// no day.
    pub(super) fn weight_of_absence(&self, fact: Day, is_settled: bool, context: &Context<'_>) -> Level {
        if is_settled {
            Level::Form
        } else {
            self.paper.weight_of_absence(fact, context).max(self.verbal.weight_of_absence(fact, context))
        }
    }

    /// Whether others were notified in time: a word or a paper in time is enough.
    pub(super) fn timing(&self, word: &FirstWord, context: &Context<'_>) -> Timing {
        self.verbal.timing_at(word.verbal, context).either(self.paper.timing(word.paper, context))
    }

    /// That what came, came later.
    pub(super) fn passed(&self, matter: &Text, day: Day, word: &FirstWord) -> Text {
        let (zh, en) = (matter.zh(), matter.en());
        let verbal = compared(word.verbal.map(Moment::day), self.verbal);
        let paper = compared(word.paper, self.paper);
        let (verbal_zh, verbal_en, paper_zh, paper_en) = (verbal.zh(), verbal.en(), paper.zh(), paper.en());
        tr!("{day} {zh}：先行告知{verbal_zh}；正式通报{paper_zh}"; "{en} on {day}: first word {verbal_en}; notice {paper_en}")
    }

    /// That neither came.
    pub(super) fn without_word(&self, matter: &Text, day: Day) -> Text {
        let (zh, en) = (matter.zh(), matter.en());
        let called = self.later().called();
        let (called_zh, called_en) = (called.zh(), called.en());
        match self.verbal.term().max(self.paper.term()) {
            Some(last) => tr!(
                "{day} {zh}，已过{called_zh} {last}，台账中未见就此事项的通报记录";
                "{en} on {day}: {called_en} ended on {last} and the register shows no notice about it"
            ),
            None => tr!("{day} {zh}，台账中未见就此事项的通报记录"; "{en} on {day}: the register shows no notice about it"),
        }
    }
}

/// When something was done, beside its term.
fn compared(done: Option<Day>, due: Due) -> Text {
    let (called, term) = (due.called(), due.term());
    let (zh, en) = (called.zh(), called.en());
    match (done, term) {
        (Some(done), Some(term)) => tr!(" {done}（{zh} {term}）"; "on {done} ({en} {term})"),
        (Some(done), None) => tr!(" {done}"; "on {done}"),
        (None, _) => Text::fixed("未见记录", "not recorded"),
    }
}
