//! The manual as one page: every chapter, with links among them and none outward, which prints on A4.

mod inline;
mod prose;

use super::page::HtmlPage;
use super::{head, page};
use crate::render::xml::Xml;
use crate::text::{Lang, Text};
use crate::tr;

/// A chapter of the manual, as Markdown: a heading of the first level, then what it says.
#[derive(Debug, Clone)]
pub struct ManualChapter {
    /// The name of its file without the ending, by which others link to it.
    pub name: &'static str,
    /// What it says.
    pub text: String,
}

impl ManualChapter {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(self.name)
    }
}

/// All chapters as one page.
#[must_use]
pub fn book(chapters: &[ManualChapter], lang: Lang) -> String {
    let mut page = HtmlPage { xml: Xml::page(), lang };
    page.open("html", &[("lang", page::language(lang))]);
    let title = Text::fixed("联动使用手册", "The manual of liandong");
    head::of_page(&mut page, title.get(lang), &[include_str!("book.css")]);
    page.open("body", &[]);
    page.open("div", &[("class", "sheet book")]);
    page.open("header", &[]);
    let version = env!("CARGO_PKG_VERSION");
    page.say("p", &[("class", "of")], &tr!("liandong {version}"; "liandong {version}"));
    page.say("h1", &[], &title);
    page.close("header");
    contents(&mut page, chapters);
    page.open("main", &[]);
    for chapter in chapters {
        page.open("section", &[("class", "chapter")]);
        prose::write(&mut page, chapter);
        page.close("section");
    }
    page.close("main");
    for name in ["div", "body", "html"] {
        page.close(name);
    }
    page.xml.into_text() + "\n"
}

fn contents(page: &mut HtmlPage, chapters: &[ManualChapter]) {
    let label = Text::fixed("目录", "contents");
    let label = label.get(page.lang).to_owned();
    page.open("nav", &[("aria-label", &label), ("class", "chapters")]);
    page.open("ol", &[]);
    for chapter in chapters {
        page.open("li", &[]);
        page.link(chapter.name, chapter.title());
        page.close("li");
    }
    page.close("ol");
    page.close("nav");
}
