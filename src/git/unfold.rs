//! Walking trees under a budget. One tree may stand in many places of another: a few kilobytes can unfold into millions of paths. A
//! register's do not; so what is listed is held against what there is to list, while it is walked.

use std::collections::HashSet;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};

use super::refused::Refused;

/// How often as many paths as there are entries may be listed: folders that are alike are few.
const TIMES: usize = 4;
/// What is listed in any case.
const SOME: usize = 10_000;
/// How deep folders may lie in each other; those of a register do four deep.
const DEEPEST: usize = 32;

/// A walk, and how much it has listed.
pub(super) struct TreeWalk<'r> {
    repository: &'r Repository,
    known: HashSet<Oid>,
    entries: usize,
    listed: usize,
}

/// What is asked of each folder on the way, and told of each file, by its path.
pub(super) struct Visitor<'v> {
    /// Whether a folder is looked into.
    pub(super) enter: &'v mut dyn FnMut(&str, Oid) -> bool,
    /// A file or anything else that is no folder.
    pub(super) see: &'v mut dyn FnMut(String, &TreeEntry<'_>),
}

/// What is told of each path at which two trees differ: what stood there, and what stands there now.
pub(super) type SeeChange<'s> = dyn FnMut(String, Option<&TreeEntry<'_>>, Option<&TreeEntry<'_>>) + 's;

impl<'r> TreeWalk<'r> {
    pub(super) fn new(repository: &'r Repository) -> Self {
        Self { repository, known: HashSet::new(), entries: 0, listed: 0 }
    }

    /// Everything in a tree, in its own order; `above` is empty or ends in `/`.
    pub(super) fn each(&mut self, tree: &Tree<'_>, above: &str, visitor: &mut Visitor<'_>) -> Result<(), Refused> {
        self.open(tree, above)?;
        for entry in tree {
            let path = path(above, &entry);
            if entry.kind() != Some(ObjectType::Tree) {
                self.list()?;
                (visitor.see)(path, &entry);
            } else if (visitor.enter)(&path, entry.id()) {
                let below = self.repository.find_tree(entry.id())?;
                self.each(&below, &format!("{path}/"), visitor)?;
            }
        }
        Ok(())
    }

    /// Where two trees differ: what stood at a path and what stands there now.
    pub(super) fn differing(
        &mut self,
        (old, new): (Option<&Tree<'_>>, Option<&Tree<'_>>),
        above: &str,
        see: &mut SeeChange<'_>,
    ) -> Result<(), Refused> {
        for tree in [old, new].into_iter().flatten() {
            self.open(tree, above)?;
        }
        for before in old.into_iter().flatten() {
            let after = new.and_then(|tree| tree.get_name_bytes(before.name_bytes()));
            self.differs((Some(&before), after.as_ref()), above, see)?;
        }
        for after in new.into_iter().flatten() {
            if old.is_none_or(|tree| tree.get_name_bytes(after.name_bytes()).is_none()) {
                self.differs((None, Some(&after)), above, see)?;
            }
        }
        Ok(())
    }

    fn differs(
        &mut self,
        (before, after): (Option<&TreeEntry<'_>>, Option<&TreeEntry<'_>>),
        above: &str,
        see: &mut SeeChange<'_>,
    ) -> Result<(), Refused> {
        let what = |entry: Option<&TreeEntry<'_>>| entry.map(|entry| (entry.id(), entry.filemode_raw()));
        let Some(either) = before.or(after).filter(|_| what(before) != what(after)) else { return Ok(()) };
        let path = path(above, either);
        let is_tree = |entry: &&TreeEntry<'_>| entry.kind() == Some(ObjectType::Tree) && !is_empty_folder(entry);
        let file = |entry: Option<&'_ TreeEntry<'_>>| entry.is_some_and(|entry| !is_tree(&entry));
        if file(before) || file(after) {
            self.list()?;
            see(path.clone(), before.filter(|entry| !is_tree(entry)), after.filter(|entry| !is_tree(entry)));
        }
        let tree = |entry: Option<&TreeEntry<'_>>| entry.filter(is_tree).map(|entry| self.repository.find_tree(entry.id()));
        let (old, new) = (tree(before).transpose()?, tree(after).transpose()?);
        if old.is_none() && new.is_none() {
            return Ok(());
        }
        self.differing((old.as_ref(), new.as_ref()), &format!("{path}/"), see)
    }

    fn open(&mut self, tree: &Tree<'_>, above: &str) -> Result<(), Refused> {
        if self.known.insert(tree.id()) {
            self.entries += tree.len();
            if !names_each_once(tree) {
                return Err(Refused::Ambiguous(tree.id().to_string()));
            }
        }
        if above.split('/').count() > DEEPEST {
            return Err(Refused::Unfolds);
        }
        self.list()
    }

    fn list(&mut self) -> Result<(), Refused> {
        self.listed += 1;
        if self.listed > self.entries.saturating_mul(TIMES).saturating_add(SOME) { Err(Refused::Unfolds) } else { Ok(()) }
    }
}

/// Whether a tree is in git's order, in which a folder stands as if its name ended in `/`, and gives every name once. What does not was made
/// by no git: who looks a name up finds another entry of it than who reads them all.
fn names_each_once(tree: &Tree<'_>) -> bool {
    let is_folder = |entry: &TreeEntry<'_>| entry.kind() == Some(ObjectType::Tree);
    let is_before = |one: &TreeEntry<'_>, next: &TreeEntry<'_>| {
        let end = |entry: &TreeEntry<'_>| if is_folder(entry) { &b"/"[..] } else { b"" };
        one.name_bytes().iter().chain(end(one)).lt(next.name_bytes().iter().chain(end(next)))
    };
    let folders: Vec<TreeEntry<'_>> = tree.iter().filter(is_folder).collect();
    let folders: HashSet<&[u8]> = folders.iter().map(TreeEntry::name_bytes).collect();
    tree.iter().is_sorted_by(is_before)
        && (folders.is_empty() || tree.iter().all(|entry| is_folder(&entry) || !folders.contains(entry.name_bytes())))
}

/// A folder in which nothing lies holds a name, and no list of files shows that: to compare trees it is a thing like any other.
pub(super) fn is_empty_folder(entry: &TreeEntry<'_>) -> bool {
    entry.kind() == Some(ObjectType::Tree) && Oid::from_str(EMPTY_TREE).is_ok_and(|empty| entry.id() == empty)
}

/// The name of a tree without entries.
const EMPTY_TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/// Bytes that are no UTF-8 become U+FFFD.
fn path(above: &str, entry: &TreeEntry<'_>) -> String {
    format!("{above}{}", String::from_utf8_lossy(entry.name_bytes()))
}
