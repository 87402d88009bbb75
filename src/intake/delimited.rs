//! .csv as one sheet: UTF-8 with or without a BOM, UTF-16 with one, or GBK, as the spreadsheets of Chinese offices save it. Quotes are
//! read strictly: one that is not closed would make one cell of all that follows.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::cell::InputCell;
use super::cell_ref::CellRef;
use super::format::Format;
use super::sheet::{Book, InputSheet, Room};
use crate::text::Text;
use crate::tr;

const BOM: &[u8] = b"\xEF\xBB\xBF";

pub(super) fn read(bytes: &[u8]) -> Result<Book, Text> {
    let (text, notes) = decoded(bytes)?;
    let (mut sheet, mut room) = (InputSheet::new(""), Room::new());
    let between = char::from(delimiter(&text));
    let (mut rest, mut at) = (&*text, CellRef { row: 0, column: 0 });
    while !rest.is_empty() {
        let (words, behind) = cell(rest, between, at)?;
        sheet.put(at, InputCell::Words(bare(&words).to_owned()), &mut room)?;
        let is_next = behind.starts_with(between);
        at = if is_next { CellRef { column: at.column + 1, ..at } } else { CellRef { row: at.row + 1, column: 0 } };
        rest = match behind.strip_prefix(between) {
            Some(behind) => behind,
            None => behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r'])).unwrap_or(behind),
        };
    }
    Ok(Book { format: Format::Delimited, sheets: vec![sheet], notes })
}

/// The cell with which a text begins, and what stands behind it: a sign between cells, the end of a line or nothing.
fn cell(text: &str, between: char, at: CellRef) -> Result<(Cow<'_, str>, &str), Text> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([between, '\n', '\r']).unwrap_or(text.len());
        return Ok((text[..end].into(), &text[end..]));
    };
    let mut from = 0;
    while let Some(quote) = quoted[from..].find('"') {
        let (end, behind) = (from + quote, &quoted[from + quote + 1..]);
        if behind.starts_with('"') {
            from = end + 2;
            continue;
        }
        if behind.is_empty() || behind.starts_with([between, '\n', '\r']) {
            return Ok((quoted[..end].replace("\"\"", "\"").into(), behind));
        }
        break;
    }
    let row = at.row + 1;
    Err(tr!(
        "第 {row} 行 {at} 开头的引号没有配对，后面的内容分不清是几格；请补上引号（内容里的引号写两个），或另存为 .xlsx 再导入";
        "the quote that opens in row {row} at {at} is never closed, or text follows where it is: nobody can tell where the cell ends; close it (a quote within a cell is written twice), or save the file as .xlsx"
    ))
}

fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Text>), Text> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes).filter(|(encoding, _)| [UTF_16LE, UTF_16BE].contains(encoding)) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[length..]);
        return if broken { Err(unknown_encoding()) } else { Ok((text, Vec::new())) };
    }
    let plain = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let nought = plain.iter().position(|byte| *byte == 0);
    if let (Some(at), Ok(text)) = (nought, std::str::from_utf8(plain))
        && text.split('\0').count() * 4 < plain.len()
    {
        let row = text[..at].split('\n').count();
        return Err(tr!(
            "第 {row} 行有看不见的空字符（NUL），文件可能已损坏；请用表格程序打开，另存为 .xlsx 再导入";
            "row {row} holds a character NUL that nobody sees, and the file may be damaged; open it in a spreadsheet program and save it as .xlsx"
        ));
    }
    // Every second byte of a text in UTF-16 is nought, or it would have no sign between its cells.
    if nought.is_some() {
        return Err(Text::fixed(
            "文件像是没有标记（BOM）的 UTF-16 编码；请另存为 .xlsx，或“CSV UTF-8”再导入",
            "the file seems to be UTF-16 without its mark (BOM); save it as .xlsx, or as \"CSV UTF-8\"",
        ));
    }
    if let Ok(text) = std::str::from_utf8(plain) {
        return Ok((text.into(), Vec::new()));
    }
    let (text, _, broken) = GB18030.decode(bytes);
    if broken || bytes.starts_with(BOM) {
        return Err(unknown_encoding());
    }
    Ok((
        text,
        vec![Text::fixed(
            "文件按 GBK 编码读取，请核对有没有错字",
            "the file was read as GBK; see whether its characters are right",
        )],
    ))
}

fn unknown_encoding() -> Text {
    Text::fixed(
        "编码既不是 UTF-8 也不是 GBK；请另存为 .xlsx，或“CSV UTF-8”再导入",
        "the encoding is neither UTF-8 nor GBK; save it as .xlsx, or as \"CSV UTF-8\"",
    )
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

    fn cell_at(bytes: &[u8], row: u32, column: u32) -> String {
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
            assert_eq!([cell_at(bytes, 0, 0), cell_at(bytes, 1, 1)], ["矿山", "一,\"二\""]);
        }
        assert_eq!(read(&gbk).map(|book| book.notes.len()), Ok(1));
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&utf16).is_err_and(|why| why.zh().contains("UTF-16")));
        let marked = [&[0xFF, 0xFE], &*utf16].concat();
        assert_eq!([cell_at(&marked, 0, 0), cell_at(&marked, 1, 1)], ["矿山", "一,\"二\""]);
    }

    #[test]
    fn quotes_are_closed_or_the_row_is_named() {
        for (text, row) in [
            ("矿山,描述\n甲,\"乙\n丙,丁\n", "第 2 行"),
            ("矿山,描述\n甲,乙\n丙,\"丁\n戊,\"己\"\n", "第 3 行"),
            ("\"矿山\" ,描述\n", "第 1 行"),
        ] {
            assert!(read(text.as_bytes()).is_err_and(|why| why.zh().contains(row)), "{text}");
        }
        // A quote within a cell that has none around it is a sign of inches; breaks within quotes are the cell's.
        assert_eq!(cell_at("矿山,管径\n甲,5\" 管\n".as_bytes(), 1, 1), "5\" 管");
        assert_eq!(cell_at("矿山,描述\r\n甲,\"乙\r\n丙\"\r\n丁,戊\r\n".as_bytes(), 2, 1), "戊");
        // Blank lines are rows, as a spreadsheet counts them.
        assert_eq!(cell_at("矿山,描述\n\n甲,\n".as_bytes(), 2, 0), "甲");
    }

    #[test]
    fn signs_between_cells_and_apostrophes() {
        assert_eq!(cell_at("矿山;描述\n甲;乙\n".as_bytes(), 1, 1), "乙");
        assert_eq!(cell_at("矿山\t描述\n甲\t'=1+1\n".as_bytes(), 1, 1), "=1+1");
        assert_eq!(cell_at("矿山,描述\n甲,'乙'\n".as_bytes(), 1, 1), "'乙'");
    }
}
