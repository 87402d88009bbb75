//! The one commit that nobody signs who was admitted before it: the key on paper admits one key of the office, which signs the commit, and
//! retires all others of the office. It does nothing else, so that whoever finds the paper can do nothing in silence.

use super::hands::KeysChange;
use super::key::{PublicKey, signer_of};
use super::merge::Decisions;
use super::roster::{KeyHolder, Roster};
use crate::git::{Commit, History, Refused};
use crate::model::{Day, Key, Kind, RecordPath, Role};

/// The register after a commit by which the key on paper gives the office another key; none where it is no such commit.
pub(super) fn recovered(history: &History, commit: &Commit, line: &Roster, day: Day) -> Result<Option<Roster>, Refused> {
    let (Some(key), [parent]) = (signer_of(commit), &commit.parents[..]) else { return Ok(None) };
    let (Some(before), Some(after)) = (Roster::at(history, *parent)?, Roster::at(history, commit.id)?) else { return Ok(None) };
    let keys = RecordPath::OfUnit(Kind::Keys, line.mechanism.office().clone()).file();
    let changes = history.diff_trees(Some(*parent), commit.id)?;
    let is_alone = matches!(&changes[..], [only] if only.path == keys && only.new.is_some());
    let is_new = line.of_key(&key).is_empty() && before.of_key(&key).is_empty();
    let change = KeysChange { parent: *parent, before: Some(&before), after: &after };
    let holds = is_alone && is_new && is_consented(&change, line) && admits_only(&change, &key, day);
    Ok(holds.then_some(after))
}

/// The register after a merge of the main line that brings such a commit, where whoever recovered merges and decides nothing: others
/// filed meanwhile.
pub(super) fn brings_recovered(
    history: &History,
    commit: &Commit,
    decisions: &Decisions,
    (line, day): (&Roster, Day),
) -> Result<Option<Roster>, Refused> {
    let (Some(key), [first, side]) = (signer_of(commit), &commit.parents[..]) else { return Ok(None) };
    if !decisions.made.is_empty() || !decisions.left_out.is_empty() {
        return Ok(None);
    }
    for brought in history.commits_since(*side, &[*first])? {
        let brought = history.commit(brought)?;
        if signer_of(&brought).is_some_and(|by| by.is(&key)) && recovered(history, &brought, line, day)?.is_some() {
            return Roster::at(history, commit.id);
        }
    }
    Ok(None)
}

/// That the key on paper consents to it, which is the main line's, and stays what it is.
fn is_consented(change: &KeysChange<'_>, line: &Roster) -> bool {
    let (Some(recovery), Some(before), Some(after)) =
        (line.recovery(), change.before.and_then(Roster::recovery), change.after.recovery())
    else {
        return false;
    };
    before.is(&recovery) && after.is(&recovery) && change.consented().iter().any(|key| key.is(&recovery))
}

/// Whether it admits a key of the office, ends all others of the office at once, goes back to one hand, and changes nothing else.
fn admits_only(change: &KeysChange<'_>, key: &PublicKey, day: Day) -> bool {
    let office = change.after.mechanism.office();
    let (Some(before), Some(after)) = (change.before.and_then(Roster::office_file), change.after.office_file()) else {
        return false;
    };
    let Some((new, others)) = after.key.split_last() else { return false };
    let is_office = |key: &Key| key.role.contains(&Role::Office);
    let ended = |old: &Key, new: &Key| {
        let same = Key { until: old.until, ..new.clone() } == *old;
        let is_over = new.until.is_some_and(|until| until < day);
        same && if is_office(old) { is_over } else { old.until == new.until }
    };
    let others_end = before.key.len() == others.len() && before.key.iter().zip(others).all(|(old, new)| ended(old, new));
    let is_admitted = |holder: &&KeyHolder| holder.unit == *office && holder.until.is_none() && holder.since <= day;
    let admitted = change.after.of_key(key).iter().filter(|holder| is_admitted(holder)).count() == 1;
    let is_the_new = PublicKey::read(new.public.as_str()).is_ok_and(|public| public.is(key));
    others_end && admitted && is_office(new) && is_the_new && change.after.threshold() == 1
}
