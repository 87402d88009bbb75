//! The key on paper: it gives the office another key when all are lost, does nothing else, and goes only by its own word.

use std::io::Write as _;
use std::process::{Output, Stdio};

use liandong::trust::RecoveryKey;
use snapbox::str;

use super::district::District;
use super::hands::{TwoHands, statement, write_consent};
use super::scene::{LEAD, Scene, commit};
use crate::support::{Person, assert_whole, said};

const KEYS: &str = "keys/anweiban.toml";

impl Person {
    /// Runs a command that reads what is typed.
    fn types(&self, args: &[&str], typed: &str) -> Output {
        let mut command = self.command(args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
        child.stdin.take().expect("a pipe").write_all(typed.as_bytes()).expect("typed");
        child.wait_with_output().expect("runs")
    }

    fn types_ok(&self, args: &[&str], typed: &str) -> String {
        let done = self.types(args, typed);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        said(&done)
    }
}

/// The groups that were shown.
fn paper(told: &str) -> String {
    let groups: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    let groups = groups.join(" ");
    assert_eq!(groups.split(' ').count(), 13, "{told}");
    groups
}

/// A district in which trust was turned on just now, and the key on paper.
fn fresh() -> (District, String) {
    let district = District::plain();
    district.office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
    let paper = paper(&district.office.ok(&["trust", "on"]));
    district.office.ok(&["hook", "install", &district.hub()]);
    district.office.ok(&["sync"]);
    (district, paper)
}

/// Somebody of the office with a new computer.
fn newcomer(district: &District, home: &str) -> Person {
    let person = district.reader(home);
    let request = person.home.join("r.toml").to_string_lossy().into_owned();
    person.ok(&["join", "--unit", "区安委办", "--name", &format!("{home}（虚构）"), "--out", &request]);
    person
}

#[test]
fn it_gives_the_office_another_key_and_ends_all_others() {
    let (district, paper) = fresh();
    let police = district.member("gongan", "公安");
    district.member("office2", "区安委办");
    let new = newcomer(&district, "office3");
    new.says(
        &["trust", "show"],
        str![[r#"
台账的起点：[ID]
办公室密钥：SHA256:[KEY]
台账标识：[ID]
恢复密钥：SHA256:[KEY]
改动密钥须办公室 1 人同意
请各单位取用台账后打电话核对以上各行

"#]],
    );
    // A slip is found, with its group; another's paper is none; nothing is filed.
    let mut groups: Vec<String> = paper.split(' ').map(str::to_owned).collect();
    groups.swap(3, 7);
    let told = said(&new.types(&["trust", "recovery", "use"], &groups.join(" ")));
    assert_whole(
        &told,
        str![[r#"
未能完成：恢复密钥第 4、8 组有错，请对照纸上的这几组

"#]],
    );
    let other = RecoveryKey::draw().groups().join(" ");
    assert!(said(&new.types(&["trust", "recovery", "use"], &other)).contains("不是这个台账现在的恢复密钥"));
    assert!(said(&new.types(&["trust", "recovery", "use"], "")).contains("输入了 0 位"));
    assert!(said(&district.office.types(&["trust", "recovery", "use"], &paper)).contains("已登记过的密钥不能用"));
    // Others file meanwhile: it is taken all the same.
    police.lead("其间");
    police.ok(&["sync"]);
    new.types_ok(&["trust", "recovery", "use"], &paper.to_lowercase());
    let told = new.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
送出 1 次登记
取来：
  公安：新 1 件

"#]],
    );
    assert!(new.git(&["log", "-1", "--format=%P"]).trim().contains(' '), "a merge");
    let told = police.ok(&["sync"]);
    for what in
        ["登记区安委办 office3（虚构）的密钥", "办甲（虚构）的密钥到 2025-11-24 为止", "office2（虚构）的密钥到 2025-11-24 为止"]
    {
        assert!(told.contains(what), "{what}: {told}");
    }
    for person in [&police, &new, &district.reader("later")] {
        assert!(person.ok(&["verify"]).contains("核验通过"));
    }
    // The new key is the office's, the old ones are nobody's.
    new.ok(&["key", "retire", "公安/gongan（虚构）"]);
    new.ok(&["sync"]);
    district.office.ok(&["sync"]);
    district.office.refused_with(
        &["key", "retire", "公安/gongan（虚构）"],
        str![[r#"
未能完成：没有在用的密钥“公安/gongan（虚构）”；liandong key list 列出全部

"#]],
    );
    let told = said(&district.office.run(&["mine", "new", "xiaoshan", "--name", "小山石场（虚构）", "--town", "河口街道"]));
    assert_whole(
        &told,
        str![[r#"
未能完成：mines/xiaoshan/base 归区安委办，本机的密钥不能为它签名，登记了也送不出去；请由区安委办登记，或看 liandong whoami
所填内容已存为草稿 mines-1；改好后，同一命令加 --from drafts/mines-1.toml 登记

"#]],
    );
}

#[test]
fn where_two_hands_were_asked_one_is_enough_afterwards() {
    let district = TwoHands::new();
    let office = district.office();
    let request = district.scene.district.top.path().join("r.toml").to_string_lossy().into_owned();
    // Nobody knows the paper of this district; it cannot be exchanged by both hands together.
    let told = said(&office.types(&["trust", "recovery", "new", "--ask", &request], &RecoveryKey::draw().groups().join(" ")));
    assert_whole(
        &told,
        str![[r#"
未能完成：这不是这个台账现在的恢复密钥；可能是换掉的旧的，或别的台账的

"#]],
    );
    let (fresh, paper) = fresh();
    let second = fresh.member("office2", "区安委办");
    fresh.office.ok(&["trust", "threshold", "2", "--ask", &request]);
    second.ok(&["trust", "consent", &request, "--yes"]);
    fresh.office.ok(&["trust", "file", &request]);
    fresh.office.ok(&["sync"]);
    second.ok(&["sync"]);
    // Another key on paper takes its own consent and two hands.
    let told = said(&fresh.office.types(&["trust", "recovery", "new"], &paper));
    assert_whole(
        &told,
        str![[r#"
未能完成：改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记

"#]],
    );
    let told = fresh.office.types_ok(&["trust", "recovery", "new", "--ask", &request], &paper);
    let newer = self::paper(&told);
    let shown = second.ok(&["trust", "consent", &request, "--yes"]);
    assert_whole(
        &shown,
        str![[r#"
请求这样改动：
  恢复密钥换为 SHA256:[KEY]
已同意，写回 [TEMP]/r.toml
下一步：交还给写请求的人，由其运行 liandong trust file [TEMP]/r.toml

"#]],
    );
    fresh.office.ok(&["trust", "file", &request]);
    fresh.office.ok(&["sync"]);
    let new = newcomer(&fresh, "office3");
    assert!(said(&new.types(&["trust", "recovery", "use"], &paper)).contains("不是这个台账现在的恢复密钥"));
    new.types_ok(&["trust", "recovery", "use"], &newer);
    new.ok(&["sync"]);
    new.says(
        &["trust", "show"],
        str![[r#"
台账的起点：[ID]
办公室密钥：SHA256:[KEY]
台账标识：[ID]
恢复密钥：SHA256:[KEY]
改动密钥须办公室 1 人同意
请各单位取用台账后打电话核对以上各行

"#]],
    );
    new.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 6 件：keys/anweiban、mechanism
5 次提交都核验通过，到 [ID]

"#]],
    );
    new.types_ok(&["trust", "recovery", "new"], &newer);
    new.ok(&["sync"]);
}

#[test]
fn it_goes_only_by_its_own_word() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let text = office.read(KEYS);
    let line = text.lines().find(|line| line.starts_with("recovery")).expect("trust on makes one").to_owned() + "\n";
    let other = RecoveryKey::draw().signing().expect("a key");
    for (name, changed, why) in [
        ("gone", text.replace(&line, ""), "没有它自己的同意"),
        ("another", text.replace(&line, &format!("recovery = \"{}\"\n", other.key.line())), "没有它自己的同意"),
        ("spoilt", text.replace("recovery = \"ssh-", "recovery = \"xsh-"), "要是一把公钥"),
    ] {
        let evil = scene.copy(office, name);
        evil.write(KEYS, &changed);
        commit(&evil, "改恢复密钥（虚构）");
        scene.refused(&evil, why);
        // Nor does the other's consent help.
        if name == "another" {
            let evil = scene.copy(office, "by-the-other");
            evil.write(KEYS, &changed);
            write_consent(&evil, &statement(&evil, None).sign(&other).expect("signed"));
            commit(&evil, "改恢复密钥（虚构）");
            scene.refused(&evil, why);
        }
        office.write(KEYS, &changed);
        assert!(office.refused(&["commit"]).contains(why), "{name}");
        office.git(&["restore", KEYS]);
    }
    // The office moves to where there is none.
    let evil = scene.copy(office, "moved");
    evil.write("mechanism.toml", &evil.read("mechanism.toml").replace("office = \"anweiban\"", "office = \"gongan\""));
    evil.write("keys/gongan.toml", &evil.read("keys/gongan.toml").replace("\"liaison\"", "\"liaison\", \"office\""));
    commit(&evil, "机构改革（虚构）");
    scene.refused(&evil, "没有它自己的同意");
}

#[test]
fn it_admits_one_key_and_does_nothing_else() {
    let (district, paper) = fresh();
    let police = district.member("gongan", "公安");
    let watch = district.member("linye", "林业");
    police.ok(&["sync"]);
    district.office.ok(&["sync"]);
    let retired = district.member("retired", "公安");
    let scene = Scene { district, police, retired, watch };
    let recovery = RecoveryKey::read(&paper).expect("the paper").signing().expect("a key");
    let new = newcomer(&scene.district, "office3");
    // What it does by itself, as a file.
    let good = scene.copy(&new, "good");
    good.git(&["config", "liandong.unit", "anweiban"]);
    good.types_ok(&["trust", "recovery", "use"], &paper);
    let text = good.read(KEYS);
    let text = text.split("[[consent]]").next().expect("text").trim_end().to_owned() + "\n";
    let entry = text[text.rfind("[[key]]").expect("a key")..].to_owned();
    let police_keys = scene.police.read("keys/gongan.toml");
    let another = super::hands::signing(&scene.watch).key.line();
    let own = super::hands::signing(&new).key.line();
    for (name, files) in [
        ("two", vec![(KEYS, format!("{text}\n{}", entry.replace(&own, &another)))]),
        ("keeps", vec![(KEYS, text.replacen("until = 2025-11-24\n", "", 1))]),
        ("ends-later", vec![(KEYS, text.replacen("until = 2025-11-24\n", "until = 2025-11-25\n", 1))]),
        ("with-an-end", vec![(KEYS, text.replace(&entry, &format!("{entry}until = 2099-01-01\n")))]),
        ("anothers", vec![(KEYS, text.replace(&own, &another))]),
        ("renames", vec![(KEYS, text.replace("办甲", "办乙"))]),
        ("no-office", vec![(KEYS, text.replace(&entry, &entry.replace("\"office\"", "\"leader\"")))]),
        ("unit", vec![(KEYS, text.clone()), ("keys/gongan.toml", police_keys.replace("liaison", "leader"))]),
        ("record", vec![(KEYS, text.clone()), ("leads/2025/anweiban/009.toml", LEAD.to_owned())]),
        ("hands", vec![(KEYS, format!("threshold = 2\n{text}"))]),
        ("no-recovery", vec![(KEYS, text.replacen("recovery = ", "# ", 1))]),
    ] {
        let evil = scene.copy(&new, name);
        for (file, text) in files {
            evil.write(file, &text);
        }
        write_consent(&evil, &statement(&evil, None).sign(&recovery).expect("signed"));
        commit(&evil, "恢复（虚构）");
        scene.refused(&evil, "没有登记过");
    }
    // Without the consent, with that of another, with that to an earlier commit.
    let strange = RecoveryKey::draw().signing().expect("a key");
    for (name, key, later) in [("none", None, false), ("strange", Some(&strange), false), ("later", Some(&recovery), true)] {
        let evil = scene.copy(&new, name);
        evil.write(KEYS, &text);
        if let Some(key) = key {
            let mut consent = statement(&evil, None).sign(key).expect("signed");
            if later {
                evil.git(&["stash", "-q"]);
                scene.police.lead("其间");
                scene.police.ok(&["sync"]);
                evil.git(&["pull", "-q", "--ff-only", "origin", "main"]);
                evil.git(&["stash", "pop", "-q"]);
            }
            if name == "strange" {
                consent.by = recovery.key.fingerprint().parse().expect("a line");
            }
            write_consent(&evil, &consent);
        }
        commit(&evil, "恢复（虚构）");
        scene.refused(&evil, "没有登记过");
    }
    // A merge by a stranger that brings nothing of the kind.
    let evil = scene.copy(&new, "merge");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.git(&["commit", "-q", "--allow-empty", "-m", &evil.for_register("空（虚构）")]);
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, "没有登记过");
}

#[test]
fn a_register_without_one_is_told_and_gets_one() {
    let (district, _) = fresh();
    let practice = district.office.in_folder(district.office.home.join("practice"));
    district.office.in_folder(district.office.home.clone()).ok(&["clone", "--practice", &district.hub(), "practice"]);
    practice.says(
        &["trust", "show"],
        str![[r#"
台账的起点：[ID]
办公室密钥：SHA256:[KEY]
台账标识：[ID]
没有恢复密钥：办公室的密钥全丢了就没有办法；办公室用 liandong trust recovery new 做一把
改动密钥须办公室 1 人同意
请各单位取用台账后打电话核对以上各行

"#]],
    );
    // It is told once, where something is filed.
    assert!(practice.lead("一").contains("还没有恢复密钥"));
    assert!(!practice.lead("二").contains("还没有恢复密钥"));
    let told = practice.ok(&["trust", "recovery", "new"]);
    assert!(!told.contains("还没有恢复密钥"));
    let first = paper(&told);
    practice.says(
        &["trust", "show"],
        str![[r#"
台账的起点：[ID]
办公室密钥：SHA256:[KEY]
台账标识：[ID]
恢复密钥：SHA256:[KEY]
改动密钥须办公室 1 人同意
请各单位取用台账后打电话核对以上各行

"#]],
    );
    practice.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism
4 次提交都核验通过，到 [ID]

"#]],
    );
    // The paper is nowhere in the folder.
    for word in first.split(' ') {
        assert!(!practice.git(&["log", "-p"]).contains(word));
    }
    practice.types_ok(&["trust", "recovery", "new"], &first);
    assert!(said(&practice.types(&["trust", "recovery", "new"], &first)).contains("不是这个台账现在的恢复密钥"));
}
