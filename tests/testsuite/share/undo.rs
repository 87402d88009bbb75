//! What nobody else has can be taken back, whole and without a trace in git; what may have gone out stays, and the lawful way is named.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use snapbox::str;

use super::district::{District, HAZARD, git_in, someone};
use crate::support::{LIANDONG, Person, assert_whole, command, said};

const RECORD: &str = "hazards/2025/gongan/001";

/// The police with a hazard that is filed and not sent.
fn filed() -> (District, Person, String) {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let before = police.head();
    police.ok(HAZARD);
    (district, police, before)
}

/// That it stays, for a reason, with what is done instead.
fn stays(person: &Person, args: &[&str], why: &str) -> String {
    let told = person.refused(&[&["undo"], args, &["--yes"]].concat());
    assert!(told.contains(why), "{args:?}: {told}");
    told
}

#[test]
fn the_last_filing_goes_without_a_trace() {
    let (_district, police, before) = filed();
    let gone = police.head();
    let blob = police.git(&["rev-parse", &format!("HEAD:{RECORD}.toml")]);
    let told = police.refused(&["undo"]);
    for words in ["边坡排水不畅", "加 --yes", "liandong amend hazards/2025/gongan/001 --set … --reason …"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let told = police.ok(&["undo", "--yes"]);
    assert_whole(
        &told,
        str![[r#"
已撤回登记：隐患 2025-公安-001：登记一项隐患
  hazards/2025/gongan/001.toml 已撤出，编号不再给别的记录；原文存为草稿 hazards-1，改好再登记，不要了用 liandong draft discard hazards-1

"#]],
    );
    assert_eq!(police.head(), before);
    assert!(!police.folder.join("hazards").exists(), "an empty folder is left");
    police.assert_clean();
    for object in [gone.as_str(), blob.trim()] {
        assert!(!police.try_git(&["cat-file", "-e", object]).status.success(), "{object} is still there");
    }
    assert!(!police.git(&["reflog", "--all", "--format=%H"]).contains(&gone));
    police.says(
        &["draft", "show", "hazards-1"],
        str![[r##"
# 草稿：没有登记，不会提交或发出 / a draft: not filed, never committed or sent
# 登记单位 / filed by: gongan
description = "边坡排水不畅（虚构）"
found = 2025-11-01
mine = "dashan"
nature = "hazard"
source_kind = "inspection"

"##]],
    );
    // The draft becomes the corrected entry, under a number of its own.
    let file = police.folder.join("drafts/hazards-1.toml").to_string_lossy().into_owned();
    let told = police.ok(&["hazard", "new", "--from", &file]);
    assert_whole(
        &told,
        str![[r#"
已登记 隐患 2025-公安-002（hazards/2025/gongan/002.toml）
  建议 H04 隐患未见整改要求  hazards/2025/gongan/002.toml
    隐患 2025-公安-002：大山石场（虚构） 2025-11-01 发现的隐患，台账中未见整改要求
    依据 三（五）：“由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作”
    办法 请填写整改措施和期限（rectification.plan、rectification.due），或登记整改文书（orders）。
    命令 liandong hazard rectify hazards/2025/gongan/002 --plan … --due … --as 公安
下一步：用 hazard rectify 登记整改要求

"#]],
    );
    assert!(police.ok(&["sync"]).contains('1'));
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
3 次提交都核验通过，到 [ID]

"#]],
    );
}

#[test]
fn what_was_filed_since_stays_as_it_is() {
    let (district, police, _) = filed();
    police.lead("后来的线索");
    let words = |person: &Person| person.git(&["log", "-1", "--format=%an %ae %ad %cd %B"]);
    let said = words(&police);
    let told = police.ok(&["undo", "隐患", "公安/1", "--yes"]);
    assert_whole(
        &told,
        str![[r#"
已撤回登记：隐患 2025-公安-001：登记一项隐患
  hazards/2025/gongan/001.toml 已撤出，编号不再给别的记录；原文存为草稿 hazards-1，改好再登记，不要了用 liandong draft discard hazards-1

"#]],
    );
    assert_eq!(words(&police), said);
    police.assert_clean();
    assert!(police.folder.join("leads/2025/gongan/001.toml").is_file());
    police.ok(&["sync"]);
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
3 次提交都核验通过，到 [ID]

"#]],
    );
    district.office.ok(&["sync"]);
    assert!(!district.office.folder.join("hazards").exists());
    assert!(district.office.folder.join("leads/2025/gongan/001.toml").is_file());
    // What was made anew was taken to be unsent until then, and no longer is.
    stays(&police, &[], "别人可能已经有了");
}

#[test]
fn one_filing_after_the_other() {
    let (_district, police, before) = filed();
    police.ok(&["hazard", "onsite", "公安/1", "--measure", "停止作业（虚构）", "--on", "2025-11-02"]);
    let last = police.head();
    let earlier = police.git(&["rev-parse", "HEAD~1"]);
    let told = stays(&police, &[earlier.trim()], "后来又登记过");
    assert!(told.contains(&format!("liandong undo {}", &last[..10])), "{told}");
    let told = police.ok(&["undo", &last[..10], "--yes"]);
    assert_whole(
        &told,
        str![[r#"
已撤回登记：隐患 2025-公安-001：登记现场处置措施
  hazards/2025/gongan/001.toml 已恢复为上一次登记的样子
撤回的原文（1 份）存在 drafts/undone/[ID]，可以照着改；不再需要的，删去该文件夹即可

"#]],
    );
    assert_eq!(police.head(), earlier.trim());
    assert!(!police.read(&format!("{RECORD}.toml")).contains("onsite"));
    police.ok(&["undo", "--yes"]);
    assert_eq!(police.head(), before);
    police.assert_clean();
    // What is left was filed and sent by others.
    stays(&police, &[], "别人可能已经有了");
}

#[test]
fn what_a_later_filing_points_at_stays() {
    let (_district, police, _) = filed();
    police.ok(&["respond", "progress", "--to", RECORD, "--text", "正在整改（虚构）"]);
    let told = stays(&police, &[RECORD], "指向它");
    assert_whole(
        &told,
        str![[r#"
后来登记的 responses/2025/gongan/001 指向它；要撤回，先撤回那一次：liandong undo responses/2025/gongan/001
应当这样办：
  隐患 2025-公安-001 录入有误：勘误，写明原因
      liandong amend hazards/2025/gongan/001 --set … --reason …

"#]],
    );
    police.ok(&["undo", "responses/2025/gongan/001", "--yes"]);
    police.ok(&["undo", RECORD, "--yes"]);
    police.assert_clean();
}

#[test]
fn what_may_have_gone_out_stays() {
    let sent = |person: &Person| drop(person.ok(&["sync"]));
    let packed = |person: &Person| drop(person.ok(&["pack", "../out.bundle"]));
    let cloned = |person: &Person| {
        let folder = person.folder.to_string_lossy().into_owned();
        let other = person.in_folder(person.home.clone());
        other.ok(&["clone", &folder, "copy"]);
    };
    for (how, go) in [("sync", &sent as &dyn Fn(&Person)), ("pack", &packed), ("clone", &cloned)] {
        let (_district, police, _) = filed();
        go(&police);
        let told = stays(&police, &[RECORD], "别人可能已经有了");
        assert!(told.contains("liandong amend"), "{how}: {told}");
    }
}

#[test]
fn an_attempt_counts_even_where_it_came_to_nothing() {
    let (district, police, _) = filed();
    let hook = district.top.path().join("hub.git/hooks/pre-receive");
    let gate = fs::read(&hook).expect("a hook");
    fs::write(&hook, "#!/bin/sh\nexit 1\n").expect("written");
    police.run(&["sync"]);
    fs::write(&hook, gate).expect("written");
    stays(&police, &[], "别人可能已经有了");
}

#[test]
fn where_nobody_answers_nothing_is_taken_back() {
    let (district, police, before) = filed();
    let (hub, away) = (district.hub(), district.top.path().join("away.git"));
    fs::rename(&hub, &away).expect("moved");
    let told = police.refused(&["undo", "--yes"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：没有撤回：先要看共享的台账里有没有这次登记，而现在看不到：共享文件夹 [TEMP]/hub.git 现在不在：多半是共享盘没有连上，或 U 盘没有插上；本机登记的没有丢失，接上以后再运行 liandong sync；确实搬了家，先运行 git remote set-url origin 新地址

"#]],
    );
    fs::rename(&away, &hub).expect("moved");
    police.ok(&["undo", "--yes"]);
    assert_eq!(police.head(), before);
}

#[test]
fn what_plain_git_sent_is_seen_where_it_went() {
    let (district, police, _) = filed();
    police.git(&["push", "-q", &district.hub(), "HEAD:main"]);
    stays(&police, &[], "别人可能已经有了");
}

#[test]
fn a_branch_or_tag_keeps_it() {
    let (_district, police, before) = filed();
    police.git(&["tag", "keep"]);
    stays(&police, &[], "refs/tags/keep");
    police.git(&["tag", "-d", "keep"]);
    police.ok(&["undo", "--yes"]);
    assert_eq!(police.head(), before);
}

#[test]
fn a_copied_folder_takes_nothing_back() {
    let (_district, police, _) = filed();
    let copy = police.in_folder(police.home.join("copied"));
    assert!(command("cp", &police.home).arg("-a").arg(&police.folder).arg(&copy.folder).status().expect("cp runs").success());
    stays(&copy, &[], "别人可能已经有了");
}

#[test]
fn keys_and_the_first_filing_stay() {
    let district = District::plain();
    let office = &district.office;
    office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
    office.ok(&["trust", "on"]);
    let told = office.refused(&["undo", "--yes"]);
    assert_whole(
        &told,
        str![[r#"
git 的 refs/liandong/root 也保留着这次登记，不能撤回
应当这样办：
  改正 密钥 区安委办
      liandong edit keys/anweiban
  改正 机制
      liandong edit mechanism

"#]],
    );
}

#[test]
fn what_is_equal_to_an_older_file_is_not_lost() {
    let (_district, police, _) = filed();
    let text = police.read(&format!("{RECORD}.toml"));
    police.ok(&["sync"]);
    // The same bytes once more: one object, held by two filings.
    police.ok(HAZARD);
    assert_eq!(police.read("hazards/2025/gongan/002.toml"), text);
    police.ok(&["undo", "--yes"]);
    police.assert_clean();
    assert_eq!(police.git(&["show", &format!("HEAD:{RECORD}.toml")]), text);
}

#[test]
fn what_git_has_packed_is_told_of() {
    let (_district, police, _) = filed();
    police.git(&["gc", "-q"]);
    let told = police.ok(&["undo", "--yes"]);
    assert_whole(
        &told,
        str![[r#"
已撤回登记：隐患 2025-公安-001：登记一项隐患
  hazards/2025/gongan/001.toml 已撤出，编号不再给别的记录；原文存为草稿 hazards-1，改好再登记，不要了用 liandong draft discard hazards-1
git 里还留有它的副本（已打成包，或几个工作区共用）；要清除请运行 git gc --prune=now

"#]],
    );
    police.git(&["gc", "-q", "--prune=now"]);
    police.assert_clean();
}

#[test]
fn a_printed_paper_has_gone_out() {
    let district = District::plain();
    let office = &district.office;
    let plan = ["meeting", "plan", "--planned", "2025-12-20", "--as", "区安委办", "--title", "年终联席会议（虚构）"];
    if !office.run(&plan).status.success() {
        office.ok(&[&plan[..6]].concat());
    }
    // Looked at only: it is still here.
    office.ok(&["show", "meetings/2025/anweiban/001"]);
    office.refused(&["undo"]);
    let out = office.home.join("会议通知.docx").to_string_lossy().into_owned();
    office.ok(&["paper", "meetings/2025/anweiban/001", "--out", &out]);
    let told = stays(office, &[], "印过公文");
    assert_whole(
        &told,
        str![[r#"
别人可能已经有了：已同步、试送过、打过包、印过公文或被克隆过，或者不是您在本机这个文件夹里登记的，不能撤回
应当这样办：
  会议 2025-区安委办-001 录入有误：勘误，写明原因
      liandong amend meetings/2025/anweiban/001 --set … --reason …
  会议 2025-区安委办-001 不开了：登记取消
      liandong meeting cancel meetings/2025/anweiban/001 --on … --reason …

"#]],
    );
}

#[test]
fn a_document_number_is_free_again() {
    let (_district, police, _) = filed();
    let order =
        ["order", "new", "--kind", "stop-work", "--number", "云公函〔2025〕7号", "--at", "2025-11-20 10:00", "--mine", "dashan"];
    police.ok(&order);
    police.ok(&["undo", "--yes"]);
    let told = police.ok(&order);
    assert!(told.contains("orders/2025/gongan/002") && !told.contains("F12"), "{told}");
}

#[test]
fn git_alone_sees_one_history() {
    let (district, police, before) = filed();
    police.ok(&["undo", "--yes"]);
    assert_eq!(police.git(&["log", "-1", "--format=%H", "-g", "main"]).trim(), before);
    police.lead("再登记");
    police.ok(&["sync"]);
    assert_eq!(district.tip(), police.head());
    git_in(district.top.path(), &["--git-dir", "hub.git", "fsck", "--strict", "--no-dangling"]);
}

/// On a terminal one question is asked; whatever is no yes leaves everything as it is.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_it_asks_whether_anything_has_gone_out() {
    let (_district, police, before) = filed();
    let filed = police.head();
    let answered = |answer: &str| {
        let mut terminal = police.program("script");
        terminal.args(["-qec", &format!("{LIANDONG} undo"), "/dev/null"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = terminal.spawn().expect("script of util-linux runs");
        running.stdin.take().expect("a pipe").write_all(format!("{answer}\n").as_bytes()).expect("typed");
        let done = running.wait_with_output().expect("ended");
        (done.status.code(), said(&done))
    };
    for answer in ["", "n", "已经发出"] {
        let (code, told) = answered(answer);
        assert!(told.contains("确认撤回？") && told.contains("边坡排水不畅"), "{told}");
        assert!(told.contains("没有撤回") && told.contains("liandong amend hazards/2025/gongan/001"), "{told}");
        assert_eq!((code, police.head()), (Some(2), filed.clone()), "{answer}");
    }
    let (code, told) = answered("y");
    assert_whole(
        &told,
        str![[r#"
y
要撤回的登记：隐患 2025-公安-001：登记一项隐患（[ID]）
hazards/2025/gongan/001.toml
- mine = "dashan"
- found = 2025-11-01
- source_kind = "inspection"
- nature = "hazard"
- description = "边坡排水不畅（虚构）"
撤回的是登记。通报、文书、通知等还没有送出、张贴，也没有电话告知任何人，确认撤回？[y/N] 已撤回登记：隐患 2025-公安-001：登记一项隐患
  hazards/2025/gongan/001.toml 已撤出，编号不再给别的记录；原文存为草稿 hazards-1，改好再登记，不要了用 liandong draft discard hazards-1

"#]],
    );
    assert_eq!((code, police.head()), (Some(0), before));
}

/// Another user of the same computer took it from the folder, whose notes are not theirs.
#[test]
fn what_another_user_took_from_the_folder_stays() {
    let (district, police, _) = filed();
    let other = someone(district.top.path(), "other");
    let from = police.folder.to_string_lossy().into_owned();
    other.ok(&["clone", &from, "register"]);
    stays(&police, &[], "别人可能已经有了");
    assert_eq!(other.git(&["rev-parse", "HEAD"]), police.git(&["rev-parse", "HEAD"]));
}

/// A draft that was filed is marked here as what it became; that is no word of anybody else.
#[test]
fn what_was_a_draft_can_be_taken_back_again_and_again() {
    let (_district, police, before) = filed();
    for _ in 0..2 {
        police.ok(&["undo", "--yes"]);
        assert_eq!(police.head(), before);
        let drafts = police.ok(&["draft", "list"]);
        let name =
            drafts.lines().find_map(|line| line.split_whitespace().find(|word| word.starts_with("hazards-"))).expect("a draft");
        let file = police.folder.join(format!("drafts/{name}.toml")).to_string_lossy().into_owned();
        police.ok(&["hazard", "new", "--from", &file]);
    }
    police.ok(&["sync"]);
}

/// What was changed by hand is more than a word to type again.
#[test]
fn what_was_changed_is_kept_beside_the_drafts() {
    let (_district, police, _) = filed();
    let text = police.read(&format!("{RECORD}.toml"));
    police.write(&format!("{RECORD}.toml"), &text.replace("（虚构）", "（虚构，手工改过）"));
    police.ok(&["commit", "--reason", "笔误（虚构）"]);
    let commit = police.head();
    let told = police.ok(&["undo", "--yes"]);
    assert_eq!(police.read(&format!("{RECORD}.toml")), text);
    let kept = police.read(&format!("drafts/undone/{}/{RECORD}.toml", &commit[..10]));
    assert!(kept.contains("手工改过") && told.contains("drafts/undone/"), "{told}");
    assert!(!told.contains("gc --prune"), "{told}");
    police.assert_clean();
}

/// Plain git sent it under another name than the branch that is followed.
#[test]
fn what_is_shared_under_any_name_stays() {
    for there in ["refs/heads/topic", "refs/tags/first", "refs/x/y"] {
        let (district, police, _) = filed();
        git_in(district.top.path(), &["--git-dir", "hub.git", "config", "core.hooksPath", "/nowhere"]);
        police.git(&["push", "-q", &district.hub(), &format!("HEAD:{there}")]);
        stays(&police, &[], "别人可能已经有了");
        // Somebody went on from it, and this folder has never seen that.
        let on = git_in(
            district.top.path(),
            &[
                "-c",
                "user.name=x",
                "-c",
                "user.email=x@example.invalid",
                "--git-dir",
                "hub.git",
                "commit-tree",
                &format!("{there}^{{tree}}"),
                "-p",
                there,
                "-m",
                "x",
            ],
        );
        git_in(district.top.path(), &["--git-dir", "hub.git", "update-ref", there, on.trim()]);
        stays(&police, &[], "别人可能已经有了");
    }
}

/// Of whichever commit it was printed, and of whichever record its words are.
#[test]
fn a_paper_of_a_commit_and_words_of_others_in_it_have_gone_out() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let out = police.home.join("函.docx").to_string_lossy().into_owned();
    let about = ["--about", "hazards/2025/gongan/001", "--to", "应急", "--title", "关于隐患的函（虚构）", "--content", "2"];
    police.ok(HAZARD);
    police.ok(&["sync"]);
    police.ok(&[&["notice", "new", "--issued", "2025-11-25"][..], &about].concat());
    police.ok(&["sync"]);
    police.ok(&["amend", RECORD, "--set", "隐患描述=边坡排水不畅，另有裂缝（虚构）", "--reason", "笔误（虚构）"]);
    police.ok(&["paper", "notices/2025/gongan/001", "--rev", "HEAD", "--out", &out]);
    stays(&police, &["隐患 公安/1"], "别人可能已经有了");
}

/// A mine is named by what is about it, in a key or by its folder: no filing is left without it.
#[test]
fn a_mine_that_later_filings_may_name_stays() {
    let district = District::trusted();
    let office = &district.office;
    office.ok(&["mine", "new", "xin", "--as", "区安委办", "--name", "新矿（虚构）", "--town", "河口街道"]);
    office.lead("之后");
    let told = stays(office, &["mines/xin/base"], "先逐次撤回后来的");
    assert_whole(
        &told,
        str![[r#"
后来的登记可能用到 mines/xin/base.toml；要撤回，先逐次撤回后来的：liandong undo
应当这样办：
  改正 矿山 新矿（虚构）
      liandong edit mines/xin/base

"#]],
    );
    office.ok(&["undo", "--yes"]);
    office.ok(&["undo", "--yes"]);
    assert!(!office.folder.join("mines/xin").exists());
}

/// Refused, everything is as it was: also which record a draft became.
#[test]
fn what_is_refused_forgets_nothing() {
    let (_district, police, _) = filed();
    police.ok(&["undo", "--yes"]);
    let file = police.folder.join("drafts/hazards-1.toml").to_string_lossy().into_owned();
    police.ok(&["hazard", "new", "--from", &file]);
    let marks = || police.git(&["for-each-ref", "refs/liandong/drafts/"]);
    let before = marks();
    assert!(!before.is_empty());
    let lock = police.folder.join(".git/refs/heads/main.lock");
    fs::write(&lock, "").expect("written");
    assert!(!police.run(&["undo", "--yes"]).status.success());
    assert_eq!(marks(), before);
    fs::remove_file(lock).expect("removed");
    police.ok(&["undo", "--yes"]);
    assert_eq!(marks(), "");
}
