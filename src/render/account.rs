//! The closing account of an import, a line a sheet and a line for each reason why cells were not taken.

use super::RenderOptions;
use crate::ops::{ImportAccount, PassedCells, SheetAccountView};
use crate::text::{Text, clean};
use crate::tr;

/// What became of every cell of a spreadsheet; `filed` is whether what is new was filed.
#[must_use]
pub fn account(account: &ImportAccount, filed: bool, options: RenderOptions) -> String {
    let seen: Vec<&SheetAccountView> = account.sheets.iter().filter(|sheet| sheet.cells > 0).collect();
    let (sheets, rows, cells) = (seen.len(), sum(&seen, |sheet| sheet.rows), sum(&seen, |sheet| sheet.cells));
    let mut lines =
        vec![tr!("清点：共 {sheets} 张表 {rows} 行 {cells} 格"; "account: {sheets} sheets, {rows} rows, {cells} cells")];
    for sheet in seen {
        lines.push(of_sheet(sheet, filed));
        lines.extend(sheet.passed.iter().map(|passed| not_taken(sheet, passed)));
    }
    Text::join(&lines, "\n", "\n").get(options.lang).to_owned() + "\n"
}

fn sum(sheets: &[&SheetAccountView], of: impl Fn(&SheetAccountView) -> usize) -> usize {
    sheets.iter().map(|sheet| of(sheet)).sum()
}

/// What a sheet holds: only what there is of is named.
fn of_sheet(sheet: &SheetAccountView, filed: bool) -> Text {
    let SheetAccountView { new_rows, same_rows, new, cleared, same, naming, headings, refused, lacking, .. } = sheet;
    let passed: usize = sheet.passed.iter().map(|passed| passed.count).sum();
    let newly = if filed {
        tr!("登记 {new} 格（{new_rows} 行）"; "{new} cells filed ({new_rows} rows)")
    } else {
        tr!("待登记 {new} 格（{new_rows} 行）"; "{new} cells to be filed ({new_rows} rows)")
    };
    let parts = [
        (*new, newly),
        (*cleared, emptied(sheet)),
        (
            *same,
            tr!("与台账一致 {same} 格（{same_rows} 行没有变化）"; "{same} as the register says ({same_rows} rows unchanged)"),
        ),
        (*naming, tr!("编号、单位等 {naming} 格"; "{naming} that name records and units")),
        (*headings, tr!("表头 {headings} 格"; "{headings} headings")),
        (*refused, tr!("有问题 {refused} 格"; "{refused} that cannot be taken")),
        (*lacking, tr!("空着要填的 {lacking} 格"; "{lacking} blank that should not be")),
        (passed, tr!("没有取用 {passed} 格"; "{passed} not taken")),
    ];
    let parts: Vec<Text> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    let parts = Text::join(&parts, "，", ", ");
    let (name, zh, en) = (clean(&sheet.sheet), parts.zh(), parts.en());
    if name.is_empty() { tr!("  {zh}"; "  {en}") } else { tr!("  {name}：{zh}"; "  {name}: {en}") }
}

/// The cells that take away what the register says, each by its name.
fn emptied(sheet: &SheetAccountView) -> Text {
    let SheetAccountView { cleared, cleared_cells, .. } = sheet;
    let (zh, en) = (cleared_cells.join("、"), cleared_cells.join(", "));
    if cleared_cells.len() < *cleared {
        return tr!("清空 {cleared} 格（{zh} 等）"; "{cleared} emptied ({en} and others)");
    }
    tr!("清空 {cleared} 格（{zh}）"; "{cleared} emptied ({en})")
}

fn not_taken(sheet: &SheetAccountView, passed: &PassedCells) -> Text {
    let (name, PassedCells { why, count, first, .. }) = (clean(&sheet.sheet), passed);
    let (zh, en) = (why.zh(), why.en());
    let between = if name.is_empty() { "" } else { "!" };
    tr!("    没有取用：{zh}，{name}{between}{first} 等 {count} 格"; "    not taken: {en}, {count} cells from {name}{between}{first} on")
}
