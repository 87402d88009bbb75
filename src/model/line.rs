//! One line of text.

use std::fmt;
use std::str::FromStr;

use super::field::Shape;
use super::leaf::Leaf;
use super::limits;
use super::nothing;
use super::secret_mark::refuse_secret;
use super::value::scalar;
use crate::text::{Text, has_unsafe, is_unsafe};
use crate::tr;

/// One line of text: a title, a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(Box<str>);

impl Line {
    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Characters without a shape are dropped, blanks and line breaks become one blank.
impl FromStr for Line {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
        if !has_unsafe(given) && given.split(' ').all(is_word) {
            return Self::checked(given.to_owned());
        }
        let mut line = String::with_capacity(given.len());
        for word in given.split_whitespace() {
            let before = line.len();
            if before > 0 {
                line.push(' ');
            }
            let blank = line.len();
            line.extend(word.chars().filter(|c| !is_unsafe(*c)));
            // A word without a shape leaves no second blank behind: the line must read back as it is written.
            if line.len() == blank {
                line.truncate(before);
            }
        }
        Self::checked(line)
    }
}

impl Line {
    /// Whether it says that there is nothing, or nothing yet, and no more: as [`Prose::says_nothing`](super::Prose::says_nothing).
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        nothing::says_nothing(self.as_str())
    }

    /// Whether, where it should name somebody, it names nobody, or says that it is not settled who (“张三（待定）”).
    #[must_use]
    pub fn names_nobody(&self) -> bool {
        nothing::names_nobody(self.as_str())
    }

    /// A line that is tidy already.
    fn checked(line: String) -> Result<Self, Text> {
        refuse_secret(&line)?;
        if line.is_empty() {
            return Err(Text::fixed("这里不能空着", "this cannot be blank"));
        }
        if line.chars().count() > limits::LINE_CHARS {
            let most = limits::LINE_CHARS;
            return Err(tr!("一行超过 {most} 个字"; "a line of more than {most} characters"));
        }
        Ok(Self(line.into()))
    }
}

scalar!(Line, Shape::Line, |line| Leaf::Line(line));

/// Where a line names somebody.
pub trait NamesSomebody {
    /// Whom it names, if anybody.
    fn named(&self) -> Option<&Line>;
}

impl NamesSomebody for Option<Line> {
    fn named(&self) -> Option<&Line> {
        self.as_ref().filter(|line| !line.names_nobody())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_tidied_and_secrets_are_refused() {
        assert_eq!("  大山 \u{200b}石场\n".parse::<Line>().map(|l| l.to_string()), Ok("大山 石场".into()));
        assert_eq!("\u{200b} 大山 \u{200b} 石场\u{a0}\u{feff}".parse::<Line>().map(|l| l.to_string()), Ok("大山 石场".into()));
        assert!("机密★1年".parse::<Line>().is_err());
        assert!("关于保密工作的通知".parse::<Line>().is_ok());
    }
}
