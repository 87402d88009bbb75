//! What stands against an import, each problem with its cell: for people, and for other programs.

use serde::Serialize;

use super::CellError;
use crate::intake::Book;
use crate::render::json as rendered;
use crate::text::{Lang, Text};
use crate::tr;

/// How many problems are printed; all of them are in the marked copy and in JSON.
const PRINTED: usize = 30;

/// What other programs read where nothing was filed: the keys of what is said of a filing, and the problems.
#[derive(Serialize)]
struct ImportRefusal<'a> {
    version: u32,
    commit: Option<&'a str>,
    records: [&'a str; 0],
    problems: Vec<CellProblemView<'a>>,
}

#[derive(Serialize)]
struct CellProblemView<'a> {
    /// What the sheet is called; empty for a file that is one sheet.
    sheet: &'a str,
    cell: String,
    what: &'a Text,
}

/// Each problem a line, in the order of the sheets.
pub(super) fn describe_errors(book: &Book, errors: &[CellError], lang: Lang) -> String {
    let count = errors.len();
    let mut lines = vec![tr!("一行也没有登记，表中有 {count} 处问题："; "no row was filed: {count} cells cannot be taken:")];
    lines.extend(errors.iter().take(PRINTED).filter_map(|CellError { sheet, at, what }| {
        let (place, zh, en) = (book.sheets.get(*sheet)?.place(*at), what.zh(), what.en());
        Some(tr!("  {place}：{zh}"; "  {place}: {en}"))
    }));
    if let Some(more) = count.checked_sub(PRINTED).filter(|more| *more > 0) {
        lines.push(tr!("  另有 {more} 处"; "  and {more} more"));
    }
    Text::join(&lines, "\n", "\n").get(lang).to_owned() + "\n"
}

/// All of them as JSON.
pub(super) fn json(book: &Book, errors: &[CellError]) -> String {
    let problems = errors.iter().filter_map(|CellError { sheet, at, what }| {
        let sheet = book.sheets.get(*sheet)?;
        Some(CellProblemView { sheet: &sheet.name, cell: at.to_string(), what })
    });
    rendered::json(&ImportRefusal { version: 1, commit: None, records: [], problems: problems.collect() })
}
