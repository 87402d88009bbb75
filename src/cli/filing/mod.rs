//! Filing: nouns with verbs. What each verb does to a record is data; what it takes follows from FIELDS.

mod commit;
mod compose;
mod draft;
mod edit;
mod entry;
mod file;
mod mend;
mod nouns;
mod options;
mod place;
mod table;

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
    act: Act,
    /// What is taken where nothing else is given.
    preset: &'static [(&'static str, Preset)],
    /// Keys that it is nothing without, though the record could be.
    needs: &'static [&'static str],
    /// What usually comes after it, in both languages; empty where nothing does.
    next: (&'static str, &'static str),
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
    /// The end of what the last item of a list began; where a successor is named, their beginning.
    HandOver(&'static str),
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
    /// A word.
    Word(&'static str),
}

/// The commands of every noun; those that are wanted with their verbs and options.
pub(super) fn commands(lang: Lang, wanted: &dyn Fn(&str) -> bool) -> impl Iterator<Item = clap::Command> {
    nouns::NOUNS.iter().map(move |noun| {
        let bare = super::app::named(noun.name, noun.zh, &noun.about, lang);
        if !wanted(noun.name) && !wanted(noun.zh) {
            return bare;
        }
        let verb = |verb: &'static Verb| {
            if wanted(verb.name) || wanted(verb.zh) {
                options::command(noun, verb, lang)
            } else {
                super::app::named(verb.name, verb.zh, &verb.about, lang)
            }
        };
        bare.subcommand_required(true).subcommands(noun.verbs.iter().map(verb))
    })
}

/// Files, where the command is a noun.
pub(super) fn run(name: &str, matches: &ArgMatches, session: &Session) -> Option<anyhow::Result<Reply>> {
    let noun = nouns::NOUNS.iter().find(|noun| noun.name == name)?;
    let (verb, within) = matches.subcommand()?;
    let verb = noun.verbs.iter().find(|known| known.name == verb)?;
    Some(file::file(noun.kind, verb, within, session))
}

/// Mends a slip in a record of any kind.
pub(super) fn amend(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    file::amend(matches, session)
}

pub(super) use draft::Drafts;
pub(super) use edit::edit;
pub(super) use mend::command;
pub(super) use options::{amendment, edition};
