//! What becomes of the objects of a filing that was taken back: they go, with what the reflogs say of them, unless something else in the
//! repository holds them. git would keep them for weeks.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use git2::{Index, ObjectType, Oid, Repository, Tree};

use super::branch::tip;
use super::disk::Disk;
use super::git_folder::GitFolder;
use super::intent::Intent;
use super::own_reference;
use super::refused::Refused;

/// Where this program marks which record a draft became: of what is taken back that is forgotten as well.
pub(super) const DRAFTS: &str = "refs/liandong/drafts/";

/// The objects that commits brought into the repository.
#[derive(Default)]
struct BroughtObjects {
    files: BTreeSet<Oid>,
    /// From below to above: what is in a folder goes before it.
    folders: Vec<Oid>,
}

/// A repository of which something is to be removed.
pub(super) struct Forgetting<'a> {
    pub(super) disk: &'a Disk,
    pub(super) place: &'a GitFolder,
    pub(super) repository: &'a Repository,
}

/// Removes what a filing that was taken back has left behind; done again, it does no harm. Objects that git has packed stay until it
/// packs anew, and so do all where several work trees share them: another may be about to use one.
pub(super) fn forget(within: &Forgetting<'_>, intent: &Intent, note: &str) -> Result<(), Refused> {
    let Forgetting { disk, place, repository } = within;
    forget_drafts(repository, intent)?;
    let gone = nowhere(repository, intent)?;
    if gone.is_empty() {
        return Ok(());
    }
    let now = tip(repository, &intent.branch)?.unwrap_or(Oid::ZERO_SHA1);
    for log in [place.common.join("logs").join(&intent.branch), place.git.join("logs/HEAD")] {
        cut(disk, &log, &gone, now, note)?;
    }
    if place.common.join("worktrees").exists() {
        return Ok(());
    }
    let mut brought = BroughtObjects::default();
    for id in &gone {
        let commit = repository.find_commit(*id)?;
        let before = commit.parents().next().and_then(|parent| parent.tree().ok());
        // What is missing went before this was interrupted, and so did what it held.
        if let Ok(tree) = commit.tree() {
            bring(repository, &tree, before.as_ref(), &mut brought);
        }
    }
    let Ok(index) = Index::open(&place.git.join("index")) else { return Ok(()) };
    for entry in index.iter() {
        brought.files.remove(&entry.id);
    }
    still_held(repository, &mut brought)?;
    // The last commit goes last: from it this is found again, should it be interrupted.
    let objects = place.objects();
    for id in brought.files.iter().chain(brought.folders.iter()).chain(gone.iter().rev()) {
        let digits = id.to_string();
        disk.remove(&objects.join(&digits[..2]).join(&digits[2..]))?;
    }
    Ok(())
}

/// Takes away the marks that say which drafts became records by commits to which the branch led and does not lead any more.
fn forget_drafts(repository: &Repository, intent: &Intent) -> Result<(), Refused> {
    let (Some(led), Some(leads)) = (intent.parent, tip(repository, &intent.branch)?) else { return Ok(()) };
    let reaches = |from: Oid, commit: Oid| from == commit || repository.graph_descendant_of(from, commit).unwrap_or_default();
    for reference in repository.references_glob(&format!("{DRAFTS}*"))? {
        let mut reference = reference?;
        let held = reference.peel_to_commit().map(|held| held.id());
        if held.is_ok_and(|held| reaches(led, held) && !reaches(leads, held)) {
            own_reference::delete(repository, &mut reference)?;
        }
    }
    Ok(())
}

/// The commits that the branch led to and no reference does any more, newest first; of those that went already nothing is told.
fn nowhere(repository: &Repository, intent: &Intent) -> Result<Vec<Oid>, Refused> {
    let mut walk = repository.revwalk()?;
    walk.push_glob("refs/*")?;
    let held: HashSet<Oid> = walk.collect::<Result<_, git2::Error>>()?;
    let (mut gone, mut next) = (Vec::new(), intent.parent);
    while let Some(commit) = next.filter(|id| !held.contains(id)).and_then(|id| repository.find_commit(id).ok()) {
        gone.push(commit.id());
        next = commit.parent_ids().next();
    }
    Ok(gone)
}

/// Takes the lines that name commits out of a reflog, which ends where the branch stands.
fn cut(disk: &Disk, log: &Path, gone: &[Oid], now: Oid, note: &str) -> Result<(), Refused> {
    let Ok(bytes) = fs::read(log) else { return Ok(()) };
    let names = |line: &[u8], id: &Oid| line.windows(40).take(42).any(|digits| digits == id.to_string().as_bytes());
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let kept: Vec<&[u8]> = lines.filter(|line| !gone.iter().any(|id| names(line, id))).collect();
    let last = kept.last().and_then(|line| line.get(41..81)).map(|digits| String::from_utf8_lossy(digits).into_owned());
    let last = last.unwrap_or_else(|| Oid::ZERO_SHA1.to_string());
    let mut whole = kept.concat();
    if last != now.to_string() {
        whole.extend(format!("{last} {now} {note}\n").bytes());
    }
    disk.write_whole(log, &whole)
}

/// What a tree holds that the one before did not hold in the same place.
fn bring(repository: &Repository, tree: &Tree<'_>, before: Option<&Tree<'_>>, brought: &mut BroughtObjects) {
    if before.is_some_and(|before| before.id() == tree.id()) {
        return;
    }
    for entry in tree {
        let stood = before.and_then(|before| before.get_name_bytes(entry.name_bytes()).map(|stood| stood.id()));
        match entry.kind() {
            _ if stood == Some(entry.id()) => {}
            Some(ObjectType::Tree) => {
                let stood = stood.and_then(|stood| repository.find_tree(stood).ok());
                if let Ok(folder) = repository.find_tree(entry.id()) {
                    bring(repository, &folder, stood.as_ref(), brought);
                }
            }
            Some(ObjectType::Blob) => drop(brought.files.insert(entry.id())),
            _ => {}
        }
    }
    brought.folders.push(tree.id());
}

/// Leaves only what no reference and no reflog leads to.
fn still_held(repository: &Repository, brought: &mut BroughtObjects) -> Result<(), Refused> {
    let mut walk = repository.revwalk()?;
    walk.push_glob("refs/*")?;
    for name in repository.references()?.names() {
        let Ok(log) = repository.reflog(name?) else { continue };
        for id in log.iter().flat_map(|entry| [entry.id_old(), entry.id_new()]) {
            if repository.find_commit(id).is_ok() {
                walk.push(id)?;
            }
        }
    }
    let mut seen = HashSet::new();
    for commit in walk {
        see(repository, repository.find_commit(commit?)?.tree_id(), &mut seen, &mut brought.files)?;
    }
    brought.folders.retain(|folder| !seen.contains(folder));
    Ok(())
}

fn see(repository: &Repository, folder: Oid, seen: &mut HashSet<Oid>, files: &mut BTreeSet<Oid>) -> Result<(), Refused> {
    if !seen.insert(folder) {
        return Ok(());
    }
    for entry in &repository.find_tree(folder)? {
        match entry.kind() {
            Some(ObjectType::Tree) => see(repository, entry.id(), seen, files)?,
            _ => drop(files.remove(&entry.id())),
        }
    }
    Ok(())
}
