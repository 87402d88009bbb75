//! What is signed for one register is taken in by no other, and what does not say for which it is, by none.

use snapbox::str;

use super::scene::{LEAD, Scene, commit};
use crate::support::assert_whole;

fn name_of(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("register = \"")?.strip_suffix('"')).expect("a name")
}

#[test]
fn every_commit_says_for_which_register_it_is() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let mechanism = office.read("mechanism.toml");
    let name = name_of(&mechanism);
    assert_eq!(name.len(), 32);
    assert!(mechanism.contains("trust = 2"), "{mechanism}");
    assert!(office.ok(&["trust", "show"]).contains(name));
    // A filing, one that meets another, and the merge that brings both together.
    scene.police.lead("一");
    scene.watch.lead("二");
    scene.police.ok(&["sync"]);
    scene.watch.ok(&["sync"]);
    let trailer = format!("Liandong-Register: {name}");
    let since = office.git(&["log", "--format=%H", "--grep=启用签名", "-1"]);
    let all = scene.watch.git(&["rev-list", "--count", &format!("{}^..HEAD", since.trim())]);
    let named = scene.watch.git(&["rev-list", "--count", &format!("--grep={trailer}"), "HEAD"]);
    assert_eq!(all, named);
    assert!(scene.watch.git(&["log", "-1", "--format=%P"]).trim().contains(' '), "no merge was made");
    assert_eq!(scene.watch.git(&["log", "-1", "--format=%(trailers:key=Liandong-Register,valueonly)"]).trim(), name);
}

#[test]
fn what_says_nothing_or_something_else_is_refused() {
    let scene = Scene::new();
    let name = name_of(&scene.police.read("mechanism.toml")).to_owned();
    let other = "0123456789abcdef0123456789abcdef";
    let upper = name.to_uppercase();
    for (at, (words, why)) in [
        (String::new(), "没有写明是为哪个台账签的"),
        (format!("Liandong-Register: {other}"), "是为另一个台账（0123"),
        // Of two names neither counts: it could be shown in either register.
        (format!("Liandong-Register: {name}\nLiandong-Register: {other}"), "是为另一个台账"),
        (format!("liandong-register: {other}\nLiandong-Register: {name}"), "是为另一个台账"),
        (format!("Liandong-Register: {upper}"), "是为另一个台账"),
        (format!(" Liandong-Register: {name}"), "没有写明是为哪个台账签的"),
    ]
    .into_iter()
    .enumerate()
    {
        let evil = scene.copy(&scene.police, &format!("said-{at}"));
        evil.write("leads/2025/gongan/009.toml", LEAD);
        evil.git(&["add", "-A"]);
        evil.git(&["commit", "-qm", &format!("手工（虚构）\n\n{words}")]);
        scene.refused(&evil, why);
    }
    // On a side, brought by a merge that says what it should.
    let evil = scene.copy(&scene.police, "on-a-side");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    evil.git(&["add", "-A"]);
    evil.git(&["commit", "-qm", "手工（虚构）"]);
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, "没有写明是为哪个台账签的");
    // On a side that goes off before the register was named: not unless it was signed before by somebody who was admitted then.
    let evil = scene.copy(&scene.police, "merge-unnamed");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "有标识（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", "合并（虚构）", "side"]);
    scene.refused(&evil, "没有写明是为哪个台账签的");
}

#[test]
fn a_register_keeps_its_name() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let mechanism = office.read("mechanism.toml");
    let named = format!("register = \"{}\"\n", name_of(&mechanism));
    for (at, changed) in [
        mechanism.replace(&named, "register = \"0123456789abcdef0123456789abcdef\"\n"),
        mechanism.replace(&named, ""),
        mechanism.replace(&named, "").replace("trust = 2\n", ""),
        mechanism.replace("trust = 2\n", "trust = 1\n"),
        mechanism.replace("trust = 2\n", ""),
    ]
    .into_iter()
    .enumerate()
    {
        assert_ne!(changed, mechanism);
        let evil = scene.copy(office, &format!("renamed-{at}"));
        let message = evil.for_register("改标识（虚构）");
        evil.write("mechanism.toml", &changed);
        evil.git(&["commit", "-qam", &message]);
        scene.refused(&evil, "写入后不能改也不能删");
    }
    let evil = scene.copy(office, "newer");
    evil.write("mechanism.toml", &mechanism.replace("trust = 2\n", "trust = 3\n"));
    commit(&evil, "更新的级别（虚构）");
    scene.refused(&evil, "请更新程序");
}

#[test]
fn nothing_of_a_practice_copy_comes_into_the_real_register() {
    let scene = Scene::new();
    let police = &scene.police;
    let name = name_of(&police.read("mechanism.toml")).to_owned();
    let told = police.in_folder(police.home.clone()).ok(&["clone", "--practice", &scene.district.hub(), "practice"]);
    let practice = police.in_folder(police.home.join("practice"));
    let mechanism = practice.read("mechanism.toml");
    let other = name_of(&mechanism).to_owned();
    assert!(other != name && told.contains(&other), "{told}");
    assert!(mechanism.contains("（练习）\"") && practice.git(&["remote"]).is_empty());
    practice.says(
        &["whoami"],
        str![[r#"
单位：区安委办
姓名：gongan（虚构）
密钥：SHA256:[KEY]
登记为区安委办 联络员、办公室，自 2025-11-25 起
台账的起点（与办公室核对）：[ID]

"#]],
    );
    // What is there goes on: records, numbers, the office's own acts.
    assert!(practice.read("notices/2025/gongan/001.toml").contains("打击越界开采"));
    practice.ok(&["lead", "new", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "练习（虚构）"]);
    practice.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 2 件：keys/anweiban、mechanism
2 次提交都核验通过，到 [ID]

"#]],
    );
    assert_eq!(std::fs::read_dir(practice.folder.join("keys")).expect("keys").count(), 1);

    // By a file, by a merge, and by a commit that somebody signs once more.
    let parcel = police.home.join("practice.bundle").to_string_lossy().into_owned();
    practice.ok(&["pack", "--all", &parcel]);
    let before = police.head();
    let refused = police.fails(&["receive", &parcel], 1);
    assert_whole(
        &refused,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        历史不是接着已知的往下走：被强制推送、退回到旧的，或合并时颠倒了主次

"#]],
    );
    assert_eq!(police.head(), before);
    let evil = scene.copy(police, "merged-practice");
    evil.git(&["fetch", "-q", &practice.folder.to_string_lossy(), "main:practice"]);
    let message = evil.for_register("合并（虚构）");
    evil.git(&["merge", "-q", "--no-ff", "--allow-unrelated-histories", "-s", "ours", "-m", &message, "practice"]);
    scene.refused(&evil, "并入了另一个台账");
    let evil = scene.copy(police, "picked");
    evil.git(&["fetch", "-q", &practice.folder.to_string_lossy(), "main"]);
    evil.git(&["cherry-pick", "-X", "theirs", "FETCH_HEAD"]);
    scene.refused(&evil, &format!("是为另一个台账（{other}）签的"));

    // A request to take part is for one register only.
    let guest = scene.district.reader("guest");
    let (here, there) = (guest.home.join("here.toml"), guest.home.join("there.toml"));
    let (here, there) = (here.to_string_lossy().into_owned(), there.to_string_lossy().into_owned());
    guest.ok(&["join", "--unit", "公安", "--name", "警丙（虚构）", "--out", &here]);
    practice.fails_with(&["key", "add", &here], 2, str![[r#"
未能完成：[TEMP]/guest/here.toml 是为另一个台账（例如练习副本）或在台账写入标识以前写的申请；请申请人在这个台账里 liandong sync 后重新运行 liandong join

"#]]);
    practice.ok(&["join", "--unit", "公安", "--name", "警丙（虚构）", "--yes", "--out", &there]);
    scene.district.office.fails_with(&["key", "add", &there], 2, str![[r#"
未能完成：[TEMP]/guest/there.toml 是为另一个台账（例如练习副本）或在台账写入标识以前写的申请；请申请人在这个台账里 liandong sync 后重新运行 liandong join

"#]]);
    scene.district.office.ok(&["key", "add", &here]);
}
