//! Where a key of a record stands in its file. Records carry no places; a place is looked up when somebody has to see it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The bytes of the value at a key path such as `to[0].why`; where a step is not there, the nearest that is.
#[must_use]
pub fn locate(text: &str, key: &str) -> Range<usize> {
    let (document, _) = DeTable::parse_recoverable(text);
    let mut span = 0..0;
    let mut table = document.get_ref();
    let mut value: &Spanned<DeValue<'_>>;
    for step in key.split('.').filter(|step| !step.is_empty()) {
        let (name, positions) = step.split_once('[').unwrap_or((step, ""));
        let Some(found) = table.get(name) else { return span };
        value = found;
        for position in positions.split('[') {
            let Ok(position) = position.trim_end_matches(']').parse::<usize>() else { continue };
            let Some(item) = value.get_ref().as_array().and_then(|items| items.get(position)) else { break };
            value = item;
        }
        span = value.span();
        match value.get_ref().as_table() {
            Some(inner) => table = inner,
            None => return span,
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_where_they_stand() {
        let text = "title = \"甲\"\n\n[[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"linye\"\nwhy = \"1.10.2\"\n";
        assert_eq!(&text[locate(text, "title")], "\"甲\"");
        assert_eq!(&text[locate(text, "to[1].why")], "\"1.10.2\"");
        assert_eq!(&text[locate(text, "to[0].why")], "[[to]]");
        assert_eq!(locate(text, "issued"), 0..0);
    }
}
