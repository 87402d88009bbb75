//! What the other side lacks, as a standard git bundle for a stick or a mail.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::exchange::SyncContext;
use super::export::is_there;
use super::past::find_commit;
use super::{Environment, Result};
use crate::git;
use crate::git::RegisterFolder;
use crate::text::Text;
use crate::trust;

/// What is packed, and into which file.
#[derive(Debug, Clone)]
pub struct PackRequest {
    /// The file.
    pub file: PathBuf,
    /// Whether it may take the place of another.
    pub force: bool,
    /// What the other side has already.
    pub known: KnownUpTo,
}

/// Up to where the other side has a register.
#[derive(Debug, Clone)]
pub enum KnownUpTo {
    /// What was shared last.
    Shared,
    /// A commit, as a person names it.
    Commit(String),
    /// Nothing: the whole register is packed.
    Nothing,
}

/// A file that was packed.
#[derive(Debug, Serialize)]
pub struct PackReceipt {
    /// The file.
    pub file: PathBuf,
    /// How many commits it brings.
    pub commits: usize,
}

/// Packs what the other side lacks.
///
/// # Errors
/// The file is there already, the other side lacks nothing, or git or the disk failed.
pub fn pack(root: &RegisterFolder, request: &PackRequest, environment: &Environment<'_>) -> Result<PackReceipt> {
    let file = &request.file;
    if file.symlink_metadata().is_ok() && !request.force {
        return Err(is_there(file).into());
    }
    let context = SyncContext::open(root, environment)?;
    let history = context.history()?;
    let (branch, tip) = history.head()?;
    let tip = tip.ok_or(Text::fixed("台账里还没有登记", "nothing is filed yet"))?;
    let without = match &request.known {
        KnownUpTo::Nothing => None,
        KnownUpTo::Commit(rev) => Some(find_commit(rev, &history)?),
        KnownUpTo::Shared => trust::verified(&history)?,
    };
    if without.is_some_and(|known| history.is_descendant(known, tip).unwrap_or(false)) {
        return Err(Text::fixed(
            "没有对方还缺的；要把整个台账打包请加 --all，或用 --since 写明对方已有到哪次提交",
            "the other side lacks nothing; --all packs the whole register, --since says up to where it has it",
        )
        .into());
    }
    let commits = history.commits_since(tip, without.as_slice())?.len();
    // Noted before it is written, and once more after it: what was filed meanwhile may be in it.
    let goes_out = || if history.only_here()?.is_empty() { Ok(()) } else { context.lock()?.goes_out(|_| true) };
    goes_out()?;
    // Written beside and moved when it is whole.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = tempfile::Builder::new().prefix(".liandong-").tempdir_in(folder)?;
    let whole = beside.path().join("pack");
    git::write_bundle(context.programs, root, &whole, &branch, without.as_slice()).map_err(|why| why.describe())?;
    goes_out()?;
    std::fs::rename(&whole, file)?;
    Ok(PackReceipt { file: file.clone(), commits })
}
