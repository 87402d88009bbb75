//! The comments of a file, found so that writing the record anew keeps each with the key that follows it.

use std::collections::HashMap;

use toml_edit::{Array, Document, InlineTable, Item, RawString, Table, Value};

use super::key_path::KeyPath;

/// The comments of a file, by the key (`review.name`, `to[1].why`) or table (`to[1]`) they belong to.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Comments {
    /// Whole lines before a key or header, each beginning with `#`.
    pub before: HashMap<KeyPath, Vec<String>>,
    /// What stands behind a value on its line.
    pub behind: HashMap<KeyPath, String>,
    /// Lines after the last key.
    pub at_end: Vec<String>,
}

impl Comments {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.behind.is_empty() && self.at_end.is_empty()
    }

    /// The lines that stand together, as they are written: those before a key, what stands behind a value, and those at the end.
    pub fn blocks(&self) -> impl Iterator<Item = &[String]> {
        let behind = self.behind.values().map(std::slice::from_ref);
        self.before.values().map(Vec::as_slice).chain(behind).chain([&*self.at_end])
    }

    /// The comments of a text; none where it is no TOML.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut comments = Self::default();
        if !text.contains('#') {
            return comments;
        }
        if let Ok(document) = Document::parse(text) {
            comments.table(document.as_table(), &KeyPath::default(), text);
            comments.at_end = lines(Some(document.trailing()), text);
        }
        comments
    }

    fn table(&mut self, table: &Table, address: &KeyPath, text: &str) {
        for (name, item) in table {
            let at = address.key(name.to_owned());
            if let Some(key) = table.key(name) {
                self.add_before(&at, key.leaf_decor().prefix(), text);
                self.add_before(&at, key.leaf_decor().suffix(), text);
            }
            match item {
                Item::Value(value) => self.value(value, &at, text),
                Item::Table(inner) => {
                    self.header(inner, &at, text);
                    self.table(inner, &at, text);
                }
                Item::ArrayOfTables(tables) => {
                    for (position, inner) in tables.iter().enumerate() {
                        let at = at.item(position);
                        self.header(inner, &at, text);
                        self.table(inner, &at, text);
                    }
                }
                Item::None => {}
            }
        }
    }

    fn header(&mut self, table: &Table, at: &KeyPath, text: &str) {
        self.add_before(at, table.decor().prefix(), text);
        // What stands behind a header has no place there in canonical form: it goes above.
        self.add_before(at, table.decor().suffix(), text);
    }

    fn value(&mut self, value: &Value, at: &KeyPath, text: &str) {
        self.add_before(at, value.decor().prefix(), text);
        let mut suffix = lines(value.decor().suffix(), text).into_iter();
        if let Some(behind) = suffix.next() {
            self.behind.insert(at.clone(), behind);
        }
        // An inline table may have more before the next comma.
        self.before.entry(at.clone()).or_default().extend(suffix);
        match value {
            Value::Array(array) => self.inside(array, at, text),
            Value::InlineTable(table) => self.inline(table, at, text),
            _ => {}
        }
    }

    /// Comments between the items of a list stand above the list: its items may come to stand on one line.
    fn inside(&mut self, array: &Array, at: &KeyPath, text: &str) {
        for (position, item) in array.iter().enumerate() {
            self.add_before(at, item.decor().prefix(), text);
            self.add_before(at, item.decor().suffix(), text);
            match item {
                Value::InlineTable(table) => self.inline(table, &at.item(position), text),
                Value::Array(array) => self.inside(array, at, text),
                _ => {}
            }
        }
        self.add_before(at, Some(array.trailing()), text);
    }

    fn inline(&mut self, table: &InlineTable, address: &KeyPath, text: &str) {
        for (name, value) in table {
            let at = address.key(name.to_owned());
            if let Some(key) = table.key(name) {
                self.add_before(&at, key.leaf_decor().prefix(), text);
                self.add_before(&at, key.leaf_decor().suffix(), text);
            }
            self.value(value, &at, text);
        }
        self.add_before(address, Some(table.trailing()), text);
    }

    fn add_before(&mut self, at: &KeyPath, found: Option<&RawString>, text: &str) {
        let lines = lines(found, text);
        if !lines.is_empty() {
            self.before.entry(at.clone()).or_default().extend(lines);
        }
    }
}

fn lines(found: Option<&RawString>, text: &str) -> Vec<String> {
    let Some(found) = found else { return Vec::new() };
    let words = found.as_str().or_else(|| text.get(found.span()?)).unwrap_or_default();
    words.lines().map(str::trim).filter(|line| line.starts_with('#')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use crate::model::reader::Keys;

    fn rewritten(kind: Kind, text: &str) -> String {
        let record = kind.read(text, Keys::Known).unwrap_or_else(|problems| panic!("{problems:#?}"));
        record.write(&Comments::from_text(text))
    }

    #[test]
    fn comments_go_with_the_key_that_follows() {
        let text = "# 标题之前\ntitle = \"甲\" # 标题之后\n# 内容\ncontent = 2\nissued = 2025-03-01\n\n# 第一家\n[[to]] # 表头之后\nwho = \"gongan\"\n# 末尾\n";
        let canonical = "# 内容\ncontent = 2\n# 标题之前\ntitle = \"甲\" # 标题之后\nissued = 2025-03-01\n\n# 第一家\n# 表头之后\n[[to]]\nwho = \"gongan\"\n# 末尾\n";
        assert_eq!(rewritten(Kind::Notice, text), canonical);
        assert_eq!(rewritten(Kind::Notice, canonical), canonical);
    }

    #[test]
    fn comments_inside_values_are_kept_above_them() {
        let text = "name = \"市公安局云城分局\"\nshort = \"公安\"\naliases = [\n  # 常用\n  \"公安局\", # 一\n  # 完\n]\n";
        let written = rewritten(Kind::Unit, text);
        assert_eq!(written.matches('#').count(), 3, "{written}");
        assert_eq!(rewritten(Kind::Unit, &written), written);
    }

    #[test]
    fn comments_of_what_is_not_written_again_go_above_what_follows() {
        let text = "content = 2\nbody = \"\" # 没有正文\ntitle = \"甲\"\ncommon = false # 不是共性\nto = [ # 主送\n  { who = \"gongan\",\n    # 涉爆\n    why = \"1.4.2\" },\n]\nreview = \"\" # 未审\n";
        let canonical = "content = 2\ntitle = \"甲\"\n\n# 没有正文\n# 不是共性\n# 主送\n[[to]]\nwho = \"gongan\"\n# 涉爆\nwhy = \"1.4.2\"\n# 未审\n";
        assert_eq!(rewritten(Kind::Notice, text), canonical);
        assert_eq!(rewritten(Kind::Notice, canonical), canonical);
    }
}
