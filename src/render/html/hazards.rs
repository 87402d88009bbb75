//! Hazards from finding to close-out: how many came how far, and the course of those that are open or major.

use super::page::HtmlPage;
use super::{charts, heading};
use crate::report::year::{HazardCourse, HazardYear, YearReport};
use crate::text::Text;
use crate::tr;

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    let hazards = &report.hazards;
    page.section("hazards", &heading("hazards"));
    if hazards.stages.is_empty() {
        let none =
            Text::fixed("台账中未见本年发现或结转的隐患记录。", "The register shows no hazard found this year or carried over.");
        page.say("p", &[("class", "lead")], &none);
        return;
    }
    if let (Some(median), Some(longest)) = (hazards.median_days, hazards.longest_days) {
        let words = tr!(
            "已销号的，从发现到销号中位用时 {median} 天，最长 {longest} 天。";
            "Those closed took {median} days from finding to close-out in the middle, {longest} at most."
        );
        page.say("p", &[("class", "lead")], &words);
    }
    charts::flow(page, hazards);
    steps(page, hazards);
    page.open("ul", &[("class", "key")]);
    for stage in &hazards.stages {
        page.open("li", &[]);
        page.light(Some(stage.light), &stage.stage.label());
        page.xml.text(" ");
        page.link(&super::records::of_stage(stage.stage), &stage.count.to_string());
        page.close("li");
    }
    page.close("ul");
    if !hazards.courses.is_empty() {
        charts::courses(page, report);
        courses(page, report);
    }
}

/// What strays from the way, and every step with its records.
fn steps(page: &mut HtmlPage, hazards: &HazardYear) {
    let heads = [Text::fixed("环节", "step"), Text::fixed("处数", "count")];
    page.table("few", &Text::fixed("各环节处数", "How many came to each step"), &heads);
    for step in &hazards.flow {
        page.open("tr", &[]);
        page.say("th", &[("scope", "row")], &step.label);
        page.open("td", &[("class", "num")]);
        if step.count > 0 {
            page.link(&format!("h-{}", step.id), &step.count.to_string());
        } else {
            page.xml.text("0");
        }
        page.close("td");
        page.close("tr");
    }
    page.end_table();
}

fn courses(page: &mut HtmlPage, report: &YearReport) {
    let heads = [
        Text::fixed("状态", "state"),
        Text::fixed("隐患", "hazard"),
        Text::fixed("矿山", "mine"),
        Text::fixed("监管单位", "supervised by"),
        Text::fixed("发现", "found"),
        Text::fixed("期限", "term"),
        Text::fixed("报完成", "reported"),
        Text::fixed("复查", "re-inspected"),
        Text::fixed("销号", "closed"),
    ];
    page.table("courses", &Text::fixed("未销号隐患和重大隐患", "Hazards that are open or major"), &heads);
    report.hazards.courses.iter().for_each(|course| row(page, course));
    page.end_table();
    let more = report.hazards.left_off;
    if more > 0 {
        let words = tr!("另有 {more} 处未逐条列出，见 liandong ledger 隐患。"; "{more} more are not shown one by one; see liandong ledger hazards.");
        page.say("p", &[("class", "lead")], &words);
    }
}

fn day(day: Option<impl ToString>) -> String {
    day.map_or_else(|| "—".to_owned(), |day| day.to_string())
}

fn row(page: &mut HtmlPage, course: &HazardCourse) {
    page.open("tr", &[]);
    page.open("td", &[]);
    page.light(Some(course.light), &course.stage.label());
    page.close("td");
    page.open("th", &[("scope", "row")]);
    page.text(&course.record.title);
    if course.major {
        page.say("small", &[], &Text::fixed("重大隐患", "major"));
    }
    page.close("th");
    page.words("td", &[], &course.mine);
    page.words("td", &[("class", "nowrap")], &course.unit);
    page.words("td", &[("class", "nowrap")], &course.found.to_string());
    page.open("td", &[("class", "nowrap")]);
    page.xml.text(&day(course.term.as_ref()));
    if course.extended {
        page.say("small", &[], &Text::fixed("已批准延期", "extended"));
    }
    page.close("td");
    page.words("td", &[("class", "nowrap")], &day(course.reported.as_ref()));
    page.open("td", &[("class", "nowrap")]);
    if course.looks.is_empty() {
        page.xml.text("—");
    }
    for options in &course.looks {
        let on = options.on;
        let words = if options.passed { tr!("{on} 合格"; "{on} passed") } else { tr!("{on} 不合格"; "{on} failed") };
        page.say("small", &[], &words);
    }
    page.close("td");
    page.words("td", &[("class", "nowrap")], &day(course.closed.as_ref()));
    page.close("tr");
}
