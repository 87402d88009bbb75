//! Markdown: a listing as a table for a page or a message that is written elsewhere, and words that are no markup.

use crate::report::Listing;
use crate::text::{Lang, Text, clean};

/// The columns that a terminal shows, every cell whole.
#[must_use]
pub fn markdown(listing: &Listing, lang: Lang) -> String {
    let line = |cells: &[Text]| {
        let cells = listing.shown.iter().filter_map(|at| cells.get(*at)).map(|cell| escaped(cell.get(lang)));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(listing.shown.len()));
    let rows: String = listing.rows.iter().map(|row| line(row)).collect();
    format!("{}{rule}{rows}", line(&listing.headings))
}

/// Without what Markdown and HTML read as more than words; a paragraph on one line.
pub(super) fn escaped(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for c in clean(cell).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_end_its_row_or_become_markup() {
        let listing = Listing {
            headings: vec![Text::fixed("甲", "a")],
            rows: vec![vec![Text::same("一|二 <b>[三](x)\n四")]],
            references: Vec::new(),
            total: 1,
            values: Vec::new(),
            shown: vec![0],
        };
        assert_eq!(markdown(&listing, Lang::Zh), "| 甲 |\n| --- |\n| 一\\|二 &lt;b&gt;\\[三\\](x) 四 |\n");
    }
}
