//! Dates are whoever's who writes them: an old one opens nothing and is never refused, one from the future is taken by nobody.

use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, said};

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
    assert!(scene.watch.ok(&["sync"]).contains("公安：新 1 件"));
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
    assert!(since.contains("线索 2025-公安-008"), "{since}");
    assert!(scene.watch.ok(&["diff", "--since", &start]).contains("线索 2025-公安-008"));
    assert!(scene.watch.ok(&["diff", "--since", "2025-11-26"]).contains("没有变化"));
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
    assert!(scene.watch.fails(&["receive", &stick], 1).contains("时钟不对"));
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
    assert!(scene.watch.ok(&["sync"]).contains("公安：新 1 件"));
    assert!(scene.watch.ok(&["verify"]).contains("核验通过"));
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
