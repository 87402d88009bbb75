//! What a question can be answered with: the words of the key, who and what the register knows, and of records first those that wait for
//! just this.

mod names;
mod offered;
mod records;

use std::cell::OnceCell;

use super::change::names_several;
use super::questions::{SUBJECT, VerbQuestion, first_said};
use super::verbs::{Act, Noun, fields};
use super::{Author, Environment, FileRequest, Register, Result};
use crate::model::field::Shape;
use crate::model::{Kind, Pattern, UnitId};
use crate::report::TodoItem;
use crate::text::{CommandLine, Telling, Text};
use crate::tr;
use names::{called_by, contents, days, leaders, obligations, systems};

pub use names::{filing_units, known_mines};
pub use offered::OfferedAnswer;
pub(super) use records::begs;

/// The answers to a question; empty where it is answered in words of one's own.
///
/// # Errors
/// It is not known who files, or the register cannot be read.
pub fn choices(
    register: &Register,
    request: &FileRequest,
    key: &str,
    environment: &Environment<'_>,
) -> Result<Vec<OfferedAnswer>> {
    Offer::new(register, request)?.answers(key, environment)
}

/// That there is nothing of which a verb could be a word, and what can be done; none where something can be chosen, or a name be written.
#[must_use]
pub fn nothing_to_choose(request: &FileRequest, question: &VerbQuestion, choices: &[OfferedAnswer]) -> Option<Telling> {
    let verb = request.verb;
    let field = fields(request.kind, verb.act).into_iter().find(|field| field.key == question.key);
    let is_of_mines = field.is_some_and(|field| matches!(first_said(&field.shape), Shape::Pattern(Pattern::Mine)))
        || (question.key == SUBJECT && matches!(request.kind, Kind::Mine | Kind::Licences) && !matches!(verb.act, Act::New));
    if choices.is_empty() && question.is_required && is_of_mines {
        let said =
            Telling::of(Text::fixed("台账里还没有矿山；由办公室用 ", "the register has no mine yet; the office files one with "));
        return Some(said.command(CommandLine::new("mine new")).words(Text::fixed(" 建档后再登记", " first")));
    }
    let is_pointer = field.is_some_and(|field| matches!(first_said(&field.shape), Shape::Reference));
    let is_subject = question.key == SUBJECT && request.kind.is_happening();
    if !choices.is_empty() || !question.is_required || !(is_subject || is_pointer) {
        return None;
    }
    let noun = Noun::of(verb)?;
    let (zh, en) = (verb.about.zh(), verb.about.en());
    if is_pointer {
        let said = tr!("现在没有可以“{zh}”的事项；待本单位办的见 "; "{en}: there is nothing that this could be said of; ");
        return Some(Telling::of(said).command(CommandLine::new("todo")).words(Text::fixed("", " shows what waits")));
    }
    let (label, first) = (request.kind.label(), noun.verbs.first()?);
    let (kind_zh, kind_en) = (label.zh(), label.en());
    let said = tr!(
        "现在没有可以“{zh}”的{kind_zh}；已有的见 ";
        "{en}: there is none of {kind_en} that this is still to be said of; "
    );
    let list = CommandLine::new("list").about(kind_zh);
    let said = Telling::of(said).command(list).words(Text::fixed("，新的用 ", " shows what there is, "));
    Some(said.command(noun.command(first)).words(Text::fixed(" 登记", " files a new one")))
}

/// What is offered to whom.
pub(super) struct Offer<'a> {
    register: &'a Register,
    request: &'a FileRequest,
    owner: UnitId,
    /// What waits for the unit; asked once for all questions, since the whole register is judged for it.
    waits: OnceCell<Vec<TodoItem>>,
}

impl<'a> Offer<'a> {
    /// What is offered to whoever files.
    ///
    /// # Errors
    /// It is not known who does.
    pub(super) fn new(register: &'a Register, request: &'a FileRequest) -> Result<Self> {
        let owner = Author::resolve(&request.author, register)?.owner;
        Ok(Self { register, request, owner, waits: OnceCell::new() })
    }

    /// The answers to a question.
    ///
    /// # Errors
    /// The register cannot be read.
    pub(super) fn answers(&self, key: &str, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let (register, request) = (self.register, self.request);
        if key == SUBJECT {
            return self.subjects(environment);
        }
        let Some(field) = fields(request.kind, request.verb.act).into_iter().find(|field| field.key == key) else {
            return Ok(Vec::new());
        };
        if request.kind == Kind::Notice && key == "content" {
            return Ok(contents(&register.mechanism, register.today()));
        }
        match first_said(&field.shape) {
            Shape::Line
                if field.key == "name" && fields(request.kind, request.verb.act).iter().any(|other| other.key == "post") =>
            {
                Ok(leaders(register, &self.owner))
            }
            Shape::Word(words) => Ok(words.iter().map(|word| OfferedAnswer::new(word.id.to_owned(), word.label())).collect()),
            Shape::Day if !field.may_lie_ahead() => {
                let mut days = days(register.today());
                // Whoever files a hazard mostly comes from the mine: the day is seen and taken, and seen again before it is filed.
                if let Some(today) = days.first_mut() {
                    today.waits = request.kind == Kind::Hazard && field.is_fact;
                }
                Ok(days)
            }
            Shape::Pattern(Pattern::Obligation) => Ok(obligations(&register.mechanism, register.today())),
            Shape::Pattern(Pattern::System) => Ok(systems(register, request.kind)),
            Shape::Pattern(pattern) => Ok(called_by(register, pattern, names_several(request.verb.act, &field.shape))),
            Shape::Reference => self.references(field, environment),
            _ => Ok(Vec::new()),
        }
    }
}
