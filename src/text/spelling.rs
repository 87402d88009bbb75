//! Text as it is compared where people spell one thing in many ways: with blanks, dots or dashes between its signs, in full width, in
//! older characters, in either case, with whatever brackets.

use unicode_normalization::UnicodeNormalization as _;

use super::clean::is_unsafe;

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

fn is_between(c: char) -> bool {
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

fn compared(c: char) -> char {
    if c.is_ascii() || ('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return same(c);
    }
    match same(c) {
        kept if kept != c => kept,
        _ => same(composed(c)),
    }
}

/// One sign for those that Unicode keeps beside it for the sake of older sets of characters, or of other shapes: a radical or a compatibility
/// ideograph that looks like the character (⾦, U+F90A), a digit in a circle or above the line.
fn composed(c: char) -> char {
    let mut composed = std::iter::once(c).nfkc();
    match (composed.next(), composed.next()) {
        (Some(one), None) if c != '㊙' => one,
        _ => c,
    }
}

fn same(c: char) -> char {
    match c {
        '機' => '机',
        '絕' | '絶' => '绝',
        '祕' => '秘',
        '級' => '级',
        '長' => '长',
        '個' => '个',
        '別' => '别',
        '為' => '为',
        '︰' | '﹕' => ':',
        '[' | '［' | '【' | '(' | '（' | '〔' | '〖' | '<' | '＜' | '{' | '｛' | '﹝' | '﹙' | '﹛' | '〘' | '｟' | '⟦' | '⟨'
        | '❲' | '︻' | '︵' | '︹' => '〔',
        ']' | '］' | '】' | ')' | '）' | '〕' | '〗' | '>' | '＞' | '}' | '｝' | '﹞' | '﹚' | '﹜' | '〙' | '｠' | '⟧' | '⟩'
        | '❳' | '︼' | '︶' | '︺' => '〕',
        c => c.to_ascii_lowercase(),
    }
}
