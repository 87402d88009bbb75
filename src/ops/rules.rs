//! `rules`: every rule, with the obligations that name it.

use super::loaded::regulation;
use super::{Environment, Result};
use crate::report::{self, RuleView};
use crate::store::Source;

/// Lists every rule as it is named today.
///
/// # Errors
/// The regulation cannot be read.
pub fn rules(source: Source, environment: &Environment<'_>) -> Result<Vec<RuleView>> {
    let ledger = regulation(source, environment)?;
    Ok(report::rules(&ledger, environment.today_in(&ledger.mechanism)))
}
