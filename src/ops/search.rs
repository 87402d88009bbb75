//! `search`: where words stand, in records and, apart from them, in drafts.

use rayon::prelude::*;
use serde::Serialize;

use super::drafts::DraftFolder;
use super::viewing::{read_from, secret_among, viewer};
use super::{Environment, Result, mechanism};
use crate::model::Kind;
use crate::report::{self, FoundRecord, ProblemView, SearchScope, SearchWords};
use crate::store::{self, Source};
use crate::text::Text;

use super::LoadedRegister;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The words, all of which must stand in a record.
    pub words: Vec<String>,
    /// Only records of that kind.
    pub kind: Option<Kind>,
    /// Only what happened in that year.
    pub year: Option<u16>,
}

/// What was found.
#[derive(Debug, Serialize)]
pub struct SearchOutcome {
    /// Of this shape: 1.
    pub version: u32,
    /// The records, the newest first.
    pub records: Vec<FoundRecord>,
    /// What lies on this computer only.
    pub drafts: Vec<FoundDraft>,
    /// What could not be read, and may hold them as well.
    pub unread: Vec<ProblemView>,
}

/// A draft in which the words stand.
#[derive(Debug, Serialize)]
pub struct FoundDraft {
    /// Its name.
    pub draft: String,
    /// The lines in which they stand.
    pub lines: Vec<String>,
}

/// Finds words.
///
/// # Errors
/// No word is given, or the register cannot be read.
pub fn search(source: Source, request: &SearchRequest, environment: &Environment<'_>) -> Result<SearchOutcome> {
    environment.progress.step(&Text::fixed("查找", "searching"));
    let names = store::load_names(&source)?;
    let mechanism = mechanism(&names, &source)?;
    let words = SearchWords::new(request.words.iter().map(String::as_str), &mechanism);
    let words = words.ok_or(Text::fixed("请写要查找的文字", "say what to look for"))?;
    let scope = SearchScope { kind: request.kind, year: request.year };
    let holds = |path: &_, bytes: &[u8]| words.may_be_in(path, bytes, &mechanism);
    let mut loaded = store::load_holding(&source, &|path| scope.may_be(path), &holds, names.newer)?;
    let today = environment.today_in(&mechanism);
    let viewer = viewer(&source, None, &mechanism, environment);
    let surprises = secret_among(&viewer, &loaded.records, &read_from(&source), &mechanism, today);
    surprises.leave_out(&mut loaded.records);
    let meant = loaded.records.par_iter().filter(|(path, record)| scope.is_meant(path, record));
    let found: Vec<FoundRecord> = meant.filter_map(|(path, record)| words.find(path, record, &mechanism)).collect();
    let drafts = match &source {
        Source::Folder(root) if scope.kind.is_none() && scope.year.is_none() => drafts(root, &words),
        _ => Vec::new(),
    };
    let register = LoadedRegister { source, loaded, unsettled: Vec::new() };
    Ok(SearchOutcome { version: 1, records: report::in_order(found), drafts, unread: register.unread() })
}

fn drafts(root: &std::path::Path, words: &SearchWords) -> Vec<FoundDraft> {
    let drafts = DraftFolder::in_register(root);
    let found = |name: String| {
        let lines: Vec<String> = words.lines(&drafts.text(&name)?).into_iter().map(str::to_owned).collect();
        (!lines.is_empty()).then_some(FoundDraft { draft: name, lines })
    };
    drafts.names().into_iter().filter_map(found).collect()
}
