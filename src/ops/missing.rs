//! What a verb is nothing without and was not told: all of it at once, so that nobody types a command anew for each.

use super::filing::VerbFiling;
use super::verbs::{Act, Noun, field_name, fields, subject};
use super::{Failure, FileRequest};
use crate::model::field::Field;
use crate::text::{FieldName, Telling, Text};
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

    /// What is missing; nothing where the verb has what it needs.
    pub(super) fn missing(&self) -> Option<Telling> {
        let (kind, verb) = (self.request.kind, self.request.verb);
        let lacking: Vec<Telling> = unnamed(self.request).into_iter().chain(self.lacking().into_iter().map(named)).collect();
        let command = Noun::of(verb).map(|noun| noun.command(verb).name()).unwrap_or_default();
        if !lacking.is_empty() {
            let said = Telling::of(Text::fixed("缺少 ", "")).then(listed(lacking));
            let said = said.words(Text::fixed("，没有登记", ": missing, and nothing was filed"));
            return Some(said.typed(tr!(
                "；用法见 liandong help {command}，在终端里不写这些会逐项询问";
                "; see liandong help {command}, or leave these out on a terminal and be asked"
            )));
        }
        if !self.says_nothing() || (self.is_drafted() && !self.standing().is_empty()) {
            return None;
        }
        let keys = fields(kind, verb.act).into_iter().filter(|field| verb.asks.is_empty() || verb.asks.contains(&field.key));
        let said = Text::fixed("没有写要登记什么，请至少写一项：", "nothing is said that could be filed; give one of ");
        let said = Telling::of(said).then(listed(keys.map(named)));
        Some(said.typed(tr!("；用法见 liandong help {command}"; "; see liandong help {command}")))
    }
}

/// That nobody said which unit files, with all else that is missing: nobody types a command anew for each.
pub(super) fn besides(unknown: Failure, request: &FileRequest) -> Failure {
    let (kind, verb) = (request.kind, request.verb);
    let is_told = |field: &Field| request.typed.iter().any(|(typed, _)| typed.key == field.key);
    let keys = fields(kind, verb.act).into_iter().filter(|field| verb.needs(field) && !is_told(field)).map(named);
    let lacking: Vec<Telling> = unnamed(request).into_iter().chain(keys).collect();
    if lacking.is_empty() || request.given.is_some() {
        return unknown;
    }
    unknown.saying().words(Text::fixed("；另外缺少 ", "; also missing: ")).then(listed(lacking)).into()
}

fn listed(fields: impl IntoIterator<Item = Telling>) -> Telling {
    Telling::join(fields, &Text::fixed("、", ", "))
}

/// The record that the verb is about, where nobody said which: <记录>.
fn unnamed(request: &FileRequest) -> Option<Telling> {
    let (label, _) = subject(request.kind, request.verb.act).filter(|_| request.record.trim().is_empty())?;
    let (zh, en) = (label.zh(), label.en());
    Some(Telling::default().field(FieldName { typed: tr!("<{zh}>"; "<{en}>"), label }))
}

/// `--on（复查日期）`.
fn named(field: &Field) -> Telling {
    let (zh, en) = (field.zh, field.en);
    Telling::default().field(field_name(field)).typed(tr!("（{zh}）"; " ({en})"))
}
