//! The queries that the program ships for whoever asks a lake in SQL, laid beside its tables.

use include_dir::{Dir, include_dir};

use super::folder::LakeFolder;
use crate::ops::Result;

static QUERIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/lake");

/// Lays them there.
pub(super) fn lay_into(lake: &LakeFolder) -> Result<()> {
    lake.lay(QUERIES.files().map(|file| (format!("sql/{}", file.path().to_string_lossy()), file.contents())))
}
