//! Texts of a record: a line, prose, a paper's number.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;

use super::field::Shape;
use super::half_width::to_half_width;
use super::leaf::Leaf;
use super::limits;
use super::packed::{Packed, Packer};
use super::pattern::Pattern;
use super::reader::TomlReader;
use super::subject::{self, BoundAct};
use super::value::{Value, leaf, read_str, scalar};
use super::{denial, nothing};
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
    /// Whether it says that there is nothing, or nothing yet, and no more: as [`Prose::says_nothing`].
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

    /// Whether it says that there is nothing ("无", "none"), or nothing yet (“待定”), and no more. Of a text that is not at hand nobody can
    /// say so.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.open().is_some_and(nothing::says_nothing)
    }

    /// Whether it says of something that is to be done that it was not (“尚未封存”): whoever files it as measures taken took none.
    #[must_use]
    pub fn denies(&self) -> bool {
        self.open().is_some_and(denial::denies)
    }

    /// Whether it is about what a clause has somebody do, or speaks of it in general. Of a text that is not at hand nobody can say that it is not.
    #[must_use]
    pub fn is_about(&self, act: BoundAct) -> bool {
        self.open().is_none_or(|words| subject::is_about(words, act))
    }

    /// Whether it says of what was looked at that it does not hold (“复查不合格”, “不同意办结”).
    #[must_use]
    pub fn fails(&self) -> bool {
        self.open().is_some_and(denial::fails)
    }

    /// Whether it refuses to go along with a paper (“不同意会签”).
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.open().is_some_and(denial::refuses)
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

    /// That it says nothing, that something was not done or does not hold, or that it refuses, is all that is kept of a text: rules ask for that.
    fn drop_text(&mut self) {
        if !self.says_nothing() && !self.denies() && !self.refuses() && !self.fails() {
            self.0 = None;
        }
    }
}

/// What was written where something may be left out. A word that there is nothing (无, 待定) says no more than a blank.
pub trait Stated<T> {
    /// What it says, if anything.
    fn said(&self) -> Option<&T>;
}

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

impl Stated<Line> for Option<Line> {
    fn said(&self) -> Option<&Line> {
        self.as_ref().filter(|line| !line.says_nothing())
    }
}

impl Stated<Prose> for Option<Prose> {
    fn said(&self) -> Option<&Prose> {
        self.as_ref().filter(|text| !text.says_nothing())
    }
}

/// State secrets do not belong in any repository: a paper's own marking (机密★1年) is enough to refuse it.
fn refuse_secret(words: &str) -> Result<(), Text> {
    let marked = words.match_indices('★').any(|(at, _)| {
        let before = words[..at].trim_end();
        ["秘密", "机密", "绝密"].iter().any(|level| before.ends_with(level))
    });
    if marked {
        return Err(Text::fixed(
            "标有密级（秘密、机密、绝密）的内容不得写入台账，请按保密规定另行处理",
            "what is classified (秘密, 机密, 绝密) must not be in a register; handle it as the rules on secrets say",
        ));
    }
    Ok(())
}

/// The number of an official paper (发文字号), given by the registry of the office that issues it: 云区安委办〔2025〕3号.
///
/// Kept as it was given; [`DocNumber::parts`] says whether it has the form of GB/T 9704-2012 7.2.5.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocNumber(Line);

/// A well-formed paper number, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberParts<'a> {
    /// The issuer's sign (机关代字).
    pub sign: &'a str,
    /// The year between 〔 and 〕.
    pub year: u16,
    /// The serial number.
    pub serial: u32,
}

impl DocNumber {
    /// The number as given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Its parts where it is well formed: a sign of Chinese characters, 〔four digits〕, a serial number without leading
    /// zero, 号.
    #[must_use]
    pub fn parts(&self) -> Option<NumberParts<'_>> {
        let (sign, rest) = self.as_str().split_once('〔')?;
        let (year, rest) = rest.split_once('〕')?;
        let serial = rest.strip_suffix('号')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let sign_ok = !sign.is_empty() && sign.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}'));
        if !sign_ok || year.len() != 4 || !digits(year) || !digits(serial) || serial.starts_with('0') {
            return None;
        }
        Some(NumberParts { sign, year: year.parse().ok()?, serial: serial.parse().ok()? })
    }

    /// In what it departs from the form.
    #[must_use]
    pub fn departs(&self) -> Option<Text> {
        let number = self.as_str();
        let serial = number.rsplit(['〕', ']', '］', ')', '）', '】']).next().unwrap_or_default();
        let why = if number.contains(['[', '［', '(', '（', '【']) {
            Text::fixed("年份宜用六角括号〔〕", "the year stands between 〔 and 〕")
        } else if serial.starts_with('第') {
            Text::fixed("序号前不加“第”字", "no 第 stands before the serial number")
        } else if serial.starts_with('0') {
            Text::fixed("序号不编虚位，如 3 不写作 03", "the serial number has no leading zero")
        } else {
            Text::fixed("格式宜如“机关代字〔2025〕3号”", "the form is such as 机关代字〔2025〕3号")
        };
        self.parts().is_none().then_some(why)
    }

    /// The number that stands in a sentence, by the year in its brackets: 《…》（云区安委办〔2026〕1号）. Whether it has the form, it says itself.
    #[must_use]
    pub fn within(words: &str) -> Option<Self> {
        let plain = to_half_width(words);
        let is_year = |at: usize| {
            let mut year = plain[at..].chars().skip(1);
            (0..4).all(|_| year.next().is_some_and(|c| c.is_ascii_digit())) && year.next().is_some_and(|c| "〕])】".contains(c))
        };
        let (at, _) = plain.char_indices().find(|(at, c)| "〔[(【".contains(*c) && is_year(*at))?;
        let sign: usize =
            plain[..at].chars().rev().take_while(|c| !c.is_ascii() && c.is_alphanumeric()).map(char::len_utf8).sum();
        let end = plain[at..].find('号').map_or(plain.len(), |end| at + end + '号'.len_utf8());
        plain[at - sign..end].parse().ok()
    }
}

/// The number of a paper as it is compared: kinds of brackets, blanks, the width of digits and leading zeros are typed as they come.
#[must_use]
pub fn plain_number(number: &str) -> String {
    let mut plain = String::with_capacity(number.len());
    for c in to_half_width(number).chars().filter(|c| !c.is_whitespace() && !is_unsafe(*c)) {
        let c = match c {
            '[' | '(' | '【' => '〔',
            ']' | ')' | '】' => '〕',
            c => c,
        };
        // A zero that led a number gives way to its next digit.
        let leads = plain.ends_with('0') && !plain.trim_end_matches('0').ends_with(|c: char| c.is_ascii_digit());
        if c.is_ascii_digit() && leads {
            plain.pop();
        }
        plain.push(c);
    }
    plain
}

impl fmt::Display for DocNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for DocNumber {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        given.parse().map(Self)
    }
}

scalar!(DocNumber, Shape::Pattern(Pattern::Paper), |number| Leaf::Number(number));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_papers() {
        let parts = |text: &str| text.parse::<DocNumber>().ok().and_then(|n| n.parts().map(|p| (p.year, p.serial)));
        assert_eq!(parts("云区安委办〔2025〕3号"), Some((2025, 3)));
        for bad in [
            "云区安委办[2025]3号",
            "云区安委办（2025）3号",
            "云区安委办〔2025〕03号",
            "云区安委办〔2025〕第3号",
            "〔2025〕3号",
            "云区安委办〔25〕3号",
        ] {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_compared_however_they_are_typed() {
        for same in ["云区应急[2025]77号", "云区应急（２０２５）７７号", "云区应急 【2025】 077 号", "云区应急［2025］77号"]
        {
            assert_eq!(plain_number(same), "云区应急〔2025〕77号", "{same}");
        }
        for other in ["云区应急〔20257〕7号", "云区应急〔2025〕707号", "云区应急〔2025〕770号", "云区应急202577号"]
        {
            assert_ne!(plain_number(other), "云区应急〔2025〕77号", "{other}");
        }
        assert_eq!(plain_number("第00期"), "第0期");
    }

    #[test]
    fn texts_are_tidied_and_secrets_refused() {
        assert_eq!("  大山 \u{200b}石场\n".parse::<Line>().map(|l| l.to_string()), Ok("大山 石场".into()));
        assert_eq!("\u{200b} 大山 \u{200b} 石场\u{a0}\u{feff}".parse::<Line>().map(|l| l.to_string()), Ok("大山 石场".into()));
        assert_eq!("一\u{3000}\n二".parse::<Prose>().map(|l| l.to_string()), Ok("一\n二".into()));
        assert_eq!("一 \r\n\r\n二\t".parse::<Prose>().map(|l| l.to_string()), Ok("一\n\n二".into()));
        assert!("机密★1年".parse::<Line>().is_err());
        assert!("关于保密工作的通知".parse::<Line>().is_ok());
        assert!(" ".parse::<Prose>().is_err());
    }
}
