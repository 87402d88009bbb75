//! What a merge that was left unfinished writes into a file.

use super::problem::{LoadFault, LoadProblem};
use crate::text::Text;

/// The markers that a merge leaves where two sides changed the same lines.
pub(super) fn conflict(file: &str, text: &str) -> Option<LoadProblem> {
    // Seldom is there even one such character: looking for it is cheaper than for seven.
    text.find('<')?;
    let at = text.match_indices("<<<<<<< ").find(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n')?.0;
    text[at..].contains("\n>>>>>>> ").then(|| LoadProblem {
        file: file.to_owned(),
        span: at..at + 7,
        fault: LoadFault::Unreadable,
        what: Text::fixed("有合并冲突没有解决", "an unresolved merge conflict"),
        help: Text::fixed(
            "请在 <<<<<<< 与 >>>>>>> 之间留下正确的内容，删去三行标记",
            "keep what is right between <<<<<<< and >>>>>>>, and delete the three marker lines",
        ),
    })
}
