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
mod posted;
mod told;
mod typed;
mod undo;
mod verb;
mod verb_markup;

pub(super) use kept::KeptOfForms;
pub(super) use typed::of_command;

use axum::Router;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path, State};
use axum::routing::get;

use super::answer::{Answer, answer};
use super::at_hand::{AtHand, Desk};
use super::frame::NEW;
use crate::model::RecordPath;
use crate::ops::{self, Failure};
use crate::text::{Text, clean};
use crate::tr;
use amend::WrittenAmendment;
use attach::ChosenPapers;
use change::{ChangePage, FormChange};
use import::SheetForm;
use posted::PostedForm;
use typed::verb_called;
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
        .route("/undo", get(undo).post(undo))
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

async fn begin(State(desk): State<AtHand>, Path((noun, verb)): Path<(String, String)>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| match verb_called(&noun, &verb) {
        Some(verb) => VerbPage::new(desk, verb, PostedForm::new(pairs)).begin(),
        None => Ok(Answer::See(desk.link(NEW))),
    })
    .await
}

async fn go_on(State(desk): State<AtHand>, Path((noun, verb)): Path<(String, String)>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| match verb_called(&noun, &verb) {
        Some(verb) => VerbPage::new(desk, verb, PostedForm::new(pairs)).go_on(),
        None => Ok(Answer::See(desk.link(NEW))),
    })
    .await
}

async fn undo(State(desk): State<AtHand>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| UndoForm::new(pairs).answer(desk)).await
}

async fn amend_first(State(desk): State<AtHand>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| changing(desk, WrittenAmendment::new(pairs.clone()), pairs)).await
}

async fn amend(State(desk): State<AtHand>, multipart: Multipart) -> Answer {
    match sent(multipart).await {
        Ok(Sent { pairs, .. }) => answer(desk, move |desk| changing(desk, WrittenAmendment::new(pairs.clone()), pairs)).await,
        Err(error) => not_whole(&desk, &error),
    }
}

async fn attach_first(State(desk): State<AtHand>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| changing(desk, ChosenPapers::new(pairs.clone()), pairs)).await
}

async fn attach(State(desk): State<AtHand>, multipart: Multipart) -> Answer {
    let Sent { pairs, files } = match sent(multipart).await {
        Ok(sent) => sent,
        Err(error) => return not_whole(&desk, &error),
    };
    answer(desk, move |desk| {
        let mut attachment = ChosenPapers::new(pairs.clone());
        for file in &files {
            attachment.add(&file.name, &file.bytes);
        }
        changing(desk, attachment, pairs)
    })
    .await
}

async fn import_first(State(desk): State<AtHand>, Form(pairs): Form<Pairs>) -> Answer {
    answer(desk, move |desk| Ok(SheetForm::new(pairs).page(desk, None))).await
}

async fn import(State(desk): State<AtHand>, multipart: Multipart) -> Answer {
    let Sent { pairs, files } = match sent(multipart).await {
        Ok(sent) => sent,
        Err(error) => return not_whole(&desk, &error),
    };
    answer(desk, move |desk| {
        let mut form = SheetForm::new(pairs);
        for file in files {
            form.take(&file.name, file.bytes);
        }
        form.answer(desk)
    })
    .await
}

async fn marked(State(desk): State<AtHand>, Path(token): Path<String>) -> Answer {
    answer(desk, move |desk| import::marked(desk, &token)).await
}

/// The page of a change, with what goes with it in every form.
fn changing(desk: &Desk, change: impl FormChange, pairs: Pairs) -> ops::Result<Answer> {
    let PostedForm { step, token, shown, .. } = PostedForm::new(pairs);
    ChangePage { desk, change, token, shown, step }.answer()
}

/// A form with files, as it was sent.
struct Sent {
    pairs: Pairs,
    files: Vec<SentFile>,
}

/// A file that was chosen in a form.
struct SentFile {
    name: String,
    bytes: Vec<u8>,
}

async fn sent(mut multipart: Multipart) -> Result<Sent, MultipartError> {
    let mut sent = Sent { pairs: Vec::new(), files: Vec::new() };
    while let Some(field) = multipart.next_field().await? {
        let (name, file) = (field.name().unwrap_or_default().to_owned(), field.file_name().map(str::to_owned));
        let bytes = field.bytes().await?;
        match file {
            Some(name) => sent.files.push(SentFile { name, bytes: bytes.into() }),
            None => sent.pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok(sent)
}

/// That a form did not come whole.
fn not_whole(desk: &Desk, error: &MultipartError) -> Answer {
    let why = clean(&error.body_text()).into_owned();
    let what = tr!("没有收全，没有登记（{why}）；请返回再试一次"; "not all of it came, and nothing was filed ({why}); go back and try again");
    Answer::failed(desk, &Failure::from(what))
}
