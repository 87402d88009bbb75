//! Values as a cache keeps them: bytes, value after value in the order of their keys, that say nothing of what they are. Whoever can write a
//! cache can write anything into it: nothing here trusts a number or a length.

use std::str::FromStr;

/// Puts values one after another.
#[derive(Debug, Default)]
pub struct Packer {
    /// What was put so far.
    pub bytes: Vec<u8>,
}

impl Packer {
    /// A single byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A number: seven bits a byte, the lowest first; all but the last byte have the eighth.
    #[expect(clippy::cast_possible_truncation, reason = "seven bits of it are kept")]
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A text, after its length.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Something that is written as a string, by how it is written.
    pub fn written(&mut self, written: &impl std::fmt::Display) {
        use std::io::Write as _;
        // Most are short: their length takes one byte, which is set when it is known. Writing to memory does not fail.
        let at = self.bytes.len();
        self.byte(0);
        let _ = write!(self.bytes, "{written}");
        let length = self.bytes.len() - at - 1;
        if let Some(length) = u8::try_from(length).ok().filter(|length| *length < 0x80) {
            self.bytes[at] = length;
        } else {
            let text = self.bytes.split_off(at + 1);
            self.bytes.truncate(at);
            self.number(length as u64);
            self.bytes.extend_from_slice(&text);
        }
    }
}

/// Takes values out again in the same order. What asks for more than is there, or for something else, gets nothing.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'a> {
    /// What is left.
    pub rest: &'a [u8],
}

impl<'a> Packed<'a> {
    /// A single byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// A number (see [`Packer::number`]).
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            // The tenth byte has room for one bit.
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// How many follow, of at least so many bytes each: never more than there can be.
    pub fn count(&mut self, least: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len() / least).then_some(count)
    }

    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// As many bytes as the array has.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.count(1)?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// Something that was put as it is written.
    pub fn written<T: FromStr>(&mut self) -> Option<T> {
        self.text()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let long = "长".repeat(99);
        let mut packer = Packer::default();
        for number in [0, 127, 128, u64::from(u32::MAX), u64::MAX] {
            packer.number(number);
        }
        packer.text("");
        packer.written(&long);
        packer.written(&42);
        let mut taken = Packed { rest: &packer.bytes };
        for number in [0, 127, 128, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(taken.number(), Some(number));
        }
        assert_eq!(taken.text(), Some(""));
        assert_eq!(taken.text(), Some(&*long));
        assert_eq!(taken.written(), Some(42));
        assert!(taken.rest.is_empty() && taken.byte().is_none());
    }

    #[test]
    fn what_boasts_is_nothing() {
        let number = |bytes: &[u8]| Packed { rest: bytes }.number();
        assert_eq!(number(&[0x80]), None);
        assert_eq!(number(&[0xff; 11]), None);
        assert_eq!(Packed { rest: &[200, 1, b'a'] }.text(), None);
        assert_eq!(Packed { rest: &[2, 0xff, 0xff] }.text(), None);
        assert_eq!(Packed { rest: &[3] }.count(1), None);
    }
}
