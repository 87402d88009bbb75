//! Records that were written by hand: `fmt` gives them their form and changes nothing that they say; `upgrade` and formats.

use std::fs;

use super::HAZARD;
use crate::support::Register;

#[test]
fn what_was_written_by_hand_gets_its_form_and_keeps_its_comments() {
    let register = Register::init();
    register.ok(HAZARD);
    let by_hand = "# 抄自来文\nshort=\"发改\"\nname = '区发展和改革局'\n";
    fs::write(register.folder.join("units/fagai.toml"), by_hand).expect("writable");
    register.git(&["commit", "-qam", "手工改"]);
    let other = register.ok(&["fmt", "--as", "林业"]);
    assert!(other.contains("没有要整理的"), "another unit's file is not touched: {other}");
    assert!(
        other.contains("units/fagai.toml 归区安委办") && other.contains("liandong fmt --as 区安委办"),
        "it is told of: {other}"
    );
    let would = register.ok(&["fmt", "--as", "区安委办", "--dry-run"]);
    assert!(would.contains("会整理 1 个文件") && would.contains("units/fagai.toml"), "{would}");
    assert_eq!(register.read("units/fagai.toml"), by_hand);
    register.ok(&["fmt", "--as", "区安委办"]);
    assert_eq!(register.read("units/fagai.toml"), "name = \"区发展和改革局\"\n# 抄自来文\nshort = \"发改\"\n");
    assert_eq!(register.git(&["status", "--porcelain"]), "");
    assert!(register.ok(&["fmt", "--as", "区安委办"]).contains("没有要整理的"));
}

#[test]
fn what_was_issued_keeps_its_bytes() {
    let register = Register::init();
    let by_hand = "content=5\ntitle=\"（虚构）\"\nissued=2025-03-01\n";
    let file = register.folder.join("notices/2025/gongan/001.toml");
    fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
    fs::write(&file, by_hand).expect("writable");
    register.git(&["add", "-A"]);
    register.git(&["commit", "-qm", "手工登记"]);
    let told = register.ok(&["fmt", "--as", "公安"]);
    assert!(told.contains("没有要整理的") && told.contains("notices/2025/gongan/001.toml 已印发"), "{told}");
    assert_eq!(register.read("notices/2025/gongan/001.toml"), by_hand);
}

#[test]
fn a_record_by_hand_is_as_good_as_one_by_command() {
    let register = Register::init();
    let by_hand = "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"弃土（虚构）\"\n";
    let file = register.folder.join("hazards/2025/linye/001.toml");
    fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
    fs::write(&file, by_hand).expect("writable");
    register.git(&["add", "-A"]);
    register.git(&["commit", "-qm", "手工登记"]);
    register.ok(&["hazard", "rectify", "隐患 2025-林业-001", "--due", "2025-04-01", "--as", "林业"]);
    let filed =
        register.ok(&["hazard", "new", "--as", "林业", "--mine", "dashan", "--found", "2025-04-01", "--description", "弃土"]);
    assert!(filed.contains("2025-林业-002"), "the number that was taken by hand is not given again: {filed}");
}

#[test]
fn only_the_office_raises_the_format_and_nobody_writes_to_a_newer_one() {
    let register = Register::init();
    assert!(register.ok(&["upgrade", "--as", "区安委办"]).contains("不需要升级"));
    assert!(register.refused(&["upgrade", "--as", "公安"]).contains("区安委办"));
    let newer = register.read("mechanism.toml").replace("format = 2", "format = 3\nsomething_new = 3");
    fs::write(register.folder.join("mechanism.toml"), newer).expect("writable");
    register.git(&["commit", "-qam", "新格式"]);
    let refused = register.refused(HAZARD);
    assert!(refused.contains("第 3 版") && refused.contains("更新程序"), "{refused}");
}

/// What bears the mark of a classified paper is refused with where it stands, in a value or an attachment's name.
#[test]
fn a_mark_of_classified_papers_is_refused_wherever_it_stands() {
    let register = Register::init();
    let lead = |title: &str| {
        let args = ["lead", "new", "--as", "公安", "--received", "2025-03-01", "--channel", "巡查发现", "--title", title];
        args.map(str::to_owned)
    };
    for title in ["机 密 ★ 1 年 某事（虚构）", "【絕密】某事（虚构）", "密级：秘密 某事（虚构）"]
    {
        let args = lead(title);
        let told = register.refused(&args.each_ref().map(String::as_str));
        assert!(told.contains("title") && told.contains("密级标志"), "{title}: {told}");
        assert!(told.contains("也不存为草稿") && !register.folder.join("drafts").exists(), "{title}: {told}");
    }
    for title in ["涉及商业秘密的某事（虚构）", "系统机密性检查（虚构）"] {
        let args = lead(title);
        register.ok(&args.each_ref().map(String::as_str));
    }
    // By hand as well, and then with what can be written instead.
    let by_hand = "received = 2025-03-01\nchannel = \"visit\"\ntitle = \"机密★1年 某事\"\n";
    fs::create_dir_all(register.folder.join("leads/2025/gongan")).expect("writable");
    register.write("leads/2025/gongan/009.toml", by_hand);
    let told = register.fails(&["check", "--year", "2025"], 2);
    assert!(told.contains("台账里只写不涉密的概括") && !told.contains("一行文字"), "{told}");
    fs::remove_file(register.folder.join("leads/2025/gongan/009.toml")).expect("there");
    let paper = register.folder.with_file_name("通报_机密.pdf");
    fs::write(&paper, "x").expect("written");
    let told = register.refused(&["attach", "leads/2025/gongan/001", &paper.to_string_lossy(), "--as", "公安"]);
    assert!(told.contains("attachments[0].name"), "{told}");
}
