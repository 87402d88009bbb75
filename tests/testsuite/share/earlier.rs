//! Registers that were made before registers had names (`tests/earlier/make.sh` says how): they verify, are shared, and go on.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::str;

use super::district::{District, follow, git_in, someone};
use super::scene::LEAD;
use crate::support::{Person, assert_whole, home, said};

const REGISTERS: [&str; 3] = ["criss-cross", "old-dates", "amended-in-merge"];

fn earlier(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/earlier").join(file)
}

/// A district that works in one of these registers: the office and the police, each with the key of then.
struct EarlierDistrict {
    district: District,
    police: Person,
}

impl EarlierDistrict {
    fn new(register: &str) -> Self {
        let top = home();
        let bundle = earlier(&format!("{register}.bundle")).to_string_lossy().into_owned();
        git_in(top.path(), &["clone", "-q", "--bare", "-b", "main", &bundle, "hub.git"]);
        let (office, police) = (someone(top.path(), "office"), someone(top.path(), "gongan"));
        let district = District { top, office };
        district.office.command(&["hook", "install", &district.hub()]).output().expect("runs");
        for (person, name) in [(&district.office, "office"), (&police, "gongan")] {
            person.ok(&["clone", &district.hub(), "register"]);
            let key = person.home.join("key");
            fs::copy(earlier(&format!("{name}.key")), &key).expect("a key");
            fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("private");
            for (setting, value) in
                [("gpg.format", "ssh"), ("commit.gpgsign", "true"), ("user.signingkey", &key.to_string_lossy())]
            {
                person.git(&["config", setting, value]);
            }
        }
        district.office.git(&["config", "liandong.unit", "anweiban"]);
        police.git(&["config", "liandong.unit", "gongan"]);
        Self { district, police }
    }

    /// Both file, and both have what the other filed.
    fn go_on(&self, title: &str) {
        let Self { district: District { office, .. }, police } = self;
        office.lead(&format!("{title}甲"));
        police.lead(&format!("{title}乙"));
        office.ok(&["sync"]);
        police.ok(&["sync"]);
        office.ok(&["sync"]);
        assert_eq!(office.head(), police.head());
        assert!(office.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn they_verify_and_go_on() {
    for register in REGISTERS {
        let earlier = EarlierDistrict::new(register);
        for person in [&earlier.district.office, &earlier.police] {
            let told = person.ok(&["verify"]);
            assert!(told.contains("核验通过"), "{register}: {told}");
        }
        earlier.go_on("照旧");
    }
}

#[test]
fn they_are_named_and_go_on() {
    for register in REGISTERS {
        let earlier = EarlierDistrict::new(register);
        let EarlierDistrict { district, police } = &earlier;
        let office = &district.office;
        // Each who writes is told once, the office how.
        let told = office.lead("之前");
        assert!(told.contains("liandong trust upgrade") && !told.contains("请办公室用"), "{told}");
        let told = police.lead("之前") + &police.ok(&["sync"]);
        assert_eq!(told.matches("请办公室用 liandong trust upgrade").count(), 2, "{told}");
        let told = office.ok(&["verify"]);
        assert!(told.contains("按早先的规则接受") && told.contains("核验通过"), "{told}");
        let refused = police.fails(&["trust", "upgrade"], 2);
        assert!(refused.contains("区安委办"), "{refused}");
        // No consent could be bound to a register without a name.
        assert!(office.refused(&["trust", "recovery", "new"]).contains("先用 liandong trust upgrade"));
        let evil = office.read("keys/anweiban.toml");
        office.write("keys/anweiban.toml", &format!("threshold = 2\n{evil}"));
        assert!(office.refused(&["commit"]).contains("不足两个人"));
        office.write("keys/anweiban.toml", &evil);
        // Filed before the name arrives, sent after it.
        office.ok(&["sync"]);
        police.lead("未及送出");
        let told = office.ok(&["trust", "upgrade"]);
        assert!(!told.contains("还没有标识"), "{told}");
        assert!(office.ok(&["trust", "upgrade"]).contains("不需要升级"));
        office.ok(&["trust", "recovery", "new"]);
        office.ok(&["sync"]);
        let told = police.ok(&["sync"]);
        assert!(told.contains("恢复密钥换为 SHA256:"), "{told}");
        assert!(told.contains("台账有了标识") && told.contains("送出 1 次登记"), "{told}");
        assert!(!police.ok(&["sync"]).contains("还没有标识"));
        office.ok(&["sync"]);
        let late = police.ok(&["verify"]);
        assert!(late.contains("按早先的规则接受") && late.contains("核验通过"), "{late}");
        // From here on a commit without it is refused.
        police.write("leads/2025/gongan/099.toml", LEAD);
        police.git(&["add", "-A"]);
        police.git(&["commit", "-qm", "手工（虚构）"]);
        assert!(police.fails(&["sync"], 1).contains("没有写明是为哪个台账签的"));
        let before = police.git(&["rev-parse", "--short", "HEAD~1"]);
        police.git(&["reset", "-q", before.trim()]);
        police.ok(&["commit"]);
        earlier.go_on("之后");
        // Whoever comes for the first time verifies all of it.
        let reader = district.reader("reader");
        assert!(reader.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn a_line_from_before_the_name_is_late_after_ninety_days() {
    for (now, late) in [("2026-02-23T09:30:00+08:00", false), ("2026-02-24T09:30:00+08:00", true)] {
        let EarlierDistrict { mut district, mut police } = EarlierDistrict::new("criss-cross");
        police.lead("未及送出");
        district.office.ok(&["trust", "upgrade"]);
        district.office.ok(&["sync"]);
        now.clone_into(&mut district.office.now);
        now.clone_into(&mut police.now);
        // The day is that of the line where it arrives, whatever the side says of itself.
        let told = police.run(&["sync"]);
        let words = said(&told);
        assert_eq!(told.status.code(), Some(i32::from(late)), "{words}");
        assert_eq!(words.contains("已满 90 天"), late, "{words}");
        if late {
            let commit = words.split("git reset ").nth(1).and_then(|rest| rest.split('（').next()).expect("a commit");
            police.git(&["reset", "-q", commit]);
            police.ok(&["sync"]);
            police.ok(&["commit"]);
            police.ok(&["sync"]);
        }
        district.office.ok(&["sync"]);
        assert_eq!(district.office.head(), police.head());
        assert!(police.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn two_that_name_it_at_once_end_with_one_name() {
    let EarlierDistrict { district, .. } = EarlierDistrict::new("old-dates");
    let office = &district.office;
    let second = office.in_folder(office.home.join("second"));
    office.command(&["clone", &district.hub(), "second"]).current_dir(&office.home).output().expect("runs");
    for (key, value) in [("gpg.format", "ssh"), ("commit.gpgsign", "true"), ("liandong.unit", "anweiban")] {
        second.git(&["config", key, value]);
    }
    second.git(&["config", "user.signingkey", &office.home.join("key").to_string_lossy()]);
    let third = office.in_folder(office.home.join("third"));
    assert!(std::process::Command::new("cp").arg("-a").args([&second.folder, &third.folder]).status().expect("runs").success());
    third.ok(&["sync", &district.hub()]);
    // Both before either has sent it: nobody could know.
    office.ok(&["trust", "upgrade"]);
    second.ok(&["trust", "upgrade"]);
    second.lead("登记在后");
    office.ok(&["sync"]);
    // Who comes later is told to synchronise, and so is whoever reaches nobody.
    let refused = third.fails(&["trust", "upgrade"], 2);
    assert_whole(
        &refused,
        str![[r#"
未能完成：共享的台账里有本机还没有取回的登记，办公室的另一台电脑可能已经办过；没有写入，先运行 liandong sync，再运行一次

"#]],
    );
    let away = format!("{}-away", district.hub());
    fs::rename(district.hub(), &away).expect("moved");
    let refused = third.fails(&["trust", "upgrade"], 2);
    assert_whole(
        &refused,
        str![[r#"
未能完成：没有写入：先要问过共享的台账，免得办公室两台电脑各办一次、从此各签各的（共享文件夹 [TEMP]/hub.git 现在不在：多半是共享盘没有连上，或 U 盘没有插上；本机登记的没有丢失，接上以后再运行 liandong sync；确实搬了家，先运行 git remote set-url origin 新地址）

"#]],
    );
    fs::rename(&away, district.hub()).expect("moved back");
    third.assert_clean();
    // The second name cannot be chosen; the way out is named, runs as printed and loses nothing.
    let before = second.head();
    let told = said(&second.run(&["sync"]));
    assert_whole(
        &told,
        str![[r#"
双方都改了这些文件，没有送出，两边的都还在：
  mechanism.toml：台账已有标识，以共享的为准；本机另写的一个不能选用，为它签的也没有人接收。请依次运行 git reset [ID]（文件不动）、git stash push -u -- mechanism.toml keys（收起）、liandong sync、liandong commit、liandong sync

"#]],
    );
    assert_eq!(second.head(), before);
    let shown = said(&second.run(&["resolve", "mechanism.toml", "--take", "ours"]));
    assert_whole(
        &shown,
        str![[r#"
mechanism.toml：台账已有标识，以共享的为准；本机另写的一个不能选用，为它签的也没有人接收。请依次运行 git reset [ID]（文件不动）、git stash push -u -- mechanism.toml keys（收起）、liandong sync、liandong commit、liandong sync

"#]],
    );
    follow(&second, &told);
    office.ok(&["sync"]);
    assert_eq!(office.head(), second.head());
    assert!(
        office.read("leads/2025/anweiban/003.toml").contains("登记在后") || office.ok(&["list", "线索"]).contains("登记在后")
    );
    second.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、keys/gongan、mechanism
没有写明台账标识、按早先的规则接受 7 件：[ID]、[ID]、[ID]、[ID]、[ID]……
9 次提交都核验通过，到 [ID]

"#]],
    );
}

/// What comes in a file after ninety days is filed anew by a colleague, who names who had filed it; what is another unit's stays away.
#[test]
fn what_comes_late_in_a_file_is_filed_anew() {
    let EarlierDistrict { mut district, police } = EarlierDistrict::new("criss-cross");
    police.lead("未及送出");
    police.lead("也未送出");
    let file = police.home.join("late.bundle").to_string_lossy().into_owned();
    police.ok(&["pack", &file]);
    let tip = police.git(&["rev-parse", "--short=10", "HEAD"]);
    // In time it is joined as it is.
    district.office.ok(&["trust", "upgrade"]);
    district.office.ok(&["sync"]);
    let (colleague, forest) = (district.member("gongan2", "公安"), district.member("linye", "林业"));
    let later = |person: Person| Person { now: "2026-02-24T09:30:00+08:00".to_owned(), ..person };
    let (colleague, forest) = (later(colleague), later(forest));
    district.office = later(district.office);
    colleague.ok(&["sync"]);
    let refused = colleague.fails(&["receive", &file], 1);
    assert_whole(
        &refused,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        没有写明是为哪个台账签的，而台账启用标识已满 90 天，不再接收这样的旧提交；用文件送来的，由本单位用 liandong receive 文件 --refile 重新登记
 [ID]        没有写明是为哪个台账签的，而台账启用标识已满 90 天，不再接收这样的旧提交；用文件送来的，由本单位用 liandong receive 文件 --refile 重新登记

"#]],
    );
    let shown = forest.ok(&["receive", &file, "--refile"]);
    assert_whole(
        &shown,
        str![[r#"
没有归本单位、还没有登记的
没有重新登记的：
  leads/2025/gongan/003.toml：归公安，由公安自己重新登记
  leads/2025/gongan/004.toml：归公安，由公安自己重新登记

"#]],
    );
    assert!(said(&forest.run(&["receive", &file, "--refile"])).contains("归公安"));
    let before = colleague.head();
    // To look first is to verify, which joins what can be joined: there is no trying it out.
    colleague.refused_with(
        &["receive", &file, "--refile", "--dry-run"],
        str![[r#"
未能完成：不认识参数 --dry-run
用法见 liandong help receive

"#]],
    );
    assert_eq!(colleague.head(), before);
    let told = colleague.ok(&["receive", &file, "--refile"]);
    assert_whole(
        &told,
        str![[r#"
已登记 线索 2025-公安-003（leads/2025/gongan/003.toml）
已登记 线索 2025-公安-004（leads/2025/gongan/004.toml）
须对照全部台账才能判断的规则见 liandong check：F26
下一步：用 liandong sync 送出
台账为第 1 版格式：各项义务以哪些记录为落实，按程序所附文本认定；请办公室运行 liandong upgrade --as 区安委办，看过后写入台账

"#]],
    );
    let says = colleague.git(&["log", "-1", "--format=%s"]);
    assert_whole(
        &says,
        str![[r#"
线索 2025-公安-003等 2 份记录：逾期送达，重新登记（原登记人：gongan（虚构），至提交 [ID]）

"#]],
    );
    assert!(says.contains(tip.trim()), "{says}");
    colleague.says(
        &["receive", &file, "--refile"],
        str![[r#"
没有归本单位、还没有登记的

"#]],
    );
    colleague.ok(&["sync"]);
    colleague.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 5 件：keys/anweiban、keys/gongan、mechanism、keys/linye
没有写明台账标识、按早先的规则接受 10 件：[ID]、[ID]、[ID]、[ID]、[ID]……
14 次提交都核验通过，到 [ID]

"#]],
    );
    district.office.ok(&["sync"]);
    district.office.says(
        &["list", "线索"],
        str![[r#"
 编号                    收到日期    标题
 线索 2025-区安委办-001  2025-03-04  同日（虚构）
 线索 2025-区安委办-002  2025-03-05  又一（虚构）
 线索 2025-公安-001      2025-03-04  先到（虚构）
 线索 2025-公安-002      2025-03-05  旁支（虚构）
 线索 2025-公安-003      2025-11-20  未及送出（虚构）
 线索 2025-公安-004      2025-11-20  也未送出（虚构）

共 6 条

"#]],
    );
    colleague.assert_clean();
    forest.assert_clean();
}
