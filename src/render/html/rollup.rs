//! Many districts on one page, in the form of the page of a year.

use super::head;
use super::page::HtmlPage;
use crate::ops::RolledDistrict;
use crate::render::districts::{DistrictCell, DistrictTable, TITLE, failed, tables};
use crate::render::xml::Xml;
use crate::report::Readers;
use crate::text::{Lang, Text};
use crate::tr;

/// By what such a page is told from any other file.
const MARK: &str = "districts";
/// Within so many bytes it stands.
pub const ROLLUP_BEGINS: u64 = 200;

/// Whether a file begins as such a page does.
#[must_use]
pub fn is_rollup(begins: &[u8]) -> bool {
    let begins = String::from_utf8_lossy(begins).to_lowercase();
    begins.starts_with("<!doctype html>") && begins.contains(&format!("data-page=\"{MARK}\""))
}

/// The page.
#[must_use]
pub fn rollup(rolled: &[RolledDistrict], readers: Readers, lang: Lang) -> String {
    let mut page = HtmlPage { xml: Xml::page(), lang };
    page.open("html", &[("lang", if lang == Lang::Zh { "zh-CN" } else { "en" }), ("data-page", MARK)]);
    head::of_page(&mut page, TITLE.get(lang), &[]);
    page.open("body", &[]);
    page.open("div", &[("class", "sheet")]);
    page.open("header", &[]);
    page.say("h1", &[], &TITLE);
    page.say("p", &[("class", "of")], &readers.label());
    page.close("header");
    page.open("main", &[]);
    let failed = failed(rolled);
    if !failed.is_empty() {
        page.section("failed", &tr!("没有汇总成的区县"; "Districts that failed"));
        page.open("ul", &[]);
        for why in &failed {
            page.say("li", &[], why);
        }
        page.close("ul");
    }
    for table in &tables(rolled, readers) {
        write(&mut page, table);
    }
    page.close("main");
    for name in ["div", "body", "html"] {
        page.close(name);
    }
    page.xml.into_text() + "\n"
}

fn write(page: &mut HtmlPage, table: &DistrictTable) {
    if let Some(lead) = &table.lead {
        page.say("p", &[("class", "lead")], lead);
    }
    page.section(table.id, &table.heading);
    if table.rows.is_empty() {
        page.say("p", &[], &Text::fixed("没有。", "None."));
        return;
    }
    page.table("wide", &table.heading, &table.heads);
    for row in &table.rows {
        page.open("tr", &[]);
        for (at, cell) in row.iter().enumerate() {
            match cell {
                DistrictCell::Words(words) if at == 0 => page.say("th", &[("scope", "row")], words),
                DistrictCell::Words(words) => page.say("td", &[], words),
                DistrictCell::Number(number) => page.words("td", &[("class", "num")], number),
            }
        }
        page.close("tr");
    }
    page.end_table();
}
