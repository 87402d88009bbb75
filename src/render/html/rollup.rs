//! Many districts on one page, in the form of the page of a year.

use super::head;
use super::page::HtmlPage;
use crate::ops::{DistrictExport, RolledDistrict};
use crate::render::xml::Xml;
use crate::report::lake::{DistrictFigures, HazardDays};
use crate::report::{Light, Readers};
use crate::text::{Lang, Text};
use crate::tr;

/// The districts whose figures can be read beside each other, and the others.
struct Districts<'a> {
    comparable: Vec<(&'a str, &'a DistrictExport)>,
    apart: Vec<(&'a str, &'a DistrictExport)>,
    failed: Vec<&'a RolledDistrict>,
}

impl<'a> Districts<'a> {
    /// What most districts are asked is what is compared: whoever is asked something else stands apart.
    fn of(rolled: &'a [RolledDistrict]) -> Self {
        let done: Vec<_> = rolled.iter().filter_map(|one| Some((one.name.as_str(), one.done.as_ref().ok()?))).collect();
        let asked = |one: &'a DistrictExport| &one.figures.obligations;
        let alike = |ids: &Vec<String>| done.iter().filter(|(_, one)| asked(one) == ids).count();
        // Of several that are asked as often the first in the list counts.
        let common = done.iter().rev().map(|(_, one)| asked(one)).max_by_key(|ids| alike(ids));
        let (comparable, apart) = done.iter().copied().partition(|(_, one)| Some(asked(one)) == common);
        Self { comparable, apart, failed: rolled.iter().filter(|one| one.done.is_err()).collect() }
    }
}

/// The page.
#[must_use]
pub fn rollup(rolled: &[RolledDistrict], readers: Readers, lang: Lang) -> String {
    let mut page = HtmlPage { xml: Xml::page(), lang };
    let title = Text::fixed("各区县落实情况汇总", "Districts at a glance");
    page.open("html", &[("lang", if lang == Lang::Zh { "zh-CN" } else { "en" })]);
    head::of_page(&mut page, title.get(lang), &[]);
    page.open("body", &[]);
    page.open("div", &[("class", "sheet")]);
    page.open("header", &[]);
    page.say("h1", &[], &title);
    page.say("p", &[("class", "of")], &readers.label());
    page.close("header");
    page.open("main", &[]);
    let districts = Districts::of(rolled);
    failed(&mut page, &districts);
    obligations(&mut page, "obligations", &tr!("一、义务落实"; "1. Obligations"), &districts.comparable);
    if !districts.apart.is_empty() {
        page.say(
            "p",
            &[("class", "lead")],
            &Text::fixed(
                "下列区县的机制所列义务与多数区县不同，不能与上表比较，另列。",
                "The mechanisms of these districts ask other obligations than most; they are not to be compared with the table above.",
            ),
        );
        obligations(
            &mut page,
            "apart",
            &tr!("另列：义务不同的区县"; "Apart: districts with other obligations"),
            &districts.apart,
        );
    }
    let all = [&districts.comparable[..], &districts.apart[..]].concat();
    months(&mut page, &all);
    let slowest = |figures: &DistrictFigures| figures.slowest.clone();
    let oldest = |figures: &DistrictFigures| figures.oldest.clone();
    courses(&mut page, "slowest", &tr!("三、发现到销号最慢的隐患"; "3. The slowest from finding to close-out"), &all, slowest);
    courses(&mut page, "oldest", &tr!("四、未销号最久的隐患"; "4. What is open longest"), &all, oldest);
    page.close("main");
    for name in ["div", "body", "html"] {
        page.close(name);
    }
    page.xml.into_text() + "\n"
}

fn failed(page: &mut HtmlPage, districts: &Districts<'_>) {
    if districts.failed.is_empty() {
        return;
    }
    page.section("failed", &tr!("没有汇总成的区县"; "Districts that failed"));
    page.open("ul", &[]);
    for one in &districts.failed {
        let Err(why) = &one.done else { continue };
        let why = why.said();
        let (name, zh, en) = (&one.name, why.zh(), why.en());
        page.say("li", &[], &tr!("{name}：{zh}（表中没有这个区县）"; "{name}: {en} (it is in no table)"));
    }
    page.close("ul");
}

/// A cell of a number.
fn number(page: &mut HtmlPage, count: usize) {
    page.words("td", &[("class", "num")], &count.to_string());
}

fn obligations(page: &mut HtmlPage, id: &str, heading: &Text, districts: &[(&str, &DistrictExport)]) {
    page.section(id, heading);
    let heads = [
        Text::fixed("区县", "district"),
        Text::fixed("截至", "as of"),
        Text::fixed("绿", "green"),
        Text::fixed("黄", "yellow"),
        Text::fixed("红", "red"),
        Text::fixed("未落实", "not carried out"),
        Text::fixed("未销号隐患", "hazards open"),
        Text::fixed("其中重大", "of these major"),
        Text::fixed("提交", "commit"),
    ];
    page.table("wide", heading, &heads);
    for (name, one) in districts {
        let figures = &one.figures;
        page.open("tr", &[]);
        page.words("th", &[("scope", "row")], &format!("{name} {}", one.district));
        page.words("td", &[], &figures.as_of.to_string());
        for light in [Light::Green, Light::Yellow, Light::Red] {
            number(page, figures.lights.get(&light).copied().unwrap_or_default());
        }
        number(page, figures.unmet);
        number(page, figures.open.0);
        number(page, figures.open.1);
        page.words("td", &[], one.commit.get(..10).unwrap_or(&one.commit));
        page.close("tr");
    }
    page.end_table();
}

fn months(page: &mut HtmlPage, districts: &[(&str, &DistrictExport)]) {
    let heading = tr!("二、各月发现的隐患"; "2. Hazards found, by month");
    page.section("months", &heading);
    let mut heads = vec![Text::fixed("区县", "district"), Text::fixed("年份", "year")];
    heads.extend((1..=12).map(|month: u32| tr!("{month} 月"; "{month}")));
    page.table("wide", &heading, &heads);
    for (name, one) in districts {
        page.open("tr", &[]);
        page.words("th", &[("scope", "row")], name);
        page.words("td", &[], &one.figures.as_of.year().to_string());
        for month in one.figures.months {
            number(page, month);
        }
        page.close("tr");
    }
    page.end_table();
}

fn courses(
    page: &mut HtmlPage,
    id: &str,
    heading: &Text,
    districts: &[(&str, &DistrictExport)],
    of: impl Fn(&DistrictFigures) -> Vec<HazardDays>,
) {
    let each = districts.iter().flat_map(|(name, one)| of(&one.figures).into_iter().map(move |course| (*name, course)));
    let mut courses: Vec<(&str, HazardDays)> = each.collect();
    courses.sort_by_key(|(_, course)| std::cmp::Reverse(course.days));
    courses.truncate(DistrictFigures::NAMED * 2);
    page.section(id, heading);
    if courses.is_empty() {
        page.say("p", &[], &Text::fixed("没有。", "None."));
        return;
    }
    let heads = [
        Text::fixed("区县", "district"),
        Text::fixed("隐患", "hazard"),
        Text::fixed("重大", "major"),
        Text::fixed("发现日期", "found"),
        Text::fixed("天数", "days"),
    ];
    page.table("wide", heading, &heads);
    for (name, course) in courses {
        page.open("tr", &[]);
        page.words("th", &[("scope", "row")], name);
        page.say("td", &[], &course.record.title);
        page.say("td", &[], &if course.major { Text::fixed("是", "yes") } else { Text::fixed("否", "no") });
        page.words("td", &[], &course.found.to_string());
        page.words("td", &[("class", "num")], &course.days.to_string());
        page.close("tr");
    }
    page.end_table();
}
