//! A 发文字号 of which only the serial number was typed: the sign before it is that of the unit's last paper of the kind, the year that of its issue. The
//! serial number is nobody's to guess: the registry of the office gives it.

use toml::{Table, Value};

use super::verbs::Act;
use super::{Register, Result};
use crate::model::{DocNumber, Kind, NumberParts, RecordPath, UnitId, to_half_width};
use crate::store::facts::facts_of_folder;

/// The key of such a number.
pub(super) const KEY: &str = "doc_number";

/// So many papers are looked at for one of the same 文种.
const RECENT: usize = 50;

/// What is said of the paper beside its number.
pub(super) struct NumberedAs<'a> {
    /// The kind of record, and what the verb does.
    pub(super) of: (Kind, Act),
    pub(super) owner: &'a UnitId,
    /// Its 文种, where it has one.
    pub(super) doc_type: Option<String>,
    pub(super) year: u16,
}

/// The number in full; none where more was typed than a serial number, or the unit has no such paper yet.
pub(super) fn in_full(register: &Register, paper: &NumberedAs<'_>, typed: &str) -> Result<Option<String>> {
    let plain = to_half_width(typed.trim());
    let serial = plain.strip_suffix('号').unwrap_or(&plain);
    if serial.is_empty() || serial.len() > 4 || serial.starts_with('0') || !serial.bytes().all(|digit| digit.is_ascii_digit()) {
        return Ok(None);
    }
    let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
    let own = |path: &&RecordPath| path.kind() == paper.of.0 && path.owner() == Some(paper.owner);
    let signs = index.files().into_keys().rev().filter(own).filter_map(|path| sign_of(register, paper, path)).take(RECENT);
    let signs: Vec<(bool, String)> = signs.collect();
    let sign = signs.iter().find(|(is_same, _)| *is_same).or(signs.first()).map(|(_, sign)| sign);
    let year = paper.year;
    Ok(sign.map(|sign| format!("{sign}〔{year}〕{serial}号")))
}

/// The sign of a record's paper, and whether it is of the same 文种.
fn sign_of(register: &Register, paper: &NumberedAs<'_>, path: &RecordPath) -> Option<(bool, String)> {
    let table: Table = register.source.text(&path.file())?.parse().ok()?;
    let said = match paper.of.1 {
        Act::Fill(key) => table.get(key)?.as_table()?,
        _ => &table,
    };
    let number: DocNumber = said.get(KEY)?.as_str()?.parse().ok()?;
    let NumberParts { sign, .. } = number.parts()?;
    Some((said.get("doc_type").and_then(Value::as_str) == paper.doc_type.as_deref(), sign.to_owned()))
}
