//! `list`: the records of one kind.

use serde::Serialize;

use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result};
use crate::model::{Day, Kind, Period};
use crate::report::{self, Arrangement, Filter, Listing, ProblemView};
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
    /// How they are listed.
    pub arrangement: Arrangement,
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
    let day = |given: &Option<String>, of: fn(Period) -> Day| {
        let day = |given: &str| Period::parse_near(given, today).map(of).or_else(|_| Day::parse_near(given, today));
        given.as_deref().map(day).transpose()
    };
    let during = request.during.as_deref().map(|given| Period::parse_near(given, today)).transpose()?;
    let (since, until) = (day(&request.since, Period::first)?, day(&request.until, Period::last)?);
    let resolver = Resolver { mechanism: &mechanism, today, records: RecordLookup::Nowhere };
    let filter = Filter {
        unit: request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned(),
        year: request.year,
        since: since.max(during.map(Period::first)),
        until: until.into_iter().chain(during.map(Period::last)).min(),
        mine: request.mine.as_deref().map(|given| resolver.mine(given)).transpose()?,
        words: request.words.clone(),
        conditions: request.conditions.clone(),
    };
    if kind.is_happening() {
        let narrowing = Narrowing { unit: filter.unit.clone(), year: filter.year };
        register.read_also(kind, &narrowing, environment)?;
    }
    let arranged = (&filter, &request.arrangement);
    let listing = report::list(kind, &register.loaded.records, &mechanism, arranged, today)?;
    Ok(ListOutcome { listing, unread: register.unread() })
}
