//! The styles by which marks stand out in a workbook: added to those that it has, which stay as they are.

use std::collections::BTreeSet;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::layout::attribute;

/// The colour of bad cells: by it a copy that comes back knows its own marks, so it is none that a palette offers.
const COLOUR: &str = "FFFFC7CD";

/// The styles of a workbook, and those that its marks add.
pub(super) struct MarkStyles<'s> {
    text: &'s str,
    /// Where the tag that opens the fills stands, where the one that closes them begins, and how many there are.
    fills: StyleList,
    /// The same of the styles of cells.
    cells: StyleList,
    /// The styles of cells, as they are written.
    styles: Vec<&'s str>,
    /// The fills that are marks of an earlier copy.
    ours: BTreeSet<usize>,
    /// What was added: of which style, and whether it is marked.
    added: Vec<(usize, bool)>,
}

#[derive(Debug, Clone, Default)]
struct StyleList {
    opens: Range<usize>,
    closes: usize,
    count: usize,
}

impl<'s> MarkStyles<'s> {
    pub(super) fn of(text: &'s str) -> Option<Self> {
        let [none, other] = [StyleList::default(), StyleList::default()];
        let mut read = Self { text, fills: none, cells: other, styles: Vec::new(), ours: BTreeSet::new(), added: Vec::new() };
        let mut reader = Reader::from_str(text);
        let position = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).ok();
        let mut list = None;
        loop {
            let begins = position(&reader)?;
            match reader.read_event().ok()? {
                Event::Eof => break,
                Event::Start(tag) => match (tag.local_name().as_ref(), list) {
                    (name @ ("fills" | "cellXfs"), None) => {
                        let is_fills = name == "fills";
                        list = Some(is_fills);
                        read.list(is_fills).opens = begins..position(&reader)?;
                    }
                    ("fill", Some(true)) => {
                        reader.read_to_end(tag.name()).ok()?;
                        read.fill(&text[begins..position(&reader)?]);
                    }
                    ("xf", Some(false)) => {
                        reader.read_to_end(tag.name()).ok()?;
                        read.style(&text[begins..position(&reader)?]);
                    }
                    _ => {}
                },
                Event::Empty(tag) => match (tag.local_name().as_ref(), list) {
                    ("fill", Some(true)) => read.fill(""),
                    ("xf", Some(false)) => read.style(&text[begins..position(&reader)?]),
                    _ => {}
                },
                Event::End(tag) if matches!(tag.local_name().as_ref(), "fills" | "cellXfs") => {
                    read.list(list.take()?).closes = begins;
                }
                _ => {}
            }
        }
        let is_whole = read.fills.closes > 0 && read.cells.closes > read.fills.closes && !read.styles.is_empty();
        is_whole.then_some(read)
    }

    fn list(&mut self, is_fills: bool) -> &mut StyleList {
        if is_fills { &mut self.fills } else { &mut self.cells }
    }

    fn fill(&mut self, written: &str) {
        if written.contains(COLOUR) {
            self.ours.insert(self.fills.count);
        }
        self.fills.count += 1;
    }

    fn style(&mut self, written: &'s str) {
        self.styles.push(written);
        self.cells.count += 1;
    }

    /// The fill of marks: that of an earlier copy, else one more.
    fn mark(&self) -> usize {
        self.ours.first().copied().unwrap_or(self.fills.count)
    }

    /// The style in which a cell of a style is shown, as a bad one or not.
    pub(super) fn shown(&mut self, style: usize, is_bad: bool) -> Option<usize> {
        let tag = opening(self.styles.get(style)?)?;
        let fill = attribute(&tag, "fillId").ok()?.and_then(|fill| fill.parse::<usize>().ok()).unwrap_or(0);
        if is_bad && fill == self.mark() || !is_bad && !self.ours.contains(&fill) {
            return Some(style);
        }
        let at = self.added.iter().position(|added| *added == (style, is_bad)).unwrap_or_else(|| {
            self.added.push((style, is_bad));
            self.added.len() - 1
        });
        Some(self.cells.count + at)
    }

    /// The part with what was added.
    pub(super) fn text(&self) -> String {
        let counted = |list: &StyleList, count: usize| {
            let opens = &self.text[list.opens.clone()];
            opening(opens)
                .and_then(|tag| with(&tag, "count", &count.to_string()))
                .map_or_else(|| opens.to_owned(), |tag| written(&tag, false))
        };
        let named = |list: &StyleList, name: &str| {
            let opens = &self.text[list.opens.clone()];
            let prefix = opens.trim_start_matches('<').split([' ', '>', '\t', '\r', '\n']).next().unwrap_or_default();
            prefix.strip_suffix(name).unwrap_or_default().to_owned()
        };
        let is_new = self.ours.is_empty() && !self.added.is_empty();
        let p = named(&self.fills, "fills");
        let fill = format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{COLOUR}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        );
        let added: String = self.added.iter().filter_map(|(style, is_bad)| self.another(*style, *is_bad)).collect();
        [
            self.text[..self.fills.opens.start].to_owned(),
            counted(&self.fills, self.fills.count + usize::from(is_new)),
            self.text[self.fills.opens.end..self.fills.closes].to_owned(),
            if is_new { fill } else { String::new() },
            self.text[self.fills.closes..self.cells.opens.start].to_owned(),
            counted(&self.cells, self.cells.count + self.added.len()),
            self.text[self.cells.opens.end..self.cells.closes].to_owned(),
            added,
            self.text[self.cells.closes..].to_owned(),
        ]
        .concat()
    }

    /// A style as another, which is a bad cell's or that of one that is good again.
    fn another(&self, style: usize, is_bad: bool) -> Option<String> {
        let whole = *self.styles.get(style)?;
        let tag = opening(whole)?;
        let fill = if is_bad { self.mark() } else { 0 };
        let other = with(&with(&tag, "fillId", &fill.to_string())?, "applyFill", "1")?;
        let end = whole.find('>')? + 1;
        let is_empty = whole[..end].ends_with("/>");
        Some(format!("{}{}", written(&other, is_empty), &whole[end..]))
    }
}

/// The tag with which an element begins.
fn opening(element: &str) -> Option<BytesStart<'_>> {
    match Reader::from_str(element).read_event().ok()? {
        Event::Start(tag) | Event::Empty(tag) => Some(tag),
        _ => None,
    }
}

fn written(tag: &BytesStart<'_>, is_empty: bool) -> String {
    format!("<{}{}{}>", tag.name().as_ref(), tag.attributes_raw(), if is_empty { "/" } else { "" })
}

/// A tag without one of its attributes.
pub(super) fn without<'t>(tag: &BytesStart<'_>, name: &str) -> Option<BytesStart<'t>> {
    let mut other = BytesStart::new(tag.name().as_ref().to_owned());
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        if attribute.key.as_ref() != name {
            other.push_attribute(attribute);
        }
    }
    Some(other)
}

/// A tag of which an attribute says something else.
pub(super) fn with<'t>(tag: &BytesStart<'_>, name: &str, value: &str) -> Option<BytesStart<'t>> {
    let mut other = without(tag, name)?;
    other.push_attribute((name, value));
    Some(other)
}
