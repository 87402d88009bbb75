//! Text of any number of paragraphs, and what rules ask of it.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;

use super::denial::{self, SaidText};
use super::field::{Bearing, Shape};
use super::leaf::Leaf;
use super::nothing;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::secret_mark::refuse_secret;
use super::subject::{self, BoundAct};
use super::value::{Value, leaf, read_str};
use crate::text::{Text, has_unsafe, is_unsafe};

/// Text of any number of paragraphs.
///
/// Rules ask whether something was said (see [`Prose::says_nothing`]), not how; a register of 100,000 records therefore drops its texts: there
/// is one, its words are in the file. The same state is that of a text sealed for other readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(Option<Box<str>>);

impl Prose {
    /// The words, where they are at hand.
    #[must_use]
    pub fn open(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Whether it is at hand and says something of its words.
    fn says(&self, what: impl Fn(&SaidText<'_>) -> bool) -> bool {
        self.open().is_some_and(|words| what(&SaidText::of(words)))
    }

    /// Whether it says that there is nothing ("无", "none"), or nothing yet (“待定”), and no more. Of a text that is not at hand nobody can
    /// say so.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.open().is_some_and(nothing::says_nothing)
    }

    /// Whether it leaves open what it should say (“待定”, “略”, “/”): that there is nothing (“无”) is an answer.
    #[must_use]
    pub fn leaves_open(&self) -> bool {
        self.open().is_some_and(nothing::leaves_open)
    }

    /// Whether, where it should say how something goes, it says no more than that it was read (“已阅”) or that nothing moved on (“无进展”).
    #[must_use]
    pub fn only_acknowledges(&self) -> bool {
        self.open().is_some_and(nothing::only_acknowledges)
    }

    /// Whether it says of something that is to be done that it was not (“尚未封存”): whoever files it as measures taken took none.
    #[must_use]
    pub fn denies(&self) -> bool {
        self.says(denial::denies)
    }

    /// Whether it says that something is not finished: it was not done, goes on or is refused (“尚在调查”, “企业拒不执行”).
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        self.says(denial::is_unfinished)
    }

    /// Whether it says of what its writer had to do that it is not finished, or not whole. What others have not done yet is beside that.
    #[must_use]
    pub fn leaves_undone(&self) -> bool {
        self.says(denial::leaves_undone)
    }

    /// Whether it is filed as done and says that it is not: it leaves something undone, or all of it says that nothing was done (“未印发”, “等待批复”).
    #[must_use]
    pub fn takes_back_done(&self) -> bool {
        self.leaves_undone() || self.says(denial::nothing_done)
    }

    /// Whether, where it should tell what was done on the spot against a danger, it tells of nothing that was (“尚未撤人”, “现场拍照取证”).
    #[must_use]
    pub fn takes_no_measure(&self) -> bool {
        self.says(denial::takes_no_measure)
    }

    /// Whether it is an answer that gives none (“不予答复”, “尚在研究”).
    #[must_use]
    pub fn evades(&self) -> bool {
        self.says(denial::evades)
    }

    /// Whether it says of what was reported that it is so (“属实”).
    #[must_use]
    pub fn confirms(&self) -> bool {
        self.says(denial::confirms)
    }

    /// Whether it is about what a clause has somebody do, or speaks of it in general. Of a text that is not at hand nobody can say that it is not.
    #[must_use]
    pub fn is_about(&self, act: BoundAct) -> bool {
        self.open().is_none_or(|words| subject::is_about(words, act))
    }

    /// Whether it says of explosives only that they are to be put away, or are promised or proposed to be (“企业承诺退库”).
    #[must_use]
    pub fn only_speaks_of_keeping(&self) -> bool {
        self.says(denial::only_speaks_of_keeping)
    }

    /// Whether it says of some explosives only that they were sealed (“炸药已清退，雷管封存”), which returns none of them.
    #[must_use]
    pub fn only_seals_some(&self) -> bool {
        self.says(denial::only_seals_some)
    }

    /// Whether it says of what was looked at only that a part of it holds (“部分合格”, “主要问题已整改”).
    #[must_use]
    pub fn holds_in_part(&self) -> bool {
        self.says(denial::holds_in_part)
    }

    /// Whether, as the text of a plan, it says that none was made, or all of it that nothing was (“本年度未制定计划”).
    #[must_use]
    pub fn tells_no_plan(&self) -> bool {
        self.says(denial::tells_no_plan)
    }

    /// Whether it says of what was looked at that it does not hold (“复查不合格”, “不同意办结”).
    #[must_use]
    pub fn fails(&self) -> bool {
        self.says(denial::fails)
    }

    /// Whether it says that explosives were taken out of keeping, or supplied, again (“已启封”).
    #[must_use]
    pub fn undoes(&self) -> bool {
        self.says(denial::undoes)
    }

    /// Whether it takes back what its unit had cosigned (“撤回会签”).
    #[must_use]
    pub fn retracts(&self) -> bool {
        self.says(denial::retracts)
    }

    /// Whether it refuses to go along with a paper, or does not yet (“不同意会签”, “待研究后会签”).
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.says(denial::refuses)
    }
}

/// A paragraph a line; characters without a shape are dropped, as are blank ends of lines and of the whole.
impl FromStr for Prose {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        // Written between `"""`, a text reads back with a line break at its end; most are tidy but for that.
        let given = given.trim();
        let tidy = !given.split('\n').any(|line| has_unsafe(line) || line.ends_with(char::is_whitespace));
        let words = if tidy {
            given.to_owned()
        } else {
            let line = |line: &str| line.replace('\t', " ").chars().filter(|c| !is_unsafe(*c)).collect::<String>();
            let lines: Vec<String> = given.lines().map(|l| line(l).trim_end().to_owned()).collect();
            lines.join("\n").trim().to_owned()
        };
        refuse_secret(&words)?;
        if words.is_empty() {
            return Err(Text::fixed("这里不能空着", "this cannot be blank"));
        }
        Ok(Self(Some(words.into())))
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.open().unwrap_or("…"))
    }
}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Value for Prose {
    const SHAPE: Shape = Shape::Prose;

    leaf!(|prose| Leaf::Prose(prose));

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        read_str(value, reader, &Self::SHAPE)
    }

    fn write_inline(&self, out: &mut String) {
        super::writer::prose(self.open().unwrap_or_default(), out);
    }

    fn pack(&self, packer: &mut Packer) {
        packer.byte(u8::from(self.0.is_some()));
        if let Some(words) = self.open() {
            packer.text(words);
        }
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        match packed.byte()? {
            0 => Some(Self(None)),
            1 => packed.written(),
            _ => None,
        }
    }

    /// That it says nothing is all that is kept of a text that is only read; where something is judged by it, also that something was only read, or that it
    /// takes back what it stands beside.
    fn drop_text(&mut self, bearing: Bearing) {
        let is_asked = |words| nothing::only_acknowledges(words) || denial::takes_back(words);
        let is_kept = self.says_nothing() || (bearing == Bearing::Judged && self.open().is_some_and(is_asked));
        if !is_kept {
            self.0 = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_tidied() {
        assert_eq!("一\u{3000}\n二".parse::<Prose>().map(|l| l.to_string()), Ok("一\n二".into()));
        assert_eq!("一 \r\n\r\n二\t".parse::<Prose>().map(|l| l.to_string()), Ok("一\n\n二".into()));
        assert!(" ".parse::<Prose>().is_err());
    }
}
