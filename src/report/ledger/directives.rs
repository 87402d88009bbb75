//! 收文: what came from above, a paper or an instruction a row, with what was proposed about it and what came of it.

use super::layout::TakenBack;
use super::sheet::{Holds, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Directive, Filed, Happening as _, Kind};
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "directives", zh: "收文", en: "Papers received" },
    aliases: &["directive", "收文登记"],
    // What leaders wrote on papers is for the circle.
    is_public: false,
    taken_back: Some(TakenBack::row_per_record(Kind::Directive)),
    printed: &[
        "收文单位",
        "received",
        "kind",
        "sender",
        "number",
        "title",
        "proposal.text",
        "proposal.lead",
        "proposal.due",
        "状态",
        "carried.on",
        "carried.text",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().directives.iter().filter(move |directive| view.wants(&directive.path, directive.record.on()));
        wanted.map(move |directive| view.row(directive, cells(directive, &view)))
    })
}

fn state(directive: &Directive, view: &LedgerView<'_>) -> Text {
    let today = view.context.today;
    let proposal = directive.proposal.as_ref().filter(|proposal| proposal.on <= today);
    if directive.carried.as_ref().is_some_and(|carried| carried.on <= today) {
        return Text::fixed("已办结", "carried out");
    }
    match proposal.map(|proposal| proposal.due) {
        Some(Some(due)) if due < today => Text::fixed("已过期限", "past its term"),
        Some(_) => Text::fixed("办理中", "under way"),
        None => Text::fixed("待拟办", "nothing proposed yet"),
    }
}

table! { Kind::Directive, 'a, |directive: &'a Filed<Directive>, view| {
    Owner("收文单位", "received by") => view.unit_name(&directive.path.unit);
    "received" => directive.record.received;
    "kind" => directive.record.kind.word();
    "sender" => &directive.record.sender;
    "number" => directive.record.number.as_ref();
    "dated" => directive.record.dated;
    "title" => &directive.record.title;
    "text" => directive.record.text.as_ref();
    "proposal.on" => directive.record.proposal.as_ref().map(|proposal| proposal.on);
    "proposal.text" => directive.record.proposal.as_ref().map(|proposal| &proposal.text);
    "proposal.lead" => directive.record.proposal.as_ref().and_then(|proposal| proposal.lead.as_ref()).map(|lead| view.unit_name(lead));
    "proposal.with" => directive.record.proposal.as_ref().map(|proposal| view.units(&proposal.with));
    "proposal.due" => directive.record.proposal.as_ref().and_then(|proposal| proposal.due);
    ("状态", "state", Holds::Line) => state(&directive.record, view);
    "carried.on" => directive.record.carried.as_ref().map(|carried| carried.on);
    "carried.text" => directive.record.carried.as_ref().map(|carried| &carried.text);
    "carried.by" => directive.record.carried.as_ref().and_then(|carried| carried.by.as_ref()).map(|by| view.record(by));
    "because" => directive.record.because.as_ref();
} }
