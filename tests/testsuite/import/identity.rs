//! A row is the record that people see it to be: by its hidden reference, else by its number, and equal things are equal however they are
//! written.

use std::fs;

use calamine::Data;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const AS: &[&str] = &["--as", "应急"];
const HEAD_TERM: &str = "编号,矿山,发现日期,发现方式,性质,隐患描述,整改期限\n";
const HEAD: &str = "编号,矿山,发现日期,发现方式,性质,隐患描述\n";

/// The sheets with a number that says which record a row is.
const NUMBERED: &[&str] = &["计划", "会议", "联合执法", "隐患", "执法文书", "信息通报", "上报", "一企一档"];

#[test]
fn a_listing_that_comes_back_changes_nothing() {
    let register = Register::of_example();
    let before = register.state();
    for kind in NUMBERED {
        let kind = if *kind == "一企一档" { "矿山" } else { kind };
        let listed = register.run(&["list", kind, "--format", "csv"]);
        let file = register.home.join(format!("{kind}.csv"));
        fs::write(&file, &listed.stdout).expect("written");
        for unit in ["应急", "区安委办"] {
            let done = register.import(&file, &["--as", unit, "--force"]);
            let told = said(&done);
            assert!(told.contains("一致") || told.contains("台账中现为") || told.contains("没有能导入的表"), "{kind}: {told}");
        }
        assert_eq!(register.state(), before, "{kind}");
    }
    let done = register.import(&register.home.join("隐患.csv"), AS);
    assert!(done.status.success() && said(&done).contains("一致"), "{}", said(&done));
}

#[test]
fn visible_cells_in_a_new_book_are_the_records_that_they_show() {
    let register = Register::of_example();
    let before = register.state();
    for name in NUMBERED {
        let mut grid = Grid::read(&register.export(&[name]), name);
        grid.rows.iter_mut().for_each(|row| drop(row.drain(..2)));
        let file = register.home.join("粘贴.xlsx");
        grid.write(&file);
        let done = register.import(&file, &["--as", "区安委办", "--force"]);
        assert!(done.status.success() && said(&done).contains("一致"), "{name}: {}", said(&done));
        assert_eq!(register.state(), before, "{name}");
    }
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let row = grid.row("hazards/2025/yingji/001");
    let column = grid.column("情况说明");
    grid.rows[row][column] = Data::String("因台风顺延（虚构）。".into());
    grid.rows.iter_mut().for_each(|row| drop(row.drain(..2)));
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!AN6：这一行没有“记录版本”，看不出导出后有没有别人改过（台账中现为：空）；请重新导出台账，在新表上改
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 7 行 179 格
  隐患：与台账一致 124 格（5 行没有变化），编号、单位等 12 格，表头 42 格，有问题 1 格

"#]],
    );
}

#[test]
fn a_number_that_is_none_is_told_and_a_count_of_rows_is_not_one() {
    let register = Register::of_example();
    let import = |number: &str| {
        let file = register.home.join("编号.csv");
        fs::write(&file, format!("{HEAD}{number},dashan,2025-06-03,自行检查,事故隐患,题（虚构）\n")).expect("written");
        said(&register.import(&file, &[AS, &["--dry-run", "--force"]].concat()))
    };
    for number in ["隐患 2025-应急-777", "2025-应急-777", "通报 2025-应急-002"] {
        assert!(import(number).contains("A2：台账的这张表中没有"), "{number}: {}", import(number));
    }
    for number in ["隐患 2025-应急-001", "隐患\u{a0}２０２５-应急-001", "2025-应急-001", "hazard 2025-应急-001"] {
        assert!(import(number).contains("没有“记录版本”"), "{number}: {}", import(number));
    }
    for number in ["1", "甲-7"] {
        let told = import(number);
        assert!(told.contains("+ description = \"题（虚构）\"") && told.contains("不是这张表里记录的编号"), "{number}: {told}");
    }
}

#[test]
fn a_sort_that_left_the_hidden_columns_behind_is_told() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let [one, other] = ["hazards/2025/yingji/001", "hazards/2025/yingji/002"].map(|reference| grid.row(reference));
    for column in 2..grid.rows[0].len() {
        let cell = grid.rows[one][column].clone();
        grid.rows[one][column] = std::mem::replace(&mut grid.rows[other][column], cell);
    }
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 2 处问题：
  隐患!C6：“编号”与隐藏列“记录引用”不是同一条记录（多半是排序、粘贴时隐藏列没有一起移动）；请重新导出台账，在新表上改
  隐患!C7：“编号”与隐藏列“记录引用”不是同一条记录（多半是排序、粘贴时隐藏列没有一起移动）；请重新导出台账，在新表上改
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 7 行 192 格
  隐患：与台账一致 76 格（4 行没有变化），编号、单位等 22 格，表头 44 格，有问题 41 格，没有取用 9 格
    没有取用：由程序推算的列，隐患!M6 等 9 格

"#]],
    );
}

#[test]
fn a_row_that_says_what_another_says_is_told_in_whatever_spelling() {
    let register = Register::of_example();
    let rows = |second: &str| {
        format!(
            "{HEAD},大山石场（虚构）,2025-06-03,自行检查,事故隐患,挡墙开裂（虚构）\n,{second},2025/6/3,inspection,hazard,挡墙开裂（虚构）\n"
        )
    };
    for second in ["dashan", "大山石场(虚构)", "大山 石场（虚构）", "大山石场\u{a0}（虚构）"] {
        let file = register.home.join("两行.csv");
        fs::write(&file, rows(second)).expect("written");
        let told = register.refuses_file(&file, &[AS, &["--force"]].concat());
        assert!(told.contains("B3：这一行与第 2 行完全相同"), "{second}: {told}");
    }
    // The same of two mines is two records, each under its own name.
    let file = register.home.join("两矿.csv");
    fs::write(&file, rows("绿水灰岩矿（虚构）")).expect("written");
    let done = register.import(&file, AS);
    assert!(done.status.success(), "{}", said(&done));
    register.git(&["fsck", "--strict"]);
}

#[test]
fn one_permit_for_two_mines_is_filed_for_both() {
    let register = Register::of_example();
    let file = register.home.join("证照.csv");
    let permit = "其他证照,（虚构）林许准〔2025〕9号,2025-12-01";
    fs::write(&file, format!("矿山,证照种类,证号,有效期起\ndashan,{permit}\n绿水灰岩矿（虚构）,{permit}\n")).expect("written");
    let done = register.import(&file, &["--as", "林业"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(register.text("mines/dashan/linye"), register.text("mines/lvshui/linye"));
    register.git(&["fsck", "--strict"]);
    // The same permit twice for one mine is told, also by the mine's id and name.
    fs::write(&file, format!("矿山,证照种类,证号,有效期起\nxishan,{permit}\n西山瓷土矿（虚构）,{permit}\n")).expect("written");
    let told = register.refuses_file(&file, &["--as", "林业"]);
    assert!(told.contains("同一项") || told.contains("完全相同"), "{told}");
}

#[test]
fn what_a_record_shows_is_not_changed_by_another_spelling_of_it() {
    let register = Register::of_example();
    let record = "hazards/2025/yingji/001";
    register.ok(&["amend", record, "--set", "because=caf\u{e9}（虚构）", "--reason", "补记（虚构）", "--as", "应急"]);
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let mine = grid.rows[grid.row(record)][grid.column("矿山")].to_string();
    grid.set(record, "矿山", &mine.replace('（', "(").replace('）', ")\u{a0}"));
    grid.set(record, "监管单位", "应急管理局");
    grid.set(record, "情况说明", "cafe\u{301}（虚构）");
    let told = register.taken(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
表中内容与台账一致，没有需要登记的
清点：共 1 张表 7 行 193 格
  隐患：与台账一致 125 格（6 行没有变化），编号、单位等 24 格，表头 44 格

"#]],
    );
}

#[test]
fn a_former_name_of_a_mine_is_that_mine() {
    let register = Register::of_example();
    let mut mines = Grid::read(&register.export(&["一企一档"]), "一企一档");
    mines.set("mines/dashan", "曾用名", "大山采石场（虚构）");
    register.taken(&mines, &["--as", "区安委办"]);
    let file = register.home.join("曾用名.csv");
    fs::write(&file, "矿山,发现日期,发现方式,性质,隐患描述\n大山采石场(虚构),2025-06-03,自行检查,事故隐患,题（虚构）\n")
        .expect("written");
    let done = register.import(&file, AS);
    assert!(done.status.success(), "{}", said(&done));
    assert!(register.git(&["show", "HEAD"]).contains("+mine = \"dashan\""));
}

#[test]
fn a_number_is_known_however_its_parts_are_held_together() {
    let register = Register::of_example();
    let exported = Grid::read(&register.export(&["隐患"]), "隐患");
    let import = |number: &str, is_form: bool| {
        let mut grid = exported.clone();
        let row = grid.row("hazards/2025/yingji/002");
        let mut only = grid.rows.remove(row);
        for (heading, words) in [("编号", number), ("隐患描述", "改过的（虚构）")] {
            only[grid.column(heading)] = Data::String(words.into());
        }
        only[0] = Data::Empty;
        only[1] = Data::Empty;
        grid.rows.truncate(1);
        grid.rows.push(only);
        if !is_form {
            grid.rows.iter_mut().for_each(|row| drop(row.drain(..2)));
        }
        register.refuses(&grid, AS)
    };
    for number in [
        "隐患2025-应急-002",
        "隐患2025应急002",
        "隐患〔2025〕应急002",
        "隐患[2025]应急第2号",
        "应急2025-002",
        "2025年应急002号",
        "2025 应急 002",
        "隐患：2025-应急-002",
    ] {
        for is_form in [true, false] {
            let told = import(number, is_form);
            let is_known = told.contains("没有“记录版本”");
            assert!(is_known || (number.contains('：') && told.contains("台账的这张表中没有")), "{number}: {told}");
        }
    }
    // Like a record's, but nobody can tell of which.
    for number in ["2025-应急-002、2025-应急-001", "隐患-002", "应急002-1-3", "2025-应急-777"] {
        assert!(import(number, false).contains("台账的这张表中没有"), "{number}");
    }
    // On the program's own form a number is the register's or none.
    for number in ["002", "2", "甲-7"] {
        assert!(import(number, true).contains("编号由程序给"), "{number}");
    }
}

#[test]
fn a_name_that_two_mines_have_is_told_with_their_ids() {
    let register = Register::of_example();
    let office = &["--as", "区安委办"];
    for id in ["xinyi", "xiner"] {
        register.ok(&[&["mine", "new", id, "--name", "新岭石场（虚构）", "--town", "河口街道"][..], office].concat());
    }
    let file = register.home.join("同名.csv");
    fs::write(&file, "矿山,发现日期,发现方式,性质,隐患描述\n新岭石场（虚构）,2025-06-03,自行检查,事故隐患,题（虚构）\n")
        .expect("written");
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  A2：叫“新岭石场（虚构）”的矿山有 2 座：xiner、xinyi；请写代号
问题已标在 [TEMP]/同名-问题.csv；改好后导入它
清点：共 1 张表 2 行 10 格
  待登记 4 格（1 行），表头 5 格，有问题 1 格

"#]],
    );
    fs::write(&file, "矿山,证照种类,证号\n新岭石场（虚构）,其他证照,（虚构）1\n").expect("written");
    let told = register.refuses_file(&file, &[AS, &["--force"]].concat());
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  A2：叫“新岭石场（虚构）”的矿山有 2 座：xiner、xinyi；请写代号
问题已标在 [TEMP]/同名-问题.csv；改好后导入它
清点：共 1 张表 2 行 6 格
  待登记 2 格（1 行），表头 3 格，有问题 1 格

"#]],
    );
}

#[test]
fn rows_that_differ_in_little_are_told() {
    let register = Register::of_example();
    let row = |term: &str, text: &str| format!("{HEAD_TERM},dashan,2025-06-03,自行检查,事故隐患,{text},{term}\n");
    let file = register.home.join("补填.csv");
    fs::write(&file, row("", "挡墙开裂渗水（虚构）")).expect("written");
    let first = register.import(&file, AS);
    assert!(first.status.success() && !said(&first).contains("只差"), "{}", said(&first));
    fs::write(&file, row("2025-07-01", "挡墙开裂渗水（虚构）")).expect("written");
    let told = said(&register.import(&file, &[AS, &["--dry-run"]].concat()));
    assert_whole(
        &told,
        str![[r#"
hazards/2025/yingji/004.toml
+ mine = "dashan"
+ found = 2025-06-03
+ source_kind = "inspection"
+ nature = "hazard"
+ description = "挡墙开裂渗水（虚构）"
+ 
+ [rectification]
+ due = 2025-07-01
  建议 H05 整改超期  hazards/2025/yingji/004.toml
    隐患 2025-应急-004：大山石场（虚构）的隐患整改期限为 2025-07-01，已超期 188 天，此后台账中未见整改完成，也未见督促（复查、文书、延期、处罚、进展）
    依据 三（五）：“由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作”
    办法 请督促企业整改；已完成的，补录完成日期（reported_done）和复查（[[reinspection]]）；确需延期的，按程序批准后登记（[[extension]]）。
    命令 liandong hazard done hazards/2025/yingji/004 --reported-done … --as 应急
  建议 H07 未见复查  hazards/2025/yingji/004.toml
    隐患 2025-应急-004：大山石场（虚构）的隐患 2025-07-01 整改期限届满，台账中未见监管部门此后的复查
    依据 三（五）：“开展复查”
    办法 请组织复查并登记（[[reinspection]]）：日期、单位、结论。
    命令 liandong hazard reinspect hazards/2025/yingji/004 --on … --by … --result … --as 应急
以上没有登记（--dry-run）
第 2 行与已登记的 隐患 2025-应急-003 只差“整改期限”，作为新的一条；是同一件事的，请在导出的台账上补填，不要另登记
清点：共 1 张表 2 行 13 格
  待登记 6 格（1 行），表头 7 格

"#]],
    );
    // Another matter at the same mine on the same day is another matter.
    fs::write(&file, row("2025-07-01", "排水沟淤堵（虚构）")).expect("written");
    assert!(!said(&register.import(&file, &[AS, &["--dry-run"]].concat())).contains("只差"));
    // A notice whose addressees were torn apart by a blank row.
    let notices = "通报内容,标题,主送·单位\n2,关于边坡的通报（虚构）,公安\n,,\n2,关于边坡的通报（虚构）,林业\n";
    fs::write(&file, notices).expect("written");
    let told = said(&register.import(&file, &[AS, &["--dry-run"]].concat()));
    assert_whole(
        &told,
        str![[r#"
notices/2026/yingji/001.toml
+ content = 2
+ title = "关于边坡的通报（虚构）"
+ 
+ [[to]]
+ who = "gongan"
notices/2026/yingji/002.toml
+ content = 2
+ title = "关于边坡的通报（虚构）"
+ 
+ [[to]]
+ who = "linye"
以上没有登记（--dry-run）
第 4 行与第 2 行只差“主送·单位”，作为两条；是同一件事的，请写成相连的行，或删去一行
清点：共 1 张表 3 行 9 格
  待登记 6 格（2 行），表头 3 格

"#]],
    );
    // What is no record yet is named by its row.
    let notices =
        "通报内容,标题,发文字号,主送·单位\n2,甲（虚构）,云应急〔2025〕99号,公安\n2,乙（虚构）,云应急〔2025〕99号,林业\n";
    fs::write(&file, notices).expect("written");
    let done = said(&register.import(&file, &[AS, &["--force"]].concat()));
    assert!(!done.contains("notices/2026") && !done.contains("notices/2025/yingji/00"), "{done}");
}

/// The number that people see is changed beside the hidden reference: of a record that there is, and of none.
#[test]
fn a_number_that_was_written_over_is_told_at_its_cell() {
    let register = Register::of_example();
    let changed = |name: &str, reference: &str, number: &str, heading: &str| {
        let mut grid = Grid::read(&register.export(&[name]), name);
        grid.set(reference, "编号", number);
        grid.set(reference, heading, "题（虚构）");
        grid
    };
    let hazard = |number: &str| changed("隐患", "hazards/2025/yingji/001", number, "情况说明");
    let none = register.refuses(&hazard("隐患 2025-应急-099"), AS);
    assert!(none.contains("隐患!C") && none.contains("“隐患 2025-应急-099”不是这一行那条记录"), "{none}");
    let other = register.refuses(&hazard("隐患 2025-应急-002"), AS);
    assert!(other.contains("不是同一条记录"), "{other}");
    let mine = register.refuses(&changed("一企一档", "mines/dashan", "矿山 别的石场（虚构）", "曾用名"), &["--as", "区安委办"]);
    assert!(mine.contains("不是这一行那条记录"), "{mine}");
    // However it is spelled, it is the number of the record; and who clears it says nothing by that.
    for number in ["2025-应急-001", "隐患 ２０２５-应急-001", ""] {
        let file = register.home.join("编号.xlsx");
        hazard(number).write(&file);
        let done = register.import(&file, &[AS, &["--dry-run", "--reason", "补记（虚构）"]].concat());
        assert!(said(&done).contains("以上没有登记"), "{number}: {}", said(&done));
    }
}

#[test]
fn the_same_row_on_two_sheets_is_told_at_the_second() {
    let register = Register::of_example();
    let grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let mut row = grid.rows[grid.row("hazards/2025/yingji/002")].clone();
    let told = grid.column("隐患描述");
    row[..3].fill(Data::Empty);
    let sheets = |second: &str| {
        let mut other = row.clone();
        other[told] = Data::String(second.into());
        let book = |name: &str, row: &[Data]| Grid { name: name.to_owned(), rows: vec![grid.rows[0].clone(), row.to_vec()] };
        let mut first = row.clone();
        first[told] = Data::String("挡墙鼓胀（虚构）".into());
        [book("甲", &first), book("乙", &other)]
    };
    let import = |[first, second]: [Grid; 2]| {
        let file = register.home.join("两表.xlsx");
        Grid::write_all(&[&first, &second], &file);
        said(&register.import(&file, &[AS, &["--dry-run"]].concat()))
    };
    let told = import(sheets("挡墙鼓胀（虚构）"));
    assert!(told.contains("这一行与 甲!") && told.contains("1 处问题"), "{told}");
    let told = import(sheets("截水沟淤堵（虚构）"));
    assert!(!told.contains("完全相同") && told.contains("以上没有登记"), "{told}");
}

/// A list says lines as the record does, headings may stand on every page, and what no sheet files is named.
#[test]
fn a_listing_is_taken_as_it_was_written() {
    let register = Register::of_example();
    let lines = "description=第一行（虚构）\\n第二行（虚构）";
    register.ok(&["amend", "hazards/2025/yingji/001", "--set", lines, "--reason", "笔误", "--as", "应急"]);
    let list = |kind: &str| String::from_utf8(register.run(&["list", kind, "--format", "csv"]).stdout).expect("UTF-8");
    let import = |text: &str| {
        let file = register.home.join("列表.csv");
        fs::write(&file, text).expect("written");
        said(&register.import(&file, &[AS, &["--dry-run", "--force"]].concat()))
    };
    let hazards = list("隐患");
    assert!(hazards.contains("第一行（虚构）\n第二行（虚构）"), "{hazards}");
    assert!(import(&hazards).contains("一致"), "{}", import(&hazards));
    let mut printed: Vec<&str> = hazards.split("\r\n").collect();
    printed.insert(3, printed[0].trim_start_matches('\u{feff}'));
    let told = import(&printed.join("\r\n"));
    assert!(told.contains("一致") && told.contains("第 4 行又是表头，已跳过"), "{told}");
    let told = import(&list("线索"));
    assert!(told.contains("A2：这张表列的是线索，线索不能由表格导入"), "{told}");
}

#[test]
fn a_telephone_number_is_kept_in_half_width() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["联络员"]), "联络员");
    grid.set("people/yingji", "联系电话", "０７６６－０００００２２");
    register.taken(&grid, AS);
    assert!(register.text("people/yingji").contains("phone = \"0766-0000022\""), "{}", register.text("people/yingji"));
}
