//! `duty`: who has which duty of chapter one.

use super::check::begun;
use super::loaded::regulation;
use super::{Environment, LoadedRegister, Result};
use crate::model::ClauseKey;
use crate::report::{self, DutyView};
use crate::store::{Source, TextPolicy};
use crate::text::{Text, clean};
use crate::tr;

/// Which duties.
#[derive(Debug, Clone, Default)]
pub struct DutyRequest {
    /// Only those of that unit, by any of its names.
    pub unit: Option<String>,
    /// Only that of this clause.
    pub clause: Option<ClauseKey>,
    /// Only those that all of these words hit.
    pub words: Vec<String>,
    /// The year of which what was recorded under each is told too.
    pub year: Option<u16>,
}

/// Lists duties, those that the words hit first.
///
/// # Errors
/// The regulation cannot be read, there is no such unit, or no such duty.
pub fn duties(source: Source, request: &DutyRequest, environment: &Environment<'_>) -> Result<Vec<DutyView>> {
    let ledger = match request.year {
        Some(_) => LoadedRegister::read(source, TextPolicy::Drop, environment)?.take_ledger()?,
        None => regulation(source, environment)?,
    };
    let on = environment.today_in(&ledger.mechanism);
    let unit = request.unit.as_deref().map(|given| ledger.mechanism.unit_named(given)).transpose()?;
    let mut duties = report::duties(unit, &request.words, &ledger, on);
    if let Some(key) = request.clause.map(|key| key.to_string()) {
        duties.retain(|duty| duty.clause.key == key);
    }
    if !duties.is_empty() {
        if let Some(year) = request.year {
            let recorded = report::duty_records(&ledger, begun(Some(year), on)?, on);
            for duty in &mut duties {
                duty.recorded = recorded.iter().find(|line| line.clause == duty.clause.key).cloned();
            }
        }
        return Ok(duties);
    }
    let shown = clean(&request.words.join(" ")).into_owned();
    Err(if request.words.is_empty() {
        Text::fixed("没有这项职责，全部职责见 liandong duty list", "there is no such duty; liandong duty list shows all")
    } else {
        tr!("没有职责提到“{shown}”，可换个说法，或用 liandong duty list 看全部"; "no duty mentions \"{shown}\"; liandong duty list shows all")
    }
    .into())
}
