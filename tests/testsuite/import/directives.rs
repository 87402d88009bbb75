//! 收文: what came from above as a sheet, out and back.

use super::grid::Grid;
use crate::support::{Register, said};

const CAME: &[&str] = &[
    "directive",
    "new",
    "--as",
    "区安委办",
    "--yes",
    "--kind",
    "领导批示",
    "--sender",
    "区长（虚构）",
    "--title",
    "关于加强汛期安全的批示（虚构）",
    "--number",
    "办〔2025〕8号",
    "--dated",
    "2025-06-02",
    "--received",
    "2025-06-03",
];
const PROPOSED: &[&str] = &[
    "directive",
    "propose",
    "收文 2025-区安委办-001",
    "--as",
    "区安委办",
    "--yes",
    "--on",
    "2025-06-04",
    "--text",
    "请应急局牵头排查（虚构）",
    "--lead",
    "应急",
    "--with",
    "公安",
    "--with",
    "自然资源",
    "--due",
    "2025-06-20",
];
const CLOSED: &[&str] = &[
    "directive",
    "close",
    "收文 2025-区安委办-001",
    "--as",
    "区安委办",
    "--yes",
    "--on",
    "2025-06-18",
    "--text",
    "已排查12座矿山（虚构）",
];

fn filed(register: &Register, args: &[&str]) {
    let done = register.run(args);
    assert!(done.status.success(), "{args:?}: {}", said(&done));
}

/// The state of the only row, as of a day.
fn state(register: &Register, as_of: &str) -> String {
    value(&Grid::read(&register.export(&["收文", "--as-of", as_of]), "收文"), "状态")
}

fn value(grid: &Grid, heading: &str) -> String {
    grid.rows[1][grid.column(heading)].to_string()
}

#[test]
fn what_came_from_above_is_a_sheet_that_comes_back() {
    let register = Register::of_example();
    filed(&register, CAME);
    assert_eq!(state(&register, "2025-06-03"), "待拟办");
    filed(&register, PROPOSED);
    assert_eq!(state(&register, "2025-06-20"), "办理中", "the last day is still within the term");
    assert_eq!(state(&register, "2025-06-21"), "已过期限");
    filed(&register, CLOSED);
    assert_eq!(state(&register, "2025-12-31"), "已办结");
    assert_eq!(state(&register, "2025-06-17"), "办理中", "as of the day before it was carried out");
    let out = register.export(&["收文"]);
    let grid = Grid::read(&out, "收文");
    for (heading, said) in [
        ("收文单位", "区安委办"),
        ("来文机关（批示人）", "区长（虚构）"),
        ("来文字号", "办〔2025〕8号"),
        ("拟办·承办单位", "应急"),
        ("拟办·协办单位", "公安、自然资源"),
        ("办结·办理结果", "已排查12座矿山（虚构）"),
    ] {
        assert_eq!(value(&grid, heading), said, "{heading}");
    }
    let before = register.state();
    let done = register.import(&out, &["--as", "区安委办"]);
    assert!(done.status.success() && said(&done).contains("一致"), "{}", said(&done));
    assert_eq!(register.state(), before, "a sheet that comes back as it went changes nothing");
    // A new row is a paper of its own; who asks only knows what stands in the book of the office.
    let mut more = grid.clone();
    more.rows.truncate(1);
    more.add(&[
        ("收到日期", "2025-07-01"),
        ("类别", "上级来文"),
        ("来文机关（批示人）", "市安委办（虚构）"),
        ("标题", "关于开展专项检查的通知（虚构）"),
        ("拟办日期", "2025-07-01"),
        ("拟办意见", "请应急局阅办（虚构）"),
        ("拟办·承办单位", "区应急局"),
        ("拟办·办理期限", "2025-07-15"),
    ]);
    let file = register.home.join("收文登记簿.xlsx");
    more.write(&file);
    let done = register.import(&file, &["--as", "区安委办"]);
    assert!(done.status.success(), "{}", said(&done));
    let record = register.text("directives/2025/anweiban/002");
    assert!(
        record.contains("received = 2025-07-01") && record.contains("lead = \"yingji\"") && record.contains("due = 2025-07-15"),
        "{record}"
    );
    // What leaders wrote is for nobody outside.
    let refused = register.run(&["ledger", "收文", "--edition", "public", "--out", "x.xlsx"]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
}
