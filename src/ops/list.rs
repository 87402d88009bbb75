//! `list`: the records of one kind.

use serde::Serialize;

use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result};
use crate::model::{Day, Kind};
use crate::report::{self, Filter, Listing, ListingForm, ProblemView};
use crate::store::{Narrowing, Source};

/// Which records are asked for. Units, mines and days are named as people do.
#[derive(Debug, Clone)]
pub struct ListRequest {
    /// Of which kind.
    pub kind: Kind,
    /// Only those of that unit.
    pub unit: Option<String>,
    /// Only what happened in that year.
    pub year: Option<u16>,
    /// Only what happened on that day or later.
    pub since: Option<String>,
    /// Only what happened on that day or earlier.
    pub until: Option<String>,
    /// Only what names that mine.
    pub mine: Option<String>,
    /// Only what holds that text somewhere.
    pub words: Option<String>,
    /// Only those whose key has that value.
    pub equal: Vec<(String, String)>,
    /// What of them is wanted.
    pub form: ListingForm,
}

/// The records that were asked for.
#[derive(Debug, Serialize)]
pub struct ListOutcome {
    /// The records as rows.
    pub listing: Listing,
    /// What could not be read, and may be missing from them.
    pub unread: Vec<ProblemView>,
}

/// Lists records. Only those of their kind are read, and what has a name.
///
/// # Errors
/// The register cannot be read, or knows no such unit, mine or key.
pub fn list(source: Source, request: &ListRequest, environment: &Environment<'_>) -> Result<ListOutcome> {
    let kind = request.kind;
    let mut register = LoadedRegister::read_kinds(source, &|other| !other.is_happening(), environment)?;
    let mechanism = register.mechanism()?;
    let today = environment.today_in(&mechanism);
    let day = |given: &Option<String>| given.as_deref().map(|given| Day::parse_near(given, today)).transpose();
    let resolver = Resolver { mechanism: &mechanism, today, records: RecordLookup::Nowhere };
    let filter = Filter {
        unit: request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned(),
        year: request.year,
        since: day(&request.since)?,
        until: day(&request.until)?,
        mine: request.mine.as_deref().map(|given| resolver.mine(given)).transpose()?,
        words: request.words.clone(),
        equal: request.equal.clone(),
    };
    if kind.is_happening() {
        let narrowing = Narrowing { unit: filter.unit.clone(), year: filter.year };
        register.read_also(kind, &narrowing, environment)?;
    }
    let listing = report::list((kind, request.form), &register.loaded.records, &mechanism, &filter)?;
    Ok(ListOutcome { listing, unread: register.unread() })
}
