//! The package that a workbook is, unpacked once under a limit: what it says of its own sizes may be false, and little may grow large.

use std::io::{Cursor, Read as _};

use super::kept::Kept;
use crate::model::limits;
use crate::text::Text;
use crate::tr;

/// That a package unfolds into no more than the limit, and so does what is kept of it.
///
/// # Errors
/// It does not, or is no package that can be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Text> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut left = limits::UNPACKED_BYTES;
    let mut kept = Kept::default();
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(|_| damaged())?;
        let mut part = part.take(left + 1);
        kept.look(&mut part);
        std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| damaged())?;
        left = part.limit().checked_sub(1).ok_or_else(|| {
            let most = limits::UNPACKED_BYTES / 1024 / 1024;
            tr!(
                "文件解开后超过 {most} MB，不像台账，没有读；请分成几个文件";
                "the file unfolds into more than {most} MB, which no ledger does; it was not read. Divide it into several files"
            )
        })?;
    }
    kept.within_limits()
}

/// The file cannot be read as what its name says.
pub(super) fn damaged() -> Text {
    Text::fixed(
        "文件已损坏，或不是 .xlsx 工作簿；请用表格程序打开，另存为 .xlsx 再导入",
        "the file is damaged or no .xlsx workbook; open it in a spreadsheet program and save it as .xlsx",
    )
}
