//! A register that others share, fetched for the first time. Nothing lies in the folder before it is verified.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::exchange::{RootView, SyncRejection, stopped_outcome};
use super::practice::practise;
use super::trust::TrustView;
use super::{Environment, Failure, Result, SyncOutcome};
use crate::git::{History, Refused, RegisterFolder, shown_address};
use crate::model::{Kind, RecordPath};
use crate::sync::fetch_first;
use crate::text::{Text, clean, shell_word};
use crate::{tr, trust};

/// From where, and into which folder.
#[derive(Debug, Clone)]
pub struct CloneRequest {
    /// Where it is shared: a URL, or a folder as an absolute path.
    pub address: String,
    /// Into which folder; named after the address where nothing is said.
    pub folder: Option<PathBuf>,
    /// Whether it is for practice: a register of its own, of which nothing can be merged into the real one.
    pub practice: bool,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub enum CloneOutcome {
    /// The register stands in a folder.
    Done(CloneReceipt),
    /// What is there is not in order; nothing was written.
    Rejected(SyncRejection),
}

/// A register that was fetched.
#[derive(Debug, Serialize)]
pub struct CloneReceipt {
    /// The folder.
    pub folder: PathBuf,
    /// How many commits were verified.
    pub commits: usize,
    /// Where trust begins; none where nothing is signed.
    pub trust: Option<RootView>,
    /// What a practice copy is called; none where it is the register itself.
    pub practice: Option<String>,
}

/// Fetches a register, verifies it and only then writes its files.
///
/// # Errors
/// The folder is there already, the other side was not reached, or no register is there.
pub fn clone(request: &CloneRequest, environment: &Environment<'_>) -> Result<CloneOutcome> {
    let folder = request.folder.clone().unwrap_or_else(|| named_after(&request.address));
    let shown = clean(&folder.to_string_lossy()).into_owned();
    if folder.symlink_metadata().is_ok() && std::fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_some()) {
        let address = shell_word(&shown_address(&request.address));
        return Err(if folder.join(RecordPath::Single(Kind::Mechanism).file()).is_file() {
            tr!(
                "{shown} 已经是一个台账了；若就是要取的这一份，进入后运行 liandong sync，不是的另写文件夹：liandong clone {address} 文件夹";
                "{shown} is a register already; where it is this one, go there and run liandong sync, else name another folder: liandong clone {address} DIR"
            )
        } else {
            tr!(
                "{shown} 已经有了，请另写文件夹：liandong clone {address} 文件夹";
                "{shown} is there already; name another folder: liandong clone {address} DIR"
            )
        }
        .into());
    }
    let failed =
        |error: std::io::Error| Failure::from(error).context(tr!("不能在 {shown} 放台账"; "no register can be put in {shown}"));
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(failed)?;
    // Made beside its place and moved there when it is whole.
    let made = tempfile::Builder::new().prefix(".liandong-").tempdir_in(parent).map_err(failed)?;
    let fetched = RegisterFolder::from(made.path());
    let verdict = match fetch_first(&environment.programs, &request.address, &fetched, environment.now.fixed_offset()) {
        Ok(verdict) => verdict,
        Err(stopped) => {
            return match stopped_outcome(stopped, environment.now.fixed_offset())? {
                SyncOutcome::Rejected(rejection) => Ok(CloneOutcome::Rejected(rejection)),
                // A first fetch joins nothing, so nothing can clash.
                SyncOutcome::Done(_) | SyncOutcome::Clashes(_) => Err(Text::from(Refused::Moving).into()),
            };
        }
    };
    let (trust, practice) = if request.practice {
        let TrustView { root, register, .. } = practise(made.path(), environment)?;
        (root, register)
    } else {
        (trust::begins(&History::open(&fetched)?, verdict.tip)?.map(RootView::from), None)
    };
    // A practice copy has another repository in the place of the one that was fetched.
    let notes = History::open(&made.path().into())?.notes()?;
    if folder.is_dir() {
        std::fs::remove_dir(&folder).map_err(failed)?;
    }
    std::fs::rename(made.keep(), &folder).map_err(failed)?;
    // What a clone notes of itself counts in the folder in which it was noted.
    let history = History::open(&folder.as_path().into())?;
    notes.iter().try_for_each(|(name, word)| history.note(name, word))?;
    Ok(CloneOutcome::Done(CloneReceipt { folder, commits: verdict.commits.len(), trust, practice }))
}

/// The last part of an address, without what git adds.
fn named_after(address: &str) -> PathBuf {
    let last = address.trim_end_matches('/').rsplit(['/', ':', '\\']).next().unwrap_or_default();
    let name = last.trim_end_matches(".git").trim_start_matches(['.', '-']);
    PathBuf::from(if name.is_empty() { "台账" } else { name })
}
