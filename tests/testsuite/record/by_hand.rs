//! A record as a person might write it: keys in any order, tables in any layout, texts in any quotes, comments anywhere.

use std::fmt::Write as _;

use liandong::model::Nature;
use liandong::model::field::{ChangePolicy, Field};
use serde_json::Value as Json;

/// A value of a record, before it is written.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// A value without keys.
    Leaf(Leaf),
    /// A list, and whether it is spread over lines where it stands behind `=`.
    List { items: Vec<Node>, spread: bool, layout: Layout },
    /// A table.
    Table { entries: Vec<Entry>, layout: Layout },
}

/// A value without keys: its TOML, and what a reader must make of it.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    pub(crate) toml: String,
    pub(crate) says: Says,
}

/// What a value says.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    /// The same as if the key were not there.
    Nothing,
    /// Exactly that.
    Exactly(Json),
    /// Words, whose visible characters must all arrive in their order.
    Words(String),
}

/// How a table, or a list of tables, is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `[key]` or `[[key]]`.
    Header,
    /// `key = { … }`, over several lines where it has comments.
    Inline,
    /// `key.inner = …`.
    Dotted,
}

/// A key with its value and the comments around it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) field: &'static Field,
    /// Empty, `"` or `'`: a key may stand in quotes.
    pub(crate) quote: &'static str,
    pub(crate) value: Node,
    pub(crate) comment_before: bool,
    pub(crate) comment_behind: bool,
    /// The state of the record in which it is first there, should it not be there from the beginning.
    pub(crate) since: usize,
}

/// How many states a record goes through.
pub(crate) const STATES: usize = 3;

/// Writes a record and keeps the comments that it wrote.
#[derive(Debug, Default)]
pub(crate) struct Hand {
    pub(crate) text: String,
    pub(crate) comments: Vec<String>,
}

impl Hand {
    /// The record with its comments.
    pub(crate) fn write(record: &Node) -> Self {
        let mut hand = Self::default();
        let Node::Table { entries, .. } = record else { panic!("a record is a table") };
        hand.body(entries, "");
        hand.comment("末尾");
        hand
    }

    fn comment(&mut self, place: &str) {
        // Everything that could be taken for something else.
        let comment = format!("# {}. {place} \"引号\" = [\\] # '再'", self.comments.len());
        self.text.push_str(&comment);
        self.text.push('\n');
        self.comments.push(comment);
    }

    fn end_of_line(&mut self, commented: bool, place: &str) {
        if commented {
            self.text.push_str("  ");
            self.comment(place);
        } else {
            self.text.push('\n');
        }
    }

    /// The keys of a table: those without a header first, as TOML wants it.
    fn body(&mut self, entries: &[Entry], header: &str) {
        for entry in entries.iter().filter(|entry| !entry.value.has_header()) {
            self.entry(entry, "");
        }
        for entry in entries.iter().filter(|entry| entry.value.has_header()) {
            let header = if header.is_empty() { entry.name() } else { format!("{header} . {}", entry.name()) };
            match &entry.value {
                Node::Table { entries, .. } => self.headed(entry, &format!("[{header}]"), entries, &header),
                Node::List { items, .. } => {
                    for item in items {
                        let Node::Table { entries, .. } = item else { panic!("only tables have headers") };
                        self.headed(entry, &format!("[[ {header} ]]"), entries, &header);
                    }
                }
                Node::Leaf(_) => {}
            }
        }
    }

    fn headed(&mut self, entry: &Entry, line: &str, entries: &[Entry], header: &str) {
        if entry.comment_before {
            self.comment("表头之前");
        }
        self.text.push_str(line);
        self.end_of_line(entry.comment_behind, "表头之后");
        self.body(entries, header);
    }

    /// `key = value`, or the keys of a dotted table one by one.
    fn entry(&mut self, entry: &Entry, above: &str) {
        let name = format!("{above}{}", entry.name());
        if let Node::Table { entries, layout: Layout::Dotted } = &entry.value
            && !entries.is_empty()
        {
            for inner in entries {
                self.entry(inner, &format!("{name} . "));
            }
            return;
        }
        if entry.comment_before {
            self.comment("键之前");
        }
        let _ = write!(self.text, "\t{name}  = ");
        self.inline(&entry.value);
        self.end_of_line(entry.comment_behind, "值之后");
    }

    fn inline(&mut self, value: &Node) {
        match value {
            Node::Leaf(leaf) => self.text.push_str(&leaf.toml),
            Node::List { items, spread: false, .. } => {
                self.text.push('[');
                for item in items {
                    self.inline(item);
                    self.text.push_str(" ,");
                }
                self.text.push(']');
            }
            Node::List { items, .. } => {
                self.text.push_str("[ ");
                self.comment("列表之中");
                for item in items {
                    self.inline(item);
                    self.text.push(' ');
                    self.comment("逗号之前");
                    self.text.push_str(", ");
                    self.comment("逗号之后");
                }
                self.text.push(']');
            }
            Node::Table { entries, .. } => self.inline_table(entries),
        }
    }

    fn inline_table(&mut self, entries: &[Entry]) {
        self.text.push('{');
        for (position, entry) in entries.iter().enumerate() {
            if entry.comment_before {
                self.comment("行内表的键之前");
            }
            self.text.push_str(&entry.name());
            self.text.push_str(" = ");
            self.inline(&entry.value);
            if entry.comment_behind {
                self.text.push(' ');
                self.comment("行内表的值之后");
            }
            if position + 1 < entries.len() {
                self.text.push(',');
            }
        }
        if entries.iter().any(|entry| entry.comment_before) {
            self.text.push(' ');
            self.comment("行内表末尾");
        }
        self.text.push('}');
    }
}

impl Entry {
    fn at(&self, state: usize, nature: Nature) -> Option<Self> {
        let stays = match self.field.change {
            ChangePolicy::Free => return Some(self.clone()),
            ChangePolicy::AsKind => nature == Nature::Frozen,
            ChangePolicy::Fills | ChangePolicy::Grows => false,
        };
        let mut value = self.value.at(state, nature);
        match &mut value {
            Node::List { items, .. } if !stays => items.truncate(items.len() * (state + 1) / STATES),
            _ if !stays && !self.field.required && state < self.since => return None,
            _ => {}
        }
        Some(Self { value, ..self.clone() })
    }

    fn name(&self) -> String {
        format!("{0}{1}{0}", self.quote, self.field.key)
    }
}

impl Node {
    /// Whether it is written below a header. What stands inside an inline or dotted table never is.
    fn has_header(&self) -> bool {
        match self {
            Self::Table { layout, .. } => *layout == Layout::Header,
            Self::List { items, layout, .. } => *layout == Layout::Header && matches!(items.first(), Some(Self::Table { .. })),
            Self::Leaf(_) => false,
        }
    }

    /// The record as it stood in an earlier state, from 0, when only what may come later was not there yet.
    pub(crate) fn at(&self, state: usize, nature: Nature) -> Self {
        match self {
            Self::Leaf(_) => self.clone(),
            Self::List { items, spread, layout } => {
                let items = items.iter().map(|item| item.at(state, nature)).collect();
                Self::List { items, spread: *spread, layout: *layout }
            }
            Self::Table { entries, layout } => {
                let entries = entries.iter().filter_map(|entry| entry.at(state, nature)).collect();
                Self::Table { entries, layout: *layout }
            }
        }
    }

    /// Whether a record says what was written here; `None` where the key is not there.
    pub(crate) fn agrees(&self, read: Option<&Json>) -> bool {
        match self {
            Self::Leaf(leaf) => match &leaf.says {
                Says::Nothing => read.is_none(),
                Says::Exactly(value) => read == Some(value),
                Says::Words(words) => read.and_then(Json::as_str).is_some_and(|read| visible(read) == visible(words)),
            },
            Self::List { items, .. } if items.is_empty() => read.is_none(),
            Self::List { items, .. } => read.and_then(Json::as_array).is_some_and(|read| {
                read.len() == items.len() && items.iter().zip(read).all(|(item, read)| item.agrees(Some(read)))
            }),
            Self::Table { entries, .. } => read.and_then(Json::as_object).is_some_and(|read| {
                let known = |key: &String| entries.iter().any(|entry| entry.field.key == key);
                read.keys().all(known) && entries.iter().all(|entry| entry.value.agrees(read.get(entry.field.key)))
            }),
        }
    }
}

/// The characters that a person sees.
fn visible(words: &str) -> String {
    let shows =
        |c: &char| !c.is_whitespace() && *liandong::text::clean(c.encode_utf8(&mut [0; 4])) == *c.encode_utf8(&mut [0; 4]);
    words.chars().filter(shows).collect()
}
