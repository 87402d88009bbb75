//! Equal words made equal, so that they can be compared: programs, keyboards and systems write the same in several ways.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::half_width::to_half_width;
use crate::text::is_unsafe;

/// A text as it is compared: characters composed (é is one, as macOS does not write it), every blank of a line a space, nothing without
/// a shape.
#[must_use]
pub fn plain_text(words: &str) -> String {
    let composed = match is_nfc_quick(words.chars()) {
        IsNormalized::Yes => words.to_owned(),
        _ => words.nfc().collect(),
    };
    let lines = composed.trim().lines().map(|line| {
        let plain = line.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        plain.filter(|c| !is_unsafe(*c)).collect::<String>().trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A name as it is compared: as a text, and of one width and case, without blanks.
#[must_use]
pub fn plain_name(name: &str) -> String {
    if let Some(plain) = plain_common_name(name) {
        return plain;
    }
    let half = to_half_width(&plain_text(name)).to_lowercase();
    half.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The same of a name that has nothing but Chinese characters and what is on a keyboard, as nearly all have: those stand for themselves, one by one.
/// Whole registers are compared by names.
fn plain_common_name(name: &str) -> Option<String> {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\u{4E00}'..='\u{9FA5}' | '、' | '。' | '〔' | '〕' | '《' | '》' | '“' | '”' => plain.push(c),
            '!'..='~' => plain.push(c.to_ascii_lowercase()),
            '\u{FF01}'..='\u{FF5E}' => {
                plain.push(char::from_u32(u32::from(c) - 0xFEE0)?.to_ascii_lowercase());
            }
            ' ' => {}
            _ => return None,
        }
    }
    Some(plain)
}

/// What is called so: by the very name, else by the same name written in another way.
pub fn called<'a, T: Copy>(names: impl Iterator<Item = (T, &'a str)> + Clone, given: &str) -> Vec<T> {
    let exact: Vec<T> = names.clone().filter(|(_, name)| *name == given).map(|(own, _)| own).collect();
    if !exact.is_empty() {
        return exact;
    }
    let given = plain_name(given);
    names.filter(|(_, name)| plain_name(name) == given).map(|(own, _)| own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_way_gives_what_the_long_one_does() {
        let long = |name: &str| -> String {
            to_half_width(&plain_text(name)).to_lowercase().chars().filter(|c| !c.is_whitespace()).collect()
        };
        for c in '\0'..=char::MAX {
            for name in [format!("{c}"), format!("大山{c}"), format!("A {c}山")] {
                assert_eq!(plain_name(&name), long(&name), "{c:?}");
            }
        }
    }

    #[test]
    fn equal_words_are_made_equal() {
        assert_eq!(plain_text(" 大\u{a0}山 e\u{301}\u{200b} \r\n二\u{3000}"), "大 山 é\n二");
        assert_eq!(plain_name("大山石场(虚构)"), plain_name("大山\u{a0}石场（虚构）"));
        assert_ne!(plain_name("大山石场"), plain_name("大山石厂"));
        assert_eq!(called([(1, "大山（甲）"), (2, "大山(甲)")].into_iter(), "大山(甲)"), [2]);
        assert_eq!(called([(1, "大山（甲）"), (2, "大山 (甲)")].into_iter(), "大山(甲)"), [1, 2]);
    }
}
