//! 会议: one meeting a row.

use super::layout::TakenBack;
use super::sheet::{Holds, Rows, Shown};
use super::table::table;
use super::topic::Topic;
use super::view::{LedgerView, join};
use crate::model::field::Word;
use crate::model::{Filed, Happening as _, Kind, Meeting, Presence, Reference};

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "meetings", zh: "会议", en: "Meetings" },
    aliases: &["meeting", "联席会议"],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Meeting)),
    printed: &[
        "title",
        "held",
        "place",
        "chair.name",
        "出席单位",
        "请假单位",
        "agenda",
        "decided",
        "督办事项数",
        "未协调一致问题数",
        "minutes.doc_number",
        "minutes.issued",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().meetings.iter().filter(move |meeting| view.wants(&meeting.path, meeting.record.on()));
        wanted.map(move |meeting| view.row(meeting, cells(meeting, &view)))
    })
}

fn those<'a>(meeting: &'a Meeting, how: &[Presence], view: &LedgerView<'a>) -> String {
    let those = meeting.attendance.iter().filter(|attendance| how.contains(&attendance.how));
    join(those.map(|attendance| view.party(&attendance.who)))
}

fn agenda(meeting: &Filed<Meeting>, view: &LedgerView<'_>) -> String {
    let items = view.ledger().agenda_of(meeting);
    join(items.iter().map(|item| item.record.title.as_str()))
}

fn questions(meeting: &Meeting, view: &LedgerView<'_>) -> Vec<Reference> {
    let upward = meeting.unresolved.iter().filter_map(|question| question.upward.clone());
    upward.filter(|upward| view.ledger().upward_paper(upward).is_some()).collect()
}

table! { Kind::Meeting, 'a, |meeting: &'a Filed<Meeting>, view| {
    "title" => meeting.record.title.as_ref();
    "system" => view.system(meeting.record.system.as_ref());
    "planned" => meeting.record.planned;
    "held" => meeting.record.held;
    "place" => meeting.record.place.as_ref();
    "convener" => view.unit_name(&meeting.record.convener);
    "chair.unit" => meeting.record.chair.as_ref().map(|chair| view.unit_name(&chair.unit));
    "chair.name" => meeting.record.chair.as_ref().map(|chair| &chair.name);
    "chair.post" => meeting.record.chair.as_ref().map(|chair| chair.post.word());
    Shown("invited") => join(meeting.record.invited.iter().map(|invited| view.party(&invited.who)));
    ("出席单位", "present", Holds::Prose) => those(&meeting.record, &[Presence::Present, Presence::Deputy], view);
    ("请假单位", "on leave", Holds::Prose) => those(&meeting.record, &[Presence::Leave], view);
    ("列席单位", "sitting in", Holds::Prose) => those(&meeting.record, &[Presence::SittingIn], view);
    Shown("agenda") => agenda(meeting, view);
    "decided" => meeting.record.decided.as_ref();
    ("督办事项数", "tasks set", Holds::Number) => meeting.record.task.len();
    ("未协调一致问题数", "questions unresolved", Holds::Number) => meeting.record.unresolved.len();
    ("请示", "sent upward by", Holds::Prose) => view.records(&questions(&meeting.record, view));
    "minutes.doc_number" => meeting.record.minutes.as_ref().and_then(|minutes| minutes.doc_number.as_ref());
    "minutes.issued" => meeting.record.minutes.as_ref().map(|minutes| minutes.issued);
    "minutes.cosigned" => meeting.record.minutes.as_ref().map(|minutes| view.units(&minutes.cosigned));
    "cancelled.on" => meeting.record.cancelled.as_ref().map(|cancelled| cancelled.on);
    "cancelled.reason" => meeting.record.cancelled.as_ref().map(|cancelled| &cancelled.reason);
    "because" => meeting.record.because.as_ref();
} }
