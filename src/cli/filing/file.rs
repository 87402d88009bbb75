//! A verb on a noun: what was typed becomes a request.

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::author::author_request;
use super::dialogue;
use super::given::given_text;
use super::options::RECORD;
use super::origin::CommandOrigin;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Reply, ask};
use crate::model::Kind;
use crate::model::field::{Field, Shape};
use crate::ops::verbs::{Verb, fields};
use crate::ops::{self, FileRequest, TypedKey};

/// Files what a verb says.
pub(super) fn file(
    kind: Kind,
    verb: &'static Verb,
    matches: &ArgMatches,
    session: &Session,
    origin: CommandOrigin,
) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let mut request = FileRequest {
        kind,
        verb,
        record: matches.try_get_one::<String>(RECORD).ok().flatten().cloned().unwrap_or_default(),
        typed: fields(kind, verb.act).into_iter().filter_map(|field| typed(field, matches)).collect(),
        given: given_text(matches, &register.root)?,
        aside: None,
        drafted: None,
        author: author_request(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let is_asked = !matches.get_flag("yes") && !matches.get_flag("json") && ask::is_anybody_there();
    if is_asked && request.author.unit.is_none() && register.acting(None).is_err() {
        match dialogue::acting_unit(&register, session)? {
            Some(unit) => request.author.unit = Some(unit),
            None => return Ok(dialogue::nothing_filed(session)),
        }
    }
    if is_asked && (origin == CommandOrigin::Chosen || ops::is_to_be_asked(&register, &request)?) {
        return dialogue::hold(&register, request, session);
    }
    Ok(filing_reply(&ops::file(&register, &request)?, matches, session.options))
}

/// What was typed for a key, should it be an option of the verb and have been.
fn typed(field: &'static Field, matches: &ArgMatches) -> Option<TypedKey> {
    matches.try_contains_id(field.key).ok()?;
    (matches.value_source(field.key) == Some(ValueSource::CommandLine)).then_some(())?;
    let words = match field.shape {
        Shape::Flag => Vec::new(),
        _ => matches.get_many::<String>(field.key).into_iter().flatten().cloned().collect(),
    };
    Some((field, words))
}
