//! Ways about a rule: through a commit of which nothing can be read, in a merge, by another's key, by a tree that no git writes.

use std::io::Write as _;
use std::process::Stdio;

use super::district::{District, git_in};
use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, said};

const KEYS: &str = "keys/anweiban.toml";

/// A merge of a branch by plain git, with what else is done in it.
fn merge(person: &Person, branch: &str) {
    person.git(&["merge", "-q", "--no-ff", "--no-commit", branch]);
    commit(person, "合并（虚构）");
}

#[test]
fn the_recovery_key_is_not_changed_by_way_of_a_register_that_nobody_can_read() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.district.office, "unreadable");
    let mechanism = evil.read("mechanism.toml");
    let keys = evil.read(KEYS);
    let line = keys.lines().find(|line| line.starts_with("recovery = ")).expect("a recovery key");
    let own = keys.lines().find_map(|line| line.strip_prefix("public = ")).expect("a key");
    let own: Vec<&str> = own.split(' ').take(2).collect();
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("mechanism.toml", mechanism.split("[[edition]]").next().expect("a beginning"));
    evil.write(KEYS, &keys.replace(line, &format!("recovery = {}\"", own.join(" ").trim_end_matches('"'))));
    commit(&evil, "读不出来（虚构）");
    evil.write("mechanism.toml", &mechanism);
    commit(&evil, "改回（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    merge(&evil, "side");
    scene.refused(&evil, "恢复密钥没有它自己的同意");
}

#[test]
fn what_a_merge_brings_of_its_own_counts_in_its_day() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    super::quotas::set(&district, "records-a-day", 5);
    police.ok(&["sync"]);
    police.git(&["checkout", "-q", "-b", "side"]);
    police.write("leads/2025/gongan/001.toml", LEAD);
    commit(&police, "线索（虚构）");
    police.git(&["checkout", "-q", "main"]);
    police.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    for number in 2..=6 {
        police.write(&format!("leads/2025/gongan/{number:03}.toml"), LEAD);
    }
    commit(&police, "合并（虚构）");
    let told = police.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!told.status.success() && said(&told).contains("已有 6 份"), "{}", said(&told));
}

#[test]
fn a_thief_who_lists_an_honest_key_once_more_has_not_admitted_it() {
    let district = District::trusted();
    let (thief, honest) = (district.member("office2", "区安委办"), district.member("office3", "区安委办"));
    let office = &district.office;
    let good = office.head();
    let key = honest.git(&["config", "user.signingkey"]);
    let public = std::fs::read_to_string(format!("{}.pub", key.trim().trim_end_matches(".pub"))).expect("a key");
    let public: Vec<&str> = public.split(' ').take(2).collect();
    let another =
        format!("\n[[key]]\nname = \"某\"\npublic = \"{}\"\nrole = [\"liaison\"]\nsince = 2025-11-20\n", public.join(" "));
    thief.ok(&["sync"]);
    thief.write("keys/linye.toml", another.trim_start());
    commit(&thief, "登记密钥（虚构）");
    thief.ok(&["sync"]);
    // Whose key it is goes on with it.
    honest.ok(&["sync"]);
    let (police, request) = (district.reader("gongan"), district.top.path().join("r.toml").to_string_lossy().into_owned());
    police.ok(&["join", "--unit", "公安", "--name", "警甲（虚构）", "--out", &request]);
    honest.ok(&["key", "add", &request]);
    honest.ok(&["sync"]);
    office.ok(&["sync"]);
    office.ok(&["key", "retire", "区安委办/office2（虚构）", "--compromised", "--last-good", &good]);
    let keys = office.read(KEYS);
    assert_eq!(keys.matches("last_good").count(), 1, "the thief's alone: {keys}");
    assert!(office.read("keys/linye.toml").contains("until"), "what the thief listed has ended");
    assert!(!office.read("keys/gongan.toml").contains("until"), "what the honest one admitted stays");
    office.ok(&["sync"]);
    honest.ok(&["sync"]);
    honest.lead("仍可登记");
    honest.ok(&["sync"]);
}

#[test]
fn a_tree_that_gives_one_name_twice_is_nobodys() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "twice");
    let listed = evil.git(&["ls-tree", "HEAD"]);
    let blob = evil.git(&["hash-object", "-w", "mechanism.toml"]);
    let tip = evil.head();
    // The name of a file again behind itself, and that of a folder as a file.
    for name in ["settings.toml", "keys"] {
        let mut tree = Vec::new();
        for line in listed.lines() {
            let (what, entry) = line.split_once('\t').expect("an entry");
            let words: Vec<&str> = what.split(' ').collect();
            let mut push = |mode: &str, entry: &str, id: &str| {
                tree.extend(format!("{} {entry}\0", mode.trim_start_matches('0')).bytes());
                tree.extend((0..40).step_by(2).map(|at| u8::from_str_radix(&id[at..at + 2], 16).expect("digits")));
            };
            if entry == name && name == "keys" {
                push("100644", entry, blob.trim());
            }
            push(words[0], entry, words[2]);
            if entry == name && name != "keys" {
                push("100644", entry, blob.trim());
            }
        }
        let mut made = evil.program("git");
        made.args(["hash-object", "-t", "tree", "--literally", "-w", "--stdin"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut made = made.spawn().expect("git runs");
        made.stdin.take().expect("a pipe").write_all(&tree).expect("written");
        let tree = String::from_utf8(made.wait_with_output().expect("git runs").stdout).expect("digits");
        let commit = evil.git(&["commit-tree", "-S", "-p", &tip, "-m", &evil.for_register("某事（虚构）"), tree.trim()]);
        let folder = evil.folder.clone();
        git_in(&folder, &["update-ref", "refs/heads/main", commit.trim()]);
        let told = evil.run(&["verify"]);
        assert!(!told.status.success() && said(&told).contains("出现了两次"), "{name}: {}", said(&told));
    }
}

#[test]
fn what_a_hand_makes_of_two_lawful_versions_is_judged_as_its_own() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let hazard = |found: &str, on: &str| {
        format!(
            "mine = \"dashan\"\nfound = {found}\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n\n\
             [[reinspection]]\non = {on}\nby = \"gongan\"\nresult = \"failed\"\n"
        )
    };
    let file = "hazards/2025/gongan/001.toml";
    for (branch, found, on) in [("a", "2025-03-01", "2025-04-01"), ("b", "2025-05-01", "2025-06-01")] {
        police.git(&["checkout", "-q", "-b", branch, "main"]);
        police.write(file, &hazard(found, on));
        commit(&police, "隐患（虚构）");
    }
    let _ = police.try_git(&["merge", "-q", "--no-ff", "--no-commit", "a"]);
    police.write(file, &hazard("2025-05-01", "2025-04-01"));
    commit(&police, "合并（虚构）");
    let told = police.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!told.status.success() && said(&told).contains(file), "{}", said(&told));
    // Each of the two alone is nobody's fault.
    police.git(&["push", "-q", "origin", "a:main"]);
}

#[test]
fn the_mark_of_a_secret_in_a_comment_does_not_pass_the_gate() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let first = police.head();
    // On one line, down several, and with what no font shows between its signs.
    for mark in ["# 密级：机密★1年\n", "# 绝\n# 密\n# ★\n", "# 机\u{E0100}密\u{FE0F}★\n", "# 机/密◆1年\n"] {
        police.git(&["reset", "-q", "--hard", &first]);
        police.write("leads/2025/gongan/001.toml", &format!("{LEAD}{mark}"));
        commit(&police, "线索（虚构）");
        let told = police.try_git(&["push", "origin", "HEAD:main"]);
        assert!(!told.status.success() && said(&told).contains("注释里有密级标志"), "{mark:?}: {}", said(&told));
    }
}

#[test]
fn the_mark_of_a_secret_in_what_a_commit_says_does_not_pass_the_gate_and_is_told() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let first = police.head();
    let mark = "机密★1年 某事（虚构）";
    let as_author = format!("{mark} <nobody@example.invalid>");
    for of_message in [true, false] {
        police.git(&["reset", "-q", "--hard", &first]);
        police.write("leads/2025/gongan/001.toml", LEAD);
        if of_message {
            commit(&police, mark);
        } else {
            commit(&police, "线索（虚构）");
            police.git(&["commit", "-q", "--amend", "--no-edit", "--author", &as_author]);
        }
        let told = police.try_git(&["push", "origin", "HEAD:main"]);
        assert!(!told.status.success() && said(&told).contains("提交说明或提交人姓名里有密级标志"), "{}", said(&told));
        // Where it is in already nobody can take it out: it is told, and nothing stands still for it.
        let verified = police.ok(&["verify"]);
        assert!(verified.contains("提交说明或提交人姓名里有密级标志") && verified.contains("核验通过"), "{verified}");
    }
    police.git(&["reset", "-q", "--hard", &first]);
    police.write("leads/2025/gongan/001.toml", LEAD);
    commit(&police, "涉及商业秘密的线索（虚构）");
    police.git(&["push", "-q", "origin", "HEAD:main"]);
    assert!(!police.ok(&["verify"]).contains("密级标志"));
}
