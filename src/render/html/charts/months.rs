//! How much of one kind in each month: twelve columns, each with its number.

use crate::render::html::page::{HtmlPage, real};
use crate::report::year::KindFigures;
use crate::text::Text;
use crate::tr;

const STEP: f64 = 20.0;
const BASE: f64 = 74.0;
/// The height of the highest.
const HIGHEST: f64 = 54.0;

pub(in crate::render::html) fn months(page: &mut HtmlPage, kind: &KindFigures) {
    let total = kind.total;
    page.open("figure", &[]);
    page.open("figcaption", &[]);
    page.text(&kind.label);
    page.say("small", &[], &tr!(" 共 {total}"; " {total}"));
    page.close("figcaption");
    let said = kind.by_month.iter().enumerate().filter(|(_, figure)| figure.count > 0).map(|(at, figure)| {
        let (month, count) = (at + 1, figure.count);
        tr!("{month}月 {count}"; "month {month}: {count}")
    });
    let said: Vec<Text> = said.collect();
    let (zh, en) = (kind.label.zh(), kind.label.en());
    let title = tr!("{zh}各月登记数"; "{en} by month");
    page.chart(&format!("c-months-{}", kind.kind), (240, 92), &title, &Text::join(&said, "，", ", "));
    let most = kind.by_month.iter().map(|figure| figure.count).max().unwrap_or(1).max(1);
    page.line((0.0, BASE + 0.5), (240.0, BASE + 0.5), super::RULE, "1");
    for (at, figure) in kind.by_month.iter().enumerate() {
        let x = real(at) * STEP + 3.0;
        let height = HIGHEST * real(figure.count) / real(most);
        if figure.count > 0 {
            page.bar((x, BASE - height), (STEP - 6.0, height), "fill-none");
            page.mark((x + 7.0, BASE - height - 4.0), 10, &[("text-anchor", "middle")], &figure.count.to_string());
        }
        page.mark((x + 7.0, BASE + 13.0), 9, &[("text-anchor", "middle"), ("class", "soft")], &(at + 1).to_string());
    }
    page.xml.close("svg");
    page.close("figure");
}
