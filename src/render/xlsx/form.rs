//! What stands beside an empty ledger: how it is filled in, column by column with an example, and the names that it offers.

use rust_xlsxwriter::{DataValidation, Formula, Workbook, Worksheet, XlsxError};

use super::style::SheetStyle;
use crate::report::ledger::{Column, FormList, LedgerForm, Sheet};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// The lists and the columns in which they stand on their sheet.
const LISTS: [(FormList, Text); 4] = [
    (FormList::Mines, Text::fixed("矿山", "mines")),
    (FormList::Units, Text::fixed("单位", "units")),
    (FormList::Sources, Text::fixed("记录", "records")),
    (FormList::Contents, Text::fixed("通报内容", "contents")),
];

/// What the sheet of the lists is called.
const OFFERED: Text = Text::fixed("选项", "Lists");

/// How the ledger is filled in.
pub(super) fn explain(
    workbook: &mut Workbook,
    ledger: &Sheet<'_>,
    form: &LedgerForm,
    style: &SheetStyle,
    lang: Lang,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(Text::fixed("填表说明", "How to fill it in").get(lang))?;
    let topic = ledger.topic.label();
    let (zh, en) = (topic.zh(), topic.en());
    let told = tr!(
        "在“{zh}”表中一行填一条，带 * 的必填，其余有则填；填好后导入：liandong import 文件。不要改表头，空列不必删。";
        "Fill in the sheet \"{en}\", a record a row; what bears a * must be there. Then: liandong import FILE. Leave the headings as they are."
    );
    sheet.merge_range(0, 0, 0, 3, told.get(lang), &style.prose)?.set_row_height(0, 36)?;
    let heads = [
        Text::fixed("栏目", "column"),
        Text::fixed("必填", "needed"),
        Text::fixed("填法", "how"),
        Text::fixed("示例", "example"),
    ];
    for ((at, head), width) in (0..).zip(&heads).zip([26, 8, 52, 30]) {
        sheet.write_string_with_format(1, at, head.get(lang), &style.head)?.set_column_width(at, width)?;
    }
    for (row, column) in (2..).zip(&ledger.columns) {
        let needed = if is_needed(column) { "*" } else { "" };
        sheet.write_string_with_format(row, 0, column.heading.get(lang), &style.prose)?;
        sheet.write_string_with_format(row, 1, needed, &style.prose)?;
        sheet.write_string_with_format(row, 2, column.how().get(lang), &style.prose)?;
        sheet.write_string_with_format(row, 3, clean(column.example(form).get(lang)), &style.prose)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Whether a cell of a column must be filled in.
pub(super) fn is_needed(column: &Column) -> bool {
    column.required && column.key.is_none_or(|key| !key.contains('.'))
}

/// The names that the ledger offers, on a sheet of their own: a list in a cell takes 255 characters.
pub(super) fn offer(workbook: &mut Workbook, form: &LedgerForm, style: &SheetStyle, lang: Lang) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(OFFERED.get(lang))?;
    for (at, (list, head)) in (0..).zip(&LISTS) {
        sheet.write_string_with_format(0, at, head.get(lang), &style.head)?.set_column_width(at, 36)?;
        for (row, name) in (1..).zip(form.names(*list)) {
            sheet.write_string_with_format(row, at, clean(name), &style.line)?;
        }
    }
    Ok(())
}

/// That cells of a column are chosen from a list; what is not on it may be typed, since names have several forms.
pub(super) fn choose(
    sheet: &mut Worksheet,
    rows: std::ops::RangeInclusive<u32>,
    at: u16,
    (list, form): (FormList, &LedgerForm),
    lang: Lang,
) -> Result<(), XlsxError> {
    let count = form.names(list).len();
    let Some(place) = LISTS.iter().position(|(known, _)| *known == list).filter(|_| count > 0) else { return Ok(()) };
    let letter = ['A', 'B', 'C', 'D'][place];
    let range = Formula::new(format!("='{}'!${letter}$2:${letter}${}", OFFERED.get(lang), count + 1));
    let validation = DataValidation::new().allow_list_formula(range).show_error_message(false);
    sheet.add_data_validation(*rows.start(), at, *rows.end(), at, &validation)?;
    Ok(())
}
