//! 撤回登记: what a filing was, whether it can be taken back, and the question that a terminal asks as well: whether anybody knows of it.

use std::sync::Arc;

use maud::{Markup, html};

use super::fields::{button, line};
use super::kept::FormEnd;
use super::posted::FormStep;
use super::told::{lines, words};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::frame::Page;
use crate::ops::{self, Result, UndoOutcome, UndoRequest, UndoView};
use crate::render;
use crate::text::Text;

/// What is to be taken back, as it was sent.
#[derive(Default)]
pub(super) struct UndoForm {
    what: String,
    token: String,
    is_confirmed: bool,
    step: FormStep,
}

impl UndoForm {
    /// What names and words say.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut form = Self::default();
        for (name, words) in pairs {
            match name.as_str() {
                "what" => words.trim().clone_into(&mut form.what),
                "token" => form.token = words,
                "still-here" => form.is_confirmed = words == "yes",
                "do" if words == FormStep::File.name() => form.step = FormStep::File,
                "do" if words == FormStep::Preview.name() => form.step = FormStep::Preview,
                _ => {}
            }
        }
        form
    }

    /// What comes of it.
    pub(super) fn answer(self, desk: &Desk) -> Result<Answer> {
        match self.step {
            FormStep::File if self.is_confirmed => {
                let done = desk.tokens.once(
                    &self.token,
                    || self.what.clone(),
                    || self.undo(desk).unwrap_or_else(|failure| Answer::failed(desk, &failure)),
                );
                done.or_else(|_| self.look(desk))
            }
            FormStep::File | FormStep::Preview => self.look(desk),
            FormStep::Continue | FormStep::Draft => Ok(Answer::page(desk, &page(self.asked(desk)))),
        }
    }

    /// Which filing it is about.
    fn asked(&self, desk: &Desk) -> Markup {
        let what = desk.fixed(
            "哪条记录的最近一次登记，或提交号；不写则是最近一次登记",
            "the record whose last filing it is, or a commit; the last filing of all where nothing is said",
        );
        html! {
            p.help { (desk.fixed(
                "撤回的是还没有别人看到的登记，不是已经做了的事。先要看共享的台账，会连一次网。",
                "an entry is taken back that nobody else has seen, not what was done. The shared register is looked at first, which uses the network.",
            )) }
            form method="post" action=(desk.link("undo")) {
                (line("what", what, &self.what))
                div.acts { (button(desk, FormStep::Preview, true)) }
            }
        }
    }

    /// What would be taken back, or why it stays.
    fn look(&self, desk: &Desk) -> Result<Answer> {
        let what = Some(self.what.clone()).filter(|what| !what.is_empty());
        let outcome = ops::undo(&desk.register()?, &UndoRequest { what, still_here: false }, &desk.environment())?;
        match outcome {
            UndoOutcome::Asks(view) => self.question(desk, &view),
            UndoOutcome::Stays(stays) => {
                let body = html! { div.refused role="alert" { (lines(&render::irretrievable(&stays, words(desk)))) } };
                Ok(Answer::refused(desk, &page(body)))
            }
            UndoOutcome::Settled(what) => {
                let body = html! { p.note role="alert" { (desk.say(&what)) } (self.asked(desk)) };
                Ok(Answer::refused(desk, &page(body)))
            }
            UndoOutcome::Undone(view) => Ok(Answer::page(desk, &page(lines(&render::undone(&view, words(desk)))))),
        }
    }

    fn question(&self, desk: &Desk, view: &UndoView) -> Result<Answer> {
        // Just that one: others may have filed meanwhile.
        let token = desk.tokens.issue(&view.commit)?;
        let is_unsaid = self.step == FormStep::File;
        let body = html! {
            (lines(&render::undo_preview(view, words(desk))))
            form method="post" action=(desk.link("undo")) {
                input type="hidden" name="token" value=(token);
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
        let page = page(body);
        Ok(if is_unsaid { Answer::refused(desk, &page) } else { Answer::page(desk, &page) })
    }

    fn undo(&self, desk: &Desk) -> Result<Answer> {
        let request = UndoRequest { what: Some(self.what.clone()), still_here: true };
        match ops::undo(&desk.register()?, &request, &desk.environment())? {
            UndoOutcome::Undone(view) => {
                desk.kept.end(&self.token, FormEnd::Undone(Arc::from(view)));
                Ok(Answer::See(desk.link(&format!("filed/{}", self.token))))
            }
            _ => self.look(desk),
        }
    }
}

fn page(body: Markup) -> Page {
    Page { title: Text::fixed("撤回登记", "take a filing back"), here: "", body }
}
