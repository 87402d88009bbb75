//! `explain`: a rule, an obligation or a clause in full.

use super::loaded::regulation;
use super::{Environment, Result};
use crate::report::{self, Explanation};
use crate::store::Source;

/// What is to be explained.
#[derive(Debug, Clone, Default)]
pub struct ExplainRequest {
    /// A rule (N07, or its name), an obligation (O7) or a clause (3.4, 三（四）).
    pub what: String,
    /// The day as of which it holds, as people write it; today where none is named.
    pub as_of: Option<String>,
}

/// Explains a rule, an obligation or a clause.
///
/// # Errors
/// The regulation cannot be read, or has nothing of that name.
pub fn explain(source: Source, request: &ExplainRequest, environment: &Environment<'_>) -> Result<Explanation> {
    let ledger = regulation(source, environment)?;
    let on = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    Ok(report::explain(&request.what, &ledger, on)?)
}
