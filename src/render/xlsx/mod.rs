//! Ledgers as .xlsx. Whatever a record says is written as text and never as a formula; rows go to disk as they are made.

mod form;
mod head;
mod sheet;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::report::ledger::{self, Holds};
use crate::text::{Lang, Text, clean};
use crate::tr;
use style::SheetStyle;

/// What a spreadsheet takes in one list of choices.
pub(super) const LIST_CHARS: usize = 255;

/// A workbook as the bytes of its file.
///
/// # Errors
/// There are more rows than a spreadsheet takes, or the disk failed.
pub fn xlsx(ledgers: &ledger::Workbook<'_>, lang: Lang) -> Result<Vec<u8>, Text> {
    write(ledgers, lang).map_err(|error| match error {
        XlsxError::RowColumnLimitError => Text::fixed(
            "一张表装不下这么多行；请用 --year 或 --unit 分开出",
            "a sheet does not hold so many rows; take them apart with --year or --unit",
        ),
        XlsxError::IoError(error) => crate::text::disk(&error),
        other => Text::same(other.to_string()),
    })
}

fn write(ledgers: &ledger::Workbook<'_>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(ledgers, lang)?);
    let style = SheetStyle::new();
    if let Some(left_out) = &ledgers.left_out {
        let sheet = workbook.add_worksheet();
        sheet.set_name(Text::fixed("公开版说明", "Public edition").get(lang))?.set_column_width(0, 100)?;
        sheet.write_string_with_format(0, 0, clean(left_out.note.get(lang)), &style.prose)?;
    }
    for ledger in &ledgers.sheets {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet::write(sheet, ledger, ledgers, &style, lang)?;
    }
    if let (Some(form), Some(ledger)) = (&ledgers.form, ledgers.sheets.first()) {
        form::explain(&mut workbook, ledger, form, &style, lang)?;
        form::offer(&mut workbook, form, &style, lang)?;
    }
    workbook.save_to_buffer()
}

/// Title, commit and day: the same register gives the same bytes.
fn properties(ledgers: &ledger::Workbook<'_>, lang: Lang) -> Result<DocProperties, XlsxError> {
    let (day, title) = (ledgers.as_of, clean(ledgers.title));
    let title = tr!("{title}台账"; "{title}: ledgers");
    let made = ExcelDateTime::from_ymd(day.year(), narrow(day.month()), narrow(day.day()))?;
    let properties = DocProperties::new().set_title(title.get(lang)).set_creation_datetime(&made);
    Ok(match &ledgers.revision {
        Some(commit) => properties.set_comment(commit),
        None => properties,
    })
}

/// A month or day of the month.
fn narrow(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(1)
}

/// What may be chosen in a column, where that is enumerated.
fn choices(holds: Holds, lang: Lang) -> Option<Vec<&'static str>> {
    let words = match holds {
        Holds::Flag => ledger::FLAG,
        Holds::Choice(words) => words,
        _ => return None,
    };
    Some(words.iter().map(|word| if lang == Lang::Zh { word.zh } else { word.en }).collect())
}
