//! Nouns with verbs: what each verb does to a record is data, and what it takes follows from FIELDS.

mod example;
mod nouns;
mod spelling;

pub use example::example;
pub use nouns::NOUNS;
pub use spelling::{how_to_write, several};

use crate::model::Kind;
use crate::model::field::{Field, Shape};
use crate::text::{CommandLine, FieldName, Telling, Text};

/// A kind of record, as something to act on.
#[derive(Debug)]
pub struct Noun {
    /// Its English name.
    pub name: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// What is filed under it.
    pub about: Text,
    /// The kind of record.
    pub kind: Kind,
    /// What can be done.
    pub verbs: &'static [Verb],
}

/// Something done to a record.
#[derive(Debug)]
pub struct Verb {
    /// Its English name.
    pub name: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// What it does; a commit says so.
    pub about: Text,
    /// The kind of record, where it is another than the noun's.
    pub kind: Option<Kind>,
    /// How it changes a record.
    pub act: Act,
    /// What is taken where nothing else is given.
    pub preset: &'static [(&'static str, Preset)],
    /// Keys that it is nothing without, though the record could be.
    pub needs: &'static [&'static str],
    /// Keys that are asked for besides, whoever leaves them out being free to.
    pub asks: &'static [&'static str],
    /// On whose records it is a word, and whose word it has to be.
    pub whose: Whose,
    /// The list in whose items alone it has a meaning: what is said of another record, or of all of one, is no word on any.
    pub item: Option<&'static str>,
    /// What usually comes after it; empty where nothing does.
    pub next: &'static [Next],
}

/// A piece of what usually comes after a verb.
#[derive(Debug, Clone, Copy)]
pub enum Next {
    /// Words, in Chinese and English.
    Words(&'static str, &'static str),
    /// What is only of use to whoever types commands.
    Typed(&'static str),
    /// The command that does it, by its name.
    Command(&'static str),
}

/// Whose word a verb is, where it would be one without effect from anybody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of any unit.
    Any,
    /// Of the office alone.
    Office,
    /// Of any but the unit whose record it is about: nobody signs for a paper of one's own.
    Others,
}

/// How a verb changes a record.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// A new record.
    New,
    /// A table of a record that stands.
    Fill(&'static str),
    /// An item more of a list of tables.
    Append(&'static str),
    /// These keys of a record that stands.
    Set(&'static [&'static str]),
    /// The end of what the last item of a list began, and the beginning of a successor.
    HandOver(&'static str),
    /// A key of whoever is in office, the last item of a list that has no end.
    InOffice(&'static str, &'static str),
    /// Another name; the one so far is kept with its last day.
    Rename,
    /// The end of units, and who takes over: several records at once.
    Succession,
}

/// A value that need not be typed. Never who reviewed, signed, chaired, led or inspected, nor a day on which something was issued, served,
/// received or looked at: what a person leaves out would be filed as a fact.
#[derive(Debug, Clone, Copy)]
pub enum Preset {
    /// The day of filing.
    Today,
    /// The unit that the mechanism has lead the system; the office where it names none.
    Lead,
    /// What the record that a key points at says under another.
    Of(&'static str, &'static str),
    /// The day on which the problem was found at which a key points.
    FoundOn(&'static str),
    /// A word that is usual; another may be meant.
    Word(&'static str),
    /// A word by which the verb is this one.
    Says(&'static str),
}

/// Keys that are not typed: the program knows them, or another option says them.
const KNOWN: &[&str] = &["no", "entered_by", "amended", "source"];

impl Noun {
    /// The kind of record that a verb changes.
    #[must_use]
    pub fn kind_of(&self, verb: &Verb) -> Kind {
        verb.kind.unwrap_or(self.kind)
    }

    /// One of its verbs as a command.
    #[must_use]
    pub fn command(&self, verb: &Verb) -> CommandLine {
        CommandLine::new(self.name).about(verb.name)
    }

    /// The noun of a verb.
    #[must_use]
    pub fn of(verb: &Verb) -> Option<&'static Self> {
        every_verb().find(|(_, own)| std::ptr::eq(*own, verb)).map(|(noun, _)| noun)
    }

    /// The noun of an English name.
    #[must_use]
    pub fn called(name: &str) -> Option<&'static Self> {
        NOUNS.iter().find(|known| known.name == name)
    }

    /// Its verb of an English name.
    #[must_use]
    pub fn verb(&self, name: &str) -> Option<&'static Verb> {
        self.verbs.iter().find(|known| known.name == name)
    }
}

/// Every verb, with its noun, in the order of help.
pub fn every_verb() -> impl Iterator<Item = (&'static Noun, &'static Verb)> {
    NOUNS.iter().flat_map(|noun| noun.verbs.iter().map(move |verb| (noun, verb)))
}

impl Verb {
    /// What usually comes after it.
    #[must_use]
    pub fn next(&self) -> Telling {
        self.next.iter().fold(Telling::default(), |said, piece| match piece {
            Next::Words(zh, en) => said.words(Text::fixed(zh, en)),
            Next::Typed(words) => said.typed(Text::same(*words)),
            Next::Command(name) => said.named(CommandLine::new(name)),
        })
    }

    /// Whether it is nothing without that key.
    #[must_use]
    pub fn needs(&self, field: &Field) -> bool {
        let preset = self.preset.iter().any(|(key, _)| *key == field.key);
        let stands = matches!(self.act, Act::Set(_) | Act::Rename);
        (field.required && !preset && !stands && !matches!(field.shape, Shape::Flag)) || self.needs.contains(&field.key)
    }
}

/// What a person says first, with what it is: which record the verb is about. A unit's people are known by the unit.
#[must_use]
pub fn subject(kind: Kind, act: Act) -> Option<(Text, Text)> {
    match (kind, act) {
        (Kind::Mine, Act::New) => Some((
            Text::fixed("代号", "ID"),
            Text::fixed(
                "矿山代号：小写字母、数字和 -，如 dashan",
                "the id of the mine: lower-case letters, digits and -, such as dashan",
            ),
        )),
        (Kind::Unit, Act::New) => Some((
            Text::fixed("代号", "ID"),
            Text::fixed("单位代号：简称的拼音，如 gongan", "the id of the unit: its short name in pinyin, such as gongan"),
        )),
        (Kind::Unit, _) => Some((Text::fixed("单位", "UNIT"), Text::fixed("单位的名称或代号", "name or id of the unit"))),
        (Kind::Mine | Kind::Licences, _) => {
            Some((Text::fixed("矿山", "MINE"), Text::fixed("矿山的名称或代号", "name or id of the mine")))
        }
        (Kind::People, _) | (_, Act::New) => None,
        _ => Some((
            Text::fixed("记录", "RECORD"),
            Text::fixed(
                "哪条记录：单位/编号（公安/3）、“通报 2025-公安-003”或路径",
                "which record: UNIT/NUMBER (gongan/3) or its path",
            ),
        )),
    }
}

/// Whether its number is a year of the calendar.
#[must_use]
pub fn is_year(field: &Field) -> bool {
    matches!((field.shape, field.key), (Shape::Count, "year" | "none_for"))
}

/// The keys that a verb takes.
#[must_use]
pub fn fields(kind: Kind, act: Act) -> Vec<&'static Field> {
    let all = kind.fields();
    let table =
        |key: &str| all.iter().find(|field| field.key == key).and_then(|field| table_fields(&field.shape)).unwrap_or_default();
    let fields: Vec<&Field> = match act {
        Act::New => all.iter().collect(),
        Act::Fill(key) | Act::Append(key) => table(key).iter().collect(),
        Act::InOffice(list, key) => table(list).iter().filter(|field| field.key == key).collect(),
        // Who leaves is the one in office; who comes is told, with the day from which.
        Act::HandOver(key) => table(key).iter().filter(|field| field.key != "until").collect(),
        Act::Rename => {
            let until = table("former").iter().filter(|field| field.key == "until");
            all.iter().filter(|field| ["name", "short"].contains(&field.key)).chain(until).collect()
        }
        Act::Succession => Vec::new(),
        Act::Set(keys) => all.iter().filter(|field| keys.contains(&field.key)).collect(),
    };
    fields.into_iter().filter(|field| !KNOWN.contains(&field.key)).collect()
}

/// The keys of a table, or of the items of a list of tables.
#[must_use]
pub fn table_fields(shape: &Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Table(fields) => Some(fields),
        Shape::List(item) => table_fields(item),
        _ => None,
    }
}

/// The keys of a table that is typed in one line: its number is given to it.
pub fn line_fields(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| field.key != "no")
}

/// What a key is called: its option where it is typed, its heading in a form.
#[must_use]
pub fn field_name(field: &Field) -> FieldName {
    FieldName { typed: Text::same(format!("--{}", option_name(field))), label: field.heading() }
}

/// The name of a key's option: `doc_number` is `--doc-number`, `from` says what it is the beginning of.
#[must_use]
pub fn option_name(field: &Field) -> String {
    match (field.key, &field.shape) {
        ("from", Shape::Reference) => "origin".to_owned(),
        ("from", _) => "start".to_owned(),
        (key, _) => key.replace('_', "-"),
    }
}
