//! `edit`: what is saved in an editor is checked and filed, and nothing that was typed is lost.

use std::fs;

use super::HAZARD;
use crate::support::{Register, said};

/// The program with an editor that only replaces words.
fn edit(register: &Register, script: &str, args: &[&str]) -> (String, Option<i32>) {
    let editor = register.home.join("editor");
    fs::write(&editor, script).expect("writable");
    let path = std::env::var_os("PATH").expect("a PATH");
    let mut command = register.command(&["edit"]);
    command.env("PATH", path).env("EDITOR", format!("sed -i -f {}", editor.display()));
    let done = command.args(args).output().expect("runs");
    (said(&done), done.status.code())
}

#[test]
fn what_is_saved_is_filed_with_its_comments() {
    let register = Register::init();
    let (said, code) = edit(&register, "s/^aliases/# 口头称呼\\naliases/", &["units/gongan", "--as", "区安委办"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(register.read("units/gongan.toml").contains("# 口头称呼"), "{}", register.read("units/gongan.toml"));
    assert_eq!(register.git(&["log", "-1", "--format=%s"]).trim(), "单位 公安：编辑");
    assert_eq!(register.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_cannot_be_is_shown_where_it_stands_and_kept() {
    let register = Register::init();
    let before = register.git(&["rev-parse", "HEAD"]);
    let (said, code) = edit(&register, "s/^short/shrot/", &["units/gongan", "--as", "区安委办"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("units/gongan.toml:2:1")
            && said.contains("shrot")
            && said.contains("short")
            && said.contains("edit-units-gongan"),
        "{said}"
    );
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    let (said, code) = edit(&register, "s/^shrot.*/short = \"公安分局\"/", &["units/gongan", "--as", "区安委办"]);
    assert_eq!(code, Some(0), "the copy is gone on with: {said}");
    assert!(register.read("units/gongan.toml").contains("公安分局"));
    assert!(!register.folder.join("drafts/edit-units-gongan.toml").exists());
}

#[test]
fn what_an_editor_does_to_line_ends_and_encoding_is_no_change() {
    let register = Register::init();
    let before = register.git(&["rev-parse", "HEAD"]);
    let (said, code) = edit(&register, "1s/^/\\xef\\xbb\\xbf/;s/$/\\r/", &["settings", "--as", "区安委办"]);
    assert_eq!((code, said.as_str()), (Some(0), "没有改动\n"));
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    let (said, code) =
        edit(&register, "1s/^/\\xef\\xbb\\xbf/;s/^short.*/short = \"公安分局\"/;s/$/\\r/", &["units/gongan", "--as", "区安委办"]);
    assert_eq!(code, Some(0), "{said}");
    let text = register.read("units/gongan.toml");
    assert!(text.contains("公安分局") && !text.contains(['\r', '\u{FEFF}']) && !text.contains("草稿"), "{text:?}");
}

#[test]
fn nothing_changed_is_nothing_filed() {
    let register = Register::init();
    let before = register.git(&["rev-parse", "HEAD"]);
    let (said, code) = edit(&register, "", &["settings", "--as", "区安委办"]);
    assert_eq!((code, said.as_str()), (Some(0), "没有改动\n"));
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn what_stands_changes_only_with_a_reason_which_the_record_keeps() {
    let register = Register::init();
    register.ok(HAZARD);
    let script = "s/边坡排水不畅/边坡开裂/";
    let (said, code) = edit(&register, script, &["隐患 2025-应急-001", "--as", "应急"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("description") && said.contains("不能改动"), "{said}");
    let (said, code) = edit(&register, script, &["隐患 2025-应急-001", "--as", "应急", "--reason", "录入笔误"]);
    assert_eq!(code, Some(0), "{said}");
    let text = register.read("hazards/2025/yingji/001.toml");
    assert!(text.contains("keys = [\"description\"]") && text.contains("录入笔误") && text.contains("边坡开裂"), "{text}");
}

#[test]
fn another_units_record_is_not_edited() {
    let register = Register::init();
    register.ok(HAZARD);
    let (said, code) = edit(&register, "s/边坡/x/", &["隐患 2025-应急-001", "--as", "林业"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("由应急登记"), "{said}");
}

#[test]
fn what_was_filed_meanwhile_is_not_overwritten() {
    let register = Register::init();
    register.ok(&["liaison", "set", "--as", "公安", "--name", "某丙", "--since", "2024-08-20"]);
    let (said, code) = edit(&register, "s/^name/nmae/", &["people/gongan", "--as", "公安"]);
    assert_eq!(code, Some(2), "{said}");
    register.ok(&["leader", "set", "--as", "公安", "--name", "某丁", "--since", "2024-08-20", "--post", "分管负责人"]);
    let (said, code) = edit(&register, "s/^nmae/name/", &["people/gongan", "--as", "公安"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("新的登记"), "{said}");
    assert!(register.read("people/gongan.toml").contains("某丁"));
}

#[test]
fn what_cannot_be_read_is_mended_in_the_editor() {
    let register = Register::init();
    fs::write(register.folder.join("units/gongan.toml"), "name = \n").expect("writable");
    register.git(&["commit", "-qam", "手工改坏"]);
    let (said, code) =
        edit(&register, "s/^name.*/name = \"市公安局\"\\nshort = \"公安\"/", &["units/gongan", "--as", "区安委办"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(register.read("units/gongan.toml").contains("市公安局"));
}

#[test]
fn a_fault_of_form_that_stands_stops_nobody_and_a_new_one_does() {
    let register = Register::init();
    register.ok(HAZARD);
    let by_hand = register.read("hazards/2025/yingji/001.toml").replace("mine = \"dashan\"", "mine = \"meiyou\"");
    fs::write(register.folder.join("hazards/2025/yingji/001.toml"), by_hand).expect("writable");
    register.git(&["commit", "-qam", "手工改坏"]);
    let filed = register.ok(&["hazard", "rectify", "隐患 2025-应急-001", "--due", "2025-04-01", "--as", "应急"]);
    assert!(filed.contains("另有原有的"), "{filed}");
    let args = ["隐患 2025-应急-001", "--as", "应急", "--reason", "录入笔误"];
    let (said, code) = edit(&register, "s/meiyou/yewu/", &args);
    assert!(code == Some(2) && said.contains("yewu"), "{said}");
    let (said, code) = edit(&register, "s/yewu/dashan/", &args);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn no_editor_is_opened_where_nobody_can_type() {
    let register = Register::init();
    let mut command = register.command(&["edit", "settings", "--as", "区安委办"]);
    let done = command.stdin(std::process::Stdio::null()).output().expect("runs");
    assert!(done.status.code() == Some(2) && said(&done).contains("EDITOR"), "{}", said(&done));
}

#[test]
fn what_is_left_to_be_filled_in_is_not_amended() {
    let register = Register::of_example();
    let told = register.refused(&["amend", "hazards/2025/yingji/001", "--set", "description=…", "--reason", "…", "--as", "应急"]);
    let filled = "description 处的 … 是留给您填写的，请换成实际内容；amended[0].reason 处的 … 是留给您填写的，请换成实际内容";
    assert_eq!(told, format!("未能完成：{filled}\n"));
}
