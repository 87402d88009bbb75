//! `answers`: who said what to a record, and of whom nothing is on record.

use serde::Serialize;

use super::reference::absent_to;
use super::viewing::{secret, viewer};
use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result};
use crate::model::{Kind, Record, RecordPath};
use crate::report::{self, Answers, FiledResponse, ProblemView, Viewer};
use crate::store::{Narrowing, Source, load_record};
use crate::text::Telling;
use crate::tr;

/// What was said to a record.
#[derive(Debug, Serialize)]
pub struct AnswersOutcome {
    /// What was said.
    #[serde(flatten)]
    pub answers: Answers,
    /// What could not be read, and may be an answer.
    pub unread: Vec<ProblemView>,
}

/// Says who answered a record that a person names.
///
/// # Errors
/// Nothing is called so, several records are, or it cannot be read.
pub fn answers(source: Source, record: &str, environment: &Environment<'_>) -> Result<AnswersOutcome> {
    let mut register = LoadedRegister::read_kinds(source, &|kind| !kind.is_happening(), environment)?;
    let mechanism = register.mechanism()?;
    let today = environment.today_in(&mechanism);
    let records = RecordLookup::Files { source: &register.source, newer: register.loaded.newer };
    let viewer = Some(viewer(&register.source, None, &mechanism, environment));
    let path = Resolver { mechanism: &mechanism, today, records, viewer: viewer.as_ref(), author: None }.file(record)?;
    let asked = load_record(&register.source, &path).ok().flatten();
    let hidden = secret(&register.source, [&path].into_iter(), &mechanism, environment);
    let Some(asked) = asked.filter(|_| !hidden.keeps(&path)) else { return Err(absent(&path, viewer.as_ref()).into()) };
    register.read_also(Kind::Response, &Narrowing { unit: None, year: None }, environment)?;
    let responses: Vec<FiledResponse<'_>> = register.loaded.records.iter().filter_map(response).collect();
    let answers = report::answers(&path, &asked, &responses, &mechanism);
    Ok(AnswersOutcome { answers, unread: register.unread() })
}

fn response((path, record): &(RecordPath, Record)) -> Option<FiledResponse<'_>> {
    match (path, record) {
        (RecordPath::Filed(path), Record::Response(response)) => Some((path, response)),
        _ => None,
    }
}

fn absent(path: &RecordPath, viewer: Option<&Viewer>) -> Telling {
    let file = path.file();
    if let Some(viewer) = viewer.filter(|_| path.kind() == Kind::Enforcement).filter(|viewer| **viewer == Viewer::Unknown) {
        return absent_to(path, viewer);
    }
    Telling::of(tr!(
        "台账中没有 {file}，或未能读取（原因见 liandong check）";
        "the register has no {file}, or it cannot be read (liandong check says why)"
    ))
}
