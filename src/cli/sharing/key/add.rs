//! `key add`: a request is admitted.

use std::path::PathBuf;

use clap::ArgMatches;
use toml::{Table, Value};

use crate::cli::Reply;
use crate::cli::filing::author::own;
use crate::cli::filing::given::bounded;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::model::{Day, Kind, RecordPath, UnitId};
use crate::ops::proposal::{ProposedRecord, RecordDraft, Stop, read};
use crate::ops::{PlannedCommit, Register, append, datetime};
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{PublicKey, Request, Roster};

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    own(matches, register.mechanism.office(), &register)?;
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let shown = clean(&file.to_string_lossy()).into_owned();
    let unread = || tr!("{shown} 不是加入申请；请申请人用 liandong join 重新写一份"; "{shown} is no request; have it made anew with liandong join");
    let text = match std::fs::File::open(&file).and_then(bounded) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(
                tr!("没有文件 {shown}；请核对加入申请放在哪里"; "there is no file {shown}; check where the request lies").into(),
            );
        }
        read => read.map_err(|_| unread())?,
    };
    let request: Request = toml::from_str(&text).map_err(|_| unread())?;
    let key = request.key()?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    if let Some(known) = roster.of_key(&key).first() {
        let (unit, name) = (register.mechanism.short(&known.unit), &known.name);
        return Err(tr!("这把密钥已经登记给{unit} {name}"; "this key was admitted before, for {unit} {name}").into());
    }
    let unit = register.mechanism.unit_named(&request.unit)?.clone();
    let since = match matches.get_one::<String>("since") {
        Some(day) => Day::parse_near(day, register.today())?,
        None => register.today(),
    };
    let series = roster.next_series(&unit).ok_or_else(|| {
        let unit = register.mechanism.short(&unit);
        tr!("{unit}在用的密钥太多；先用 liandong key retire 停用不用的"; "{unit} has too many keys in use; retire some with liandong key retire")
    })?;
    let entry = entry(&request, &key, since, series);
    let (fingerprint, short, name) =
        (key.fingerprint(), register.mechanism.short(&unit).to_owned(), clean(&request.name).into_owned());
    let commit = PlannedCommit::new(&register, Text::fixed("登记密钥", "Admit a key"), matches.get_flag("dry-run")).then(tr!(
        "与{short} {name} 打电话核对指纹 {fingerprint}，再用 liandong sync 送出";
        "compare the fingerprint {fingerprint} with {short} {name} by telephone, then send it with liandong sync"
    ));
    let outcome = commit.make(|locked| with_key(&register, locked, &unit, entry))?;
    Ok(filing_reply(&outcome, matches, session.options))
}

/// A key as the register keeps it.
pub(in crate::cli::sharing) fn entry(request: &Request, key: &PublicKey, since: Day, series: u8) -> Table {
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

/// A unit's keys with one more.
pub(in crate::cli::sharing) fn with_key(
    register: &Register,
    locked: &LockedRegister<'_>,
    unit: &UnitId,
    entry: Table,
) -> Result<Vec<ProposedRecord>, Stop> {
    let path = RecordPath::OfUnit(Kind::Keys, unit.clone());
    let before = locked.bytes(&path)?;
    let draft = RecordDraft::rewrite(path.into(), before, |table| {
        append(table, "key", entry, false);
        Ok(())
    })?;
    read(register, locked, vec![draft], &Kind::Keys.label())
}
