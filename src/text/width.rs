//! Columns on a terminal: a Chinese character takes two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns the words take.
#[must_use]
pub fn width(words: &str) -> usize {
    words.width()
}

/// The words followed by blanks up to `columns`; longer words stay whole.
#[must_use]
pub fn pad(words: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(words));
    format!("{words}{}", " ".repeat(blanks))
}

/// At most `columns` of the words, ending in `…` where something was left out.
#[must_use]
pub fn clip(words: &str, columns: usize) -> String {
    if width(words) <= columns {
        return words.to_owned();
    }
    let mut taken = String::new();
    let mut room = columns.saturating_sub(1);
    for c in words.chars() {
        let Some(left) = room.checked_sub(c.width().unwrap_or(0)) else {
            break;
        };
        room = left;
        taken.push(c);
    }
    taken.push('…');
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(width("联动 ok"), 7);
        assert_eq!(pad("联动", 6), "联动  ");
        assert_eq!(clip("非煤矿山安全", 7), "非煤矿…");
        assert_eq!(clip("非煤矿山", 8), "非煤矿山");
    }
}
