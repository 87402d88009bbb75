//! Filing: nouns with verbs, and the other commands that end in a commit.

pub(super) mod amend;
pub(super) mod attach;
pub(super) mod author;
pub(super) mod commit;
pub(super) mod confirm;
mod dialogue;
pub(super) mod edit;
mod file;
pub(super) mod fmt;
pub(super) mod given;
pub(super) mod import;
pub(super) mod options;
mod origin;
pub(super) mod print;
mod prompt;
pub(super) mod settings;
mod succession;
pub(super) mod undo;
pub(super) mod upgrade;

use clap::ArgMatches;

pub(super) use origin::CommandOrigin;

use super::Reply;
use super::session::Session;
use crate::ops::verbs::{Act, NOUNS, Noun, Verb};
use crate::text::Lang;

/// The commands of every noun; those that are wanted with their verbs and options.
pub(super) fn commands(lang: Lang, wanted: &dyn Fn(&str) -> bool) -> impl Iterator<Item = clap::Command> {
    NOUNS.iter().map(move |noun| {
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

/// The names of those commands.
pub(super) fn nouns() -> impl Iterator<Item = &'static str> {
    NOUNS.iter().map(|noun| noun.name)
}

/// Files, where the command is a noun.
pub(super) fn run(name: &str, matches: &ArgMatches, session: &Session, origin: CommandOrigin) -> Option<anyhow::Result<Reply>> {
    let noun = Noun::called(name)?;
    let (verb, within) = matches.subcommand()?;
    if verb == super::show::COMMAND.name {
        return Some(super::show::of_kind(noun.kind, within, session));
    }
    let verb = noun.verb(verb)?;
    Some(match verb.act {
        Act::Succession => succession::run(within, session),
        _ => file::file(noun.kind_of(verb), verb, within, session, origin),
    })
}
