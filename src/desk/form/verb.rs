//! A verb as a page: its questions, then the record as it will read, then the filing. Everything that was typed goes from page to page in the
//! browser's own form, so that a desk that was closed meanwhile has taken nothing with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};

use super::asked::asked;
use super::fields::{button, carried, hidden, line, stays_open};
use super::kept::FormEnd;
use super::machine::{self, FormStep, FormWork, SentForm, SteppedForm, give_token};
use super::notes::PageNotes;
use super::posted::PostedForm;
use super::told::{otherwise, reasons};
use crate::desk::answer::{Answer, chain};
use crate::desk::at_hand::Desk;
use crate::desk::frame::{NEW, Page};
use crate::ops::verbs::{Act, Noun, Verb};
use crate::ops::{
    self, DraftFolder, DraftKept, Environment, Failure, FileRequest, FilingOutcome, FormQuestion, Receipt, Register, Result,
    SUBJECT, VerbForm,
};
use crate::text::{Telling, Text};
use crate::tr;

/// A form of a verb as it was asked for or sent.
pub(super) struct VerbPage<'a> {
    pub(super) desk: &'a Desk,
    pub(super) noun: &'static Noun,
    pub(super) verb: &'static Verb,
    pub(super) posted: PostedForm,
    environment: Environment<'static>,
    /// Whether somebody sent it; else it is only asked for.
    is_sent: bool,
}

impl<'a> VerbPage<'a> {
    pub(super) fn new(desk: &'a Desk, (noun, verb): (&'static Noun, &'static Verb), posted: PostedForm) -> Self {
        Self { desk, noun, verb, posted, environment: desk.environment(), is_sent: false }
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
        self.fill(&register, PageNotes::default())
    }

    /// The same once it is sent: that a unit is not chosen is said.
    pub(super) fn go_on(mut self) -> Result<Answer> {
        self.is_sent = true;
        machine::answer(self.desk, self)
    }

    /// Which unit files, where neither the computer nor the form says so.
    fn asks_unit(&self, register: &Register) -> Option<Answer> {
        let author = self.posted.author(&self.environment);
        let why = register.acting(author.unit.as_deref()).err()?;
        let unchosen = || Text::fixed("请选一个单位", "choose a unit").into();
        let fault = if self.posted.unit.is_empty() { self.is_sent.then(unchosen) } else { Some(why.saying()) };
        let is_refused = fault.is_some();
        let said = author.unit.into_iter().collect();
        let mut question = FormQuestion { said, fault, ..FormQuestion::new(ops::unit_question(), ops::filing_units(register)) };
        question.question.is_open = false;
        let body = html! {
            form method="post" action=(self.address()) {
                (asked(self.desk, &question))
                (hidden(&self.posted.said))
                (carried(&self.posted, &["as"]))
                div.acts { (button(self.desk, FormStep::Continue, true)) }
            }
        };
        let page = self.titled(body);
        Some(if is_refused { Answer::refused(self.desk, &page) } else { Answer::page(self.desk, &page) })
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
            drafted: None,
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

    /// What is missing or cannot be understood.
    fn lacks(form: &VerbForm) -> Option<PageNotes> {
        let lacking = form.lacking().map(|question| {
            let label = &question.label;
            let (zh, en) = (label.zh(), label.en());
            (question.key.to_owned(), tr!("没有填{zh}"; "{en} is missing").into())
        });
        let at: BTreeMap<String, Telling> = lacking.collect();
        (!at.is_empty() || !form.is_understood()).then(|| PageNotes { at, ..PageNotes::default() })
    }

    /// What stands against a filing, at the questions where it lies.
    fn notes(&self, outcome: &FilingOutcome) -> PageNotes {
        let mut notes = PageNotes { wrong: otherwise(outcome).into_iter().collect(), ..PageNotes::default() };
        if let FilingOutcome::Refused(refusal) = outcome {
            for (key, why) in reasons(refusal) {
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

    /// What was sent of a form outlasts the desk, whether or not it can be filed.
    pub(super) fn begin_to_keep(&self, form: &VerbForm) {
        if self.is_sent {
            self.desk.kept.begin(&self.posted.sent.token, &form.request);
        }
    }

    fn page(&mut self, register: &Register, mut form: VerbForm, notes: PageNotes) -> Result<Answer> {
        give_token(self.desk, self, register)?;
        self.begin_to_keep(&form);
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
            (stays_open(self.desk, true))
            (self.fields(register, &form))
        };
        let page = self.titled(body);
        Ok(if is_refused { Answer::refused(self.desk, &page) } else { Answer::page(self.desk, &page) })
    }

    /// That the questions cannot even be asked; what was typed stays, and what says for whom it is can be changed.
    fn broken(&mut self, register: &Register, failure: &Failure) -> Result<Answer> {
        self.posted.sent.token.clear();
        give_token(self.desk, self, register)?;
        let desk = self.desk;
        let label = |key: &str| self.label(key);
        let body = html! {
            (chain(desk, failure))
            form method="post" action=(self.address()) {
                (line("for", desk.fixed("代哪个单位", "for which unit"), &self.posted.on_behalf))
                (line("source", desk.fixed("依据的来文", "the paper from which it is entered"), &self.posted.source))
                div.note {
                    p { (desk.fixed("所填都还在：", "what was typed is all here:")) }
                    ul.plain { @for (key, words) in &self.posted.said { li.text { (desk.say(&label(key))) (desk.fixed("：", ": ")) (words.join("、")) } } }
                }
                (hidden(&self.posted.said))
                (carried(&self.posted, &["for", "source"]))
                div.acts { (button(desk, FormStep::Continue, true)) }
            }
        };
        Ok(Answer::refused(desk, &self.titled(body)))
    }

    /// What the question of a key is called.
    pub(super) fn label(&self, key: &str) -> Text {
        if key == SUBJECT {
            return ops::verbs::subject(self.noun.kind_of(self.verb), self.verb.act).map_or(Text::same(key), |(label, _)| label);
        }
        let fields = ops::verbs::fields(self.noun.kind_of(self.verb), self.verb.act);
        fields.iter().find(|field| field.key == key).map_or(Text::same(key), |field| field.heading())
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

impl SteppedForm for VerbPage<'_> {
    type Seen = (VerbForm, Receipt);

    fn sent(&self) -> &SentForm {
        &self.posted.sent
    }

    fn sent_mut(&mut self) -> &mut SentForm {
        &mut self.posted.sent
    }

    fn first(&self, register: &Register) -> Option<Answer> {
        self.asks_unit(register)
    }

    fn about(&self, register: &Register) -> (String, String) {
        let record = self.posted.said.get(SUBJECT).and_then(|words| words.first()).cloned().unwrap_or_default();
        let request = FileRequest { record: record.clone(), ..self.begun() };
        // What is not there yet, or is called otherwise, is told where it is asked for.
        let text = ops::standing_text(register, &request).ok().flatten().unwrap_or_default();
        (record, text)
    }

    fn draft(&self) -> Option<&str> {
        Some(self.posted.draft.as_str()).filter(|draft| !draft.is_empty())
    }

    fn fill(&mut self, register: &Register, notes: PageNotes) -> Result<Answer> {
        match self.form(register) {
            Ok(form) => self.page(register, form, notes),
            Err(failure) => self.broken(register, &failure),
        }
    }

    fn look(&mut self, register: &Register) -> Result<Result<Self::Seen, PageNotes>> {
        // What stands against the questions themselves is told with them.
        let Ok(form) = self.form(register) else { return Ok(Err(PageNotes::default())) };
        if let Some(notes) = Self::lacks(&form) {
            return Ok(Err(notes));
        }
        let trial = FileRequest { dry_run: true, ..form.request.clone() };
        Ok(match ops::file(register, &trial) {
            Ok(FilingOutcome::Preview(receipt)) => Ok((form, receipt)),
            Ok(outcome) => Err(self.notes(&outcome)),
            Err(failure) => Err(PageNotes::wrong(failure.saying())),
        })
    }

    fn preview(&mut self, register: &Register, (form, receipt): Self::Seen, has_changed: bool) -> Result<Answer> {
        self.proposed(register, &form, &receipt, has_changed)
    }

    fn file(&mut self, register: &Register) -> Result<FormWork<Self::Seen>> {
        // What waits as a draft is filed by no commit that could see whether it is what was shown.
        let (form, receipt) = match self.look(register)? {
            Ok(seen) => seen,
            Err(notes) => return Ok(FormWork::Wrong(notes)),
        };
        if receipt.shown().as_deref() != Some(self.posted.sent.shown.as_str()) {
            return Ok(FormWork::Changed((form, receipt)));
        }
        Ok(match ops::file(register, &form.request) {
            Ok(FilingOutcome::Changed(receipt)) => FormWork::Changed((form, receipt)),
            Ok(outcome @ (FilingOutcome::Filed(_) | FilingOutcome::Kept { .. })) => {
                FormWork::End(FormEnd::Filed(Arc::new(outcome)))
            }
            Ok(outcome) => FormWork::Wrong(self.notes(&outcome)),
            Err(failure) => FormWork::Wrong(PageNotes::wrong(failure.saying())),
        })
    }

    fn keep(&mut self, register: &Register) -> Result<FormWork<Self::Seen>> {
        let Ok(form) = self.form(register) else { return Ok(FormWork::Wrong(PageNotes::default())) };
        if !form.is_understood() {
            return Ok(FormWork::Wrong(PageNotes::default()));
        }
        Ok(match ops::keep_typed(register, &form.request)? {
            // The draft that the verb is about says by itself what was kept in it.
            Some(DraftKept::Same(name)) => {
                let again = self.desk.link_asking(&self.path(), &[("q.record", &name)]);
                FormWork::End(FormEnd::Drafted { name, again })
            }
            Some(DraftKept::As(name)) => {
                let record = form.request.record.as_str();
                let again = self.desk.link_asking(&self.path(), &[("from", &name), ("q.record", record)]);
                FormWork::End(FormEnd::Drafted { name, again })
            }
            Some(DraftKept::Lost(why)) => FormWork::Wrong(PageNotes::wrong(why)),
            None => {
                let nothing = Text::fixed("还没有填什么，没有可存的", "nothing is said yet that could be kept");
                FormWork::Wrong(PageNotes::wrong(nothing))
            }
        })
    }
}
