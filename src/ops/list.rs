//! `list`: the records of one kind.

use std::collections::BTreeSet;

use serde::Serialize;

use super::values::ValueParser;
use super::viewing::{leave_out_surprises, unseen};
use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result};
use crate::model::field::{Field, Lies, Shape};
use crate::model::{Day, Kind, Pattern, Period, RecordPath};
use crate::report::{self, Arrangement, Condition, Filter, Listing, ProblemView, Unfinished};
use crate::rules::{self, Context, Unverified};
use crate::store::{Narrowing, Source, TextPolicy};
use crate::text::Text;

/// Which records are asked for. Units, mines and days are named as people do.
#[derive(Debug, Clone)]
pub struct ListRequest {
    /// Of which kind.
    pub kind: Kind,
    /// Only those of that unit.
    pub unit: Option<String>,
    /// Only what happened in that year.
    pub year: Option<u16>,
    /// Only what happened in that stretch of time: 上月, 2025年5月, 2025-Q2.
    pub during: Option<String>,
    /// Only what happened on that day or later; of a stretch of time its first.
    pub since: Option<String>,
    /// Only what happened on that day or earlier; of a stretch of time its last.
    pub until: Option<String>,
    /// Only what names that mine.
    pub mine: Option<String>,
    /// Only what holds that text somewhere.
    pub words: Option<String>,
    /// Only those of which all of this is so: `major=true`, 整改.整改期限<2025-06-01.
    pub conditions: Vec<String>,
    /// Only those of which something is still to be done, or should be done by now.
    pub unfinished: Option<Unfinished>,
    /// How they are listed.
    pub arrangement: Arrangement,
}

/// The records that were asked for.
#[derive(Debug, Serialize)]
pub struct ListOutcome {
    /// The records as rows.
    pub listing: Listing,
    /// That what is still to be a surprise is not among them, where nobody knows who asks.
    #[serde(skip)]
    pub unseen: Option<Text>,
    /// What could not be read, and may be missing from them.
    pub unread: Vec<ProblemView>,
}

/// Lists records. Only those of their kind are read, and what has a name.
///
/// # Errors
/// The register cannot be read, or knows no such unit, mine or key.
pub fn list(source: Source, request: &ListRequest, environment: &Environment<'_>) -> Result<ListOutcome> {
    let kind = request.kind;
    let (source, among) = match request.unfinished {
        Some(wanted) => among(source, wanted, environment).map(|(source, among)| (source, Some(among)))?,
        None => (source, None),
    };
    let mut register = LoadedRegister::read_kinds(source, &|other| !other.is_happening(), environment)?;
    let mechanism = register.mechanism()?;
    let today = environment.today_in(&mechanism);
    let day = |given: &Option<String>, of: fn(Period) -> Day| {
        given.as_deref().map(|given| Period::edge_said(given, today, of)).transpose()
    };
    let during = request.during.as_deref().map(|given| Period::said(given, today, Lies::Behind)).transpose()?;
    let (since, until) = (day(&request.since, Period::first)?, day(&request.until, Period::last)?);
    let resolver = Resolver { mechanism: &mechanism, today, records: RecordLookup::Nowhere, viewer: None, author: None };
    let records = RecordLookup::Files { source: &register.source, newer: None };
    let named = |field: &'static Field, given: &str| meant(field, given, Resolver { records, ..resolver });
    let conditions = request.conditions.iter().map(|given| Condition::read(given, kind, today, &named));
    let conditions = conditions.collect::<Result<Vec<_>, Text>>()?;
    let filter = Filter {
        unit: request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned(),
        year: request.year,
        since: since.max(during.map(Period::first)),
        until: until.into_iter().chain(during.map(Period::last)).min(),
        mine: request.mine.as_deref().map(|given| resolver.mine(given)).transpose()?,
        words: request.words.clone(),
        conditions,
        among,
    };
    if kind.is_happening() {
        let narrowing = Narrowing { unit: filter.unit.clone(), year: filter.year };
        register.read_also(kind, &narrowing, environment)?;
    }
    let viewer = leave_out_surprises(&mut register, request.unit.as_deref(), environment)?;
    let unseen = unseen(&viewer).filter(|_| kind == Kind::Enforcement);
    let arranged = (&filter, &request.arrangement);
    let listing = report::list(kind, &register.loaded.records, &mechanism, arranged)?;
    Ok(ListOutcome { listing, unseen, unread: register.unread() })
}

/// What is meant by a name in a condition, as files have it.
fn meant(field: &'static Field, given: &str, resolver: Resolver<'_>) -> Result<String, Text> {
    let item = match &field.shape {
        Shape::List(item) => item,
        shape => shape,
    };
    if matches!(item, Shape::Pattern(Pattern::Mine)) {
        return resolver.mine(given).map(|mine| mine.to_string());
    }
    let value = ValueParser::new(resolver).value(field, given).map_err(|why| why.on_terminal())?;
    Ok(value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned))
}

/// The records that are not finished, and where they were read. What each of them lacks can only be said once all are read.
fn among(source: Source, wanted: Unfinished, environment: &Environment<'_>) -> Result<(Source, BTreeSet<RecordPath>)> {
    let mut register = LoadedRegister::read(source, TextPolicy::Drop, environment)?;
    let ledger = register.take_ledger()?;
    let today = environment.today_in(&ledger.mechanism);
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let unfinished = report::unfinished(&context, &rules::judge_register(&context), wanted);
    Ok((register.source, unfinished))
}
