//! The steps of every form, whatever it files: it is filled in, looked at, and filed once. What was typed goes along in the form itself; the
//! desk remembers only which forms it gave out, what those showed, and what came of them.

use maud::html;
use sha2::{Digest as _, Sha256};

use super::kept::FormEnd;
use super::notes::PageNotes;
use super::told::{BROKE_OFF, TOO_OLD, changes};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::tokens::Stale;
use crate::ops::{self, DraftFolder, Register, Result};
use crate::text::{Text, clean};
use crate::tr;

/// What is to be done with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FormStep {
    /// Its questions are read again: an answer may have changed them.
    #[default]
    Continue,
    /// The record is shown as it will read.
    Preview,
    /// What was said is kept.
    Draft,
    /// It is filed.
    File,
}

/// The steps by the values of their buttons.
const STEPS: &[(FormStep, &str)] =
    &[(FormStep::Continue, "continue"), (FormStep::Preview, "preview"), (FormStep::Draft, "draft"), (FormStep::File, "file")];

impl FormStep {
    /// The value of its button.
    pub(super) fn name(self) -> &'static str {
        STEPS.iter().find(|(step, _)| *step == self).map(|(_, name)| *name).unwrap_or_default()
    }
}

/// What every form sends besides its answers.
#[derive(Debug, Clone, Default)]
pub(super) struct SentForm {
    /// What is to be done with it.
    pub(super) step: FormStep,
    /// Its token; empty where it has none yet, or is to get another.
    pub(super) token: String,
    /// What the preview showed, as a digest.
    pub(super) shown: String,
    /// A digest of all that was answered.
    content: String,
}

impl SentForm {
    /// What pairs of names and words say.
    pub(super) fn new(pairs: &[(String, String)]) -> Self {
        let (mut sent, mut hash) = (Self::default(), Sha256::new());
        for (name, words) in pairs {
            match name.as_str() {
                "do" => sent.step = STEPS.iter().find(|(_, name)| name == words).map(|(step, _)| *step).unwrap_or_default(),
                "token" => sent.token.clone_from(words),
                "shown" => sent.shown.clone_from(words),
                _ => {
                    for part in [name, words] {
                        hash.update(part.len().to_be_bytes());
                        hash.update(part);
                    }
                }
            }
        }
        sent.content = format!("{:x}", hash.finalize());
        sent
    }
}

/// What came of filing.
pub(super) enum FormWork<S> {
    /// It was filed, kept or taken back.
    End(FormEnd),
    /// It would read otherwise by now than what was shown.
    Changed(S),
    /// It cannot be.
    Wrong(PageNotes),
}

/// A form in its steps.
pub(super) trait SteppedForm {
    /// What a look at it gives: what would be filed.
    type Seen;

    /// What it sent besides its answers.
    fn sent(&self) -> &SentForm;
    /// The same, to be changed.
    fn sent_mut(&mut self) -> &mut SentForm;
    /// What is asked before anything else can be, such as who files.
    fn first(&self, _register: &Register) -> Option<Answer> {
        None
    }
    /// The record or draft that it is about, as a person names it, and how that stands now.
    fn about(&self, register: &Register) -> (String, String);
    /// The draft that is taken up, by its name.
    fn draft(&self) -> Option<&str> {
        None
    }
    /// Takes up what the record says now, where it read otherwise when the form was given out.
    fn follow(&mut self, _register: &Register, _before: &str) {}
    /// The page on which it is filled in.
    fn fill(&mut self, register: &Register, notes: PageNotes) -> Result<Answer>;
    /// What would be filed, or what stands against it.
    fn look(&mut self, register: &Register) -> Result<Result<Self::Seen, PageNotes>>;
    /// The page that shows it.
    fn preview(&mut self, register: &Register, seen: Self::Seen, has_changed: bool) -> Result<Answer>;
    /// Files what was shown.
    fn file(&mut self, register: &Register) -> Result<FormWork<Self::Seen>>;
    /// Keeps what was said so far.
    fn keep(&mut self, _register: &Register) -> Result<FormWork<Self::Seen>> {
        Ok(FormWork::Wrong(PageNotes::default()))
    }
}

/// What comes of a form.
pub(super) fn answer(desk: &Desk, mut form: impl SteppedForm) -> Result<Answer> {
    let register = desk.register()?;
    if let Some(asked) = form.first(&register) {
        return Ok(asked);
    }
    let step = form.sent().step;
    match step {
        FormStep::Continue => form.fill(&register, PageNotes::default()),
        FormStep::Preview => {
            if let Some(notes) = answered(desk, &mut form) {
                return form.fill(&register, notes);
            }
            if let Some(notes) = changed(desk, &mut form, &register) {
                return form.fill(&register, notes);
            }
            match form.look(&register)? {
                Ok(seen) => form.preview(&register, seen, false),
                Err(notes) => form.fill(&register, notes),
            }
        }
        FormStep::Draft | FormStep::File => once(desk, form, &register, step),
    }
}

/// Has a form do its work, unless it has.
fn once(desk: &Desk, mut form: impl SteppedForm, register: &Register, step: FormStep) -> Result<Answer> {
    let SentForm { token, content, .. } = form.sent().clone();
    let now = shows(&form, register);
    let done = desk.tokens.once(&token, &content, || now, || work(desk, &mut form, register, step));
    let notes = match done {
        Ok(answer) => return answer,
        Err(Stale::Changed) => changed(desk, &mut form, register).unwrap_or_default(),
        Err(Stale::Answered) => answered(desk, &mut form).unwrap_or_default(),
        Err(Stale::Unknown) => PageNotes::wrong(TOO_OLD),
        Err(Stale::Interrupted) => PageNotes::wrong(BROKE_OFF),
    };
    form.sent_mut().token.clear();
    form.fill(register, notes)
}

fn work(desk: &Desk, form: &mut impl SteppedForm, register: &Register, step: FormStep) -> Result<Answer> {
    let filed = if step == FormStep::Draft {
        form.keep(register)?
    } else {
        // What comes in between is seen under the register's lock.
        form.file(&desk.register()?.only_as_shown(&form.sent().shown))?
    };
    match filed {
        FormWork::End(end) => {
            let token = &form.sent().token;
            desk.kept.end(token, end);
            Ok(Answer::See(desk.link(&format!("filed/{token}"))))
        }
        FormWork::Changed(seen) => {
            form.sent_mut().token.clear();
            form.preview(register, seen, true)
        }
        FormWork::Wrong(notes) => {
            form.sent_mut().token.clear();
            form.fill(register, notes)
        }
    }
}

/// That a form was answered already: sent once more with other words it is a new one, and its receipt is a link away.
fn answered(desk: &Desk, form: &mut impl SteppedForm) -> Option<PageNotes> {
    let token = form.sent().token.clone();
    desk.kept.end_of(&token)?;
    form.sent_mut().token.clear();
    Some(PageNotes::told(html! {
        div.refused role="alert" { p {
            (desk.fixed(
                "这张表已经办过，没有再办一次；您现在写的都还在，要另登记一份，看清后再预览、登记。",
                "this form was answered already, and nothing was filed again; what you wrote now is all here: to file another, look at the preview and file. ",
            ))
            " " a href=(desk.link(&format!("filed/{token}"))) { (desk.fixed("看它的回执", "its receipt")) }
        } }
    }))
}

/// Between a record and the draft that is taken up for it, as neither has it.
const DRAFT: &str = "\0";

fn shows(form: &impl SteppedForm, register: &Register) -> String {
    let (record, text) = form.about(register);
    let draft = form.draft().and_then(|draft| DraftFolder::in_register(&register.root).text(draft)).unwrap_or_default();
    format!("{record}\n{text}{DRAFT}{draft}")
}

/// That the record says something else by now than when the form was given out; with that the form is about it as it is now.
fn changed(desk: &Desk, form: &mut impl SteppedForm, register: &Register) -> Option<PageNotes> {
    let now = shows(form, register);
    let shown = desk.tokens.shown(&form.sent().token).filter(|shown| *shown != now)?;
    form.sent_mut().token.clear();
    let ((shown, drafted), (now, draft)) = (shown.split_once(DRAFT)?, now.split_once(DRAFT)?);
    let ((record, before), (other, after)) = (shown.split_once('\n')?, now.split_once('\n')?);
    if record != other {
        return None;
    }
    if before == after && drafted != draft {
        return Some(changed_draft(desk, form.draft()?, register));
    }
    form.follow(register, before);
    let differences = ops::differences(register, record, before, after);
    Some(PageNotes::told(html! {
        div.refused role="alert" {
            p { (desk.fixed(
                "这条记录在您填写期间有了新的登记，没有登记您所填的；所填都还在，看清变化后再预览、登记：",
                "the record was filed anew while you wrote, and what you wrote was not filed; it is all here: see what changed, then look at the preview and file",
            )) }
            (changes(desk, &differences))
        }
    }))
}

/// That the draft which is taken up says something else by now, or is gone: what it says now stands beside what was written.
fn changed_draft(desk: &Desk, draft: &str, register: &Register) -> PageNotes {
    let shown = clean(draft).into_owned();
    if DraftFolder::in_register(&register.root).text(draft).is_none() {
        return PageNotes::told(html! {
            div.refused role="alert" { p { (desk.say(&tr!(
                "草稿 {shown} 在您填写期间已经登记或丢弃，没有登记您所填的；所填都还在，先在“记录”里看它是不是已经登记，没有的再预览、登记";
                "the draft {shown} was filed or thrown away while you wrote, and what you wrote was not filed; it is all here: see under records whether it was filed, and only then look at the preview and file"
            ))) } }
        });
    }
    let says = ops::said_in_draft(register, draft);
    PageNotes::told(html! {
        div.refused role="alert" {
            p { (desk.say(&tr!(
                "草稿 {shown} 在您填写期间改过，没有登记您所填的；您所填的都在下面的表里，草稿现在写的是这些，以哪一份为准，看清后再预览、登记：";
                "the draft {shown} was changed while you wrote, and what you wrote was not filed; it is all in the form below, and this is what the draft says now: see which is right, then look at the preview and file"
            ))) }
            dl.record { @for place in &says { dt { (desk.say(&place.label)) } dd { (place.answer) } } }
        }
    })
}

/// Gives a form its token, which is about the record as it stands now; one that was answered or is about something else gets another.
pub(super) fn give_token(desk: &Desk, form: &mut impl SteppedForm, register: &Register) -> Result<()> {
    let (now, token) = (shows(form, register), form.sent().token.clone());
    let is_its = desk.kept.end_of(&token).is_none() && desk.tokens.shown(&token).is_some_and(|shown| shown == now);
    if !is_its {
        desk.kept.forget(&token);
        form.sent_mut().token = desk.tokens.issue(&now)?;
    }
    Ok(())
}

/// What stands at the head of a page that files nothing yet.
pub(super) fn not_yet(has_changed: bool) -> Text {
    if has_changed {
        Text::fixed(
            "预览之后台账有了变化，没有登记；现在登记会是下面这样，看清后再登记",
            "the register has changed since the preview, and nothing was filed; this is how it would read now: file it once that is seen",
        )
    } else {
        Text::fixed("还没有登记。请看清下面的内容，再按“登记”。", "nothing is filed yet. Read this, then file it.")
    }
}
