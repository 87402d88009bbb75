//! 执法文书: one order a row.

use super::layout::TakenBack;
use super::sheet::{Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Filed, Happening as _, Kind, Order, Party};

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "orders", zh: "执法文书", en: "Orders" },
    aliases: &["order", "文书"],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Order)),
    printed: &["执法单位", "kind", "number", "at", "mine", "text", "major_risk", "until", "enforcement", "hazard", "lifted.on"],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().orders.iter().filter(move |order| view.wants(&order.path, order.record.on()));
        wanted.map(move |order| view.row(order, cells(order, &view)))
    })
}

/// The town, as the register calls it.
fn town(order: &Order, view: &LedgerView<'_>) -> Option<String> {
    let site = order.site.as_ref()?;
    Some(view.mechanism().party(&Party::Body(site.town.clone())).to_owned())
}

table! { Kind::Order, 'a, |order: &'a Filed<Order>, view| {
    Owner("执法单位", "issuing unit") => view.unit_name(&order.path.unit);
    "kind" => order.record.kind.word();
    "number" => order.record.number.as_ref();
    "at" => order.record.at;
    "mine" => order.record.mine.as_ref().map(|mine| view.mine(mine));
    "place" => order.record.place.as_ref();
    "site.town" => town(&order.record, view);
    "site.place" => order.record.site.as_ref().map(|site| &site.place);
    "major_risk" => order.record.major_risk;
    "serious" => order.record.serious;
    "enforcement" => order.record.enforcement.as_ref().map(|from| view.record(from));
    "hazard" => order.record.hazard.as_ref().map(|from| view.record(from));
    "lead" => order.record.lead.as_ref().map(|from| view.record(from));
    "transferred_to" => order.record.transferred_to.as_ref().map(|unit| view.unit_name(unit));
    "until" => order.record.until;
    "text" => order.record.text.as_ref();
    "lifted.on" => order.record.lifted.as_ref().map(|lifted| lifted.on);
    "lifted.number" => order.record.lifted.as_ref().and_then(|lifted| lifted.number.as_ref());
    "because" => order.record.because.as_ref();
} }
