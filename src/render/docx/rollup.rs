//! Many districts on a sheet, for those who print or pass on what the page shows.

use std::io;

use super::package;
use crate::ops::RolledDistrict;
use crate::render::districts::{DistrictCell, DistrictTable, TITLE, failed, tables};
use crate::report::Readers;
use crate::report::paper::{Block, TableColumn, Title, sheet};

/// The sheet.
///
/// # Errors
/// Writing to memory failed.
pub fn rollup_docx(rolled: &[RolledDistrict], readers: Readers) -> io::Result<Vec<u8>> {
    let mut body = vec![Block::Paragraph(readers.label().zh().to_owned())];
    let failed = failed(rolled);
    if !failed.is_empty() {
        body.push(heading("没有汇总成的区县"));
        body.extend(failed.iter().map(|why| Block::Paragraph(why.zh().to_owned())));
    }
    for table in &tables(rolled, readers) {
        write(&mut body, table);
    }
    let title = Title { words: TITLE.zh().to_owned(), whole: Vec::new() };
    package::package(&sheet("rollup".to_owned(), title, body), None)
}

fn heading(words: &str) -> Block {
    Block::Heading { level: 1, head: words.to_owned(), rest: String::new() }
}

fn write(body: &mut Vec<Block>, table: &DistrictTable) {
    body.push(heading(table.heading.zh()));
    body.extend(table.lead.as_ref().map(|lead| Block::Paragraph(lead.zh().to_owned())));
    if table.rows.is_empty() {
        body.push(Block::Paragraph("没有。".to_owned()));
        return;
    }
    // A column of words has room for a name or a day, one of numbers for a few digits.
    let is_words = |at: usize| table.rows.iter().any(|row| matches!(row.get(at), Some(DistrictCell::Words(_))));
    let column = |(at, head): (usize, &crate::text::Text)| TableColumn {
        head: head.zh().to_owned().into(),
        share: if is_words(at) { 3 } else { 1 },
        prose: at == 0,
    };
    let cell = |cell: &DistrictCell| match cell {
        DistrictCell::Words(words) => words.zh().to_owned(),
        DistrictCell::Number(number) => number.clone(),
    };
    body.push(Block::Table {
        columns: table.heads.iter().enumerate().map(column).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    });
}
