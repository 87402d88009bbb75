//! What of a register goes into a lake: less than into a page, for a lake goes from hand to hand. Leads and what is sealed are in no
//! edition of it.

use super::mask::{Mask, STRUCK};
use super::{LeftOut, MineNumbers, Readers, Redact, Redaction, is_ahead, is_internal};
use crate::model::{Day, Kind, Ledger, MineId};
use crate::report::lake::Datum;
use crate::tr;

impl Redaction {
    /// What is left out of a lake: leads, and joint enforcements that are still to come (四不两直), whoever reads it. In its public edition
    /// mines go by their numbers there.
    #[must_use]
    pub fn of_lake(ledger: &Ledger, today: Day, readers: Readers, mines: MineNumbers) -> Self {
        match readers {
            Readers::Public => Self::numbered(ledger, today, mines, |path, record| {
                path.kind == Kind::Lead || is_internal(ledger, path, record, today)
            }),
            Readers::Internal => Self::numbered(ledger, today, MineNumbers::new(), |path, _| {
                path.kind == Kind::Lead || is_ahead(ledger, path, today)
            }),
        }
    }

    /// The number of a mine, where mines go by numbers.
    fn number_of(&self, mine: &MineId) -> Option<&str> {
        self.mines.get(mine).map(String::as_str)
    }

    /// By what a mine goes: its number, else its id.
    pub(in crate::report) fn called<'a>(&'a self, mine: &'a MineId) -> &'a str {
        self.number_of(mine).unwrap_or(mine.as_str())
    }

    /// What is left out of a lake, for whoever exports to know.
    #[must_use]
    pub fn left_out_of_lake(&self, readers: Readers) -> LeftOut {
        let mut left_out = self.left_out();
        if readers == Readers::Internal {
            let records = left_out.records;
            left_out.note = tr!(
                "线索和对它们的回应 {records} 条不导出，尚未开始的联合执法也不导出；不公开的内容留空，在别处出现的以“{STRUCK}”代替。";
                "{records} leads and responses to them are left out, and so are joint enforcements still to come; what is sealed is left empty and struck out as {STRUCK} where it stands elsewhere."
            );
        }
        left_out
    }

    /// All that is struck out or left out, in one order: where it is another, every word has to be looked at again.
    #[must_use]
    pub fn strikes(&self) -> Vec<String> {
        let mut all: Vec<String> = self.mask.words().chain(self.hidden.iter().map(ToString::to_string)).collect();
        all.push(format!("spelt as of {}", Mask::SPELLING));
        all.sort_unstable();
        all
    }
}

impl Redact for Datum<'_> {
    fn redact(&mut self, by: &Redaction) {
        match self {
            Self::Text(words) => {
                if let Some(struck) = by.words(words) {
                    *self = Self::Text(struck.into());
                }
            }
            Self::List(items) | Self::Struct(items) => items.iter_mut().for_each(|item| item.redact(by)),
            Self::Absent | Self::Flag(_) | Self::Count(_) | Self::Word(_) | Self::Day(_) | Self::Moment(_) => {}
        }
    }
}
