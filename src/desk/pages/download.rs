//! Papers and ledgers, as files to be kept.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{said, unread, year};
use crate::desk::answer::{Answer, answer};
use crate::desk::asked_of::{AddressName, AskedWords};
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::Page;
use crate::ops::{self, Failure, LedgerRequest, PaperOutcome, PaperRequest, Result};
use crate::render;
use crate::report::Readers;
use crate::report::ledger::Topic;
use crate::report::paper::PaperKind;
use crate::text::Text;

pub(super) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The papers that records give, by the folder of their kind; without a word, the one that its state asks for.
const PAPERS: &[(&str, &str, Text)] = &[
    ("notices", "", Text::fixed("公文", "the paper")),
    ("upward", "", Text::fixed("公文", "the paper")),
    ("meetings", "notice", Text::fixed("会议通知", "the invitation")),
    ("meetings", "items", Text::fixed("征集议题的通知", "the call for items")),
    ("meetings", "sign-in", Text::fixed("签到表", "the sign-in sheet")),
    ("meetings", "minutes", Text::fixed("纪要", "the minutes")),
    ("enforcements", "plan", Text::fixed("执法方案", "the plan")),
    ("enforcements", "circular", Text::fixed("执法情况通报", "the circular")),
    ("units", "urging", Text::fixed("督办函", "the urging letter")),
];

/// The papers that a record gives, to be fetched.
pub(super) fn papers(desk: &Desk, reference: &str) -> Markup {
    let folder = reference.split('/').next().unwrap_or_default();
    let of_kind: Vec<_> = PAPERS.iter().filter(|(of, ..)| *of == folder).collect();
    html! {
        @if !of_kind.is_empty() {
            h2 { (desk.fixed("公文（.docx）", "papers (.docx)")) }
            ul.acts { @for (_, word, label) in of_kind {
                li { a.button href=(desk.link_asking(&format!("paper/{reference}"), &[("paper", word)])) { (desk.say(label)) } }
            } }
        }
    }
}

/// Which of its papers is wanted.
#[derive(Deserialize)]
pub(super) struct WantedPaper {
    #[serde(default)]
    paper: String,
}

pub(super) async fn paper(
    State(desk): State<AtHand>,
    AddressName(name): AddressName<String>,
    AskedWords(query): AskedWords<WantedPaper>,
) -> Answer {
    answer(desk, move |desk| of_record(desk, name, &query)).await
}

fn of_record(desk: &Desk, record: String, query: &WantedPaper) -> Result<Answer> {
    let (source, environment) = (desk.source(), desk.environment());
    let named = PaperKind::ALL.iter().find(|(word, _)| *word == query.paper).map(|(_, kind)| *kind);
    // 督办函 is of a unit, by its name alone.
    let record = record.strip_prefix("units/").map_or(record.clone(), str::to_owned);
    let request = PaperRequest { record, paper: named, acting: None, readers: Readers::Internal };
    let made = match ops::paper(&source, &request, &environment)? {
        PaperOutcome::Made(made) => made,
        PaperOutcome::Unread(problems) => {
            let title = Text::fixed("公文没有生成", "the paper could not be made");
            return Ok(Answer::refused(desk, &Page { title, here: "", body: unread(desk, &problems) }));
        }
    };
    let not_made = || Text::fixed("公文没有生成", "the paper could not be made");
    let bytes = render::docx(&made.paper, made.commit.as_deref()).map_err(|why| Failure::from(why).context(not_made()))?;
    let kind = PAPERS.iter().find(|(_, word, _)| *word == query.paper && !word.is_empty());
    let which = kind.map_or_else(String::new, |(.., label)| format!(" {}", label.get(desk.lang)));
    Ok(Answer::File(format!("{}{which}.docx", desk.say(&made.title)), DOCX, bytes))
}

/// Which ledger is wanted; all of them where none is named.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct WantedLedger {
    kind: String,
    year: String,
    unit: String,
    template: String,
}

pub(super) async fn ledger(State(desk): State<AtHand>, AskedWords(query): AskedWords<WantedLedger>) -> Answer {
    answer(desk, move |desk| drawn(desk, &query)).await
}

fn drawn(desk: &Desk, query: &WantedLedger) -> Result<Answer> {
    let topic = said(&query.kind).map(|kind| Topic::by_name(&kind)).transpose()?;
    let request = LedgerRequest {
        topic,
        year: year(&query.year)?,
        unit: said(&query.unit),
        as_of: None,
        readers: Readers::Internal,
        template: !query.template.is_empty(),
    };
    let failed = |why| Failure::from(why).context(Text::fixed("台账没有生成", "the ledger could not be made"));
    let drawn =
        ops::draw_ledgers(desk.source(), &request, &desk.environment(), |book| render::xlsx(book, desk.lang).map_err(failed))?;
    let label = topic.map_or(Text::fixed("台账", "ledgers"), Topic::label);
    Ok(Answer::File(format!("{}.xlsx", desk.say(&label)), XLSX, drawn.written))
}
