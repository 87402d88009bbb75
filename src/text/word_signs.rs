//! Text as words are looked for in it that nobody should read: letters and digits alone count, whatever was put between them.

use unicode_normalization::char::is_combining_mark;

use super::digits::chinese_digit;
use super::spelling::{compared, is_between};

/// A letter, a character or a digit of a text, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct WordSign {
    /// As it is compared.
    pub sign: char,
    /// Its first byte.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
    /// What stands before it, behind the one before.
    pub gap: Gap,
}

/// What stands between two signs of words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gap {
    /// Whether nothing does.
    pub is_none: bool,
    /// How many signs that are no blanks, dots or dashes.
    pub others: u8,
    /// Whether one of them ends a sentence or a part of one.
    pub ends: bool,
    /// Whether one of them opens brackets or quotation.
    pub opens: bool,
}

impl Gap {
    const NONE: Self = Self { is_none: true, others: 0, ends: false, opens: false };
}

/// So many signs may stand between two of a word.
pub const GAP: u8 = 3;

/// The signs of a text that words are made of.
pub fn word_signs(text: &str) -> impl Iterator<Item = WordSign> {
    let (mut gap, mut before) = (Gap::NONE, ' ');
    text.char_indices().filter_map(move |(from, c)| {
        let Some(sign) = counted(c, before) else {
            add(&mut gap, c);
            return None;
        };
        before = sign;
        Some(WordSign { sign, from, to: from + c.len_utf8(), gap: std::mem::replace(&mut gap, Gap::NONE) })
    })
}

/// A sign as it is compared, where it counts.
fn counted(c: char, before: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase());
    }
    match c {
        // Strokes are no characters of their own, and are put between others.
        '丨' | '丶' | '丿' | '亅' | '〆' | '〻' => None,
        // The zero of Chinese numerals as many write it.
        '○' | '◯' => (before.is_ascii_digit() || chinese_digit(before).is_some()).then_some('〇'),
        '\u{4E00}'..='\u{9FFF}' => Some(compared(c)),
        c if is_between(c) || is_combining_mark(c) => None,
        c => Some(compared(c)).filter(|c| c.is_alphanumeric()),
    }
}

fn add(gap: &mut Gap, c: char) {
    gap.is_none = false;
    if is_between(c) || is_combining_mark(c) {
        return;
    }
    gap.others = gap.others.saturating_add(1);
    gap.ends |= "，。、；：！？,;:!?".contains(c);
    gap.opens |= is_opening(c);
}

/// Whether a sign opens brackets or quotation.
pub(super) fn is_opening(c: char) -> bool {
    closing(c).is_some()
}

/// The sign that closes what a sign opens.
#[must_use]
pub fn closing(c: char) -> Option<char> {
    const PAIRS: [(char, char); 17] = [
        ('（', '）'),
        ('(', ')'),
        ('“', '”'),
        ('‘', '’'),
        ('【', '】'),
        ('〔', '〕'),
        ('［', '］'),
        ('[', ']'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
        ('〖', '〗'),
        ('<', '>'),
        ('＜', '＞'),
        ('{', '}'),
        ('｛', '｝'),
    ];
    PAIRS.iter().find(|(open, _)| *open == c).map(|(_, close)| *close)
}
