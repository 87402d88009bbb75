//! A request to take part is admitted: its key signs from a day on.

use std::path::PathBuf;

use toml::{Table, Value};

use crate::model::field::Lies;
use crate::model::{Day, Kind, RecordPath, Role, UnitId};
use crate::ops::proposal::{ProposedRecord, RecordDraft, Stop, read};
use crate::ops::values::unknown_word;
use crate::ops::{FilingOutcome, GivenText, PlannedCommit, Register, Result, append, datetime};
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{PublicKey, Request, Roster};

/// Which key is admitted.
#[derive(Debug, Clone)]
pub struct AdmitRequest {
    /// The request that `join` wrote.
    pub request: GivenText,
    /// What it may sign; what the request asks for where nothing is said.
    pub roles: Vec<Role>,
    /// From which day, as people write it; today where none is named.
    pub since: Option<String>,
    /// Where the change is written down for another person of the office to consent to.
    pub ask: Option<PathBuf>,
    /// The unit that files, by any of its names: the office.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Admits a key.
///
/// # Errors
/// Another unit than the office asks for it, it is no request, the key is known already, or nothing can be filed here.
pub fn admit_key(register: &Register, asked: &AdmitRequest) -> Result<FilingOutcome> {
    register.require_acting(asked.unit.as_deref(), register.mechanism.office())?;
    let shown = clean(&asked.request.name).into_owned();
    let mut request: Request = toml::from_str(&asked.request.text)
        .map_err(|_| tr!("{shown} 不是加入申请；请申请人用 liandong join 重新写一份"; "{shown} is no request; have it made anew with liandong join"))?;
    let key = request.key()?;
    if request.register != register.mechanism.file.register.map(|name| name.to_string()) {
        return Err(tr!(
            "{shown} 是为另一个台账（例如练习副本）或在台账写入标识以前写的申请；请申请人在这个台账里 liandong sync 后重新运行 liandong join";
            "{shown} was written for another register, such as a practice copy, or before this one was named; have it made anew in this register with liandong sync and liandong join"
        )
        .into());
    }
    let roster = Roster::from_mechanism(register.mechanism.clone());
    if let Some(known) = roster.of_key(&key).first() {
        let (unit, name) = (register.mechanism.short(&known.unit), &known.name);
        return Err(tr!("这把密钥已经登记给{unit} {name}"; "this key was admitted before, for {unit} {name}").into());
    }
    let unit = register.mechanism.unit_named(&request.unit)?.clone();
    if unit == *register.mechanism.office() && !roster.is_on() {
        return Err(Text::fixed(
            "办公室的第一把密钥不用 key add 登记：登记了它，此后每次登记都要签名；确要启用，用 liandong trust on",
            "the office's first key is not admitted by key add: with it everything has to be signed from then on; to begin that, use liandong trust on",
        )
        .into());
    }
    let since = match &asked.since {
        Some(day) => Day::said(day, register.today(), Lies::Near)?,
        None => register.today(),
    };
    let short = register.mechanism.short(&unit).to_owned();
    let series = roster.next_series(&unit).ok_or_else(
        || tr!("{short}在用的密钥太多；先用 liandong key retire 停用不用的"; "{short} has too many keys in use; retire some with liandong key retire"),
    )?;
    if !asked.roles.is_empty() {
        request.role = asked.roles.iter().map(ToString::to_string).collect();
    }
    let roles = request.role.iter().map(|role| role.parse().map_err(|_| unknown_word(Role::WORDS, role)));
    let roles = roles.collect::<Result<Vec<Role>, Text>>()?;
    let roles = Text::join(&roles.iter().map(|role| role.label()).collect::<Vec<_>>(), "、", ", ");
    let entry = key_entry(&request, &key, since, series);
    let (roles_zh, roles_en) = (roles.zh(), roles.en());
    let (fingerprint, name) = (key.fingerprint(), clean(&request.name).into_owned());
    let commit = PlannedCommit::new(register, Text::fixed("登记密钥", "Admit a key"), asked.dry_run).asking(asked.ask.as_deref()).then(tr!(
        "这把密钥的用途是{roles_zh}（要改用 --role）。与{short} {name} 打电话核对用途和指纹 {fingerprint}，再用 liandong sync 送出";
        "this key signs as {roles_en} (--role sets another). Compare that and the fingerprint {fingerprint} with {short} {name} by telephone, then send it with liandong sync"
    ));
    commit.make(|locked| with_key(register, locked, &unit, entry))
}

/// A key as the register keeps it.
pub(in crate::ops) fn key_entry(request: &Request, key: &PublicKey, since: Day, series: u8) -> Table {
    let mut table = Table::new();
    table.insert("name".into(), Value::String(clean(&request.name).into_owned()));
    table.insert("public".into(), Value::String(key.line()));
    table.insert("role".into(), Value::Array(request.role.iter().cloned().map(Value::String).collect()));
    table.insert("since".into(), datetime(&since));
    if series > 0 {
        table.insert("series".into(), Value::String(char::from(b'a' + series).to_string()));
    }
    table
}

/// The office's keys with its first, and the key on paper where there is one.
pub(in crate::ops) fn with_first_key(
    register: &Register,
    locked: &LockedRegister<'_>,
    entry: Table,
    recovery: Option<String>,
) -> Result<Vec<ProposedRecord>, Stop> {
    let path = RecordPath::OfUnit(Kind::Keys, register.mechanism.office().clone());
    let before = locked.bytes(&path)?;
    let draft = RecordDraft::rewrite(path.into(), before, |table| {
        table.remove("consent");
        table.remove("threshold");
        table.remove("recovery");
        table.extend(recovery.map(|key| ("recovery".to_owned(), Value::String(key))));
        append(table, "key", entry, false);
        Ok(())
    })?;
    read(register, locked, vec![draft], &Kind::Keys.label())
}

/// A unit's keys with one more.
fn with_key(register: &Register, locked: &LockedRegister<'_>, unit: &UnitId, entry: Table) -> Result<Vec<ProposedRecord>, Stop> {
    let path = RecordPath::OfUnit(Kind::Keys, unit.clone());
    let before = locked.bytes(&path)?;
    let draft = RecordDraft::rewrite(path.into(), before, |table| {
        append(table, "key", entry, false);
        Ok(())
    })?;
    read(register, locked, vec![draft], &Kind::Keys.label())
}
