//! The folder of a lake: for whom it is, by which key its mines have numbers, and the folder of a district in it.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::git::{KeptKey, RealFolder, RegisterFolder, ignored, state_place};
use crate::model::RegisterName;
use crate::ops::{Failure, Result};
use crate::report::Readers;
use crate::store;
use crate::text::{Text, clean};
use crate::tr;

/// What a lake says of itself.
const ABOUT: &str = "_lake.json";

/// The same, as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct AboutLake {
    version: u32,
    /// Drawn by lot: by it its maker's key is found.
    lake: String,
    edition: String,
}

/// A lake.
pub(super) struct LakeFolder {
    path: PathBuf,
    readers: Readers,
    key: KeptKey,
}

/// That a lake may lie there: not within the register, whose next commit would hold it.
///
/// # Errors
/// It would.
pub(super) fn may_lie(out: &Path, register: &RegisterFolder) -> Result<()> {
    let inside = real(out).starts_with(real(register));
    if inside {
        let (out, register) = (shown(out), shown(register));
        return Err(tr!(
            "{out} 在台账文件夹 {register} 里，会被一起提交；请把 --out 改到台账之外";
            "{out} lies in the register {register} and would be committed with it; let --out be outside"
        )
        .into());
    }
    Ok(())
}

/// That a lake lies in the work tree of some repository, whose next commit would hold it; nothing where it does not, or that repository is
/// told to pass over it.
pub(super) fn lies_in_a_repository(out: &Path) -> Option<Text> {
    let place = real(out);
    let top = place.ancestors().find(|above| above.join(".git").symlink_metadata().is_ok())?;
    let inside = place.strip_prefix(top).ok()?.join(ABOUT).to_string_lossy().into_owned();
    if !ignored(&top.into(), &[&inside]).is_empty() {
        return None;
    }
    let (out, top) = (shown(out), shown(top));
    Some(tr!(
        "{out} 在 git 仓库 {top} 里，会被一起提交；请另选 --out，或把它写进那里的 .gitignore";
        "{out} lies in the git repository {top} and would be committed with it; choose another --out, or name it in the .gitignore there"
    ))
}

/// Where a path really leads, as far as there is anything.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = path.ancestors().find_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)));
    let Some((mut real, rest)) = known else { return path };
    for part in rest.components() {
        // What is not there yet is no link, and going up from it leads back.
        if part == Component::ParentDir {
            real.pop();
        } else {
            real.push(part);
        }
    }
    real
}

impl LakeFolder {
    /// The lake in a folder, made where nothing is there.
    ///
    /// # Errors
    /// Something else is there, it is for other readers, or its key is not here.
    pub(super) fn open(path: &Path, readers: Readers) -> Result<Self> {
        std::fs::create_dir_all(path).map_err(|error| unusable(path, error))?;
        let about = match read_about(path)? {
            Some(about) => about,
            None if is_empty(path)? => begin(path, readers)?,
            // Somebody else may have been sooner since.
            None => read_about(path)?.ok_or_else(|| {
                let out = shown(path);
                tr!(
                    "{out} 里有别的文件，不是数据湖；请把 --out 改为空文件夹或原来的数据湖";
                    "{out} holds other files and is no lake; let --out be an empty folder or a lake"
                )
            })?,
        };
        if about.edition != readers.id() {
            let (out, is) = (shown(path), Readers::by_name(Some(&about.edition)).label());
            let (zh, en) = (is.zh(), is.en());
            return Err(tr!(
                "{out} 是{zh}的数据湖，两个版别不能放在一起；请另选 --out，或改 --edition";
                "{out} is a lake of the {en}, and two editions do not lie together; choose another --out or --edition"
            )
            .into());
        }
        let name = key_name(&about.lake);
        let Some(key) = KeptKey::known(&name)? else {
            let (out, place) = (shown(path), state_place(&name).map_or_else(|| name.clone(), |place| shown(&place)));
            return Err(tr!(
                "{out} 的密钥不在这台电脑上，矿山编号会与原来的不同；请向建湖的人取来密钥文件放到 {place}，或另建数据湖";
                "the key of {out} is not on this computer, and mines would go by other numbers; have its maker hand you the key and put it at {place}, or make another lake"
            )
            .into());
        };
        Ok(Self { path: path.to_owned(), readers, key })
    }

    /// By what mines have their numbers.
    pub(super) fn key(&self) -> &KeptKey {
        &self.key
    }

    /// Lays files beside the tables, one export after the other.
    pub(super) fn lay<'f>(&self, files: impl Iterator<Item = (String, &'f [u8])>) -> Result<()> {
        let lock = lock_file(&self.path)?;
        lock.lock().map_err(|error| unusable(&self.path, error))?;
        for (file, bytes) in files {
            if store::read_below(&self.path, &file).ok().flatten().as_deref() != Some(bytes) {
                store::write_below(&self.path, &file, bytes)?;
            }
        }
        Ok(())
    }

    /// The folder of a district, for as long as nobody else writes there.
    pub(super) fn district(&self, code: &str) -> Result<District> {
        let path = self.path.join(format!("edition={}", self.readers.id())).join(format!("district={code}"));
        std::fs::create_dir_all(&path).map_err(|error| unusable(&path, error))?;
        let lock = lock_file(&path)?;
        if lock.try_lock().is_err() {
            let shown = shown(&path);
            return Err(tr!("另一次导出正在写 {shown}；请等它完成后再试"; "another export is writing to {shown}; try again when it is done").into());
        }
        Ok(District { path, _lock: lock })
    }
}

/// The file that keeps two from writing into a folder at once.
fn lock_file(folder: &Path) -> Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("_lock"));
    file.map_err(|error| unusable(folder, error))
}

fn read_about(path: &Path) -> Result<Option<AboutLake>> {
    let Some(bytes) = store::read_below(path, ABOUT)? else { return Ok(None) };
    let about: Option<AboutLake> = serde_json::from_slice(&bytes).ok();
    // The name of a key is never a way to another file.
    let about = about.filter(|about| about.version == 1 && about.lake.parse::<RegisterName>().is_ok());
    let out = shown(path);
    Ok(Some(about.ok_or_else(|| {
        tr!(
            "{out}/{ABOUT} 读不懂（可能由更新的程序写成，或已损坏）；请更新程序，或另建数据湖";
            "{out}/{ABOUT} cannot be understood (a newer program wrote it, or it is damaged); get a newer program, or make another lake"
        )
    })?))
}

fn is_empty(path: &Path) -> Result<bool> {
    // What begins with a dot is nobody's table: a file that was being written, a system's own.
    let names = RealFolder::open(path)?.names("")?;
    Ok(names.iter().all(|name| name.starts_with('.')))
}

/// Makes a lake of a folder. The key is there before the lake is.
fn begin(path: &Path, readers: Readers) -> Result<AboutLake> {
    let mut drawn = [0; 16];
    getrandom::fill(&mut drawn).map_err(|error| Text::same(error.to_string()))?;
    let lake = RegisterName::from_bytes(drawn).to_string();
    KeptKey::made(&key_name(&lake))?;
    let about = AboutLake { version: 1, lake, edition: readers.id().to_owned() };
    let bytes = serde_json::to_vec_pretty(&about).unwrap_or_default();
    match store::export_file(&path.join(ABOUT), &bytes, false) {
        // Somebody else was sooner.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(read_about(path)?.unwrap_or(about)),
        Err(error) => Err(unusable(path, error)),
        Ok(()) => Ok(about),
    }
}

fn key_name(lake: &str) -> String {
    format!("lake-{lake}")
}

fn unusable(path: &Path, error: std::io::Error) -> Failure {
    let shown = shown(path);
    Failure::from(error).context(tr!("{shown} 写不进去"; "nothing can be written to {shown}"))
}

/// The folder of a district in a lake.
pub(super) struct District {
    path: PathBuf,
    /// Given back when this goes.
    _lock: File,
}

impl District {
    /// The bytes of a file; none where it is not there, or is no regular file.
    pub(super) fn read(&self, file: &str) -> Option<Vec<u8>> {
        store::read_below(&self.path, file).ok().flatten()
    }

    /// Writes a file whole.
    pub(super) fn put(&self, file: &str, bytes: &[u8]) -> Result<()> {
        Ok(store::write_below(&self.path, file, bytes)?)
    }

    /// Takes a file away.
    pub(super) fn remove(&self, file: &str) -> Result<()> {
        Ok(store::remove_below(&self.path, file)?)
    }

    /// Every file that an export may have written: `table=…/part-0.parquet`, `table=…/year=…/part-0.parquet`.
    pub(super) fn files(&self) -> Result<Vec<String>> {
        let folder = RealFolder::open(&self.path)?;
        let mut found = Vec::new();
        for table in folder.names("")?.into_iter().filter(|name| name.starts_with("table=")) {
            for name in folder.names(&table).unwrap_or_default() {
                if name == PART {
                    found.push(format!("{table}/{name}"));
                } else if name.starts_with("year=")
                    && folder.names(&format!("{table}/{name}")).is_ok_and(|names| names.iter().any(|name| name == PART))
                {
                    found.push(format!("{table}/{name}/{PART}"));
                }
            }
        }
        Ok(found)
    }
}

/// What a file of a table is called.
const PART: &str = "part-0.parquet";

/// A path for messages.
fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
