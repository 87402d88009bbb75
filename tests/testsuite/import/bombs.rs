//! Small workbooks that would grow large where they are read: each is refused, or read in the room that it takes.

use std::fs;
use std::io::{Cursor, Write as _};

use snapbox::str;

use crate::support::{Dice, LIANDONG, Register, assert_whole, said};

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of these parts and so many sheets that are all the same part.
fn workbook(sheets: usize, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let listed: Vec<String> = (1..=sheets).map(|at| format!("<sheet name=\"表{at}\" sheetId=\"{at}\" r:id=\"a\"/>")).collect();
    let listed = listed.concat();
    let book = format!("<workbook xmlns:r=\"{TYPES}\"><sheets>{listed}</sheets></workbook>");
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"a\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let (top, below) = (relation("officeDocument", "xl/workbook.xml"), relation("worksheet", "worksheets/sheet1.xml"));
    let needed = [("_rels/.rels", top.as_str()), ("xl/workbook.xml", &book), ("xl/_rels/workbook.xml.rels", &below)];
    for (name, text) in needed.iter().chain(parts) {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("written").into_inner()
}

fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

/// What an import says that may take two gigabytes at most.
fn told(register: &Register, bytes: &[u8]) -> String {
    assert!(bytes.len() < 4 * 1024 * 1024, "a small file");
    let file = register.home.join("炸.xlsx");
    fs::write(&file, bytes).expect("written");
    let mut shell = register.program("sh");
    shell.args(["-c", "ulimit -v 2097152 2>/dev/null; exec \"$@\"", "sh", LIANDONG]);
    shell.arg("import").arg(&file).args(["--as", "应急", "--force"]);
    let before = register.state();
    let done = shell.output().expect("runs");
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert_eq!(register.state(), before, "the register changed");
    said(&done)
}

#[test]
fn what_would_grow_large_is_refused() {
    let register = Register::of_example();
    let empty = sheet("");
    // A table of strings that says it is long.
    let boast = "<sst count=\"1\" uniqueCount=\"99999999999\"><si><t>甲</t></si></sst>";
    let bytes = workbook(1, &[("xl/worksheets/sheet1.xml", &empty), ("xl/sharedStrings.xml", boast)]);
    assert!(told(&register, &bytes).contains("文字超过"));
    // A name that thousands of styles refer to.
    let name = "长".repeat(100_000);
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{name}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "<xf fontId=\"0\"/>".repeat(100_000)
    );
    let bytes = workbook(1, &[("xl/worksheets/sheet1.xml", &empty), ("xl/styles.xml", &styles)]);
    assert!(told(&register, &bytes).contains("样式、名称多得不像台账"));
    // A text that thousands of cells refer to.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(30_000));
    let cells = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(200)).repeat(200);
    let bytes = workbook(1, &[("xl/worksheets/sheet1.xml", &sheet(&cells)), ("xl/sharedStrings.xml", &strings)]);
    let told = told(&register, &bytes);
    assert_whole(
        &told,
        str![[r#"
未能完成：读到 表1!GA15，已超过 8000000 格或 256 MB 文字，不像台账；请分成几个文件

"#]],
    );
}

#[test]
fn one_part_is_not_unpacked_for_every_sheet() {
    let register = Register::of_example();
    // Digits that hardly pack, in a hundred thousand cells that hold nothing.
    let mut dice = Dice(1);
    let cells: Vec<String> = (0..100_000).map(|_| format!("<c s=\"{}{}\"/>", dice.throw(), dice.throw())).collect();
    let told = |sheets| told(&register, &workbook(sheets, &[("xl/worksheets/sheet1.xml", &sheet(&cells.concat()))]));
    assert!(told(1).contains("文件里没有能导入的表"), "once is as it should be");
    assert!(told(60).contains("文件已损坏"));
}

#[test]
fn a_formula_that_is_shared_is_not_written_out() {
    let register = Register::of_example();
    let anchor = "<c r=\"A1\"><f t=\"shared\" si=\"4000000000\" ref=\"A1:A9\">B1&amp;C1</f><v>1</v></c>";
    let cells = format!("<row r=\"1\">{anchor}</row>");
    let bytes = workbook(1, &[("xl/worksheets/sheet1.xml", &sheet(&cells))]);
    let told = told(&register, &bytes);
    assert_whole(
        &told,
        str![[r#"
未能完成：文件里没有能导入的表：联络员、一企一档、证照、三同时、计划、会议、督办事项、联合执法、隐患、执法文书、事故、信息通报、上报、收文（空表见 liandong ledger --template 隐患）

"#]],
    );
}
