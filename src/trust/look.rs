//! One commit: whose word it is, for which register, and whether what it changes is its maker's to change.

use chrono::{DateTime, FixedOffset};

use super::breach::{Breach, CommitMark, Fault};
use super::change::Scene;
use super::found::{Checked, Found, Signer};
use super::hands::{ChangeScene, KeysChange, Touched};
use super::jobs::Job;
use super::key::Signature;
use super::naming::Naming;
use super::recovered::{brings_recovered, recovered};
use super::roster::{KeyHolder, Roster};
use crate::git::{Commit, Differing, History, Refused};
use crate::model::Day;

/// How far it is looked.
#[derive(Debug, Clone, Copy)]
pub(super) struct LookBounds {
    /// After which moment nothing can have been made yet.
    pub(super) latest: Option<DateTime<FixedOffset>>,
    /// How many breaches of one commit are enough.
    pub(super) most: usize,
}

/// Looks at one commit, which changes so much.
pub(super) fn look(
    history: &History,
    job: &Job,
    changes: &[Differing],
    bounds: LookBounds,
) -> Result<(Checked, Vec<Breach>), Refused> {
    let commit = history.commit(job.commit)?;
    let mut found = Found::of(job.commit);
    if bounds.latest.is_some_and(|latest| commit.at > latest) {
        found.breach(None, Fault::Ahead);
    }
    if let Some(fault) = &job.leaves {
        found.breach(None, fault.clone());
    }
    let signed = job.roster.as_deref().map(|roster| signers(&commit, roster, job.day));
    let by_recovery = match &signed {
        Some(Err(Fault::UnknownKey(_))) => by_recovery(history, job, &commit)?,
        _ => None,
    };
    let signed = by_recovery.as_ref().map(|roster| signers(&commit, roster, job.day)).or(signed);
    let signers = match signed {
        Some(Ok(signers)) => signers,
        Some(Err(fault)) => {
            found.breach(None, fault);
            Vec::new()
        }
        None => {
            // The keys themselves cannot be read: nobody's word is as good as none.
            if job.is_asked {
                found.breach(None, Fault::Unsigned);
            }
            Vec::new()
        }
    };
    if job.is_asked && !signers.is_empty() {
        look_at_name(&commit, &job.naming, &mut found);
    }
    let partings = job.partings.as_deref();
    let scene =
        Scene { history, roster: by_recovery.as_ref().or(job.roster.as_deref()), signers: &signers, day: job.day, partings };
    let mut touched = Touched::Nothing;
    match (&*commit.parents, &job.decisions) {
        (_, Some(decisions)) => {
            touched = Touched::of_merge(decisions);
            scene.look_at_merge(decisions, &mut found)?;
        }
        ([_, _, ..], None) => found.breach(None, Fault::Tangled),
        ([], None) if partings.is_some() => found.breach(None, Fault::Tangled),
        (_, None) => {
            touched = Touched::of_changes(changes);
            for change in changes {
                if found.breaches.len() >= bounds.most {
                    found.breach(None, Fault::AndMore);
                    break;
                }
                found.add(&change.path, scene.look(change)?);
            }
        }
    }
    if by_recovery.is_none() && !job.is_root {
        look_at_hands(&scene, &commit, touched, &mut found)?;
    }
    let Found { marks, breaches, .. } = found;
    let title = commit.message.lines().next().unwrap_or_default().to_owned();
    let by = signers.first().map(|holder| Signer {
        name: holder.name.clone(),
        unit: holder.unit.clone(),
        key: holder.key.fingerprint(),
    });
    Ok((Checked { commit: commit.id, at: commit.at, title, by, marks }, breaches))
}

/// The register by whose keys a commit counts whose key nobody admitted before it, where the key on paper did.
fn by_recovery(history: &History, job: &Job, commit: &Commit) -> Result<Option<Roster>, Refused> {
    let Some(line) = job.roster.as_deref().filter(|_| job.is_asked && !job.is_root) else { return Ok(None) };
    match &job.decisions {
        Some(decisions) if job.partings.is_none() => brings_recovered(history, commit, decisions, (line, job.day)),
        Some(_) => Ok(None),
        None => recovered(history, commit, line, job.day),
    }
}

/// Whether as many consented to a change of keys as it takes.
fn look_at_hands(scene: &Scene<'_>, commit: &Commit, touched: Touched, found: &mut Found) -> Result<(), Refused> {
    let (Some(line), Some(parent)) = (scene.roster, commit.parents.first()) else { return Ok(()) };
    if touched == Touched::Nothing || scene.signers.is_empty() {
        return Ok(());
    }
    let (before, after) = (Roster::at(scene.history, *parent)?, Roster::at(scene.history, commit.id)?);
    // Where nothing can be read any more, that is said by other means.
    let Some(after) = after else { return Ok(()) };
    let change = KeysChange { parent: *parent, before: before.as_ref(), after: &after };
    if (touched == Touched::LeftOut || change.is_one())
        && let Err(fault) = change.has_hands(&ChangeScene { line, signers: scene.signers, day: scene.day })
    {
        found.breach(None, Fault::Hands(fault));
    }
    Ok(())
}

/// For which register a signed commit is made.
fn look_at_name(commit: &Commit, naming: &Naming, found: &mut Found) {
    if let Err(fault) = naming.stays() {
        found.breach(None, fault);
    }
    match naming.look(commit) {
        Ok(true) => found.marks.push((String::new(), CommitMark::EarlierRules)),
        Ok(false) => {}
        Err(fault) => found.breach(None, fault),
    }
}

/// For whom the signature of a commit speaks.
fn signers<'r>(commit: &Commit, roster: &'r Roster, day: Day) -> Result<Vec<&'r KeyHolder>, Fault> {
    let signature = commit.signature.as_deref().and_then(Signature::read).ok_or(Fault::Unsigned)?;
    let holders = roster.of_key(&signature.key);
    let Some(first) = holders.first() else { return Err(Fault::UnknownKey(signature.key.fingerprint())) };
    if !signature.fits(&commit.signed) {
        return Err(Fault::Altered);
    }
    let name = first.name.clone();
    let now: Vec<&KeyHolder> = holders.into_iter().filter(|holder| holder.holds(day)).collect();
    if now.is_empty() { Err(Fault::Expired(name)) } else { Ok(now) }
}
