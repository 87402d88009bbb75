//! How many people of the office a change of keys takes.

use std::path::PathBuf;

use toml::Value;

use super::roster_of_office;
use crate::model::{Kind, RecordPath};
use crate::ops::proposal::{RecordDraft, read};
use crate::ops::{FilingOutcome, PlannedCommit, Register, Result};
use crate::text::Text;
use crate::tr;

/// How many hands it takes from now on.
#[derive(Debug, Clone)]
pub struct ThresholdRequest {
    /// One or two.
    pub hands: u32,
    /// Where the change is written down for another person of the office to consent to.
    pub ask: Option<PathBuf>,
    /// The unit that files, by any of its names: the office.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Sets how many people of the office a change of keys takes.
///
/// # Errors
/// Another unit than the office asks for it, signatures are not on, or nothing can be filed here.
pub fn set_threshold(register: &Register, request: &ThresholdRequest) -> Result<FilingOutcome> {
    let office = register.mechanism.office();
    let roster = roster_of_office(register, request.unit.as_deref())?;
    let hands = request.hands;
    if roster.threshold() == hands {
        return Ok(FilingOutcome::Idle(tr!("改动密钥已经是 {hands} 人签"; "a change of keys takes {hands} already")));
    }
    let next = Text::fixed("用 liandong sync 送出", "send it with liandong sync");
    let commit = PlannedCommit::new(register, Text::fixed("改签字人数", "Set the number of hands"), request.dry_run).then(next);
    commit.asking(request.ask.as_deref()).make(|locked| {
        let path = RecordPath::OfUnit(Kind::Keys, office.clone());
        let before = locked.bytes(&path)?;
        let draft = RecordDraft::rewrite(path.into(), before, |table| {
            match hands {
                1 => drop(table.remove("threshold")),
                hands => drop(table.insert("threshold".to_owned(), Value::Integer(hands.into()))),
            }
            Ok(())
        })?;
        read(register, locked, vec![draft], &Kind::Keys.label())
    })
}
