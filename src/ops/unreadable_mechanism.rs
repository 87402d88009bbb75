//! That the files without which nothing can be judged are not there or cannot be read, as every command says it: where, what, and what to do next.

use super::problem_views::problem_views;
use crate::model::{Kind, RecordPath};
use crate::report::ProblemView;
use crate::store::{LoadFault, LoadProblem, Source};
use crate::text::Text;
use crate::tr;

/// What stands against a register that lacks files of these kinds, where this was found wrong when it was read.
pub(super) fn unreadable_mechanism(kinds: &[Kind], problems: &[LoadProblem], source: Option<&Source>) -> Text {
    let said: Vec<Text> = kinds.iter().map(|kind| fault_of(*kind, problems, source)).collect();
    let said = Text::join(&said, "；", "; ");
    let files = kinds.iter().map(|kind| RecordPath::Single(*kind).file()).collect::<Vec<_>>().join(" ");
    let (zh, en) = (said.zh(), said.en());
    tr!(
        "{zh}。机制读不全，无从办理：请改正后再试，或用 git restore {files} 取回上次登记的；全部问题见 liandong check";
        "{en}. The mechanism cannot be read as a whole, and nothing can be done without it: mend that and try again, or take back what was filed last with git restore {files}; liandong check lists all that is wrong"
    )
}

/// What is wrong with the file of a kind: the first of it, with its place.
fn fault_of(kind: Kind, problems: &[LoadProblem], source: Option<&Source>) -> Text {
    let file = RecordPath::Single(kind).file();
    let own: Vec<LoadProblem> =
        problems.iter().filter(|found| found.file == file && found.fault == LoadFault::Unreadable).cloned().collect();
    if let Some(ProblemView { position, what, help, .. }) =
        source.and_then(|source| problem_views(&own, source).into_iter().next())
    {
        let at = position.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
        let (what_zh, what_en, help_zh, help_en) = (what.zh(), what.en(), help.zh(), help.en());
        return tr!("{file}{at}：{what_zh}（{help_zh}）"; "{file}{at}: {what_en} ({help_en})");
    }
    if source.is_some_and(|source| source.has(&file)) {
        return tr!("{file} 没有写任何版本（edition）"; "{file} lists no edition");
    }
    tr!("台账里没有 {file}"; "the register has no {file}")
}
