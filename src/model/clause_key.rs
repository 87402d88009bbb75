//! How a clause is cited in files: `3.4` is chapter 三, paragraph （四）; `1.4.2` is duty 2 of unit 4.

use std::fmt;
use std::str::FromStr;

use super::field::Shape;
use super::leaf::Leaf;
use super::pattern::Pattern;
use super::value::scalar;
use crate::text::{Text, clean};
use crate::tr;

/// The key of a clause: one to four numbers, at most 99 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseKey {
    numbers: [u8; Self::DEPTH],
}

impl ClauseKey {
    const DEPTH: usize = 4;

    /// The numbers, from the chapter down.
    #[must_use]
    pub fn numbers(&self) -> &[u8] {
        let depth = self.numbers.iter().position(|n| *n == 0).unwrap_or(Self::DEPTH);
        &self.numbers[..depth]
    }

    /// The clause that contains this one.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let depth = self.numbers().len();
        let mut parent = *self;
        parent.numbers[depth - 1] = 0;
        (depth > 1).then_some(parent)
    }

    /// An item of this clause.
    #[must_use]
    pub fn item(&self, number: u8) -> Option<Self> {
        let depth = self.numbers().len();
        let mut item = *self;
        *item.numbers.get_mut(depth)? = number;
        (number > 0 && number < 100).then_some(item)
    }
}

impl fmt::Display for ClauseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, number) in self.numbers().iter().enumerate() {
            if position > 0 {
                f.write_str(".")?;
            }
            write!(f, "{number}")?;
        }
        Ok(())
    }
}

/// `3.4`, or as the regulation prints it: 三（四）, 一（四）2, 二（三）第一.
impl FromStr for ClauseKey {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        parse(given).ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”不是条款，请写 3.4 或 三（四）"; "\"{given}\" is not a clause; write 3.4 or 三（四）")
        })
    }
}

fn parse(given: &str) -> Option<ClauseKey> {
    let mut numbers = [0; ClauseKey::DEPTH];
    let mut depth = 0;
    let given = super::to_half_width(given);
    let separators = |c: char| matches!(c, '.' | '(' | ')' | '第' | '是' | '、');
    for part in given.split(separators).map(str::trim).filter(|part| !part.is_empty()) {
        *numbers.get_mut(depth)? = said_number(part)?;
        depth += 1;
    }
    (depth > 0).then_some(ClauseKey { numbers })
}

/// A number from 1 to 99 in Arabic or Chinese digits.
pub(super) fn said_number(part: &str) -> Option<u8> {
    if part.bytes().all(|b| b.is_ascii_digit()) {
        return part.parse().ok().filter(|n| (1..100).contains(n) && !part.starts_with('0'));
    }
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).and_then(|at| u8::try_from(at + 1).ok());
    let chars: Vec<char> = part.chars().collect();
    match chars[..] {
        ['十'] => Some(10),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(10 * digit(tens)?),
        [tens, '十', ones] => Some(10 * digit(tens)? + digit(ones)?),
        [ones] => digit(ones),
        _ => None,
    }
}

scalar!(ClauseKey, Shape::Pattern(Pattern::Clause), |key| Leaf::Clause(*key));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_as_files_and_as_the_regulation_cite_them() {
        let key = |text: &str| text.parse::<ClauseKey>().map(|key| key.to_string());
        for (written, expected) in [
            ("3.4", "3.4"),
            ("三（四）", "3.4"),
            ("一（四）2", "1.4.2"),
            ("一（十一）4", "1.11.4"),
            ("二（三）第一", "2.3.1"),
            ("五", "5"),
        ] {
            assert_eq!(key(written), Ok(expected.to_owned()), "{written}");
        }
        for bad in ["", "0.1", "3.100", "x", "1.2.3.4.5", "01.2"] {
            assert!(key(bad).is_err(), "{bad}");
        }
        let clause: ClauseKey = "4.2".parse().expect("a clause");
        assert_eq!(clause.item(2).map(|k| k.to_string()), Some("4.2.2".into()));
        assert_eq!(clause.item(2).and_then(|k| k.parent()), Some(clause));
    }
}
