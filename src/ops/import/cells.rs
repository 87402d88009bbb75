//! Where on its sheet each key of a record stands.

use super::CellError;
use super::key::bare;
use crate::intake::CellRef;
use crate::model::covers;
use crate::store::locate;
use crate::text::Text;

/// The cells of a record.
pub(super) struct RecordCells {
    pub(super) sheet: usize,
    /// The cell that speaks for the record as a whole.
    pub(super) row: CellRef,
    /// Each key with its cell; of several cells that hold a key, or something below it, the first speaks for it.
    pub(super) keys: Vec<(String, CellRef)>,
    /// Blank cells of what other rows go on to say.
    pub(super) silent: Vec<CellRef>,
}

impl RecordCells {
    /// The cell of a key; that of the whole where no column holds it.
    fn at(&self, key: &str) -> CellRef {
        let exact = |key: &str| self.keys.iter().find(|(own, _)| own == key);
        let found = exact(key).or_else(|| exact(&bare(key)));
        let below = |key: &str| self.keys.iter().find(|(own, _)| covers(key, own));
        found.or_else(|| below(key)).or_else(|| below(&bare(key))).map_or(self.row, |(_, at)| *at)
    }

    /// The same of a record in which what stands there lies in a table of that key.
    pub(super) fn within(self, table: &str) -> Self {
        let keys = self.keys.into_iter().map(|(key, at)| (format!("{table}.{key}"), at)).collect();
        Self { keys, ..self }
    }

    pub(super) fn error(&self, key: &str, what: Text) -> CellError {
        CellError { sheet: self.sheet, at: self.at(key), what }
    }

    /// The key whose value stands at a byte of the record's text.
    pub(super) fn key(&self, text: &str, at: usize) -> &str {
        self.keys.iter().map(|(key, _)| key.as_str()).find(|key| locate(text, *key).contains(&at)).unwrap_or_default()
    }
}
