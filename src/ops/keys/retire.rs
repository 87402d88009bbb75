//! A key signs nothing any more, and what it signed in wrong hands is named.

use std::path::PathBuf;

use serde::Serialize;
use toml::Value;

use super::compromise::{LostKey, PutBack};
use crate::git::{History, Id};
use crate::model::field::Lies;
use crate::model::{Day, Kind, RecordPath};
use crate::ops::past::find_commit;
use crate::ops::proposal::{RecordDraft, Stop, read};
use crate::ops::{FilingOutcome, PlannedCommit, Register, Result, datetime};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{KeyHolder, Roster, Verifier};

/// Which key is retired, and why.
#[derive(Debug, Clone)]
pub struct RetireRequest {
    /// The beginning of its fingerprint (`SHA256:…`), or its unit and holder (公安/张三).
    pub key: String,
    /// Its last day, as people write it; yesterday where none is named, so that it ends at once.
    pub until: Option<String>,
    /// The last commit that is surely its holder's, where it fell into other hands.
    pub last_good: Option<String>,
    /// Commits signed with it since that somebody vouches for: what they changed stays.
    pub vouch: Vec<String>,
    /// Where the change is written down for another person of the office to consent to.
    pub ask: Option<PathBuf>,
    /// The unit that files, by any of its names: the office.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What became of it.
#[derive(Debug, Serialize)]
pub struct RetireOutcome {
    /// The filing.
    pub filing: FilingOutcome,
    /// What was signed with the key after its last good commit, newest first; none where it did not fall into other hands.
    pub doubtful: Option<Vec<SignedCommit>>,
    /// What of that had changed by what others are judged, and was put back.
    pub put_back: Option<PutBack>,
}

/// A commit that somebody has to confirm.
#[derive(Debug, Serialize)]
pub struct SignedCommit {
    /// Its first digits.
    pub commit: String,
    /// The day on which it says that it was made.
    pub on: Day,
    /// The first line of what it says.
    pub title: String,
}

/// Retires a key.
///
/// # Errors
/// Another unit than the office asks for it, no key or several are called so, there is no such commit, or nothing can be filed here.
pub fn retire_key(register: &Register, request: &RetireRequest) -> Result<RetireOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let holder = find_holder(&request.key, &roster, request.last_good.is_some())?;
    let until = match &request.until {
        Some(day) => Day::said(day, register.today(), Lies::Near)?,
        None => register.today().minus(1),
    };
    let history = History::open(&register.root)?;
    let good = request.last_good.as_deref().map(|rev| find_commit(rev, &history)).transpose()?;
    let commit =
        PlannedCommit::new(register, Text::fixed("停用密钥", "Retire a key"), request.dry_run).asking(request.ask.as_deref());
    let vouched = request.vouch.iter().map(|rev| find_commit(rev, &history)).collect::<Result<Vec<Id>, Text>>()?;
    if !vouched.is_empty() && holder.unit != *register.mechanism.office() {
        let unit = register.mechanism.short(&holder.unit);
        return Err(tr!(
            "{unit}的提交由{unit}自己确认（liandong key vouch）";
            "it is for {unit} to vouch for its commits (liandong key vouch)"
        )
        .into());
    }
    let path = RecordPath::OfUnit(Kind::Keys, holder.unit.clone());
    let mut put_back = None;
    let filing = commit.make(|locked| {
        if let Some(good) = good {
            let is_asked = request.ask.is_some();
            let is_ended = holder.last_good.is_some();
            let lost = LostKey { register, key: &holder.key, good, until, vouched: &vouched, is_asked, is_ended };
            let (drafts, found) = lost.put_back(locked)?;
            put_back = Some(found);
            if drafts.is_empty() {
                return Err(Stop::Idle(Text::fixed(
                    "这把密钥已按失密停用，改过的都已改回",
                    "this key was retired as lost, and all that it changed was put back",
                )));
            }
            return read(register, locked, drafts, &Kind::Keys.label());
        }
        let before = locked.bytes(&path)?;
        let retired = RecordDraft::rewrite(path.into(), before, |table| {
            let keys = table.get_mut("key").and_then(Value::as_array_mut).into_iter().flatten();
            end(keys, &holder.key.line(), until);
            Ok(())
        })?;
        read(register, locked, vec![retired], &Kind::Keys.label())
    })?;
    let doubtful = match good.filter(|_| filing.is_filed() || put_back.is_some()) {
        Some(good) => Some(signed_since(register, &holder.key.fingerprint(), good)?),
        None => None,
    };
    Ok(RetireOutcome { filing, doubtful, put_back })
}

/// Gives the key on that line its last day.
fn end<'a>(keys: impl Iterator<Item = &'a mut Value>, line: &str, until: Day) {
    for key in keys.filter_map(Value::as_table_mut) {
        if key.get("public").and_then(Value::as_str).is_some_and(|public| public.starts_with(line)) {
            key.insert("until".into(), datetime(&until));
        }
    }
}

/// The one key that a person means.
fn find_holder<'r>(given: &str, roster: &'r Roster, is_lost: bool) -> Result<&'r KeyHolder, Text> {
    let is_meant = |holder: &&KeyHolder| {
        let by_name = given.split_once('/').is_some_and(|(unit, name)| {
            roster.mechanism.unit_named(unit).is_ok_and(|unit| *unit == holder.unit) && name == holder.name
        });
        by_name || (given.len() >= 12 && holder.key.fingerprint().starts_with(given))
    };
    // Whoever had a lost key may have been ended already, and what was signed with it is still to be put back.
    // Where keys were ended with another person's consent, the rest is put back by asking for it once more.
    let in_use = |holder: &&KeyHolder| holder.until.is_none() || is_lost;
    let found: Vec<&KeyHolder> = roster.holders.iter().filter(is_meant).filter(in_use).collect();
    let shown = clean(given).into_owned();
    match found[..] {
        [one] => Ok(one),
        [] => Err(
            tr!("没有在用的密钥“{shown}”；liandong key list 列出全部"; "no key in use is called \"{shown}\"; liandong key list shows all"),
        ),
        _ => Err(tr!("“{shown}”不止一把，请写指纹的开头"; "\"{shown}\" are several; give the beginning of a fingerprint")),
    }
}

/// What was signed with a key since a commit.
fn signed_since(register: &Register, fingerprint: &str, good: Id) -> Result<Vec<SignedCommit>> {
    let open = || History::open(&register.root);
    let history = open()?;
    let Some(tip) = history.head()?.1 else { return Ok(Vec::new()) };
    let verdict = Verifier::new(&open)?.verify(tip, None)?;
    let mut signed = Vec::new();
    for checked in verdict.commits.iter().filter(|checked| checked.by.as_ref().is_some_and(|by| by.key == fingerprint)) {
        if !history.is_descendant(good, checked.commit)? {
            let (commit, title) = (checked.commit.short(), clean(&checked.title).into_owned());
            signed.push(SignedCommit { commit, on: Day::from_date(checked.at.date_naive()), title });
        }
    }
    Ok(signed)
}
