//! Forms that file do it once. A form bears a token, which is tied to what it showed: where that has changed meanwhile, by the terminal or in
//! another tab, nothing is filed. Sent a second time with the same words, by a double click or a reload, it gives what came of the first; with
//! other words it is another form.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::outgoing::Answer;
use super::secret::Drawn;
use crate::ops::Result;

/// How many forms are remembered; of those given out before, a new one is asked for.
const MOST: usize = 1000;

/// The forms that were given out.
#[derive(Default)]
pub(super) struct FormTokens {
    given: Mutex<GivenForms>,
    /// One form is worked upon at a time: the second of two that are alike finds what came of the first.
    at_work: Mutex<()>,
}

#[derive(Default)]
struct GivenForms {
    forms: HashMap<String, GivenForm>,
    /// The oldest first.
    order: VecDeque<String>,
}

struct GivenForm {
    /// What it showed.
    shows: String,
    given: Instant,
    state: FormState,
}

enum FormState {
    Given,
    /// Its work began and no end of it is known.
    Begun,
    /// With these words it came to that.
    Done(String, Answer),
}

/// Why a form does not do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stale {
    /// What it showed says something else now.
    Changed,
    /// It was not given out by this desk, or too long ago.
    Unknown,
    /// It began its work, and broke off.
    Interrupted,
    /// It was answered with other words, and something was filed.
    Answered,
}

impl FormTokens {
    /// A token for a form that shows this text of a record or draft; nothing where it shows none.
    ///
    /// # Errors
    /// The system draws no lots.
    pub(super) fn issue(&self, shows: &str) -> Result<String> {
        let token = Drawn::draw()?.words().to_owned();
        let mut given = locked(&self.given);
        if given.order.len() >= MOST
            && let Some(oldest) = given.order.pop_front()
        {
            given.forms.remove(&oldest);
        }
        given.order.push_back(token.clone());
        given.forms.insert(token.clone(), GivenForm { shows: shows.to_owned(), given: Instant::now(), state: FormState::Given });
        Ok(token)
    }

    /// What the form of a token showed; none where it is not known.
    pub(super) fn shown(&self, token: &str) -> Option<String> {
        locked(&self.given).forms.get(token).map(|form| form.shows.clone())
    }

    /// Whether a form was given out within that time over which somebody may still sit.
    pub(super) fn is_open_since(&self, within: Duration) -> bool {
        let is_open = |form: &GivenForm| matches!(form.state, FormState::Given) && form.given.elapsed() < within;
        locked(&self.given).forms.values().any(is_open)
    }

    /// Has a form do its work, unless it has with the same words; `now` reads what it showed as it says now. What fails is not done, and
    /// may be tried again.
    ///
    /// # Errors
    /// Why it does not.
    pub(super) fn once(
        &self,
        token: &str,
        words: &str,
        now: impl FnOnce() -> String,
        act: impl FnOnce() -> Result<Answer>,
    ) -> Result<Result<Answer>, Stale> {
        let _alone = locked(&self.at_work);
        let shows = {
            let given = locked(&self.given);
            let form = given.forms.get(token).ok_or(Stale::Unknown)?;
            match &form.state {
                FormState::Done(said, answer) if said == words => return Ok(Ok(answer.clone())),
                FormState::Done(_, Answer::See(_)) => return Err(Stale::Answered),
                FormState::Begun => return Err(Stale::Interrupted),
                // What was refused with other words is tried with these.
                FormState::Done(..) | FormState::Given => form.shows.clone(),
            }
        };
        if now() != shows {
            return Err(Stale::Changed);
        }
        self.note(token, FormState::Begun);
        let answer = act();
        let state = match &answer {
            Ok(answer) => FormState::Done(words.to_owned(), answer.clone()),
            Err(_) => FormState::Given,
        };
        self.note(token, state);
        Ok(answer)
    }

    fn note(&self, token: &str, state: FormState) {
        if let Some(form) = locked(&self.given).forms.get_mut(token) {
            form.state = state;
        }
    }
}

/// What a panic left behind is still what was noted.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(tokens: &FormTokens, token: &str, now: &str, count: &mut usize) -> Result<String, Stale> {
        said(tokens, token, "words", now, count)
    }

    fn said(tokens: &FormTokens, token: &str, words: &str, now: &str, count: &mut usize) -> Result<String, Stale> {
        let act = || {
            *count += 1;
            Ok(Answer::See(format!("/{count}")))
        };
        tokens.once(token, words, || now.to_owned(), act).map(|answer| match answer {
            Ok(Answer::See(at)) => at,
            _ => String::new(),
        })
    }

    #[test]
    fn a_form_does_its_work_once_and_says_so_again() {
        let (tokens, mut count) = (FormTokens::default(), 0);
        let token = tokens.issue("text").expect("a token");
        assert_eq!(answered(&tokens, &token, "text", &mut count), Ok("/1".to_owned()));
        assert_eq!(answered(&tokens, &token, "what it became", &mut count), Ok("/1".to_owned()));
        assert_eq!(count, 1);
    }

    #[test]
    fn with_other_words_it_is_another_form_unless_nothing_came_of_it() {
        let (tokens, mut count) = (FormTokens::default(), 0);
        let token = tokens.issue("").expect("a token");
        assert_eq!(said(&tokens, &token, "one", "", &mut count), Ok("/1".to_owned()));
        assert_eq!(said(&tokens, &token, "other", "", &mut count), Err(Stale::Answered));
        let refused = tokens.issue("").expect("a token");
        let page = || Ok(Answer::Page(axum::http::StatusCode::OK, "refused".to_owned()));
        assert!(matches!(tokens.once(&refused, "one", String::new, page), Ok(Ok(Answer::Page(..)))));
        assert_eq!(said(&tokens, &refused, "other", "", &mut count), Ok("/2".to_owned()));
    }

    #[test]
    fn a_form_is_open_until_it_is_answered() {
        let (tokens, mut count) = (FormTokens::default(), 0);
        assert!(!tokens.is_open_since(Duration::from_mins(1)));
        let token = tokens.issue("").expect("a token");
        assert!(tokens.is_open_since(Duration::from_mins(1)) && !tokens.is_open_since(Duration::ZERO));
        said(&tokens, &token, "one", "", &mut count).expect("done");
        assert!(!tokens.is_open_since(Duration::from_mins(1)));
    }

    #[test]
    fn what_changed_or_is_nobodys_does_nothing() {
        let (tokens, mut count) = (FormTokens::default(), 0);
        let token = tokens.issue("text").expect("a token");
        assert_eq!(answered(&tokens, &token, "another", &mut count), Err(Stale::Changed));
        assert_eq!(answered(&tokens, "0", "text", &mut count), Err(Stale::Unknown));
        assert_eq!(count, 0);
        assert_eq!(answered(&tokens, &token, "text", &mut count), Ok("/1".to_owned()));
    }

    #[test]
    fn what_broke_off_is_not_begun_again() {
        let tokens = FormTokens::default();
        let token = tokens.issue("").expect("a token");
        let broke = || {
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| tokens.once(&token, "", String::new, || panic!("broke"))))
        };
        assert!(broke().is_err());
        assert!(matches!(broke(), Ok(Err(Stale::Interrupted))));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let (tokens, mut count) = (FormTokens::default(), 0);
        let token = tokens.issue("").expect("a token");
        for _ in 0..MOST {
            tokens.issue("").expect("a token");
        }
        assert_eq!(answered(&tokens, &token, "", &mut count), Err(Stale::Unknown));
    }
}
