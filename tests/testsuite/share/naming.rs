//! What is signed for one register is taken in by no other, and what does not say for which it is, by none.

use super::scene::{LEAD, Scene, commit};

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
