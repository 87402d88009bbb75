//! The key on paper: made, given way to another, and used when every key of the office is lost or in wrong hands.

use std::path::PathBuf;

use toml::{Table, Value};

use super::admit::key_entry;
use super::roster_of_office;
use crate::git::History;
use crate::model::{Day, Kind, RecordPath, Role};
use crate::ops::proposal::{ProposedRecord, RecordDraft, Stop, read};
use crate::ops::{FilingOutcome, PlannedCommit, Register, Result, append, datetime};
use crate::store::LockedRegister;
use crate::text::Text;
use crate::trust::{HandsFault, KeysChange, RecoveryKey, Request, Roster, Signing};

/// A new key on paper.
#[derive(Debug, Clone, Default)]
pub struct RecoveryRequest {
    /// The key on paper until now, as it was typed; none where there is none.
    pub paper: Option<String>,
    /// Where the change is written down for another person of the office to consent to.
    pub ask: Option<PathBuf>,
    /// The unit that files, by any of its names: the office.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What became of it.
pub struct RenewedRecovery {
    /// The filing.
    pub filing: FilingOutcome,
    /// What is to be written down, group by group, and is kept nowhere else; none where nothing came of it.
    pub groups: Option<Vec<String>>,
}

/// Whether a register has a key on paper, which another takes the place of only with its consent.
#[must_use]
pub fn has_recovery(register: &Register) -> bool {
    Roster::from_mechanism(register.mechanism.clone()).recovery().is_some()
}

/// Makes another key on paper.
///
/// # Errors
/// Another unit than the office asks for it, signatures are not on, the paper until now was misread or is another, or nothing can be filed.
pub fn renew_recovery(register: &Register, request: &RecoveryRequest) -> Result<RenewedRecovery> {
    let roster = roster_of_office(register, request.unit.as_deref())?;
    let old = match roster.recovery() {
        Some(_) => Some(typed(&roster, request.paper.as_deref().unwrap_or_default())?),
        None => None,
    };
    let new = RecoveryKey::draw();
    let line = new.signing().ok_or_else(unmade)?.key.line();
    let next = Text::fixed(
        "用 liandong sync 送出；原来的恢复密钥从此无用",
        "send it with liandong sync; the recovery key until now is of no use any more",
    );
    let commit = PlannedCommit::new(register, Text::fixed("换恢复密钥", "Another recovery key"), request.dry_run).then(next);
    let mut is_made = false;
    let filing = commit.asking(request.ask.as_deref()).make(|locked| {
        let change = |table: &mut Table| drop(table.insert("recovery".to_owned(), Value::String(line)));
        let records = rewritten(register, locked, old.as_ref(), change)?;
        is_made = true;
        Ok(records)
    })?;
    let is_kept = is_made && (filing.is_filed() || (request.ask.is_some() && matches!(filing, FilingOutcome::Idle(_))));
    Ok(RenewedRecovery { filing, groups: is_kept.then(|| new.groups()) })
}

/// Admits the key of this clone as the office's with the key on paper, and retires all others of the office.
///
/// # Errors
/// The paper was misread or is another's, this clone has no key of its own or one that was admitted before, or nothing can be filed here.
pub fn use_recovery(register: &Register, request: &RecoveryRequest) -> Result<FilingOutcome> {
    let office = register.mechanism.office();
    register.require_acting(request.unit.as_deref(), office)?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    if roster.recovery().is_none() {
        return Err(Text::fixed("这个台账没有恢复密钥", "this register has no recovery key").into());
    }
    let paper = typed(&roster, request.paper.as_deref().unwrap_or_default())?;
    let join = Text::fixed(
        "先给本机做一把新密钥：liandong join --unit 办公室 --name 姓名（已登记过的密钥不能用；另做一把用 --key 指明）",
        "make a new key for this clone first: liandong join --unit OFFICE --name NAME (one that was admitted before cannot be used; name another with --key)",
    );
    let signing = register.signing()?.filter(|signing| roster.of_key(&signing.key).is_empty()).ok_or(join)?;
    let name = History::open(&register.root)?.setting("user.name").unwrap_or_default();
    let series = roster.next_series(office).unwrap_or(0);
    let role = vec![Role::Liaison.to_string(), Role::Office.to_string()];
    let (unit, public) = (office.to_string(), signing.key.line());
    let first = Request { unit, name, role, public, register: None, signature: String::new() };
    let entry = key_entry(&first, &signing.key, register.today(), series);
    let next = Text::fixed(
        "用 liandong sync 送出，再打电话告诉各单位；签字人数已回到一人，请再登记另一个人的密钥，并用 liandong trust recovery new 换一把恢复密钥",
        "send it with liandong sync and tell every unit by telephone; a change of keys takes one person again: admit another person's key, and make another recovery key with liandong trust recovery new",
    );
    let commit = PlannedCommit::new(register, Text::fixed("用恢复密钥恢复", "Recover with the key on paper"), request.dry_run);
    commit.then(next).by_recovery().make(|locked| {
        let last = register.today().minus(1);
        rewritten(register, locked, Some(&paper), |table| {
            end_office_keys(table, last);
            table.remove("threshold");
            append(table, "key", entry, false);
        })
    })
}

/// Every key of the office ends before today, which had not ended before.
fn end_office_keys(table: &mut Table, last: Day) {
    let keys = table.get_mut("key").and_then(Value::as_array_mut).into_iter().flatten();
    for key in keys.filter_map(Value::as_table_mut) {
        let is_office = |role: &Value| role.as_str() == Some(Role::Office.word().id);
        let signs = key.get("role").and_then(Value::as_array).is_some_and(|roles| roles.iter().any(is_office));
        let has_ended = key.get("until").is_some_and(|until| until.to_string() <= last.to_string());
        if signs && !has_ended {
            key.insert("until".to_owned(), datetime(&last));
        }
    }
}

/// The key on paper as somebody typed it, where it is the register's.
fn typed(roster: &Roster, paper: &str) -> Result<Signing, Text> {
    let signing = RecoveryKey::read(paper)?.signing().ok_or_else(unmade)?;
    let is_ours = roster.recovery().is_some_and(|recovery| recovery.is(&signing.key));
    is_ours.then_some(signing).ok_or(Text::fixed(
        "这不是这个台账现在的恢复密钥；可能是换掉的旧的，或别的台账的",
        "this is not the register's recovery key as it is now; it may be an earlier one, or another register's",
    ))
}

fn unmade() -> Text {
    Text::fixed("密钥没有做成", "no key could be made")
}

/// The office's keys file with a change to it, to which the key on paper consents where it is given.
fn rewritten(
    register: &Register,
    locked: &LockedRegister<'_>,
    paper: Option<&Signing>,
    change: impl FnOnce(&mut Table),
) -> Result<Vec<ProposedRecord>, Stop> {
    let path = RecordPath::OfUnit(Kind::Keys, register.mechanism.office().clone());
    let before = locked.bytes(&path)?;
    let draft = RecordDraft::rewrite(path.clone().into(), before.clone(), |table| {
        table.remove("consent");
        change(table);
        Ok(())
    })?;
    let records = read(register, locked, vec![draft], &Kind::Keys.label())?;
    let (Some(paper), Some(parent), [record]) = (paper, locked.head()?, &records[..]) else { return Ok(records) };
    let history = History::open(&register.root).map_err(Text::from)?;
    let line = Roster::at(&history, parent).map_err(Text::from)?.ok_or_else(unmade)?;
    let after = line.clone().with(&record.path, Some(&record.record));
    let statement = KeysChange { parent, before: Some(&line), after: &after }.statement();
    let consent = statement.ok_or_else(|| HandsFault::Unnamed.describe())?.sign(paper)?;
    let mut table = Table::new();
    table.insert("by".to_owned(), Value::String(consent.by.to_string()));
    let lines = consent.signature.iter().map(|line| Value::String(line.to_string())).collect();
    table.insert("signature".to_owned(), Value::Array(lines));
    let text = record.text.clone();
    let draft = RecordDraft::rewrite(path.into(), Some(text.into_bytes()), |file| {
        append(file, "consent", table, false);
        Ok(())
    })?;
    read(register, locked, vec![RecordDraft { before, ..draft }], &Kind::Keys.label())
}
