//! A command as somebody would type it, as the address of the form that does the same, with what the command says filled in.

use super::posted::ANSWER;
use crate::desk::at_hand::Desk;
use crate::desk::frame::NEW;
use crate::ops::SUBJECT;
use crate::ops::verbs::{Act, NOUNS, Noun, Verb, fields, option_name, subject};
use crate::text::shell_words;

/// The noun and verb of an address; none where there is no such verb, or it is no record's.
pub(super) fn verb_called(noun: &str, verb: &str) -> Option<(&'static Noun, &'static Verb)> {
    let noun = NOUNS.iter().find(|known| known.name == noun)?;
    let verb = noun.verbs.iter().find(|known| known.name == verb)?;
    (!matches!(verb.act, Act::Succession)).then_some((noun, verb))
}

/// The form that does what a printed command does, where there is one.
pub(in crate::desk) fn of_command(desk: &Desk, command: &str) -> Option<String> {
    let (path, asked) = address(command)?;
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, words)| (name.as_str(), words.as_str())).collect();
    Some(desk.link_asking(&path, &asked))
}

/// What stands behind an option.
enum TypedOption {
    /// An answer, in a field of that name.
    Field(String),
    /// What the form does not ask.
    Other,
}

/// Options that take no word, and say nothing in a form.
const SWITCHES: &[&str] = &["yes", "dry-run", "json"];

/// The page of a command, and what it is asked; none where no form does what the command does.
fn address(command: &str) -> Option<(String, Vec<(String, String)>)> {
    let words = shell_words(command)?;
    let mut words = words.iter().map(String::as_str);
    let (program, noun, verb) = (words.next()?, words.next()?, words.next()?);
    (program == "liandong").then_some(())?;
    if ["amend", "attach", "undo"].contains(&noun) {
        let name = if noun == "undo" { "what" } else { "record" };
        return Some((noun.to_owned(), vec![(name.to_owned(), verb.to_owned())]));
    }
    let (noun, verb) = verb_called(noun, verb)?;
    let kind = noun.kind_of(verb);
    let keys = fields(kind, verb.act);
    let named = |name: &str| match keys.iter().find(|field| option_name(field) == name) {
        Some(field) => TypedOption::Field(format!("{ANSWER}{}", field.key)),
        None if ["as", "for", "source"].contains(&name) => TypedOption::Field(name.to_owned()),
        None => TypedOption::Other,
    };
    let mut asked = Vec::new();
    let mut option: Option<TypedOption> = None;
    for word in words {
        if let Some(name) = word.strip_prefix("--") {
            // An option before it without a word is a yes.
            asked.extend(option.take().and_then(|option| said(option, "是")));
            option = (!SWITCHES.contains(&name)).then(|| named(name));
        } else if let Some(option) = option.take() {
            asked.extend(said(option, word));
        } else if subject(kind, verb.act).is_some() {
            asked.extend(said(TypedOption::Field(format!("{ANSWER}{SUBJECT}")), word));
        }
    }
    asked.extend(option.and_then(|option| said(option, "是")));
    Some((format!("{NEW}/{}/{}", noun.name, verb.name), asked))
}

/// An answer; none of what is left for people to say.
fn said(option: TypedOption, word: &str) -> Option<(String, String)> {
    let TypedOption::Field(name) = option else { return None };
    (!word.contains('…')).then(|| (name, word.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(command: &str) -> Option<String> {
        let (path, asked) = address(command)?;
        let asked: Vec<String> = asked.iter().map(|(name, words)| format!("{name}={words}")).collect();
        Some(format!("{path} {}", asked.join(" ")))
    }

    #[test]
    fn a_command_becomes_its_form() {
        let form = told("liandong hazard rectify hazards/2025/yingji/001 --due … --plan '先 停' --as 应急");
        assert_eq!(form.as_deref(), Some("new/hazard/rectify q.record=hazards/2025/yingji/001 q.plan=先 停 as=应急"));
        let form = told("liandong respond received --to \"notices/2025/gongan/001\"");
        assert_eq!(form.as_deref(), Some("new/respond/received q.to=notices/2025/gongan/001"));
        let form = told("liandong hazard take --origin enforcements/2025/anweiban/001#1 --major");
        assert_eq!(form.as_deref(), Some("new/hazard/take q.from=enforcements/2025/anweiban/001#1 q.major=是"));
        assert_eq!(
            told("liandong amend notices/2025/gongan/001 --set title=…").as_deref(),
            Some("amend record=notices/2025/gongan/001")
        );
    }

    #[test]
    fn what_is_no_form_is_none() {
        for command in [
            "",
            "liandong",
            "liandong check",
            "liandong show hazards/2025/yingji/001",
            "git push now",
            "liandong unit merge 甲 --into 乙",
            "liandong hazard close 'a",
        ] {
            assert_eq!(told(command), None, "{command}");
        }
    }
}
