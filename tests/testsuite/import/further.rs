//! The sheet of hazards shows the last extension and re-inspection: a further one is told from a slip in it.

use std::fs;

use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const AS: &[&str] = &["--as", "应急"];
const REASON: &[&str] = &["--as", "应急", "--reason", "录入笔误（虚构）"];
const FAILED: &[(&str, &str)] = &[
    ("矿山", "大山石场（虚构）"),
    ("发现日期", "2025-12-01"),
    ("发现方式", "自行检查"),
    ("性质", "事故隐患"),
    ("隐患描述", "排水沟淤堵（虚构）。"),
    ("整改期限", "2025-12-05"),
    ("延期·申请日期", "2025-12-03"),
    ("延期·延至", "2025-12-10"),
    ("复查日期", "2025-12-11"),
    ("复查单位", "应急"),
    ("复查结论", "不合格"),
    ("复查·新的期限", "2025-12-20"),
];
const LOOK: &str = "\n[[reinspection]]\non = 2025-12-11\nby = \"yingji\"\nresult = \"failed\"\nnew_due = 2025-12-20\n";
const EXTENSION: &str = "\n[[extension]]\nasked = 2025-12-03\nnew_due = 2025-12-10\n";

/// A register with a hazard that failed its re-inspection, its reference and its sheet.
fn failed() -> (Register, String, Grid) {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.add(FAILED);
    let file = register.home.join("填.xlsx");
    grid.write(&file);
    let done = register.import(&file, AS);
    assert!(done.status.success(), "{}", said(&done));
    let record = register.git(&["show", "--name-only", "--format=", "HEAD"]).trim().trim_end_matches(".toml").to_owned();
    let grid = Grid::read(&register.export(&["隐患"]), "隐患");
    (register, record, grid)
}

/// What the hazard is once cells of its row were changed.
fn changed(cells: &[(&str, &str)], args: &[&str]) -> Result<String, String> {
    let (register, record, mut grid) = failed();
    for (heading, words) in cells {
        grid.set(&record, heading, words);
    }
    let file = register.home.join("改.xlsx");
    grid.write(&file);
    let done = register.import(&file, args);
    if !done.status.success() {
        return Err(said(&done));
    }
    Ok(fs::read_to_string(register.folder.join(format!("{record}.toml"))).expect("a record"))
}

#[test]
fn a_later_day_and_other_cells_anew_are_a_further_item() {
    // With a reason, which other rows may need, it is none the less no slip.
    for args in [AS, REASON] {
        let look = [("复查日期", "2025-12-22"), ("复查结论", "合格"), ("复查·新的期限", "")];
        let text = changed(&look, args).expect("taken");
        assert!(
            text.ends_with(&format!("{LOOK}\n[[reinspection]]\non = 2025-12-22\nby = \"yingji\"\nresult = \"passed\"\n")),
            "{text}"
        );
        let extension = [("延期·申请日期", "2025-12-08"), ("延期·延至", "2025-12-15")];
        let text = changed(&extension, args).expect("taken");
        assert!(text.contains(&format!("{EXTENSION}\n[[extension]]\nasked = 2025-12-08\nnew_due = 2025-12-15\n")), "{text}");
        assert!(!text.contains("amended"), "{text}");
    }
}

#[test]
fn a_day_alone_or_other_cells_alone_are_a_slip() {
    let slips = [("复查日期", "2025-12-12"), ("复查日期", "2025-12-10"), ("复查结论", "合格"), ("延期·申请日期", "2025-12-04")];
    for slip in slips {
        let told = changed(&[slip], AS).expect_err("what stands changes only with a reason");
        assert!(told.contains("--reason") && told.contains("再次延期、复查"), "{slip:?}: {told}");
        let text = changed(&[slip], REASON).expect("mended");
        let counts = [text.matches("[[reinspection]]").count(), text.matches("[[extension]]").count()];
        assert!(counts == [1, 1] && text.contains("reason = \"录入笔误（虚构）\""), "{slip:?}: {text}");
    }
}

#[test]
fn what_stood_empty_is_filled_in() {
    let text = changed(&[("延期·批准人", "张某甲"), ("延期·批准日期", "2025-12-04")], AS).expect("taken");
    assert_eq!(text.matches("[[extension]]").count(), 1, "{text}");
    assert_whole(
        &text,
        str![[r#"
mine = "dashan"
found = 2025-12-01
source_kind = "inspection"
nature = "hazard"
description = "排水沟淤堵（虚构）。"

[rectification]
due = 2025-12-05

[[extension]]
asked = 2025-12-03
approved_by = "张某甲"
approved_on = 2025-12-04
new_due = 2025-12-10

[[reinspection]]
on = 2025-12-11
by = "yingji"
result = "failed"
new_due = 2025-12-20

"#]],
    );
}
