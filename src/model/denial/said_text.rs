//! A text as it is asked what it says, read once however many ways it is asked: of a text that has any sign a dozen look at the same clauses.

use std::cell::OnceCell;

use super::said_clause::{SaidClause, said};
use super::signs::Signs;
use crate::model::plain::plain_name;

/// How much of a text is read for what it says: so many clauses, each of so many characters. What people write has a tenth of that. Each clause
/// is held against all others and each of its words against the rest of it, so a text of 30 KB without a comma took seconds of everybody's `check`.
const CLAUSES: usize = 200;
const CLAUSE_CHARS: usize = 160;

/// A text, with its signs and, once somebody asks for them, its clauses.
pub(in crate::model) struct SaidText<'a> {
    words: &'a str,
    signs: Signs,
    clauses: OnceCell<Vec<String>>,
    said: OnceCell<Vec<SaidClause>>,
}

impl<'a> SaidText<'a> {
    pub(in crate::model) fn of(words: &'a str) -> Self {
        Self { words, signs: Signs::of(words), clauses: OnceCell::new(), said: OnceCell::new() }
    }

    pub(super) fn words(&self) -> &'a str {
        self.words
    }

    pub(super) fn signs(&self) -> Signs {
        self.signs
    }

    /// Its clauses, as they are compared.
    pub(super) fn clauses(&self) -> &[String] {
        self.clauses.get_or_init(|| clauses(self.words))
    }

    /// The same, each with what it says was not done.
    pub(super) fn said(&self) -> &[SaidClause] {
        self.said.get_or_init(|| said(self.clauses()))
    }
}

/// The clauses of a text. Of one that is longer than anybody writes the parts are, one after the other. The point of a number (98.5%) ends none.
fn clauses(words: &str) -> Vec<String> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut begun = 0;
    let ends = words.match_indices(|c: char| "，。；！？（）,;.!?()\n".contains(c)).filter(|(at, sign)| {
        !(*sign == "." && is_digit(words[..*at].chars().next_back()) && is_digit(words[at + 1..].chars().next()))
    });
    let ends = ends.chain([(words.len(), "")]);
    let clauses = ends.map(|(at, sign)| {
        let clause = &words[begun..at];
        begun = at + sign.len();
        clause
    });
    clauses.flat_map(parts).take(CLAUSES).map(plain_name).collect()
}

/// A clause, in parts where it is too long to be read as one.
fn parts(clause: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(clause);
    std::iter::from_fn(move || {
        let whole = rest?;
        let end = whole.char_indices().nth(CLAUSE_CHARS).map_or(whole.len(), |(at, _)| at);
        rest = (end < whole.len()).then(|| &whole[end..]);
        Some(&whole[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::denial::takes_back;

    #[test]
    fn a_clause_is_read_in_parts_and_a_text_as_far_as_people_write() {
        assert_eq!(clauses("未封存，已退库。"), ["未封存", "已退库", ""]);
        assert_eq!(clauses(""), [""]);
        assert_eq!(clauses("完成98.5%.已报"), ["完成98.5%", "已报"]);
        let long = "未".repeat(CLAUSE_CHARS * 2 + 3);
        assert_eq!(clauses(&long).iter().map(|part| part.chars().count()).collect::<Vec<_>>(), [CLAUSE_CHARS, CLAUSE_CHARS, 3]);
        assert_eq!(clauses(&"已办，".repeat(10_000)).len(), CLAUSES);
        assert!(takes_back(&format!("{}，尚未整改", "巡查".repeat(CLAUSE_CHARS))));
    }
}
