//! .csv as one sheet: UTF-8 with or without a BOM, or GBK, as the spreadsheets of Chinese offices save it.

use std::borrow::Cow;

use encoding_rs::GB18030;

use super::cell::InputCell;
use super::format::Format;
use super::sheet::{Book, CellRef, InputSheet, Room};
use crate::text::Text;
use crate::tr;

const BOM: &[u8] = b"\xEF\xBB\xBF";

pub(super) fn read(bytes: &[u8]) -> Result<Book, Text> {
    let (text, notes) = decoded(bytes)?;
    let (mut sheet, mut room) = (InputSheet::new(""), Room::new());
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(&text)).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let (line, why) = (row + 1, crate::text::clean(&error.to_string()).into_owned());
                return Err(
                    tr!("第 {line} 行读不出来（{why}）；请另存为 .xlsx 再导入"; "line {line} cannot be read ({why}); save it as .xlsx"),
                );
            }
        }
        for (column, words) in (0..).zip(&record) {
            sheet.put(CellRef { row, column }, InputCell::Words(bare(words).to_owned()), &mut room)?;
        }
        row += 1;
    }
    Ok(Book { format: Format::Delimited, sheets: vec![sheet], notes })
}

fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Text>), Text> {
    if let Ok(text) = std::str::from_utf8(bytes.strip_prefix(BOM).unwrap_or(bytes)) {
        return Ok((text.into(), Vec::new()));
    }
    let (text, _, broken) = GB18030.decode(bytes);
    // What is neither may decode to something, with NUL bytes that no text has.
    if broken || bytes.starts_with(BOM) || text.contains('\0') {
        return Err(Text::fixed(
            "编码既不是 UTF-8 也不是 GBK；请另存为 .xlsx，或“CSV UTF-8”再导入",
            "the encoding is neither UTF-8 nor GBK; save it as .xlsx, or as \"CSV UTF-8\"",
        ));
    }
    Ok((
        text,
        vec![Text::fixed(
            "文件按 GBK 编码读取，请核对有没有错字",
            "the file was read as GBK; see whether its characters are right",
        )],
    ))
}

/// The sign between cells: the one that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b';', b'\t', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Without the apostrophe that keeps a spreadsheet from running what begins as a formula.
fn bare(words: &str) -> &str {
    let inert = words.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    inert.unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(bytes: &[u8], row: u32, column: u32) -> String {
        let book = read(bytes).unwrap_or_else(|why| panic!("{why}"));
        match book.sheets[0].cell(CellRef { row, column }) {
            InputCell::Words(words) => words.clone(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn both_encodings_are_read() {
        let text = "矿山,描述\r\n大山石场,\"一,\"\"二\"\"\"\r\n";
        let with_bom = [BOM, text.as_bytes()].concat();
        let (gbk, _, _) = encoding_rs::GBK.encode(text);
        for bytes in [text.as_bytes(), &with_bom, &gbk] {
            assert_eq!([cell(bytes, 0, 0), cell(bytes, 1, 1)], ["矿山", "一,\"二\""]);
        }
        assert_eq!(read(&gbk).map(|book| book.notes.len()), Ok(1));
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&utf16).is_err());
    }

    #[test]
    fn signs_between_cells_and_apostrophes() {
        assert_eq!(cell("矿山;描述\n甲;乙\n".as_bytes(), 1, 1), "乙");
        assert_eq!(cell("矿山\t描述\n甲\t'=1+1\n".as_bytes(), 1, 1), "=1+1");
        assert_eq!(cell("矿山,描述\n甲,'乙'\n".as_bytes(), 1, 1), "'乙'");
    }
}
