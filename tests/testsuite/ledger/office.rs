//! What office programs make of ledgers: openpyxl and `LibreOffice` read the same values. `.ci/run` has them and runs these tests.

use std::fs;
use std::path::Path;
use std::process::Command;

use liandong::text::Lang;

use super::layout::TWO_LINES;
use super::workbook::{SHEETS, bytes, sheet};
use crate::support::{clean, home};

/// `LibreOffice` for a folder of its own, so that nobody's settings matter.
fn office(folder: &Path, args: &[&str]) -> Command {
    let mut office = Command::new("soffice");
    office.env("HOME", folder).arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    office.args(["--headless", "--convert-to"]).args(args).arg("--outdir").arg(folder);
    office
}

fn done(command: &mut Command) -> String {
    let output = command.output().expect("runs");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The Python that has openpyxl: that of the distribution may not be the first on the path.
fn python() -> &'static str {
    let has =
        |python: &&str| Command::new(python).args(["-c", "import openpyxl"]).output().is_ok_and(|output| output.status.success());
    ["python3", "/usr/bin/python3"].into_iter().find(has).expect("a Python with openpyxl")
}

const PROBE: &str = "
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet in book:
    print(sheet.title, sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation, sheet.column_dimensions['A'].hidden)
sheet = book['隐患']
heads = [cell.value for cell in sheet[4]]
for row in sheet.iter_rows(min_row=5):
    said = dict(zip(heads, row))
    print(said['记录引用'].value, said['发现日期'].value.date(), said['发现日期'].is_date, said['隐患描述'].data_type, said['隐患描述'].value)
";

#[test]
#[ignore = "needs office programs"]
fn openpyxl_reads_the_same() {
    let folder = home();
    let file = folder.path().join("ledger.xlsx");
    fs::write(&file, bytes(&clean(), &[], Lang::Zh)).expect("written");
    let said = done(Command::new(python()).args(["-c", PROBE]).arg(&file).env("PYTHONIOENCODING", "utf-8"));
    let table = sheet(&["隐患"], "隐患");
    let mut expected: Vec<String> = SHEETS
        .iter()
        .map(|name| {
            if TWO_LINES.contains(name) {
                format!("{name} E5 $3:$4 landscape True")
            } else {
                format!("{name} E4 $3:$3 landscape True")
            }
        })
        .collect();
    expected.extend(table.rows.iter().map(|row| {
        let found = super::workbook::day(table.cell(row, "发现日期")).expect("a day");
        format!("{} {found} True s {}", row[0], table.cell(row, "隐患描述"))
    }));
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
}

#[test]
#[ignore = "needs office programs"]
fn libreoffice_reads_the_same() {
    let folder = home();
    let file = folder.path().join("ledger.xlsx");
    fs::write(&file, bytes(&clean(), &["隐患"], Lang::Zh)).expect("written");
    // Comma, double quotes, UTF-8, cells as shown.
    done(office(folder.path(), &["csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"]).arg(&file));
    let text = fs::read_to_string(folder.path().join("ledger.csv")).expect("a file");
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> = rows.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    let table = sheet(&["隐患"], "隐患");
    let heading = |(own, whole): (&String, &String)| whole.ends_with(own.as_str()) && !own.is_empty();
    assert!(rows[3].iter().zip(&table.headings).all(heading), "{:?}", rows[3]);
    assert_eq!(rows.len(), table.rows.len() + 4);
    for (read, own) in rows[4..].iter().zip(&table.rows) {
        for (at, cell) in own.iter().enumerate() {
            let expected = super::workbook::day_or_words(cell);
            assert_eq!(read[at], expected, "{} of {}", table.headings[at], own[0]);
        }
    }
}
