//! Figures by unit and month: a grid of numbers that link to their records, and a small chart of the months for each kind.

use super::page::HtmlPage;
use super::{charts, heading};
use crate::report::year::{Figure, KindFigures, YearReport};
use crate::text::Text;

/// Where the records of a cell are listed.
pub(super) fn of_unit(kind: &str, unit: &str) -> String {
    format!("u-{kind}-{unit}")
}

/// Where the records of a month are listed.
pub(super) fn of_month(kind: &str, month: usize) -> String {
    format!("m-{kind}-{:02}", month + 1)
}

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    page.section("figures", &heading("figures"));
    let words = Text::fixed(
        "按事实发生之日计入，按登记单位归集；点数字可看所计的记录。条文未要求每个单位都有的，不以数字论多少。",
        "Counted by the day of the fact, under the unit that filed it; each number links to its records. Where the regulation does not ask every unit, a number says nothing of merit.",
    );
    page.say("p", &[("class", "lead")], &words);
    by_unit(page, report);
    page.say("h3", &[], &Text::fixed("各月分布", "Month by month"));
    page.open("div", &[("class", "months")]);
    for kind in report.figures.kinds.iter().filter(|kind| kind.total > 0) {
        charts::months(page, kind);
    }
    page.close("div");
    by_month(page, report);
}

fn number(page: &mut HtmlPage, figure: &Figure, to: &str) {
    if figure.count == 0 {
        page.words("td", &[("class", "zero")], "0");
        return;
    }
    page.open("td", &[]);
    page.link(to, &figure.count.to_string());
    page.close("td");
}

fn by_unit(page: &mut HtmlPage, report: &YearReport) {
    let kinds: Vec<&KindFigures> = report.figures.kinds.iter().filter(|kind| kind.total > 0).collect();
    let heads: Vec<Text> =
        std::iter::once(Text::fixed("单位", "unit")).chain(kinds.iter().map(|kind| kind.label.clone())).collect();
    page.table("grid", &Text::fixed("各单位登记数", "Filed by each unit"), &heads);
    for (at, unit) in report.figures.units.iter().enumerate() {
        page.open("tr", &[]);
        page.words("th", &[("scope", "row")], &unit.short);
        for kind in &kinds {
            if let Some(figure) = kind.by_unit.get(at) {
                number(page, figure, &of_unit(kind.kind, &unit.unit));
            }
        }
        page.close("tr");
    }
    page.open("tr", &[]);
    page.say("th", &[("scope", "row")], &Text::fixed("合计", "together"));
    for kind in &kinds {
        page.words("td", &[], &kind.total.to_string());
    }
    page.close("tr");
    page.end_table();
}

fn by_month(page: &mut HtmlPage, report: &YearReport) {
    let kinds = report.figures.kinds.iter().filter(|kind| kind.total > 0);
    let months = (1..=12).map(|month: u32| crate::tr!("{month}月"; "{month}"));
    let heads: Vec<Text> = std::iter::once(Text::fixed("类别", "kind")).chain(months).collect();
    page.table("grid", &Text::fixed("各月登记数", "Filed in each month"), &heads);
    for kind in kinds {
        page.open("tr", &[]);
        page.say("th", &[("scope", "row")], &kind.label);
        for (month, figure) in kind.by_month.iter().enumerate() {
            number(page, figure, &of_month(kind.kind, month));
        }
        page.close("tr");
    }
    page.end_table();
}
