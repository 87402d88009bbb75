//! Text as it is compared where people spell one thing in many ways: with blanks, dots or dashes between its signs, in full width, in
//! older characters, in either case, with whatever brackets.

use unicode_normalization::UnicodeNormalization as _;

use super::clean::is_unsafe;
use super::digits::decimal_digit;
use super::variants::plain_form;

/// One sign of a text that counts, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct SpelledSign {
    /// As it is compared.
    pub sign: char,
    /// Its first byte.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
    /// Whether something that does not count stands before it.
    pub apart: bool,
}

/// The signs of a text that count. What people put between the signs of a word without making it another does not.
pub fn spelled_signs(text: &str) -> impl Iterator<Item = SpelledSign> {
    let mut apart = false;
    text.char_indices().filter_map(move |(from, c)| {
        if is_between(c) {
            apart = true;
            return None;
        }
        Some(SpelledSign { sign: compared(c), from, to: from + c.len_utf8(), apart: std::mem::take(&mut apart) })
    })
}

/// A name as people read it: two that look alike on paper are one.
#[must_use]
pub fn name_as_read(name: &str) -> String {
    spelled_signs(name).map(|sign| sign.sign).collect()
}

/// What people put between the signs of any word, and no word of its own is made of.
pub(super) fn is_between(c: char) -> bool {
    c.is_whitespace() || is_unsafe(c) || is_unseen(c) || matches!(c, '.' | '．' | '-' | '－' | '_' | '＿' | '~' | '～' | '−' | '\u{2010}'..='\u{2015}')
        // Points at half height.
        || matches!(c, '·' | '•' | '・' | '･' | '˙' | '‧' | '∙' | '⋅' | '᛫' | '⸱' | '\u{387}')
}

/// What a font draws over the sign before, or draws as nothing, and no keyboard has: it makes no other word of it.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
        || matches!(
            c,
            '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}'
        )
}

/// A sign as it is compared.
pub(super) fn compared(c: char) -> char {
    if c.is_ascii() || ('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return same(c);
    }
    match same(c) {
        kept if kept != c => kept,
        _ => decimal_digit(c).unwrap_or_else(|| same(composed(c))),
    }
}

/// One sign for those that Unicode keeps beside it for the sake of older sets of characters, or of other shapes: a radical or a compatibility
/// ideograph that looks like the character (⾦, U+F90A), a digit in a circle, in brackets or above the line.
fn composed(c: char) -> char {
    if c == '㊙' {
        return c;
    }
    let mut composed = std::iter::once(c).nfkc();
    if let (Some(one), None) = (composed.next(), composed.next()) {
        return one;
    }
    let mut counts = std::iter::once(c).nfkc().filter(|c| c.is_alphanumeric());
    match (counts.next(), counts.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn same(c: char) -> char {
    match c {
        '\u{4E00}'..='\u{9FFF}' => plain_form(c),
        '︰' | '﹕' => ':',
        '[' | '［' | '【' | '(' | '（' | '〔' | '〖' | '<' | '＜' | '{' | '｛' | '﹝' | '﹙' | '﹛' | '〘' | '｟' | '⟦' | '⟨'
        | '❲' | '︻' | '︵' | '︹' => '〔',
        ']' | '］' | '】' | ')' | '）' | '〕' | '〗' | '>' | '＞' | '}' | '｝' | '﹞' | '﹚' | '﹜' | '〙' | '｠' | '⟧' | '⟩'
        | '❳' | '︼' | '︶' | '︺' => '〕',
        c => c.to_ascii_lowercase(),
    }
}
