//! Trust does not end: no commit, whoever signed it, leaves a register in which nobody could be admitted any more.

use snapbox::str;

use super::district::District;
use super::scene::{LEAD, Scene, commit};
use crate::support::assert_whole;

const KEYS: &str = "keys/anweiban.toml";

#[test]
fn the_office_does_not_lose_its_keys() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let evil = scene.copy(office, "no-file");
    evil.git(&["rm", "-q", KEYS]);
    commit(&evil, "整理（虚构）");
    scene.refused(&evil, "信任会中断");

    let evil = scene.copy(office, "no-key");
    evil.write(KEYS, "key = []\n");
    commit(&evil, "清空（虚构）");
    scene.refused(&evil, "信任会中断");

    let evil = scene.copy(office, "spoilt-key");
    evil.write(KEYS, &evil.read(KEYS).replace("ssh-ed25519 ", "ssh-ed25519 x"));
    commit(&evil, "写坏（虚构）");
    scene.refused(&evil, "信任会中断");

    let evil = scene.copy(office, "other-role");
    evil.write(KEYS, &evil.read(KEYS).replace("\"office\"", "\"leader\""));
    commit(&evil, "改用途（虚构）");
    scene.refused(&evil, "信任会中断");

    for until in ["2025-11-24", "2026-12-31"] {
        let evil = scene.copy(office, &format!("until-{until}"));
        let ended = evil.read(KEYS).replace("since = 2025-11-25", &format!("since = 2025-11-25\nuntil = {until}"));
        assert!(ended.contains("until"), "{ended}");
        evil.write(KEYS, &ended);
        commit(&evil, "停用（虚构）");
        scene.refused(&evil, "信任会中断");
    }
}

#[test]
fn the_office_does_not_move_to_whoever_has_no_key() {
    let scene = Scene::new();
    let office = &scene.district.office;
    for to in ["yingji", "gongan"] {
        let evil = scene.copy(office, &format!("moved-{to}"));
        evil.write(
            "mechanism.toml",
            &evil.read("mechanism.toml").replace("office = \"anweiban\"", &format!("office = \"{to}\"")),
        );
        commit(&evil, "机构改革（虚构）");
        scene.refused(&evil, "信任会中断");
    }
    // By a merge, the same.
    let evil = scene.copy(office, "moved-by-merge");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("mechanism.toml", &evil.read("mechanism.toml").replace("office = \"anweiban\"", "office = \"yingji\""));
    commit(&evil, "机构改革（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, "信任会中断");
    // Another unit does not take it either.
    let evil = scene.copy(&scene.police, "taken");
    evil.write("mechanism.toml", &evil.read("mechanism.toml").replace("office = \"anweiban\"", "office = \"gongan\""));
    commit(&evil, "归我（虚构）");
    scene.refused(&evil, "归区安委办");
}

#[test]
fn where_it_ended_once_nothing_unsigned_is_taken_all_the_same() {
    let scene = Scene::new();
    // As an older gate let it in: every clone had it before it knew better.
    let office = scene.copy(&scene.district.office, "ended");
    office.git(&["rm", "-q", KEYS]);
    commit(&office, "整理（虚构）");
    let ended = office.head();
    std::fs::remove_file(scene.district.top.path().join("hub.git/hooks/pre-receive")).expect("the gate");
    office.git(&["push", "-q", "origin", "HEAD:main"]);
    scene.watch.git(&["pull", "-q", "--ff-only", "origin", "main"]);
    scene.watch.git(&["update-ref", "refs/liandong/verified", &ended]);
    scene.district.office.ok(&["hook", "install", &scene.district.hub()]);
    let evil = scene.copy(&scene.police, "unsigned");
    evil.git(&["config", "commit.gpgsign", "false"]);
    evil.write("leads/2025/linye/001.toml", LEAD);
    commit(&evil, "未签名（虚构）");
    scene.refused(&evil, "没有签名");
}

#[test]
fn where_it_begins_while_others_file_it_begins_for_all_at_one_commit() {
    let district = District::plain();
    let police = district.reader("gongan");
    let office = &district.office;
    office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
    office.ok(&["trust", "on"]);
    police.lead_as("公安", "先到");
    police.ok(&["sync"]);
    let told = office.ok(&["sync"]);
    let begins = office.head();
    assert!(told.contains(&begins), "the office learns the other beginning: {told}");
    office.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 2 件：keys/anweiban、mechanism
2 次提交都核验通过，到 [ID]

"#]],
    );
    assert!(police.ok(&["sync"]).contains(&begins));
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 2 件：keys/anweiban、mechanism
2 次提交都核验通过，到 [ID]

"#]],
    );
    office.lead("后到");
    office.ok(&["sync"]);
    assert!(!office.ok(&["sync"]).contains("打电话"), "once");
    police.says(
        &["sync"],
        str![[r#"
取来：
  区安委办：新 1 件

"#]],
    );
}

#[test]
fn who_begins_it_in_the_name_of_the_office_is_found_out_by_the_office() {
    let district = District::plain();
    let evil = district.reader("gongan");
    let office = &district.office;
    office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
    office.ok(&["trust", "on"]);
    evil.ok(&["join", "--unit", "区安委办", "--name", "冒名（虚构）"]);
    evil.ok(&["trust", "on"]);
    evil.ok(&["sync"]);
    let before = office.head();
    let told = office.fails(&["sync"], 1);
    assert_whole(
        &told,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        启用核验的那次提交与本机记住的不同，这不是同一个台账

"#]],
    );
    assert_eq!(office.head(), before);
}
