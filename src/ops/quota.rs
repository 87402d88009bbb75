//! How much a unit files in a day, and how large a record may be, where the office has set it. Both are the office's own judgement: they
//! keep one key from filling everybody's folder, and say nothing of what the regulation asks. The gate holds them, and filing says the
//! same before anything is sent. The office itself, which sets them, is not bound; nor is anybody before signatures are on.

use std::collections::BTreeMap;

use super::proposal::ProposedRecord;
use super::{Register, Result};
use crate::git::{Commit, Differing, History, Id, Refused};
use crate::model::{Day, Mechanism, RecordPath, SettingId, UnitId};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{Changes, Days, Roster, SignedBy, signed_by};

/// What is set.
#[derive(Debug, Clone, Copy)]
struct Quota<'m> {
    mechanism: &'m Mechanism,
    /// Files that a unit files or changes in a day.
    records: Option<u32>,
    /// Bytes of a file.
    bytes: Option<u32>,
}

impl<'m> Quota<'m> {
    fn of(roster: &'m Roster, on: Day) -> Option<Self> {
        let mechanism = &roster.mechanism;
        let (records, bytes) = (mechanism.count(SettingId::RecordsADay, on), mechanism.count(SettingId::RecordBytes, on));
        (roster.is_on() && (records.is_some() || bytes.is_some())).then_some(Self { mechanism, records, bytes })
    }

    /// The larger of two: where one sets none, there is none.
    fn or_more(self, other: Self) -> Self {
        let records = self.records.zip(other.records).map(|(one, other)| one.max(other));
        let bytes = self.bytes.zip(other.bytes).map(|(one, other)| one.max(other));
        Self { records, bytes, ..other }
    }

    /// Whether a unit is not bound: the office, which sets it.
    fn is_free(&self, unit: &UnitId) -> bool {
        unit == self.mechanism.office()
    }

    /// The unit whose quota a file counts against.
    fn bound(&self, path: &str) -> Option<UnitId> {
        let path = RecordPath::of_file(path).ok()?;
        path.owner().filter(|owner| !self.is_free(owner)).cloned()
    }

    fn is_too_large(&self, file: &str, bytes: u64) -> Result<(), Text> {
        let Some(most) = self.bytes.filter(|most| bytes > u64::from(*most)) else { return Ok(()) };
        let file = clean(file);
        Err(tr!(
            "{file} 太大：有 {bytes} 字节，超过每份 {most} 字节的上限（设置 record-bytes，不是条文的要求）；请把长文放在附件里，或请办公室调整设置";
            "{file} has {bytes} bytes, more than the {most} that a file may have (setting record-bytes, which no clause asks); keep long texts in attachments, or ask the office to change the setting"
        ))
    }

    fn are_too_many(&self, unit: &UnitId, on: Day, count: usize) -> Result<(), Text> {
        let Some(most) = self.records.filter(|most| count > usize::try_from(*most).unwrap_or(usize::MAX)) else { return Ok(()) };
        let unit = self.mechanism.short(unit).to_owned();
        Err(tr!(
            "{unit}在 {on} 登记或改动的已有 {count} 份，超过每日 {most} 份的上限（设置 records-a-day，不是条文的要求）；其余的改日再登记，或请办公室先调整设置";
            "{unit} has filed or changed {count} records on {on}, more than the {most} of a day (setting records-a-day, which no clause asks); file the rest another day, or ask the office to change the setting first"
        ))
    }
}

/// That what is to be filed keeps within what is set, together with what was filed here today.
pub(super) fn filed_within(register: &Register, roster: &Roster, records: &[ProposedRecord]) -> Result<(), Text> {
    let today = register.today();
    let Some(quota) = Quota::of(roster, today) else { return Ok(()) };
    if register.signing()?.is_some_and(|signing| roster.of_key(&signing.key).iter().any(|holder| quota.is_free(&holder.unit))) {
        return Ok(());
    }
    let mut counts: BTreeMap<UnitId, usize> = BTreeMap::new();
    for record in records {
        let file = record.path.file();
        if let Some(unit) = quota.bound(&file) {
            quota.is_too_large(&file, record.text.len() as u64)?;
            *counts.entry(unit).or_default() += 1;
        }
    }
    if counts.is_empty() || quota.records.is_none() {
        return Ok(());
    }
    let history = History::open(&register.root)?;
    let before = match history.head()?.1 {
        Some(tip) => {
            let mut days = Days::up_to(&history, tip, roster.mechanism.file.time_zone.offset())?;
            Filings { history: &history, roster, quota }.since(tip, today, &mut days, &mut Changes::default())?
        }
        None => BTreeMap::new(),
    };
    counts.into_iter().try_for_each(|(unit, count)| {
        let all = count + before.get(&(today, unit.clone())).copied().unwrap_or_default();
        quota.are_too_many(&unit, today, all)
    })
}

/// That what a push brings keeps within what is set. Each filing counts on its own day, so that what lay for a week is that of a week; an old
/// date makes none: it is no earlier than what it builds on. What is there of those days already counts with it.
pub(super) fn pushed_within(history: &History, (old, new): (Id, Id)) -> Result<Result<(), Text>, Refused> {
    let (Some(roster), Some(after)) = (Roster::at(history, old)?, Roster::at(history, new)?) else { return Ok(Ok(())) };
    let mut days = Days::up_to(history, old, roster.mechanism.file.time_zone.offset())?;
    let mut changes = Changes::default();
    let mut counts: BTreeMap<(Day, UnitId), usize> = BTreeMap::new();
    for id in history.commits_since(new, &[old])? {
        let (commit, on) = (history.commit(id)?, days.of(id)?);
        // Where the push itself sets more, that holds: only the office can.
        let Some(quota) = Quota::of(&roster, on).zip(Quota::of(&after, on)).map(|(before, after)| before.or_more(after)) else {
            continue;
        };
        let filings = Filings { history, roster: &after, quota };
        for (unit, change) in filings.of(&commit, &mut changes)? {
            if let Some(entry) = change.new
                && let Some(bytes) = history.file_size(entry)?
                && let Err(why) = quota.is_too_large(&change.path, bytes)
            {
                return Ok(Err(why));
            }
            let count = counts.entry((on, unit.clone())).or_default();
            *count += 1;
            // At the first that is one too many: how many more there are is nobody's trouble.
            if let Err(why) = quota.are_too_many(&unit, on, *count) {
                return Ok(Err(why));
            }
        }
    }
    let Some(first) = counts.keys().map(|(on, _)| *on).min() else { return Ok(Ok(())) };
    let Some(quota) = Quota::of(&roster, first).zip(Quota::of(&after, first)).map(|(before, after)| before.or_more(after)) else {
        return Ok(Ok(()));
    };
    let there = Filings { history, roster: &roster, quota }.since(old, first, &mut days, &mut changes)?;
    let too_many = counts.into_iter().find_map(|((on, unit), count)| {
        let all = count + there.get(&(on, unit.clone())).copied().unwrap_or_default();
        quota.are_too_many(&unit, on, all).err()
    });
    Ok(too_many.map_or(Ok(()), Err))
}

/// What units filed, as commits show it.
struct Filings<'h> {
    history: &'h History,
    roster: &'h Roster,
    quota: Quota<'h>,
}

impl Filings<'_> {
    /// What a commit filed that counts against a unit: of a merge what its sides did not file. What the office signed is its own doing, and what a
    /// register began with was filed by nobody.
    fn of(&self, commit: &Commit, changes: &mut Changes) -> Result<Vec<(UnitId, Differing)>, Refused> {
        if commit.parents.is_empty() {
            return Ok(Vec::new());
        }
        let is_free =
            matches!(signed_by(commit, Some(self.roster)), SignedBy::Holder(signer) if self.quota.is_free(&signer.unit));
        if is_free {
            return Ok(Vec::new());
        }
        let changes = changes.of_commit(self.history, commit.id, &commit.parents)?.into_iter();
        Ok(changes.filter_map(|change| Some((self.quota.bound(&change.path)?, change))).collect())
    }

    /// How much each unit filed on each day from `first` on, up to a commit.
    fn since(
        &self,
        tip: Id,
        first: Day,
        days: &mut Days<'_>,
        changes: &mut Changes,
    ) -> Result<BTreeMap<(Day, UnitId), usize>, Refused> {
        let mut counts = BTreeMap::new();
        let before: Vec<Id> = days.arrived_before(first).into_iter().collect();
        for id in self.history.commits_since(tip, &before)? {
            let on = days.of(id)?;
            for (unit, _) in self.of(&self.history.commit(id)?, changes)? {
                *counts.entry((on, unit)).or_default() += 1;
            }
        }
        Ok(counts)
    }
}
