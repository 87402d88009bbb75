//! 上报: one paper upward a row, with what came back.

use super::layout::TakenBack;
use super::sheet::{Cell, Holds, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Filed, Happening as _, Kind, Party, Upward, UpwardKind, UpwardReply};
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "upward", zh: "上报", en: "Papers upward" },
    aliases: &[],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Upward)),
    printed: &[
        "上报单位",
        "kind",
        "to",
        "title",
        "signer",
        "doc_number",
        "on",
        "about",
        "状态",
        "reply.number",
        "reply.on",
        "reply.text",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().upward.iter().filter(move |paper| view.wants(&paper.path, paper.record.on()));
        wanted.map(move |paper| view.row(paper, cells(paper, &view)))
    })
}

fn reply(paper: &Upward) -> Option<&UpwardReply> {
    paper.reply.as_deref()
}

fn state(paper: &Upward, view: &LedgerView<'_>) -> Option<Text> {
    let replied = reply(paper).is_some_and(|reply| reply.on <= view.context.today);
    let state = if replied { Text::fixed("已批复", "answered") } else { Text::fixed("待批复", "awaits an answer") };
    (paper.kind == UpwardKind::Request).then_some(state)
}

table! { Kind::Upward, 'a, |paper: &'a Filed<Upward>, view| {
    Owner("上报单位", "sent by") => view.unit_name(&paper.path.unit);
    "kind" => paper.record.kind.word();
    "to" => view.mechanism().party(&Party::Body(paper.record.to.clone())).to_owned();
    "about" => view.records(&paper.record.about);
    "title" => &paper.record.title;
    "signer" => paper.record.signer.as_ref();
    "doc_number" => paper.record.doc_number.as_ref();
    "on" => paper.record.on;
    "contact" => paper.record.contact.as_ref();
    "body" => paper.record.body.as_ref();
    ("状态", "state", Holds::Line) => state(&paper.record, view);
    "reply.number" => reply(&paper.record).and_then(|reply| reply.number.as_ref());
    "reply.on" => reply(&paper.record).map(|reply| reply.on);
    "reply.text" => reply(&paper.record).map(|reply| &reply.text);
    ("督办事项数", "tasks set", Holds::Number) => reply(&paper.record).map_or(Cell::Empty, |reply| reply.task.len().into());
    "because" => paper.record.because.as_ref();
} }
