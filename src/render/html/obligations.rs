//! Obligations as tables, a chapter each.

use super::heading;
use super::page::HtmlPage;
use crate::report::ObligationState;
use crate::report::year::{Chapter, ObligationLine, YearReport};
use crate::text::{Lang, Text};
use crate::tr;

/// How many records are named in the table; all are in the annex.
const FEW: usize = 2;

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    page.section("obligations", &heading("obligations"));
    let words = Text::fixed(
        "“应办单位”指按现有记录还有事项要办的单位，事项见“未办结事项”。次数一栏，斜线后为最少次数。",
        "Units that must act are those that, by what is recorded, have something left to do, told under what is open. Behind a slash stands the least number.",
    );
    page.say("p", &[("class", "lead")], &words);
    for chapter in &report.chapters {
        table(page, chapter);
    }
}

fn table(page: &mut HtmlPage, chapter: &Chapter) {
    let (path, title) = (&chapter.path, &chapter.title);
    let heads = [
        Text::fixed("状态", "state"),
        Text::fixed("义务", "obligation"),
        Text::fixed("条款", "clause"),
        Text::fixed("责任主体", "asked of"),
        Text::fixed("次数", "count"),
        Text::fixed("记录与说明", "records and notes"),
        Text::fixed("应办单位", "must act"),
    ];
    page.table("by-chapter", &Text::same(format!("{path}、{title}")), &heads);
    for line in &chapter.obligations {
        row(page, line);
    }
    page.end_table();
}

fn row(page: &mut HtmlPage, line: &ObligationLine) {
    let standing = &line.standing;
    page.open("tr", &[("id", &format!("o-{}", standing.id))]);
    page.open("td", &[]);
    page.light(standing.light, &standing.state.label());
    page.close("td");
    page.open("th", &[("scope", "row")]);
    page.text(&standing.title);
    page.words("small", &[], &standing.id);
    page.close("th");
    page.words("td", &[("class", "nowrap")], &standing.clause_path);
    page.say("td", &[], &line.who);
    let count = standing.least.map_or_else(|| standing.count.to_string(), |least| format!("{}/{least}", standing.count));
    let judged = standing.state != ObligationState::NotJudged;
    page.words("td", &[("class", "num")], if judged { &count } else { "" });
    page.open("td", &[]);
    evidence(page, line);
    page.close("td");
    page.words("td", &[], &line.acting.join("、"));
    page.close("tr");
}

fn evidence(page: &mut HtmlPage, line: &ObligationLine) {
    let standing = &line.standing;
    let few: Vec<&Text> = standing.evidence.iter().take(FEW).map(|named| &named.title).collect();
    if !few.is_empty() {
        page.text(&Text::join(few, "、", ", "));
        page.xml.text(if page.lang == Lang::Zh { "　" } else { " · " });
    }
    if standing.count > 0 {
        let count = standing.count;
        let all = tr!("共 {count} 条"; "{count} in all");
        let all = all.get(page.lang).to_owned();
        page.open("span", &[("class", "nowrap")]);
        page.link(&format!("ev-{}", standing.id), &all);
        page.close("span");
    }
    if !standing.note.is_empty() {
        page.say("small", &[], &standing.note);
    }
}
