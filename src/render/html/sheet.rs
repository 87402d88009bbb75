//! A sheet or paper as a page that prints: its title and what it says, without the form of an official paper.

use super::head;
use super::page::HtmlPage;
use crate::render::xml::Xml;
use crate::report::paper::{Block, Paper};
use crate::text::{Lang, Text};

/// The page of a sheet. Its words are Chinese, whatever language its reader prefers.
#[must_use]
pub fn sheet(paper: &Paper) -> String {
    let mut page = HtmlPage { xml: Xml::page(), lang: Lang::Zh };
    page.open("html", &[("lang", "zh-CN")]);
    head::of_page(&mut page, &paper.title.words, &[]);
    page.open("body", &[]);
    page.open("div", &[("class", "sheet")]);
    page.open("header", &[]);
    page.words("h1", &[], &paper.title.words);
    page.close("header");
    page.open("main", &[]);
    let mut heading = String::new();
    for block in &paper.body {
        write(&mut page, block, &mut heading);
    }
    for name in ["main", "div", "body", "html"] {
        page.close(name);
    }
    page.xml.into_text() + "\n"
}

/// A block; a table is called by the heading above it.
fn write(page: &mut HtmlPage, block: &Block, heading: &mut String) {
    match block {
        Block::Heading { level: 1, head, .. } => {
            heading.clone_from(head);
            page.words("h2", &[], head);
        }
        Block::Heading { head, rest, .. } => page.words("p", &[], &format!("{head}{rest}")),
        Block::Paragraph(words) => page.words("p", &[], words),
        Block::Table { columns, rows } => {
            let heads: Vec<Text> = columns.iter().map(|column| Text::same(column.head.as_ref())).collect();
            page.table("", &Text::same(heading.as_str()), &heads);
            for row in rows {
                page.open("tr", &[]);
                for cell in row {
                    page.words("td", &[], cell);
                }
                page.close("tr");
            }
            page.end_table();
        }
    }
}
