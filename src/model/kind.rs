//! The kinds of records there are: one table from which everything that depends on a kind follows.

use super::comments::Comments;
use super::field::{Field, Shape};
use super::happening::Happening;
use super::kinds::{
    Agenda, BodiesFile, CalendarFile, ClausesFile, DutiesFile, Enforcement, Hazard, KeysFile, Lead, Licences, MechanismFile,
    Meeting, Mine, Notice, ObligationsFile, Order, People, Plan, Response, SettingsFile, Unit, Upward, Waiver,
};
use super::leaf::{KeyPath, Leaf};
use super::path::RecordPath;
use super::reader::{self, ReadProblem};
use super::value::{TableValue, Value};
use super::writer;
use crate::text::Text;

/// How a kind may change once a record of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Stays as issued; only what is marked may still be filled or grow.
    Frozen,
    /// Filled keys stay, lists only grow.
    Monotone,
    /// Changes at will; history keeps what was.
    Free,
}

/// How many files of a kind there are, and who they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PathShape {
    /// One.
    Single,
    /// One a unit.
    OfUnit,
    /// One a year.
    OfYear,
    /// One a mine.
    OfMine,
    /// Numbered, a year and unit.
    Filed,
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident : $type:ty, $folder:literal, $zh:literal, $en:literal, $nature:ident, $place:ident;)+) => {
        /// What kind of record a file holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$meta])* $kind,)+ }

        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        pub enum Record { $($(#[$meta])* $kind(Box<$type>),)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// The folder, or the name of the single file without its ending.
            #[must_use]
            pub const fn folder(self) -> &'static str {
                match self { $(Self::$kind => $folder,)+ }
            }

            /// What people call it.
            #[must_use]
            pub const fn label(self) -> Text {
                match self { $(Self::$kind => Text::fixed($zh, $en),)+ }
            }

            /// How it may change.
            #[must_use]
            pub const fn nature(self) -> Nature {
                match self { $(Self::$kind => Nature::$nature,)+ }
            }

            /// Its keys.
            #[must_use]
            pub const fn fields(self) -> &'static [Field] {
                match self { $(Self::$kind => <$type as TableValue>::FIELDS,)+ }
            }

            const fn place(self) -> PathShape {
                match self { $(Self::$kind => PathShape::$place,)+ }
            }

            /// Reads a record of this kind from the text of its file.
            ///
            /// # Errors
            /// Everything that is wrong with it.
            pub fn read(self, text: &str, keys: reader::Keys) -> Result<Record, Vec<ReadProblem>> {
                match self { $(Self::$kind => reader::read::<$type>(text, keys).map(|record| Record::$kind(Box::new(record))),)+ }
            }
        }

        impl Record {
            /// What kind it is.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)+ }
            }

            /// Its canonical text with its comments.
            #[must_use]
            pub fn write(&self, comments: &Comments) -> String {
                match self { $(Self::$kind(record) => writer::write_with(&**record, comments),)+ }
            }

            /// Shows every leaf of it.
            pub fn visit(&self, see: &mut dyn FnMut(&KeyPath<'_>, Leaf<'_>)) {
                match self { $(Self::$kind(record) => record.visit(&KeyPath::RECORD, see),)+ }
            }

            /// Puts its texts away (see [`Prose`](super::Prose)).
            pub fn drop_text(&mut self) {
                match self { $(Self::$kind(record) => record.drop_text(),)+ }
            }
        }

        $(impl From<$type> for Record {
            fn from(record: $type) -> Self {
                Self::$kind(Box::new(record))
            }
        })+
    };
}

kinds! {
    /// `mechanism.toml`.
    Mechanism: MechanismFile, "mechanism", "机制", "mechanism", Free, Single;
    /// `obligations.toml`.
    Obligations: ObligationsFile, "obligations", "义务", "obligations", Free, Single;
    /// `settings.toml`.
    Settings: SettingsFile, "settings", "设置", "settings", Free, Single;
    /// `clauses.toml`.
    Clauses: ClausesFile, "clauses", "条款", "clauses", Free, Single;
    /// `bodies.toml`.
    Bodies: BodiesFile, "bodies", "机构", "bodies", Free, Single;
    /// `units/<unit>.toml`.
    Unit: Unit, "units", "单位", "unit", Free, OfUnit;
    /// `duties/<unit>.toml`.
    Duties: DutiesFile, "duties", "职责", "duties", Free, OfUnit;
    /// `people/<unit>.toml`.
    People: People, "people", "人员", "people", Free, OfUnit;
    /// `keys/<unit>.toml`.
    Keys: KeysFile, "keys", "密钥", "keys", Free, OfUnit;
    /// `calendar/<year>.toml`.
    Calendar: CalendarFile, "calendar", "日历", "calendar", Free, OfYear;
    /// `mines/<mine>/base.toml`.
    Mine: Mine, "mines", "矿山", "mine", Free, OfMine;
    /// `mines/<mine>/<unit>.toml`.
    Licences: Licences, "mines/", "证照", "licences", Free, OfMine;
    /// 年度监督检查计划.
    Plan: Plan, "plans", "计划", "plan", Frozen, Filed;
    /// 线索.
    Lead: Lead, "leads", "线索", "lead", Monotone, Filed;
    /// 执法文书.
    Order: Order, "orders", "文书", "order", Frozen, Filed;
    /// 隐患.
    Hazard: Hazard, "hazards", "隐患", "hazard", Monotone, Filed;
    /// 信息通报.
    Notice: Notice, "notices", "通报", "notice", Frozen, Filed;
    /// 议题.
    Agenda: Agenda, "agenda", "议题", "agenda", Monotone, Filed;
    /// 联席会议.
    Meeting: Meeting, "meetings", "会议", "meeting", Monotone, Filed;
    /// 联合执法.
    Enforcement: Enforcement, "enforcements", "执法", "enforcement", Monotone, Filed;
    /// 回应.
    Response: Response, "responses", "回应", "response", Frozen, Filed;
    /// 上报.
    Upward: Upward, "upward", "上报", "upward", Frozen, Filed;
    /// 情况说明.
    Waiver: Waiver, "waivers", "说明", "waiver", Frozen, Filed;
}

impl Kind {
    /// The kind whose files lie in a folder, or whose single file has that name.
    #[must_use]
    pub fn of_folder(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.folder() == name)
    }

    /// The kind that a person names: 通报, notice, notices.
    ///
    /// # Errors
    /// That there is no such kind, with the nearest.
    pub fn by_name(given: &str) -> Result<Self, Text> {
        let called = |kind: &&Self| kind.folder() == given || kind.label().zh() == given || kind.label().en() == given;
        Self::ALL.iter().find(called).copied().ok_or_else(|| {
            let shown = crate::text::clean(given);
            let names: Vec<(&'static str, Text)> = Self::ALL.iter().map(|kind| (kind.folder(), kind.label())).collect();
            let words = names.iter().flat_map(|(folder, label)| [*folder, label.zh(), label.en()]);
            if let Some(near) = crate::text::nearest(given, words) {
                return crate::tr!("没有“{shown}”这一类记录，是不是“{near}”？"; "no kind of record is called \"{shown}\"; did you mean \"{near}\"?");
            }
            let labels = Text::join(names.iter().map(|(_, label)| label), "、", ", ");
            let (zh, en) = (labels.zh(), labels.en());
            crate::tr!("没有“{shown}”这一类记录，可选：{zh}"; "no kind of record is called \"{shown}\"; the kinds are {en}")
        })
    }

    /// What people call the value at a key such as `review.on` or `reinspection[0].on`: the headings of its steps, items
    /// counted from 1. As far as the kind has such keys.
    #[must_use]
    pub fn heading(self, key: &str) -> Text {
        let mut fields = self.fields();
        let mut headings = Vec::new();
        for step in key.split('.') {
            let (name, item) = step.split_once('[').unwrap_or((step, ""));
            let Some(field) = fields.iter().find(|field| field.key == name) else { break };
            let (zh, en) = (field.zh, field.en);
            let item = item.trim_end_matches(']').parse::<usize>().ok().map(|item| item + 1);
            headings.push(item.map_or(field.heading(), |item| crate::tr!("{zh} {item}"; "{en} {item}")));
            fields = match field.shape {
                Shape::Table(keys) => keys,
                Shape::List(Shape::Table(keys)) => *keys,
                _ => &[],
            };
        }
        Text::join(&headings, "·", ", ")
    }

    /// Whether there is one file of it.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.place() == PathShape::Single
    }

    /// Whether there is one file of it a unit.
    #[must_use]
    pub fn is_of_unit(self) -> bool {
        self.place() == PathShape::OfUnit
    }

    /// Whether it is something that happened, numbered by year and unit.
    #[must_use]
    pub fn is_happening(self) -> bool {
        self.place() == PathShape::Filed
    }
}

impl Record {
    /// Keeps with a review that is filed now what was reviewed (see [`Notice::keep_reviewed`]).
    pub fn keep_reviewed(&mut self, before: Option<&Self>) {
        let Self::Notice(notice) = self else { return };
        let before = match before {
            Some(Self::Notice(before)) => Some(&**before),
            _ => None,
        };
        notice.keep_reviewed(before);
    }

    /// What it has as a happening, should it be one.
    #[must_use]
    pub fn happening(&self) -> Option<&dyn Happening> {
        Some(match self {
            Self::Plan(record) => &**record,
            Self::Lead(record) => &**record,
            Self::Order(record) => &**record,
            Self::Hazard(record) => &**record,
            Self::Notice(record) => &**record,
            Self::Agenda(record) => &**record,
            Self::Meeting(record) => &**record,
            Self::Enforcement(record) => &**record,
            Self::Response(record) => &**record,
            Self::Upward(record) => &**record,
            Self::Waiver(record) => &**record,
            _ => return None,
        })
    }

    /// Reads the record that lies at a path.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(path: &RecordPath, text: &str) -> Result<Self, Vec<ReadProblem>> {
        path.kind().read(text, reader::Keys::Known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_called_by_the_headings_of_its_steps() {
        let heading = |kind: Kind, key| (kind.heading(key).zh().to_owned(), kind.heading(key).en().to_owned());
        assert_eq!(heading(Kind::Notice, "review.on"), ("审核·审核日期".into(), "review, on".into()));
        assert_eq!(heading(Kind::Hazard, "reinspection[1].on"), ("复查 2·复查日期".into(), "re-inspection 2, on".into()));
        assert_eq!(heading(Kind::Agenda, "about[0]"), ("涉及事项 1".into(), "about 1".into()));
        assert_eq!(heading(Kind::Agenda, "nothing"), (String::new(), String::new()));
    }
}
