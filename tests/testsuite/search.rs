//! `search`: whatever is written in a register is found, however it is typed, and nothing that is to be a surprise.

use std::fs;

use serde_json::Value;

use crate::support::{Register, said};

fn found(register: &Register, args: &[&str]) -> Vec<Value> {
    let done = register.run(&[&["search", "--format", "json"], args].concat());
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap_or_else(|_| panic!("{args:?}: {}", said(&done)));
    answer["records"].as_array().expect("records").clone()
}

fn references(register: &Register, args: &[&str]) -> Vec<String> {
    let reference = |record: &Value| record["ref"].as_str().expect("a reference").to_owned();
    found(register, args).iter().map(reference).collect()
}

#[test]
fn what_is_written_is_found_with_its_place_and_the_words_around_it() {
    let register = Register::of_example();
    let told = register.ok(&["search", "贯通裂缝"]);
    for words in ["隐患 2025-应急-001", "hazards/2025/yingji/001", "隐患描述：南侧边坡存在贯通裂缝，坡脚仍在作业。"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    // In a list too, by what people call the place.
    let hit = &found(&register, &["监测点未启用"])[0]["hits"][0];
    assert!(hit["key"].as_str().is_some_and(|key| key.starts_with("reinspection[0].")), "{hit}");
    assert!(hit["field"]["zh"].as_str().is_some_and(|field| field.contains("复查")), "{hit}");
    assert!(register.ok(&["search", "无此字样"]).contains("共 0 条"));
}

#[test]
fn all_words_have_to_stand_in_a_record_each_anywhere() {
    let register = Register::of_example();
    let both = references(&register, &["贯通裂缝", "监测点未启用"]);
    assert_eq!(both, ["hazards/2025/yingji/001"]);
    assert_eq!(references(&register, &["贯通裂缝 监测点未启用"]), both, "in one word of the shell as well");
    assert!(references(&register, &["贯通裂缝", "无此字样"]).is_empty());
    // The mine is called otherwise than what stands in the record.
    assert!(references(&register, &["贯通裂缝", "大山石场"]).contains(&both[0]));
    assert!(references(&register, &["贯通裂缝", "2025-应急-001"]).contains(&both[0]));
    assert!(references(&register, &["贯通裂缝", "无此单位"]).is_empty());
}

#[test]
fn width_case_blanks_and_the_form_of_characters_do_not_matter() {
    let register = Register::of_example();
    let order = ["order", "new", "--kind", "stop-work", "--at", "2025-12-20 10:00", "--mine", "dashan", "--as", "公安"];
    register
        .ok(&[&order[..], &["--number", "云公函〔2025〕77号", "--text", "Café 与 ＡＢＣ 线（虚构）\\n第二段 \"引号\""]].concat());
    let record = "orders/2025/gongan";
    for typed in [
        "云公函〔2025〕77号",
        "云公函[2025]77号",
        "云公函［２０２５］ ７７号",
        "cafe\u{301}",
        "CAFÉ与abc",
        "第二段\"引号\"",
        "abc线",
    ] {
        let all = references(&register, &[typed]);
        assert!(all.iter().any(|found| found.starts_with(record)), "{typed}: {all:?}");
    }
    // What is written in decomposed form is found by the composed one.
    let lead = register.read("hazards/2025/yingji/001.toml").replace("贯通裂缝", "e\u{301}dition 裂缝");
    fs::write(register.folder.join("hazards/2025/yingji/001.toml"), lead).expect("written");
    assert_eq!(references(&register, &["édition裂缝"]), ["hazards/2025/yingji/001"]);
}

#[test]
fn kind_and_year_narrow_it_and_the_newest_comes_first() {
    let register = Register::of_example();
    let all = found(&register, &["大山石场"]);
    let days: Vec<&str> = all.iter().map(|record| record["on"].as_str().unwrap_or_default()).collect();
    assert!(all.len() > 10 && days.is_sorted_by(|one, other| one >= other), "{days:?}");
    let hazards = references(&register, &["大山石场", "--kind", "隐患"]);
    assert!(!hazards.is_empty() && hazards.iter().all(|found| found.starts_with("hazards/")), "{hazards:?}");
    assert!(references(&register, &["大山石场", "--year", "2024"]).len() < all.len());
    assert!(register.ok(&["查找", "大山石场", "--limit", "1"]).contains("列出前 1 条"));
    assert!(references(&register, &["大山石场", "--kind", "矿山"]).contains(&"mines/dashan/base".to_owned()));
    assert!(said(&register.run(&["search", "  "])).contains("请写要查找的文字"));
}

#[test]
fn drafts_stand_apart_and_what_cannot_be_read_is_told() {
    let register = Register::of_example();
    register.ok(&["notice", "new", "--as", "应急", "--content", "2", "--title", "尚未审核的浮石（虚构）", "--to", "公安"]);
    let told = register.ok(&["search", "尚未审核的浮石"]);
    let (records, drafts) = told.split_once("草稿（没有登记）").expect("drafts");
    assert!(records.contains("共 0 条") && drafts.contains("notices-") && drafts.contains("尚未审核的浮石（虚构）"), "{told}");
    fs::write(register.folder.join("leads/2025/broken.toml"), "x").ok();
    fs::write(register.folder.join("hazards/2025/yingji/001.toml"), "description = \"贯通裂缝\n").expect("written");
    let told = said(&register.run(&["search", "贯通裂缝"]));
    assert!(told.contains("hazards/2025/yingji/001.toml:1"), "{told}");
}

#[test]
fn what_records_say_does_not_steer_the_terminal() {
    let register = Register::of_example();
    let text = register.read("hazards/2025/yingji/001.toml").replace("贯通裂缝", "贯通\\u001b[2J裂缝\\u202e反向");
    fs::write(register.folder.join("hazards/2025/yingji/001.toml"), text).expect("written");
    let told = said(&register.run(&["search", "坡脚仍在作业"]));
    assert!(told.contains("坡脚仍在作业") && !told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told:?}");
}
