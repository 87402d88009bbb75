//! Why nothing was filed, and what became of what was typed.

use super::{RenderOptions, carets, findings};
use crate::ops::{CellProblemView, DraftKept, Refusal};
use crate::report::{FindingView, ProblemView};
use crate::text::{Text, clean};
use crate::tr;

/// Why nothing was filed.
#[must_use]
pub fn refusal(refusal: &Refusal, options: RenderOptions) -> String {
    let Refusal { problems, about, findings: found, failure: failed, draft } = refusal;
    let mut out = String::new();
    if !problems.is_empty() {
        let place = |problem: &ProblemView| {
            if problem.file.is_empty() {
                ProblemView { file: about.get(options.lang).to_owned(), ..problem.clone() }
            } else {
                problem.clone()
            }
        };
        out.push_str(&carets(&problems.iter().map(place).collect::<Vec<_>>(), options));
    }
    if !found.is_empty() {
        out.push_str(Text::fixed("没有登记，请先改正：\n", "nothing was filed; mend this first:\n").get(options.lang));
        out.push_str(&findings(&found.iter().collect::<Vec<&FindingView>>(), options));
    }
    if let Some(failed) = failed {
        out.push_str(&super::failed(failed, options));
    }
    if let Some(draft) = draft {
        out.push_str(&draft_kept(draft, options));
    }
    out
}

/// What became of what was typed.
#[must_use]
pub fn draft_kept(draft: &DraftKept, options: RenderOptions) -> String {
    let text = match draft {
        DraftKept::As(name) => tr!(
            "所填内容已存为草稿 {name}；改好后，同一命令加 --from drafts/{name}.toml 登记\n";
            "what was typed is kept as draft {name}; mend it, and give the same command with --from drafts/{name}.toml\n"
        ),
        DraftKept::Same(name) => tr!(
            "所填内容已存入草稿 {name}；改好后再运行同一命令登记\n";
            "what was typed is kept in draft {name}; mend it, and give the same command again\n"
        ),
        DraftKept::Lost(why) => why.clone(),
    };
    text.get(options.lang).to_owned()
}

/// How many cells are printed; all of them are in the marked copy and in JSON.
const PRINTED: usize = 30;

/// The cells of a spreadsheet that cannot be taken, each a line, in the order of the sheets.
#[must_use]
pub fn cell_problems(problems: &[CellProblemView], options: RenderOptions) -> String {
    let count = problems.len();
    let mut lines = vec![tr!("一行也没有登记，表中有 {count} 处问题："; "no row was filed: {count} cells cannot be taken:")];
    lines.extend(problems.iter().take(PRINTED).map(|CellProblemView { sheet, cell, what }| {
        let (sheet, zh, en) = (clean(sheet), what.zh(), what.en());
        let between = if sheet.is_empty() { "" } else { "!" };
        tr!("  {sheet}{between}{cell}：{zh}"; "  {sheet}{between}{cell}: {en}")
    }));
    if let Some(more) = count.checked_sub(PRINTED).filter(|more| *more > 0) {
        lines.push(tr!("  另有 {more} 处"; "  and {more} more"));
    }
    Text::join(&lines, "\n", "\n").get(options.lang).to_owned() + "\n"
}
