//! What a clone is told: by which all else is judged when that changes, whose key signed, where it stands against what it knew.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};

use liandong::git::{Disk, History, Workspace};
use snapbox::str;

use super::district::District;
use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, TRIES, assert_whole, said};

#[test]
fn a_change_of_roster_or_settings_is_announced() {
    let scene = Scene::new();
    let (office, watch) = (&scene.district.office, &scene.watch);
    let fire = scene.district.reader("xiaofang");
    let request = fire.home.join("r.toml").to_string_lossy().into_owned();
    fire.ok(&["join", "--unit", "消防", "--name", "火甲（虚构）", "--out", &request]);
    // The role is said, and can be set.
    let told = office.ok(&["key", "add", &request, "--role", "负责人"]);
    assert_whole(
        &told,
        str![[r#"
已登记 密钥 消防（keys/xiaofang.toml）
下一步：这把密钥的用途是负责人（要改用 --role）。与消防 火甲（虚构） 打电话核对用途和指纹 SHA256:[KEY]，再用 liandong sync 送出

"#]],
    );
    office.fails_with(
        &["key", "add", &request, "--role", "领导"],
        2,
        str![[r#"
未能完成：不认识“领导”，可选：联络员、负责人、办公室

"#]],
    );
    office.ok(&["sync"]);
    let told = watch.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
取来：
  区安委办：新 1 件
请注意：登记消防 火甲（虚构）的密钥，用途负责人，自 2025-11-25 起，指纹 SHA256:[KEY]（区安委办 办甲（虚构）签，[ID]）

"#]],
    );
    // Each change by itself, also one that is taken back before anybody looks.
    office.ok(&["key", "retire", "消防/火甲（虚构）"]);
    let keys = office.read("keys/xiaofang.toml");
    office.write("keys/xiaofang.toml", &keys.replace("until = 2025-11-24\n", ""));
    commit(office, "恢复（虚构）");
    office.write("keys/xiaofang.toml", &keys);
    commit(office, "还是停用（虚构）");
    let settings = office.read("settings.toml").replacen("3 working-days", "5 working-days", 1);
    office.write("settings.toml", &settings);
    commit(office, "改设置（虚构）");
    let clauses = office.read("clauses.toml").replacen("一", "二", 1);
    office.write("clauses.toml", &clauses);
    commit(office, "改条文（虚构）");
    office.ok(&["sync"]);
    let told = watch.ok(&["sync"]);
    assert_eq!(told.matches("消防 火甲（虚构）的密钥到 2025-11-24 为止").count(), 2, "{told}");
    assert_whole(
        &told,
        str![[r#"
取来：
  区安委办：改 3 件
请注意：消防 火甲（虚构）的密钥到 2025-11-24 为止（区安委办 办甲（虚构）签，[ID]）
请注意：消防 火甲（虚构）的密钥改了期限，不再有止日（区安委办 办甲（虚构）签，[ID]）
请注意：消防 火甲（虚构）的密钥到 2025-11-24 为止（区安委办 办甲（虚构）签，[ID]）
请注意：设置“正式通报时限”由 3 个工作日 改为 5 个工作日（区安委办 办甲（虚构）签，[ID]）
请注意：改动了条款（clauses.toml）：条款 1·条款 一 → 二（区安委办 办甲（虚构）签，[ID]）

"#]],
    );
    // In a file as well as over the network, and never what was filed here.
    assert!(!watch.ok(&["sync"]).contains("请注意"));
    assert!(!office.ok(&["sync"]).contains("请注意"));
}

#[test]
fn history_names_whose_key_signed() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "named");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    evil.git(&["add", "-A"]);
    evil.git(&["commit", "-qm", &evil.for_register("登记（虚构）"), "--author", "区安委办 办甲（虚构） <x@example.invalid>"]);
    evil.git(&["push", "-q", "origin", "HEAD:main"]);
    scene.watch.ok(&["sync"]);
    let told = scene.watch.ok(&["history", "leads/2025/gongan/009"]);
    assert_whole(
        &told,
        str![[r#"
线索 2025-公安-009

2025-11-25 09:30  公安 gongan（虚构）（署名 区安委办 办甲（虚构））  登记（虚构）（[ID]）
  收到日期：2025-11-21
  来源渠道：巡查发现
  标题：某事（虚构）

"#]],
    );
    let json: serde_json::Value =
        serde_json::from_str(&scene.watch.ok(&["history", "leads/2025/gongan/009", "--format", "json"])).expect("JSON");
    assert_eq!(json["steps"][0]["signed"]["is_author"], false, "{json}");
    // Who signs in their own name is named once.
    scene.police.ok(&["sync"]);
    scene.police.lead("自己的");
    let told = scene.police.ok(&["history", "leads/2025/gongan/010"]);
    assert!(told.contains("公安 gongan（虚构）  ") && !told.contains("署名"), "{told}");
    // And what nobody signed is not anybody's.
    scene.police.git(&["-c", "commit.gpgsign=false", "commit", "-q", "--amend", "--no-edit"]);
    let told = scene.police.ok(&["history", "leads/2025/gongan/010"]);
    assert_whole(
        &told,
        str![[r#"
线索 2025-公安-010

2025-11-25 09:30  没有签名（署名 gongan（虚构））  线索 2025-公安-010：登记一条线索（[ID]）
  收到日期：2025-11-20
  来源渠道：巡查发现
  标题：自己的（虚构）

"#]],
    );
}

#[test]
fn verify_asks_what_this_clone_knew() {
    let scene = Scene::new();
    let watch = &scene.watch;
    watch.ok(&["sync"]);
    let known = watch.head();
    watch.git(&["reset", "-q", "--hard", "HEAD~2"]);
    watch.fails_with(
        &["verify"],
        1,
        str![[r#"
改动机制、设置、人员密钥等 5 件：keys/anweiban、mechanism、keys/gongan
 提交        文件  问题
 [ID]        历史不是接着已知的往下走：被强制推送、退回到旧的，或合并时颠倒了主次
6 次提交中有 1 处核验不过

"#]],
    );
    watch.git(&["reset", "-q", "--hard", &known]);
    watch.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 6 件：keys/anweiban、mechanism、keys/gongan、keys/linye
9 次提交都核验通过，到 [ID]

"#]],
    );
    assert!(watch.ok(&["verify", "HEAD~2"]).contains("核验通过"), "an earlier state may be asked for by its name");
    // A merge with its sides swapped, which somebody pulled by plain git.
    watch.git(&["checkout", "-q", "-b", "own", "HEAD~1"]);
    watch.write("leads/2025/linye/009.toml", LEAD);
    commit(watch, "自己的（虚构）");
    watch.git(&["merge", "-q", "--no-ff", "-m", &watch.for_register("颠倒（虚构）"), "main"]);
    watch.fails_with(
        &["verify"],
        1,
        str![[r#"
改动机制、设置、人员密钥等 6 件：keys/anweiban、mechanism、keys/gongan、keys/linye
 提交        文件  问题
 [ID]        密钥 SHA256:[KEY] 没有登记过
 [ID]        密钥 SHA256:[KEY] 没有登记过
 [ID]        历史不是接着已知的往下走：被强制推送、退回到旧的，或合并时颠倒了主次
11 次提交中有 3 处核验不过

"#]],
    );
}

#[test]
fn a_lock_that_was_left_is_called_one() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let lock = district.top.path().join("hub.git/refs/heads/main.lock");
    std::fs::write(&lock, "").expect("written");
    police.lead("一");
    let told = police.fails(&["sync"], 2);
    assert!(told.contains("一直锁着") && told.contains("main.lock") && !told.contains("抢先"), "{told}");
    std::fs::remove_file(&lock).expect("removed");
    police.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
}

#[test]
fn who_has_not_joined_is_told_before_it_is_too_late() {
    let district = District::trusted();
    let reader = district.reader("gongan");
    let args = ["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "一（虚构）"];
    let told = reader.refused(&args);
    assert_whole(
        &told,
        str![[r#"
未能完成：这个台账每次登记都要签名，本机还没有加入，登记了也永远送不出去；先用 liandong join --unit 单位 --name 姓名 加入，再登记
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]],
    );
}

#[test]
fn joining_twice_asks_again_with_the_same_key() {
    let district = District::trusted();
    let police = district.reader("gongan");
    let request = police.home.join("r.toml").to_string_lossy().into_owned();
    let join = ["join", "--unit", "公安", "--name", "警甲（虚构）", "--out", &request];
    let fingerprint = |told: &str| told.lines().find(|line| line.contains("SHA256:")).map(str::to_owned).expect("a fingerprint");
    let first = police.ok(&join);
    let second = police.ok(&join);
    assert_eq!(fingerprint(&first), fingerprint(&second));
    assert_whole(
        &second,
        str![[r#"
本机已有密钥，仍用这把，没有另做
[TEMP]/gongan/r.toml 原有的申请已换成这一份
签名密钥：[TEMP]/gongan/.ssh/liandong-gongan
指纹：SHA256:[KEY]
下一步：把 [TEMP]/gongan/r.toml 交给区安委办（邮件、优盘均可），并打电话核对指纹；区安委办用 liandong key add 登记

"#]],
    );
    let keys = || std::fs::read_dir(police.home.join(".ssh")).expect("keys").count();
    assert_eq!(keys(), 2, "a key and its public half");
    district.office.ok(&["key", "add", &request]);
    district.office.ok(&["sync"]);
    police.ok(&["sync"]);
    police.fails_with(
        &join,
        2,
        str![[r#"
未能完成：本机已经加入，密钥也已登记，不必再加入；liandong whoami 看登记的内容

"#]],
    );
    assert_eq!(keys(), 2);
    // Once it is retired, another may be asked for.
    district.office.ok(&["key", "retire", "公安/警甲（虚构）"]);
    district.office.ok(&["sync"]);
    police.ok(&["sync"]);
    assert_ne!(fingerprint(&police.ok(&join)), fingerprint(&first));
}

#[test]
fn the_last_key_of_the_office_is_not_retired() {
    let district = District::trusted();
    let office = &district.office;
    for until in [&[][..], &["--until", "2099-12-31"]] {
        let told = office.refused(&[&["key", "retire", "区安委办/办甲（虚构）"][..], until].concat());
        assert!(told.contains("信任会中断") && told.contains("liandong key add"), "{told}");
    }
    // With another it is.
    let second = district.member("office2", "区安委办");
    office.ok(&["key", "retire", "区安委办/办甲（虚构）"]);
    office.ok(&["sync"]);
    second.ok(&["sync"]);
    second.refused_with(
        &["key", "retire", "区安委办/office2（虚构）"],
        str![[r#"
未能完成：这样办公室就没有一把长期有效的密钥了，信任会中断；请先用 liandong key add 给办公室登记另一把

"#]],
    );
    assert!(said(&second.run(&["verify"])).contains("核验通过"));
}

#[test]
fn after_an_exchange_that_was_interrupted_the_next_filing_is_filed() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    forest.ok(&["sync"]);
    police.ok(&["sync"]);
    let mut finished = 0;
    for step in (0..).step_by(TRIES.stride * 2) {
        forest.lead(&format!("第{step}件"));
        forest.ok(&["sync"]);
        police.git(&["fetch", "-q", "origin"]);
        if !take_in_and_end_before(&police, step) {
            break;
        }
        let told = police.lead(&format!("断后第{step}件"));
        assert!(told.contains("已登记"), "step {step}: {told}");
        finished += usize::from(told.contains("同步中途断了，现已补完"));
        police.ok(&["sync"]);
        police.assert_clean();
        forest.ok(&["sync"]);
    }
    assert!(finished > 2, "{finished} finished");
}

/// Takes in what was fetched, and ends before an act upon the disk as a program does that is killed; whether there was such an act.
fn take_in_and_end_before(person: &Person, step: usize) -> bool {
    let acts = AtomicUsize::new(0);
    let disk = Disk::watched(move |_, _| {
        assert!(acts.fetch_add(1, Ordering::SeqCst) != step, "killed");
        Ok(())
    });
    let folder = person.folder.clone();
    let fetched =
        History::open(&folder.as_path().into()).and_then(|history| history.find("origin/main")).expect("read").expect("fetched");
    let taken = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let workspace = Workspace::open(&folder.as_path().into(), disk).expect("a workspace");
        workspace.lock("2025-11-25T09:30:00+08:00").expect("locked").fast_forward(fetched).expect("taken");
    }));
    taken.is_err()
}

#[test]
fn a_lock_that_a_killed_program_left_upon_its_own_names_needs_no_hand() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("断前（虚构）");
    police.ok(&["sync"]);
    let forest = district.member("linye", "林业");
    forest.lead("另一件（虚构）");
    forest.ok(&["sync"]);
    let marks = police.folder.join(".git/refs/liandong");
    let mark = std::fs::read_dir(&marks).expect("marks").flatten().find(|entry| entry.path().is_file()).expect("a mark").path();
    let locks = [police.folder.join(".git/refs/remotes/origin/main.lock"), mark.with_added_extension("lock")];
    // Killed before it wrote anything, and after.
    std::fs::write(&locks[0], "").expect("written");
    std::fs::write(&locks[1], format!("{}\n", police.head())).expect("written");
    let told = police.run(&["doctor"]);
    assert!(said(&told).contains("refs/remotes/origin/main.lock"), "{}", said(&told));
    police.lead("断后（虚构）");
    police.ok(&["sync"]);
    assert!(locks.iter().all(|lock| !lock.exists()), "{locks:?}");
    forest.ok(&["sync"]);
    assert_eq!(police.head(), forest.head());
    police.assert_clean();
}
