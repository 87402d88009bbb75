//! Taking part: clone, join, be admitted, send and take.

use snapbox::str;

use super::district::{District, LEAD, follow, git_in};
use super::scene::commit;
use crate::support::{LIANDONG, assert_whole, said};

#[test]
fn a_register_without_keys_is_shared() {
    let district = District::plain();
    let police = district.reader("gongan");
    police.says(
        &["verify"],
        str![[r#"
这个台账没有启用签名：内容是谁写的，没有人担保
改动机制、设置、人员密钥等 32 件：bodies、calendar/2024、calendar/2025、calendar/2026、clauses……

"#]],
    );
    // By the program and by plain git alike.
    police.lead_as("公安", "一");
    police.write("leads/2025/gongan/002.toml", "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"手写（虚构）\"\n");
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", &police.for_register("手工登记（虚构）")]);
    police.says(
        &["sync"],
        str![[r#"
送出 2 次登记

"#]],
    );
    district.office.lead_as("区安委办", "二");
    let told = district.office.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
送出 1 次登记
取来：
  公安：新 2 件

"#]],
    );
    police.says(
        &["sync"],
        str![[r#"
取来：
  区安委办：新 1 件

"#]],
    );
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
    reader.says(
        &["sync"],
        str![[r#"
取来：
  区安委办：新 1 件

"#]],
    );
    let lead = ["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "二（虚构）"];
    reader.fails_with(
        &lead,
        2,
        str![[r#"
未能完成：不知道登记人是谁；请用 liandong join --unit 单位 --name 姓名 加入（新建台账时用 liandong init --name 姓名），或运行 git config --global user.name 姓名 和 git config --global user.email 邮箱
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]],
    );
}

#[test]
fn a_slip_can_be_mended() {
    let district = District::plain();
    let office = &district.office;
    // A key that is not there sets nothing, and one that went away stands in the way of signing only.
    office.fails_with(
        &["join", "--unit", "区安委办", "--name", "甲", "--key", "/nowhere"],
        2,
        str![[r#"
未能完成：签名用的密钥 /nowhere 读不出来；请把它放回原处，或重新运行 liandong join 另做一把

"#]],
    );
    office.says(
        &["whoami"],
        str![[r#"
还没有加入；用 liandong join --unit 单位 --name 姓名
姓名：office（虚构）
没有签名密钥：登记的都不签名
台账还没有启用签名

"#]],
    );
    office.fails_with(
        &["join", "--unit", "区安委办", "--name", "甲", "--role", "领导"],
        2,
        str![[r#"
未能完成：不认识“领导”，可选：联络员、负责人、办公室

"#]],
    );
    office.fails_with(
        &["join", "--unit", "区安委办", "--name", "../甲"],
        2,
        str![[r#"
未能完成：请写明姓名（不带斜杠）：--name 姓名

"#]],
    );
    office.ok(&["join", "--unit", "区安委办", "--name", "甲"]);
    std::fs::remove_file(office.home.join(".ssh/liandong-anweiban")).expect("removed");
    office.says(
        &["whoami"],
        str![[r#"
单位：区安委办
姓名：甲
签名用的密钥 [TEMP]/office/.ssh/liandong-anweiban 读不出来；请把它放回原处，或重新运行 liandong join 另做一把
台账还没有启用签名

"#]],
    );
    office.fails_with(
        &["trust", "on"],
        2,
        str![[r#"
未能完成：签名用的密钥 [TEMP]/office/.ssh/liandong-anweiban 读不出来；请把它放回原处，或重新运行 liandong join 另做一把

"#]],
    );
    let request = office.home.join("own.toml").to_string_lossy().into_owned();
    office.ok(&["join", "--unit", "区安委办", "--name", "甲", "--out", &request]);
    // Its first key begins trust, and nothing begins it without saying so.
    office.fails_with(
        &["key", "add", &request],
        2,
        str![[r#"
未能完成：办公室的第一把密钥不用 key add 登记：登记了它，此后每次登记都要签名；确要启用，用 liandong trust on

"#]],
    );
    office.says(
        &["whoami"],
        str![[r#"
单位：区安委办
姓名：甲
密钥：SHA256:[KEY]
密钥还没有登记：请把加入申请交给办公室；在此之前登记的，等登记后再同步
台账还没有启用签名

"#]],
    );
    office.ok(&["trust", "on"]);
    // An address that was mistyped gives way; one that was used does not.
    let fresh = District::plain();
    fresh.office.git(&["remote", "remove", "origin"]);
    fresh.office.fails_with(&["sync", "/nowhere.git"], 2, str![[r#"
未能完成：没有记下共享地址 /nowhere.git：没有文件夹 /nowhere.git；请核对路径，看共享盘或 U 盘接上了没有；还没有共享处的，由办公室在台账文件夹里运行 liandong share /nowhere.git

"#]]);
    fresh.office.ok(&["sync", &fresh.hub()]);
    fresh.office.fails_with(
        &["sync", "/nowhere.git"],
        2,
        str![[r#"
未能完成：台账已在 [TEMP]/hub.git 共享；确实搬了家，先运行 git remote set-url origin 新地址

"#]],
    );
    fresh.office.ok(&["sync"]);
}

#[test]
fn who_joins_is_admitted_by_the_office() {
    let district = District::trusted();
    let police = district.reader("gongan");
    let request = police.home.join("r.toml").to_string_lossy().into_owned();
    let joined = police.ok(&["join", "--unit", "公安", "--name", "警乙（虚构）", "--out", &request]);
    assert_whole(
        &joined,
        str![[r#"
签名密钥：[TEMP]/gongan/.ssh/liandong-gongan
指纹：SHA256:[KEY]
下一步：把 [TEMP]/gongan/r.toml 交给区安委办（邮件、优盘均可），并打电话核对指纹；区安委办用 liandong key add 登记

"#]],
    );
    police.says(
        &["whoami"],
        str![[r#"
单位：公安
姓名：警乙（虚构）
密钥：SHA256:[KEY]
密钥还没有登记：请把加入申请交给办公室；在此之前登记的，等登记后再同步
台账的起点（与办公室核对）：[ID]

"#]],
    );
    // What is filed before the key is admitted is kept, and goes out afterwards.
    police.lead("先登记");
    let early = police.fails(&["sync"], 1);
    assert_whole(
        &early,
        str![[r#"
本机登记的有核验不过的，别人不会接收，没有送出：
 提交        文件  问题
 [ID]        密钥 SHA256:[KEY] 没有登记过
下一步：密钥没有登记的，把加入申请交办公室；其余的改正后再送

"#]],
    );
    // Nobody can change what a request says.
    let text = std::fs::read_to_string(&request).expect("a request");
    std::fs::write(&request, text.replace("gongan", "linye")).expect("written");
    district.office.fails_with(
        &["key", "add", &request],
        2,
        str![[r#"
未能完成：申请上的签名与公钥、姓名或单位对不上，可能被改过；请申请人重新运行 liandong join

"#]],
    );
    std::fs::write(&request, text).expect("written");
    district.office.ok(&["key", "add", &request]);
    district.office.fails_with(
        &["key", "add", &request],
        2,
        str![[r#"
未能完成：这把密钥已经登记给公安 警乙（虚构）

"#]],
    );
    district.office.ok(&["sync"]);
    let told = police.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
送出 1 次登记
取来：
  区安委办：新 1 件
请注意：登记公安 警乙（虚构）的密钥，用途联络员，自 2025-11-25 起，指纹 SHA256:[KEY]（区安委办 办甲（虚构）签，[ID]）

"#]],
    );
    police.says(
        &["whoami"],
        str![[r#"
单位：公安
姓名：警乙（虚构）
密钥：SHA256:[KEY]
登记为公安 联络员，自 2025-11-25 起
台账的起点（与办公室核对）：[ID]

"#]],
    );
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
4 次提交都核验通过，到 [ID]

"#]],
    );
    // Only the office admits.
    police.fails_with(
        &["key", "add", &request],
        2,
        str![[r#"
未能完成：这件事由区安委办办（--as 区安委办）

"#]],
    );
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
    assert_whole(
        &refused,
        str![[r#"
未能完成：leads/2025/linye/001 归林业，本机的密钥不能为它签名，登记了也送不出去；请由林业登记，或看 liandong whoami
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]],
    );
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
    district.office.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
办公室代录 1 件：leads/2025/linye/001
3 次提交都核验通过，到 [ID]

"#]],
    );
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
    assert_whole(
        &told,
        str![[r#"
已登记 密钥 公安（keys/gongan.toml）
1 次提交在那之后用这把密钥签名，请逐件核实：
  [ID] 2025-11-25 线索 2025-公安-002：登记一条线索

"#]],
    );
    district.office.ok(&["sync"]);
    let verified = district.office.ok(&["verify"]);
    assert_whole(
        &verified,
        str![[r#"
改动机制、设置、人员密钥等 4 件：keys/anweiban、mechanism、keys/gongan
密钥失密后签名、须逐件核实 1 件：[ID]
5 次提交都核验通过，到 [ID]

"#]],
    );
    police.lead("停用之后");
    let refused = police.fails(&["sync"], 1);
    assert_whole(
        &refused,
        str![[r#"
本机登记的有核验不过的，别人不会接收，没有送出：
 提交        文件  问题
 [ID]        gongan（虚构）的密钥当时已停用或还没有启用
 [ID]        gongan（虚构）的密钥当时已停用或还没有启用
下一步：密钥没有登记的，把加入申请交办公室；其余的改正后再送

"#]],
    );
}

#[test]
fn what_stands_against_it_has_its_own_words() {
    let district = District::plain();
    let office = &district.office;
    let at = |address: &str| office.git(&["remote", "set-url", "origin", address]);
    at("/nowhere/at/all.git");
    office.fails_with(&["sync", "/nowhere/at/all.git"], 2, str![[r#"
未能完成：共享文件夹 /nowhere/at/all.git 现在不在：多半是共享盘没有连上，或 U 盘没有插上；本机登记的没有丢失，接上以后再运行 liandong sync；确实搬了家，先运行 git remote set-url origin 新地址

"#]]);
    // A port that nobody can have.
    at("http://127.0.0.1:0/x.git");
    office.fails_with(
        &["sync"],
        2,
        str![[r#"
未能完成：连不上共享地址；本机登记的没有丢失，网络恢复后再运行一次（[GIT]）

"#]],
    );
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
    assert_whole(
        &refused,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        历史不是接着已知的往下走：被强制推送、退回到旧的，或合并时颠倒了主次

"#]],
    );
    office.fails_with(
        &["clone", "/nowhere", "x"],
        2,
        str![[r#"
未能完成：没有文件夹 /nowhere；请核对路径，看共享盘或 U 盘接上了没有；还没有共享处的，由办公室在台账文件夹里运行 liandong share /nowhere

"#]],
    );
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
    assert_whole(
        &told,
        str![[r#"
本机登记的有核验不过的，别人不会接收，没有送出：
 提交        文件                        问题
 [ID]  leads/2025/yingji/001.toml  由公安甲（虚构）的密钥签名，而文件归应急
下一步：归别的单位的，本机的密钥签了也不算：运行 git reset [ID]（文件不动），把那些文件移出文件夹、交给所属单位登记，再依次运行 liandong sync、liandong commit、liandong sync

"#]],
    );
    let reset = told.split("运行 ").nth(1).expect("a command").split('（').next().expect("words").to_owned();
    let words: Vec<&str> = reset.split(' ').collect();
    assert_eq!(words[..2], ["git", "reset"], "{told}");
    police.git(&words[1..]);
    std::fs::remove_file(police.folder.join("leads/2025/yingji/001.toml")).expect("handed over");
    follow(&police, &told);
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
5 次提交都核验通过，到 [ID]

"#]],
    );
    assert_eq!(police.head(), district.tip());
    police.says(
        &["list", "线索"],
        str![[r#"
 编号                收到日期    标题
 线索 2025-公安-001  2025-11-20  本单位的，登记以后送（虚构）
 线索 2025-公安-002  2025-11-20  此后的（虚构）

共 2 条

"#]],
    );
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
    assert_whole(
        &told,
        str![[r#"
未能完成：共享文件夹 [TEMP]/hub.git 现在不在：多半是共享盘没有连上，或 U 盘没有插上；本机登记的没有丢失，接上以后再运行 liandong sync；确实搬了家，先运行 git remote set-url origin 新地址

"#]],
    );
    assert!(told.contains(&format!("共享文件夹 {hub} 现在不在")), "{told}");
    assert!(!told.contains("git init"), "what is away is not made anew: {told}");
    std::fs::rename(&away, &hub).expect("movable");
    district.office.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
    // Not there yet: the command that is printed makes it, whatever it is called.
    let fresh = District::plain();
    fresh.office.git(&["remote", "remove", "origin"]);
    for name in ["new.git", "共享 盘/it's new.git"] {
        let there = fresh.top.path().join(name);
        let address = there.to_string_lossy().into_owned();
        let told = fresh.office.fails(&["sync", &address], 2);
        let command = told.split("里运行 ").nth(1).expect("a command").trim_end().to_owned();
        assert!(told.contains("没有文件夹") && command.starts_with("liandong share "), "{told}");
        std::fs::create_dir_all(&there).expect("a folder");
        let told = fresh.office.fails(&["sync", &address], 2);
        assert!(told.contains("没有 git 仓库") && told.contains(&command), "{told}");
        let command = command.replacen("liandong", &shell_words::quote(LIANDONG), 1);
        assert!(fresh.office.program("sh").args(["-c", &command]).status().expect("sh").success(), "{command}");
        fresh.office.ok(&["sync"]);
        fresh.office.git(&["remote", "remove", "origin"]);
    }
}

/// The requests of several units lie in one folder: each is admitted by a filing of its own, and one that is none keeps no other out.
#[test]
fn requests_of_a_folder_are_admitted_one_by_one() {
    let district = District::trusted();
    let folder = district.top.path().join("申请");
    std::fs::create_dir(&folder).expect("a folder");
    district.office.fails_with(
        &["key", "add", &folder.to_string_lossy()],
        2,
        str![[r#"
未能完成：文件夹 [TEMP]/申请 里没有加入申请（.toml）；请核对申请放在哪里

"#]],
    );
    for (home, unit) in [("gongan", "公安"), ("linye", "林业")] {
        let person = district.reader(home);
        let request = folder.join(format!("{home}.toml")).to_string_lossy().into_owned();
        person.ok(&["join", "--unit", unit, "--name", &format!("{home}（虚构）"), "--out", &request]);
    }
    std::fs::write(folder.join("a.toml"), "x = 1").expect("written");
    std::fs::write(folder.join("说明.txt"), "不是申请").expect("written");
    let before = district.office.commits();
    let told = district.office.fails(&["key", "add", &folder.to_string_lossy()], 2);
    assert_whole(
        &told,
        str![[r#"
已登记 密钥 公安（keys/gongan.toml）
下一步：这把密钥的用途是联络员（要改用 --role）。与公安 gongan（虚构） 打电话核对用途和指纹 SHA256:[KEY]，再用 liandong sync 送出
已登记 密钥 林业（keys/linye.toml）
下一步：这把密钥的用途是联络员（要改用 --role）。与林业 linye（虚构） 打电话核对用途和指纹 SHA256:[KEY]，再用 liandong sync 送出
[TEMP]/申请/a.toml
未能完成：[TEMP]/申请/a.toml 不是加入申请；请申请人用 liandong join 重新写一份

"#]],
    );
    // Each fingerprint is told, to be compared by telephone.
    assert_eq!(told.matches("SHA256:").count(), 2, "{told}");
    assert_eq!(district.office.commits(), before + 2);
    let keys = district.office.ok(&["key", "list"]);
    assert_whole(
        &keys,
        str![[r#"
 单位      姓名            用途            起          止  编号  指纹
 区安委办  办甲（虚构）    联络员、办公室  2025-11-25            SHA256:[KEY]
 公安      gongan（虚构）  联络员          2025-11-25            SHA256:[KEY]
 林业      linye（虚构）   联络员          2025-11-25            SHA256:[KEY]

"#]],
    );
    let ask = folder.join("ask.toml").to_string_lossy().into_owned();
    district.office.fails_with(
        &["key", "add", &folder.to_string_lossy(), "--ask", &ask],
        2,
        str![[r#"
未能完成：--ask 一次只写一份申请

"#]],
    );
}
