//! What one commit may do to one file.

use std::collections::BTreeSet;

use super::breach::{CommitMark, Fault};
use super::found::Found;
use super::merge::{Decisions, began};
use super::roster::{KeyHolder, Roster, record};
use crate::git::{Differing, History, Id, Mode, Refused, TreeEntry};
use crate::model::{Day, Happening, Nature, ROOT_FILES, Record, RecordPath, limits, may_follow};

/// A commit that is looked at, and what holds for it.
pub(super) struct Scene<'a> {
    pub(super) history: &'a History,
    /// Who may sign; none where nobody's word is asked for yet.
    pub(super) roster: Option<&'a Roster>,
    /// For whom the signature speaks.
    pub(super) signers: &'a [&'a KeyHolder],
    /// The day of the main line.
    pub(super) day: Day,
    /// For one that was merged in, where its line parted from the main one: what was not there yet was never anybody else's.
    pub(super) partings: Option<&'a BTreeSet<Id>>,
}

impl Scene<'_> {
    /// What is wrong with a change, and what is worth knowing about it.
    pub(super) fn look(&self, change: &Differing) -> Result<Result<Vec<CommitMark>, Fault>, Refused> {
        if change.new.is_none() && change.old.is_some_and(|old| old.mode == Mode::EmptyFolder) {
            return Ok(Ok(Vec::new()));
        }
        if let Some((_, known)) = ROOT_FILES.iter().find(|(name, _)| *name == change.path) {
            return self.beside(change, known);
        }
        if change.new.is_some_and(|new| new.mode != Mode::File) {
            return Ok(Err(Fault::ForeignMode));
        }
        let Ok(path) = RecordPath::of_file(&change.path) else {
            // What is taken away was never a record.
            return Ok(if change.new.is_none() { Ok(Vec::new()) } else { Err(Fault::ForeignPath) });
        };
        let new = match change.new.map(|new| self.read(&path, new)).transpose()? {
            Some(Err(fault)) => return Ok(Err(fault)),
            Some(Ok(new)) => Some(new),
            None => None,
        };
        let old = change.old.filter(|old| old.mode != Mode::EmptyFolder);
        let old = old.map(|old| self.read(&path, old)).transpose()?.and_then(Result::ok);
        if let Err(fault) = self.written_by_owner(&path, old.as_ref(), new.as_ref()) {
            return Ok(Err(fault));
        }
        let Some(new) = new else { return self.removed(&path).map(|removed| removed.map(|()| Vec::new())) };
        if let Some(old) = &old
            && let Err(fault) = self.stands(&path, old, &new)?
        {
            return Ok(Err(fault));
        }
        Ok(self.review(&path, old.as_ref(), &new).map(|leader| marks(&path, old.as_ref(), &new, leader)))
    }

    /// What a merge decides is its maker's own change; what its maker may not change, it may not invent or leave out either.
    pub(super) fn look_at_merge(&self, decisions: &Decisions, found: &mut Found) -> Result<(), Refused> {
        for change in &decisions.made {
            let looked = self.look(change)?.map_err(|fault| match fault {
                Fault::NotOwner(..) => Fault::Invented,
                fault => fault,
            });
            found.add(&change.path, looked);
        }
        for change in &decisions.left_out {
            let may_decide = RecordPath::of_file(&change.path).is_ok_and(|path| {
                self.roster.is_none_or(|roster| self.signers.iter().any(|holder| roster.owns(holder, &path, self.day)))
            });
            found.add(&change.path, if may_decide { Ok(Vec::new()) } else { Err(Fault::Invented) });
        }
        for change in &decisions.taken {
            found.add(&change.path, self.follows(change)?.map(|()| Vec::new()));
        }
        Ok(())
    }

    /// Whether what a merge takes may stand where the first line holds something else, whoever wrote it.
    fn follows(&self, change: &Differing) -> Result<Result<(), Fault>, Refused> {
        let (Ok(path), Some(old)) = (RecordPath::of_file(&change.path), change.old) else { return Ok(Ok(())) };
        let (Ok(old), Some(new)) = (self.read(&path, old)?, change.new) else { return self.removed(&path) };
        match self.read(&path, new)? {
            Ok(new) => self.stands(&path, &old, &new),
            Err(fault) => Ok(Err(fault)),
        }
    }

    /// Whether a record may be followed by another: what is issued stays, unless nobody else ever had it.
    fn stands(&self, path: &RecordPath, old: &Record, new: &Record) -> Result<Result<(), Fault>, Refused> {
        if old.kind().nature() != Nature::Free
            && let Err(refusals) = may_follow(old, new)
            && let Some(first) = refusals.into_iter().next()
            && !self.is_unpublished(path)?
        {
            return Ok(Err(Fault::MayNotFollow(first.why)));
        }
        Ok(Ok(()))
    }

    /// A file that is the same in every register.
    fn beside(&self, change: &Differing, known: &str) -> Result<Result<Vec<CommitMark>, Fault>, Refused> {
        let Some(new) = change.new else { return Ok(Err(Fault::ForeignContent)) };
        if new.mode != Mode::File {
            return Ok(Err(Fault::ForeignMode));
        }
        let same = self.history.blob(new.id, known.len() as u64)?.is_some_and(|bytes| bytes == known.as_bytes());
        Ok(if same { Ok(Vec::new()) } else { Err(Fault::ForeignContent) })
    }

    fn read(&self, path: &RecordPath, entry: TreeEntry) -> Result<Result<Record, Fault>, Refused> {
        if self.history.size(entry.id)? > limits::RECORD_BYTES {
            return Ok(Err(Fault::TooLarge));
        }
        Ok(record(self.history, path, entry.id)?.map_err(Fault::Unreadable))
    }

    fn written_by_owner(&self, path: &RecordPath, old: Option<&Record>, new: Option<&Record>) -> Result<(), Fault> {
        let Some(roster) = self.roster else { return Ok(()) };
        if self.signers.iter().any(|holder| roster.may_write(holder, path, old, new, self.day)) {
            return if roster.may_name_entry(self.signers, old, new) { Ok(()) } else { Err(Fault::EnteredByOther) };
        }
        // Without a signature that speaks for somebody, that is what is wrong, and it is said of the commit.
        let Some(signer) = self.signers.first() else { return Ok(()) };
        let owner = roster.mechanism.owner_of(path);
        let name = |unit| roster.mechanism.short(unit).to_owned();
        Err(Fault::NotOwner(format!("{}{}", name(&signer.unit), signer.name), name(owner)))
    }

    /// Whether a file may be taken out: only one that was never on the main line, such as a record that gets another number. By what
    /// the others say, such as who a unit's people were, it is judged for years. Registers whose commits do not say their name yet are
    /// judged as before.
    fn removed(&self, path: &RecordPath) -> Result<Result<(), Fault>, Refused> {
        let kind = path.kind();
        let is_named = self.roster.is_some_and(|roster| roster.mechanism.file.register.is_some());
        if !kind.is_happening() && !kind.is_single() && !is_named {
            return Ok(Ok(()));
        }
        Ok(if self.is_unpublished(path)? { Ok(()) } else { Err(Fault::Removed) })
    }

    /// Whether nobody else ever had a record: its line left the main one before it was filed, and it may still be put right.
    fn is_unpublished(&self, path: &RecordPath) -> Result<bool, Refused> {
        match self.partings {
            Some(partings) => began(self.history, partings, &path.file()),
            None => Ok(false),
        }
    }

    /// Whether a review was signed by the leader's own key, where there is a new one.
    fn review(&self, path: &RecordPath, old: Option<&Record>, new: &Record) -> Result<bool, Fault> {
        let of = |record: &Record| match record {
            Record::Notice(notice) => notice.review.clone(),
            _ => None,
        };
        let (Some(roster), Some(owner)) = (self.roster, path.owner()) else { return Ok(false) };
        if of(new).is_none() || old.and_then(of) == of(new) {
            return Ok(false);
        }
        let by_leader = self.signers.iter().any(|holder| roster.is_leader(holder, owner, self.day));
        if !by_leader && roster.mechanism.reviews_are_signed(self.day) {
            let name = self.signers.first().map(|holder| holder.name.clone()).unwrap_or_default();
            return Err(Fault::NotByLeader(name));
        }
        Ok(by_leader)
    }
}

/// What is worth knowing about a change that is in order.
fn marks(path: &RecordPath, old: Option<&Record>, new: &Record, reviewed_by_leader: bool) -> Vec<CommitMark> {
    let amended = |record: &Record| record.happening().map_or(0, |happening| happening.amended().len());
    let entered = new.happening().and_then(<dyn Happening>::entered_by).is_some();
    let mechanism = path.owner().is_none() && !path.kind().is_happening();
    [
        (entered, CommitMark::Proxy),
        (amended(new) > old.map_or(0, amended), CommitMark::Amended),
        (reviewed_by_leader, CommitMark::ReviewedByLeader),
        (mechanism, CommitMark::Mechanism),
    ]
    .into_iter()
    .filter_map(|(holds, mark)| holds.then_some(mark))
    .collect()
}
