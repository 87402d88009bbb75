//! Files and licences of mines from a sheet: an office and its units begin with the lists that they have.

use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole};

const OFFICE: &[&str] = &["--as", "区安委办"];
const UNIT: &[&str] = &["--as", "应急"];
const MINES: &str = "一企一档";
const LICENCES: &str = "证照";
const NANLING: &[(&str, &str)] = &[("代号", "nanling"), ("矿山名称", "南岭石场（虚构）"), ("所在镇街", "河口街道")];

fn empty(register: &Register, sheet: &str) -> Grid {
    Grid::read(&register.export(&["--template", sheet]), sheet)
}

#[test]
fn mines_and_then_their_licences_are_filed_from_rows() {
    let register = Register::of_example();
    let mut mines = empty(&register, MINES);
    assert!(!mines.rows[0].iter().any(|cell| *cell == *"隐患数"), "an empty sheet has no column that is worked out");
    mines.add(NANLING);
    mines.add(&[("代号", "beiling"), ("矿山名称", "北岭石场（虚构）"), ("所在镇街", "思劳镇"), ("开采方式", "露天开采")]);
    register.taken(&mines, OFFICE);
    assert_eq!(register.text("mines/nanling/base"), "name = \"南岭石场（虚构）\"\ntown = \"hekou\"\n");
    let mut licences = empty(&register, LICENCES);
    // The name in the first of cells that were merged; the next mine in a row of its own.
    licences.add(&[
        ("矿山", "南岭石场（虚构）"),
        ("证照种类", "安全生产许可证"),
        ("证号", "（虚构）安009"),
        ("有效期止", "2027-05-31"),
    ]);
    licences.add(&[("证照种类", "爆破作业许可证"), ("证号", "（虚构）爆009")]);
    licences.add(&[("矿山", "beiling"), ("证照种类", "安全生产许可证"), ("证号", "（虚构）安010")]);
    let told = register.taken(&licences, UNIT);
    assert_whole(
        &told,
        str![[r#"
已登记 证照 北岭石场（虚构） 应急（mines/beiling/yingji.toml）
已登记 证照 南岭石场（虚构） 应急（mines/nanling/yingji.toml）
证照：第 3 行等 1 行没有写“矿山”，按上面一行的南岭石场（虚构）取用；不是的请写明
清点：共 1 张表 4 行 20 格
  证照：登记 7 格（3 行），编号、单位等 2 格，表头 11 格

"#]],
    );
    let expected = "[[licence]]\nkind = \"safety\"\nnumber = \"（虚构）安009\"\nuntil = 2027-05-31\n\n\
                    [[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆009\"\n";
    assert_eq!(register.text("mines/nanling/yingji"), expected);
    assert_eq!(register.text("mines/beiling/yingji").matches("[[licence]]").count(), 1);
}

#[test]
fn a_licence_that_is_renewed_is_shown_with_the_one_before_it() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&[LICENCES]), LICENCES);
    let renewed =
        [("证照种类", "安全生产许可证"), ("证号", "（虚构）安001"), ("有效期起", "2027-03-01"), ("有效期止", "2030-02-28")];
    grid.add(&[&[("矿山", "大山石场（虚构）")][..], &renewed].concat());
    register.taken(&grid, UNIT);
    let grid = Grid::read(&register.export(&[LICENCES]), LICENCES);
    let states: Vec<String> = grid
        .rows
        .iter()
        .filter(|row| row[0] == *"mines/dashan/yingji")
        .map(|row| row[grid.column("证照状态")].to_string())
        .collect();
    assert_eq!(states, ["已换新证", "有效"]);
    let mines = Grid::read(&register.export(&[MINES]), MINES);
    assert_eq!(mines.rows[mines.row("mines/dashan")][mines.column("证照灯")], *"绿");
}

#[test]
fn a_mine_is_known_by_its_id_and_nobody_else_has_it() {
    let register = Register::of_example();
    let refuses = |cells: &[&[(&str, &str)]], expected: &str| {
        let mut grid = empty(&register, MINES);
        for cells in cells {
            grid.add(cells);
        }
        let told = register.refuses(&grid, OFFICE);
        assert!(told.contains(expected), "{expected}: {told}");
    };
    refuses(&[&NANLING[1..]], "“代号”必须填写");
    refuses(&[&NANLING[..1]], "这一行没有内容");
    refuses(&[NANLING, NANLING], "另一行用了同一个代号");
    refuses(&[&[("代号", "dashan"), ("矿山名称", "大山（虚构）"), ("所在镇街", "河口街道")]], "代号 dashan 已经登记过了");
    refuses(&[&[("代号", "../base"), ("矿山名称", "大山（虚构）"), ("所在镇街", "河口街道")]], "“../base”不能作代号");
    let mut grid = Grid::read(&register.export(&[MINES]), MINES);
    grid.set("mines/dashan", "代号", "dahe");
    assert!(register.refuses(&grid, OFFICE).contains("不能移到别处"));
    grid.set("mines/dashan", "代号", "dashan");
    grid.set("mines/dashan", "矿种", "花岗岩");
    assert!(register.refuses(&grid, UNIT).contains("这条记录由区安委办登记"));
}

#[test]
fn licences_are_of_a_mine_that_is_there_and_of_the_unit_that_files_them() {
    let register = Register::of_example();
    let licence = [("证照种类", "安全生产许可证"), ("证号", "（虚构）安009")];
    let mut grid = empty(&register, LICENCES);
    grid.add(&licence);
    assert!(register.refuses(&grid, UNIT).contains("“矿山”必须填写"));
    grid.rows.pop();
    grid.add(&[&[("矿山", "无名石场（虚构）")][..], &licence].concat());
    assert!(register.refuses(&grid, UNIT).contains("没有叫“无名石场（虚构）”的矿山"));
    let mut grid = Grid::read(&register.export(&[LICENCES]), LICENCES);
    grid.set("mines/dashan/yingji", "证号", "（虚构）安009");
    assert!(register.refuses(&grid, &["--as", "公安"]).contains("这条记录由应急登记"));
    grid.set("mines/dashan/yingji", "矿山", "绿水灰岩矿（虚构）");
    assert!(register.refuses(&grid, UNIT).contains("这一行在证照 大山石场（虚构） 应急中"));
}

#[test]
fn a_mine_that_gets_another_name_keeps_the_one_that_it_had() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&[MINES]), MINES);
    grid.set("mines/dashan", "矿山名称", "大岭石场（虚构）");
    let told = register.refuses(&grid, OFFICE);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  一企一档!D2：矿山改名，原名“大山石场（虚构）”要写进“曾用名”一栏，否则以前的表和记录里的名称就对不上了；只是更正笔误的，用 --reason 写明原因
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 4 行 62 格
  一企一档：与台账一致 26 格（2 行没有变化），编号、单位等 12 格，表头 23 格，有问题 1 格

"#]],
    );
    let mut kept = grid.clone();
    kept.set("mines/dashan", "曾用名", "大山石场(虚构)");
    register.taken(&kept, OFFICE);
    // A slip of the keyboard was never a name.
    let register = Register::of_example();
    register.taken(&grid, &[OFFICE, &["--reason", "录入笔误（虚构）"]].concat());
    assert!(!register.text("mines/dashan/base").contains("former_names"));
}
