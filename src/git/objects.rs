//! The objects of a filing. libgit2 makes them in memory; they are written here, so that an object has its name only when its
//! bytes are on the disk. (libgit2 gives the name first: after a power cut an object may be there by name and empty, and
//! would be taken for good by whoever writes the same content again.)

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use git2::{Commit, ErrorCode, ObjectType, Oid, Repository, Signature, Tree};

use super::disk::{Disk, folder_of};
use super::git_folder::GitFolder;
use super::refused::Refused;
use super::signed::{self, Sign};
use crate::platform::unchanging;

/// The backend in memory is asked before the two of the disk, whose priorities are 1 and 2.
const BEFORE_THE_DISK: i32 = 1000;

/// What a tree holds under a name: an object with its mode, or nothing any more.
type TreeEdit = Option<(Oid, u32)>;

const FOLDER: u32 = 0o040_000;

/// What a commit says of itself.
pub(super) struct CommitText<'a> {
    pub(super) author: Signature<'a>,
    pub(super) committer: Signature<'a>,
    pub(super) message: &'a str,
    pub(super) sign: Option<&'a Sign>,
}

/// Objects that exist in memory.
pub(super) struct NewObjects {
    repository: Repository,
    /// Where they are kept.
    objects: PathBuf,
    made: Vec<Oid>,
}

impl NewObjects {
    pub(super) fn new(place: &GitFolder) -> Result<Self, Refused> {
        let repository = place.open_objects()?;
        repository.odb()?.add_new_mempack_backend(BEFORE_THE_DISK)?;
        Ok(Self { repository, objects: place.objects(), made: Vec::new() })
    }

    pub(super) fn blob(&mut self, bytes: &[u8]) -> Result<Oid, Refused> {
        let id = self.repository.blob(bytes)?;
        self.made.push(id);
        Ok(id)
    }

    /// A commit that follows `parents` and differs from the first of them in `edits` only.
    pub(super) fn commit<'e>(
        &mut self,
        parents: &[Oid],
        edits: impl Iterator<Item = (&'e str, TreeEdit)>,
        words: &CommitText<'_>,
    ) -> Result<Oid, Refused> {
        let parents: Result<Vec<Commit<'_>>, git2::Error> = parents.iter().map(|id| self.repository.find_commit(*id)).collect();
        let parents = parents?;
        let before = parents.first().map(Commit::tree).transpose()?;
        let mut made = Vec::new();
        let edits: Vec<(&str, TreeEdit)> = edits.collect();
        let edited = edited(&self.repository, before.as_ref(), "", &edits, &mut made)?;
        let tree = match edited {
            Some(tree) => tree,
            None => self.repository.treebuilder(None)?.write()?,
        };
        // A merge may bring nothing but that it was made.
        if parents.len() < 2 && before.as_ref().is_some_and(|before| before.id() == tree) {
            return Err(Refused::Nothing);
        }
        made.push(tree);
        let tree = self.repository.find_tree(tree)?;
        let parents: Vec<&Commit<'_>> = parents.iter().collect();
        let bytes = self.repository.commit_create_buffer(&words.author, &words.committer, words.message, &tree, &parents)?;
        let bytes = match words.sign {
            Some(sign) => signed::with(&bytes, &sign.make(&bytes).map_err(Refused::NotSigned)?),
            None => bytes.to_vec(),
        };
        let commit = self.repository.odb()?.write(ObjectType::Commit, &bytes)?;
        made.push(commit);
        self.made.append(&mut made);
        Ok(commit)
    }

    /// Writes to the disk what is not there yet. An object gets its name when the bytes of all are there, and only a name that its
    /// bytes have: a wrong object would keep the right one out for good.
    pub(super) fn keep(&self, disk: &Disk, on_disk: &Repository) -> Result<(), Refused> {
        let (memory, stored) = (self.repository.odb()?, on_disk.odb()?);
        let objects = &self.objects;
        let mut written = Vec::new();
        // Two files of a filing may be equal, and so may their folders: each object is written once.
        let new: BTreeSet<&Oid> = self.made.iter().filter(|id| !stored.exists(**id)).collect();
        for id in new {
            let object = memory.read(*id)?;
            if Oid::hash_object(object.kind(), object.data())? != *id {
                return Err(Refused::Broken(format!("object {id} has other bytes")));
            }
            let deflated = deflated(object.kind(), object.data()).map_err(|error| Refused::disk(objects, error))?;
            let digits = id.to_string();
            // git's own `prune` knows leftovers by this beginning of a name.
            let temporary = objects.join(format!("tmp_obj_liandong_{digits}"));
            disk.create(&temporary, &deflated, unchanging())?;
            written.push((objects.join(&digits[..2]).join(&digits[2..]), temporary));
        }
        let mut folders = BTreeSet::new();
        for (path, temporary) in &written {
            place(disk, temporary, path)?;
            folders.insert(folder_of(path));
        }
        // A folder that went was empty: what stood in it is in a pack by then, which git brings to the disk itself.
        folders.into_iter().try_for_each(|folder| match disk.sync_folder(folder) {
            Err(Refused::Disk(_, error)) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            done => done,
        })
    }
}

/// How often git may take a folder away between its being made and its being used.
const FOLDER_GOES: usize = 20;

/// Gives an object its name. git removes folders that it has emptied into a pack at any moment: they are made again.
fn place(disk: &Disk, temporary: &Path, path: &Path) -> Result<(), Refused> {
    for _ in 0..FOLDER_GOES {
        let gone = |why: &Refused| matches!(why, Refused::Disk(_, error) if error.kind() == std::io::ErrorKind::NotFound);
        match disk.make_folders(folder_of(path)).and_then(|()| disk.rename(temporary, path)) {
            Err(why) if gone(&why) && temporary.exists() => {}
            done => return done,
        }
    }
    disk.rename(temporary, path)
}

/// A loose object as git keeps it.
fn deflated(kind: ObjectType, data: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 2 + 64), Compression::default());
    write!(encoder, "{kind} {}\0", data.len())?;
    encoder.write_all(data)?;
    encoder.finish()
}

/// The tree with its edits, or none where nothing is left in it. Only the trees along edited paths are read and written.
fn edited(
    repository: &Repository,
    before: Option<&Tree<'_>>,
    above: &str,
    edits: &[(&str, TreeEdit)],
    made: &mut Vec<Oid>,
) -> Result<Option<Oid>, Refused> {
    let mut builder = repository.treebuilder(before)?;
    let mut folders: BTreeMap<&str, Vec<(&str, TreeEdit)>> = BTreeMap::new();
    for (path, entry) in edits {
        match path.split_once('/') {
            Some((folder, below)) => folders.entry(folder).or_default().push((below, *entry)),
            None => set(&mut builder, path, *entry)?,
        }
    }
    for (name, edits) in folders {
        let path = format!("{above}{name}");
        let folder = match builder.get(name)?.map(|entry| (entry.id(), entry.kind())) {
            Some((id, Some(ObjectType::Tree))) => Some(repository.find_tree(id)?),
            Some(_) => return Err(Refused::Obstacle(path)),
            None => None,
        };
        let id = edited(repository, folder.as_ref(), &format!("{path}/"), &edits, made)?;
        made.extend(id);
        set(&mut builder, name, id.map(|id| (id, FOLDER)))?;
    }
    if builder.is_empty() { Ok(None) } else { Ok(Some(builder.write()?)) }
}

fn set(builder: &mut git2::TreeBuilder<'_>, name: &str, entry: TreeEdit) -> Result<(), Refused> {
    match entry {
        Some((id, mode)) => drop(builder.insert(name, id, i32::try_from(mode).unwrap_or_default())?),
        None => match builder.remove(name) {
            Err(error) if error.code() != ErrorCode::NotFound && builder.get(name)?.is_some() => return Err(error.into()),
            _ => {}
        },
    }
    Ok(())
}
