//! `clause`: the text of the regulation, whole or from one clause down.

use super::loaded::regulation;
use super::{Environment, Result};
use crate::model::ClauseKey;
use crate::report::{self, ClauseView};
use crate::store::Source;
use crate::tr;

/// Which text.
#[derive(Debug, Clone, Default)]
pub struct ClauseRequest {
    /// The clause; the whole regulation where none is named.
    pub clause: Option<ClauseKey>,
    /// The day as of which it holds, as people write it; today where none is named.
    pub as_of: Option<String>,
}

/// The text of a clause and of all that it contains.
///
/// # Errors
/// The regulation cannot be read, or has no such clause.
pub fn clauses(source: Source, request: &ClauseRequest, environment: &Environment<'_>) -> Result<Vec<ClauseView>> {
    let ledger = regulation(source, environment)?;
    let on = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    let clauses = report::clauses(request.clause, &ledger, on);
    if let (true, Some(key)) = (clauses.is_empty(), request.clause) {
        return Err(
            tr!("本机制没有条款 {key}，全文见 liandong clause"; "the regulation has no clause {key}; liandong clause shows all")
                .into(),
        );
    }
    Ok(clauses)
}
