//! Raises the format of a register to the one that this program writes. Only the office does, and only on purpose: an older program
//! reads a newer register as far as it can, and never writes to it.

use toml::Value;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, read};
use super::{Register, Result};
use crate::model::{Kind, RecordPath};
use crate::store::FORMAT;
use crate::text::Text;
use crate::tr;

/// Who raises the format.
#[derive(Debug, Clone, Default)]
pub struct UpgradeRequest {
    /// The unit that files; only the office may.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Raises the format of a register.
///
/// # Errors
/// Another than the office files, or the mechanism cannot be read.
pub fn upgrade(register: &Register, request: &UpgradeRequest) -> Result<FilingOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    if register.mechanism.file.format == FORMAT {
        let up_to_date = tr!("台账已是第 {FORMAT} 版，不需要升级"; "the register is of format {FORMAT} already");
        return Ok(FilingOutcome::Idle(up_to_date));
    }
    let commit = PlannedCommit::new(register, Text::fixed("升级格式", "Raise the format"), request.dry_run)
        .then(Text::fixed("请各单位更新程序后再登记", "every unit needs the newer program before it files again"));
    commit.make(|locked| {
        let path = RecordPath::Single(Kind::Mechanism);
        let before = locked.bytes(&path)?;
        let raised = RecordDraft::rewrite(path.into(), before, |table| {
            table.insert("format".to_owned(), Value::Integer(FORMAT.into()));
            Ok(())
        })?;
        read(register, locked, vec![raised], &Kind::Mechanism.label())
    })
}
