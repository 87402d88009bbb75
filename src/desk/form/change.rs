//! A change of a record that stands, in the two steps of every form: what is to be changed, then the record as it will read. What was written
//! goes along in the form; the desk remembers none of it.

use std::sync::Arc;

use maud::{Markup, html};

use super::fields::button;
use super::kept::FormEnd;
use super::posted::FormStep;
use super::told::{BROKE_OFF, TOO_OLD, lines, otherwise, proposal, reasons, words};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::frame::{Page, RECORDS};
use crate::desk::tokens::Stale;
use crate::ops::{FilingOutcome, Receipt, Register, Result};
use crate::render;
use crate::text::{Text, clean_lines};

/// What is to be changed.
pub(super) trait FormChange {
    /// What its page is called.
    fn title(&self) -> Text;
    /// The address of its page.
    fn path(&self) -> &'static str;
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
    /// Whether enough is said for a preview.
    fn is_whole(&self) -> bool;
    /// Makes the change.
    fn make(&self, desk: &Desk, register: &Register, dry_run: bool) -> Result<FilingOutcome>;
}

/// A form of a change.
pub(super) struct ChangePage<'a, C> {
    pub(super) desk: &'a Desk,
    pub(super) change: C,
    pub(super) token: String,
    pub(super) shown: String,
    pub(super) step: FormStep,
}

impl<C: FormChange> ChangePage<'_, C> {
    /// What comes of the form.
    pub(super) fn answer(mut self) -> Result<Answer> {
        let register = self.desk.register()?;
        match self.step {
            FormStep::Continue | FormStep::Draft => self.page(&register, Vec::new(), None),
            FormStep::Preview => {
                if self.desk.kept.end_of(&self.token).is_some() {
                    return Ok(self.see_end());
                }
                if let Some(difference) = self.changed(&register) {
                    return self.page(&register, Vec::new(), Some(difference));
                }
                match self.look(&register) {
                    Ok(receipt) => self.proposed(&register, &receipt, false),
                    Err(wrong) => self.page(&register, wrong, None),
                }
            }
            FormStep::File => {
                let (desk, token, now) = (self.desk, self.token.clone(), self.shows(&register));
                match desk.tokens.once(&token, || now, || self.file(&register).unwrap_or_else(|why| Answer::failed(desk, &why))) {
                    Ok(answer) => Ok(answer),
                    Err(Stale::Changed) => {
                        let difference = self.changed(&register);
                        self.page(&register, Vec::new(), difference)
                    }
                    Err(Stale::Unknown) => self.page(&register, vec![TOO_OLD], None),
                    Err(Stale::Interrupted) => self.page(&register, vec![BROKE_OFF], None),
                }
            }
        }
    }

    fn shows(&self, register: &Register) -> String {
        format!("{}\n{}", self.change.record(), self.change.text(register).unwrap_or_default())
    }

    /// How the record differs from what the form was given out for.
    fn changed(&mut self, register: &Register) -> Option<String> {
        let now = self.shows(register);
        let shown = self.desk.tokens.shown(&self.token).filter(|shown| *shown != now)?;
        self.token.clear();
        let ((record, before), (other, after)) = (shown.split_once('\n')?, now.split_once('\n')?);
        (record == other).then(|| {
            self.change.follow(register, before);
            render::diff(record, before, after, words(self.desk))
        })
    }

    fn look(&self, register: &Register) -> Result<Receipt, Vec<Text>> {
        match self.change.make(self.desk, register, true) {
            Ok(FilingOutcome::Preview(receipt)) => Ok(receipt),
            Ok(outcome) => Err(self.wrong(&outcome)),
            Err(failure) => Err(vec![failure.said()]),
        }
    }

    fn wrong(&self, outcome: &FilingOutcome) -> Vec<Text> {
        let refused = match outcome {
            FilingOutcome::Refused(refusal) => reasons(refusal, self.desk.lang),
            _ => Vec::new(),
        };
        refused.into_iter().map(|(_, why)| why).chain(otherwise(outcome)).collect()
    }

    fn file(&mut self, register: &Register) -> Result<Answer> {
        match self.look(register) {
            Ok(receipt) if receipt.shown().as_deref() != Some(self.shown.as_str()) => {
                self.token.clear();
                return self.proposed(register, &receipt, true);
            }
            Ok(_) => {}
            Err(wrong) => {
                self.token.clear();
                return self.page(register, wrong, None);
            }
        }
        let register = self.desk.register()?.only_as_shown(&self.shown);
        match self.change.make(self.desk, &register, false)? {
            FilingOutcome::Changed(receipt) => {
                self.token.clear();
                self.proposed(&register, &receipt, true)
            }
            outcome @ FilingOutcome::Filed(_) => {
                self.desk.kept.end(&self.token, FormEnd::Filed(Arc::new(outcome)));
                Ok(self.see_end())
            }
            outcome => {
                let wrong = self.wrong(&outcome);
                self.token.clear();
                self.page(&register, wrong, None)
            }
        }
    }

    /// The token of the form, which is about the record as it stands now where it has none.
    fn give_token(&mut self, register: &Register) -> Result<()> {
        let now = self.shows(register);
        if self.desk.tokens.shown(&self.token).is_none_or(|shown| shown != now) {
            self.token = self.desk.tokens.issue(&now)?;
        }
        Ok(())
    }

    fn page(&mut self, register: &Register, wrong: Vec<Text>, changed: Option<String>) -> Result<Answer> {
        self.give_token(register)?;
        let desk = self.desk;
        let body = html! {
            @if let Some(difference) = &changed {
                div.refused role="alert" {
                    p { (desk.fixed(
                        "这条记录在您填写期间有了新的登记，没有改动它；您写的都还在，看清变化后再预览、登记：",
                        "the record was filed anew while you wrote, and was not changed; what you wrote is all here: see what changed, then look at the preview and file",
                    )) }
                    (lines(difference))
                }
            }
            @if !wrong.is_empty() {
                div.refused role="alert" {
                    p { (desk.fixed("还不能登记，请先改正：", "it cannot be filed yet; mend this first:")) }
                    ul.plain { @for why in &wrong { li.text { (clean_lines(why.get(desk.lang))) } } }
                }
            }
            form method="post" enctype="multipart/form-data" action=(desk.link(self.change.path())) {
                (self.change.fields(desk, register))
                input type="hidden" name="token" value=(self.token);
                div.acts {
                    (button(desk, if self.change.is_whole() { FormStep::Preview } else { FormStep::Continue }, true))
                }
            }
        };
        let page = Page { title: self.change.title(), here: RECORDS, body };
        Ok(if wrong.is_empty() && changed.is_none() { Answer::page(desk, &page) } else { Answer::refused(desk, &page) })
    }

    fn proposed(&mut self, register: &Register, receipt: &Receipt, has_changed: bool) -> Result<Answer> {
        self.give_token(register)?;
        let desk = self.desk;
        let changes = receipt.records.iter().filter_map(|record| {
            let [before, after] = record.texts.as_ref()?;
            Some(render::diff(&record.file, before, after, words(desk)))
        });
        let body = html! {
            @if has_changed {
                div.refused role="alert" { p { (desk.fixed(
                    "预览之后台账有了变化，没有登记；现在登记会是下面这样，看清后再登记",
                    "the register has changed since the preview, and nothing was filed; this is how it would read now: file it once that is seen",
                )) } }
            }
            p.note { (desk.fixed("还没有登记。请看清下面的内容，再按“登记”。", "nothing is filed yet. Read this, then file it.")) }
            h2 { (desk.fixed("改动", "what changes")) }
            @for change in changes { (lines(&change)) }
            (proposal(desk, receipt))
            form method="post" enctype="multipart/form-data" action=(desk.link(self.change.path())) {
                @for (name, words) in self.change.pairs() { input type="hidden" name=(name) value=(words); }
                input type="hidden" name="token" value=(self.token);
                input type="hidden" name="shown" value=(receipt.shown().unwrap_or_default());
                div.acts {
                    (button(desk, FormStep::File, true))
                    button type="submit" name="do" value=(FormStep::Continue.name()) { (desk.fixed("返回修改", "change it")) }
                }
            }
        };
        let page =
            Page {
                title: Text::join([&Text::fixed("预览", "preview"), &self.change.title()], "：", ": "), here: RECORDS, body
            };
        Ok(if has_changed { Answer::refused(desk, &page) } else { Answer::page(desk, &page) })
    }

    fn see_end(&self) -> Answer {
        Answer::See(self.desk.link(&format!("filed/{}", self.token)))
    }
}
