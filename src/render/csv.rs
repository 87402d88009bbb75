//! CSV as spreadsheets open it: UTF-8 with a BOM, CRLF, and no cell that a spreadsheet would run as a formula.

use crate::report::Listing;
use crate::text::{Lang, clean_lines};

/// A listing with all its headings.
#[must_use]
pub fn csv(listing: &Listing, lang: Lang) -> Vec<u8> {
    let rows = std::iter::once(&listing.headings).chain(&listing.rows);
    lines(rows.map(|line| line.iter().map(|cell| cell.get(lang)).collect()))
}

/// Lines of cells, CRLF behind each, quoted where a spreadsheet needs it; within quotes a text keeps its own lines.
pub(super) fn lines<'a>(lines: impl Iterator<Item = Vec<&'a str>>) -> Vec<u8> {
    let mut out = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    for line in lines {
        // Writing to memory does not fail.
        let _ = writer.write_record(line.into_iter().map(inert));
    }
    drop(writer);
    out
}

/// A spreadsheet runs what begins with one of these; an apostrophe makes it text again.
fn inert(cell: &str) -> String {
    let cell = clean_lines(cell);
    if cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) { format!("'{cell}") } else { cell.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn formulas_are_text() {
        let listing = Listing {
            headings: vec![Text::fixed("甲", "a")],
            rows: vec![vec![Text::same("=HYPERLINK(\"x\")")], vec![Text::same("一,二\n三")]],
            references: Vec::new(),
            total: 2,
            values: Vec::new(),
            shown: vec![0],
        };
        let text = String::from_utf8(csv(&listing, Lang::Zh)).expect("UTF-8");
        assert_eq!(text, "\u{FEFF}甲\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n\"一,二\n三\"\r\n");
    }
}
