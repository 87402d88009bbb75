//! A register in a folder of a repository that holds something else as well: a README, a CI.

use std::fs;

use crate::support::{Person, Register, assert_whole, clean, copy_folder, said};
use serde_json::Value;
use snapbox::str;

const ORDER: &str = "hazards/2025/yingji/002.toml";

/// A repository with a README, and in `data` the invented year.
struct Mixed {
    register: Register,
    /// The same person, in the register's folder.
    below: Person,
}

impl Mixed {
    fn new() -> Self {
        let register = Register::of_example();
        for file in fs::read_dir(&register.folder).expect("a folder").flatten().filter(|file| file.file_name() != ".git") {
            let path = file.path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
        }
        copy_folder(&clean(), &register.folder.join("data"));
        register.write("README.md", "# 一份台账（虚构）\n");
        register.write(".github/workflows/check.yml", "on: push\n");
        register.git(&["add", "-A"]);
        register.git(&["commit", "-qm", "移入 data（虚构）"]);
        let below = register.in_folder(register.folder.join("data"));
        Self { register, below }
    }

    fn file(&self, title: &str) -> String {
        let lead = ["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", title];
        self.below.ok(&lead)
    }
}

/// Another clone of the same repository, by git.
fn clone_of(mixed: &Mixed, there: &str, name: &str) -> Person {
    let other = mixed.register.in_folder(mixed.register.home.join(name));
    mixed.register.git(&["clone", "-q", there, &other.folder.to_string_lossy()]);
    let below = other.in_folder(other.folder.join("data"));
    below.ok(&["sync", there]);
    below
}

fn shared(mixed: &Mixed) -> String {
    let there = mixed.register.home.join("hub.git").to_string_lossy().into_owned();
    mixed.register.git(&["init", "-q", "--bare", "-b", "main", &there]);
    mixed.below.ok(&["sync", &there]);
    there
}

#[test]
fn history_and_the_three_states_are_told() {
    let mixed = Mixed::new();
    mixed.file("夜间爆破（虚构）");
    let told = mixed.below.ok(&["history", "notices/2025/gongan/001"]);
    assert_whole(
        &told,
        str![[r#"
通报 2025-公安-001

2026-01-05 09:00  登记员（虚构）  移入 data（虚构）（[ID]）
  通报内容：4
  标题：关于2025年民用爆炸物品监管情况的通报（虚构）
  正文：全年检查爆破作业单位6次，监督退库1次，问题1项已办结。
  印发日期：2025-11-26
  文种：通报
  发文字号：云公分〔2025〕40号
  主送 1·单位：应急
  主送 2·单位：自然资源
  主送 3·单位：发改
  主送 4·单位：工信
  主送 5·单位：生态环境
  主送 6·单位：人社
  主送 7·单位：住建
  主送 8·单位：消防
  主送 9·单位：农水
  主送 10·单位：林业
  审核·审核人：刘某甲
  审核·职务：分管负责人
  审核·审核日期：2025-11-25
  审核·审核方式：办公系统
  审核·凭据：签批单（虚构）
  审核·信息共享·共享内容：全文
  审核·信息共享·共享方式：书面印发各成员单位
  职责依据：1.4.1、1.4.2
  公开属性：公开

"#]],
    );
    let told = mixed.below.ok(&["history", "leads/2025/gongan/001"]);
    assert_whole(
        &told,
        str![[r#"
线索 2025-公安-001

2026-01-05 09:00  登记员（虚构）  线索 2025-公安-001：登记一条线索（[ID]）
  收到日期：2025-12-01
  来源渠道：举报电话
  标题：夜间爆破（虚构）

"#]],
    );
    let told = mixed.below.ok(&["diff", "--since", "HEAD~1"]);
    assert!(told.contains("leads/2025/gongan/001") && !told.contains("README"), "{told}");
    let text = mixed.below.read(ORDER);
    mixed.below.write(ORDER, &format!("{text}\n# 手记（虚构）\n"));
    mixed.register.write("README.md", "# 改过（虚构）\n");
    fs::remove_file(mixed.below.folder.join("upward/2025/anweiban/003.toml")).expect("deleted");
    for (place, args) in [
        (&mixed.below, &["check", "--year", "2025"][..]),
        (&mixed.below, &["verify"]),
        (&*mixed.register, &["check", "--year", "2025"]),
    ] {
        let told = said(&place.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{ORDER}；")), "{args:?}: {told}");
        assert!(told.contains("不在文件夹里：upward/2025/anweiban/003.toml"), "{args:?}: {told}");
        assert!(!told.contains("README"), "{args:?}: {told}");
    }
}

#[test]
fn places_for_hosts_of_code_begin_at_the_top() {
    let mixed = Mixed::new();
    mixed.below.write("hazards/2025/yingji/002 (1).toml", "x = 1\n");
    for place in [&mixed.below, &*mixed.register] {
        let done = place.run(&["check", "--year", "2025", "--format", "sarif"]);
        let sarif: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        let uris: Vec<&str> = results
            .iter()
            .filter_map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
            .collect();
        assert!(!uris.is_empty() && uris.iter().all(|uri| uri.starts_with("data/")), "{uris:?}");
        assert!(uris.contains(&"data/hazards/2025/yingji/002%20%281%29.toml"), "{uris:?}");
        let told = said(&place.run(&["check", "--year", "2025", "--format", "github"]));
        assert!(told.contains("file=data/hazards/2025/yingji/002 (1).toml"), "{told}");
    }
}

#[test]
fn two_clones_end_equal_and_lose_nothing_beside_the_register() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    // Each files, and each changes something beside the register.
    mixed.file("夜间爆破（虚构）");
    mixed.register.write("README.md", "# 主线（虚构）\n");
    mixed.register.git(&["commit", "-qam", "README（虚构）"]);
    let lead = ["lead", "new", "--as", "应急", "--received", "2025-12-02", "--channel", "巡查发现", "--title", "越界（虚构）"];
    other.ok(&lead);
    fs::write(other.folder.with_file_name("notes.txt"), "支线（虚构）\n").expect("written");
    other.git(&["add", "../notes.txt"]);
    other.git(&["commit", "-qm", "notes（虚构）"]);
    // A README is no filing.
    assert!(said(&mixed.below.run(&["check", "--year", "2025"])).contains("有 1 次登记还没有送出"));
    mixed.below.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
    other.ok(&["sync"]);
    mixed.below.ok(&["sync"]);
    assert_eq!(mixed.register.head(), other.head());
    for person in [&mixed.below, &other] {
        person.assert_clean();
        let top = person.folder.parent().expect("a top");
        assert_eq!(fs::read_to_string(top.join("README.md")).expect("there"), "# 主线（虚构）\n");
        assert_eq!(fs::read_to_string(top.join("notes.txt")).expect("there"), "支线（虚构）\n");
        assert!(person.read("leads/2025/gongan/001.toml").contains("夜间爆破"));
        assert!(person.ok(&["list", "线索"]).contains("越界"));
    }
}

#[test]
fn what_both_changed_beside_the_register_is_for_people() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    for (person, words) in [(&mixed.below, "甲"), (&other, "乙")] {
        fs::write(person.folder.with_file_name("README.md"), words).expect("written");
        person.git(&["commit", "-qam", "README（虚构）"]);
    }
    mixed.below.ok(&["sync"]);
    let told = other.refused(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账以外的 README.md 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    // A folder on one side where the other has a file is the same.
    other.git(&["reset", "-q", "--hard", "origin/main"]);
    fs::write(mixed.register.folder.join("notes"), "文件（虚构）\n").expect("written");
    fs::create_dir(other.folder.with_file_name("notes")).expect("a folder");
    fs::write(other.folder.with_file_name("notes").join("a"), "夹里（虚构）\n").expect("written");
    for (person, path) in [(&*mixed.register, "notes"), (&other, "../notes/a")] {
        person.git(&["add", path]);
        person.git(&["commit", "-qm", "notes（虚构）"]);
    }
    mixed.below.ok(&["sync"]);
    other.refused_with(
        &["sync"],
        str![[r#"
未能完成：台账以外的 notes/a 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    // And what git alone takes as what it is.
    other.git(&["reset", "-q", "--hard", "HEAD~1"]);
    mixed.register.git(&["update-index", "--chmod=+x", "README.md"]);
    mixed.register.git(&["commit", "-qm", "可执行（虚构）"]);
    mixed.register.git(&["push", "-q", "origin", "main"]);
    other.refused_with(
        &["sync"],
        str![[r#"
未能完成：台账以外的 README.md 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    other.git(&["pull", "-q", "--no-rebase"]);
    other.ok(&["sync"]);
}

#[test]
fn what_is_not_committed_beside_the_register_stays_with_its_maker() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    fs::write(other.folder.with_file_name("README.md"), "改到一半（虚构）\n").expect("written");
    mixed.register.write("README.md", "# 主线（虚构）\n");
    mixed.register.git(&["commit", "-qam", "README（虚构）"]);
    mixed.below.ok(&["sync"]);
    let told = other.refused(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：README.md 与已登记的内容不同（手工改过，或别处已改），没有登记；请先用 liandong commit 提交，或还原（git restore README.md）

"#]],
    );
}

#[test]
fn a_register_that_was_never_committed_there_says_so() {
    let mixed = Mixed::new();
    mixed.register.git(&["rm", "-rq", "--cached", "data"]);
    mixed.register.git(&["commit", "-qm", "拿出 data（虚构）"]);
    let told = said(&mixed.below.run(&["check", "--year", "2025"]));
    assert!(told.contains("还没有提交过"), "{told}");
    let told = mixed.below.fails(&["check", "--rev", "HEAD"], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：读不出提交“HEAD”：版本“HEAD”里没有文件夹 data

"#]],
    );
    mixed.below.fails_with(
        &["sync", "/nowhere.git"],
        2,
        str![[r#"
未能完成：台账还没有提交过：mechanism.toml 等 114 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账

"#]],
    );
}

#[test]
fn signatures_are_not_turned_on_there_and_the_cause_is_told() {
    let mixed = Mixed::new();
    mixed.below.ok(&["join", "--unit", "区安委办", "--name", "甲（虚构）"]);
    let told = mixed.below.refused(&["trust", "on", "--as", "区安委办"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账不在 git 仓库的最上层，不能启用签名：改仓库里其他文件的人没有台账的密钥，他们的提交无从核验；请把台账单独建成一个仓库

"#]],
    );
    // A signed register that somebody put there is neither sent nor called verified.
    let other = Register::of_example();
    other.ok(&["join", "--unit", "区安委办", "--name", "甲（虚构）"]);
    other.ok(&["trust", "on", "--as", "区安委办"]);
    for name in ["keys", "mechanism.toml"] {
        let (from, to) = (other.folder.join(name), mixed.below.folder.join(name));
        if from.is_dir() { copy_folder(&from, &to) } else { fs::copy(from, to).map(drop).expect("copied") }
    }
    mixed.register.git(&["add", "-A"]);
    mixed.register.git(&["-c", "commit.gpgsign=false", "commit", "-qm", "搬来（虚构）"]);
    for args in [&["verify"][..], &["sync", "/nowhere.git"]] {
        assert!(mixed.below.fails(args, 2).contains("不在 git 仓库的最上层"), "{args:?}");
    }
}

/// The gate looks at the top of a shared repository: where the register does not lie there, it would refuse everything.
#[test]
fn no_gate_is_put_up_before_a_register_below_the_top() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    mixed.below.fails_with(
        &["hook", "install", &there],
        2,
        str![[r#"
未能完成：[TEMP]/hub.git 里的台账不在最上层，关口只看最上层的台账，没有装；可以不装关口，或另建一个只放台账的仓库

"#]],
    );
    mixed.file("之后");
    mixed.below.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
}

/// What only reads finds the register from the top; what files into it says how.
#[test]
fn from_the_top_what_files_says_where_the_register_is() {
    let mixed = Mixed::new();
    let sub = mixed.register.in_folder(mixed.register.folder.join("docs/更深"));
    fs::create_dir_all(&sub.folder).expect("a folder");
    let lead = ["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", "题（虚构）"];
    for (person, data) in [(&*mixed.register, "data"), (&sub, "../../data")] {
        for args in [&lead[..], &["fmt"], &["sync"]] {
            let told = person.fails(args, 2);
            assert!(told.contains(&format!("请 cd {data}，或加 --data {data}")), "{args:?}: {told}");
        }
        // As it is said.
        person.ok(&[&lead[..], &["--data", data]].concat());
    }
    assert_eq!(mixed.below.ok(&["list", "线索", "--where", "title=题（虚构）", "--count"]).trim(), "2");
}

#[test]
fn a_clone_of_a_register_below_the_top_says_how_it_is_fetched() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = mixed.register.in_folder(mixed.register.home.clone());
    let told = other.fails(&["clone", &there, "副本"], 2);
    assert!(told.contains(&format!("git clone {there}，")) && told.contains(&format!("data 里 liandong sync {there}")), "{told}");
    assert!(!other.folder.join("副本").exists());
    // As it is said.
    other.git(&["clone", "-q", &there]);
    let below = other.in_folder(other.folder.join("hub/data"));
    below.ok(&["sync", &there]);
    below.says(
        &["list", "线索"],
        str![[r#"
 编号                    收到日期    重要情形            矿山              标题                          承办单位  核查结果
 线索 2025-自然资源-001  2025-03-04  被举报涉嫌越界开采  大山石场（虚构）  反映石场涉嫌越界开采（虚构）  自然资源  有

共 1 条

"#]],
    );
}
