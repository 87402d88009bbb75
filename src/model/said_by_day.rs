//! What was said of something that lasts, day by day: that it was done, and that it was undone again. The last word is the state.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Day;

/// How many words of one day said each. They have no order among themselves: a day has no hours, and files may be named as they like.
#[derive(Debug, Clone, Copy, Default)]
struct Words {
    done: u32,
    undone: u32,
}

/// All that was said of it.
#[derive(Debug, Clone, Default)]
pub struct SaidByDay(BTreeMap<Day, Words>);

/// A time in which what had been done was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lapse {
    /// The day on which it was undone.
    pub from: Day,
    /// The day on which it was done again.
    pub again: Option<Day>,
}

impl SaidByDay {
    /// That it was said on a day to be done.
    pub fn done(&mut self, on: Day) {
        self.0.entry(on).or_default().done += 1;
    }

    /// That it was said on a day to be undone.
    pub fn undone(&mut self, on: Day) {
        self.0.entry(on).or_default().undone += 1;
    }

    /// The first day, of those from one on, on which it was said to be done.
    #[must_use]
    pub fn first_done(&self, since: Day) -> Option<Day> {
        self.0.range(since..).find(|(_, words)| 0 < words.done).map(|(day, _)| *day)
    }

    /// The last day before one on which it was said to be done.
    #[must_use]
    pub fn last_done(&self, before: Day) -> Option<Day> {
        self.0.range(..before).rev().find(|(_, words)| 0 < words.done).map(|(day, _)| *day)
    }

    /// Every time before a day in which it was undone again.
    #[must_use]
    pub fn all_lapses(&self, before: Option<Day>) -> Vec<Lapse> {
        self.0.keys().next().map(|first| self.lapses(*first, before)).unwrap_or_default()
    }

    /// The times from one day to before another in which it was undone again, in their order. The last is still so where it was not done again.
    #[must_use]
    pub fn lapses(&self, since: Day, before: Option<Day>) -> Vec<Lapse> {
        let mut lapses: Vec<Lapse> = Vec::new();
        let mut is_done = false;
        for (day, words) in self.0.range(since..).filter(|(day, _)| before.is_none_or(|before| **day < before)) {
            // Of one day the greater number tells, and where both are as many it is as it was: done anew, or undone again.
            let now = match words.done.cmp(&words.undone) {
                Ordering::Less => false,
                Ordering::Equal => is_done,
                Ordering::Greater => true,
            };
            let open = lapses.last_mut().filter(|lapse| lapse.again.is_none());
            match (open, now) {
                (Some(open), true) => open.again = Some(*day),
                // What was undone on the day on which it was first done lapsed as well.
                (None, false) if is_done || 0 < words.done => lapses.push(Lapse { from: *day, again: None }),
                (Some(_) | None, _) => {}
            }
            is_done = now;
        }
        lapses
    }

    /// The day since when it is undone again, by what was said before a day.
    #[must_use]
    pub fn undone_since(&self, before: Option<Day>) -> Option<Day> {
        self.all_lapses(before).last().filter(|lapse| lapse.again.is_none()).map(|lapse| lapse.from)
    }

    /// The day since when it is done, by what was said before a day.
    #[must_use]
    pub fn stands_since(&self, before: Option<Day>) -> Option<Day> {
        let first = self.0.keys().next().filter(|first| before.is_none_or(|before| **first < before))?;
        match self.lapses(*first, before).last() {
            Some(lapse) => lapse.again,
            None => self.first_done(*first).filter(|done| before.is_none_or(|before| *done < before)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[(&str, bool)]) -> SaidByDay {
        let mut said = SaidByDay::default();
        for (on, is_done) in words {
            let on = on.parse().expect("a day");
            if *is_done { said.done(on) } else { said.undone(on) }
        }
        said
    }

    fn day(text: &str) -> Option<Day> {
        text.parse().ok()
    }

    #[test]
    fn the_last_word_is_the_state() {
        let words = [("2025-09-02", true), ("2025-09-20", false), ("2025-10-08", true)];
        assert_eq!(said(&words[..1]).stands_since(None), day("2025-09-02"));
        assert_eq!(said(&words[..2]).stands_since(None), None);
        assert_eq!(said(&words[..2]).stands_since(day("2025-09-20")), day("2025-09-02"));
        assert_eq!(said(&words).stands_since(None), day("2025-10-08"));
        assert_eq!(said(&words[1..2]).stands_since(None), None);
    }

    #[test]
    fn words_of_one_day_have_no_order() {
        for words in [[("2025-09-02", true), ("2025-09-02", false)], [("2025-09-02", false), ("2025-09-02", true)]] {
            assert_eq!(said(&words).lapses(words[0].0.parse().expect("a day"), None).len(), 1);
            assert_eq!(said(&words).stands_since(None), None);
        }
        let anew = [("2025-09-01", true), ("2025-09-02", false), ("2025-09-02", true)];
        assert_eq!(said(&anew).stands_since(None), day("2025-09-01"));
    }
}
