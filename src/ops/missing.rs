//! What a verb is nothing without and was not told: all of it at once, so that nobody types a command anew for each.

use super::filing::VerbFiling;
use super::verbs::{Act, NOUNS, Verb, fields, option_name, subject};
use super::{Failure, FileRequest};
use crate::model::field::Field;
use crate::text::Text;
use crate::tr;

impl VerbFiling<'_> {
    /// Whether it is not said which record it is about.
    pub(super) fn lacks_subject(&self) -> bool {
        unnamed(self.request).is_some()
    }

    /// The keys that have to be told and were not: neither typed, nor given in a file, nor said by what stands.
    pub(super) fn lacking(&self) -> Vec<&'static Field> {
        let (verb, standing) = (self.request.verb, self.standing());
        let told = |field: &Field| self.is_told(field) || standing.contains_key(field.key);
        let keys = fields(self.request.kind, verb.act);
        keys.into_iter().filter(|field| verb.needs(field) && !told(field)).collect()
    }

    /// Whether a key was typed or given in a file.
    pub(super) fn is_told(&self, field: &Field) -> bool {
        self.request.typed.iter().any(|(typed, _)| typed.key == field.key) || self.given.contains_key(field.key)
    }

    /// Whether nothing at all was told to a verb that says nothing by itself.
    pub(super) fn says_nothing(&self) -> bool {
        let verb = self.request.verb;
        let is_silent = match verb.act {
            Act::New => true,
            Act::Fill(_) | Act::Append(_) | Act::Set(_) => verb.preset.is_empty(),
            _ => false,
        };
        is_silent && self.request.typed.is_empty() && self.given.is_empty()
    }

    /// What is missing, as options with what they hold; nothing where the verb has what it needs.
    pub(super) fn missing(&self) -> Option<Text> {
        let (kind, verb) = (self.request.kind, self.request.verb);
        let lacking: Vec<Text> = unnamed(self.request).into_iter().chain(self.lacking().into_iter().map(option)).collect();
        let command = called(verb);
        if !lacking.is_empty() {
            let lacking = Text::join(&lacking, "、", ", ");
            let (what_zh, what_en) = (lacking.zh(), lacking.en());
            return Some(tr!(
                "缺少 {what_zh}，没有登记；用法见 liandong help {command}，在终端里不写这些会逐项询问";
                "{what_en}: missing, and nothing was filed; see liandong help {command}, or leave these out on a terminal and be asked"
            ));
        }
        if !self.says_nothing() || (self.is_drafted() && !self.standing().is_empty()) {
            return None;
        }
        let keys = fields(kind, verb.act).into_iter().filter(|field| verb.asks.is_empty() || verb.asks.contains(&field.key));
        let one = Text::join(&keys.map(option).collect::<Vec<_>>(), "、", ", ");
        let (one_zh, one_en) = (one.zh(), one.en());
        Some(tr!(
            "没有写要登记什么，请至少写一项：{one_zh}；用法见 liandong help {command}";
            "nothing is said that could be filed; give one of {one_en}; see liandong help {command}"
        ))
    }
}

/// That nobody said which unit files, with all else that is missing: nobody types a command anew for each.
pub(super) fn besides(unknown: Failure, request: &FileRequest) -> Failure {
    let (kind, verb) = (request.kind, request.verb);
    let is_told = |field: &Field| request.typed.iter().any(|(typed, _)| typed.key == field.key);
    let keys = fields(kind, verb.act).into_iter().filter(|field| verb.needs(field) && !is_told(field)).map(option);
    let lacking: Vec<Text> = unnamed(request).into_iter().chain(keys).collect();
    if lacking.is_empty() || request.given.is_some() {
        return unknown;
    }
    let (unknown, lacking) = (unknown.said(), Text::join(&lacking, "、", ", "));
    let (zh, en, what_zh, what_en) = (unknown.zh(), unknown.en(), lacking.zh(), lacking.en());
    tr!("{zh}；另外缺少 {what_zh}"; "{en}; also missing: {what_en}").into()
}

/// The record that the verb is about, where nobody said which: <记录>.
fn unnamed(request: &FileRequest) -> Option<Text> {
    let (name, _) = subject(request.kind, request.verb.act).filter(|_| request.record.trim().is_empty())?;
    let (zh, en) = (name.zh(), name.en());
    Some(tr!("<{zh}>"; "<{en}>"))
}

/// `--on（复查日期）`.
fn option(field: &Field) -> Text {
    let (name, zh, en) = (option_name(field), field.zh, field.en);
    tr!("--{name}（{zh}）"; "--{name} ({en})")
}

/// How a verb is called on the command line.
fn called(verb: &'static Verb) -> String {
    let noun = NOUNS.iter().find(|noun| noun.verbs.iter().any(|own| std::ptr::eq(own, verb)));
    noun.map(|noun| format!("{} {}", noun.name, verb.name)).unwrap_or_default()
}
