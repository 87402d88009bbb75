//! Ledgers (台账): what offices keep as tables, drawn from the records. A sheet is columns and rows of typed cells, without layout.

mod documents;
mod duties;
mod enforcements;
mod hazards;
mod layout;
mod liaisons;
mod licences;
mod meetings;
mod mines;
mod notices;
mod orders;
mod self_check;
mod sheet;
mod tasks;
mod upward;
mod view;

pub use layout::{DatedList, Items, RowLayout};
pub use sheet::{Cell, Column, FLAG, Holds, NUMBER, Origin, REFERENCE, REVISION, Row, Rows, Sheet, Workbook};

use serde::Serialize;

use crate::model::{Kind, UnitId, field::Word};
use crate::report::Light;
use crate::rules::{Context, HazardStage};
use crate::text::{Text, clean, nearest};
use crate::tr;
use view::LedgerView;

/// How many records a cell names; all are counted beside it.
const NAMED: usize = 50;

/// What a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// 职责.
    Duties,
    /// 联络员.
    Liaisons,
    /// 一企一档.
    Mines,
    /// 证照.
    Licences,
    /// 会议.
    Meetings,
    /// 督办事项.
    Tasks,
    /// 联合执法.
    Enforcements,
    /// 隐患.
    Hazards,
    /// 执法文书.
    Orders,
    /// 信息通报.
    Notices,
    /// 上报.
    Upward,
    /// 发文登记.
    Documents,
    /// 年度自查.
    SelfCheck,
}

impl Topic {
    /// Every topic, in the order of sheets.
    pub const ALL: &'static [Self] = &[
        Self::Duties,
        Self::Liaisons,
        Self::Mines,
        Self::Licences,
        Self::Meetings,
        Self::Tasks,
        Self::Enforcements,
        Self::Hazards,
        Self::Orders,
        Self::Notices,
        Self::Upward,
        Self::Documents,
        Self::SelfCheck,
    ];

    /// Its spelling on the command line, and what it is called.
    const fn word(self) -> Word {
        let (id, zh, en) = match self {
            Self::Duties => ("duties", "职责", "Duties"),
            Self::Liaisons => ("liaisons", "联络员", "Liaisons"),
            Self::Mines => ("mines", "一企一档", "Mines"),
            Self::Licences => ("licences", "证照", "Licences"),
            Self::Meetings => ("meetings", "会议", "Meetings"),
            Self::Tasks => ("tasks", "督办事项", "Tasks"),
            Self::Enforcements => ("enforcements", "联合执法", "Joint enforcement"),
            Self::Hazards => ("hazards", "隐患", "Hazards"),
            Self::Orders => ("orders", "执法文书", "Orders"),
            Self::Notices => ("notices", "信息通报", "Notices"),
            Self::Upward => ("upward", "上报", "Papers upward"),
            Self::Documents => ("documents", "发文登记", "Documents"),
            Self::SelfCheck => ("self-check", "年度自查", "Annual self-check"),
        };
        Word { id, zh, en }
    }

    /// What its sheet is called.
    #[must_use]
    pub const fn label(self) -> Text {
        self.word().label()
    }

    /// Whether it can be shown to anybody. Liaisons are persons, and files and licences of mines say which one it is.
    #[must_use]
    pub const fn can_be_public(self) -> bool {
        !matches!(self, Self::Liaisons | Self::Mines | Self::Licences)
    }

    /// The kind of record that its rows say by its keys: a task has the same in every record that sets one. Other sheets are drawn
    /// from several records: they are not taken back.
    #[must_use]
    pub const fn taken_back(self) -> Option<Kind> {
        match self {
            Self::Liaisons => Some(Kind::People),
            Self::Mines => Some(Kind::Mine),
            Self::Licences => Some(Kind::Licences),
            Self::Meetings | Self::Tasks => Some(Kind::Meeting),
            Self::Enforcements => Some(Kind::Enforcement),
            Self::Hazards => Some(Kind::Hazard),
            Self::Orders => Some(Kind::Order),
            Self::Notices => Some(Kind::Notice),
            Self::Upward => Some(Kind::Upward),
            Self::Duties | Self::Documents | Self::SelfCheck => None,
        }
    }

    /// The names of those that are taken back.
    #[must_use]
    pub fn taken(say: fn(&Text) -> &str, between: &str) -> String {
        let taken = Self::ALL.iter().filter(|topic| topic.taken_back().is_some()).map(|topic| topic.label());
        taken.map(|label| say(&label).to_owned()).collect::<Vec<_>>().join(between)
    }

    /// How its rows hold what they say of records.
    #[must_use]
    pub const fn layout(self) -> RowLayout {
        match self {
            Self::Enforcements => enforcements::LAYOUT,
            Self::Hazards => hazards::LAYOUT,
            Self::Liaisons => liaisons::LAYOUT,
            Self::Licences => licences::LAYOUT,
            Self::Notices => notices::LAYOUT,
            Self::Tasks => tasks::LAYOUT,
            _ => RowLayout::LastItem(&[]),
        }
    }

    /// The table of a record of that kind in which its rows lie, where that is not the record itself.
    #[must_use]
    pub const fn within(self, kind: Kind) -> Option<&'static str> {
        match (self, kind) {
            (Self::Tasks, Kind::Upward) => Some("reply"),
            _ => None,
        }
    }

    /// What else people say for it, so that a kind of record finds its ledger.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Duties => &["duty"],
            Self::Liaisons => &["liaison", "people", "人员"],
            Self::Mines => &["mine", "矿山", "企业"],
            Self::Licences => &["licence", "许可证"],
            Self::Meetings => &["meeting", "联席会议"],
            Self::Tasks => &["task", "督办"],
            Self::Enforcements => &["enforcement", "执法"],
            Self::Hazards => &["hazard"],
            Self::Orders => &["order", "文书"],
            Self::Notices => &["notice", "通报"],
            Self::Upward => &[],
            Self::Documents => &["document", "发文"],
            Self::SelfCheck => &["check", "自查"],
        }
    }

    /// The topic that a person names.
    ///
    /// # Errors
    /// That there is no such ledger, with the nearest.
    pub fn by_name(given: &str) -> Result<Self, Text> {
        let called = |topic: &&Self| {
            let word = topic.word();
            [word.id, word.zh, word.en].contains(&given) || topic.aliases().contains(&given)
        };
        Self::ALL.iter().find(called).copied().ok_or_else(|| {
            let shown = clean(given);
            let names = Self::ALL.iter().flat_map(|topic| [topic.word().id, topic.word().zh]);
            if let Some(near) = nearest(given, names.chain(Self::ALL.iter().flat_map(|topic| topic.aliases().iter().copied()))) {
                return tr!("没有“{shown}”台账，是不是“{near}”？"; "there is no ledger \"{shown}\"; did you mean \"{near}\"?");
            }
            let (zh, en) = (Self::each(|word| word.zh, "、"), Self::each(|word| word.id, ", "));
            tr!("没有“{shown}”台账，可选：{zh}"; "there is no ledger \"{shown}\"; there are {en}")
        })
    }

    fn each(say: impl Fn(Word) -> &'static str, between: &str) -> String {
        Self::ALL.iter().map(|topic| say(topic.word())).collect::<Vec<_>>().join(between)
    }
}

/// Which ledgers are wanted.
#[derive(Debug, Clone, Default)]
pub struct LedgerQuery {
    /// Only that one.
    pub topic: Option<Topic>,
    /// Only what happened in that year.
    pub year: Option<u16>,
    /// Only what is that unit's.
    pub unit: Option<UnitId>,
}

/// A sheet to be filled in and taken back: the columns that people write, and that which says where a row lies; no rows.
#[must_use]
pub fn template(context: Context<'_>, topic: Topic) -> Workbook<'_> {
    let sheet = ledger(context, topic);
    let columns = sheet.columns.into_iter().filter(|column| matches!(column.origin, Origin::Written | Origin::Place)).collect();
    let sheet = Sheet { topic, columns, rows: Rows::new(std::iter::empty) };
    Workbook {
        title: context.ledger.mechanism.file.title.as_str(),
        as_of: context.today,
        revision: None,
        left_out: None,
        sheets: vec![sheet],
    }
}

/// Draws up ledgers. The self-check is of the wanted year, else of that of the day judged.
#[must_use]
pub fn ledgers<'a>(context: Context<'a>, wanted: &'a LedgerQuery, revision: Option<String>) -> Workbook<'a> {
    let view = LedgerView { context, year: wanted.year, unit: wanted.unit.as_ref() };
    let topics = Topic::ALL.iter().filter(|topic| wanted.topic.is_none_or(|wanted| wanted == **topic));
    let sheet = |topic: &Topic| draw(*topic, view, wanted.year.unwrap_or(context.today.year()));
    let title = context.ledger.mechanism.file.title.as_str();
    Workbook { title, as_of: context.today, revision, left_out: None, sheets: topics.map(sheet).collect() }
}

/// The ledger of one topic, of the whole register.
#[must_use]
pub fn ledger(context: Context<'_>, topic: Topic) -> Sheet<'_> {
    draw(topic, LedgerView { context, year: None, unit: None }, context.today.year())
}

fn draw(topic: Topic, view: LedgerView<'_>, year: u16) -> Sheet<'_> {
    match topic {
        Topic::Duties => duties::sheet(view),
        Topic::Liaisons => liaisons::sheet(view),
        Topic::Mines => mines::sheet(view),
        Topic::Licences => licences::sheet(view),
        Topic::Meetings => meetings::sheet(view),
        Topic::Tasks => tasks::sheet(view),
        Topic::Enforcements => enforcements::sheet(view),
        Topic::Hazards => hazards::sheet(view),
        Topic::Orders => orders::sheet(view),
        Topic::Notices => notices::sheet(view),
        Topic::Upward => upward::sheet(view),
        Topic::Documents => documents::sheet(view),
        Topic::SelfCheck => self_check::sheet(view, year),
    }
}

/// The light of a stage: what is past its term is red, what somebody has to do next is yellow.
pub(in crate::report) const fn stage_light(stage: HazardStage) -> Light {
    match stage {
        HazardStage::Closed | HazardStage::MineClosed | HazardStage::Running => Light::Green,
        HazardStage::Passed | HazardStage::Reported | HazardStage::WithoutTerm | HazardStage::NearDue => Light::Yellow,
        HazardStage::Overdue => Light::Red,
    }
}
