//! A folder as a handle. What lies below it is reached name by name, and no link is followed on the way or at its end: whoever
//! exchanges a folder for a link meanwhile leads nothing elsewhere.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use cap_fs_ext::{DirExt as _, FollowSymlinks, OpenOptionsFollowExt as _, OpenOptionsSyncExt as _};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, OpenOptions, Permissions};

use super::disk::{Disk, DiskOp, beside};
use super::refused::Refused;
use crate::platform::SETTLES_FOLDERS;

/// How large a file may be that is read whole: no record is, and no note of this program's own. A file of any size costs its sender
/// nothing.
const MOST: u64 = 128 * 1024 * 1024;

/// A folder, and the way to it for those who are told of it.
#[derive(Debug)]
pub struct RealFolder {
    path: PathBuf,
    handle: Dir,
}

/// A name in a folder that was reached.
struct NameInFolder<'a> {
    folder: Dir,
    name: &'a OsStr,
    /// For messages and watchers.
    shown: PathBuf,
}

impl RealFolder {
    /// A folder that whoever runs the program has named, by whatever way.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Refused> {
        let handle = Dir::open_ambient_dir(path, ambient_authority()).map_err(|error| Refused::disk(path, error))?;
        Ok(Self { path: path.to_owned(), handle })
    }

    /// The bytes of a regular file; `None` where nothing is there.
    ///
    /// # Errors
    /// Something else or too large a file is there or on the way, or the disk failed.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refused> {
        let Some(place) = self.place(path)? else { return Ok(None) };
        let Some(file) = place.open(OpenOptions::new().read(true), path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let size = file.metadata().map_or(0, |found| found.len());
        if size <= MOST {
            file.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| Refused::disk(&place.shown, error))?;
        }
        if size.max(bytes.len() as u64) > MOST { Err(Refused::Huge(place.shown)) } else { Ok(Some(bytes)) }
    }

    /// The first bytes of a regular file; `None` where nothing is there.
    pub(super) fn begins(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Refused> {
        let Some(place) = self.place(path)? else { return Ok(None) };
        let Some(file) = place.open(OpenOptions::new().read(true), path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes).map_err(|error| Refused::disk(&place.shown, error))?;
        Ok(Some(bytes))
    }

    /// A regular file to be read and written, made where it is not there.
    pub(super) fn open_or_make(&self, disk: &Disk, path: &str) -> Result<File, Refused> {
        let place = self.place(path)?.ok_or_else(|| obstacle(path))?;
        let opened = disk
            .act(DiskOp::Create, &place.shown, || Ok(place.open(OpenOptions::new().read(true).write(true).create(true), path)))?;
        opened?.ok_or_else(|| obstacle(path))
    }

    /// The names in a folder; none where it is not there.
    ///
    /// # Errors
    /// Something else is there or on the way, or the disk failed.
    pub fn names(&self, path: &str) -> Result<Vec<String>, Refused> {
        let Some(folder) = self.folder(Path::new(path))? else { return Ok(Vec::new()) };
        let shown = self.path.join(path);
        let names = folder.entries().and_then(|entries| {
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<io::Result<Vec<_>>>()
        });
        names.map_err(|error| Refused::disk(&shown, error))
    }

    /// The folders that have to be made for a file, from above to below.
    pub(super) fn missing_folders(&self, path: &str) -> Result<Vec<String>, Refused> {
        let mut missing = Vec::new();
        for folder in folders_of(path) {
            if self.folder(folder)?.is_none() {
                missing.push(folder.to_string_lossy().into_owned());
            }
        }
        Ok(missing)
    }

    /// Makes the folders of a file, each on the disk when this returns.
    ///
    /// # Errors
    /// Something else is on the way, or the disk failed.
    pub fn make_folders(&self, disk: &Disk, path: &str) -> Result<(), Refused> {
        for folder in folders_of(path) {
            if self.folder(folder)?.is_some() {
                continue;
            }
            let name = folder.to_string_lossy();
            let place = self.place(&name)?.ok_or_else(|| obstacle(&name))?;
            disk.act(DiskOp::MakeFolder, &place.shown, || match place.folder.create_dir(place.name) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => Ok(()),
            })?;
            place.sync(disk)?;
        }
        Ok(())
    }

    /// Writes a file that takes the place of another whole or not at all, with the mode of the file that it replaces. Its folders must
    /// be there.
    ///
    /// # Errors
    /// Something else is on the way, or the disk failed.
    pub fn put(&self, disk: &Disk, path: &str, bytes: &[u8]) -> Result<(), Refused> {
        self.put_by(disk, path, bytes, &beside)
    }

    /// The same where others may put the same file at once: each writes under a name of its own before it takes the file's place.
    ///
    /// # Errors
    /// Something else is on the way, or the disk failed.
    pub fn put_among_others(&self, disk: &Disk, path: &str, bytes: &[u8]) -> Result<(), Refused> {
        static PUT: AtomicU64 = AtomicU64::new(0);
        let (process, nth) = (std::process::id(), PUT.fetch_add(1, Ordering::Relaxed));
        let own = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            beside(&path.with_file_name(format!("{name}.{process}-{nth}")))
        };
        self.put_by(disk, path, bytes, &own)
    }

    fn put_by(&self, disk: &Disk, path: &str, bytes: &[u8], beside: &dyn Fn(&Path) -> PathBuf) -> Result<(), Refused> {
        let place = self.place(path)?.ok_or_else(|| obstacle(path))?;
        let (whole, shown) = (beside(Path::new(place.name)), beside(&place.shown));
        let _ = place.folder.remove_file(&whole);
        let mode = place.folder.symlink_metadata(place.name).ok().filter(cap_std::fs::Metadata::is_file);
        let written = place.fill(disk, (&whole, &shown), bytes, mode.map(|found| found.permissions()));
        let placed = written
            .and_then(|()| disk.act(DiskOp::Rename, &place.shown, || place.folder.rename(&whole, &place.folder, place.name)));
        if let Err(why) = placed {
            let _ = place.folder.remove_file(&whole);
            return Err(why);
        }
        place.sync(disk)
    }

    /// Makes an empty file; says whether it was made, and not there before. Its folders must be there.
    ///
    /// # Errors
    /// Something else is on the way, or the disk failed.
    pub fn claim(&self, disk: &Disk, path: &str) -> Result<bool, Refused> {
        let place = self.place(path)?.ok_or_else(|| obstacle(path))?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).follow(FollowSymlinks::No);
        disk.act(DiskOp::Create, &place.shown, || match place.folder.open_with(place.name, &options) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        })
    }

    /// Removes a file, if there is one.
    ///
    /// # Errors
    /// Something else is on the way, or the disk failed.
    pub fn remove(&self, disk: &Disk, path: &str) -> Result<(), Refused> {
        let Some(place) = self.place(path)? else { return Ok(()) };
        disk.act(DiskOp::Remove, &place.shown, || match place.folder.remove_file(place.name) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })?;
        place.sync(disk)
    }

    /// Removes what a killed program left beside a file.
    pub(super) fn remove_leftover(&self, disk: &Disk, path: &str) -> Result<(), Refused> {
        let Some(place) = self.place(path)? else { return Ok(()) };
        let whole = beside(Path::new(place.name));
        if place.folder.symlink_metadata(&whole).is_err() {
            return Ok(());
        }
        disk.act(DiskOp::Remove, &beside(&place.shown), || place.folder.remove_file(&whole))
    }

    /// Removes a folder in which nothing lies.
    pub(super) fn remove_empty(&self, path: &str) {
        // A folder in which somebody has put something meanwhile stays.
        if let Ok(Some(place)) = self.place(path) {
            let _ = place.folder.remove_dir(place.name);
        }
    }

    fn place<'p>(&self, path: &'p str) -> Result<Option<NameInFolder<'p>>, Refused> {
        let name = Path::new(path).file_name().ok_or_else(|| Refused::Path(path.to_owned()))?;
        let above = Path::new(path).parent().unwrap_or(Path::new(""));
        let folder = self.folder(above)?;
        Ok(folder.map(|folder| NameInFolder { folder, name, shown: self.path.join(path) }))
    }

    /// A folder below this one; `None` where nothing is there.
    fn folder(&self, path: &Path) -> Result<Option<Dir>, Refused> {
        let failed = |error| Refused::disk(&self.path, error);
        let mut folder = self.handle.try_clone().map_err(failed)?;
        for name in path {
            folder = match folder.open_dir_nofollow(name) {
                Ok(below) => below,
                Err(error) => {
                    return match error.kind() {
                        ErrorKind::NotFound => Ok(None),
                        ErrorKind::PermissionDenied => Err(Refused::disk(&self.path.join(path), error)),
                        _ => Err(obstacle(&path.to_string_lossy())),
                    };
                }
            };
        }
        Ok(Some(folder))
    }
}

impl NameInFolder<'_> {
    /// A regular file; a link, a device or a pipe is none, and is not waited for.
    fn open(&self, options: &mut OpenOptions, path: &str) -> Result<Option<File>, Refused> {
        match self.folder.symlink_metadata(self.name) {
            Ok(found) if !found.is_file() => return Err(obstacle(path)),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Refused::disk(&self.shown, error)),
            _ => {}
        }
        match self.folder.open_with(self.name, options.follow(FollowSymlinks::No).nonblock(true)) {
            Ok(file) if file.metadata().is_ok_and(|found| found.is_file()) => Ok(Some(file)),
            Ok(_) => Err(obstacle(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Refused::disk(&self.shown, error)),
        }
    }

    /// A new file with its bytes on the disk.
    fn fill(&self, disk: &Disk, (name, shown): (&Path, &Path), bytes: &[u8], mode: Option<Permissions>) -> Result<(), Refused> {
        let options = || {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true).follow(FollowSymlinks::No);
            options
        };
        let mut file = disk.act(DiskOp::Create, shown, || self.folder.open_with(name, &options()))?;
        disk.act(DiskOp::Write, shown, || file.write_all(bytes))?;
        if let Some(mode) = mode {
            file.set_permissions(mode).map_err(|error| Refused::disk(shown, error))?;
        }
        disk.act(DiskOp::Sync, shown, || file.sync_all())
    }

    /// Brings the names in the folder to the disk.
    fn sync(&self, disk: &Disk) -> Result<(), Refused> {
        let above = self.shown.parent().unwrap_or(&self.shown);
        disk.act(DiskOp::SyncFolder, above, || {
            // Only Unix opens folders as files; elsewhere names are written with the file.
            if SETTLES_FOLDERS { self.folder.open(".")?.sync_all() } else { Ok(()) }
        })
    }
}

/// The folders above a file, from above to below.
fn folders_of(path: &str) -> Vec<&Path> {
    let mut above: Vec<&Path> = Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
    above.reverse();
    above
}

fn obstacle(path: &str) -> Refused {
    Refused::Obstacle(path.to_owned())
}

/// Whether a path stays within the work tree and out of git's own folder, on every system.
pub(super) fn is_plain(path: &str) -> bool {
    path.len() <= LONGEST && path.split('/').all(is_plain_part)
}

fn is_plain_part(part: &str) -> bool {
    let end = part.trim_end_matches([' ', '.']);
    !end.is_empty()
        && !end.eq_ignore_ascii_case(".git")
        && !end.eq_ignore_ascii_case("git~1")
        && !part.contains(['\\', ':'])
        && !part.contains(|c: char| c.is_control() || is_ignored(c))
}

/// The longest path of any system.
const LONGEST: usize = 4096;

/// Whether a sign counts for nothing in a name on a Mac: `.g\u{200C}it` is `.git` there.
const fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}')
}
