//! XML and HTML as text. What came from a record is made inert here: no markup, no control or bidirectional characters.

use crate::text::clean;

/// Attributes of an element.
pub(in crate::render) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The namespaces of a document's parts.
pub(in crate::render) const WORD: Attributes<'static> = &[
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
];

/// A part of a package while it is written.
pub(in crate::render) struct Xml(String);

impl Xml {
    /// A part with its root element.
    pub(in crate::render) fn part(root: &str, attributes: Attributes<'_>) -> Self {
        let mut xml = Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned());
        xml.open(root, attributes);
        xml
    }

    /// A page of HTML, up to its root element.
    pub(in crate::render) fn page() -> Self {
        Self("<!DOCTYPE html>\n".to_owned())
    }

    /// What was written so far.
    pub(in crate::render) fn into_text(self) -> String {
        self.0
    }

    /// Words within an element.
    pub(in crate::render) fn text(&mut self, words: &str) {
        self.escape(words);
    }

    /// What this program itself has to say in another notation, such as a style sheet.
    pub(in crate::render) fn own(&mut self, text: &'static str) {
        self.0.push_str(text);
    }

    /// The part as text, its root closed.
    pub(in crate::render) fn finish(mut self, root: &str) -> String {
        self.close(root);
        self.0
    }

    /// Begins an element.
    pub(in crate::render) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes, ">");
    }

    /// Ends one.
    pub(in crate::render) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element without content.
    pub(in crate::render) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes, "/>");
    }

    /// An element whose one attribute is `w:val`.
    pub(in crate::render) fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds words.
    pub(in crate::render) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.open(name, attributes);
        self.escape(words);
        self.close(name);
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.escape(value);
            self.0.push('"');
        }
        self.0.push_str(end);
    }

    fn escape(&mut self, words: &str) {
        for c in clean(words).chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // No character to XML.
                '\u{FFFE}' | '\u{FFFF}' => {}
                c => self.0.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_record_says_is_text() {
        let mut xml = Xml::part("a", &[("b", "\"><script>")]);
        xml.words("c", &[], "</c>&\u{202e}\u{1b}\u{ffff}乙");
        let written = xml.finish("a");
        assert!(written.ends_with("<a b=\"&quot;&gt;&lt;script&gt;\"><c>&lt;/c&gt;&amp;␦␦乙</c></a>"), "{written}");
    }
}
