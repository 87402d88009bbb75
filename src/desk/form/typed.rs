//! A command as somebody would type it, as the address of the form that does the same, with what the command says filled in.

use super::verb::verb_called;
use crate::desk::frame::NEW;
use crate::ops::SUBJECT;
use crate::ops::verbs::{fields, option_name, subject};

/// The page of a command, and what it is asked; none where no form does what the command does.
pub(super) fn address(command: &str) -> Option<(String, Vec<(String, String)>)> {
    let words = split(command)?;
    let mut words = words.iter().map(String::as_str);
    let (program, noun, verb) = (words.next()?, words.next()?, words.next()?);
    (program == "liandong").then_some(())?;
    if noun == "amend" || noun == "undo" || noun == "attach" {
        let name = if noun == "undo" { "what" } else { "record" };
        return Some((noun.to_owned(), vec![(name.to_owned(), verb.to_owned())]));
    }
    let (noun, verb) = verb_called(noun, verb)?;
    let kind = noun.kind_of(verb);
    let keys = fields(kind, verb.act);
    let mut asked = Vec::new();
    let mut option: Option<&str> = None;
    for word in words {
        if let Some(name) = word.strip_prefix("--") {
            // An option before it without a word is a yes.
            asked.extend(option.take().and_then(|key| said(key, "是")));
            option = keys.iter().find(|field| option_name(field) == name).map(|field| field.key);
        } else if let Some(key) = option.take() {
            asked.extend(said(key, word));
        } else if subject(kind, verb.act).is_some() {
            asked.extend(said(SUBJECT, word));
        }
    }
    asked.extend(option.and_then(|key| said(key, "是")));
    Some((format!("{NEW}/{}/{}", noun.name, verb.name), asked))
}

/// An answer; none of what is left for people to say.
fn said(key: &str, word: &str) -> Option<(String, String)> {
    (!word.contains('…')).then(|| (format!("q.{key}"), word.to_owned()))
}

/// The words of a command, as a shell parts them; none where a quotation has no end.
fn split(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote, mut is_word) = (Vec::new(), String::new(), None, false);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => (quote, is_word) = (Some(c), true),
            (None, c) if c.is_whitespace() => {
                if std::mem::take(&mut is_word) {
                    words.push(std::mem::take(&mut word));
                }
            }
            (_, c) => {
                word.push(c);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    quote.is_none().then_some(words)
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
        let form = told("liandong hazard rectify hazards/2025/yingji/001 --due … --plan '先 停'");
        assert_eq!(form.as_deref(), Some("new/hazard/rectify q.record=hazards/2025/yingji/001 q.plan=先 停"));
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
