//! What a key of a record is: one static list of [`Field`]s a kind serves canonical writing, JSON Schema, spreadsheet
//! headings, field merge, prompts and history.

use super::leaf_groups::LeafGroups;
use super::pattern::Pattern;
use crate::text::Text;

/// One key of a table in a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key, as it stands in the file.
    pub key: &'static str,
    /// The heading that people see, in Chinese.
    pub zh: &'static str,
    /// The heading that people see, in English.
    pub en: &'static str,
    /// What values it takes.
    pub shape: Shape,
    /// Whether a record without it cannot be understood.
    pub required: bool,
    /// How it may change once the record stands.
    pub change: ChangePolicy,
    /// Whether it is kept from readers outside the circle when the record is internal.
    pub sealed: bool,
    /// Where its day lies.
    pub lies: Lies,
    /// Whether its day is that of the fact: terms of the same record are counted from it.
    pub is_fact: bool,
    /// What it is there for.
    pub bearing: Bearing,
}

/// On which side of today a day lies that is said without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// Behind, since it happened: 11月3日, said in January, was in the year before.
    Behind,
    /// Wherever it is nearer: a term of office begins or ends before or after it is filed.
    Near,
    /// In the year that begins a season before today: what is planned in January for August is of this year, and what was carried out in December and
    /// is filed in January of the last.
    Planned,
    /// Ahead, since it is a term or a plan: 1月10日, said in December, is in the next year.
    Ahead,
}

/// What a field is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// Something is judged by it, as by every field that does not say otherwise: amended after the record stands, it changes what is asked of
    /// somebody.
    Judged,
    /// It is only read: titles, descriptions, numbers of papers.
    Read,
}

impl Field {
    /// Whether a telephone number stands there.
    #[must_use]
    pub fn is_telephone(&self) -> bool {
        self.key == "phone"
    }

    /// A field that follows its kind's own rule of change and is open to all readers.
    #[must_use]
    pub const fn new(key: &'static str, zh: &'static str, en: &'static str, shape: Shape, required: bool) -> Self {
        Self {
            key,
            zh,
            en,
            shape,
            required,
            change: ChangePolicy::AsKind,
            sealed: false,
            lies: Lies::Behind,
            is_fact: false,
            bearing: Bearing::Judged,
        }
    }

    /// The same field, which may be filled once even after the record is issued.
    #[must_use]
    pub const fn fills(mut self) -> Self {
        self.change = ChangePolicy::Fills;
        self
    }

    /// The same field, whose list may grow even after the record is issued.
    #[must_use]
    pub const fn grows(mut self) -> Self {
        self.change = ChangePolicy::Grows;
        self
    }

    /// The same field, free to change at any time.
    #[must_use]
    pub const fn free(mut self) -> Self {
        self.change = ChangePolicy::Free;
        self
    }

    /// The same field, kept from readers outside the circle when the record is internal.
    #[must_use]
    pub const fn sealed(mut self) -> Self {
        self.sealed = true;
        self
    }

    /// The same field, whose day is a term, a plan or an expiry.
    #[must_use]
    pub const fn ahead(mut self) -> Self {
        self.lies = Lies::Ahead;
        self
    }

    /// The same field, whose day may lie ahead as well as behind: the beginning or the end of a term of office.
    #[must_use]
    pub const fn near(mut self) -> Self {
        self.lies = Lies::Near;
        self
    }

    /// The same field, whose day is planned first and is the day on which it was done afterwards.
    #[must_use]
    pub const fn planned(mut self) -> Self {
        self.lies = Lies::Planned;
        self
    }

    /// The same field, whose day is that of the fact.
    #[must_use]
    pub const fn fact(mut self) -> Self {
        self.is_fact = true;
        self
    }

    /// The same field, by which nothing is judged.
    #[must_use]
    pub const fn idle(mut self) -> Self {
        self.bearing = Bearing::Read;
        self
    }

    /// Whether its day may lie ahead.
    #[must_use]
    pub fn may_lie_ahead(&self) -> bool {
        self.lies != Lies::Behind
    }

    /// The heading in both languages.
    #[must_use]
    pub const fn heading(&self) -> Text {
        Text::fixed(self.zh, self.en)
    }
}

/// How a field may change once its record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangePolicy {
    /// As the kind says (see [`Nature`](super::Nature)).
    AsKind,
    /// From absent to present, once.
    Fills,
    /// Items are added; those that stand stay.
    Grows,
    /// At will.
    Free,
}

/// What values a field takes.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// true or false; absent is false.
    Flag,
    /// A whole number from 0.
    Count,
    /// The number of an item of a list that the regulation has.
    Listed(RegulationList),
    /// One line of text.
    Line,
    /// Text of any number of paragraphs, a paragraph a line.
    Prose,
    /// A calendar day, written 2025-03-01.
    Day,
    /// A day with a time of the register's zone, written 2025-03-01T18:30:00.
    Moment,
    /// A reference to a record or to a numbered part of one.
    Reference,
    /// A piece of text of a certain form.
    Pattern(Pattern),
    /// One of several words.
    Word(&'static [Word]),
    /// Any number of one shape.
    List(&'static Shape),
    /// A table with keys of its own.
    Table(&'static [Field]),
}

impl Shape {
    /// Whether it is written as `[table]` or `[[tables]]`.
    #[must_use]
    pub const fn is_tables(&self) -> bool {
        match self {
            Self::Table(_) => true,
            Self::List(item) => item.is_tables(),
            _ => false,
        }
    }

    /// Of which groups leaves may stand there or below.
    #[must_use]
    pub(crate) const fn leaves(&self) -> LeafGroups {
        match self {
            Self::Line | Self::Prose => LeafGroups::TEXTS,
            Self::Day | Self::Moment => LeafGroups::DAYS,
            Self::Reference | Self::Pattern(_) => LeafGroups::NAMES,
            Self::Flag | Self::Count | Self::Listed(_) | Self::Word(_) => LeafGroups::CHOICES,
            Self::List(item) => item.leaves(),
            Self::Table(fields) => {
                let (mut found, mut at) = (LeafGroups::NONE, 0);
                while at < fields.len() {
                    found = found.and(fields[at].shape.leaves());
                    at += 1;
                }
                found
            }
        }
    }

    /// The keys of the table that it is, or of the tables in its list.
    #[must_use]
    pub const fn keys(&self) -> &'static [Field] {
        match self {
            Self::Table(fields) | Self::List(Self::Table(fields)) => fields,
            _ => &[],
        }
    }

    /// What a person should write there.
    #[must_use]
    pub fn expected(&self) -> Text {
        match self {
            Self::Flag => Text::fixed("true 或 false", "true or false"),
            Self::Count => Text::fixed("整数，如 3", "a whole number, such as 3"),
            Self::Listed(list) => list.expected(),
            Self::Line => Text::fixed("一行文字，用双引号括起", "one line of text in double quotes"),
            Self::Prose => Text::fixed("文字，可分段", "text, of any number of paragraphs"),
            Self::Day => Text::fixed("日期，如 2025-03-01", "a day, such as 2025-03-01"),
            Self::Moment => Text::fixed("日期和时间，如 2025-03-01T18:30:00", "a day and time, such as 2025-03-01T18:30:00"),
            Self::Reference => Text::fixed(
                "引用，如 \"hazards/2025/yingji/001\" 或 \"…#2\"",
                "a reference, such as \"hazards/2025/yingji/001\" or \"…#2\"",
            ),
            Self::Pattern(pattern) => pattern.expected(),
            Self::Word(words) => {
                let words: Vec<Text> = words
                    .iter()
                    .map(|word| Text::new(format!("\"{}\"（{}）", word.id, word.zh), format!("\"{}\"", word.id)))
                    .collect();
                let list = Text::join(&words, "、", ", ");
                Text::new(format!("以下之一：{}", list.zh()), format!("one of {}", list.en()))
            }
            Self::List(item) if item.is_tables() => Text::fixed("若干个 [[表]]", "any number of [[tables]]"),
            Self::List(item) => {
                let item = item.expected();
                Text::new(format!("列表 […]，每项为{}", item.zh()), format!("a list […], each item {}", item.en()))
            }
            Self::Table(_) => Text::fixed("一个 [表]", "a [table]"),
        }
    }
}

/// A list that an edition of the regulation may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegulationList {
    /// What notices tell.
    Contents,
    /// What meetings are for.
    Tasks,
}

impl RegulationList {
    const fn expected(self) -> Text {
        match self {
            Self::Contents => Text::fixed("通报内容的序号，如 2", "the number of a content of notices, such as 2"),
            Self::Tasks => Text::fixed("会议任务的序号，如 2", "the number of a task of meetings, such as 2"),
        }
    }
}

/// A word that a field may hold: its spelling in the file and what people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The spelling in the file.
    pub id: &'static str,
    /// What it is called in Chinese.
    pub zh: &'static str,
    /// What it is called in English.
    pub en: &'static str,
}

impl Word {
    /// What it is called.
    #[must_use]
    pub const fn label(&self) -> Text {
        Text::fixed(self.zh, self.en)
    }
}

/// Declares an enumeration whose variants are [`Word`]s: spelling, Chinese and English name in one place. Its names begin the
/// documentation of each.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = concat!($zh, " (", $en, ").")] $(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every word, in the order of declaration.
            pub const WORDS: &'static [$crate::model::field::Word] =
                &[$($crate::model::field::Word { id: $id, zh: $zh, en: $en },)+];
            /// Every value, in the same order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its word.
            #[must_use]
            pub const fn word(self) -> $crate::model::field::Word {
                Self::WORDS[self as usize]
            }

            /// What people call it.
            #[must_use]
            pub const fn label(self) -> $crate::text::Text {
                self.word().label()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word().id)
            }
        }

        /// The spelling in the file, or the Chinese or English name.
        impl std::str::FromStr for $name {
            type Err = $crate::text::Text;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                $crate::model::field::find_word(given, Self::WORDS).map(|position| Self::ALL[position])
            }
        }

        $crate::model::value::scalar!(
            $name,
            $crate::model::field::Shape::Word($name::WORDS),
            |word| $crate::model::leaf::Leaf::Word(&$name::WORDS[*word as usize])
        );
    };
}
pub(crate) use words;

/// What people write for yes and no, in whatever width.
pub(crate) fn yes_or_no(given: &str) -> Option<bool> {
    const YES: &[&str] = &["是", "true", "yes", "√", "1", "有"];
    const NO: &[&str] = &["否", "false", "no", "×", "0", "无"];
    let given = super::to_half_width(given.trim()).to_lowercase();
    if YES.contains(&given.as_str()) { Some(true) } else { NO.contains(&given.as_str()).then_some(false) }
}

/// The position of the word that `given` spells or names, else a text that names the nearest.
pub(crate) fn find_word(given: &str, words: &[Word]) -> Result<usize, Text> {
    let given = given.trim();
    if let Some(found) = words.iter().position(|word| word.id == given || word.zh == given || word.en == given) {
        return Ok(found);
    }
    // In another width, or with blanks in it.
    let plain = super::plain_name(given);
    let alike = |word: &Word| [word.id, word.zh, word.en].iter().any(|name| super::plain_name(name) == plain);
    if let Some(found) = words.iter().position(alike).filter(|_| !plain.is_empty()) {
        return Ok(found);
    }
    let shown = crate::text::clean(given);
    let candidates = words.iter().flat_map(|word| [word.id, word.zh]);
    Err(if let Some(near) = crate::text::nearest(given, candidates) {
        crate::tr!("不认识“{shown}”，是不是“{near}”？"; "unknown word \"{shown}\"; did you mean \"{near}\"?")
    } else {
        crate::tr!("不认识“{shown}”"; "unknown word \"{shown}\"")
    })
}
