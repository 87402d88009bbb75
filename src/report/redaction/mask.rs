//! Words that are struck out wherever they stand: the longest first, and numbers by which somebody can be called.

use std::collections::HashMap;

/// Words by their first character, each with what stands for it.
#[derive(Debug, Default)]
pub(super) struct Mask {
    words: HashMap<char, Vec<(String, String)>>,
}

/// A telephone number without its area code has seven digits; a year with month and day has no more than four together.
const DIGITS: usize = 7;
/// Groups with blanks or hyphens between them: a mobile number, an area code with its number.
const GROUPED: usize = 10;

impl Mask {
    /// Strikes out words. A single character is no name: every text would be full of it.
    pub(super) fn strike(&mut self, words: &str, with: &str) {
        let words = words.trim();
        if let Some(first) = words.chars().next().filter(|_| words.chars().count() > 1) {
            self.words.entry(first).or_default().push((words.to_owned(), with.to_owned()));
        }
    }

    /// Lets words stand, also where they begin as others do that are struck out.
    pub(super) fn leave(&mut self, words: &str) {
        self.strike(words, words);
    }

    /// Once all words are known: the longest are tried first; of the same words what was said first holds.
    pub(super) fn settle(&mut self) {
        for words in self.words.values_mut() {
            words.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
            words.dedup_by(|later, earlier| later.0 == earlier.0);
        }
    }

    /// The text without them; nothing where none stands in it.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let mut out: Option<String> = None;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let known = self.words.get(&c).and_then(|words| words.iter().find(|(word, _)| rest.starts_with(word.as_str())));
            let (length, with) = match known {
                Some((word, with)) => (word.len(), with.as_str()),
                None => match number(&text[..at], rest) {
                    Some(length) => (length, super::STRUCK),
                    None => (c.len_utf8(), &rest[..c.len_utf8()]),
                },
            };
            match &mut out {
                Some(out) => out.push_str(with),
                None if with != &rest[..length] => out = Some(format!("{}{with}", &text[..at])),
                None => {}
            }
            at += length;
        }
        out
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// How long the number is by which somebody could be called that begins here, should one.
fn number(before: &str, rest: &str) -> Option<usize> {
    if !rest.starts_with(is_digit) || before.ends_with(is_digit) {
        return None;
    }
    let together = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    if rest[..together].chars().count() >= DIGITS {
        return Some(together);
    }
    let grouped = rest.find(|c| !is_digit(c) && !matches!(c, '-' | ' ' | '－' | '—')).unwrap_or(rest.len());
    let grouped = rest[..grouped].trim_end_matches(|c| !is_digit(c));
    let digits = grouped.chars().filter(|c| is_digit(*c)).count();
    (digits >= GROUPED && !holds_a_day(grouped)).then_some(grouped.len())
}

/// Whether some group of it is a day, such as 2025-05-13.
fn holds_a_day(groups: &str) -> bool {
    groups.split(' ').any(|group| group.parse::<crate::model::Day>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        let mut mask = Mask::default();
        mask.strike("李某", "〔略〕");
        mask.strike("李某乙", "〔略〕");
        mask.strike("高峰", "〔略〕");
        mask.leave("高峰街道");
        mask.strike("王", "〔略〕");
        mask.settle();
        mask.apply(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn names_go_wherever_they_stand_and_others_stay() {
        assert_eq!(masked("由李某乙、李某主持，高峰参加"), "由〔略〕、〔略〕主持，〔略〕参加");
        assert_eq!(masked("高峰街道王家村"), "高峰街道王家村");
    }

    #[test]
    fn numbers_to_call_go_and_days_and_papers_stay() {
        for number in ["13800000000", "0766-8000000", "8000000", "138 0000 0000", "１３８００００００００", "+8613800000000"]
        {
            let text = masked(&format!("电话{number}。"));
            assert!(text.contains("〔略〕") && !text.contains("000"), "{number}: {text}");
        }
        for plain in ["2025-05-13 2025-05-14", "某安办〔2025〕3号", "2025-05-13T18:30:00", "共 100000 条"] {
            assert_eq!(masked(plain), plain);
        }
    }
}
