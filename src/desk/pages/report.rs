//! 年报: a year, or a stretch of one, as a page or a paper to be kept.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::download::DOCX;
use super::parts::{input, said, select, unread, year};
use crate::desk::answer::{Answer, answer, chain};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{Page, REPORT};
use crate::ops::{self, Failure, ReportRequest, Result};
use crate::render;
use crate::report::Readers;
use crate::text::Text;

/// Of what, and as what.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ReportQuery {
    year: String,
    during: String,
    unit: String,
    format: String,
}

/// What it can be had as.
const FORMATS: [(&str, Text); 2] =
    [("html", Text::fixed("网页（.html，可打印）", "a page (.html)")), ("docx", Text::fixed("报告（.docx）", "a paper (.docx)"))];

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<ReportQuery>) -> Answer {
    answer(desk, move |desk| {
        let title = Text::fixed("年报", "report");
        let Some(format) = said(&query.format) else {
            return Ok(Answer::page(desk, &Page { title, here: REPORT, body: form(desk, &query)? }));
        };
        drawn(desk, &query, format == "docx").or_else(|failure| {
            let body = html! { (chain(desk, &failure)) (form(desk, &query)?) };
            Ok(Answer::refused(desk, &Page { title, here: REPORT, body }))
        })
    })
    .await
}

fn drawn(desk: &Desk, query: &ReportQuery, paper: bool) -> Result<Answer> {
    let request = ReportRequest {
        year: year(&query.year)?,
        between: said(&query.during).map(|during| (during.clone(), during)),
        unit: said(&query.unit),
        as_of: None,
        readers: Readers::Internal,
        paper,
    };
    let drawn = ops::report(desk.source(), &request, &desk.environment())?;
    if !drawn.unread.is_empty() {
        let title = Text::fixed("年报没有生成", "the report could not be made");
        return Ok(Answer::refused(desk, &Page { title, here: REPORT, body: unread(desk, &drawn.unread) }));
    }
    let label = desk.say(&drawn.report.scope.label).into_owned();
    if let Some(paper) = &drawn.paper {
        let not_made = || Text::fixed("公文没有生成", "the paper could not be made");
        let bytes = render::docx(paper, drawn.report.heading.revision.as_deref());
        let bytes = bytes.map_err(|why| Failure::from(why).context(not_made()))?;
        return Ok(Answer::File(format!("{label}.docx"), DOCX, bytes));
    }
    let page = render::html(&drawn.report, desk.lang);
    Ok(Answer::File(format!("{label}.html"), "text/html; charset=utf-8", page.into_bytes()))
}

fn form(desk: &Desk, query: &ReportQuery) -> Result<Markup> {
    let register = desk.register()?;
    let all = (String::new(), Text::fixed("全部", "all"));
    let units = ops::filing_units(&register).into_iter().map(|unit| (unit.answer, unit.label));
    let units: Vec<(String, Text)> = std::iter::once(all).chain(units).collect();
    let formats = FORMATS.map(|(word, label)| (word.to_owned(), label));
    Ok(html! {
        p { (desk.fixed(
            "一年（或一段时间）落实得怎样，做成网页或报告下载。",
            "How a year, or a stretch of one, stands, as a page or a paper to be kept.",
        )) }
        form.filter method="get" action=(desk.link(REPORT)) {
            (input(desk, "year", &Text::fixed("年份", "year"), &query.year))
            (input(desk, "during", &Text::fixed("只要一段，如 上月、2025-Q2", "only a stretch, such as last month, 2025-Q2"), &query.during))
            (select(desk, "unit", &Text::fixed("单位", "unit"), &query.unit, &units))
            (select(desk, "format", &Text::fixed("做成", "as"), &query.format, &formats))
            button type="submit" { (desk.fixed("下载", "download")) }
        }
    })
}
