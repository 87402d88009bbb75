//! What is open and who must act, a table a unit.

use super::heading;
use super::page::HtmlPage;
use crate::report::year::{OpenUnit, YearReport};
use crate::report::{Deadline, FindingView, Light, PendingView};
use crate::text::Text;
use crate::tr;

/// How much of one unit is shown; a page is read by people.
const MOST: usize = 200;

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    page.section("open", &heading("open"));
    if report.open.is_empty() {
        page.say("p", &[("class", "lead")], &Text::fixed("没有未办结的事项。", "Nothing is open."));
        return;
    }
    index(page, report);
    for unit in &report.open {
        table(page, unit);
    }
    let earlier = report.earlier;
    if earlier > 0 {
        let words = tr!("另有以前年度未了事项 {earlier} 项，见各年年报。"; "{earlier} matters of earlier years still stand; see the reports of those years.");
        page.say("p", &[("class", "lead")], &words);
    }
}

fn index(page: &mut HtmlPage, report: &YearReport) {
    page.open("ul", &[("class", "key")]);
    for unit in &report.open {
        page.open("li", &[]);
        page.link(&format!("open-{}", unit.unit), &format!("{} {}", unit.short, unit.count()));
        page.close("li");
    }
    page.close("ul");
}

fn table(page: &mut HtmlPage, unit: &OpenUnit) {
    let (short, count) = (&unit.short, unit.count());
    page.say("h3", &[("id", &format!("open-{}", unit.unit))], &tr!("{short}（{count} 项）"; "{short} ({count})"));
    let heads = [
        Text::fixed("情况", "state"),
        Text::fixed("事项", "matter"),
        Text::fixed("记录", "record"),
        Text::fixed("条款", "clause"),
        Text::fixed("到期日", "due"),
        Text::fixed("办法", "what to do"),
    ];
    page.table("", &tr!("{short}的未办结事项"; "open matters of {short}"), &heads);
    unit.findings.iter().take(MOST).for_each(|found| finding(page, found));
    unit.pending.iter().take(MOST).for_each(|awaited| pending(page, awaited));
    unit.minimums.iter().for_each(|deadline| minimum(page, deadline));
    page.end_table();
    let more = unit.findings.len().saturating_sub(MOST) + unit.pending.len().saturating_sub(MOST);
    if more > 0 {
        let words = tr!("另有 {more} 项，见 liandong check --unit {short}。"; "{more} more: see liandong check --unit {short}.");
        page.say("p", &[("class", "lead")], &words);
    }
}

fn finding(page: &mut HtmlPage, found: &FindingView) {
    page.open("tr", &[]);
    page.open("td", &[]);
    page.light(Some(Light::from_level(found.level)), &found.level.label());
    page.close("td");
    page.open("th", &[("scope", "row")]);
    page.text(&found.title);
    page.say("small", &[], &found.what);
    page.close("th");
    page.say("td", &[], &found.record.title);
    page.words("td", &[("class", "nowrap")], found.clause.as_deref().unwrap_or_default());
    page.words("td", &[], "—");
    page.say("td", &[], &found.remedy);
    page.close("tr");
}

fn pending(page: &mut HtmlPage, awaited: &PendingView) {
    let (light, words) = if awaited.near {
        (Light::Yellow, Text::fixed("临近到期", "near due"))
    } else {
        (Light::Green, Text::fixed("待办", "to do"))
    };
    page.open("tr", &[]);
    page.open("td", &[]);
    page.light(Some(light), &words);
    page.close("td");
    page.say("th", &[("scope", "row")], &awaited.what);
    page.say("td", &[], &awaited.record.title);
    page.words("td", &[("class", "nowrap")], awaited.clause.as_deref().unwrap_or_default());
    page.words("td", &[("class", "nowrap")], &awaited.due.to_string());
    page.words("td", &[], "");
    page.close("tr");
}

fn minimum(page: &mut HtmlPage, deadline: &Deadline) {
    let (light, words) = if deadline.near {
        (Light::Yellow, Text::fixed("临近到期", "near due"))
    } else {
        (Light::Green, Text::fixed("进行中", "open"))
    };
    page.open("tr", &[]);
    page.open("td", &[]);
    page.light(Some(light), &words);
    page.close("td");
    page.say("th", &[("scope", "row")], &deadline.what);
    page.say("td", &[], &deadline.record.title);
    page.words("td", &[("class", "nowrap")], deadline.clause.as_deref().unwrap_or_default());
    page.words("td", &[("class", "nowrap")], &deadline.on.to_string());
    page.words("td", &[], "");
    page.close("tr");
}
