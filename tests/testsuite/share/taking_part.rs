//! Taking part: clone, join, be admitted, send and take.

use super::district::{District, LEAD, follow, git_in};
use super::scene::commit;
use crate::support::said;

#[test]
fn a_register_without_keys_is_shared() {
    let district = District::plain();
    let police = district.reader("gongan");
    assert!(police.ok(&["verify"]).contains("没有启用签名"));
    // By the program and by plain git alike.
    police.lead_as("公安", "一");
    police.write("leads/2025/gongan/002.toml", "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"手写（虚构）\"\n");
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", &police.for_register("手工登记（虚构）")]);
    assert!(police.ok(&["sync"]).contains("送出 2 次登记"));
    district.office.lead_as("区安委办", "二");
    let told = district.office.ok(&["sync"]);
    assert!(told.contains("送出 1 次登记") && told.contains("公安：新 2 件"), "{told}");
    assert!(police.ok(&["sync"]).contains("区安委办：新 1 件"));
    assert_eq!(police.head(), district.office.head());
    assert_eq!(police.ok(&["sync"]), "没有新的\n");
    police.assert_clean();
    // Plain git goes on to work as well.
    police.git(&["pull", "-q"]);
    police.git(&["push", "-q"]);
}

#[test]
fn a_repository_whose_head_names_another_branch_does_as_well() {
    let district = District::plain();
    let office = &district.office;
    for (name, gate) in [("by-hand.git", false), ("with-gate.git", true)] {
        let hub = district.top.path().join(name).to_string_lossy().into_owned();
        git_in(district.top.path(), &["init", "-q", "--bare", "-b", "master", &hub]);
        if gate {
            office.ok(&["hook", "install", &hub]);
        }
        office.git(&["remote", "set-url", "origin", &hub]);
        office.ok(&["sync", &hub]);
        let folder = format!("clone-of-{name}");
        office.command(&["clone", &hub, &folder]).current_dir(&office.home).output().expect("runs");
        assert!(office.home.join(folder).join("mechanism.toml").is_file(), "{name}");
    }
}

#[test]
fn that_trust_begins_is_said_to_whoever_has_the_register_already() {
    let district = District::plain();
    let police = district.reader("gongan");
    district.office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
    let shown = district.office.ok(&["trust", "on"]);
    district.office.ok(&["sync"]);
    let told = police.ok(&["sync"]);
    let commit = district.tip();
    assert!(told.contains("打电话") && told.contains(&commit) && shown.contains(&commit), "{told}");
    assert!(police.ok(&["whoami"]).contains(&commit[..10]));
    assert!(!police.ok(&["sync"]).contains("打电话"), "once");
}

#[test]
fn nobody_need_be_known_to_take_what_others_filed() {
    let district = District::plain();
    let reader = district.reader("reader");
    std::fs::remove_file(reader.home.join(".gitconfig")).expect("removed");
    district.office.lead_as("区安委办", "一");
    district.office.ok(&["sync"]);
    assert!(reader.ok(&["sync"]).contains("新 1 件"));
    let lead = ["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "二（虚构）"];
    assert!(reader.fails(&lead, 2).contains("git config --global user.name"));
}

#[test]
fn a_slip_can_be_mended() {
    let district = District::plain();
    let office = &district.office;
    // A key that is not there sets nothing, and one that went away stands in the way of signing only.
    assert!(office.fails(&["join", "--unit", "区安委办", "--name", "甲", "--key", "/nowhere"], 2).contains("读不出来"));
    assert!(office.ok(&["whoami"]).contains("还没有加入"));
    assert!(
        office
            .fails(&["join", "--unit", "区安委办", "--name", "甲", "--role", "领导"], 2)
            .contains("可选：联络员、负责人、办公室")
    );
    assert!(office.fails(&["join", "--unit", "区安委办", "--name", "../甲"], 2).contains("不带斜杠"));
    office.ok(&["join", "--unit", "区安委办", "--name", "甲"]);
    std::fs::remove_file(office.home.join(".ssh/liandong-anweiban")).expect("removed");
    assert!(office.ok(&["whoami"]).contains("读不出来"));
    assert!(office.fails(&["trust", "on"], 2).contains("liandong join"));
    let request = office.home.join("own.toml").to_string_lossy().into_owned();
    office.ok(&["join", "--unit", "区安委办", "--name", "甲", "--out", &request]);
    // Its first key begins trust, and nothing begins it without saying so.
    assert!(office.fails(&["key", "add", &request], 2).contains("liandong trust on"));
    assert!(office.ok(&["whoami"]).contains("没有启用签名"));
    office.ok(&["trust", "on"]);
    // An address that was mistyped gives way; one that was used does not.
    let fresh = District::plain();
    fresh.office.git(&["remote", "remove", "origin"]);
    assert!(fresh.office.fails(&["sync", "/nowhere.git"], 2).contains("没有文件夹 /nowhere.git"));
    fresh.office.ok(&["sync", &fresh.hub()]);
    assert!(fresh.office.fails(&["sync", "/nowhere.git"], 2).contains("git remote set-url"));
    fresh.office.ok(&["sync"]);
}

#[test]
fn who_joins_is_admitted_by_the_office() {
    let district = District::trusted();
    let police = district.reader("gongan");
    let request = police.home.join("r.toml").to_string_lossy().into_owned();
    let joined = police.ok(&["join", "--unit", "公安", "--name", "警乙（虚构）", "--out", &request]);
    assert!(joined.contains("SHA256:"), "{joined}");
    assert!(police.ok(&["whoami"]).contains("密钥还没有登记"));
    // What is filed before the key is admitted is kept, and goes out afterwards.
    police.lead("先登记");
    let early = police.fails(&["sync"], 1);
    assert!(early.contains("没有登记过") && early.contains("加入申请"), "{early}");
    // Nobody can change what a request says.
    let text = std::fs::read_to_string(&request).expect("a request");
    std::fs::write(&request, text.replace("gongan", "linye")).expect("written");
    assert!(district.office.fails(&["key", "add", &request], 2).contains("对不上"));
    std::fs::write(&request, text).expect("written");
    district.office.ok(&["key", "add", &request]);
    assert!(district.office.fails(&["key", "add", &request], 2).contains("已经登记"));
    district.office.ok(&["sync"]);
    let told = police.ok(&["sync"]);
    assert!(told.contains("送出 1 次登记"), "{told}");
    assert!(police.ok(&["whoami"]).contains("登记为公安 联络员"));
    assert!(police.ok(&["verify"]).contains("核验通过"));
    // Only the office admits.
    assert!(police.fails(&["key", "add", &request], 2).contains("区安委办"));
}

#[test]
fn each_clone_of_a_unit_numbers_in_its_own_series() {
    let district = District::trusted();
    let first = district.member("gongan", "公安");
    let second = district.member("gongan2", "公安");
    assert!(first.lead("甲").contains("leads/2025/gongan/001"));
    assert!(second.lead("乙").contains("leads/2025/gongan/b001"));
    first.ok(&["sync"]);
    second.ok(&["sync"]);
    first.ok(&["sync"]);
    assert_eq!(first.head(), second.head());
    assert!(second.lead("丙").contains("leads/2025/gongan/b002"));
}

#[test]
fn what_the_key_may_not_sign_is_not_filed() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let args = ["lead", "new", "--as", "林业", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "别家（虚构）"];
    let refused = police.fails(&args, 2);
    assert!(refused.contains("不能为它签名") && refused.contains("林业"), "{refused}");
    // The office enters for a unit that sends paper.
    let proxy = [
        "lead",
        "new",
        "--for",
        "林业",
        "--source",
        "林业来函（虚构）",
        "--received",
        "2025-11-20",
        "--channel",
        "巡查发现",
        "--title",
        "代录（虚构）",
    ];
    district.office.ok(&proxy);
    district.office.ok(&["sync"]);
    assert!(district.office.ok(&["verify"]).contains("办公室代录 1 件：leads/2025/linye/001"));
}

#[test]
fn a_retired_key_signs_nothing_any_more() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("在任");
    police.ok(&["sync"]);
    let good = police.head();
    police.lead("失密之后");
    police.ok(&["sync"]);
    district.office.ok(&["sync"]);
    let told = district.office.ok(&["key", "retire", "公安/gongan（虚构）", "--compromised", "--last-good", &good]);
    assert!(told.contains("1 次提交在那之后") && told.contains("请逐件核实"), "{told}");
    district.office.ok(&["sync"]);
    let verified = district.office.ok(&["verify"]);
    assert!(verified.contains("失密后签名") && verified.contains("核验通过"), "{verified}");
    police.lead("停用之后");
    let refused = police.fails(&["sync"], 1);
    assert!(refused.contains("已停用"), "{refused}");
}

#[test]
fn what_stands_against_it_has_its_own_words() {
    let district = District::plain();
    let office = &district.office;
    let at = |address: &str| office.git(&["remote", "set-url", "origin", address]);
    at("/nowhere/at/all.git");
    assert!(office.fails(&["sync", "/nowhere/at/all.git"], 2).contains("共享文件夹 /nowhere/at/all.git 现在不在"));
    // A port that nobody can have.
    at("http://127.0.0.1:0/x.git");
    assert!(office.fails(&["sync"], 2).contains("连不上"));
    at("ext::sh -c 'touch /tmp/liandong-was-here'");
    let refused = office.fails(&["sync", "ext::sh -c 'touch /tmp/liandong-was-here'"], 2);
    assert!(!std::path::Path::new("/tmp/liandong-was-here").exists(), "{refused}");
    at(&district.hub());
    let mut without_git = office.command(&["sync", &district.hub()]);
    let done = without_git.env("PATH", "/nonexistent").output().expect("runs");
    assert!(said(&done).contains("找不到 git"), "{}", said(&done));
    // Another history in the same place.
    let other = District::plain();
    office.lead_as("区安委办", "一");
    office.ok(&["sync"]);
    other.office.ok(&["mine", "new", "xiaoshan", "--as", "区安委办", "--name", "小山石场（虚构）", "--town", "河口街道"]);
    other.office.ok(&["sync"]);
    at(&other.hub());
    let refused = office.fails(&["sync", &other.hub()], 1);
    assert!(refused.contains("强制推送") && refused.contains("没有改动"), "{refused}");
    assert!(office.fails(&["clone", "/nowhere", "x"], 2).contains("没有文件夹 /nowhere"));
}

/// A key is admitted for the unit for which its clone has joined. What another unit owns could never be sent, and is not filed before that
/// either; what somebody committed all the same has a way out.
#[test]
fn who_has_joined_for_one_unit_files_for_no_other() {
    let district = District::trusted();
    let police = district.reader("gongan");
    let request = police.home.join("request.toml").to_string_lossy().into_owned();
    police.ok(&["join", "--unit", "公安", "--name", "甲（虚构）", "--out", &request]);
    police.lead("本单位的，登记以后送");
    for unit in ["应急", "区安委办"] {
        let told = police.refused(&[LEAD, &["别人的（虚构）", "--as", unit]].concat());
        assert!(told.contains("本机是为公安加入的") && told.contains(&format!("join --unit {unit}")), "{told}");
    }
    // By hand it can be done, and is told where it would go out.
    police.write("leads/2025/yingji/001.toml", super::scene::LEAD);
    commit(&police, "替应急登记（虚构）");
    police.lead("此后的");
    district.office.ok(&["key", "add", &request]);
    district.office.ok(&["sync"]);
    let told = police.fails(&["sync"], 1);
    assert!(told.contains("移出文件夹"), "{told}");
    let reset = told.split("运行 ").nth(1).expect("a command").split('（').next().expect("words").to_owned();
    let words: Vec<&str> = reset.split(' ').collect();
    assert_eq!(words[..2], ["git", "reset"], "{told}");
    police.git(&words[1..]);
    std::fs::remove_file(police.folder.join("leads/2025/yingji/001.toml")).expect("handed over");
    follow(&police, &told);
    assert!(police.ok(&["verify"]).contains("核验通过"));
    assert_eq!(police.head(), district.tip());
    assert!(police.ok(&["list", "线索"]).contains("此后的"));
    // The office, whose key is not admitted yet either, enters for others.
    let second = district.reader("office2");
    second.ok(&["join", "--unit", "区安委办", "--name", "乙（虚构）"]);
    let entered = ["代录的（虚构）", "--as", "区安委办", "--for", "应急", "--source", "应急函〔2025〕1号"];
    second.ok(&[LEAD, &entered].concat());
}

/// A shared folder may be away for a while, was perhaps never there, or is no repository: each is said, with what helps.
#[test]
fn a_shared_folder_that_is_not_there_is_told_by_what_it_lacks() {
    let district = District::plain();
    let (hub, away) = (district.hub(), district.top.path().join("away.git"));
    std::fs::rename(&hub, &away).expect("movable");
    district.office.lead_as("区安委办", "其间登记");
    let told = district.office.fails(&["sync"], 2);
    assert!(told.contains(&format!("共享文件夹 {hub} 现在不在")) && told.contains("没有丢失"), "{told}");
    assert!(!told.contains("git init"), "what is away is not made anew: {told}");
    std::fs::rename(&away, &hub).expect("movable");
    assert!(district.office.ok(&["sync"]).contains("送出 1 次登记"));
    // Not there yet: the command that is printed makes it, whatever it is called.
    let fresh = District::plain();
    fresh.office.git(&["remote", "remove", "origin"]);
    for name in ["new.git", "共享 盘/it's new.git"] {
        let there = fresh.top.path().join(name);
        let address = there.to_string_lossy().into_owned();
        let told = fresh.office.fails(&["sync", &address], 2);
        let command = told.split("先运行 ").nth(1).expect("a command").trim_end().to_owned();
        assert!(told.contains("没有文件夹") && command.starts_with("git init --bare -b main "), "{told}");
        std::fs::create_dir_all(&there).expect("a folder");
        let told = fresh.office.fails(&["sync", &address], 2);
        assert!(told.contains("没有 git 仓库") && told.contains(&command), "{told}");
        assert!(fresh.office.program("sh").args(["-c", &command]).status().expect("sh").success(), "{command}");
        fresh.office.ok(&["sync", &address]);
        fresh.office.git(&["remote", "remove", "origin"]);
    }
}

/// The requests of several units lie in one folder: each is admitted by a filing of its own, and one that is none keeps no other out.
#[test]
fn requests_of_a_folder_are_admitted_one_by_one() {
    let district = District::trusted();
    let folder = district.top.path().join("申请");
    std::fs::create_dir(&folder).expect("a folder");
    assert!(district.office.fails(&["key", "add", &folder.to_string_lossy()], 2).contains("没有加入申请"));
    for (home, unit) in [("gongan", "公安"), ("linye", "林业")] {
        let person = district.reader(home);
        let request = folder.join(format!("{home}.toml")).to_string_lossy().into_owned();
        person.ok(&["join", "--unit", unit, "--name", &format!("{home}（虚构）"), "--out", &request]);
    }
    std::fs::write(folder.join("a.toml"), "x = 1").expect("written");
    std::fs::write(folder.join("说明.txt"), "不是申请").expect("written");
    let before = district.office.commits();
    let told = district.office.fails(&["key", "add", &folder.to_string_lossy()], 2);
    assert!(told.contains("a.toml") && told.contains("不是加入申请"), "{told}");
    // Each fingerprint is told, to be compared by telephone.
    assert_eq!(told.matches("SHA256:").count(), 2, "{told}");
    assert_eq!(district.office.commits(), before + 2);
    let keys = district.office.ok(&["key", "list"]);
    assert!(keys.contains("公安") && keys.contains("林业"), "{keys}");
    let ask = folder.join("ask.toml").to_string_lossy().into_owned();
    assert!(district.office.fails(&["key", "add", &folder.to_string_lossy(), "--ask", &ask], 2).contains("--ask"));
}
