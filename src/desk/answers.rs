//! Answers to what was sent, each at an address of its own for as long as it is among the last.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use axum::http::StatusCode;

use super::secret::Drawn;
use crate::ops::Result;

/// So many are remembered.
const MOST: usize = 64;
/// And so many bytes of them, but for the last.
const BYTES: usize = 32 * 1024 * 1024;

/// The last answers.
#[derive(Default)]
pub(super) struct PostedAnswers(Mutex<VecDeque<PostedAnswer>>);

struct PostedAnswer {
    name: String,
    status: StatusCode,
    page: String,
}

impl PostedAnswers {
    /// Keeps an answer, and gives the name under which it is found.
    ///
    /// # Errors
    /// The system draws no lots.
    pub(super) fn put(&self, status: StatusCode, page: String) -> Result<String> {
        let name = Drawn::draw()?.words().to_owned();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(PostedAnswer { name: name.clone(), status, page });
        let bytes = |kept: &VecDeque<PostedAnswer>| kept.iter().map(|answer| answer.page.len()).sum::<usize>();
        while kept.len() > MOST || (kept.len() > 1 && bytes(&kept) > BYTES) {
            kept.pop_front();
        }
        Ok(name)
    }

    /// The answer of a name; none where it is too long ago.
    pub(super) fn get(&self, name: &str) -> Option<(StatusCode, String)> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|answer| answer.name == name).map(|answer| (answer.status, answer.page.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_are_kept_within_bounds() {
        let kept = PostedAnswers::default();
        let names: Vec<String> = (0..=MOST).map(|at| kept.put(StatusCode::OK, at.to_string()).expect("a name")).collect();
        assert_eq!(kept.get(&names[0]), None);
        assert_eq!(kept.get(&names[MOST]), Some((StatusCode::OK, MOST.to_string())));
        let large = kept.put(StatusCode::OK, "x".repeat(BYTES + 1)).expect("a name");
        assert_eq!(kept.get(&names[MOST]), None);
        assert!(kept.get(&large).is_some(), "the last is there however large");
    }
}
