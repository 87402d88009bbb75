//! Pages that file: every verb from its questions, what is mended, attached, imported or taken back. A page asks what the terminal asks and
//! files what the terminal would.

mod amend;
mod asked;
mod attach;
mod change;
mod ended;
mod fields;
mod import;
mod kept;
mod listed;
mod machine;
mod notes;
mod posted;
mod succession;
mod told;
mod undo;
mod verb;
mod verb_markup;

pub(super) use kept::KeptOfForms;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::get;

use super::answer::{Answer, answer, posted};
use super::asked_of::{AddressName, AskedWords, Sent, SentFiles};
use super::at_hand::{AtHand, Desk};
use super::frame::NEW;
use super::named::verb_called;
use super::way::way;
use crate::model::RecordPath;
use crate::ops::{self, DraftFolder};
use crate::text::Text;
use amend::WrittenAmendment;
use attach::ChosenPapers;
use change::{ChangePage, FormChange};
use import::SheetForm;
use machine::SentForm;
use posted::PostedForm;
use succession::{SuccessionKind, WrittenSuccession};
use undo::UndoForm;
use verb::VerbPage;

/// Names and words, as a browser sends them.
type Pairs = Vec<(String, String)>;

/// The pages that file.
pub(super) fn routes() -> Router<AtHand> {
    Router::new()
        .route("/new", get(listed::page))
        .route("/new/{noun}/{verb}", get(begin).post(go_on))
        .route("/filed/{token}", get(ended::page))
        .route("/amend", get(amend_first).post(amend))
        .route("/attach", get(attach_first).post(attach))
        .route("/succession/{kind}", get(succeed_first).post(succeed))
        .route("/undo", get(undo_first).post(undo))
        .route("/import", get(import_first).post(import))
        .route("/import/{token}/marked", get(marked))
        // How large a body may be is seen to at the door.
        .layer(DefaultBodyLimit::disable())
}

/// The forms that do something to a record, by its reference: what each does, and its address.
pub(super) fn of_record(desk: &Desk, reference: &str) -> Vec<(Text, String)> {
    let Ok(register) = desk.register() else { return Vec::new() };
    let name = reference.strip_prefix("drafts/").unwrap_or(reference);
    let verbs = ops::fitting_verbs(&register, reference, &desk.environment()).into_iter().map(|fitting| {
        let field = if fitting.answers == ops::DRAFT { ops::DRAFT.to_owned() } else { format!("q.{}", fitting.answers) };
        (fitting.label, desk.link_asking(&format!("{NEW}/{}/{}", fitting.noun, fitting.verb), &[(&field, name)]))
    });
    // What was typed for a record that stands goes on with the verb for which it was.
    let noted = reference.strip_prefix("drafts/typed-").and_then(|_| {
        let command = ops::going_on(&DraftFolder::in_register(&register.root), name)?;
        way(desk, &command, None)
    });
    if let Some(way) = noted {
        return vec![(Text::fixed("接着填", "go on with it"), way.to)];
    }
    let mut forms: Vec<(Text, String)> = verbs.collect();
    if ops::is_amendable(&register, reference, &desk.environment()) {
        let takes_papers = reference.parse::<RecordPath>().is_ok_and(|path| path.kind().is_happening());
        let further =
            [("amend", Text::fixed("更正、补充", "amend"), true), ("attach", Text::fixed("附件", "attach"), takes_papers)];
        let further = further.into_iter().filter(|(.., fits)| *fits);
        forms.extend(further.map(|(page, label, _)| (label, desk.link_asking(page, &[("record", name)]))));
    }
    forms
}

async fn begin(
    State(desk): State<AtHand>,
    AddressName((noun, verb)): AddressName<(String, String)>,
    AskedWords(pairs): AskedWords<Pairs>,
) -> Answer {
    answer(desk, move |desk| match verb_called(&noun, &verb) {
        Some(verb) => VerbPage::new(desk, verb, PostedForm::new(pairs)).begin(),
        None => Ok(Answer::See(desk.link(NEW))),
    })
    .await
}

async fn go_on(
    State(desk): State<AtHand>,
    AddressName((noun, verb)): AddressName<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Answer {
    posted(desk, move |desk| match verb_called(&noun, &verb) {
        Some(verb) => VerbPage::new(desk, verb, PostedForm::new(pairs)).go_on(),
        None => Ok(Answer::See(desk.link(NEW))),
    })
    .await
}

async fn undo_first(State(desk): State<AtHand>, AskedWords(pairs): AskedWords<Pairs>) -> Answer {
    answer(desk, move |desk| machine::answer(desk, UndoForm::new(desk, pairs))).await
}

async fn undo(State(desk): State<AtHand>, Sent(pairs): Sent<Pairs>) -> Answer {
    posted(desk, move |desk| machine::answer(desk, UndoForm::new(desk, pairs))).await
}

async fn amend_first(State(desk): State<AtHand>, AskedWords(pairs): AskedWords<Pairs>) -> Answer {
    answer(desk, move |desk| changing(desk, WrittenAmendment::new(pairs.clone()), &pairs)).await
}

async fn amend(State(desk): State<AtHand>, sent: SentFiles) -> Answer {
    let pairs = sent.pairs;
    posted(desk, move |desk| changing(desk, WrittenAmendment::new(pairs.clone()), &pairs)).await
}

async fn attach_first(State(desk): State<AtHand>, AskedWords(pairs): AskedWords<Pairs>) -> Answer {
    answer(desk, move |desk| changing(desk, ChosenPapers::new(pairs.clone()), &pairs)).await
}

async fn attach(State(desk): State<AtHand>, sent: SentFiles) -> Answer {
    let SentFiles { pairs, files } = sent;
    posted(desk, move |desk| {
        let mut attachment = ChosenPapers::new(pairs.clone());
        for file in &files {
            attachment.add(&file.name, &file.bytes);
        }
        changing(desk, attachment, &pairs)
    })
    .await
}

async fn succeed_first(
    State(desk): State<AtHand>,
    AddressName(kind): AddressName<String>,
    AskedWords(pairs): AskedWords<Pairs>,
) -> Answer {
    answer(desk, move |desk| succession(desk, &kind, pairs)).await
}

async fn succeed(State(desk): State<AtHand>, AddressName(kind): AddressName<String>, sent: SentFiles) -> Answer {
    posted(desk, move |desk| succession(desk, &kind, sent.pairs)).await
}

fn succession(desk: &Desk, kind: &str, pairs: Pairs) -> ops::Result<Answer> {
    match SuccessionKind::called("unit", kind) {
        Some(kind) => changing(desk, WrittenSuccession::new(kind, pairs.clone()), &pairs),
        None => Ok(Answer::See(desk.link(NEW))),
    }
}

async fn import_first(State(desk): State<AtHand>, AskedWords(pairs): AskedWords<Pairs>) -> Answer {
    answer(desk, move |desk| machine::answer(desk, SheetForm::new(desk, pairs))).await
}

async fn import(State(desk): State<AtHand>, sent: SentFiles) -> Answer {
    let SentFiles { pairs, files } = sent;
    posted(desk, move |desk| {
        let mut form = SheetForm::new(desk, pairs);
        for file in files {
            form.take(&file.name, file.bytes);
        }
        machine::answer(desk, form)
    })
    .await
}

async fn marked(State(desk): State<AtHand>, AddressName(token): AddressName<String>) -> Answer {
    answer(desk, move |desk| import::marked(desk, &token)).await
}

/// The page of a change, with what goes with it in every form.
fn changing(desk: &Desk, change: impl FormChange, pairs: &Pairs) -> ops::Result<Answer> {
    machine::answer(desk, ChangePage { desk, change, sent: SentForm::new(pairs) })
}
