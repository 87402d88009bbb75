//! What stands above and below: title, stamp, contents, the sums of the year.

use super::page::HtmlPage;
use super::{SECTIONS, charts, heading, tiles};
use crate::report::year::YearReport;
use crate::text::{Lang, Text};
use crate::tr;

/// No script, no frame, no request, no form: only the page's own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn of_report(page: &mut HtmlPage, report: &YearReport) {
    let title = format!("{} · {}", report.heading.title, edition_name(report).get(page.lang));
    of_page(page, &title, &[]);
}

/// What a browser must know of any page, with styles of its own after those of all.
pub(super) fn of_page(page: &mut HtmlPage, title: &str, styles: &[&'static str]) {
    page.open("head", &[]);
    page.xml.empty("meta", &[("charset", "utf-8")]);
    page.xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    page.xml.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    page.xml.empty("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    let generator = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    page.xml.empty("meta", &[("name", "generator"), ("content", generator)]);
    page.words("title", &[], title);
    page.open("style", &[]);
    page.xml.own(include_str!("style.css"));
    for style in styles {
        page.xml.own(style);
    }
    page.close("style");
    page.close("head");
}

fn edition_name(report: &YearReport) -> Text {
    let scope = &report.scope;
    let (zh, en) = (scope.label.zh(), scope.label.en());
    let whose = scope.unit.as_ref().map(|unit| unit.short.as_str()).unwrap_or_default();
    match (scope.is_year, whose) {
        (true, "") => {
            let year = report.heading.year;
            tr!("{year} 年落实情况年报"; "The year {year} at a glance")
        }
        (_, "") => tr!("{zh}落实情况报告"; "{en} at a glance"),
        _ => tr!("{zh}落实情况报告（{whose}）"; "{en} at a glance, {whose}"),
    }
}

pub(super) fn title(page: &mut HtmlPage, report: &YearReport) {
    page.open("header", &[]);
    page.words("p", &[("class", "of")], &report.heading.title);
    page.say("h1", &[], &edition_name(report));
    stamp(page, report);
    page.close("header");
    let label = Text::fixed("目录", "contents");
    let label = label.get(page.lang).to_owned();
    page.open("nav", &[("aria-label", &label)]);
    page.open("ol", &[]);
    for (id, words) in SECTIONS {
        page.open("li", &[]);
        let words = words.get(page.lang).to_owned();
        page.link(id, &words);
        page.close("li");
    }
    page.close("ol");
    page.close("nav");
}

/// From what it was made: day, commit, edition, settings.
fn stamp(page: &mut HtmlPage, report: &YearReport) {
    let heading = &report.heading;
    let unconfirmed = report.settings.iter().filter(|setting| setting.basis.is_none()).count();
    let (as_of, records, from) = (heading.as_of, heading.records, heading.from);
    let commit = heading.revision.as_deref().map_or_else(
        || Text::fixed("读自文件夹，未取自某次提交", "read from the folder, not from a commit"),
        |commit| Text::same(commit.to_owned()),
    );
    let settings = if unconfirmed == 0 {
        Text::fixed("均有确定依据", "all adopted by a paper")
    } else {
        tr!("{unconfirmed} 项为工具参考值，未经本办确认"; "{unconfirmed} are suggestions of the tool that no paper adopted")
    };
    let paper = &heading.paper;
    let entries = [
        (Text::fixed("截至", "As of"), Text::same(as_of.to_string())),
        (Text::fixed("版别", "Edition"), report.edition.label()),
        (Text::fixed("依据", "Regulation"), tr!("{paper}（{from} 起施行）"; "{paper} (in force from {from})")),
        (Text::fixed("台账记录", "Records"), tr!("{records} 条"; "{records}")),
        (Text::fixed("提交", "Commit"), commit),
        (Text::fixed("设置", "Settings"), settings),
    ];
    page.open("dl", &[("class", "stamp")]);
    for (term, words) in &entries {
        page.say("dt", &[], term);
        page.say("dd", &[], words);
    }
    page.close("dl");
}

pub(super) fn overview(page: &mut HtmlPage, report: &YearReport) {
    page.section("overview", &heading("overview"));
    if let Some(left_out) = &report.left_out {
        page.say("p", &[("class", "note")], &left_out.note);
    }
    unread(page, report);
    tiles::write(page, report);
    work(page, report);
    charts::states(page, &report.states);
    page.open("ul", &[("class", "key")]);
    for state in &report.states {
        page.open("li", &[]);
        page.light(state.light, &state.state.label());
        page.words("b", &[], &format!(" {}", state.count));
        page.close("li");
    }
    page.close("ul");
    let words = Text::fixed(
        "本页由台账自动汇总，机制未要求报送。“未落实”“提醒”指台账中未见相应记录或记录与条文不一致；没有录入的，不等于没有做。",
        "This page is drawn from the register; the regulation does not ask for it. What is called not carried out is what the register does not show: what was not entered may well have been done.",
    );
    page.say("p", &[("class", "lead")], &words);
}

/// What was done, in a line.
fn work(page: &mut HtmlPage, report: &YearReport) {
    let figures = report.work.figures(&report.work_names);
    if figures.is_empty() {
        return;
    }
    page.open("ul", &[("class", "key")]);
    for (words, count) in figures {
        page.open("li", &[]);
        page.words("b", &[], &format!("{count} "));
        page.text(&words);
        page.close("li");
    }
    page.close("ul");
}

/// That something is missing, since a file could not be read.
fn unread(page: &mut HtmlPage, report: &YearReport) {
    let unread = report.problems.iter().filter(|problem| problem.unreadable).count();
    if unread > 0 {
        let words = tr!(
            "有 {unread} 处内容未能读取，本页不是全部情况；见 liandong check。";
            "{unread} places could not be read: this page is not the whole truth; see liandong check."
        );
        page.say("p", &[("class", "note")], &words);
    }
}

pub(super) fn foot(page: &mut HtmlPage, report: &YearReport) {
    let (edition, as_of) = (report.edition.label(), report.heading.as_of);
    let (zh, en) = (edition.zh(), edition.en());
    let commit = report.heading.revision.as_deref().map_or(String::new(), |commit| format!(" · {commit}"));
    let words = tr!("{zh} · 截至 {as_of}{commit} · 由 liandong 汇总"; "{en} · as of {as_of}{commit} · drawn by liandong");
    let separator = if page.lang == Lang::Zh { "本页不含脚本，不连接网络。" } else { "No script, no network." };
    page.open("footer", &[]);
    page.words("p", &[], &format!("{} · {separator}", words.get(page.lang)));
    page.close("footer");
}
