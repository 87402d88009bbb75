//! Text as it is compared where people spell one thing in many ways: with blanks, dots or dashes between its signs, in full width, in
//! older characters, in either case, with whatever brackets.

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

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '．' | '·' | '•' | '・' | '-' | '－' | '_' | '＿' | '~' | '～' | '−' | '\u{AD}' | '\u{2010}'..='\u{2015}'
        )
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE0F}' | '\u{FEFF}')
}

fn compared(c: char) -> char {
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
        '[' | '［' | '【' | '(' | '（' | '〔' | '〖' | '<' | '＜' | '{' | '｛' => '〔',
        ']' | '］' | '】' | ')' | '）' | '〕' | '〗' | '>' | '＞' | '}' | '｝' => '〕',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        c => c.to_ascii_lowercase(),
    }
}
