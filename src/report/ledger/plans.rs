//! 计划: one plan a row, with the notice that shared it.

use super::layout::TakenBack;
use super::sheet::{Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Filed, Happening as _, Kind, Plan};

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "plans", zh: "计划", en: "Plans" },
    aliases: &["plan", "年度计划"],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Plan)),
    printed: &["制定单位", "year", "title", "issued", "doc_number", "shared_by", "text"],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().plans.iter().filter(move |plan| view.wants(&plan.path, plan.record.on()));
        wanted.map(move |plan| view.row(plan, cells(plan, &view)))
    })
}

table! { Kind::Plan, 'a, |plan: &'a Filed<Plan>, view| {
    Owner("制定单位", "made by") => view.unit_name(&plan.path.unit);
    "year" => u32::from(plan.record.year);
    "title" => &plan.record.title;
    "system" => view.system(plan.record.system.as_ref());
    "issued" => plan.record.issued;
    "doc_number" => plan.record.doc_number.as_ref();
    "shared_by" => plan.record.shared_by.as_ref().map(|notice| view.record(notice));
    "text" => plan.record.text.as_ref();
    "because" => plan.record.because.as_ref();
} }
