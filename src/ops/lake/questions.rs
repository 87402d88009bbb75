//! Questions that people ask of a lake, laid beside its tables.

use include_dir::{Dir, include_dir};

use super::folder::LakeFolder;
use crate::ops::Result;

static QUESTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/lake");

/// Lays them there.
pub(super) fn lay_into(lake: &LakeFolder) -> Result<()> {
    for file in QUESTIONS.files() {
        lake.lay(&format!("sql/{}", file.path().to_string_lossy()), file.contents())?;
    }
    Ok(())
}
