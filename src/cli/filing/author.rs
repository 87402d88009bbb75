//! Who files, as `--as`, `--for` and `--source` say.

use clap::ArgMatches;

use crate::ops::{AuthorRequest, OnBehalf};

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
