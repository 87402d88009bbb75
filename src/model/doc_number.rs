//! The number of an official paper.

use std::fmt;
use std::str::FromStr;

use super::field::Shape;
use super::half_width::{half, to_half_width};
use super::leaf::Leaf;
use super::line::Line;
use super::pattern::Pattern;
use super::value::scalar;
use crate::text::{Text, is_unsafe};

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
    for c in number.chars().map(half).filter(|c| !c.is_whitespace() && !is_unsafe(*c)) {
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
}
