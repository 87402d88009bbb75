//! 撤回登记: what a filing was, whether it can be taken back, and the question that a terminal asks as well: whether anybody knows of it.

use std::sync::Arc;

use maud::{Markup, html};

use super::fields::{button, line};
use super::kept::FormEnd;
use super::machine::{FormStep, FormWork, SentForm, SteppedForm, give_token};
use super::notes::PageNotes;
use super::told::{changes, faults};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::frame::Page;
use crate::desk::way::to_do;
use crate::ops::{self, Irretrievable, Register, Result, UndoOutcome, UndoRequest, UndoView, UndoneRecord};
use crate::text::{Text, clean};
use crate::tr;

/// What is to be taken back, as it was sent.
pub(super) struct UndoForm<'a> {
    desk: &'a Desk,
    sent: SentForm,
    what: String,
    is_confirmed: bool,
}

impl<'a> UndoForm<'a> {
    /// What names and words say.
    pub(super) fn new(desk: &'a Desk, pairs: Vec<(String, String)>) -> Self {
        let mut form = Self { desk, sent: SentForm::new(&pairs), what: String::new(), is_confirmed: false };
        for (name, words) in pairs {
            match name.as_str() {
                "what" => words.trim().clone_into(&mut form.what),
                "still-here" => form.is_confirmed = words == "yes",
                _ => {}
            }
        }
        form
    }

    fn request(&self, still_here: bool) -> UndoRequest {
        UndoRequest { what: Some(self.what.clone()).filter(|what| !what.is_empty()), still_here }
    }

    /// What stands against it.
    fn against(&self, outcome: UndoOutcome) -> PageNotes {
        match outcome {
            UndoOutcome::Stays(stays) => PageNotes::told(stays_as_it_is(self.desk, &stays)),
            UndoOutcome::Settled(what) => PageNotes::wrong(what),
            UndoOutcome::Asks(_) | UndoOutcome::Undone(_) => PageNotes::default(),
        }
    }
}

impl SteppedForm for UndoForm<'_> {
    type Seen = UndoView;

    fn sent(&self) -> &SentForm {
        &self.sent
    }

    fn sent_mut(&mut self) -> &mut SentForm {
        &mut self.sent
    }

    fn about(&self, _: &Register) -> (String, String) {
        (self.what.clone(), String::new())
    }

    fn fill(&mut self, _: &Register, notes: PageNotes) -> Result<Answer> {
        let desk = self.desk;
        let what = desk.fixed(
            "哪条记录的最近一次登记，或提交号；不写则是最近一次登记",
            "the record whose last filing it is, or a commit; the last filing of all where nothing is said",
        );
        let body = html! {
            (faults(desk, &notes))
            p.help { (desk.fixed(
                "撤回的是还没有别人看到的登记，不是已经做了的事。先要看共享的台账，会连一次网。",
                "an entry is taken back that nobody else has seen, not what was done. The shared register is looked at first, which uses the network.",
            )) }
            form method="post" action=(desk.link("undo")) {
                (line("what", what, &self.what))
                div.acts { (button(desk, FormStep::Preview, true)) }
            }
        };
        Ok(if notes.is_refusal() { Answer::refused(desk, &page(body)) } else { Answer::page(desk, &page(body)) })
    }

    fn look(&mut self, register: &Register) -> Result<Result<UndoView, PageNotes>> {
        Ok(match ops::undo(register, &self.request(false), &self.desk.environment())? {
            UndoOutcome::Asks(view) => Ok(*view),
            outcome => Err(self.against(outcome)),
        })
    }

    fn preview(&mut self, register: &Register, view: UndoView, is_unsaid: bool) -> Result<Answer> {
        // Just that one: others may have filed meanwhile.
        self.what.clone_from(&view.commit);
        give_token(self.desk, self, register)?;
        let desk = self.desk;
        let body = html! {
            p { (desk.fixed("要撤回的登记：", "to be taken back: ")) strong { (clean(&view.message)) } " " code { (&view.commit[..10]) } }
            @for record in &view.records { (taken_back(desk, record)) }
            form method="post" action=(desk.link("undo")) {
                input type="hidden" name="token" value=(self.sent.token);
                input type="hidden" name="what" value=(view.commit);
                div.field {
                    label.choice {
                        input type="checkbox" id="still-here" name="still-here" value="yes"
                            aria-invalid=[is_unsaid.then_some("true")] aria-describedby=[is_unsaid.then_some("still-here-fault")];
                        " " (desk.fixed(
                            "通报、文书、通知等还没有送出、张贴，也没有电话告知任何人",
                            "nothing has gone out on paper, been put up, or been told by telephone",
                        ))
                    }
                    @if is_unsaid { p.wrong id="still-here-fault" role="alert" { (desk.fixed(
                        "没有撤回：先确认没有送出、没有告知任何人；已经送出的，登记要留着",
                        "nothing was taken back: confirm that nothing went out and nobody was told; what has gone out stays in the register",
                    )) } }
                }
                div.acts { button.main type="submit" name="do" value=(FormStep::File.name()) { (desk.fixed("撤回登记", "take it back")) } }
            }
        };
        Ok(if is_unsaid { Answer::refused(desk, &page(body)) } else { Answer::page(desk, &page(body)) })
    }

    fn file(&mut self, register: &Register) -> Result<FormWork<UndoView>> {
        if !self.is_confirmed {
            return Ok(match self.look(register)? {
                Ok(view) => FormWork::Changed(view),
                Err(notes) => FormWork::Wrong(notes),
            });
        }
        Ok(match ops::undo(register, &self.request(true), &self.desk.environment())? {
            UndoOutcome::Undone(view) => FormWork::End(FormEnd::Undone(Arc::from(view))),
            outcome => FormWork::Wrong(self.against(outcome)),
        })
    }
}

fn page(body: Markup) -> Page {
    Page { title: Text::fixed("撤回登记", "take a filing back"), here: "", body }
}

/// A record and what of it goes.
fn taken_back(desk: &Desk, record: &UndoneRecord) -> Markup {
    html! {
        h2 { (desk.say(&record.record.title)) }
        (changes(desk, &record.changes))
    }
}

/// Why a filing stays, and what is done instead.
fn stays_as_it_is(desk: &Desk, stays: &Irretrievable) -> Markup {
    html! {
        div.refused role="alert" {
            p { (desk.say(&stays.why)) }
            @if !stays.instead.is_empty() {
                p { (desk.fixed("应当这样办：", "what is done instead:")) }
                ul.items { @for way in &stays.instead { li { p { (desk.say(&way.what)) } (to_do(desk, Some(&way.command))) } } }
            }
        }
    }
}

/// What was taken back, and where its words are.
pub(super) fn undone(desk: &Desk, view: &UndoView) -> Markup {
    html! {
        div.done role="status" {
            p { (desk.fixed("已撤回登记：", "taken back: ")) (clean(&view.message)) }
            @for record in &view.records {
                @let title = desk.say(&record.record.title);
                p { @match (&record.draft, record.before.is_empty()) {
                    (Some(draft), _) => {
                        (title) (desk.fixed(" 已撤出，编号不再给别的记录；原文存为", " is gone, and its number is given to nothing else; its text is kept: "))
                        a href=(desk.link(&format!("record/drafts/{draft}"))) { (desk.say(&tr!("草稿 {draft}"; "draft {draft}"))) }
                    },
                    (None, true) => { (title) (desk.fixed(" 已撤出", " is gone")) },
                    (None, false) => { (title) (desk.fixed(" 已恢复为上一次登记的样子", " is as it was filed before")) },
                } }
            }
            @for note in &view.notes { p { (desk.say(note)) } }
        }
    }
}
