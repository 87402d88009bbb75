//! What a clerk writes around the cells of a sheet: words drawn through, the unit above the table, signs for what stands above.

use rust_xlsxwriter::{Format, Workbook};

use super::account::{AS, HEADINGS, ROW, book};
use crate::support::{Register, said};

/// A sheet of one hazard with a line of words above its head.
fn below(register: &Register, above: &[(u16, &str)]) -> std::path::PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("隐患").expect("a name");
    for (column, words) in above {
        sheet.write_string(0, *column, *words).expect("written");
    }
    for (row, cells) in [(1, &HEADINGS[..]), (2, &ROW[..])] {
        for (column, words) in (0..).zip(cells) {
            sheet.write_string(row, column, *words).expect("written");
        }
    }
    let file = register.home.join("填报.xlsx");
    book.save(&file).expect("saved");
    file
}

#[test]
fn words_that_are_drawn_through_are_refused_at_their_cell() {
    let register = Register::of_example();
    let struck = Format::new().set_font_strikethrough();
    let file = book(&register, |sheet| _ = sheet.write_string_with_format(1, 4, ROW[4], &struck).expect("written"));
    let told = register.refuses_file(&file, AS);
    assert!(told.contains("隐患!E2：这一格的字画了删除线"), "{told}");
    // Beside what is taken, and in a cell that is blank, it says nothing of the row.
    let file = book(&register, |sheet| {
        sheet.write_string(0, 7, "本股备注").expect("written").write_string_with_format(1, 7, "已核", &struck).expect("written");
        sheet.write_blank(1, 5, &struck).expect("written");
    });
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("登记 5 格（1 行）"), "{}", said(&done));
}

#[test]
fn the_unit_above_the_table_is_whose_new_rows_are() {
    let register = Register::of_example();
    for above in [
        &[(0, "填报单位：区林业局")][..],
        &[(0, "填报单位（盖章）： 区林业局　　填报日期：2025年6月5日")],
        &[(0, "填报单位："), (1, "林业")],
    ] {
        let told = register.refuses_file(&below(&register, above), &[AS, &["--force"]].concat());
        assert!(told.contains("这一行写的是林业，而记录属于应急"), "{above:?}: {told}");
    }
    // What a ledger leaves open, one's own name, and other words name nobody else.
    let own = [
        "填报单位：　　　　　　　　云城区非煤矿山安全监管协调联动工作机制　　截至 2025-12-31",
        "填报单位：区应急管理局",
        "单位：处",
        "区林业局抄送的隐患台账",
    ];
    for above in own {
        let done = register.import(&below(&register, &[(0, above)]), &[AS, &["--dry-run"]].concat());
        assert!(done.status.success() && said(&done).contains("待登记 5 格（1 行）"), "{above}: {}", said(&done));
    }
}

#[test]
fn a_sign_for_what_stands_above_is_refused_however_it_is_dressed() {
    let register = Register::of_example();
    for ditto in ["（同上）", "-〃-", "同上一行"] {
        let file = book(&register, |sheet| _ = sheet.write_string(1, 4, ditto).expect("written"));
        let told = register.refuses_file(&file, &[AS, &["--force"]].concat());
        assert!(told.contains("离开这张表就看不懂了"), "{ditto}: {told}");
    }
    let content = "同上次检查，挡墙仍开裂（虚构）";
    let file = book(&register, |sheet| _ = sheet.write_string(1, 4, content).expect("written"));
    let done = register.import(&file, AS);
    assert!(done.status.success(), "{}", said(&done));
}
