//! A verb as a page: its questions, then the record as it will read, then the filing. Everything that was typed goes from page to page in the
//! browser's own form, so that a desk that was closed meanwhile has taken nothing with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};

use super::asked::asked;
use super::fields::{button, carried, hidden, line};
use super::kept::FormEnd;
use super::posted::{FormStep, PostedForm};
use super::told::{BROKE_OFF, TOO_OLD, lines, otherwise, reasons, words};
use crate::desk::answer::{Answer, chain};
use crate::desk::at_hand::Desk;
use crate::desk::frame::{NEW, Page};
use crate::desk::tokens::Stale;
use crate::ops::verbs::{Act, Noun, Verb};
use crate::ops::{
    self, DraftFolder, DraftKept, Environment, Failure, FileRequest, FilingOutcome, FormQuestion, Receipt, Register, Result,
    SUBJECT, VerbForm,
};
use crate::render;
use crate::text::{Text, clean};
use crate::tr;

/// A form of a verb as it was asked for or sent.
pub(super) struct VerbPage<'a> {
    pub(super) desk: &'a Desk,
    pub(super) noun: &'static Noun,
    pub(super) verb: &'static Verb,
    pub(super) posted: PostedForm,
    environment: Environment<'static>,
}

/// What a page of questions says besides them.
#[derive(Default)]
struct PageNotes {
    /// What is wrong with the whole.
    wrong: Vec<Text>,
    /// What is wrong with an answer, by the key of its question.
    at: BTreeMap<String, Text>,
    /// What else is to be known first.
    told: Option<Markup>,
}

impl PageNotes {
    fn wrong(why: Text) -> Self {
        Self { wrong: vec![why], ..Self::default() }
    }

    fn told(what: Markup) -> Self {
        Self { told: Some(what), ..Self::default() }
    }
}

impl<'a> VerbPage<'a> {
    pub(super) fn new(desk: &'a Desk, (noun, verb): (&'static Noun, &'static Verb), posted: PostedForm) -> Self {
        Self { desk, noun, verb, posted, environment: desk.environment() }
    }

    /// The page of its questions, as it is first asked for.
    pub(super) fn begin(mut self) -> Result<Answer> {
        let register = self.desk.register()?;
        if let Some(answer) = self.asks_unit(&register) {
            return Ok(answer);
        }
        if !self.posted.draft.is_empty() {
            let (_, said) = ops::take_up(&register, self.begun(), &self.posted.draft)?;
            let earlier = std::mem::take(&mut self.posted.said);
            self.posted.said = said.into_iter().chain(earlier).collect();
        }
        self.questions(&register, PageNotes::default())
    }

    /// What comes of it once it is sent.
    pub(super) fn go_on(mut self) -> Result<Answer> {
        let register = self.desk.register()?;
        if let Some(answer) = self.asks_unit(&register) {
            return Ok(answer);
        }
        match self.posted.step {
            FormStep::Continue => self.questions(&register, PageNotes::default()),
            FormStep::Preview => {
                if self.desk.kept.end_of(&self.posted.token).is_some() {
                    return Ok(self.see_end());
                }
                match self.changed(&register) {
                    Some(notes) => self.questions(&register, notes),
                    None => self.preview(&register),
                }
            }
            FormStep::Draft => self.once(&register, Self::draft),
            FormStep::File => self.once(&register, Self::file),
        }
    }

    /// Has the form do its work, unless it has.
    fn once(mut self, register: &Register, act: impl FnOnce(&mut Self, &Register) -> Result<Answer>) -> Result<Answer> {
        let (desk, token) = (self.desk, self.posted.token.clone());
        let now = self.shows(register);
        let mut broken = None;
        let done = desk.tokens.once(
            &token,
            || now,
            || {
                act(&mut self, register).unwrap_or_else(|failure| {
                    let answer = Answer::failed(desk, &failure);
                    broken = Some(failure);
                    answer
                })
            },
        );
        if let Some(failure) = broken {
            return self.broken(register, &failure);
        }
        let stale = match done {
            Ok(answer) => return Ok(answer),
            Err(stale) => stale,
        };
        let notes = match stale {
            Stale::Changed => self.changed(register).unwrap_or_default(),
            Stale::Unknown => PageNotes::wrong(TOO_OLD),
            Stale::Interrupted => PageNotes::wrong(BROKE_OFF),
        };
        self.posted.token.clear();
        self.questions(register, notes)
    }

    /// Which unit files, where neither the computer nor the form says so.
    fn asks_unit(&self, register: &Register) -> Option<Answer> {
        let author = self.posted.author(&self.environment);
        let why = register.acting(author.unit.as_deref()).err()?;
        let question = ops::unit_question();
        let given = author.unit.into_iter().collect();
        let fault = (!self.posted.unit.is_empty()).then(|| why.said());
        let mut question = FormQuestion { question, offered: ops::filing_units(register), said: given, fault };
        question.question.is_open = false;
        let body = html! {
            form method="post" action=(self.address()) {
                (asked(&question, self.desk.lang))
                (hidden(&self.posted.said))
                (carried(&self.posted, &["as"]))
                div.acts { (button(self.desk, FormStep::Continue, true)) }
            }
        };
        Some(Answer::page(self.desk, &self.titled(body)))
    }

    /// The request that says which verb it is, and who files.
    fn begun(&self) -> FileRequest {
        let (kind, author) = (self.noun.kind_of(self.verb), self.posted.author(&self.environment));
        FileRequest {
            kind,
            verb: self.verb,
            record: String::new(),
            typed: Vec::new(),
            given: None,
            aside: None,
            author,
            dry_run: false,
        }
    }

    /// The same, with the draft that is taken up.
    fn begun_with_draft(&self, register: &Register) -> Result<FileRequest> {
        let is_there = DraftFolder::in_register(&register.root).text(&self.posted.draft).is_some();
        // One that was thrown away meanwhile took nothing with it: what it said is in the form.
        if self.posted.draft.is_empty() || !is_there {
            return Ok(self.begun());
        }
        // What was said of it is in the form by now.
        ops::take_up(register, self.begun(), &self.posted.draft).map(|(request, _)| request)
    }

    fn form(&self, register: &Register) -> Result<VerbForm> {
        ops::verb_form(register, &self.begun_with_draft(register)?, &self.posted.said, &self.environment)
    }

    /// The record or draft that the form is about, as it stands now.
    fn shows(&self, register: &Register) -> String {
        let record = self.posted.said.get(SUBJECT).and_then(|words| words.first()).cloned().unwrap_or_default();
        let request = FileRequest { record: record.clone(), ..self.begun() };
        // What is not there yet, or is called otherwise, is told where it is asked for.
        let text = ops::standing_text(register, &request).ok().flatten().unwrap_or_default();
        format!("{record}\n{text}")
    }

    /// That the record says something else by now than when the form was given out; with that the form is about it as it is now.
    fn changed(&mut self, register: &Register) -> Option<PageNotes> {
        let now = self.shows(register);
        let shown = self.desk.tokens.shown(&self.posted.token).filter(|shown| *shown != now)?;
        self.posted.token.clear();
        let ((record, before), (other, after)) = (parted(&shown), parted(&now));
        if record != other {
            return None;
        }
        let difference = render::diff(record, before, after, words(self.desk));
        Some(PageNotes::told(html! {
            div.refused role="alert" {
                p { (self.desk.fixed(
                    "这条记录在您填写期间有了新的登记，没有登记您所填的；所填都还在，看清变化后再预览、登记：",
                    "the record was filed anew while you wrote, and what you wrote was not filed; it is all here: see what changed, then look at the preview and file",
                )) }
                (lines(&difference))
            }
        }))
    }

    /// What is missing or cannot be understood.
    fn lacks(form: &VerbForm) -> Option<PageNotes> {
        let lacking = form.lacking().map(|question| {
            let label = &question.label;
            let (zh, en) = (label.zh(), label.en());
            (question.key.to_owned(), tr!("没有填{zh}"; "{en} is missing"))
        });
        let at: BTreeMap<String, Text> = lacking.collect();
        (!at.is_empty() || !form.is_understood()).then(|| PageNotes { at, ..PageNotes::default() })
    }

    /// The record as it will read.
    fn preview(&mut self, register: &Register) -> Result<Answer> {
        let form = match self.form(register) {
            Ok(form) => form,
            Err(failure) => return self.broken(register, &failure),
        };
        if let Some(notes) = Self::lacks(&form) {
            return self.page(register, form, notes);
        }
        match self.look(register, &form) {
            Ok(receipt) => self.proposed(register, &form, &receipt, None),
            Err(notes) => self.page(register, form, notes),
        }
    }

    /// What would be filed, or why it cannot be.
    fn look(&self, register: &Register, form: &VerbForm) -> Result<Receipt, PageNotes> {
        let trial = FileRequest { dry_run: true, ..form.request.clone() };
        match ops::file(register, &trial) {
            Ok(FilingOutcome::Preview(receipt)) => Ok(receipt),
            Ok(outcome) => Err(self.notes(&outcome)),
            Err(failure) => Err(PageNotes::wrong(failure.said())),
        }
    }

    /// Files what the preview showed.
    fn file(&mut self, register: &Register) -> Result<Answer> {
        let form = self.form(register)?;
        if let Some(notes) = Self::lacks(&form) {
            self.posted.token.clear();
            return self.page(register, form, notes);
        }
        let receipt = match self.look(register, &form) {
            Ok(receipt) => receipt,
            Err(notes) => {
                self.posted.token.clear();
                return self.page(register, form, notes);
            }
        };
        if receipt.shown().as_deref() != Some(self.posted.shown.as_str()) {
            return self.changed_since(register, &form, &receipt);
        }
        // What comes in between is seen under the register's lock.
        let register = self.desk.register()?.only_as_shown(&self.posted.shown);
        match ops::file(&register, &form.request)? {
            FilingOutcome::Changed(receipt) => self.changed_since(&register, &form, &receipt),
            outcome @ (FilingOutcome::Filed(_) | FilingOutcome::Kept(_)) => {
                self.desk.kept.end(&self.posted.token, FormEnd::Filed(Arc::new(outcome)));
                Ok(self.see_end())
            }
            outcome => {
                let notes = self.notes(&outcome);
                self.posted.token.clear();
                self.page(&register, form, notes)
            }
        }
    }

    /// The preview anew, since it would read otherwise now.
    fn changed_since(&mut self, register: &Register, form: &VerbForm, receipt: &Receipt) -> Result<Answer> {
        self.posted.token.clear();
        let changed = Text::fixed(
            "预览之后台账有了变化，没有登记；现在登记会是下面这样，看清后再登记",
            "the register has changed since the preview, and nothing was filed; this is how it would read now: file it once that is seen",
        );
        self.proposed(register, form, receipt, Some(changed))
    }

    /// Keeps what was said so far.
    fn draft(&mut self, register: &Register) -> Result<Answer> {
        let form = self.form(register)?;
        let notes = if form.is_understood() {
            match ops::keep_typed(register, &form.request)? {
                // The draft that the verb is about says by itself what was kept in it.
                Some(DraftKept::Same(name)) => {
                    let again = self.desk.link_asking(&self.path(), &[("q.record", &name)]);
                    self.desk.kept.end(&self.posted.token, FormEnd::Drafted { name, again });
                    return Ok(self.see_end());
                }
                Some(DraftKept::As(name)) => {
                    let record = form.request.record.as_str();
                    let again = self.desk.link_asking(&self.path(), &[("from", &name), ("q.record", record)]);
                    self.desk.kept.end(&self.posted.token, FormEnd::Drafted { name, again });
                    return Ok(self.see_end());
                }
                Some(DraftKept::Lost(why)) => PageNotes::wrong(why),
                None => PageNotes::wrong(Text::fixed("还没有填什么，没有可存的", "nothing is said yet that could be kept")),
            }
        } else {
            PageNotes::default()
        };
        self.posted.token.clear();
        self.page(register, form, notes)
    }

    /// What stands against a filing, at the questions where it lies.
    fn notes(&self, outcome: &FilingOutcome) -> PageNotes {
        let mut notes = PageNotes { wrong: otherwise(outcome).into_iter().collect(), ..PageNotes::default() };
        if let FilingOutcome::Refused(refusal) = outcome {
            for (key, why) in reasons(refusal, self.desk.lang) {
                match self.question_of(&key) {
                    Some(key) => drop(notes.at.insert(key, why)),
                    None => notes.wrong.push(why),
                }
            }
        }
        notes
    }

    /// The key of the question at which a key of the record was said.
    fn question_of(&self, key: &str) -> Option<String> {
        let within = match self.verb.act {
            Act::Fill(table) | Act::Append(table) | Act::HandOver(table) | Act::InOffice(table, _) => {
                key.strip_prefix(table).map_or(key, |rest| rest.trim_start_matches(|c: char| c != '.').trim_start_matches('.'))
            }
            _ => key,
        };
        let first = within.split(['.', '[']).next().unwrap_or_default();
        let fields = ops::verbs::fields(self.noun.kind_of(self.verb), self.verb.act);
        fields.iter().any(|field| field.key == first).then(|| first.to_owned())
    }

    /// The page of questions.
    fn questions(mut self, register: &Register, notes: PageNotes) -> Result<Answer> {
        match self.form(register) {
            Ok(form) => self.page(register, form, notes),
            Err(failure) => self.broken(register, &failure),
        }
    }

    /// The token of the form, which is about the record as it stands now where it has none.
    pub(super) fn token(&mut self, register: &Register) -> Result<()> {
        let now = self.shows(register);
        if self.desk.tokens.shown(&self.posted.token).is_none_or(|shown| shown != now) {
            self.posted.token = self.desk.tokens.issue(&now)?;
        }
        Ok(())
    }

    fn page(&mut self, register: &Register, mut form: VerbForm, notes: PageNotes) -> Result<Answer> {
        self.token(register)?;
        let PageNotes { mut wrong, at, told } = notes;
        for (key, why) in at {
            match form.questions.iter_mut().find(|question| question.question.key == key) {
                Some(question) => question.fault = Some(question.fault.take().unwrap_or(why)),
                // What stands already is asked no more.
                None => wrong.push(why),
            }
        }
        let is_wrong = !wrong.is_empty() || form.questions.iter().any(|question| question.fault.is_some());
        let is_refused = is_wrong || told.is_some();
        let body = html! {
            @if let Some(told) = &told { (told) }
            @if is_wrong { (self.faults(&wrong, &form)) }
            (self.fields(register, &form))
        };
        let page = self.titled(body);
        Ok(if is_refused { Answer::refused(self.desk, &page) } else { Answer::page(self.desk, &page) })
    }

    /// That the questions cannot even be asked; what was typed stays, and what says for whom it is can be changed.
    fn broken(&mut self, register: &Register, failure: &Failure) -> Result<Answer> {
        self.posted.token.clear();
        self.token(register)?;
        let desk = self.desk;
        let body = html! {
            (chain(desk, failure))
            form method="post" action=(self.address()) {
                (line("for", desk.fixed("代哪个单位", "for which unit"), &self.posted.on_behalf))
                (line("source", desk.fixed("依据的来文", "the paper from which it is entered"), &self.posted.source))
                div.note {
                    p { (desk.fixed("所填都还在：", "what was typed is all here:")) }
                    ul.plain { @for (key, words) in &self.posted.said { li.text { (clean(key)) " " (words.join("、")) } } }
                }
                (hidden(&self.posted.said))
                (carried(&self.posted, &["for", "source"]))
                div.acts { (button(desk, FormStep::Continue, true)) }
            }
        };
        Ok(Answer::refused(desk, &self.titled(body)))
    }

    fn see_end(&self) -> Answer {
        Answer::See(self.desk.link(&format!("filed/{}", self.posted.token)))
    }

    fn path(&self) -> String {
        format!("{NEW}/{}/{}", self.noun.name, self.verb.name)
    }

    pub(super) fn address(&self) -> String {
        self.desk.link(&self.path())
    }

    /// 隐患 销号
    pub(super) fn title(&self) -> Text {
        let (noun, verb) = (self.noun, self.verb);
        let (noun_en, verb_en) = (noun.name, verb.name);
        let (noun_zh, verb_zh) = (noun.zh, verb.zh);
        tr!("{noun_zh} {verb_zh}"; "{noun_en} {verb_en}")
    }

    fn titled(&self, body: Markup) -> Page {
        let body = html! { p.faint { (self.desk.say(&self.verb.about)) } (body) };
        Page { title: self.title(), here: NEW, body }
    }
}

/// The record of what a form shows, and what that says.
fn parted(shows: &str) -> (&str, &str) {
    shows.split_once('\n').unwrap_or((shows, ""))
}
