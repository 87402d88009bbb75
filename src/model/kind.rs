//! The kinds of records there are. All that depends on a kind alone follows from `every_kind!`.

use super::field::Field;
use super::key_path::KeyPath;
use super::kinds::{self, every_kind};
use super::value::TableValue;
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
    (
        files { $($(#[$file_meta:meta])* $file:ident: $type:ident {
            $name:literal, $file_zh:literal, $file_en:literal, $file_nature:ident, $shape:ident
        })+ }
        happenings { $($(#[$meta:meta])* $kind:ident: $folder:ident {
            $zh:literal, $en:literal, $nature:ident, [$($key:literal),+]
        })+ }
    ) => {
        /// What kind of record a file holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$file_meta])* $file,)+
            $($(#[$meta])* $kind,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$file,)+ $(Self::$kind,)+];

            /// The folder, or the name of the single file without its ending.
            #[must_use]
            pub const fn folder(self) -> &'static str {
                match self {
                    $(Self::$file => $name,)+
                    $(Self::$kind => stringify!($folder),)+
                }
            }

            /// What people call it.
            #[must_use]
            pub const fn label(self) -> Text {
                match self {
                    $(Self::$file => Text::fixed($file_zh, $file_en),)+
                    $(Self::$kind => Text::fixed($zh, $en),)+
                }
            }

            /// How it may change.
            #[must_use]
            pub const fn nature(self) -> Nature {
                match self {
                    $(Self::$file => Nature::$file_nature,)+
                    $(Self::$kind => Nature::$nature,)+
                }
            }

            /// Its keys.
            #[must_use]
            pub const fn fields(self) -> &'static [Field] {
                match self {
                    $(Self::$file => <kinds::$type as TableValue>::FIELDS,)+
                    $(Self::$kind => <kinds::$kind as TableValue>::FIELDS,)+
                }
            }

            /// The keys that tell its records apart, the most telling first; none where that is every key.
            #[must_use]
            pub const fn telling_keys(self) -> &'static [&'static str] {
                match self {
                    $(Self::$file => &[],)+
                    $(Self::$kind => &[$($key),+],)+
                }
            }

            const fn place(self) -> PathShape {
                match self {
                    $(Self::$file => PathShape::$shape,)+
                    $(Self::$kind => PathShape::Filed,)+
                }
            }
        }
    };
}
every_kind!(kinds);

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
    pub fn heading(self, key: &KeyPath) -> Text {
        let heading = |(field, item): (&Field, Option<usize>)| {
            let (zh, en, number) = (field.zh, field.en, item.map_or(0, |item| item + 1));
            if item.is_some() { crate::tr!("{zh} {number}"; "{en} {number}") } else { field.heading() }
        };
        let headings: Vec<Text> = key.fields(self.fields()).into_iter().map(heading).collect();
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

    /// Whether it belongs to the regulation as data, which is shipped: not what happened, nor which mines and people there are.
    #[must_use]
    pub fn is_of_regulation(self) -> bool {
        !self.is_happening() && !matches!(self, Self::People | Self::Keys | Self::Mine | Self::Licences)
    }

    /// Whether it says what is so for as long as it is, and is written over by whoever keeps it when it is not: neither what happened nor what
    /// is the mechanism's own.
    #[must_use]
    pub fn is_written_over(self) -> bool {
        matches!(self, Self::Mine | Self::Licences | Self::People | Self::Unit)
    }

    /// Where its files lie, as a pattern in which `*` stands for any name. That of licences is that of a mine's own file too.
    #[must_use]
    pub fn paths(self) -> String {
        let folder = self.folder();
        match self.place() {
            PathShape::Single => format!("{folder}.toml"),
            PathShape::OfUnit | PathShape::OfYear => format!("{folder}/*.toml"),
            PathShape::OfMine if self == Self::Mine => format!("{folder}/*/base.toml"),
            PathShape::OfMine => format!("{}/*/*.toml", Self::Mine.folder()),
            PathShape::Filed => format!("{folder}/*/*/*.toml"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_called_by_the_headings_of_its_steps() {
        let heading = |kind: Kind, key| {
            (kind.heading(&KeyPath::from(key)).zh().to_owned(), kind.heading(&KeyPath::from(key)).en().to_owned())
        };
        assert_eq!(heading(Kind::Notice, "review.on"), ("审核·审核日期".into(), "review, on".into()));
        assert_eq!(heading(Kind::Hazard, "reinspection[1].on"), ("复查 2·复查日期".into(), "re-inspection 2, on".into()));
        assert_eq!(heading(Kind::Agenda, "about[0]"), ("涉及事项 1".into(), "about 1".into()));
        assert_eq!(heading(Kind::Agenda, "nothing"), (String::new(), String::new()));
    }
}
