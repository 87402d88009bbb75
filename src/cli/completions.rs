//! `completions`: what a shell needs to complete commands, and the names that the register at hand has.

use std::ffi::OsStr;
use std::path::Path;

use clap::ArgMatches;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use super::session::{Session, environment, facts_cache, found_here};
use super::{Command, Reply, args};
use crate::model::field::Shape;
use crate::model::{Mechanism, Pattern, RecordPath};
use crate::ops::verbs::{NOUNS, fields};
use crate::ops::{self, Unwatched, first_said};
use crate::store::facts::{facts_of_folder, mechanism_bytes};
use crate::store::{Source, load_names};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "completions",
    zh: "补全",
    about: Text::fixed("打印命令行补全的设置", "Print what a shell needs to complete commands"),
    args,
    run,
};

/// By which variable a shell asks for completions.
pub(super) const ASKED: &str = "LIANDONG_COMPLETE";

const SHELLS: &[&str] = &["bash", "zsh", "fish", "powershell"];

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help = Text::fixed(
        "bash、zsh、fish 或 powershell；把打印的内容放进该命令行的启动文件",
        "bash, zsh, fish or powershell; put what is printed into the start-up file of that shell",
    );
    let shells = clap::builder::PossibleValuesParser::new(SHELLS);
    command.arg(args::arg("shell", Text::fixed("命令行", "SHELL"), help, lang).required(true).value_parser(shells))
}

fn run(matches: &ArgMatches, _: &Session) -> anyhow::Result<Reply> {
    let name = env!("CARGO_PKG_NAME");
    let shell = args::typed(matches, "shell").unwrap_or_default();
    let shells = Shells::builtins();
    let shell = shells.completer(shell).ok_or(Text::fixed("没有这种命令行", "there is no such shell"))?;
    let mut script = Vec::new();
    shell.write_registration(ASKED, name, name, name, &mut script)?;
    // A file may be named like a command: bash quotes what it is told to be names of files, and nothing else.
    let script = String::from_utf8_lossy(&script).replace("complete -o nospace", "complete -o filenames -o nospace");
    Ok(Reply::ok(script))
}

/// The program with arguments that know the names of the register at hand.
pub(super) fn with_names(app: clap::Command) -> clap::Command {
    app.mut_subcommands(|command| match NOUNS.iter().find(|noun| noun.name == command.get_name()) {
        Some(noun) => command.mut_subcommands(|verb| {
            let keys = noun.verbs.iter().find(|known| known.name == verb.get_name());
            let keys = keys.map(|known| fields(noun.kind_of(known), known.act)).unwrap_or_default();
            let of_key = |id: &str| Some(names_of(&keys.iter().find(|field| field.key == id)?.shape));
            completed(verb, &|id| of_key(id).unwrap_or_else(|| names_called(id)))
        }),
        None => with_names(completed(command, &names_called)),
    })
}

fn completed(command: clap::Command, completer: &dyn Fn(&str) -> Option<ArgValueCompleter>) -> clap::Command {
    command.mut_args(|arg| match completer(arg.get_id().as_str()) {
        Some(completer) => arg.add(completer),
        None => arg,
    })
}

/// The names that an option of a command takes which files no record, or which every verb has.
fn names_called(id: &str) -> Option<ArgValueCompleter> {
    match id {
        "unit" | "as" | "by" | "lead" | "for" => Some(ArgValueCompleter::new(units)),
        "mine" => Some(ArgValueCompleter::new(mines)),
        "record" => Some(ArgValueCompleter::new(records)),
        _ => None,
    }
}

/// The names that a key of a record takes.
fn names_of(shape: &Shape) -> Option<ArgValueCompleter> {
    match first_said(shape) {
        Shape::Pattern(Pattern::Unit | Pattern::Party) => Some(ArgValueCompleter::new(units)),
        Shape::Pattern(Pattern::Mine) => Some(ArgValueCompleter::new(mines)),
        Shape::Reference => Some(ArgValueCompleter::new(records)),
        _ => None,
    }
}

/// Those names that begin with what was typed, by what they are called.
fn beginning(typed: &OsStr, names: impl IntoIterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let candidate = |(name, called): (String, String)| {
        if name.starts_with(&*typed) {
            Some(CompletionCandidate::new(name).help(Some(called.into())))
        } else {
            called.starts_with(&*typed).then(|| CompletionCandidate::new(called))
        }
    };
    names.into_iter().filter_map(candidate).collect()
}

fn units(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(mechanism) = found_here().and_then(|folder| names(&folder)) else { return Vec::new() };
    beginning(typed, mechanism.units.iter().map(|(id, unit)| (id.to_string(), unit.short.to_string())))
}

fn mines(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(mechanism) = found_here().and_then(|folder| names(&folder)) else { return Vec::new() };
    beginning(typed, mechanism.mines.iter().map(|(id, mine)| (id.to_string(), mine.name.to_string())))
}

fn records(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(paths) = found_here().and_then(|folder| told_here(&folder)) else { return Vec::new() };
    beginning(typed, paths.into_iter().map(|path| (path.to_string(), path.to_string())))
}

fn told_here(folder: &Path) -> Option<Vec<RecordPath>> {
    let index = facts_of_folder(&folder.into(), &mechanism_bytes(folder), &facts_cache()).ok()?;
    let watched = Unwatched::default();
    Some(ops::told(&Source::Folder(folder.into()), &index, &names(folder)?, &environment(&watched)))
}

fn names(folder: &Path) -> Option<Mechanism> {
    let source = Source::Folder(folder.into());
    ops::mechanism(&load_names(&source).ok()?, &source).ok()
}
