//! Heads of two lines: what stands above several columns and what stands above each are one heading, as offices draw their ledgers.

use std::fs;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Format, Workbook};

use super::round_trip::AS;
use crate::support::{Register, said};

/// What stands above columns, how many there are, and what stands above each of them with what a row says there.
type Group = (&'static str, &'static [(&'static str, &'static str)]);

/// A ledger as an office draws it: every column of the hazards of 三（五）, and those of 五落实.
const DRAWN: &[Group] = &[
    ("", &[("序号", "1")]),
    (
        "隐患情况",
        &[
            ("矿山", "大山石场（虚构）"),
            ("隐患部位", "二号采场东帮"),
            ("发现日期", "2025-11-03"),
            ("检查人", "赵某甲、钱某乙"),
            ("发现方式", "自行检查"),
            ("性质", "事故隐患"),
            ("隐患描述", "浮石未清理（虚构）。"),
        ],
    ),
    ("现场处置", &[("措施", "撤出人员。"), ("日期", "2025-11-03")]),
    ("整改", &[("措施", "清理浮石。"), ("责任人", "某己"), ("期限", "2025-11-20"), ("资金", "3万元")]),
    ("五落实", &[("整改·防控措施", "坡脚不得作业。"), ("整改·应急预案", "边坡垮塌处置方案")]),
    ("复查", &[("日期", "2025-11-21"), ("复查人", "赵某甲"), ("结论", "合格")]),
    ("", &[("备注", "已拍照")]),
];

const FILED: &str = "mine = \"dashan\"\nfound = 2025-11-03\nsource_kind = \"inspection\"\nnature = \"hazard\"\n\
     description = \"浮石未清理（虚构）。\"\nplace = \"二号采场东帮\"\ninspectors = [\"赵某甲\", \"钱某乙\"]\nremarks = \"已拍照\"\n\n\
     [onsite]\nmeasure = \"撤出人员。\"\non = 2025-11-03\n\n\
     [rectification]\nplan = \"清理浮石。\"\ndue = 2025-11-20\nresponsible = \"某己\"\nfunds = \"3万元\"\nprecautions = \"坡脚不得作业。\"\n\
     emergency_plan = \"边坡垮塌处置方案\"\n\n\
     [[reinspection]]\non = 2025-11-21\nresult = \"passed\"\ninspectors = [\"赵某甲\"]\n";

/// The lines of that ledger, below its title.
fn lines() -> [Vec<&'static str>; 3] {
    let columns =
        || DRAWN.iter().flat_map(|(group, columns)| columns.iter().enumerate().map(move |(at, column)| (*group, at, column)));
    [
        columns().map(|(group, at, _)| if at == 0 { group } else { "" }).collect(),
        columns().map(|(.., (own, _))| *own).collect(),
        columns().map(|(.., (_, said))| *said).collect(),
    ]
}

#[test]
fn an_office_s_own_ledger_is_taken_with_all_its_columns() {
    let register = Register::without(&["hazards"]);
    let file = register.home.join("本单位台账.xlsx");
    let (mut book, plain) = (Workbook::new(), Format::new());
    let sheet = book.add_worksheet();
    sheet.set_name("隐患台账").expect("a name").merge_range(0, 0, 0, 18, "某局隐患台账（虚构）", &plain).expect("merged");
    let [_, own, said_there] = lines();
    for (row, cells) in [(2, own), (3, said_there)] {
        for (column, words) in (0..).zip(cells) {
            sheet.write_string(row, column, words).expect("written");
        }
    }
    let mut first = 0;
    for (group, columns) in DRAWN {
        let last = first + u16::try_from(columns.len()).expect("few") - 1;
        if group.is_empty() {
            // A column without a group takes both lines.
            sheet.merge_range(1, first, 2, last, columns[0].0, &plain).expect("merged");
        } else {
            sheet.merge_range(1, first, 1, last, group, &plain).expect("merged");
        }
        first = last + 1;
    }
    book.save(&file).expect("saved");
    let done = register.import(&file, AS);
    assert!(done.status.success() && !said(&done).contains("不认识的列"), "{}", said(&done));
    assert_eq!(register.text("hazards/2025/yingji/001"), FILED);
}

/// Text without layout says no more of a merged cell than its first column.
#[test]
fn the_same_as_text_is_the_same() {
    let register = Register::without(&["hazards"]);
    let file = register.home.join("本单位台账.csv");
    let text: Vec<String> = lines().iter().map(|line| line.join(",")).collect();
    fs::write(&file, format!("某局隐患台账（虚构）\n{}\n", text.join("\n"))).expect("written");
    let done = register.import(&file, AS);
    assert!(done.status.success() && !said(&done).contains("不认识的列"), "{}", said(&done));
    assert_eq!(register.text("hazards/2025/yingji/001"), FILED);
}

/// What stands above a column that is known without it changes nothing, and a column that is not known with it is named.
#[test]
fn a_group_that_says_nothing_of_a_column_leaves_it_alone() {
    let register = Register::without(&["hazards"]);
    let file = register.home.join("台账.csv");
    let head = "基本情况,,,,,处罚,\n矿山,发现日期,发现方式,性质,隐患描述,措施,金额";
    fs::write(&file, format!("{head}\n大山石场（虚构）,2025-11-03,自行检查,事故隐患,浮石（虚构）,警告,0\n")).expect("written");
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("不认识的列没有取用：措施、金额"), "{}", said(&done));
    assert!(!register.text("hazards/2025/yingji/001").contains("警告"));
}

/// Every ledger saved as text by a spreadsheet program: cells as they are shown, merged cells once.
#[test]
fn a_ledger_saved_as_text_comes_back_unchanged() {
    let register = Register::of_example();
    let before = register.state();
    for name in ["隐患", "联合执法", "会议", "信息通报", "执法文书", "三同时", "一企一档"] {
        let mut book: Xlsx<_> = calamine::open_workbook(register.export(&[name])).expect("a workbook");
        let range = book.worksheet_range(name).expect("a sheet");
        let cell = |cell: &Data| match cell {
            Data::DateTime(moment) => {
                let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
                format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
            other => other.to_string().replace('"', "\"\""),
        };
        let lines = range.rows().map(|row| row.iter().map(|one| format!("\"{}\"", cell(one))).collect::<Vec<_>>().join(","));
        let file = register.home.join(format!("{name}.csv"));
        fs::write(&file, lines.collect::<Vec<_>>().join("\r\n")).expect("written");
        let done = register.import(&file, &["--as", "区安委办"]);
        assert!(done.status.success() && said(&done).contains("一致"), "{name}: {}", said(&done));
        assert!(!said(&done).contains("不认识的列"), "{name}: {}", said(&done));
    }
    assert_eq!(register.state(), before);
}
