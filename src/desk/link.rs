//! Addresses of pages: whatever a name holds, it is one part of an address and nothing else.

use std::fmt::Write as _;

/// A path as an address spells it; `/` parts it.
pub(super) fn encoded(path: &str) -> String {
    spelled(path, |byte| byte == b'/')
}

/// What a page is asked, as it stands behind its path; nothing where nothing is asked.
pub(super) fn query(asked: &[(&str, &str)]) -> String {
    let pair = |(key, value): &(&str, &str)| format!("{}={}", spelled(key, |_| false), spelled(value, |_| false));
    let pairs: Vec<String> = asked.iter().filter(|(_, value)| !value.is_empty()).map(pair).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn spelled(words: &str, also: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert_eq!(encoded("record/meetings/2025/anweiban/001#2"), "record/meetings/2025/anweiban/001%232");
        assert_eq!(encoded("矿?a=b&c\"<"), "%E7%9F%BF%3Fa%3Db%26c%22%3C");
        assert_eq!(query(&[("find", "a&b=/ 矿"), ("year", "")]), "?find=a%26b%3D%2F%20%E7%9F%BF");
        assert_eq!(query(&[]), "");
    }
}
