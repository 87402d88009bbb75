//! The canonical form of a record: keys in the order of FIELDS, tables last, a paragraph a line, comments kept with the
//! key that follows them.

use std::fmt::Write as _;

use super::comments::Comments;
use super::value::{Table, Value};

/// Writes one record as TOML.
#[derive(Debug)]
pub struct Writer<'c> {
    out: String,
    /// The header of the table being written, such as `review.share`; empty for the file itself.
    header: String,
    /// The same with positions, such as `to[1]`: where comments are looked up.
    address: String,
    /// The position of the next table, when it is an item of a list.
    item: Option<usize>,
    comments: &'c Comments,
}

/// The canonical text of a record without comments.
#[must_use]
pub fn write<T: Table>(record: &T) -> String {
    write_with(record, &Comments::default())
}

/// The canonical text of a record with its comments.
#[must_use]
pub fn write_with<T: Table>(record: &T, comments: &Comments) -> String {
    let mut writer =
        Writer { out: String::with_capacity(1024), header: String::new(), address: String::new(), item: None, comments };
    record.write_fields(&mut writer);
    for line in &comments.at_end {
        writer.out.push_str(line);
        writer.out.push('\n');
    }
    writer.out
}

impl Writer<'_> {
    /// Writes `key = value`, or nothing where the value is absent.
    pub(crate) fn entry<T: Value>(&mut self, key: &'static str, value: &T) {
        if value.is_absent() {
            return;
        }
        let address = self.comment_before(key);
        self.out.push_str(key);
        self.out.push_str(" = ");
        value.write_inline(&mut self.out);
        if let Some(behind) = address.and_then(|address| self.comments.behind.get(&address)) {
            self.out.push(' ');
            self.out.push_str(behind);
        }
        self.out.push('\n');
    }

    /// The next table is this item of a list.
    pub(crate) fn item(&mut self, position: usize) {
        self.item = Some(position);
    }

    /// Writes `[key]`, or `[[key]]` for an item of a list, and what `fields` writes below it.
    pub(crate) fn table(&mut self, key: &'static str, fields: impl FnOnce(&mut Self)) {
        let item = self.item.take();
        let (header, address) = (self.header.len(), self.address.len());
        for part in [&mut self.header, &mut self.address] {
            if !part.is_empty() {
                part.push('.');
            }
            part.push_str(key);
        }
        if let Some(position) = item {
            let _ = write!(self.address, "[{position}]");
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        if !self.comments.is_empty() {
            self.push_before(&self.address.clone());
        }
        let (open, close) = if item.is_some() { ("[[", "]]\n") } else { ("[", "]\n") };
        self.out.push_str(open);
        self.out.push_str(&self.header);
        self.out.push_str(close);
        fields(self);
        self.header.truncate(header);
        self.address.truncate(address);
    }

    /// Writes the comments before a key; the key's address, where there are comments at all.
    fn comment_before(&mut self, key: &str) -> Option<String> {
        if self.comments.is_empty() {
            return None;
        }
        let address = if self.address.is_empty() { key.to_owned() } else { format!("{}.{key}", self.address) };
        self.push_before(&address);
        Some(address)
    }

    fn push_before(&mut self, address: &str) {
        for line in self.comments.before.get(address).into_iter().flatten() {
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

/// A basic string.
pub(crate) fn quote(words: &str, out: &mut String) {
    out.push('"');
    escape(words, out);
    out.push('"');
}

/// A text: on one line, or a paragraph a line between `"""`.
pub(crate) fn prose(words: &str, out: &mut String) {
    if !words.contains('\n') {
        return quote(words, out);
    }
    out.push_str("\"\"\"\n");
    for line in words.split('\n') {
        escape(line, out);
        out.push('\n');
    }
    out.push_str("\"\"\"");
}

fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            c if crate::text::is_unsafe(c) => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// A list on one line, or an item a line where it would be too long to read.
pub(crate) fn list<T: Value>(items: &[T], out: &mut String) {
    const COLUMNS: usize = 100;
    let start = out.len();
    out.push('[');
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            out.push_str(", ");
        }
        item.write_inline(out);
    }
    out.push(']');
    if crate::text::width(&out[start..]) <= COLUMNS {
        return;
    }
    out.truncate(start);
    out.push_str("[\n");
    for item in items {
        out.push_str("    ");
        item.write_inline(out);
        out.push_str(",\n");
    }
    out.push(']');
}
