//! What a week or a year brought, by unit.

use serde::Serialize;

use super::incoming::Incoming;
use super::past::HistoryView;
use super::viewing::own_unit;
use super::{Environment, Result};
use crate::git::{Id, RegisterFolder};
use crate::model::Day;
use crate::model::field::Lies;
use crate::store::Source;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::Days;

/// Since when, and whose.
#[derive(Debug, Clone)]
pub struct DiffRequest {
    /// A day (2025-11-01, 昨天) or a commit, as a person says it.
    pub since: String,
    /// Only what this unit filed, by any of its names.
    pub unit: Option<String>,
}

/// What was filed and changed since a day or a commit.
#[derive(Debug, Serialize)]
pub struct DiffView {
    /// Of this shape: 1.
    pub version: u32,
    /// The commit since which; none where the register is younger than the day.
    pub since: Option<String>,
    /// The commit up to which.
    pub tip: String,
    /// What was filed and changed.
    #[serde(flatten)]
    pub incoming: Incoming,
}

/// What each unit filed and changed since a day or a commit.
///
/// # Errors
/// Nothing is filed yet, no such day, commit or unit is known, or the repository cannot be read.
pub fn diff(root: &RegisterFolder, request: &DiffRequest, environment: &Environment<'_>) -> Result<DiffView> {
    let past = HistoryView::open(root)?;
    let HistoryView { history, mechanism, .. } = &past;
    let tip = past.tip()?.ok_or(Text::fixed("台账里还没有登记", "nothing is filed yet"))?;
    let since = since(&request.since, &past, tip, past.today(environment))?;
    let me = own_unit(&Source::Folder(root.to_owned()), mechanism, environment);
    let differing = history.diff_trees(since, tip)?;
    let mut incoming = Incoming::from_differences(&differing, history, mechanism, me.as_ref(), past.today(environment))?;
    if let Some(unit) = &request.unit {
        let unit = mechanism.short(mechanism.unit_named(unit)?);
        incoming.units.retain(|one| one.unit == unit);
    }
    Ok(DiffView { version: 1, since: since.map(|id| id.to_string()), tip: tip.to_string(), incoming })
}

/// The last commit that had arrived on the main line before a day began, or the one that is named.
fn since(given: &str, past: &HistoryView, tip: Id, today: Day) -> Result<Option<Id>> {
    let HistoryView { history, mechanism, .. } = past;
    let Ok(day) = Day::said(given, today, Lies::Behind) else {
        let found = history.find(given)?.ok_or_else(|| {
            let shown = clean(given).into_owned();
            tr!("“{shown}”不是日期（如 2025-03-01、昨天），也没有这次提交"; "\"{shown}\" is no day (such as 2025-03-01 or yesterday) and no commit")
        });
        return Ok(Some(found?));
    };
    Ok(Days::up_to(history, tip, mechanism.file.time_zone.offset())?.arrived_before(day))
}
