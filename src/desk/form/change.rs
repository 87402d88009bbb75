//! A change of what stands: what is to be changed, then how it will read. What was written goes along in the form.

use std::sync::Arc;

use maud::{Markup, html};

use super::fields::{button, stays_open};
use super::kept::FormEnd;
use super::machine::{FormStep, FormWork, SentForm, SteppedForm, give_token, not_yet};
use super::notes::PageNotes;
use super::told::{against, changes, faults, proposal};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::frame::Page;
use crate::ops::{FilingOutcome, Receipt, Register, Result};
use crate::text::{Telling, Text};

/// What is to be changed.
pub(super) trait FormChange {
    /// What its page is called.
    fn title(&self) -> Text;
    /// The address of its page.
    fn path(&self) -> &'static str;
    /// Which of the places of the desk it belongs to.
    fn place(&self) -> &'static str;
    /// Which record, as a person names it; may be empty.
    fn record(&self) -> &str;
    /// The record as it stands.
    fn text(&self, register: &Register) -> Option<String>;
    /// Takes up what the record says now, where it read otherwise when the form was given out.
    fn follow(&mut self, _register: &Register, _before: &str) {}
    /// All that was written, by the names of its fields.
    fn pairs(&self) -> Vec<(String, String)>;
    /// The fields, with what was written.
    fn fields(&self, desk: &Desk, register: &Register) -> Markup;
    /// Why there is no such record to be changed, where one is named.
    fn lost(&self, _register: &Register) -> Option<Telling> {
        None
    }
    /// Whether enough is said for a preview.
    fn is_whole(&self) -> bool;
    /// Makes the change.
    fn make(&self, desk: &Desk, register: &Register, dry_run: bool) -> Result<FilingOutcome>;
}

/// A form of a change.
pub(super) struct ChangePage<'a, C> {
    pub(super) desk: &'a Desk,
    pub(super) change: C,
    pub(super) sent: SentForm,
}

impl<C: FormChange> SteppedForm for ChangePage<'_, C> {
    type Seen = Receipt;

    fn sent(&self) -> &SentForm {
        &self.sent
    }

    fn sent_mut(&mut self) -> &mut SentForm {
        &mut self.sent
    }

    fn about(&self, register: &Register) -> (String, String) {
        (self.change.record().to_owned(), self.change.text(register).unwrap_or_default())
    }

    fn follow(&mut self, register: &Register, before: &str) {
        self.change.follow(register, before);
    }

    fn fill(&mut self, register: &Register, mut notes: PageNotes) -> Result<Answer> {
        if notes.wrong.is_empty() {
            notes.wrong.extend(self.change.lost(register));
        }
        give_token(self.desk, self, register)?;
        let desk = self.desk;
        let body = html! {
            (faults(desk, &notes))
            (stays_open(desk, false))
            form method="post" enctype="multipart/form-data" action=(desk.link(self.change.path())) {
                (self.change.fields(desk, register))
                input type="hidden" name="token" value=(self.sent.token);
                div.acts {
                    (button(desk, if self.change.is_whole() { FormStep::Preview } else { FormStep::Continue }, true))
                }
            }
        };
        let page = Page { title: self.change.title(), here: self.change.place(), body };
        Ok(if notes.is_refusal() { Answer::refused(desk, &page) } else { Answer::page(desk, &page) })
    }

    fn look(&mut self, register: &Register) -> Result<Result<Receipt, PageNotes>> {
        Ok(match self.change.make(self.desk, register, true) {
            Ok(FilingOutcome::Preview(receipt)) => Ok(receipt),
            Ok(outcome) => Err(against(&outcome)),
            Err(failure) => Err(PageNotes::wrong(failure.saying())),
        })
    }

    fn preview(&mut self, register: &Register, receipt: Receipt, has_changed: bool) -> Result<Answer> {
        give_token(self.desk, self, register)?;
        let desk = self.desk;
        let title = self.change.title();
        let body = html! {
            @if has_changed { div.refused role="alert" { p { (desk.say(&not_yet(true))) } } }
            p.note { (desk.say(&not_yet(false))) }
            h2 { (desk.fixed("改动", "what changes")) }
            @for record in &receipt.records {
                @if receipt.records.len() > 1 { h3 { (desk.say(&record.record.title)) } }
                (changes(desk, &record.changes))
            }
            (proposal(desk, &receipt))
            form method="post" enctype="multipart/form-data" action=(desk.link(self.change.path())) {
                @for (name, words) in self.change.pairs() { input type="hidden" name=(name) value=(words); }
                input type="hidden" name="token" value=(self.sent.token);
                input type="hidden" name="shown" value=(receipt.shown().unwrap_or_default());
                div.acts {
                    (button(desk, FormStep::File, true))
                    button type="submit" name="do" value=(FormStep::Continue.name()) { (desk.fixed("返回修改", "change it")) }
                }
            }
        };
        let title = Text::join([&Text::fixed("预览", "preview"), &title], "：", ": ");
        let page = Page { title, here: self.change.place(), body };
        Ok(if has_changed { Answer::refused(desk, &page) } else { Answer::page(desk, &page) })
    }

    fn file(&mut self, register: &Register) -> Result<FormWork<Receipt>> {
        Ok(match self.change.make(self.desk, register, false) {
            Ok(FilingOutcome::Changed(receipt)) => FormWork::Changed(receipt),
            Ok(outcome @ FilingOutcome::Filed(_)) => FormWork::End(FormEnd::Filed(Arc::new(outcome))),
            Ok(outcome) => FormWork::Wrong(against(&outcome)),
            Err(failure) => FormWork::Wrong(PageNotes::wrong(failure.saying())),
        })
    }
}
