//! A chapter of Markdown as elements: headings, paragraphs, lists, tables, what is typed and seen. What else Markdown has the manual does
//! without.

use std::iter::Peekable;
use std::str::Lines;

use super::{ManualChapter, inline};
use crate::render::html::page::HtmlPage;

pub(super) fn write(page: &mut HtmlPage, chapter: &ManualChapter) {
    let mut writer = ProseWriter { page, chapter: chapter.name, heading: String::new() };
    let mut lines = chapter.text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            writer.typed(&mut lines);
        } else if let Some((level, words)) = heading(line) {
            writer.heading(level, words);
        } else if line.starts_with('|') {
            writer.table(line, &mut lines);
        } else if item(line).is_some() {
            writer.list(line, &mut lines);
        } else if !line.trim().is_empty() {
            writer.paragraph(line, &mut lines);
        }
    }
}

/// The level of a heading, and its words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    words.strip_prefix(' ').filter(|_| (1..=4).contains(&level)).map(|words| (level, words))
}

/// The words of an item, and whether items are numbered.
fn item(line: &str) -> Option<(&str, bool)> {
    if let Some(words) = line.strip_prefix("- ") {
        return Some((words, false));
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < line.len() { digits.strip_prefix(". ").map(|words| (words, true)) } else { None }
}

/// Whether a line begins something else than the paragraph before it.
fn begins_anew(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with("```") || line.starts_with('|') || heading(line).is_some() || item(line).is_some()
}

/// The cells of a row; a bar after a backslash ends none.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|');
    let mut cells = vec![String::new()];
    let mut before = ' ';
    for c in row.chars() {
        match cells.last_mut() {
            Some(cell) if c != '|' || before == '\\' => cell.push(c),
            _ => cells.push(String::new()),
        }
        before = c;
    }
    // What follows the last bar is no cell.
    cells.pop();
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

struct ProseWriter<'a> {
    page: &'a mut HtmlPage,
    chapter: &'a str,
    /// The last heading, by which a table is called.
    heading: String,
}

impl ProseWriter<'_> {
    fn inline(&mut self, words: &str) {
        inline::write(self.page, words, self.chapter);
    }

    fn heading(&mut self, level: usize, words: &str) {
        let id = if level == 1 { self.chapter.to_owned() } else { format!("{}-{}", self.chapter, inline::slug(words)) };
        let name = format!("h{}", level + 1);
        self.page.open(&name, &[("id", &id)]);
        self.inline(words);
        self.page.close(&name);
        self.heading = words.replace(['`', '*'], "");
    }

    /// What is typed and what is seen, as it stands.
    fn typed(&mut self, lines: &mut Peekable<Lines<'_>>) {
        self.page.open("pre", &[("tabindex", "0")]);
        for line in lines.take_while(|line| !line.starts_with("```")) {
            let name = if line.starts_with("$ ") { "b" } else { "span" };
            self.page.words(name, &[], line);
            self.page.xml.own("\n");
        }
        self.page.close("pre");
    }

    /// A paragraph, whose lines are one.
    fn paragraph(&mut self, first: &str, lines: &mut Peekable<Lines<'_>>) {
        let words = joined(first, lines);
        self.page.open("p", &[]);
        self.inline(&words);
        self.page.close("p");
    }

    fn list(&mut self, first: &str, lines: &mut Peekable<Lines<'_>>) {
        let is_numbered = item(first).is_some_and(|(_, numbered)| numbered);
        let name = if is_numbered { "ol" } else { "ul" };
        self.page.open(name, &[]);
        let mut next = Some(first);
        while let Some((words, _)) = next.and_then(item) {
            let words = joined(words, lines);
            self.page.open("li", &[]);
            self.inline(&words);
            self.page.close("li");
            next = lines.next_if(|line| item(line).is_some_and(|(_, numbered)| numbered == is_numbered));
        }
        self.page.close(name);
    }

    fn table(&mut self, heads: &str, lines: &mut Peekable<Lines<'_>>) {
        let label = self.heading.clone();
        self.page.open("div", &[("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", &label)]);
        self.page.open("table", &[]);
        self.page.open("thead", &[]);
        self.row(heads, "th");
        self.page.close("thead");
        self.page.open("tbody", &[]);
        // The line of hyphens says that the first was a head.
        let _ = lines.next();
        while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
            self.row(row, "td");
        }
        self.page.end_table();
    }

    fn row(&mut self, row: &str, name: &str) {
        self.page.open("tr", &[]);
        for cell in cells(row) {
            self.page.open(name, if name == "th" { &[("scope", "col")] } else { &[] });
            self.inline(&cell);
            self.page.close(name);
        }
        self.page.close("tr");
    }
}

/// A line with those that go on with it: between two Chinese characters the end of a line is no space.
fn joined(first: &str, lines: &mut Peekable<Lines<'_>>) -> String {
    let mut words = first.trim().to_owned();
    while let Some(line) = lines.next_if(|line| !begins_anew(line)) {
        let line = line.trim();
        let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if is_ascii(words.chars().last()) || is_ascii(line.chars().next()) {
            words.push(' ');
        }
        words.push_str(line);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::html::book::book;
    use crate::text::Lang;

    #[test]
    fn a_row_has_the_cells_that_it_shows() {
        assert_eq!(cells("| a | `b \\| c` |  |"), ["a", "`b \\| c`", ""]);
    }

    #[test]
    fn a_chapter_becomes_elements() {
        let text = "# 甲\n\n一句\n又一句 `a<b`\n\n- x\n- y\n  z\n\n| h |\n| --- |\n| 1 |\n\n```console\n$ liandong\n<b>\n```\n"
            .to_owned();
        let page = book(&[ManualChapter { name: "one", text }], Lang::Zh);
        for part in [
            "<h2 id=\"one\">甲</h2><p>一句又一句 <code>a&lt;b</code></p><ul><li>x</li><li>y z</li></ul>",
            "<th scope=\"col\">h</th>",
            "<td>1</td>",
            "<b>$ liandong</b>\n<span>&lt;b&gt;</span>\n</pre>",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
