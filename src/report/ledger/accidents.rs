//! 事故: one accident a row, with who came to the rescue and who looked into it.

use super::layout::TakenBack;
use super::sheet::{Called, Holds, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Accident, AccidentGrade, Filed, Happening as _, Kind, Party};
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "accidents", zh: "事故", en: "Accidents" },
    aliases: &["accident", "生产安全事故"],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Accident)),
    printed: &[
        "登记单位",
        "occurred",
        "mine",
        "grade",
        "deaths",
        "injured",
        "text",
        "rescue.lead",
        "rescue.measures",
        "inquiry.lead",
        "inquiry.number",
        "concluded.on",
        "concluded.doc_number",
        "concluded.text",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().accidents.iter().filter(move |accident| view.wants(&accident.path, accident.record.on()));
        wanted.map(move |accident| view.row(accident, cells(accident, &view)))
    })
}

/// Whose it is to look into it, as 一（一）8 has it.
fn level(accident: &Accident) -> Option<Text> {
    accident.grade.map(|_| {
        if accident.is_above_general() {
            Text::fixed("高于一般，由上级组织调查", "above general: for a higher level to investigate")
        } else {
            Text::fixed("区级组织调查", "for the district to investigate")
        }
    })
}

fn led<'a>(lead: Option<&'a Party>, view: &LedgerView<'a>) -> Option<&'a str> {
    lead.map(|party| view.party(party))
}

table! { Kind::Accident, 'a, |accident: &'a Filed<Accident>, view| {
    Owner("登记单位", "entered by") => view.unit_name(&accident.path.unit);
    "occurred" => accident.record.occurred;
    "learned" => accident.record.learned;
    "mine" => view.mine(&accident.record.mine);
    "grade" => accident.record.grade.map(AccidentGrade::word);
    "deaths" => accident.record.deaths;
    "injured" => accident.record.injured;
    "explosives" => accident.record.explosives;
    "concealed" => accident.record.concealed;
    "lead" => accident.record.lead.as_ref().map(|lead| view.record(lead));
    "same_as" => accident.record.same_as.as_ref().map(|same| view.record(same));
    "distinct" => accident.record.distinct;
    "text" => accident.record.text.as_ref();
    "rescue.on" => accident.record.rescue.as_ref().map(|rescue| rescue.on);
    "rescue.until" => accident.record.rescue.as_ref().and_then(|rescue| rescue.until);
    "rescue.lead" => accident.record.rescue.as_ref().and_then(|rescue| led(rescue.lead.as_ref(), view));
    "rescue.units" => accident.record.rescue.as_ref().map(|rescue| view.parties(&rescue.units));
    "rescue.measures" => accident.record.rescue.as_ref().and_then(|rescue| rescue.measures.as_ref());
    ("调查层级", "level of the inquiry", Holds::Line) => level(&accident.record);
    "inquiry.on" => accident.record.inquiry.as_ref().map(|inquiry| inquiry.on);
    "inquiry.lead" => accident.record.inquiry.as_ref().and_then(|inquiry| led(inquiry.lead.as_ref(), view));
    "inquiry.units" => accident.record.inquiry.as_ref().map(|inquiry| view.parties(&inquiry.units));
    "inquiry.number" => accident.record.inquiry.as_ref().and_then(|inquiry| inquiry.number.as_ref());
    "criminal.on" => accident.record.criminal.as_ref().map(|case| case.on);
    Called("criminal.by", "刑事案件办理单位", "criminal case by") => accident.record.criminal.as_ref().map(|case| view.unit_name(&case.by));
    "criminal.number" => accident.record.criminal.as_ref().and_then(|case| case.number.as_ref());
    "concluded.on" => accident.record.concluded.as_ref().map(|end| end.on);
    "concluded.doc_number" => accident.record.concluded.as_ref().and_then(|end| end.doc_number.as_ref());
    "concluded.text" => accident.record.concluded.as_ref().and_then(|end| end.text.as_ref());
    "because" => accident.record.because.as_ref();
} }
