//! Mends a slip of the keyboard in a record that stands, with the reason.

use toml::Table;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, propose};
use super::standing::standing;
use super::table::{amendment, append, set};
use super::values::ValueParser;
use super::{Author, AuthorRequest, Register, Result};
use crate::model::Kind;
use crate::text::{Text, clean};
use crate::tr;

/// A slip that is to be mended.
#[derive(Debug, Clone)]
pub struct AmendRequest {
    /// Which record, as people name it.
    pub record: String,
    /// What it becomes, each as `title=…` or `to[0].why=1.4.2`.
    pub set: Vec<String>,
    /// Why it is mended; the record keeps that.
    pub reason: String,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Mends a slip in a happening.
///
/// # Errors
/// There is no such record or key, the record is another unit's, or may be changed at will.
pub fn amend(register: &Register, request: &AmendRequest) -> Result<FilingOutcome> {
    let path = register.resolver().file(&request.record)?;
    let kind = path.kind();
    if !kind.is_happening() {
        return Err(Text::fixed(
            "这类记录可以直接改（liandong edit），不必更正",
            "a record of this kind may be changed at will (liandong edit), and needs no amendment",
        )
        .into());
    }
    let author = Author::resolve(&request.author, register)?;
    let label = kind.label();
    let (zh, en) = (label.zh(), label.en());
    let about = tr!("{zh} amend"; "{en} amend");
    PlannedCommit::new(register, Text::fixed("更正笔误", "Mend a slip"), request.dry_run).make(|locked| {
        let before = standing(&path, &author, register, locked)?;
        let draft = RecordDraft::rewrite(path.into(), before, |table| Ok(mend(table, kind, request, register)?))?;
        propose(register, locked, vec![draft], &about)
    })
}

/// Sets what an amendment names, and says so in the record.
fn mend(table: &mut Table, kind: Kind, request: &AmendRequest, register: &Register) -> Result<(), Text> {
    let parser = ValueParser { resolver: register.resolver() };
    let mut keys = Vec::new();
    for given in &request.set {
        let shown = clean(given);
        let (key, value) = given
            .split_once('=')
            .ok_or_else(|| tr!("“{shown}”应写作 项=值，如 title=…"; "write \"{shown}\" as KEY=VALUE, such as title=…"))?;
        let key = key.trim();
        set(table, kind.fields(), key, |field| parser.value(field, value))?;
        keys.push(key.to_owned());
    }
    append(table, "amended", amendment(register.today(), keys.into_iter(), &request.reason), false);
    Ok(())
}
