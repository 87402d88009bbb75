//! What came from a record or an argument may hold anything; what reaches a terminal may not.

use std::borrow::Cow;

/// One line that cannot move the cursor, colour the screen, ring, or turn the direction of reading: control, format and
/// bidirectional characters become `␦`, line breaks a space.
#[must_use]
pub fn clean(words: &str) -> Cow<'_, str> {
    replace(words, false)
}

/// The same, with line breaks kept.
#[must_use]
pub fn clean_lines(words: &str) -> Cow<'_, str> {
    replace(words, true)
}

fn replace(words: &str, keep_lines: bool) -> Cow<'_, str> {
    let harmless = if keep_lines { !words.split('\n').any(has_unsafe) } else { !has_unsafe(words) };
    if harmless {
        return Cow::Borrowed(words);
    }
    let safe = |c: char| match c {
        '\n' if keep_lines => '\n',
        '\n' | '\t' => ' ',
        c if is_unsafe(c) => '\u{2426}',
        c => c,
    };
    Cow::Owned(words.chars().map(safe).collect())
}

/// Whether some character is unsafe. Asked of every text of every record: Chinese characters and plain ASCII pass by their first byte.
pub(crate) fn has_unsafe(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            0x20..=0x7E => 1,
            // U+3000 to U+9FFF.
            0xE3..=0xE9 => 3,
            _ => match words[at..].chars().next() {
                Some(c) if is_unsafe(c) => return true,
                Some(c) => c.len_utf8(),
                None => return false,
            },
        };
    }
    false
}

/// Characters with no shape of their own that change what others look like.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_sees_what_the_slow_one_sees() {
        for c in '\0'..=char::MAX {
            assert_eq!(has_unsafe(&format!("矿{c}")), is_unsafe(c), "{c:?}");
        }
    }

    #[test]
    fn escapes_and_bidi_are_disarmed() {
        assert_eq!(clean("矿\u{1b}[31m红"), "矿␦[31m红");
        assert_eq!(clean("甲\u{202e}乙\u{200b}"), "甲␦乙␦");
        assert_eq!(clean("一\n二\r"), "一 二␦");
        assert_eq!(clean_lines("一\n二\r"), "一\n二␦");
        assert!(matches!(clean("无事"), Cow::Borrowed(_)));
    }
}
