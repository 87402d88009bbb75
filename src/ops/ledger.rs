//! `ledger`: the ledgers of an office, as a workbook of sheets.

use super::paper::internal_only;
use super::unverified::unverified;
use super::viewing::leave_out_surprises;
use super::{Environment, LoadedRegister, Result};
use crate::model::Ledger;
use crate::report::ledger::{LedgerQuery, Topic, Workbook, ledgers, template};
use crate::report::{ProblemView, Readers, Redaction};
use crate::rules::Context;
use crate::store::{Source, TextPolicy};
use crate::text::Text;
use crate::tr;

/// Which ledgers, and for whom.
#[derive(Debug, Clone)]
pub struct LedgerRequest {
    /// Only that one.
    pub topic: Option<&'static Topic>,
    /// Only what happened in that year, and its self-check.
    pub year: Option<u16>,
    /// Only what is that unit's, by any of its names.
    pub unit: Option<String>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
    /// For whom they are.
    pub readers: Readers,
    /// Whether an empty one is wanted, to be filled in and taken back.
    pub template: bool,
}

/// What became of a workbook.
#[derive(Debug)]
pub struct LedgerOutcome<T> {
    /// What it was written as.
    pub written: T,
    /// How many ledgers it has.
    pub sheets: usize,
    /// What could not be read, and may be missing from a sheet.
    pub unread: Vec<ProblemView>,
    /// Where it was read from.
    pub register: LoadedRegister,
    /// Of what it was made. Whoever ends the process next need not take it apart piece by piece.
    pub ledger: Ledger,
}

/// Draws up ledgers and gives them to `write`. Their rows are drawn while they are written: a hundred thousand do not stand in memory
/// a second time.
///
/// # Errors
/// The register cannot be read, there is no such unit or no such public or empty ledger, or what `write` says.
pub fn draw_ledgers<T>(
    source: Source,
    request: &LedgerRequest,
    environment: &Environment<'_>,
    write: impl FnOnce(&Workbook<'_>) -> Result<T>,
) -> Result<LedgerOutcome<T>> {
    if let Some(topic) = request.topic.filter(|topic| request.readers == Readers::Public && !topic.can_be_public()) {
        return Err(internal_only(&topic.label()).into());
    }
    let mut register = LoadedRegister::read(source, TextPolicy::Keep, environment)?;
    let unread = register.unread();
    leave_out_surprises(&mut register, request.unit.as_deref(), environment)?;
    let ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let unit = request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned();
    let query = LedgerQuery { topic: request.topic, year: request.year, unit };
    let today = environment.day_asked(request.as_of.as_deref(), mechanism)?;
    let unverified = unverified(&register.source, &ledger, today);
    let context = Context { ledger: &ledger, today, now: environment.today_in(mechanism), unverified: &unverified };
    let book = if request.template {
        template(context, request.topic.filter(|topic| topic.taken_back().is_some()).ok_or_else(no_template)?)
    } else {
        ledgers(context, &query, register.revision())
    };
    let redaction = (request.readers == Readers::Public).then(|| Redaction::from_ledger(&ledger, context.now));
    let book = match &redaction {
        Some(redaction) => redaction.ledgers(book),
        None => book,
    };
    let sheets = book.sheets.len();
    environment.progress.step(&Text::fixed("生成台账", "writing"));
    let written = write(&book)?;
    drop(book);
    Ok(LedgerOutcome { written, sheets, unread, register, ledger })
}

fn no_template() -> Text {
    let (zh, en) = (Topic::taken(Text::zh, "、"), Topic::taken(Text::en, ", "));
    tr!("空表只有这几种：{zh}；如 liandong ledger --template 隐患"; "there are empty ones of {en}, such as liandong ledger --template hazards")
}
