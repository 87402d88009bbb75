//! The settings: what the regulation leaves open, and who settled it.

use super::heading;
use super::page::HtmlPage;
use crate::report::year::YearReport;
use crate::text::Text;

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    page.section("settings", &heading("settings"));
    let words = Text::fixed(
        "条文没有定数的（如“及时”是几天），按下列设置判定；没有确定依据的，为工具参考值，未经本办确认。",
        "What the regulation leaves without a number (how many days \"promptly\" is) was judged by these settings; those without a paper are suggestions of the tool that the office has not adopted.",
    );
    page.say("p", &[("class", "lead")], &words);
    let heads = [
        Text::fixed("设置", "setting"),
        Text::fixed("取值", "value"),
        Text::fixed("条款", "clause"),
        Text::fixed("确定依据", "adopted by"),
    ];
    page.table("", &Text::fixed("设置一览", "Settings"), &heads);
    for setting in &report.settings {
        page.open("tr", &[]);
        page.say("th", &[("scope", "row")], &setting.title);
        page.say("td", &[], &setting.value);
        page.words("td", &[], setting.clause.as_deref().unwrap_or_default());
        match &setting.basis {
            Some(basis) => page.words("td", &[], basis),
            None => page.say("td", &[], &Text::fixed("工具参考值，未经本办确认", "suggestion of the tool, not adopted")),
        }
        page.close("tr");
    }
    page.end_table();
}
