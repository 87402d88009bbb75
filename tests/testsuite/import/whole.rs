//! Every sheet that comes back: what went out, is filed and goes out again says the same.

use std::collections::BTreeSet;

use calamine::Data;

use super::grid::Grid;
use crate::support::{Register, said};

/// A sheet with the paths of its records, and the column that says whose they are; the office's where there is none.
struct Ledger {
    sheet: &'static str,
    paths: &'static [&'static str],
    owner: Option<&'static str>,
}

const LEDGERS: &[Ledger] = &[
    Ledger { sheet: "联络员", paths: &["people"], owner: Some("单位") },
    Ledger { sheet: "一企一档", paths: &["mines/*/base.toml"], owner: None },
    Ledger { sheet: "证照", paths: &["mines", ":!mines/*/base.toml"], owner: Some("登记单位") },
    Ledger { sheet: "三同时", paths: &["facilities"], owner: Some("检查单位") },
    Ledger { sheet: "计划", paths: &["plans"], owner: Some("制定单位") },
    Ledger { sheet: "会议", paths: &["meetings"], owner: None },
    Ledger { sheet: "联合执法", paths: &["enforcements"], owner: None },
    Ledger { sheet: "隐患", paths: &["hazards"], owner: Some("监管单位") },
    Ledger { sheet: "执法文书", paths: &["orders"], owner: Some("执法单位") },
    Ledger { sheet: "事故", paths: &["accidents"], owner: Some("登记单位") },
    Ledger { sheet: "信息通报", paths: &["notices"], owner: Some("通报单位") },
    Ledger { sheet: "上报", paths: &["upward"], owner: Some("上报单位") },
];

impl Ledger {
    fn units(&self, grid: &Grid) -> BTreeSet<String> {
        let Some(owner) = self.owner else { return BTreeSet::from(["区安委办".to_owned()]) };
        let owner = grid.column(owner);
        grid.rows.iter().skip(1).map(|row| row[owner].to_string()).collect()
    }

    /// The head and the rows of one unit.
    fn of_unit(&self, grid: &Grid, unit: &str) -> Grid {
        let mut own = grid.clone();
        if let Some(owner) = self.owner {
            let owner = grid.column(owner);
            own.rows.retain(|row| row[owner] == *unit || row == &grid.rows[0]);
        }
        own
    }
}

/// A cell in one spelling: a day that was typed is the same as one that is a date, a no says nothing.
fn spelled(cell: &Data) -> String {
    let Data::DateTime(moment) = cell else { return cell.to_string().trim_start_matches('否').to_owned() };
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
    format!("{year}-{month:02}-{day:02}{time}")
}

/// The columns that people write, which are those of an empty sheet.
fn written(register: &Register, grid: &Grid) -> Vec<Vec<String>> {
    let out = register.home.join("空.xlsx");
    let done = register.run(&["ledger", "--template", &grid.name, "--force", "--out", &out.to_string_lossy()]);
    assert!(done.status.success(), "{}", said(&done));
    let empty = Grid::read(&out, &grid.name);
    assert_eq!(empty.rows.len(), 1, "an empty sheet has no rows");
    let passed = ["记录引用", "记录版本", "编号"];
    let keep: Vec<usize> = (0..grid.rows[0].len())
        .filter(|at| !passed.contains(&grid.rows[0][*at].to_string().as_str()) && empty.rows[0].contains(&grid.rows[0][*at]))
        .collect();
    grid.rows.iter().map(|row| keep.iter().map(|at| spelled(&row[*at])).collect()).collect()
}

#[test]
fn each_sheet_comes_back_as_the_records_that_it_was_drawn_from() {
    for ledger in LEDGERS {
        let (first, second) = (Register::of_example(), Register::without(ledger.paths));
        let exported = Grid::read(&first.export(&[ledger.sheet]), ledger.sheet);
        for unit in ledger.units(&exported) {
            let own = ledger.of_unit(&exported, &unit);
            let mut new = own.clone();
            for row in new.rows.iter_mut().skip(1) {
                // Its number is none that this register has given.
                row[..3].fill(Data::Empty);
            }
            let file = second.home.join("新.xlsx");
            new.write(&file);
            let done = second.import(&file, &["--as", &unit]);
            assert!(done.status.success(), "{} {unit}: {}", ledger.sheet, said(&done));
            let again = Grid::read(&second.export(&[ledger.sheet]), ledger.sheet);
            assert_eq!(written(&second, &ledger.of_unit(&again, &unit)), written(&first, &own), "{} {unit}", ledger.sheet);
            // As many records as there were, not one a row.
            let records = |grid: &Grid| {
                let of = |row: &Vec<Data>| row[0].to_string().split('#').next().unwrap_or_default().to_owned();
                grid.rows.iter().skip(1).map(of).collect::<BTreeSet<_>>()
            };
            assert_eq!(records(&ledger.of_unit(&again, &unit)), records(&own), "{} {unit}", ledger.sheet);
            // The same file once more adds nothing: new records are told, items that the unit's file has are passed over.
            let before = second.state();
            let told = said(&second.import(&file, &["--as", &unit, "--force"]));
            assert!(told.contains("已经登记过了") || told.contains("一致"), "{} {unit}: {told}", ledger.sheet);
            assert_eq!(second.state(), before, "{} {unit}", ledger.sheet);
        }
    }
}

#[test]
fn a_sheet_that_comes_back_as_it_went_changes_nothing() {
    let register = Register::of_example();
    let before = register.state();
    for ledger in LEDGERS {
        for args in [&[ledger.sheet][..], &[ledger.sheet, "--lang", "en"]] {
            let done = register.import(&register.export(args), &["--as", "区安委办"]);
            assert!(done.status.success() && said(&done).contains("一致"), "{args:?}: {}", said(&done));
            assert!(!said(&done).contains("推算"), "{args:?}: nothing that is worked out differs: {}", said(&done));
        }
    }
    assert_eq!(register.state(), before);
}

/// What is changed in a row, and a row that is added: under headings.
struct Edit {
    sheet: &'static str,
    unit: &'static str,
    row: &'static str,
    change: &'static [(&'static str, &'static str)],
    /// A row that is copied before it is changed, hidden cells and all; else a row of its own.
    copied: bool,
    add: &'static [(&'static str, &'static str)],
}

const EDITS: &[Edit] = &[
    Edit {
        sheet: "联络员",
        unit: "应急",
        row: "people/yingji",
        change: &[("联系电话", "13800000000"), ("任职止", "2025-11-30")],
        copied: false,
        add: &[("单位", "应急"), ("姓名", "赵某丙"), ("任职起", "2025-12-01"), ("报办公室日期", "2025-12-02")],
    },
    Edit {
        sheet: "一企一档",
        unit: "区安委办",
        row: "mines/dashan",
        change: &[("曾用名", "大山采石场（虚构）"), ("关闭日期", "2025-12-31")],
        copied: false,
        add: &[("代号", "nanling"), ("矿山名称", "南岭石场（虚构）"), ("所在镇街", "河口街道"), ("开采方式", "露天开采")],
    },
    Edit {
        sheet: "证照",
        unit: "应急",
        row: "mines/dashan/yingji",
        change: &[("有效期止", "2027-03-31")],
        copied: false,
        add: &[
            ("矿山", "大山石场（虚构）"),
            ("登记单位", "应急"),
            ("证照种类", "其他证照"),
            ("证号", "（虚构）培训001"),
            ("有效期起", "2025-12-01"),
        ],
    },
    Edit {
        sheet: "会议",
        unit: "区安委办",
        row: "meetings/2025/anweiban/001",
        change: &[("情况说明", "人社因故请假（虚构）。")],
        copied: false,
        add: &[
            ("名称", "2025年第二次联席会议（虚构）"),
            ("计划日期", "2025-12-20"),
            ("召集单位", "区安委办"),
            ("邀请", "应急、公安"),
            ("议题", "岁末检查（虚构）、节后复工（虚构）"),
        ],
    },
    Edit {
        sheet: "联合执法",
        unit: "区安委办",
        row: "enforcements/2025/anweiban/001#2",
        change: &[("发现问题·现场处置·措施", "暂停爆破（虚构）。"), ("发现问题·现场处置·日期", "2025-05-14")],
        copied: true,
        add: &[
            ("发现问题·序号", "15"),
            ("发现问题·问题", "运输道路无挡墙（虚构）。"),
            ("发现问题·监管单位", "应急"),
            ("发现问题·整改期限", "2025-06-30"),
        ],
    },
    Edit {
        sheet: "隐患",
        unit: "应急",
        row: "hazards/2025/yingji/001",
        change: &[("情况说明", "因台风顺延（虚构）。")],
        copied: false,
        add: &[
            ("监管单位", "应急"),
            ("矿山", "大山石场（虚构）"),
            ("发现日期", "2025-12-01"),
            ("发现方式", "自行检查"),
            ("性质", "事故隐患"),
            ("隐患描述", "排水沟淤堵（虚构）。"),
        ],
    },
    Edit {
        sheet: "执法文书",
        unit: "应急",
        row: "orders/2025/yingji/002",
        change: &[("解除日期", "2025-06-12"), ("解除·文书编号", "（虚构）解除〔2025〕2号")],
        copied: false,
        add: &[
            ("执法单位", "应急"),
            ("文书种类", "责令停止作业"),
            ("送达时间", "2025-12-01 09:30"),
            ("矿山", "大山石场（虚构）"),
            ("重大安全风险", "是"),
            ("内容", "停止爆破（虚构）。"),
        ],
    },
    Edit {
        sheet: "上报",
        unit: "区安委办",
        row: "upward/2025/anweiban/002",
        change: &[("批复文号", "（虚构）市安〔2025〕1号"), ("批复日期", "2025-07-01"), ("批复意见", "同意（虚构）。")],
        copied: false,
        add: &[
            ("上报单位", "区安委办"),
            ("文种", "报告"),
            ("主送", "区政府"),
            ("标题", "关于岁末检查的报告（虚构）"),
            ("成文日期", "2025-12-20"),
            ("正文", "特此报告（虚构）。"),
        ],
    },
    Edit {
        sheet: "信息通报",
        unit: "应急",
        row: "notices/2025/yingji/002",
        change: &[("送达日期", "2025-05-16"), ("送达·方式", "书面")],
        copied: false,
        add: &[("通报单位", "应急"), ("通报内容", "2"), ("标题", "关于排水沟淤堵情况的通报（虚构）"), ("主送·单位", "农水")],
    },
];

#[test]
fn rows_that_were_changed_and_added_are_shown_again_as_they_came() {
    for edit in EDITS {
        let register = Register::of_example();
        let mut grid = Grid::read(&register.export(&[edit.sheet]), edit.sheet);
        for (heading, words) in edit.change {
            grid.set(edit.row, heading, words);
        }
        if edit.copied {
            let row = grid.row(edit.row);
            let mut copy = Grid::read(&register.export(&[edit.sheet]), edit.sheet).rows[row].clone();
            for (heading, words) in edit.add {
                copy[grid.column(heading)] = Data::String((*words).into());
            }
            grid.rows.push(copy);
        } else {
            grid.add(edit.add);
        }
        let file = register.home.join("改.xlsx");
        grid.write(&file);
        let done = register.import(&file, &["--as", edit.unit]);
        assert!(done.status.success(), "{}: {}", edit.sheet, said(&done));
        assert_eq!(register.git(&["rev-list", "--count", "HEAD"]).trim(), "2", "{}: one commit", edit.sheet);
        let again = Grid::read(&register.export(&[edit.sheet]), edit.sheet);
        let sorted = |grid: &Grid| written(&register, grid).into_iter().collect::<BTreeSet<_>>();
        let (again, grid) = (sorted(&again), sorted(&grid));
        let differ: Vec<_> = again.symmetric_difference(&grid).collect();
        assert!(differ.is_empty(), "{}: {differ:#?}", edit.sheet);
    }
}
