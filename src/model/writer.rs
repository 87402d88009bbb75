//! The canonical form of a record: keys in the order of FIELDS, tables last, a paragraph a line, comments kept with the
//! key that follows them.

use std::fmt::Write as _;

use super::comments::Comments;
use super::key_path::KeyPath;
use super::value::{TableValue, Value};

/// Writes one record as TOML.
#[derive(Debug)]
pub struct TomlWriter<'c> {
    out: String,
    /// The header of the table being written, such as `review.share`; empty for the file itself.
    header: String,
    /// The same with positions, such as `to[1]`: where comments are looked up.
    address: KeyPath,
    /// The position of the next table, when it is an item of a list.
    item: Option<usize>,
    comments: &'c Comments,
    /// Comments of what was left out or has no line of its own: they stand above what comes next.
    carried: Vec<&'c str>,
}

/// The canonical text of a record without comments.
#[must_use]
pub fn write<T: TableValue>(record: &T) -> String {
    write_with(record, &Comments::default())
}

/// The canonical text of a record with its comments.
#[must_use]
pub fn write_with<T: TableValue>(record: &T, comments: &Comments) -> String {
    let mut writer = TomlWriter {
        out: String::with_capacity(1024),
        header: String::new(),
        address: KeyPath::default(),
        item: None,
        comments,
        carried: Vec::new(),
    };
    record.write_fields(&mut writer);
    writer.carried.extend(comments.at_end.iter().map(String::as_str));
    writer.put_carried();
    writer.out
}

impl<'c> TomlWriter<'c> {
    /// Writes `key = value`, or nothing where the value is absent.
    pub(crate) fn entry<T: Value>(&mut self, key: &'static str, value: &T) {
        if value.is_absent() {
            self.carry(key);
            return;
        }
        let behind = self.carry_before(key);
        self.put_carried();
        self.out.push_str(key);
        self.out.push_str(" = ");
        value.write_inline(&mut self.out);
        if let Some(behind) = behind {
            self.out.push(' ');
            self.out.push_str(behind);
        }
        self.out.push('\n');
    }

    /// Writes a table, or tables, below a header each.
    pub(crate) fn tables<T: Value>(&mut self, key: &'static str, value: &T) {
        // It may have stood behind `key =`, where it had comments of its own.
        self.carry(key);
        value.write_tables(key, self);
    }

    /// The next table is this item of a list.
    pub(crate) fn item(&mut self, position: usize) {
        self.item = Some(position);
    }

    /// Writes `[key]`, or `[[key]]` for an item of a list, and what `fields` writes below it.
    pub(crate) fn table(&mut self, key: &'static str, fields: impl FnOnce(&mut Self)) {
        let item = self.item.take();
        let header = self.header.len();
        if header > 0 {
            self.header.push('.');
        }
        self.header.push_str(key);
        let at = self.address.key(key);
        let above = std::mem::replace(&mut self.address, item.map_or(at.clone(), |position| at.item(position)));
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        if item.is_some() {
            self.carry("");
        }
        self.put_carried();
        let (open, close) = if item.is_some() { ("[[", "]]\n") } else { ("[", "]\n") };
        self.out.push_str(open);
        self.out.push_str(&self.header);
        self.out.push_str(close);
        fields(self);
        self.header.truncate(header);
        self.address = above;
    }

    /// Takes up the comments of a key (or, without one, of the table itself) that gets no line.
    fn carry(&mut self, key: &'static str) {
        let behind = self.carry_before(key);
        self.carried.extend(behind);
    }

    /// Takes up the comments above a key; gives the one behind it.
    fn carry_before(&mut self, key: &'static str) -> Option<&'c str> {
        if self.comments.is_empty() {
            return None;
        }
        let address = if key.is_empty() { self.address.clone() } else { self.address.key(key) };
        self.carried.extend(self.comments.before.get(&address).into_iter().flatten().map(String::as_str));
        self.comments.behind.get(&address).map(String::as_str)
    }

    fn put_carried(&mut self) {
        for line in self.carried.drain(..) {
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
    let is_plain = |sign: u8| !words.as_bytes().contains(&sign);
    if is_plain(b'"') && is_plain(b'\\') && !crate::text::has_unsafe(words) {
        return out.push_str(words);
    }
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
