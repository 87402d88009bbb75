//! From records as they will be to one commit, and to what is said of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::format::older_format;
use super::hands::{ask_for_consent, has_hands};
use super::outcome::{FilingOutcome, Receipt, ReceiptRecord, Recovery, WaitingRule, digest_of, whose};
use super::proposal::{ProposedRecord, Stop};
use super::quota::filed_within;
use super::{Failure, Register, Result, overwritten};
use crate::git::{Disk, Recovered, RecoveredAct, RecoveryOutcome};
use crate::model::{Kind, Role, is_classified};
use crate::report::{self, Named};
use crate::rules::waiting_rules;
use crate::store::{Filing, LockedRegister, RecordChange, Writer};
use crate::text::{Telling, Text};
use crate::tr;
use crate::trust::{Fault, HandsFault, KeyHolder, PublicKey, Roster, stays_named};

/// One commit to come.
pub struct PlannedCommit<'a> {
    register: &'a Register,
    /// What is done, in a few words.
    act: Text,
    /// What usually comes after it; may be empty.
    next: Telling,
    /// Whether what stood is told where it is said otherwise.
    tells_what_stood: bool,
    /// Whether it is only to be shown.
    dry_run: bool,
    /// Where a change of keys is written down for another person of the office, instead of being filed.
    ask: Option<PathBuf>,
    /// Whether the key on paper makes it, whatever number of hands is asked for.
    is_recovery: bool,
}

/// Why a commit is not made.
enum Unmade {
    Dry(Vec<ProposedRecord>),
    /// It is another by now than what was shown.
    Changed(Vec<ProposedRecord>),
    Stopped(Stop),
    /// It is to be consented to first.
    Asked(Text),
}

impl From<Text> for Unmade {
    fn from(why: Text) -> Self {
        Self::Stopped(why.into())
    }
}

impl<'a> PlannedCommit<'a> {
    /// A commit that says what is done; with `dry_run` it is only shown.
    #[must_use]
    pub fn new(register: &'a Register, act: Text, dry_run: bool) -> Self {
        Self { register, act, next: Telling::default(), tells_what_stood: false, dry_run, ask: None, is_recovery: false }
    }

    /// The same, followed by what usually comes after it.
    #[must_use]
    pub fn then(self, next: impl Into<Telling>) -> Self {
        Self { next: next.into(), ..self }
    }

    /// The same, which tells what stood where it is said otherwise: whoever only says something new need not know of it.
    #[must_use]
    pub fn telling_what_stood(self) -> Self {
        Self { tells_what_stood: true, ..self }
    }

    /// The same, which is written down for another person of the office to consent to, where a file for that is named.
    #[must_use]
    pub fn asking(self, ask: Option<&Path>) -> Self {
        Self { ask: ask.map(Path::to_owned), ..self }
    }

    /// The same, made with the key on paper.
    #[must_use]
    pub fn by_recovery(self) -> Self {
        Self { is_recovery: true, ..self }
    }

    /// Proposes and commits under the register's lock. Nobody should be asked anything by `propose`, since others wait.
    ///
    /// # Errors
    /// What stands against filing here, or what `propose` failed with.
    pub fn make(&self, propose: impl FnOnce(&LockedRegister<'_>) -> Result<Vec<ProposedRecord>, Stop>) -> Result<FilingOutcome> {
        let now = self.register.now;
        let writer = Writer::open_on(&self.register.root, now, Disk::default(), self.register.sign()?)?;
        // What an interrupted run filed may be just what is typed again; what others filed is not.
        let may_be_this =
            |recovered: &&Recovered| recovered.outcome == RecoveryOutcome::Finished && recovered.act == RecoveredAct::Filing;
        if let Some(recovered) = writer.recovered().filter(may_be_this) {
            return Ok(FilingOutcome::Recovered(Recovery { what: recovered.describe(), draft: None }));
        }
        let mut done = Vec::new();
        let filed = writer.file(now, |locked| {
            let records = propose(locked).map_err(Unmade::Stopped)?;
            self.may_sign(&records)?;
            self.keeps_trust(&records)?;
            filed_within(self.register, &self.roster(&records), &records)?;
            if self.ask.is_none() && !self.is_recovery {
                has_hands(self.register, locked, &records)?;
            }
            if self.dry_run {
                return Err(Unmade::Dry(records));
            }
            if self.has_changed(&records) {
                return Err(Unmade::Changed(records));
            }
            if let Some(file) = &self.ask {
                return Err(Unmade::Asked(ask_for_consent(self.register, locked, &records, file)?));
            }
            let filing = self.filing(&records);
            done = records;
            Ok(filing)
        });
        match filed {
            Ok(filed) => {
                let recovered = filed.recovered.as_ref().or(writer.recovered());
                let is_of_mechanism = done.iter().any(|record| record.path.kind() == Kind::Mechanism);
                let older = older_format(&self.register.mechanism).into_iter().chain(self.register.unnamed());
                let older = older.filter(|_| !is_of_mechanism);
                let is_of_keys = done.iter().any(|record| record.path.kind() == Kind::Keys);
                let lacks = if is_of_keys { None } else { self.register.lacks_recovery() };
                let notes = recovered.map(Recovered::describe).into_iter().chain(older).chain(lacks);
                let notes = notes.chain(self.what_stood(&done)).collect();
                Ok(FilingOutcome::Filed(Receipt { notes, ..self.receipt(done, Some(filed.commit)) }))
            }
            Err(Unmade::Dry(records)) => {
                let notes = writer.recovered().map(Recovered::describe).into_iter().chain(self.what_stood(&records)).collect();
                Ok(FilingOutcome::Preview(Receipt { notes, ..self.receipt(records, None) }))
            }
            Err(Unmade::Changed(records)) => Ok(FilingOutcome::Changed(self.receipt(records, None))),
            Err(Unmade::Asked(told)) => Ok(FilingOutcome::Idle(told)),
            Err(Unmade::Stopped(Stop::Idle(why))) => Ok(FilingOutcome::Idle(why)),
            Err(Unmade::Stopped(Stop::Refused(refusal))) => Ok(FilingOutcome::Refused(*refusal)),
            Err(Unmade::Stopped(Stop::Failed(failure))) => Err(failure),
        }
    }

    /// What records said where they say something else now, where that is to be told.
    fn what_stood(&self, records: &[ProposedRecord]) -> Vec<Text> {
        let told = |record: &ProposedRecord| {
            let standing = record.standing.as_ref()?;
            Some(overwritten::told(standing, &record.record, &self.register.mechanism))
        };
        if self.tells_what_stood { records.iter().filter_map(told).flatten().collect() } else { Vec::new() }
    }

    /// Whether records would say something else than what somebody was shown.
    fn has_changed(&self, records: &[ProposedRecord]) -> bool {
        let before = |record: &ProposedRecord| String::from_utf8_lossy(record.before.as_deref().unwrap_or_default()).into_owned();
        self.register.shown.as_ref().is_some_and(|shown| {
            let before: Vec<String> = records.iter().map(before).collect();
            let files: Vec<String> = records.iter().map(|record| record.path.file()).collect();
            let texts = files.iter().zip(&before).zip(records);
            *shown != digest_of(texts.map(|((file, before), record)| [whose(file), before, &record.text]))
        })
    }

    /// That others will take what this clone's key signs. A key that is not admitted yet may be by the time that it is sent.
    fn may_sign(&self, records: &[ProposedRecord]) -> Result<(), Text> {
        let roster = self.roster(records);
        let Some(signing) = self.register.signing()? else {
            if !roster.is_on() {
                return Ok(());
            }
            return Err(Text::fixed(
                "这个台账每次登记都要签名，本机还没有加入，登记了也永远送不出去；先用 liandong join --unit 单位 --name 姓名 加入，再登记",
                "everything in this register is signed, and this clone has not joined: what it files could never be sent; join first with liandong join --unit UNIT --name NAME",
            ));
        };
        if !roster.is_on() {
            return Ok(());
        }
        let (holders, today) = (roster.of_key(&signing.key), self.register.today());
        if holders.is_empty() {
            return self.may_sign_once_admitted(&roster, &signing.key, records);
        }
        for ProposedRecord { path, standing, record, .. } in records {
            let may_write = |holder| roster.may_write(holder, path, standing.as_ref(), Some(record), today);
            if !holders.iter().any(|holder| holder.holds(today) && may_write(holder)) {
                let owner = roster.mechanism.short(path.owner().unwrap_or(roster.mechanism.office())).to_owned();
                return Err(tr!(
                    "{path} 归{owner}，本机的密钥不能为它签名，登记了也送不出去；请由{owner}登记，或看 liandong whoami";
                    "{path} is {owner}'s, and the key of this clone cannot sign for it: nobody would take it; let {owner} file it, or see liandong whoami"
                ));
            }
            if !roster.may_name_entry(&holders, standing.as_ref(), Some(record)) {
                let why = Fault::EnteredByOther.describe();
                let (zh, en) = (why.zh(), why.en());
                return Err(tr!("{path}：{zh}"; "{path}: {en}"));
            }
        }
        Ok(())
    }

    /// That others will take what this clone's key signs once the office has admitted it, which it does for the unit for which the clone has
    /// joined: what is another's can never be sent.
    fn may_sign_once_admitted(&self, roster: &Roster, key: &PublicKey, records: &[ProposedRecord]) -> Result<(), Text> {
        let (mechanism, today) = (&roster.mechanism, self.register.today());
        let Some(unit) = self.register.joined() else { return Ok(()) };
        let holder = KeyHolder {
            unit: unit.clone(),
            name: String::new(),
            role: Role::ALL.to_vec(),
            since: today,
            until: None,
            series: 0,
            last_good: None,
            key: key.clone(),
        };
        for ProposedRecord { path, standing, record, .. } in records {
            if roster.may_write(&holder, path, standing.as_ref(), Some(record), today) {
                continue;
            }
            let office = mechanism.short(mechanism.office());
            let (unit, owner) = (mechanism.short(unit), mechanism.short(path.owner().unwrap_or(mechanism.office())));
            return Err(tr!(
                "{path} 归{owner}，本机是为{unit}加入的，密钥登记以后也只为{unit}签名，登记了也永远送不出去；请由{owner}登记，{owner}不上机的由{office}代录（--for {owner}）；\
                 本机若是{owner}的，先运行 liandong join --unit {owner} --name 姓名";
                "{path} is {owner}'s; this clone has joined for {unit}, and once its key is admitted it signs for {unit} alone: this could never be sent. Let {owner} file it, or {office} \
                 enter it for {owner} (--for {owner}); if this is a clone of {owner}'s, run liandong join --unit {owner} --name NAME first"
            ));
        }
        Ok(())
    }

    /// Whose key counts as it was filed last: what was changed by hand in the folder counts once it is filed.
    fn roster(&self, records: &[ProposedRecord]) -> Roster {
        let by_hand = records.iter().filter(|record| record.found.is_some());
        let in_folder = Roster::from_mechanism(self.register.mechanism.clone());
        by_hand.fold(in_folder, |roster, record| roster.with(&record.path, record.standing.as_ref()))
    }

    /// That the office keeps a key with which others can be admitted, and the register its name.
    fn keeps_trust(&self, records: &[ProposedRecord]) -> Result<(), Text> {
        if !records.iter().any(|record| matches!(record.path.kind(), Kind::Keys | Kind::Mechanism)) {
            return Ok(());
        }
        let (before, today) = (self.roster(records), self.register.today());
        let (could, lacked) = (before.can_admit(today), before.lacks_hands(today));
        let named = before.is_on().then(|| before.mechanism.file.clone());
        let after = records.iter().fold(before, |roster, new| roster.with(&new.path, Some(&new.record)));
        if let Some(before) = &named {
            stays_named(Some(before), &after.mechanism.file).map_err(|fault| fault.describe())?;
        }
        if could && !after.can_admit(today) {
            return Err(Fault::EndsTrust.describe());
        }
        if after.lacks_hands(today) && !lacked {
            return Err(HandsFault::Lacking.describe());
        }
        Ok(())
    }

    /// What history says: “通报 2025-公安-003：登记审核”; of several records, the first and how many there are.
    fn filing(&self, records: &[ProposedRecord]) -> Filing {
        let title = |record: &ProposedRecord| Named::of_record(&record.path, &self.register.mechanism).title;
        let first = records.first().map(title).unwrap_or_default();
        let (act, count) = (self.act.zh(), records.len());
        let of = if count > 1 { format!("{}等 {count} 份记录", first.zh()) } else { first.zh().to_owned() };
        let change = |record: &ProposedRecord| RecordChange {
            path: record.path.clone(),
            before: record.before.clone(),
            after: Some(record.text.clone().into_bytes()),
            found: record.found.clone(),
        };
        let message = format!("{of}：{act}");
        // A title that stood before the mark was asked for stays in its record; into what every clone tells of the commit it does not go.
        let message = match records.first() {
            Some(record) if is_classified(&message) => format!("{}：{act}", record.path),
            _ => message,
        };
        Filing { message, changes: records.iter().map(change).collect() }
    }

    fn receipt(&self, records: Vec<ProposedRecord>, commit: Option<String>) -> Receipt {
        let waiting = self.waiting(&records);
        let is_preview = commit.is_none();
        let mechanism = &self.register.mechanism;
        let changes = |record: &ProposedRecord| {
            report::changed(record.path.kind(), record.standing.as_ref(), Some(&record.record), mechanism)
        };
        let page = |record: &ProposedRecord| report::page(&record.path, &record.record, [], mechanism, record.findings.clone());
        let entry = |record: ProposedRecord| {
            let before = || String::from_utf8_lossy(record.before.as_deref().unwrap_or_default()).into_owned();
            ReceiptRecord {
                record: Named::of_record(&record.path, &self.register.mechanism),
                file: record.path.file(),
                known: record.known,
                changes: if is_preview { changes(&record) } else { Vec::new() },
                page: is_preview.then(|| Box::new(page(&record))),
                texts: is_preview.then(|| [before(), record.text]),
                findings: record.findings,
            }
        };
        Receipt { waiting, ..Receipt::new(commit, records.into_iter().map(entry).collect(), self.next.clone()) }
    }

    /// What `check` alone can say of records of these kinds.
    fn waiting(&self, records: &[ProposedRecord]) -> Vec<WaitingRule> {
        let kinds: BTreeSet<Kind> = records.iter().map(|record| record.path.kind()).collect();
        let rules = kinds.into_iter().flat_map(|kind| waiting_rules(kind, &self.register.mechanism));
        let mut waiting: Vec<WaitingRule> = Vec::new();
        for rule in rules {
            if waiting.iter().all(|other| other.code != rule.code) {
                waiting.push(WaitingRule { code: rule.code, title: rule.title.clone() });
            }
        }
        waiting
    }
}

impl FilingOutcome {
    /// A failure as an outcome, where what was typed can still be kept.
    #[must_use]
    pub fn failed(failure: Failure) -> Self {
        Self::Refused(failure.into())
    }
}
