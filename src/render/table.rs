//! Tables aligned by display width.

use comfy_table::{ContentArrangement, Table, presets};
use rayon::prelude::*;

use super::RenderOptions;
use crate::report::Listing;
use crate::text::{Lang, Text, clean, clip};

/// Headings and rows, without lines between rows. On a terminal, wide cells wrap.
#[must_use]
pub fn table(headings: &[Text], rows: &[Vec<Text>], options: RenderOptions) -> String {
    let safe = |row: &Vec<Text>| row.iter().map(|cell| clean(cell.get(options.lang)).into_owned()).collect::<Vec<_>>();
    let heads: Vec<String> = headings.iter().map(|heading| options.bold(&clean(heading.get(options.lang)))).collect();
    lines(heads, rows.iter().map(safe), options)
}

/// The same for cells that are ready to be printed.
pub(super) fn lines(heads: Vec<String>, rows: impl IntoIterator<Item = Vec<String>>, options: RenderOptions) -> String {
    if options.columns.is_some_and(|columns| columns < heads.len() * LEGIBLE) {
        return stacked(&heads, rows, options);
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    match options.columns {
        Some(columns) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(u16::try_from(columns).unwrap_or(u16::MAX));
        }
        None => drop(table.set_content_arrangement(ContentArrangement::Disabled)),
    }
    table.set_header(heads);
    table.add_rows(rows);
    let text = table.to_string();
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// So many columns a cell needs at least to be read across: four Chinese characters and the gap. With fewer, words stand on end.
const LEGIBLE: usize = 10;

/// On a narrow terminal: a line for each cell that says anything, an empty one between rows.
fn stacked(heads: &[String], rows: impl IntoIterator<Item = Vec<String>>, options: RenderOptions) -> String {
    let colon = match options.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let row = |cells: Vec<String>| {
        let cells = heads.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        cells.flat_map(|(head, cell)| [head.clone(), colon.to_owned(), cell, "\n".to_owned()]).collect::<String>()
    };
    rows.into_iter().map(row).collect::<Vec<_>>().join("\n")
}

/// How wide one cell of a listing may be.
const CELL: usize = 40;

/// The first columns of a listing, with how many rows there are.
#[must_use]
pub fn listing(listing: &Listing, options: RenderOptions) -> String {
    let shown = &listing.shown;
    let pick = |row: &Vec<Text>| -> Vec<String> {
        shown.iter().filter_map(|at| row.get(*at)).map(|cell| clip(&clean(cell.get(options.lang)), CELL)).collect()
    };
    let rows: Vec<Vec<String>> = listing.rows.par_iter().map(pick).collect();
    let heads = shown.iter().filter_map(|at| listing.headings.get(*at)).map(|head| options.bold(&clean(head.get(options.lang))));
    let (listed, count) = (rows.len(), listing.total);
    let end = if listed < count {
        crate::tr!("共 {count} 条，列出前 {listed} 条"; "{count} in all, of which the first {listed} are listed")
    } else {
        crate::tr!("共 {count} 条"; "{count} in all")
    };
    if listed == 0 {
        return format!("{}\n", end.get(options.lang));
    }
    format!("{}\n{}\n", lines(heads.collect(), rows, options), end.get(options.lang))
}
