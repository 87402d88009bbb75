//! How many there are, in English: one filing, two filings.

/// A number with the name of what is counted, which takes an s where it is not one.
#[must_use]
pub fn english_count(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_one() {
        assert_eq!([0, 1, 2].map(|count| english_count(count, "filing")), ["0 filings", "1 filing", "2 filings"]);
    }
}
