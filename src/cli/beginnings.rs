//! Nouns and verbs that are typed as far as they are told apart: `liandong haz n` is `liandong hazard new`. Only what files one record is so cut
//! short: a filing can be taken back or amended, and what it lacks is asked for. Every other command is typed whole.

use std::ffi::OsString;

use super::{commands, filing, show};
use crate::ops::verbs::{NOUNS, Noun, fields, option_name};
use crate::text::is_slip;

/// The words of a command line without the program's name, nouns and verbs in full where a beginning can only mean one.
pub(super) fn in_full(mut words: Vec<OsString>) -> Vec<OsString> {
    let Some(noun) = words.first().and_then(|word| word.to_str()).and_then(noun) else { return words };
    words[0] = noun.into();
    if let Some(verb) = words.get(1).and_then(|word| word.to_str()).and_then(|word| verb(noun, word)) {
        words[1] = verb.into();
    }
    words
}

/// The same where a command was asked for: a noun alone, as far as it is told from other nouns, begins a new record. What else is done is typed whole.
pub(super) fn new_in_full(words: Vec<OsString>) -> Vec<OsString> {
    let words = in_full(words);
    let [word] = &words[..] else { return words };
    let word = word.to_string_lossy();
    let is_other = commands().any(|command| command.name == word || command.zh == word) || word == super::app::HELP;
    let noun = only(&word, NOUNS.iter().map(|noun| (noun.name, noun.zh))).filter(|_| !is_other);
    let has_new = |noun: &&str| verb(noun, "new") == Some("new");
    noun.filter(has_new).map_or(words, |noun| vec![noun.into(), "new".into()])
}

/// The same where somebody is there to be asked: words behind a noun that are none of its verbs say what a new record is about, and the rest is asked
/// for: `liandong 隐患 边坡排水不畅`.
pub(super) fn said_in_full(words: Vec<OsString>) -> Vec<OsString> {
    let words = in_full(words);
    let [word, said] = &words[..] else { return words };
    let (Some(word), Some(said)) = (word.to_str(), said.to_str()) else { return words };
    let is_other = commands().any(|command| command.name == word || command.zh == word) || word == super::app::HELP;
    let noun = only(word, NOUNS.iter().map(|noun| (noun.name, noun.zh))).filter(|_| !is_other).and_then(Noun::called);
    let Some(noun) = noun.filter(|noun| is_what_it_is_about(said, noun)) else { return words };
    let Some(verb) = noun.verb("new") else { return words };
    let about = fields(noun.kind_of(verb), verb.act).into_iter().find(|field| ["description", "title"].contains(&field.key));
    match about {
        Some(about) => [noun.name, verb.name, &format!("--{}", option_name(about)), said].map(OsString::from).to_vec(),
        None => words,
    }
}

/// Whether a word says in Chinese what a record is about, and is neither a verb, nor a slip for one, nor the number of a record.
fn is_what_it_is_about(said: &str, noun: &Noun) -> bool {
    let verbs = || noun.verbs.iter().map(|verb| verb.zh).chain([show::COMMAND.zh]);
    let is_verb = verbs().any(|verb| is_slip(said, verb) || verb.starts_with(said) || said.starts_with(verb));
    said.chars().filter(|c| !c.is_ascii()).count() >= WORDS
        && !said.contains(|c: char| c.is_ascii_digit() || c == '/')
        && !is_verb
}

/// So many characters are no longer a slip for a verb.
const WORDS: usize = 4;

/// The noun that a word is, or begins, where no other command begins so.
fn noun(word: &str) -> Option<&'static str> {
    let nouns = NOUNS.iter().map(|noun| (noun.name, noun.zh));
    let others = commands().map(|command| (command.name, command.zh)).chain([(super::app::HELP, "帮助")]);
    only(word, nouns.chain(others)).filter(|name| filing::nouns().any(|noun| noun == *name))
}

fn verb(noun: &str, word: &str) -> Option<&'static str> {
    let noun = Noun::called(noun)?;
    let show = (show::COMMAND.name, show::COMMAND.zh);
    only(word, noun.verbs.iter().map(|verb| (verb.name, verb.zh)).chain([show]))
}

/// The name that a word is, in either language, or the only one that begins so.
fn only<'a>(word: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    let names: Vec<_> = names.collect();
    if let Some((name, _)) = names.iter().find(|(name, zh)| *name == word || *zh == word) {
        return Some(name);
    }
    let mut begun = names.into_iter().filter(|(name, zh)| !word.is_empty() && (name.starts_with(word) || zh.starts_with(word)));
    begun.next().map(|(name, _)| name).filter(|_| begun.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_files_is_cut_short() {
        let full = |line: &str| {
            let words = in_full(line.split_whitespace().map(OsString::from).collect());
            words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        for (typed, meant) in [
            ("haz n --mine x", "hazard new --mine x"),
            ("n r notices-1", "notice review notices-1"),
            ("隐 新", "hazard new"),
            ("hazard re", "hazard re"),
            ("h n", "h n"),
            ("syn", "syn"),
            ("und", "und"),
            ("sync /x", "sync /x"),
            ("unit m", "unit merge"),
            ("haz 2026", "hazard 2026"),
        ] {
            assert_eq!(full(typed), meant, "{typed}");
        }
        let asked = |word: &str| new_in_full(vec![word.into()]).join(std::ffi::OsStr::new(" ")).to_string_lossy().into_owned();
        for (typed, meant) in [
            ("h", "hazard new"),
            ("隐患", "hazard new"),
            ("notice", "notice new"),
            ("help", "help"),
            ("todo", "todo"),
            ("respond", "respond"),
            ("m", "m"),
        ] {
            assert_eq!(asked(typed), meant, "{typed}");
        }
        let said = |line: &str| {
            let words = said_in_full(line.split_whitespace().map(OsString::from).collect());
            words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        for (typed, meant) in [
            ("h 边坡排水不畅", "hazard new --description 边坡排水不畅"),
            ("隐患 边坡排水不畅", "hazard new --description 边坡排水不畅"),
            ("通报 关于排水的通报", "notice new --title 关于排水的通报"),
            ("隐患 报告完成了", "hazard 报告完成了"),
            ("隐患 现场处理", "hazard 现场处理"),
            ("隐患 2026-应急-001", "hazard 2026-应急-001"),
            ("隐患 边坡 排水", "hazard 边坡 排水"),
            ("show 边坡排水不畅", "show 边坡排水不畅"),
            ("search 边坡排水不畅", "search 边坡排水不畅"),
        ] {
            assert_eq!(said(typed), meant, "{typed}");
        }
    }
}
