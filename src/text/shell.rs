//! What a printed command takes for one word.

/// A word as a shell takes it for one.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~:\\…#".contains(c);
    if !word.is_empty() && !word.starts_with('#') && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The words of a printed command, as a shell parts them; none where a quote is not closed.
#[must_use]
pub fn shell_words(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut characters = command.chars();
    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '\\') => word.get_or_insert_default().extend(characters.next()),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::{shell_word, shell_words};

    #[test]
    fn a_printed_command_is_parted_as_it_was_put_together() {
        let words = ["张三", "", "a b", "it's", "$(x)", "title=…", "\"二\""];
        let command = words.map(shell_word).join(" ");
        assert_eq!(shell_words(&command), Some(words.map(str::to_owned).to_vec()));
        let parted = ["amend", "a", "--set", "标题=…", "--reason", "…"];
        assert_eq!(shell_words("amend a --set \"标题=…\"  --reason …"), Some(parted.map(str::to_owned).to_vec()));
        assert_eq!(shell_words("amend 'a --reason …"), None);
    }

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
