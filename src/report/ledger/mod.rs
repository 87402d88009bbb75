//! Ledgers (台账): what offices keep as tables, drawn from the records. A sheet is columns and rows of typed cells, without layout.
//!
//! To add one: write `ledger/<topic>.rs` with its `TOPIC`, its `rows` and its `table!`, and name it in [`Topic::ALL`].

mod accidents;
mod directives;
mod documents;
mod duties;
mod enforcements;
mod facilities;
mod form;
mod hazards;
mod layout;
mod liaisons;
mod licences;
mod meetings;
mod mines;
mod notices;
mod orders;
mod plans;
mod self_check;
mod sheet;
mod table;
mod tasks;
mod topic;
mod upward;
mod view;
mod workbook;

pub use form::{FormList, LedgerForm};
pub use layout::{DatedList, Items, NewRow, RowLayout, TakenBack};
pub use sheet::{Cell, Column, FLAG, Holds, NUMBER, ORDINAL, Origin, REFERENCE, REVISION, ROW_COUNT, Row, Rows};
pub use topic::Topic;
pub use workbook::{Sheet, Workbook};

use crate::model::UnitId;
use crate::model::field::Word;
use crate::rules::Context;
use crate::text::{Text, clean, nearest};
use crate::tr;
use view::LedgerView;

impl Topic {
    /// Every ledger, in the order of the regulation, which is that of sheets.
    pub const ALL: &'static [&'static Self] = &[
        &duties::TOPIC,
        &liaisons::TOPIC,
        &mines::TOPIC,
        &licences::TOPIC,
        &facilities::TOPIC,
        &plans::TOPIC,
        &meetings::TOPIC,
        &tasks::TOPIC,
        &enforcements::TOPIC,
        &hazards::TOPIC,
        &orders::TOPIC,
        &accidents::TOPIC,
        &notices::TOPIC,
        &upward::TOPIC,
        &directives::TOPIC,
        &documents::TOPIC,
        &self_check::TOPIC,
    ];

    /// The names of those that are taken back.
    #[must_use]
    pub fn taken(say: fn(&Text) -> &str, between: &str) -> String {
        let taken = Self::ALL.iter().filter(|topic| topic.taken_back.is_some()).map(|topic| topic.label());
        taken.map(|label| say(&label).to_owned()).collect::<Vec<_>>().join(between)
    }

    /// The names of all, as they are typed.
    #[must_use]
    pub fn names() -> Text {
        let names: Vec<Text> = Self::ALL.iter().map(|topic| Text::fixed(topic.word.zh, topic.word.id)).collect();
        Text::join(&names, "、", ", ")
    }

    /// The topic that a person names.
    ///
    /// # Errors
    /// That there is no such ledger, with the nearest.
    pub fn by_name(given: &str) -> Result<&'static Self, Text> {
        let called = |topic: &&Self| {
            let Word { id, zh, en } = topic.word;
            [id, zh, en].contains(&given) || topic.aliases.contains(&given)
        };
        Self::ALL.iter().copied().find(called).ok_or_else(|| {
            let shown = clean(given);
            let names = Self::ALL.iter().flat_map(|topic| [topic.word.id, topic.word.zh]);
            if let Some(near) = nearest(given, names.chain(Self::ALL.iter().flat_map(|topic| topic.aliases.iter().copied()))) {
                return tr!("没有“{shown}”台账，是不是“{near}”？"; "there is no ledger \"{shown}\"; did you mean \"{near}\"?");
            }
            let names = Self::names();
            let (zh, en) = (names.zh(), names.en());
            tr!("没有“{shown}”台账，可选：{zh}"; "there is no ledger \"{shown}\"; there are {en}")
        })
    }
}

/// Which ledgers are wanted, and what in them.
#[derive(Debug, Clone, Default)]
pub struct LedgerQuery {
    /// Only that one; all where none is named.
    pub topic: Option<&'static Topic>,
    /// Only what happened in that year.
    pub year: Option<u16>,
    /// Only what is that unit's.
    pub unit: Option<UnitId>,
}

/// A sheet to be filled in and taken back: the columns that people write, and those that say whose a row is and where it lies; no rows.
#[must_use]
pub fn template<'a>(context: Context<'a>, topic: &'static Topic) -> Workbook<'a> {
    let columns = (topic.columns)().into_iter().filter(|column| column.origin != Origin::Derived);
    let sheet = Sheet { topic, columns: columns.collect(), rows: Rows::new(std::iter::empty) };
    Workbook { form: Some(LedgerForm::new(context.ledger)), ..workbook(context, vec![sheet], None) }
}

/// Draws up ledgers. The self-check is of the wanted year, else of that of the day judged.
#[must_use]
pub fn ledgers<'a>(context: Context<'a>, wanted: &'a LedgerQuery, revision: Option<String>) -> Workbook<'a> {
    let view = LedgerView { context, year: wanted.year, unit: wanted.unit.as_ref() };
    let topics = Topic::ALL.iter().filter(|topic| wanted.topic.is_none_or(|wanted| wanted == **topic));
    workbook(context, topics.map(|topic| Sheet::new(topic, view)).collect(), revision)
}

fn workbook<'a>(context: Context<'a>, sheets: Vec<Sheet<'a>>, revision: Option<String>) -> Workbook<'a> {
    let title = context.ledger.mechanism.file.title.as_str();
    Workbook { title, as_of: context.today, revision, left_out: None, form: None, sheets }
}

/// The ledger of one topic, of the whole register.
#[must_use]
pub fn ledger<'a>(context: Context<'a>, topic: &'static Topic) -> Sheet<'a> {
    Sheet::new(topic, LedgerView { context, year: None, unit: None })
}
