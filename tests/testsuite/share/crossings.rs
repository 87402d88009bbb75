//! Merges by which somebody would take back what stands: their own, or another's. Whoever lays lines across each other chooses where
//! they meet and which date is the older, so neither is asked.

use snapbox::str;

use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, assert_whole, said};

const NOTICE: &str = "notices/2025/gongan/001.toml";
const HAZARD: &str = "hazards/2025/gongan/001.toml";
const FOUND: &str =
    "mine = \"dashan\"\nfound = 2025-11-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n";
const FAILED: &str = "\n[[reinspection]]\non = 2025-11-20\nby = \"gongan\"\nresult = \"failed\"\n";

/// The commit with such a message.
fn named(person: &Person, message: &str) -> String {
    person.git(&["log", "--format=%H", "-1", &format!("--grep={message}")]).trim().to_owned()
}

/// Takes a file back to what it was at a commit: a line from before that commit and one from it are joined into the main line in turn,
/// so that the main line and the side meet in a commit of one's own.
fn take_back(evil: &Person, file: &str, wanted: &str, own: &str) {
    evil.git(&["checkout", "-q", "-b", "own", &format!("{wanted}^")]);
    evil.write(own, LEAD);
    evil.git(&["add", "-A"]);
    evil.git(&["commit", "-qm", &evil.for_register("旁支（虚构）"), "--date", "2025-11-26T09:00:00+08:00"]);
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并一（虚构）"), "own"]);
    evil.git(&["checkout", "-q", "-b", "across", wanted]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并二（虚构）"), "own"]);
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "across"]);
    evil.git(&["checkout", "-q", wanted, "--", file]);
    evil.git(&["commit", "-qm", &evil.for_register("合并三（虚构）")]);
}

/// The police's hazard, found and inspected again, in two filings that everybody has.
fn inspected(scene: &Scene) {
    scene.police.write(HAZARD, FOUND);
    commit(&scene.police, "隐患登记（虚构）");
    scene.police.write(HAZARD, &format!("{FOUND}{FAILED}"));
    commit(&scene.police, "复查不合格（虚构）");
    scene.police.ok(&["sync"]);
    scene.watch.ok(&["sync"]);
}

#[test]
fn a_unit_does_not_replace_its_own_issued_notice_from_a_side() {
    let scene = Scene::new();
    let other = scene.police.read(NOTICE).replace("打击", "从轻");
    let evil = scene.copy(&scene.police, "own-side");
    let before = named(&evil, "通报（虚构）");
    evil.git(&["checkout", "-q", "-b", "side", &format!("{before}^")]);
    evil.write(NOTICE, &other);
    commit(&evil, "另一份（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "side"]);
    evil.git(&["checkout", "-q", "side", "--", NOTICE]);
    commit(&evil, "合并（虚构）");
    scene.refused(&evil, "已经登记，不能改动");
}

#[test]
fn nor_by_leaving_the_main_line_aside_within_the_side() {
    let scene = Scene::new();
    let other = scene.police.read(NOTICE).replace("打击", "从轻");
    let evil = scene.copy(&scene.police, "aside");
    let before = named(&evil, "通报（虚构）");
    evil.git(&["checkout", "-q", "-b", "side", &format!("{before}^")]);
    evil.write(NOTICE, &other);
    commit(&evil, "另一份（虚构）");
    // The side takes in the main line and holds on to its own notice, which is its own to decide; the main line then takes the side.
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "main"]);
    evil.git(&["checkout", "-q", "main", "--", "."]);
    evil.write(NOTICE, &other);
    commit(&evil, "并入主线（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    assert!(evil.read(NOTICE).contains("从轻"));
    scene.refused(&evil, "已经登记，不能改动");
}

#[test]
fn nobody_takes_back_what_another_filed() {
    let scene = Scene::new();
    inspected(&scene);
    let evil = scene.copy(&scene.watch, "rollback");
    take_back(&evil, HAZARD, &named(&evil, "隐患登记"), "leads/2025/linye/077.toml");
    assert!(!evil.read(HAZARD).contains("reinspection"));
    scene.refused(&evil, "用别处的盖了主线上改过的");

    // Nor is it taken out by way of a line that never had it.
    let evil = scene.copy(&scene.watch, "absence");
    let found = named(&evil, "隐患登记");
    take_back(&evil, "mines/dashan/base.toml", &found, "leads/2025/linye/078.toml");
    let evil = scene.copy(&scene.watch, "removal");
    evil.git(&["checkout", "-q", "-b", "side", &format!("{found}^")]);
    evil.write("leads/2025/linye/079.toml", LEAD);
    commit(&evil, "旁支（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    evil.git(&["rm", "-qf", HAZARD]);
    commit(&evil, "合并（虚构）");
    scene.refused(&evil, "合并里有双方都没有的内容");

    // Nor moved to another name.
    let evil = scene.copy(&scene.watch, "renamed");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("leads/2025/linye/079.toml", LEAD);
    commit(&evil, "旁支（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    evil.git(&["mv", HAZARD, "hazards/2025/gongan/009.toml"]);
    commit(&evil, "合并（虚构）");
    scene.refused(&evil, "合并里有双方都没有的内容");
}

#[test]
fn a_retired_key_does_not_come_back_by_a_merge() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.watch, "revived");
    let admitted = evil.git(&["log", "--first-parent", "--reverse", "--format=%H", "--", "keys/gongan.toml"]);
    let first = admitted.lines().next().expect("an admission");
    take_back(&evil, "keys/gongan.toml", first, "leads/2025/linye/078.toml");
    assert!(!evil.read("keys/gongan.toml").contains("until"));
    scene.refused(&evil, "用别处的盖了主线上改过的");
}

#[test]
fn a_record_that_was_shared_is_not_put_right_on_a_side_that_knew_it() {
    let scene = Scene::new();
    inspected(&scene);
    // The side builds on the main line twice: where the hazard was not there yet, and where it was.
    let evil = scene.copy(&scene.police, "twice");
    let found = named(&evil, "隐患登记");
    evil.git(&["checkout", "-q", "-b", "side", &format!("{found}^")]);
    evil.write("leads/2025/gongan/078.toml", LEAD);
    commit(&evil, "旁支（虚构）");
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("并入（虚构）"), "main"]);
    evil.git(&["rm", "-q", HAZARD]);
    commit(&evil, "撤掉（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, "文件被删去了");
}

#[test]
fn a_second_beginning_is_not_let_in() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "second");
    evil.git(&["checkout", "-q", "--orphan", "other"]);
    evil.git(&["rm", "-rqf", "."]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "另一个开头（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--allow-unrelated-histories", "-m", &evil.for_register("合并（虚构）"), "other"]);
    scene.refused(&evil, "并入了另一个台账");
}

#[test]
fn what_a_merge_does_of_its_own_is_marked() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "marked");
    evil.git(&["checkout", "-q", "-b", "own"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "自己的（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "own"]);
    let mended = "\n[[amended]]\non = 2025-11-25\nkeys = [\"title\"]\nreason = \"录入笔误（虚构）\"\n";
    evil.write(NOTICE, &format!("{}{mended}", evil.read(NOTICE).replace("越界", "非法")));
    commit(&evil, "合并并更正（虚构）");
    let pushed = evil.try_git(&["push", "-q", "origin", "HEAD:main"]);
    assert!(pushed.status.success(), "{}", said(&pushed));
    scene.watch.ok(&["sync"]);
    let told = scene.watch.ok(&["verify"]);
    assert_whole(
        &told,
        str![[r#"
改动机制、设置、人员密钥等 6 件：keys/anweiban、mechanism、keys/gongan、keys/linye
更正笔误 1 件：notices/2025/gongan/001
11 次提交都核验通过，到 [ID]

"#]],
    );
}
