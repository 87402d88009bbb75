//! Dates are whoever's who writes them: an old one opens nothing and is never refused, one from the future is taken by nobody.

use snapbox::str;

use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, assert_whole, said};

/// Commits everything, with a date.
fn commit_on(person: &Person, moment: &str, message: &str) {
    person.git(&["add", "-A"]);
    let done = person
        .program("git")
        .env("GIT_COMMITTER_DATE", moment)
        .args(["commit", "-qm", &person.for_register(message), "--date", moment])
        .output();
    assert!(done.expect("git runs").status.success());
}

#[test]
fn an_old_date_brings_no_key_back_and_is_taken() {
    let scene = Scene::new();
    // An honest computer whose battery is empty.
    let honest = scene.copy(&scene.police, "battery");
    honest.write("leads/2025/gongan/008.toml", LEAD);
    commit_on(&honest, "2024-03-15T09:00:00+08:00", "旧日期（虚构）");
    let pushed = honest.try_git(&["push", "-q", "origin", "HEAD:main"]);
    assert!(pushed.status.success(), "{}", said(&pushed));
    scene.watch.says(
        &["sync"],
        str![[r#"
取来：
  公安：新 1 件

"#]],
    );
    // Behind it the retired key has a day that is its own again, were days asked.
    let evil = scene.copy(&scene.retired, "after-it");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit_on(&evil, "2024-03-16T09:00:00+08:00", "停用之后（虚构）");
    scene.refused(&evil, "已停用");
}

#[test]
fn an_old_date_arrives_when_it_arrives() {
    let scene = Scene::new();
    let start = scene.police.head();
    scene.police.write("leads/2025/gongan/008.toml", LEAD);
    commit_on(&scene.police, "2024-03-15T09:00:00+08:00", "旧日期（虚构）");
    scene.police.ok(&["sync"]);
    scene.watch.ok(&["sync"]);
    let since = scene.watch.ok(&["diff", "--since", "2025-11-25"]);
    assert_whole(
        &since,
        str![[r#"
区安委办
  新 机构（bodies）
  新 日历 2024（calendar/2024）
  新 日历 2025（calendar/2025）
  新 日历 2026（calendar/2026）
  新 条款（clauses）
  新 职责 发改（duties/fagai）
  新 职责 公安（duties/gongan）
  新 职责 工信（duties/gongxin）
  新 职责 林业（duties/linye）
  新 职责 农水（duties/nongshui）
  新 职责 人社（duties/renshe）
  新 职责 生态环境（duties/shengtai）
  新 职责 消防（duties/xiaofang）
  新 职责 应急（duties/yingji）
  新 职责 住建（duties/zhujian）
  新 职责 自然资源（duties/ziran）
  新 密钥 区安委办（keys/anweiban）
  新 密钥 公安（keys/gongan）
  新 密钥 林业（keys/linye）
  新 机制（mechanism）
  新 矿山 大山石场（虚构）（mines/dashan/base）
  新 义务（obligations）
  新 设置（settings）
  新 单位 区安委办（units/anweiban）
  新 单位 发改（units/fagai）
  新 单位 公安（units/gongan）
  新 单位 工信（units/gongxin）
  新 单位 林业（units/linye）
  新 单位 农水（units/nongshui）
  新 单位 人社（units/renshe）
  新 单位 生态环境（units/shengtai）
  新 单位 消防（units/xiaofang）
  新 单位 应急（units/yingji）
  新 单位 住建（units/zhujian）
  新 单位 自然资源（units/ziran）
公安
  新 线索 2025-公安-001（leads/2025/gongan/001）
  新 线索 2025-公安-008（leads/2025/gongan/008）
  新 通报 2025-公安-001（notices/2025/gongan/001）

"#]],
    );
    scene.watch.says(
        &["diff", "--since", &start],
        str![[r#"
公安
  新 线索 2025-公安-008（leads/2025/gongan/008）

"#]],
    );
    scene.watch.says(
        &["diff", "--since", "2025-11-26"],
        str![[r#"
没有变化

"#]],
    );
}

#[test]
fn a_date_from_the_future_is_taken_by_nobody() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "future");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit_on(&evil, "2099-01-01T09:00:00+08:00", "未来（虚构）");
    scene.refused(&evil, "时钟不对");
    // Nor one that no calendar has.
    let evil = scene.copy(&scene.police, "never");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit_on(&evil, "@9999999999999 +0800", "永远（虚构）");
    scene.refused(&evil, "时钟不对");
    // On a side as well.
    let evil = scene.copy(&scene.police, "future-side");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit_on(&evil, "2099-01-01T09:00:00+08:00", "未来（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, "时钟不对");
    // Neither from a stick nor by a first clone.
    let stick = evil.home.join("future.bundle").to_string_lossy().into_owned();
    evil.git(&["bundle", "create", "-q", &stick, "main"]);
    let before = scene.watch.head();
    scene.watch.fails_with(
        &["receive", &stick],
        1,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        日期比现在晚一天以上：登记它的电脑或核验它的电脑时钟不对，校准后再试
本机的时钟是 2025-11-25 09:30，先看它对不对

"#]],
    );
    assert_eq!(scene.watch.head(), before);
    let other = evil.folder.to_string_lossy().into_owned();
    let told = scene.watch.in_folder(scene.watch.home.clone()).fails(&["clone", &other, "taken"], 1);
    assert!(
        told.contains("时钟不对") && told.contains("本机的时钟是 2025-11-25") && !scene.watch.home.join("taken").exists(),
        "{told}"
    );
}

#[test]
fn a_day_ahead_is_a_clock_that_goes_fast() {
    let scene = Scene::new();
    scene.police.write("leads/2025/gongan/009.toml", LEAD);
    commit_on(&scene.police, "2025-11-26T09:00:00+08:00", "快了一天（虚构）");
    scene.police.ok(&["sync"]);
    scene.watch.says(
        &["sync"],
        str![[r#"
取来：
  公安：新 1 件

"#]],
    );
    scene.watch.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 6 件：keys/anweiban、mechanism、keys/gongan、keys/linye
10 次提交都核验通过，到 [ID]

"#]],
    );
}

#[test]
fn a_term_set_ahead_ends_by_the_day_of_the_line() {
    let scene = Scene::new();
    let office = &scene.district.office;
    office.ok(&["key", "retire", "公安/gongan（虚构）", "--until", "2025-11-25"]);
    office.ok(&["sync"]);
    let mut police = scene.copy(&scene.police, "last-day");
    police.write("leads/2025/gongan/008.toml", LEAD);
    commit(&police, "最后一天（虚构）");
    let pushed = police.try_git(&["push", "-q", "origin", "HEAD:main"]);
    assert!(pushed.status.success(), "{}", said(&pushed));
    // Somebody else's filing of the next day ends it, whatever the date of what comes then.
    let mut forest = scene.copy(&scene.watch, "next-day");
    forest.now = "2025-11-26T08:00:00+08:00".to_owned();
    forest.write("leads/2025/linye/008.toml", LEAD);
    commit(&forest, "次日（虚构）");
    forest.git(&["push", "-q", "origin", "HEAD:main"]);
    police.now = "2025-11-25T10:00:00+08:00".to_owned();
    police.git(&["pull", "-q", "--ff-only", "origin", "main"]);
    police.write("leads/2025/gongan/009.toml", LEAD);
    commit(&police, "期满之后（虚构）");
    scene.refused(&police, "已停用");
}
