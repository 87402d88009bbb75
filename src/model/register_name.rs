//! The name of a register: drawn once, when trust is turned on, and said by every commit that is made for it.

use std::fmt;
use std::str::FromStr;

use super::field::Shape;
use super::leaf::Leaf;
use super::pattern::Pattern;
use super::value::scalar;
use crate::text::Text;

/// Drawn by lot, so that no two registers have the same; a copy of a register has the name of that register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterName([u8; 16]);

/// Before the name in the message of a commit, as git writes its trailers.
const TRAILER: &str = "Liandong-Register: ";

impl RegisterName {
    /// The name that these bytes are.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The message of a commit for this register, which says so in its last line.
    #[must_use]
    pub fn signs(self, message: &str) -> String {
        format!("{}\n\n{TRAILER}{self}\n", message.trim_end())
    }
}

/// What the message of a commit says for which register it is: every such line, be it a name or not.
pub fn registers_named(message: &str) -> impl Iterator<Item = &str> {
    let after = |line: &'_ str| -> Option<usize> {
        let start = line.get(..TRAILER.len())?;
        start.eq_ignore_ascii_case(TRAILER).then_some(TRAILER.len())
    };
    message.split('\n').filter_map(move |line| after(line).map(|at| &line[at..]))
}

impl fmt::Display for RegisterName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for RegisterName {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 16];
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let digits = given.bytes().all(is_digit) && given.len() == 2 * bytes.len();
        for (at, byte) in bytes.iter_mut().enumerate().filter(|_| digits) {
            *byte = u8::from_str_radix(&given[2 * at..2 * at + 2], 16).unwrap_or_default();
        }
        let wrong = Text::fixed(
            "台账标识是 32 位十六进制数字（小写），由 liandong trust on 或 liandong trust upgrade 写入",
            "the name of a register is 32 hexadecimal digits (small letters), as liandong trust on or liandong trust upgrade writes it",
        );
        digits.then_some(Self(bytes)).ok_or(wrong)
    }
}

scalar!(RegisterName, Shape::Pattern(Pattern::Register), |name| Leaf::Register(name));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_thirty_two_digits() {
        let digits = "0123456789abcdef0123456789abcdef";
        assert_eq!(digits.parse::<RegisterName>().map(|name| name.to_string()), Ok(digits.to_owned()));
        for bad in ["", &digits[1..], &digits.to_uppercase(), &digits.replace('0', "+"), "０123456789abcdef0123456789abcd"] {
            assert!(bad.parse::<RegisterName>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_message_says_for_which_register_it_is() {
        let name = RegisterName::from_bytes([7; 16]);
        let message = name.signs("通报：登记\n");
        assert_eq!(message, format!("通报：登记\n\nLiandong-Register: {name}\n"));
        assert_eq!(registers_named(&message).collect::<Vec<_>>(), [name.to_string()]);
        assert_eq!(registers_named("登记\n\nliandong-register: a\nx\nLiandong-Register: b").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(registers_named("登记\n Liandong-Register: a").count(), 0);
    }
}
