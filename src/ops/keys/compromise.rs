//! What a key in wrong hands changed of roster, office and settings is put back, in the commit that retires it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::settle::say;
use crate::git::{History, Id};
use crate::model::{Comments, Day, Key, KeysFile, Kind, Record, RecordPath, UnitId};
use crate::ops::Register;
use crate::ops::Result;
use crate::ops::announced::{AnnouncementView, announcements};
use crate::ops::proposal::RecordDraft;
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{Before, ChangedFile, ChangedKeys, PublicKey, compromise};

/// A key in wrong hands, and what is put back.
pub(super) struct LostKey<'a> {
    pub(super) register: &'a Register,
    pub(super) key: &'a PublicKey,
    /// The last commit that is surely its holder's.
    pub(super) good: Id,
    /// The last day of the key and of all that it admitted.
    pub(super) until: Day,
    /// Commits that somebody vouches for.
    pub(super) vouched: &'a [Id],
    /// Whether only keys are put back, since another person consents to keys alone; the rest is once these are ended.
    pub(super) is_asked: bool,
    /// Whether it was ended before, as one that is lost.
    pub(super) is_ended: bool,
}

/// What a key in wrong hands had changed.
#[derive(Debug, Default, Serialize)]
pub struct PutBack {
    /// Each commit that changed by what others are judged, with what it changed.
    pub changes: Vec<AnnouncementView>,
    /// Files that are put back, of keys files as far as they are.
    pub restored: Vec<String>,
    /// Files that a person has to look through: others changed them since, or they were not there before.
    pub by_hand: Vec<String>,
    /// What of keys files a person has to look through, since others changed it after the thief.
    pub entries: Vec<EntryLeft>,
    /// Files that are put back by the same command once another person has consented and the keys are ended.
    pub later: Vec<String>,
}

/// Something of a keys file that is not put back.
#[derive(Debug, Serialize)]
pub struct EntryLeft {
    /// The file.
    pub file: String,
    /// What it is, and what it was before.
    pub what: Text,
}

impl LostKey<'_> {
    /// The records with which everything is as it was, and what that was.
    pub(super) fn put_back(&self, locked: &LockedRegister<'_>) -> Result<(Vec<RecordDraft>, PutBack)> {
        let history = History::open(&self.register.root)?;
        let Some(tip) = locked.head()? else { return Ok((Vec::new(), PutBack::default())) };
        let found = compromise(&history, tip, (self.key, self.good), self.vouched)?;
        let bad: BTreeSet<String> = found.commits.iter().map(Id::to_string).collect();
        let mut changes = announcements(&history, &self.register.mechanism, (self.good, tip))?;
        changes.retain(|one| bad.contains(&one.commit));
        let mut put = PutBack { changes, ..PutBack::default() };
        let mut keys = self.register.mechanism.keys.clone();
        let mut drafts = Vec::new();
        for file in &found.files {
            // Keys that were ended with another person's consent were put back then, and what changed them since is not the thief's.
            if self.is_ended && file.path.kind() == Kind::Keys {
                continue;
            }
            match &file.path {
                RecordPath::OfUnit(Kind::Keys, unit) => {
                    let stands = keys.entry(unit.clone()).or_insert_with(none);
                    let before = stands.clone();
                    let left = restore_keys(&file.keys, stands, self.until, self.register.mechanism.short(unit));
                    put.restored.extend((*stands != before).then(|| file.path.file()));
                    put.entries.extend(left.into_iter().map(|what| EntryLeft { file: file.path.file(), what }));
                }
                _ if self.restore(file, locked, &mut drafts)? => put.restored.push(file.path.file()),
                _ if self.is_left(file) => put.later.push(file.path.file()),
                _ => put.by_hand.push(file.path.file()),
            }
        }
        let lost: Vec<&PublicKey> = std::iter::once(self.key).chain(&found.admitted).collect();
        keys.values_mut().flat_map(|file| &mut file.key).for_each(|key| self.end(key, &lost));
        drafts.extend(self.changed(keys, locked)?);
        if !self.vouched.is_empty() && !self.is_asked {
            drafts.push(self.vouch(locked)?);
        }
        Ok((drafts, put))
    }

    /// The keys files that are not as they stand.
    fn changed(&self, keys: BTreeMap<UnitId, KeysFile>, locked: &LockedRegister<'_>) -> Result<Vec<RecordDraft>> {
        let stands = |unit: &UnitId| self.register.mechanism.keys.get(unit);
        let mut drafts = Vec::new();
        for (unit, file) in keys.into_iter().filter(|(unit, file)| stands(unit) != Some(file)) {
            let path = RecordPath::OfUnit(Kind::Keys, unit);
            let before = locked.bytes(&path)?;
            let comments = Comments::from_text(&String::from_utf8_lossy(before.as_deref().unwrap_or_default()));
            let text = Record::Keys(Box::new(file)).write(&comments);
            drafts.push(RecordDraft { target: path.into(), before, text, comments, reason: None, mends_unreadable: false });
        }
        Ok(drafts)
    }

    /// Ends a key that is lost, and says since when.
    fn end(&self, key: &mut Key, lost: &[&PublicKey]) {
        let is_lost = PublicKey::read(key.public.as_str()).is_ok_and(|public| lost.iter().any(|other| other.is(&public)));
        if is_lost {
            key.until = Some(key.until.map_or(self.until, |until| until.min(self.until)));
            key.last_good = self.good.to_string().parse().ok();
        }
    }

    /// Whether a file is put back only when the keys are ended, and would be whole then.
    fn is_left(&self, file: &ChangedFile) -> bool {
        self.is_asked && file.path.kind() != Kind::Keys && !file.is_mixed && file.before.is_some()
    }

    /// Puts a file back that is no keys file; says whether that was all.
    fn restore(&self, file: &ChangedFile, locked: &LockedRegister<'_>, drafts: &mut Vec<RecordDraft>) -> Result<bool> {
        let Some(text) = file.before.as_ref().filter(|_| !file.is_mixed && !self.is_asked) else { return Ok(false) };
        // A register keeps its name, also one that it got from whoever had the key.
        if let Ok(Record::Mechanism(before)) = Record::read(&file.path, text)
            && before.register != self.register.mechanism.file.register
        {
            return Ok(false);
        }
        let (before, comments) = (locked.bytes(&file.path)?, Comments::from_text(text));
        let target = file.path.clone().into();
        drafts.push(RecordDraft { target, before, text: text.clone(), comments, reason: None, mends_unreadable: true });
        Ok(true)
    }

    /// The office's word for its own commits.
    fn vouch(&self, locked: &LockedRegister<'_>) -> Result<RecordDraft> {
        let path = RecordPath::OfUnit(Kind::People, self.register.mechanism.office().clone());
        let before = locked.bytes(&path)?;
        RecordDraft::rewrite(path.into(), before, |table| {
            say(table, &self.vouched.iter().map(Id::to_string).collect::<Vec<_>>(), true);
            Ok(())
        })
    }
}

fn none() -> KeysFile {
    KeysFile { threshold: None, recovery: None, key: Vec::new(), consent: Vec::new() }
}

/// Puts back what of a keys file nobody else has changed since. Entries that are new are ended, whoever has their key; gives what is left.
fn restore_keys(changed: &ChangedKeys, stands: &mut KeysFile, until: Day, unit: &str) -> Vec<Text> {
    let mut left = Vec::new();
    for (line, Before { was, is_mixed }) in &changed.keys {
        let at = stands.key.iter().position(|key| key.public.to_string() == *line);
        let new = at.map_or(0, |at| at + usize::from(was.is_some()));
        for key in stands.key.iter_mut().skip(new).filter(|key| !is_mixed && key.public.to_string() == *line) {
            key.until = Some(key.until.map_or(until, |earlier| earlier.min(until)));
        }
        let Some(was) = was else { continue };
        match at {
            Some(at) if *is_mixed && stands.key[at] != *was => left.push(key_left(unit, was)),
            None if *is_mixed => left.push(key_left(unit, was)),
            Some(at) => stands.key[at] = Key { last_good: stands.key[at].last_good.take(), ..was.clone() },
            None => stands.key.push(was.clone()),
        }
    }
    if let Some(Before { was, is_mixed }) = &changed.threshold
        && stands.threshold != *was
    {
        if *is_mixed {
            let hands = was.unwrap_or(1);
            left.push(
                tr!("改动密钥须几人同意，原先是 {hands} 人"; "how many people a change of keys takes, which were {hands} before"),
            );
        } else {
            stands.threshold = *was;
        }
    }
    // Only a consent of its own takes a key on paper away.
    if let Some(Before { was, .. }) = &changed.recovery
        && stands.recovery != *was
    {
        left.push(Text::fixed(
            "恢复密钥，请用 liandong trust recovery new 另做一把",
            "the recovery key; make another with liandong trust recovery new",
        ));
    }
    left
}

/// A key that others have changed since, as it was before.
fn key_left(unit: &str, was: &Key) -> Text {
    let name = clean(was.name.as_str()).into_owned();
    let roles: Vec<Text> = was.role.iter().map(|role| role.label()).collect();
    let (roles, since) = (Text::join(&roles, "、", ", "), was.since);
    let (zh, en) = (roles.zh(), roles.en());
    match was.until {
        Some(until) => tr!(
            "{unit} {name} 的密钥，原先用途是{zh}，{since} 至 {until}";
            "the key of {unit} {name}, before: {en}, {since} to {until}"
        ),
        None => {
            tr!("{unit} {name} 的密钥，原先用途是{zh}，自 {since} 起"; "the key of {unit} {name}, before: {en}, since {since}")
        }
    }
}
