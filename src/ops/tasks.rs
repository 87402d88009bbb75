//! `list 督办`: the tasks under supervision, which are parts of the records that set them.

use super::list::ListOutcome;
use super::viewing::leave_out_surprises;
use super::{Environment, LoadedRegister, Result};
use crate::report::{self, TaskFilter, Unfinished};
use crate::rules::{Context, Unverified};
use crate::store::{Source, TextPolicy};

/// Which tasks are asked for.
#[derive(Debug, Clone, Default)]
pub struct TasksRequest {
    /// Only those of that unit, by any of its names.
    pub unit: Option<String>,
    /// Only those that were set in that year.
    pub year: Option<u16>,
    /// Only those that are not done, or past their term.
    pub unfinished: Option<Unfinished>,
    /// How many are listed at most.
    pub limit: Option<usize>,
}

/// Lists tasks.
///
/// # Errors
/// The register cannot be read, or there is no such unit.
pub fn tasks(source: Source, request: &TasksRequest, environment: &Environment<'_>) -> Result<ListOutcome> {
    let mut register = LoadedRegister::read(source, TextPolicy::Keep, environment)?;
    let unread = register.unread();
    leave_out_surprises(&mut register, None, environment)?;
    let ledger = register.take_ledger()?;
    let today = environment.today_in(&ledger.mechanism);
    let mechanism = &ledger.mechanism;
    let unit = request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned();
    let filter = TaskFilter { unit, year: request.year, unfinished: request.unfinished, limit: request.limit };
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    Ok(ListOutcome { listing: report::list_tasks(&context, &filter), unseen: None, unread })
}
