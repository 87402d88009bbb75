//! 检查: how a year stands, obligation by obligation, and what was found about each.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{findings, input, record_link, said, select, unread, year};
use crate::desk::answer::{Answer, answer};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{CHECK, Page};
use crate::ops::{self, CheckOutcome, CheckRequest, Result};
use crate::report::{CheckReport, FindingView, LevelCounts, Light, ObligationStatus};
use crate::text::{Text, clean};
use crate::tr;

/// What is asked of a year.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CheckQuery {
    year: String,
    unit: String,
}

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<CheckQuery>) -> Answer {
    answer(desk, move |desk| checked(desk, &query)).await
}

fn checked(desk: &Desk, query: &CheckQuery) -> Result<Answer> {
    let request = CheckRequest { year: year(&query.year)?, unit: said(&query.unit), ..CheckRequest::default() };
    let title = Text::fixed("检查", "check");
    let checked = match ops::check(desk.source(), &request, &desk.environment())? {
        CheckOutcome::Judged(checked) => checked,
        CheckOutcome::Unjudged { why, problems } => {
            let body = html! { (crate::desk::answer::chain(desk, &why)) (unread(desk, &problems)) };
            return Ok(Answer::refused(desk, &Page { title, here: CHECK, body }));
        }
    };
    let report = &checked.report;
    let (year, day) = (report.heading.year, report.heading.as_of);
    let title = tr!("{year} 年检查（截至 {day}）"; "{year}, as of {day}");
    let body = html! {
        (filter(desk, query)?)
        (summary(desk, report))
        (obligations(desk, report))
        (by_obligation(desk, report))
    };
    Ok(Answer::page(desk, &Page { title, here: CHECK, body }))
}

fn filter(desk: &Desk, query: &CheckQuery) -> Result<Markup> {
    let register = desk.register()?;
    let all = (String::new(), Text::fixed("全部", "all"));
    let units = ops::filing_units(&register).into_iter().map(|unit| (unit.answer, unit.label));
    let units: Vec<(String, Text)> = std::iter::once(all).chain(units).collect();
    Ok(html! {
        form.filter method="get" action=(desk.link(CHECK)) role="search" {
            (input(desk, "year", &Text::fixed("年份", "year"), &query.year))
            (select(desk, "unit", &Text::fixed("只要该单位办的", "only what is for this unit"), &query.unit, &units))
            button type="submit" { (desk.fixed("检查", "check")) }
        }
    })
}

fn summary(desk: &Desk, report: &CheckReport) -> Markup {
    let LevelCounts { form, unmet, reminder, advice, waived } = report.counts;
    let unreadable: Vec<_> = report.problems.iter().filter(|problem| problem.unreadable).cloned().collect();
    let counts = tr!(
        "需更正 {form} 项，未落实 {unmet} 项，提醒 {reminder} 项，建议 {advice} 项，已作说明 {waived} 项";
        "{form} to be corrected, {unmet} not carried out, {reminder} reminders, {advice} pieces of advice, {waived} excused"
    );
    html! {
        (unread(desk, &unreadable))
        p { strong { (desk.say(&counts)) } }
        p.faint { (clean(&report.heading.title)) " · " (clean(&report.heading.paper)) }
        @for line in report.folder.iter().flat_map(crate::report::FolderView::lines) { p.note { (desk.say(&line)) } }
        @for told in report.unseen.iter().chain(&report.older_format).chain(&report.doubtful) { p.note { (desk.say(told)) } }
        p.faint { (desk.fixed(
            "“未落实”“提醒”指台账中未见相应记录或记录与条文不一致；没有录入的，不等于没有做。",
            "What is called not carried out is what the register does not show: what was not entered may well have been done.",
        )) }
    }
}

const fn colour(light: Option<Light>) -> &'static str {
    match light {
        Some(Light::Red) => "red",
        Some(Light::Yellow) => "amber",
        Some(Light::Green) => "green",
        None => "faint",
    }
}

fn obligations(desk: &Desk, report: &CheckReport) -> Markup {
    let caption = desk.count(&Text::fixed("义务", "obligations"), report.obligations.len());
    let heads = [
        Text::fixed("条款", "clause"),
        Text::fixed("要点", "obligation"),
        Text::fixed("状态", "state"),
        Text::fixed("次数", "count"),
        Text::fixed("记录与说明", "records and notes"),
    ];
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for head in &heads { th scope="col" { (desk.say(head)) } } } }
                tbody { @for standing in &report.obligations { (row(desk, standing)) } }
            }
        }
    }
}

fn row(desk: &Desk, standing: &ObligationStatus) -> Markup {
    let light = standing.light.map(Light::label);
    html! {
        tr id=(standing.id) {
            th scope="row" { (clean(&standing.clause_path)) " " span.faint { (standing.id) } }
            td { (desk.say(&standing.title)) }
            td class=(colour(standing.light)) { @if let Some(light) = &light { (desk.say(light)) " " } (desk.say(&standing.state.label())) }
            td { @match standing.least {
                Some(least) => { (standing.count) "/" (least) }
                None => { @if standing.count > 0 { (standing.count) } }
            } }
            td {
                @for named in standing.evidence.iter().take(NAMED) { (record_link(desk, named)) " " }
                @if standing.count > NAMED { (desk.fixed("等 ", "and others ")) }
                (desk.say(&standing.note))
            }
        }
    }
}

/// How many pieces of evidence a row names.
const NAMED: usize = 2;

/// What was found, below the obligation that it is about; what cannot be as it is written comes last, by itself.
fn by_obligation(desk: &Desk, report: &CheckReport) -> Markup {
    let found: Vec<&FindingView> = report.units.iter().flat_map(|unit| &unit.findings).collect();
    let of = |standing: &ObligationStatus| -> Vec<&FindingView> {
        found.iter().copied().filter(|one| one.obligation.as_deref() == Some(standing.id.as_str())).collect()
    };
    let is_about = |one: &FindingView, standing: &ObligationStatus| one.obligation.as_deref() == Some(standing.id.as_str());
    let rest: Vec<&FindingView> =
        found.iter().copied().filter(|one| !report.obligations.iter().any(|standing| is_about(one, standing))).collect();
    html! {
        @for standing in &report.obligations {
            @let of = of(standing);
            @if !of.is_empty() {
                h2 { (clean(&standing.clause_path)) " " (desk.count(&standing.title, of.len())) }
                (findings(desk, of))
            }
        }
        @if !rest.is_empty() {
            h2 { (desk.count(&Text::fixed("其他", "others"), rest.len())) }
            (findings(desk, rest))
        }
    }
}
