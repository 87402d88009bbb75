//! One line of text.

use std::fmt;
use std::str::FromStr;

use super::denial::{self, SaidText};
use super::field::Shape;
use super::leaf::Leaf;
use super::limits;
use super::nothing;
use super::secret_mark::{bears_secret_mark, refuse_secret};
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

    /// Whether it says that what it should tell of was not done (“未采取保密措施”), or that everybody may know.
    #[must_use]
    pub fn keeps_nothing_back(&self) -> bool {
        denial::denies(&SaidText::of(self.as_str())) || nothing::is_for_everybody(self.as_str())
    }

    /// Whether, where it should name somebody, it names nobody, or says that it is not settled who (“张三（待定）”).
    #[must_use]
    pub fn names_nobody(&self) -> bool {
        nothing::names_nobody(self.as_str())
    }

    /// Whether, as the title of a plan for a year, it says that there is none (“关于未制定年度计划的说明”), is that of a draft or of a paper about it
    /// (“关于征求…意见的函”), or names another year.
    #[must_use]
    pub fn names_no_plan(&self, year: u16) -> bool {
        let title = self.as_str();
        denial::has_no_plan(&SaidText::of(title)) || denial::is_paper_about_plan(title) || denial::is_of_another_year(title, year)
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

/// What to do about words that can be no text, whatever key they stand at.
pub(super) fn instead_of(words: &str) -> Text {
    if bears_secret_mark(words) {
        return Text::fixed(
            "台账里只写不涉密的概括，如来文的单位和办理要求，不写密级和涉密内容；涉密原件按保密规定保管、办理",
            "write only what is not classified, such as who sent the paper and what is asked, without its marking; the paper itself is kept and handled as the rules on secrets say",
        );
    }
    if words.trim().is_empty() {
        return Text::fixed("没有可写的，就把这一项整项删去", "where there is nothing to say, take the whole key out");
    }
    let most = limits::LINE_CHARS;
    tr!(
        "写成 {most} 字以内的一行；详情写进可分段的项，或作为附件登记";
        "make it one line of at most {most} characters; details go into a key of several paragraphs, or into an attachment"
    )
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
