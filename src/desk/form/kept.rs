//! What forms leave behind while the desk is open: what came of them, to be shown again, and spreadsheets that were looked at and wait to be
//! filed. All of it ends with the desk; what is to last is in the register or among the drafts.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::ops::{self, FileRequest, FilingOutcome, ImportOutcome, ImportRequest, Register, UndoView};
use crate::text::{Text, clean};
use crate::tr;

/// So many receipts can be shown again.
const RECEIPTS: usize = 256;

/// So many forms that were sent and not filed are remembered, to be kept as drafts should the desk end.
const BEGUN: usize = 64;

/// So many spreadsheets wait at a time: each may be large.
const SHEETS: usize = 2;

/// What forms leave behind.
#[derive(Default)]
pub(in crate::desk) struct KeptOfForms {
    ends: Mutex<Recent<FormEnd>>,
    sheets: Mutex<Recent<WaitingSheet>>,
    begun: Mutex<Recent<FileRequest>>,
}

/// What came of a form.
#[derive(Clone)]
pub(super) enum FormEnd {
    /// Something was filed, or waits as a draft.
    Filed(Arc<FilingOutcome>),
    /// A spreadsheet was filed.
    Imported(Arc<ImportOutcome>),
    /// A filing was taken back.
    Undone(Arc<UndoView>),
    /// What was said is kept.
    Drafted {
        /// The name of the draft.
        name: String,
        /// The address at which it is gone on with.
        again: String,
    },
}

/// A spreadsheet that was looked at.
#[derive(Clone)]
pub(super) struct WaitingSheet {
    /// What is to be filed.
    pub(super) request: Arc<ImportRequest>,
    /// What came of looking at it.
    pub(super) outcome: Arc<ImportOutcome>,
}

impl KeptOfForms {
    /// Keeps what came of the form of a token.
    pub(super) fn end(&self, token: &str, end: FormEnd) {
        self.forget(token);
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).put(token, end, RECEIPTS);
    }

    /// Remembers what was sent of a form that is not filed yet.
    pub(super) fn begin(&self, token: &str, request: &FileRequest) {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).put(token, request.clone(), BEGUN);
    }

    /// Forgets it: it was filed or kept, or goes on under another token.
    pub(super) fn forget(&self, token: &str) {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).take(token);
    }

    /// Keeps as drafts what was sent and not filed, at the end of the desk; what was kept, and what could not be.
    pub(in crate::desk) fn outlast(&self, register: &Register) -> Vec<Text> {
        let begun = std::mem::take(&mut *self.begun.lock().unwrap_or_else(PoisonError::into_inner));
        let keep = |(_, request): (String, FileRequest)| match ops::keep_aside(register, &request) {
            Ok(kept) => kept.map(|kept| {
                let shown = clean(kept.name()).into_owned();
                tr!("没有登记的一张表已存为草稿 {shown}"; "a form that was not filed is kept as draft {shown}")
            }),
            Err(why) => {
                let why = why.said();
                let (zh, en) = (why.zh(), why.en());
                Some(tr!("没有登记的一张表没有存成草稿：{zh}"; "a form that was not filed is not kept: {en}"))
            }
        };
        begun.0.into_iter().filter_map(keep).collect()
    }

    /// What came of the form of a token; none where nothing did, or too long ago.
    pub(super) fn end_of(&self, token: &str) -> Option<FormEnd> {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).get(token)
    }

    /// Keeps a spreadsheet until it is filed; the oldest goes for a new one, and has to be chosen anew.
    pub(super) fn wait(&self, token: &str, sheet: WaitingSheet) {
        self.sheets.lock().unwrap_or_else(PoisonError::into_inner).put(token, sheet, SHEETS);
    }

    /// The spreadsheet that waits under a token.
    pub(super) fn waiting(&self, token: &str) -> Option<WaitingSheet> {
        self.sheets.lock().unwrap_or_else(PoisonError::into_inner).get(token)
    }
}

/// The last things that were put in, by their tokens.
struct Recent<T>(VecDeque<(String, T)>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<T: Clone> Recent<T> {
    fn put(&mut self, token: &str, thing: T, most: usize) {
        self.0.retain(|(other, _)| other != token);
        self.0.push_back((token.to_owned(), thing));
        while self.0.len() > most {
            self.0.pop_front();
        }
    }

    fn take(&mut self, token: &str) {
        self.0.retain(|(other, _)| other != token);
    }

    fn get(&self, token: &str) -> Option<T> {
        self.0.iter().find(|(other, _)| other == token).map(|(_, thing)| thing.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_has_an_end() {
        let mut recent = Recent::default();
        for (token, thing) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            recent.put(token, thing, 2);
        }
        assert_eq!(["a", "b", "c"].map(|token| recent.get(token)), [Some(3), None, Some(4)]);
    }
}
