//! 年报 as a page: one file without script, link outward or request, which prints on A4.
//!
//! Whatever came from a record is written as text; the policy in the page's head lets a browser run or fetch nothing even so.
//! Charts are drawn as SVG beside the tables that say the same in words and link to the records.

mod book;
mod charts;
mod figures;
mod hazards;
mod head;
mod obligations;
mod outstanding;
mod page;
mod records;
mod rollup;
mod settings;
mod sheet;
mod tiles;
mod timeliness;

pub use self::rollup::{ROLLUP_BEGINS, is_rollup, rollup};

use super::xml::Xml;
use crate::report::year::YearReport;
use crate::text::{Lang, Text};
pub use book::{ManualChapter, book};
use page::HtmlPage;

pub use sheet::sheet;

/// The sections, with what links to them.
const SECTIONS: &[(&str, Text)] = &[
    ("overview", Text::fixed("一、总览", "1. Overview")),
    ("open", Text::fixed("二、未办结事项与应办单位", "2. What is open, and who must act")),
    ("obligations", Text::fixed("三、各项义务落实情况", "3. Obligations")),
    ("figures", Text::fixed("四、各单位、各月数字", "4. Figures by unit and month")),
    ("hazards", Text::fixed("五、隐患从发现到销号", "5. Hazards from finding to close-out")),
    ("tellings", Text::fixed("六、重要事项通报时效", "6. From fact to notice")),
    ("settings", Text::fixed("七、判定所依的设置", "7. The settings by which it was judged")),
    ("records", Text::fixed("附、各数字所计的记录", "Annex: the records behind the figures")),
];

/// The page of a year.
#[must_use]
pub fn html(report: &YearReport, lang: Lang) -> String {
    let mut page = HtmlPage { xml: Xml::page(), lang };
    page.open("html", &[("lang", page::language(lang))]);
    head::of_report(&mut page, report);
    page.open("body", &[]);
    page.open("div", &[("class", "sheet")]);
    head::title(&mut page, report);
    page.open("main", &[]);
    head::overview(&mut page, report);
    outstanding::write(&mut page, report);
    obligations::write(&mut page, report);
    figures::write(&mut page, report);
    hazards::write(&mut page, report);
    timeliness::write(&mut page, report);
    settings::write(&mut page, report);
    records::write(&mut page, report);
    page.close("main");
    head::foot(&mut page, report);
    for name in ["div", "body", "html"] {
        page.close(name);
    }
    page.xml.into_text() + "\n"
}

/// The heading of a section.
fn heading(id: &str) -> Text {
    SECTIONS.iter().find(|(known, _)| *known == id).map_or_else(Text::default, |(_, words)| words.clone())
}
