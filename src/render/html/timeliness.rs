//! From fact to notice: what had to be told, and when it was.

use super::page::HtmlPage;
use super::{charts, heading};
use crate::report::Light;
use crate::report::year::{FactTimeliness, YearReport};
use crate::text::{Lang, Text};
use crate::tr;

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    let tellings = &report.tellings;
    page.section("tellings", &heading("tellings"));
    if tellings.counts.is_empty() {
        let none = Text::fixed(
            "台账中未见本年应及时通报的重要事项或应同步通报的重大隐患。",
            "The register shows no fact of this year that had to be told promptly.",
        );
        page.say("p", &[("class", "lead")], &none);
        return;
    }
    let words = Text::fixed(
        "条文只说“及时”（四（三））、“同时”（四（四）），没有天数；时限取自设置，见第七部分，超过时限最多为提醒。",
        "The clauses say \"promptly\" and \"at the same time\" without a number of days; the terms are settings (see part 7), and passing one is a reminder at most.",
    );
    page.say("p", &[("class", "lead")], &words);
    page.open("ul", &[("class", "key")]);
    for counted in &tellings.counts {
        page.open("li", &[]);
        page.light(Some(Light::from_promptness(counted.promptness)), &counted.promptness.label());
        page.words("b", &[], &format!(" {}", counted.count));
        page.close("li");
    }
    if let Some(days) = tellings.median_days {
        page.say("li", &[], &tr!("中位用时 {days} 天"; "{days} days in the middle"));
    }
    page.close("ul");
    charts::timeliness(page, tellings);
    table(page, report);
}

fn table(page: &mut HtmlPage, report: &YearReport) {
    let heads = [
        Text::fixed("情况", "state"),
        Text::fixed("记录", "record"),
        Text::fixed("事由", "matter"),
        Text::fixed("单位", "unit"),
        Text::fixed("起算日", "from"),
        Text::fixed("先行告知", "first word"),
        Text::fixed("印发通报", "notice issued"),
        Text::fixed("用时", "days"),
    ];
    page.table("", &Text::fixed("逐件用时", "Fact by fact"), &heads);
    report.tellings.tellings.iter().for_each(|telling| row(page, telling));
    page.end_table();
    let more = report.tellings.left_off;
    if more > 0 {
        page.say("p", &[("class", "lead")], &tr!("另有 {more} 件未逐条列出。"; "{more} more are not shown one by one."));
    }
}

fn row(page: &mut HtmlPage, telling: &FactTimeliness) {
    page.open("tr", &[]);
    page.open("td", &[]);
    page.light(Some(Light::from_promptness(telling.promptness)), &telling.promptness.label());
    page.close("td");
    page.say("th", &[("scope", "row")], &telling.record.title);
    page.say("td", &[], &telling.matter);
    page.words("td", &[("class", "nowrap")], &telling.unit);
    page.words("td", &[("class", "nowrap")], &telling.from.to_string());
    dated(page, telling.verbal_at(), telling.verbal_due.map(|due| due.to_string()));
    dated(page, telling.paper.map(|paper| paper.to_string()), telling.paper_due.map(|due| due.to_string()));
    let days = telling
        .days
        .map_or_else(|| "—".to_owned(), |days| if page.lang == Lang::Zh { format!("{days} 天") } else { days.to_string() });
    page.words("td", &[("class", "num")], &days);
    page.close("tr");
}

/// When something was done, and until when it was in time.
fn dated(page: &mut HtmlPage, done: Option<String>, due: Option<String>) {
    page.open("td", &[("class", "nowrap")]);
    page.xml.text(&done.unwrap_or_else(|| "—".to_owned()));
    if let Some(due) = due {
        page.say("small", &[], &tr!("时限 {due}"; "term {due}"));
    }
    page.close("td");
}
