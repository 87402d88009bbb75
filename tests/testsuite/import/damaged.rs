//! Hundreds of damaged files: none crashes the program, none that is refused leaves a trace in the register.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use super::grid::Grid;
use crate::support::{Dice, Register, TRIES, said};

/// Bytes with some of them changed, taken out or repeated.
fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
            2 => bytes.insert(at, u8::try_from(dice.below(256)).expect("a byte")),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).expect("a byte");
                }
            }
        }
    }
}

/// The package with its sheet spoiled within: what the checksums of the package would else find first.
fn spoil_sheet(package: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut write = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..read.len() {
        let mut part = read.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        if name.contains("sheet1") || name.contains("sharedStrings") {
            spoil(&mut bytes, dice);
        }
        write.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        write.write_all(&bytes).expect("written");
    }
    write.finish().expect("written").into_inner()
}

/// Words under headings.
type Cells = &'static [(&'static str, &'static str)];

/// The sheets that are spoiled, with the unit that files them and a bad row of theirs, so that hardly any of the files can be filed.
const SHEETS: &[(&str, &str, Cells)] = &[
    ("隐患", "应急", &[("矿山", "无此矿山"), ("发现日期", "某日"), ("隐患描述", "题（虚构）")]),
    ("信息通报", "应急", &[("通报内容", "二"), ("标题", "题（虚构）"), ("主送·单位", "无此单位")]),
    ("联合执法", "区安委办", &[("开始日期", "某日"), ("检查·矿山", "无此矿山"), ("发现问题·问题", "题（虚构）")]),
    ("证照", "应急", &[("矿山", "无此矿山"), ("证照种类", "无此种类"), ("有效期止", "某日")]),
    ("督办事项", "区安委办", &[("来源", "无此会议"), ("事项", "题（虚构）"), ("完成时限", "某日")]),
];

/// What is spoiled, as a workbook and as text.
struct Sound {
    whole: Vec<u8>,
    table: String,
    unit: &'static str,
}

impl Sound {
    fn of(register: &Register, name: &str, unit: &'static str, row: Cells) -> Self {
        let mut grid = Grid::read(&register.export(&[name]), name);
        grid.add(row);
        let book = register.home.join("好.xlsx");
        grid.write(&book);
        Self { whole: fs::read(&book).expect("a file"), table: grid.csv(), unit }
    }
}

#[test]
fn damaged_files_change_nothing_and_never_crash() {
    let register = Register::of_example();
    let sheets: Vec<Sound> = SHEETS.iter().map(|(name, unit, row)| Sound::of(&register, name, unit, row)).collect();
    let log = || fs::read(register.folder.join(".git/logs/HEAD")).expect("a log");
    let (mut before, mut refused) = (log(), 0);
    let mut dice = Dice(20_251_231);
    for round in 0..TRIES.damaged {
        let Sound { whole, table, unit } = &sheets[round / 10 % sheets.len()];
        let (name, bytes) = match round % 10 {
            0..=1 => {
                let mut bytes = whole.clone();
                spoil(&mut bytes, &mut dice);
                ("坏.xlsx", bytes)
            }
            2..=6 => ("坏.xlsx", spoil_sheet(whole, &mut dice)),
            _ => {
                let mut bytes = table.clone().into_bytes();
                spoil(&mut bytes, &mut dice);
                ("坏.csv", bytes)
            }
        };
        let file = register.home.join(name);
        fs::write(&file, &bytes).expect("written");
        let done = register.import(&file, &["--as", unit, "--force"]);
        let code = done.status.code();
        assert!(code == Some(0) || code == Some(2), "round {round}: {}: {}", done.status, said(&done));
        if code == Some(2) {
            assert!(!done.stderr.is_empty(), "round {round}: refused without a word");
            assert_eq!(log(), before, "round {round}: refused, and filed");
            refused += 1;
        }
        before = log();
    }
    assert!(refused * 10 > TRIES.damaged * 9, "{refused}");
    assert_eq!(register.git(&["status", "--porcelain"]), "", "the folder is as it was committed");
}
