//! 信息通报: one addressee of a notice a row, with when the notice reached it and what it said to that.

use super::layout::{Items, RowLayout, TakenBack};
use super::sheet::{Holds, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::{LedgerView, join};
use crate::model::field::{RegulationList, Word};
use crate::model::{
    Day, Delivery, DocType, Filed, Happening as _, Kind, Notice, Preliminary, Recipient, ResponseKind, Review, Trigger, Way,
};
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "notices", zh: "信息通报", en: "Notices" },
    aliases: &["notice", "通报"],
    is_public: true,
    taken_back: Some(TakenBack {
        // Addressees are rows; how the paper reached one stands in its row.
        layout: RowLayout::RowPerItem(&[
            Items { list: "to", found_by: &["who"], borrowed: &[] },
            Items { list: "delivery", found_by: &["who", "on"], borrowed: &[("who", "to.who")] },
        ]),
        ..TakenBack::row_per_record(Kind::Notice)
    }),
    printed: &[
        "通报单位",
        "doc_number",
        "title",
        "content",
        "about",
        "measures",
        "suggestions",
        "review.name",
        "review.on",
        "issued",
        "to.who",
        "签收日期",
        "状态",
    ],
    columns,
    rows,
};

/// A notice and one of those whom it tells; a draft may tell nobody yet.
#[derive(Clone, Copy)]
struct AddresseeRow<'a> {
    notice: &'a Filed<Notice>,
    recipient: Option<&'a Recipient>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().notices.iter().filter(move |notice| view.wants(&notice.path, notice.record.on()));
        wanted.flat_map(move |notice| {
            view.rows(&*notice.record, told(notice).map(move |told| (notice.reference(), cells(told, &view))))
        })
    })
}

fn told(notice: &Filed<Notice>) -> impl Iterator<Item = AddresseeRow<'_>> {
    let nobody = notice.record.to.is_empty().then_some(AddresseeRow { notice, recipient: None });
    nobody.into_iter().chain(notice.record.to.iter().map(move |recipient| AddresseeRow { notice, recipient: Some(recipient) }))
}

impl<'a> AddresseeRow<'a> {
    fn review(self) -> Option<&'a Review> {
        self.notice.record.review.as_deref()
    }

    fn preliminary(self) -> Option<&'a Preliminary> {
        self.notice.record.preliminary.as_deref()
    }

    fn delivery(self) -> Option<&'a Delivery> {
        let who = &self.recipient?.who;
        self.notice.record.delivery.iter().filter(|delivery| delivery.who == *who).min_by_key(|delivery| delivery.on)
    }

    /// When the addressee first said that of the notice.
    fn responded_on(self, kind: ResponseKind, view: &LedgerView<'_>) -> Option<Day> {
        let unit = self.recipient?.who.as_unit()?;
        let said = view.ledger().responses_to(&self.notice.reference());
        let said = said.filter(|response| response.record.kind == kind && response.record.on <= view.context.today);
        let stands = |by, on| view.mechanism().stands_for(by, &unit, on);
        said.filter(|response| stands(&response.path.unit, response.record.on)).map(|response| response.record.on).min()
    }

    fn duty(self, view: &LedgerView<'_>) -> Option<String> {
        let key = self.recipient?.why?;
        let on = self.notice.record.on().unwrap_or(view.context.today);
        Some(view.mechanism().cited(key, on).map_or_else(|| key.to_string(), |clause| clause.path.to_string()))
    }

    fn state(self, view: &LedgerView<'_>) -> Text {
        match self.notice.record.issued {
            None => Text::fixed("未印发", "not issued"),
            Some(_) if view.ledger().withdrawn_by(self.notice).is_some() => Text::fixed("已撤回", "withdrawn"),
            Some(_) => Text::fixed("已印发", "issued"),
        }
    }
}

table! { Kind::Notice, 'a, |told: AddresseeRow<'a>, view| {
    Owner("通报单位", "issuing unit") => view.unit_name(&told.notice.path.unit);
    "content" => view.mechanism().shown_item(RegulationList::Contents, told.notice.record.content.0);
    "trigger" => told.notice.record.trigger.map(Trigger::word);
    "about" => view.records(&told.notice.record.about);
    "title" => &told.notice.record.title;
    "doc_type" => told.notice.record.doc_type.map(DocType::word);
    "doc_number" => told.notice.record.doc_number.as_ref();
    "body" => told.notice.record.body.as_ref();
    "measures" => told.notice.record.measures.as_ref();
    "suggestions" => told.notice.record.suggestions.as_ref();
    "common" => told.notice.record.common;
    "preliminary.at" => told.preliminary().map(|word| word.at);
    "preliminary.by" => told.preliminary().map(|word| &word.by);
    "preliminary.to" => told.preliminary().map(|word| join(word.to.iter().map(|party| view.party(party))));
    "preliminary.way" => told.preliminary().and_then(|word| word.way).map(Way::word);
    "review.name" => told.review().map(|review| &review.name);
    "review.post" => told.review().map(|review| review.post.word());
    "review.on" => told.review().map(|review| review.on);
    "review.way" => told.review().map(|review| review.way.word());
    "issued" => told.notice.record.issued;
    "to.who" => told.recipient.map(|recipient| view.party(&recipient.who));
    "to.why" => told.duty(view);
    "delivery.on" => told.delivery().map(|delivery| delivery.on);
    "delivery.way" => told.delivery().and_then(|delivery| delivery.way).map(Way::word);
    ("签收日期", "received on", Holds::Day) => told.responded_on(ResponseKind::Received, view);
    ("采取措施日期", "measures taken on", Holds::Day) => told.responded_on(ResponseKind::MeasuresTaken, view);
    ("状态", "state", Holds::Line) => told.state(view);
    "corrects" => told.notice.record.corrects.as_ref().map(|notice| view.record(notice));
    "withdraws" => told.notice.record.withdraws.as_ref().map(|notice| view.record(notice));
    "system" => view.system(told.notice.record.system.as_ref());
    "because" => told.notice.record.because.as_ref();
} }
