//! Who files, as `--as`, `--for` and `--source` say.

use clap::ArgMatches;

use crate::model::UnitId;
use crate::ops::{AuthorRequest, OnBehalf, Register};

/// The unit that `--as` names.
pub(in crate::cli) fn named_unit(matches: &ArgMatches) -> Option<String> {
    matches.get_one::<String>("as").cloned()
}

/// As `--as`, `--for` and `--source` say.
pub(super) fn author_request(matches: &ArgMatches) -> AuthorRequest {
    let given = |id: &str| matches.try_get_one::<String>(id).ok().flatten().cloned();
    let source = given("source").unwrap_or_default();
    let on_behalf = given("for").map(|unit| OnBehalf { unit, source });
    AuthorRequest { unit: named_unit(matches), on_behalf }
}

/// The unit that `--as` names, else the one for which this clone has joined.
pub(in crate::cli) fn acting(matches: &ArgMatches, register: &Register) -> anyhow::Result<UnitId> {
    Ok(register.acting(named_unit(matches).as_deref())?)
}

/// That it is this unit that files.
pub(in crate::cli) fn own(matches: &ArgMatches, unit: &UnitId, register: &Register) -> anyhow::Result<()> {
    Ok(register.require_acting(named_unit(matches).as_deref(), unit)?)
}
