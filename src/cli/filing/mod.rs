//! Filing: nouns with verbs. What each verb does to a record is data; what it takes follows from FIELDS.

pub(super) mod amend;
pub(super) mod attach;
pub(super) mod author;
mod change;
pub(super) mod commit;
mod compose;
pub(super) mod confirm;
mod draft;
pub(super) mod edit;
pub(super) mod entry;
pub(super) mod file;
mod fix;
pub(super) mod fmt;
pub(super) mod import;
mod judge;
mod nouns;
pub(super) mod options;
mod succession;
pub(super) mod table;
pub(super) mod upgrade;

use clap::ArgMatches;

use super::Reply;
use super::session::Session;
use crate::model::Kind;
use crate::text::{Lang, Text};

/// A kind of record, as something to act on.
pub(super) struct Noun {
    /// Its English name.
    name: &'static str,
    /// Its Chinese name.
    zh: &'static str,
    /// What is filed under it.
    about: Text,
    /// The kind of record.
    kind: Kind,
    /// What can be done.
    verbs: &'static [Verb],
}

/// Something done to a record.
struct Verb {
    name: &'static str,
    zh: &'static str,
    about: Text,
    /// The kind of record, where it is another than the noun's.
    kind: Option<Kind>,
    act: Act,
    /// What is taken where nothing else is given.
    preset: &'static [(&'static str, Preset)],
    /// Keys that it is nothing without, though the record could be.
    needs: &'static [&'static str],
    /// What usually comes after it, in both languages; empty where nothing does.
    next: (&'static str, &'static str),
}

impl Noun {
    fn kind_of(&self, verb: &Verb) -> Kind {
        verb.kind.unwrap_or(self.kind)
    }
}

impl Verb {
    fn next(&self) -> Text {
        Text::fixed(self.next.0, self.next.1)
    }
}

/// How a verb changes a record.
#[derive(Debug, Clone, Copy)]
enum Act {
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
    /// Something of its own, with options that are no keys.
    Own(fn(clap::Command, Lang) -> clap::Command, fn(&ArgMatches, &Session) -> anyhow::Result<Reply>),
    /// Slips of the keyboard in a record that stands.
    Amend,
    /// The whole of a record, as it was left in an editor.
    Edit,
}

/// A value that need not be typed.
#[derive(Debug, Clone, Copy)]
enum Preset {
    /// The day of filing.
    Today,
    /// The unit that files.
    Acting,
    /// The office.
    Office,
    /// What the record that a key points at says under another.
    Of(&'static str, &'static str),
    /// A word.
    Word(&'static str),
}

/// The commands of every noun; those that are wanted with their verbs and options.
pub(super) fn commands(lang: Lang, wanted: &dyn Fn(&str) -> bool) -> impl Iterator<Item = clap::Command> {
    nouns::NOUNS.iter().map(move |noun| {
        let bare = super::app::subcommand(noun.name, noun.zh, &noun.about, lang);
        if !wanted(noun.name) && !wanted(noun.zh) {
            return bare;
        }
        let verb = |verb: &'static Verb| {
            if wanted(verb.name) || wanted(verb.zh) {
                options::command(noun, verb, lang)
            } else {
                super::app::subcommand(verb.name, verb.zh, &verb.about, lang)
            }
        };
        let show = super::show::COMMAND.to_clap(lang);
        bare.subcommand_required(true).subcommands(noun.verbs.iter().map(verb)).subcommand(show)
    })
}

/// Files, where the command is a noun.
pub(super) fn run(name: &str, matches: &ArgMatches, session: &Session) -> Option<anyhow::Result<Reply>> {
    let noun = nouns::NOUNS.iter().find(|noun| noun.name == name)?;
    let (verb, within) = matches.subcommand()?;
    if verb == super::show::COMMAND.name {
        return Some(super::show::of_kind(noun.kind, within, session));
    }
    let verb = noun.verbs.iter().find(|known| known.name == verb)?;
    Some(match verb.act {
        Act::Own(_, run) => run(within, session),
        _ => file::file(noun.kind_of(verb), verb, within, session),
    })
}

pub(super) use draft::DraftFolder;
pub(super) use fix::command;
