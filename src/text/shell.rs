//! What a printed command takes for one word.

/// A word as a shell takes it for one.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~:\\…".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn what_a_shell_would_part_or_read_is_quoted() {
        for plain in ["张三", "/srv/台账.git", r"D:\台账", "…"] {
            assert_eq!(shell_word(plain), plain);
        }
        for (word, quoted) in [("", "''"), ("a b", "'a b'"), ("it's", r"'it'\''s'"), ("$(x)", "'$(x)'"), ("a;b", "'a;b'")] {
            assert_eq!(shell_word(word), quoted);
        }
    }
}
