//! Raises the format of a register to the one that this program writes. Only the office does, and only on purpose: an older program
//! reads a newer register as far as it can, and never writes to it. Until then the register is read, judged and filed into as it is.

use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, read};
use super::{Register, Result};
use crate::model::{Kind, Line, Obligation, RecordPath};
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
        let rewritten = |kind: Kind, change: &dyn Fn(&mut Table)| {
            let path = RecordPath::Single(kind);
            let before = locked.bytes(&path)?;
            RecordDraft::rewrite(path.into(), before, |table| {
                change(table);
                Ok(())
            })
        };
        let raised = rewritten(Kind::Mechanism, &|table| {
            table.insert("format".to_owned(), Value::Integer(FORMAT.into()));
        })?;
        let roles = rewritten(Kind::Obligations, &|table| write_roles(table, &register.mechanism.obligations))?;
        read(register, locked, vec![raised, roles], &Kind::Mechanism.label())
    })
}

/// Writes which rules count for each obligation and which break it, as they were read, in place of the one list of format 1.
fn write_roles(table: &mut Table, obligations: &[Obligation]) {
    let listed = table.get_mut("obligation").and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_table_mut);
    for (one, obligation) in listed.zip(obligations) {
        if one.remove("rules").is_none() {
            continue;
        }
        for (key, rules) in [("counts", &obligation.counts), ("breaks", &obligation.breaks)] {
            if !rules.is_empty() {
                let names = rules.iter().map(Line::as_str).map(Value::from).collect();
                one.insert(key.to_owned(), Value::Array(names));
            }
        }
    }
}
