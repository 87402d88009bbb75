//! How much a unit files in a day, and how large a record may be, where the office has set it. Both are the office's own judgement: they
//! keep one key from filling everybody's folder, and say nothing of what the regulation asks. The gate holds them, and filing says the
//! same before anything is sent. The office itself, which sets them, is not bound; nor is anybody before signatures are on.

use std::collections::BTreeMap;

use super::proposal::ProposedRecord;
use super::{Register, Result};
use crate::git::{Differing, History, Id, Refused};
use crate::model::{Day, Mechanism, RecordPath, SettingId, UnitId};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{Roster, Verifier};

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

    /// The unit whose quota a file counts against.
    fn bound(&self, path: &str) -> Option<UnitId> {
        let path = RecordPath::of_file(path).ok()?;
        path.owner().filter(|owner| *owner != self.mechanism.office()).cloned()
    }

    fn is_too_large(&self, file: &str, bytes: u64) -> Result<(), Text> {
        let Some(most) = self.bytes.filter(|most| bytes > u64::from(*most)) else { return Ok(()) };
        let file = clean(file);
        Err(tr!(
            "{file} 太大：有 {bytes} 字节，超过每份 {most} 字节的上限（设置 record-bytes，本办自定）；请把长文放在附件里，或请办公室调整设置";
            "{file} has {bytes} bytes, more than the {most} that a file may have (setting record-bytes, the office's own judgement); keep long texts in attachments, or ask the office to change the setting"
        ))
    }

    fn are_too_many(&self, unit: &UnitId, on: Day, count: usize) -> Result<(), Text> {
        let Some(most) = self.records.filter(|most| count > usize::try_from(*most).unwrap_or(usize::MAX)) else { return Ok(()) };
        let unit = self.mechanism.short(unit).to_owned();
        Err(tr!(
            "{unit}在 {on} 登记或改动的已有 {count} 份，超过每日 {most} 份的上限（设置 records-a-day，本办自定）；其余的改日再登记，或请办公室先调整设置";
            "{unit} has filed or changed {count} records on {on}, more than the {most} of a day (setting records-a-day, the office's own judgement); file the rest another day, or ask the office to change the setting first"
        ))
    }
}

/// That what is to be filed keeps within what is set, together with what was filed here today.
pub(super) fn filed_within(register: &Register, roster: &Roster, records: &[ProposedRecord]) -> Result<(), Text> {
    let today = register.today();
    let Some(quota) = Quota::of(roster, today) else { return Ok(()) };
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
    let history = History::of_register(&register.root)?;
    let zone = quota.mechanism.file.time_zone.offset();
    let mut next = history.head()?.1;
    while let Some(id) = next {
        let commit = history.commit(id)?;
        // What has an older date was filed another day: nobody else is asked here.
        if Day::from_date(commit.at.with_timezone(&zone).date_naive()) < today {
            break;
        }
        next = commit.parents.first().copied();
        if commit.parents.len() == 1 {
            for change in history.diff_trees(next, id)? {
                if let Some(count) = quota.bound(&change.path).and_then(|unit| counts.get_mut(&unit)) {
                    *count += 1;
                }
            }
        }
    }
    counts.into_iter().try_for_each(|(unit, count)| quota.are_too_many(&unit, today, count))
}

/// That what a push brings keeps within what is set where it arrives. Days are those of the main line, so that an old date makes none of
/// its own; what arrived on such a day before counts with it.
pub(super) fn pushed_within(
    verifier: &mut Verifier<'_>,
    history: &History,
    (old, new): (Id, Id),
) -> Result<Result<(), Text>, Refused> {
    let Some(roster) = Roster::at(history, old)? else { return Ok(Ok(())) };
    let zone = roster.mechanism.file.time_zone.offset();
    let mut counts: BTreeMap<(Day, UnitId), usize> = BTreeMap::new();
    let mut is_new = false;
    for (commit, on) in verifier.arrivals(new, old, zone)? {
        let Some(quota) = Quota::of(&roster, on) else { continue };
        let main = history.parents(commit)?.first().copied();
        for brought in history.commits_since(commit, main.as_slice())? {
            for change in own_changes(history, brought)? {
                let Some(unit) = quota.bound(&change.path) else { continue };
                if let Some(entry) = change.new.filter(|_| is_new)
                    && let Some(bytes) = history.file_size(entry)?
                    && let Err(why) = quota.is_too_large(&change.path, bytes)
                {
                    return Ok(Err(why));
                }
                let count = counts.entry((on, unit.clone())).or_default();
                *count += 1;
                // At the first that is one too many: how many more there are is nobody's trouble.
                if is_new && let Err(why) = quota.are_too_many(&unit, on, *count) {
                    return Ok(Err(why));
                }
            }
        }
        is_new |= commit == old;
    }
    Ok(Ok(()))
}

/// What a commit changed against the one that it follows; a merge makes nothing that its sides did not file.
fn own_changes(history: &History, commit: Id) -> Result<Vec<Differing>, Refused> {
    match history.parents(commit)?[..] {
        [] => history.diff_trees(None, commit),
        [first] => history.diff_trees(Some(first), commit),
        _ => Ok(Vec::new()),
    }
}
