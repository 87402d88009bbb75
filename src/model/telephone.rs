//! Telephone numbers, as far as a program can tell one from what is written in its place.

use super::half_width::{half, to_half_width};

/// Whether somebody could be called by what stands there: several numbers may, with remarks in brackets and extensions. `/`, 同上, a
/// number that a spreadsheet rounded (1.38E+10) and a mobile number short of a digit are none.
#[must_use]
pub fn is_telephone(words: &str) -> bool {
    let plain = without_remarks(&to_half_width(words));
    plain.split(['/', '、', ',', ';', '\n']).any(is_number)
}

/// A telephone number as telephones take it: its digits, and the signs between them, in half width. What else is written beside it stays.
#[must_use]
pub fn spelled_telephone(words: &str) -> String {
    let sign = |c: char| matches!(c, '０'..='９' | '－' | '＋' | '＃' | '＊' | '\u{3000}');
    words.chars().map(|c| if sign(c) { half(c) } else { c }).collect()
}

/// Without what stands in brackets, unless that is the area's code.
fn without_remarks(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inner, after) = behind.split_once(')').unwrap_or((behind, ""));
        plain.push_str(before);
        if inner.chars().all(|c| c.is_ascii_digit()) {
            plain.push_str(inner);
        }
        rest = after;
    }
    plain + rest
}

fn is_number(words: &str) -> bool {
    let words = words.trim();
    let main = words.split(['转', '#', '*', 'x']).next().unwrap_or_default();
    let main = main.strip_prefix("+86").or_else(|| main.strip_prefix("0086")).unwrap_or(main);
    if main.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '-' | '—' | '–' | '\u{a0}')) {
        return false;
    }
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    match digits.as_bytes() {
        // A mobile number has eleven digits, a service (12350) five.
        [b'1', ..] => matches!(digits.len(), 5 | 11),
        _ => (5..=12).contains(&digits.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_a_number_are_half_width() {
        let spelled = ["１３８００００００００", "０７６６－０００００００（虚构）", "0766-0000001"].map(spelled_telephone);
        assert_eq!(spelled, ["13800000000", "0766-0000000（虚构）", "0766-0000001"]);
    }

    #[test]
    fn numbers_and_what_is_written_in_their_place() {
        for number in [
            "0766-0000001",
            "13800000000",
            "１３８００００００００",
            "(0766)0000001转12",
            "+86 138 0000 0000",
            "0000001（虚构）",
            "0766-0000001、13800000000",
            "12350",
            "无/0766-0000001",
        ] {
            assert!(is_telephone(number), "{number}");
        }
        for other in ["/", "同上", "1.38E+10", "1380000000", "138000000000", "无", "—", "见附件", "（虚构号码）", "3号楼", "1"]
        {
            assert!(!is_telephone(other), "{other}");
        }
    }
}
