//! What the page of a verb shows: its questions and faults, what was said to others, the record as it will read.

use maud::{Markup, html};

use super::asked::{asked, id_of};
use super::fields::{button, carried, hidden, line};
use super::machine::{FormStep, give_token, not_yet};
use super::told::{lines, proposal};
use super::verb::VerbPage;
use crate::desk::answer::Answer;
use crate::desk::frame::{NEW, Page};
use crate::desk::pages::parts::said_places;
use crate::desk::way::said;
use crate::ops::{self, FormQuestion, Receipt, Register, Result, SUBJECT, SaidWords, VerbForm};
use crate::text::Telling;
use crate::tr;

impl VerbPage<'_> {
    /// What is wrong, each with the way to its field.
    pub(super) fn faults(&self, wrong: &[Telling], form: &VerbForm) -> Markup {
        html! {
            div.refused role="alert" {
                p { (self.desk.fixed("还不能登记，请先改正：", "it cannot be filed yet; mend this first:")) }
                ul.plain {
                    @for why in wrong { li.text { (said(self.desk, why)) } }
                    @for question in &form.questions {
                        @if let Some(fault) = &question.fault {
                            li {
                                a href={ "#" (id_of(question.question.key)) } { (self.desk.say(&question.question.label)) }
                                (self.desk.fixed("：", ": ")) (said(self.desk, fault))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn fields(&self, register: &Register, form: &VerbForm) -> Markup {
        let desk = self.desk;
        let (usual, further): (Vec<&FormQuestion>, Vec<&FormQuestion>) =
            form.questions.iter().partition(|question| question.question.is_usual);
        let is_told = further.iter().any(|question| !question.said.is_empty() || question.fault.is_some());
        let is_office =
            register.acting(form.request.author.unit.as_deref()).is_ok_and(|unit| unit == *register.mechanism.office());
        let is_on_behalf = !self.posted.on_behalf.is_empty() || !self.posted.source.is_empty();
        let only_subject = form.questions.iter().all(|question| question.question.key == SUBJECT) && !form.questions.is_empty();
        let is_whole = !only_subject || !form.request.record.is_empty();
        html! {
            form method="post" action=(self.address()) {
                @for question in usual { (asked(desk, question)) }
                @if !further.is_empty() {
                    details open[is_told] {
                        summary { (desk.fixed("更多（可不填）", "more, which may be left out")) }
                        @for question in further { (asked(desk, question)) }
                    }
                }
                @if is_office {
                    details open[is_on_behalf] {
                        summary { (desk.fixed("代其他单位录入", "entered on behalf of another unit")) }
                        (line("for", desk.fixed("代哪个单位", "for which unit"), &self.posted.on_behalf))
                        (line("source", desk.fixed("依据的来文", "the paper from which it is entered"), &self.posted.source))
                    }
                }
                (self.given(register, form))
                (self.unasked(&form.unasked))
                (carried(&self.posted, if is_office { &["for", "source"] } else { &[] }))
                div.acts {
                    @if is_whole { (button(desk, FormStep::Preview, true)) }
                    (button(desk, FormStep::Continue, !is_whole))
                    @if is_whole { (button(desk, FormStep::Draft, false)) }
                }
            }
        }
    }

    /// What a draft says that no question asks for.
    pub(super) fn given(&self, register: &Register, form: &VerbForm) -> Markup {
        let text = form.request.given.as_ref().map(|given| given.text.as_str()).unwrap_or_default();
        let said = ops::said_in_text(register, form.request.kind, form.request.verb.act, text);
        html! {
            @if !text.trim().is_empty() {
                div.note {
                    p { (self.desk.fixed("草稿里另有（照样登记）：", "the draft says besides, and that is filed too:")) }
                    @if said.is_empty() { (lines(text)) } @else { (said_places(self.desk, &said)) }
                }
            }
        }
    }

    /// What was said to questions that are asked no more: seen, and carried on in case they are asked again.
    pub(super) fn unasked(&self, unasked: &SaidWords) -> Markup {
        html! {
            @if !unasked.is_empty() {
                div.note {
                    p { (self.desk.fixed("下面所填现在不用问，不会登记：", "this is not asked for as things stand, and is not filed:")) }
                    ul.plain { @for (key, words) in unasked {
                        li.text { (self.desk.say(&self.label(key))) (self.desk.fixed("：", ": ")) (words.join("、")) }
                    } }
                }
                (hidden(unasked))
            }
        }
    }

    /// The record as it will read, and what comes next.
    pub(super) fn proposed(
        &mut self,
        register: &Register,
        form: &VerbForm,
        receipt: &Receipt,
        has_changed: bool,
    ) -> Result<Answer> {
        give_token(self.desk, self, register)?;
        self.begin_to_keep(form);
        let desk = self.desk;
        let mut known: SaidWords = form.unasked.clone();
        let yes = || vec!["是".to_owned()];
        known.extend(
            form.request
                .typed
                .iter()
                .map(|(field, words)| (field.key.to_owned(), if words.is_empty() { yes() } else { words.clone() })),
        );
        if !form.request.record.is_empty() {
            known.insert(SUBJECT.to_owned(), vec![form.request.record.clone()]);
        }
        let title = self.title();
        let (zh, en) = (title.zh(), title.en());
        let body = html! {
            @if has_changed { div.refused role="alert" { p { (desk.say(&not_yet(true))) } } }
            p.note { (desk.say(&not_yet(false))) }
            (proposal(desk, receipt))
            form method="post" action=(self.address()) {
                (hidden(&known))
                (carried(&self.posted, &[]))
                input type="hidden" name="shown" value=(receipt.shown().unwrap_or_default());
                div.acts {
                    @if receipt.waits {
                        button.main type="submit" name="do" value=(FormStep::File.name()) {
                            (desk.fixed("存为草稿，等待审核", "keep as a draft until it is reviewed"))
                        }
                    } @else {
                        (button(desk, FormStep::File, true))
                    }
                    button type="submit" name="do" value=(FormStep::Continue.name()) { (desk.fixed("返回修改", "change it")) }
                    @if !receipt.waits { (button(desk, FormStep::Draft, false)) }
                }
            }
        };
        let page = Page { title: tr!("预览：{zh}"; "preview: {en}"), here: NEW, body };
        Ok(if has_changed { Answer::refused(desk, &page) } else { Answer::page(desk, &page) })
    }
}
