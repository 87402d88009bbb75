//! The attacker's list: each is refused by the gate, and by every clone where there is no gate.

use std::fs;
use std::io::Write as _;
use std::process::Command;

use snapbox::str;

use super::district::District;
use super::scene::{LEAD, Scene, commit};
use crate::support::{Dice, Person, said};

#[test]
fn whose_key_it_is() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "unsigned");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    evil.git(&["config", "commit.gpgsign", "false"]);
    commit(&evil, "未签名（虚构）\u{1b}[2J");
    scene.refused(&evil, "没有签名");

    let stranger = scene.copy(&scene.police, "stranger");
    let key = scene.district.top.path().join("strange-key");
    assert!(Command::new("ssh-keygen").args(["-q", "-N", "", "-t", "ed25519", "-f"]).arg(&key).status().expect("runs").success());
    stranger.git(&["config", "user.signingkey", &key.to_string_lossy()]);
    stranger.write("leads/2025/gongan/009.toml", LEAD);
    commit(&stranger, "生人（虚构）");
    scene.refused(&stranger, "没有登记过");

    let altered = scene.copy(&scene.police, "altered");
    altered.write("leads/2025/gongan/009.toml", LEAD);
    commit(&altered, "签过再改（虚构）");
    let text = altered.git(&["cat-file", "commit", "HEAD"]).replace("签过再改", "签过又改");
    altered.write(".git/forged", &text);
    let forged = altered.git(&["hash-object", "-t", "commit", "-w", ".git/forged"]);
    altered.git(&["reset", "-q", "--hard", forged.trim()]);
    scene.refused(&altered, "签名与内容对不上");
}

#[test]
fn a_retired_key_on_an_old_parent_or_with_an_old_date() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.retired, "retired-copy");
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "停用之后（虚构）");
    scene.refused(&evil, "已停用");

    // Branching off where the key was good, with a date of then, and merged by an accomplice whose key is good.
    let old = scene.copy(&scene.police, "old-parent");
    let good = old.git(&["log", "--format=%H", "--grep=线索", "-1"]);
    old.git(&["checkout", "-q", "-b", "aside", good.trim()]);
    old.write("leads/2025/gongan/008.toml", LEAD);
    old.git(&["add", "-A"]);
    let key = scene.retired.git(&["config", "user.signingkey"]);
    let signing = format!("user.signingkey={}", key.trim());
    old.git(&["-c", &signing, "commit", "-qm", &old.for_register("补登（虚构）"), "--date", "2025-11-24T08:00:00+08:00"]);
    old.git(&["checkout", "-q", "main"]);
    old.git(&["merge", "-q", "--no-ff", "-m", &old.for_register("合并（虚构）"), "aside"]);
    scene.refused(&old, "已停用");
}

#[test]
fn what_is_not_theirs() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "other-unit");
    evil.write("leads/2025/linye/001.toml", LEAD);
    commit(&evil, "别家的（虚构）");
    scene.refused(&evil, "归林业");

    let evil = scene.copy(&scene.police, "self-enrolment");
    let keys = evil.read("keys/gongan.toml");
    evil.write("keys/gongan.toml", &keys.replace("until = 2025-11-24\n", ""));
    commit(&evil, "给自己登记（虚构）");
    scene.refused(&evil, "归区安委办");

    let evil = scene.copy(&scene.police, "mechanism");
    let text = evil.read("clauses.toml").replacen("一", "二", 1);
    evil.write("clauses.toml", &text);
    commit(&evil, "改条文（虚构）");
    scene.refused(&evil, "归区安委办");

    // A proxy record is the office's to make.
    let evil = scene.copy(&scene.police, "false-proxy");
    evil.write("leads/2025/linye/001.toml", &format!("{LEAD}entered_by = \"anweiban\"\nsource = \"来函（虚构）\"\n"));
    commit(&evil, "假代录（虚构）");
    scene.refused(&evil, "归林业");

    // Nor may a unit say of its own that the office made it.
    let evil = scene.copy(&scene.police, "false-entry");
    evil.write("leads/2025/gongan/009.toml", &format!("{LEAD}entered_by = \"anweiban\"\nsource = \"来函（虚构）\"\n"));
    commit(&evil, "自称代录（虚构）");
    scene.refused(&evil, "不是用办公室的密钥签的");
    // What filing takes the gate takes: it is refused there already.
    scene.police.write("leads/2025/gongan/009.toml", &format!("{LEAD}entered_by = \"anweiban\"\nsource = \"来函（虚构）\"\n"));
    scene.police.fails_with(
        &["commit"],
        2,
        str![[r#"
未能完成：leads/2025/gongan/009：写明由办公室代录（entered_by），却不是用办公室的密钥签的：单位自己的记录不写代录

"#]],
    );
}

/// A tree with something else at a path.
fn planted(person: &Person, tree: &str, path: &str, what: &str) -> String {
    let (name, rest) = path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let listed = person.git(&["ls-tree", tree]);
    let is_it = |line: &&str| line.split_once('\t').is_some_and(|(_, there)| there == name);
    let there = listed.lines().find(is_it).map_or(EMPTY_TREE, |line| &line[12..52]).to_owned();
    let inner = rest.map_or_else(|| what.to_owned(), |rest| planted(person, &there, rest, what));
    let others: String = listed.lines().filter(|line| !is_it(line)).flat_map(|line| [line, "\n"]).collect();
    let mut made = person.program("git");
    made.arg("mktree").stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut made = made.spawn().expect("git runs");
    writeln!(made.stdin.take().expect("a pipe"), "{others}040000 tree {inner}\t{name}").expect("written");
    let made = made.wait_with_output().expect("a tree");
    String::from_utf8_lossy(&made.stdout).trim().to_owned()
}

const EMPTY_TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/// Commits an empty folder at a path, which git itself never does and never shows.
fn commit_empty_folder(person: &Person, path: &str, args: &[&str]) {
    person.git(&["hash-object", "-t", "tree", "-w", "/dev/null"]);
    let tree = planted(person, "HEAD", path, EMPTY_TREE);
    let message = person.for_register("什么也没有（虚构）");
    let made = person.git(&[&["commit-tree", &tree, "-p", "HEAD", "-m", &message][..], args].concat());
    person.git(&["update-ref", "HEAD", made.trim()]);
}

#[test]
fn an_empty_folder_takes_no_name() {
    let scene = Scene::new();
    for (copy, path) in [("number", "leads/2025/linye/999999.toml"), ("keys", "keys/xiaofang.toml"), ("name", "Leads")] {
        let evil = scene.copy(&scene.police, copy);
        commit_empty_folder(&evil, path, &["-S"]);
        scene.refused(&evil, "空文件夹");
    }
    // Where one came in before it was looked for, it stands in nobody's way.
    let office = &District::plain().office;
    for path in ["leads/2025/gongan/999999.toml", "leads/2025/gongan/001.toml"] {
        commit_empty_folder(office, path, &[]);
    }
    office.lead_as("公安", "照常登记");
    assert!(office.git(&["ls-files", "leads"]).contains("leads/2025/gongan/001.toml"));
}

#[test]
fn a_review_by_a_liaison_where_signing_is_set() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let settings = office.read("settings.toml").replace("value = \"recorded\"", "value = \"signed\"");
    office.write("settings.toml", &settings);
    commit(office, "审核须签名（虚构）");
    office.ok(&["sync"]);
    scene.watch.ok(&["sync"]);
    let evil = scene.copy(&scene.police, "review");
    let reviewed = "content = 2\ntitle = \"甲（虚构）\"\n\n[[to]]\nwho = \"linye\"\n\n[review]\nname = \"某甲（虚构）\"\npost = \"in-charge\"\non = 2025-11-24\nway = \"written\"\n";
    evil.write("notices/2025/gongan/002.toml", reviewed);
    commit(&evil, "代签审核（虚构）");
    scene.refused(&evil, "须由分管负责人本人的密钥签名");
    // The leader's own key does.
    let leader = scene.district.member_as("leader", "公安", &["--role", "负责人"]);
    leader.write("notices/2025/gongan/c002.toml", reviewed);
    commit(&leader, "审核（虚构）");
    leader.ok(&["sync"]);
    leader.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 8 件：keys/anweiban、mechanism、keys/gongan、keys/linye、settings
负责人本人密钥审核 1 件：notices/2025/gongan/c002
12 次提交都核验通过，到 [ID]

"#]],
    );
}

#[test]
fn what_stands() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "frozen");
    let text = evil.read("notices/2025/gongan/001.toml").replace("打击", "从轻");
    evil.write("notices/2025/gongan/001.toml", &text);
    commit(&evil, "改已印发的（虚构）");
    scene.refused(&evil, "已经登记，不能改动");

    let evil = scene.copy(&scene.police, "removed");
    evil.git(&["rm", "-q", "notices/2025/gongan/001.toml"]);
    commit(&evil, "删去（虚构）");
    scene.refused(&evil, "文件被删去了");

    // Nor does anything else go that the register holds, whoever owns it: people, licences, keys, a mine, a unit, a calendar.
    scene.police.write("people/gongan.toml", "[[liaison]]\nname = \"某人（虚构）\"\nsince = 2025-01-01\n");
    scene.police.ok(&["commit"]);
    scene.police.ok(&["sync"]);
    scene.district.office.ok(&["sync"]);
    scene.watch.ok(&["sync"]);
    for (who, path) in [
        (&scene.police, "people/gongan.toml"),
        (&scene.district.office, "people/gongan.toml"),
        (&scene.district.office, "keys/gongan.toml"),
        (&scene.district.office, "mines/dashan/base.toml"),
        (&scene.district.office, "units/linye.toml"),
        (&scene.district.office, "duties/linye.toml"),
        (&scene.district.office, "calendar/2025.toml"),
    ] {
        let evil = scene.copy(who, &format!("{}-{}", who.home.file_name().expect("a name").display(), path.replace('/', "-")));
        evil.git(&["rm", "-q", path]);
        commit(&evil, "删去（虚构）");
        let why = if who.home == scene.district.office.home && path.starts_with("people") {
            "文件归公安"
        } else {
            "文件被删去了"
        };
        scene.refused(&evil, why);
        let merged = evil.git(&[
            "commit-tree",
            "HEAD^{tree}",
            "-S",
            "-p",
            "HEAD~1",
            "-p",
            "HEAD~2",
            "-m",
            &evil.for_register("合并（虚构）"),
        ]);
        evil.git(&["reset", "-q", "--hard", merged.trim()]);
        scene.refused(&evil, if why == "文件被删去了" { why } else { "双方都没有的内容" });
    }

    // The number is used again, by way of a branch on which it is free.
    let evil = scene.copy(&scene.police, "reused");
    evil.git(&["rm", "-q", "notices/2025/gongan/001.toml"]);
    commit(&evil, "删去（虚构）");
    evil.write("notices/2025/gongan/001.toml", "content = 2\ntitle = \"另一件（虚构）\"\n\n[[to]]\nwho = \"linye\"\n");
    commit(&evil, "再用此号（虚构）");
    scene.refused(&evil, "文件被删去了");
}

#[test]
fn the_main_line() {
    let scene = Scene::new();
    let before = scene.district.tip();
    // Back to an old state, and on from there.
    let evil = scene.copy(&scene.police, "rollback");
    evil.git(&["reset", "-q", "--hard", "HEAD~1"]);
    scene.refused_without_gate(&evil, "强制推送");
    assert!(!evil.try_git(&["push", "origin", "+HEAD:main"]).status.success());
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "另起（虚构）");
    scene.refused_without_gate(&evil, "强制推送");
    assert!(!evil.try_git(&["push", "origin", "+HEAD:main"]).status.success());
    assert_eq!(scene.district.tip(), before);

    // A merge whose first side is one's own.
    let evil = scene.copy(&scene.police, "swapped");
    evil.git(&["checkout", "-q", "-b", "own", "HEAD~1"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "自己的（虚构）");
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("颠倒（虚构）"), "main"]);
    scene.refused(&evil, "颠倒了主次");

    // The branch goes, or another comes.
    assert!(!evil.try_git(&["push", "origin", ":main"]).status.success());
    let pushed = evil.try_git(&["push", "origin", "HEAD:other"]);
    assert!(!pushed.status.success() && said(&pushed).contains("不是台账的分支"));
}

#[test]
fn content_invented_in_a_merge() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "invented");
    evil.git(&["checkout", "-q", "-b", "own"]);
    evil.write("leads/2025/gongan/009.toml", LEAD);
    commit(&evil, "自己的（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "own"]);
    evil.write("leads/2025/linye/001.toml", LEAD);
    commit(&evil, "合并（虚构）");
    scene.refused(&evil, "合并里有双方都没有的内容");

    // Leaving out what the other side brought.
    let forest = &scene.watch;
    forest.lead("林业的");
    let evil = scene.copy(&scene.police, "left-out");
    evil.git(&["fetch", "-q", &forest.folder.to_string_lossy(), "main:theirs"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "theirs"]);
    evil.git(&["rm", "-qf", "leads/2025/linye/001.toml"]);
    evil.git(&["commit", "-qm", &evil.for_register("合并（虚构）")]);
    let pushed = evil.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("合并里有双方都没有的内容"), "{}", said(&pushed));

    // More than two lines at once.
    let evil = scene.copy(&scene.police, "octopus");
    for name in ["a", "b"] {
        evil.git(&["checkout", "-q", "-b", name, "main"]);
        evil.write(&format!("leads/2025/gongan/00{}.toml", if name == "a" { 8 } else { 9 }), LEAD);
        commit(&evil, "枝（虚构）");
    }
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("章鱼（虚构）"), "a", "b"]);
    scene.refused(&evil, "两条以上");
}

/// A tree with other bytes in a tree below it, which git would not write so itself.
fn tree_with(repository: &git2::Repository, tree: git2::Oid, below: &[&str], change: &dyn Fn(&[u8]) -> Vec<u8>) -> git2::Oid {
    let odb = repository.odb().expect("a store");
    let bytes = odb.read(tree).expect("a tree").data().to_vec();
    let bytes = match below.split_first() {
        None => change(&bytes),
        Some((name, below)) => {
            let old = repository.find_tree(tree).expect("a tree").get_name(name).expect("a folder").id();
            let new = tree_with(repository, old, below, change);
            let at = bytes.windows(20).position(|window| window == old.as_bytes()).expect("its name");
            [&bytes[..at], new.as_bytes(), &bytes[at + 20..]].concat()
        }
    };
    odb.write(git2::ObjectType::Tree, &bytes).expect("written")
}

/// Git looks over a mode that it does not know, and libgit2 ends the program at one.
#[test]
fn a_mode_that_nobody_knows() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "mode");
    stage(&evil, "leads/2025/gongan/009.toml", LEAD);
    let staged = evil.git(&["write-tree"]).trim().parse().expect("a name");
    let repository = git2::Repository::open(&evil.folder).expect("a repository");
    let tree = tree_with(&repository, staged, &["leads", "2025", "gongan"], &|bytes| {
        let (usual, name) = (b"100644 009.toml", b"4000 009.toml");
        let at = bytes.windows(usual.len()).position(|window| window == usual).expect("the record");
        [&bytes[..at], name, &bytes[at + usual.len()..]].concat()
    });
    let commit = evil.git(&["commit-tree", "-S", "-p", "HEAD", "-m", &evil.for_register("异物（虚构）"), &tree.to_string()]);
    evil.git(&["update-ref", "HEAD", commit.trim()]);
    scene.refused(&evil, "台账里只放普通文件");
}

#[test]
fn what_may_not_lie_in_a_register() {
    let scene = Scene::new();
    let at_top = |name: &str, make: &dyn Fn(&Person), why: &str| {
        let evil = scene.copy(&scene.police, name);
        make(&evil);
        evil.git(&["commit", "-qm", &evil.for_register("异物（虚构）")]);
        scene.refused(&evil, why);
    };
    at_top(
        "link",
        &|evil| {
            std::os::unix::fs::symlink("/etc/passwd", evil.folder.join("leads/2025/gongan/009.toml")).expect("a link");
            evil.git(&["add", "-A"]);
        },
        "台账里只放普通文件",
    );
    at_top(
        "executable",
        &|evil| {
            evil.write("leads/2025/gongan/009.toml", LEAD);
            evil.git(&["add", "-A"]);
            evil.git(&["update-index", "--chmod=+x", "leads/2025/gongan/009.toml"]);
        },
        "台账里只放普通文件",
    );
    at_top(
        "submodule",
        &|evil| {
            let head = evil.head();
            evil.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{head},leads/2025/gongan/sub")]);
        },
        "台账里只放普通文件",
    );
    at_top("attributes", &|evil| stage(evil, "leads/.gitattributes", "* filter=evil\n"), "不是台账里的路径");
    at_top("own-attributes", &|evil| stage(evil, ".gitattributes", "* filter=evil\n"), "每个台账固定的");
    at_top("outside", &|evil| stage(evil, "README.md", "看这里（虚构）\n"), "不是台账里的路径");
    at_top("case", &|evil| stage(evil, "Leads/2025/gongan/001.toml", LEAD), "不是台账里的路径");
    at_top("reserved", &|evil| stage(evil, "leads/2025/gongan/con.toml", LEAD), "不是台账里的路径");
    at_top("unreadable", &|evil| stage(evil, "leads/2025/gongan/009.toml", "title = \n"), "读不懂");
    at_top("large", &|evil| stage(evil, "leads/2025/gongan/009.toml", &"# 大\n".repeat(400_000)), "太大");
}

fn stage(person: &Person, file: &str, text: &str) {
    person.write(file, text);
    person.git(&["add", "-A", "-f"]);
}

#[test]
fn a_hundred_megabytes_do_not_pass_the_gate() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "huge");
    // Of no pattern within the reach of what packs it, so that it does not shrink on its way.
    let mut dice = Dice(1);
    let noise: Vec<u8> = std::iter::repeat_with(|| dice.throw().to_le_bytes()[0]).take(1 << 20).collect();
    let path = evil.folder.join("leads/2025/gongan/009.toml");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, noise.repeat(100)).expect("written");
    evil.git(&["-c", "core.compression=0", "add", "-A"]);
    evil.git(&["commit", "-qm", &evil.for_register("巨物（虚构）")]);
    let before = scene.district.tip();
    let pushed = evil.try_git(&["-c", "core.compression=0", "push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success());
    assert_eq!(scene.district.tip(), before);
}

#[test]
fn a_fault_of_form_does_not_pass_the_gate_and_conduct_does() {
    let scene = Scene::new();
    let evil = scene.copy(&scene.police, "dangling");
    stage(&evil, "responses/2025/gongan/001.toml", "to = \"notices/2025/linye/077\"\non = 2025-11-24\nkind = \"received\"\n");
    evil.git(&["commit", "-qm", &evil.for_register("指空（虚构）")]);
    let before = scene.district.tip();
    let pushed = evil.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("responses/2025/gongan/001.toml"), "{}", said(&pushed));
    assert_eq!(scene.district.tip(), before);
    // Whatever is late or absent is let in.
    let honest = scene.copy(&scene.police, "late");
    stage(&honest, "leads/2025/gongan/009.toml", "received = 2024-11-21\nchannel = \"patrol\"\ntitle = \"迟登（虚构）\"\n");
    honest.git(&["commit", "-qm", &honest.for_register("迟登（虚构）")]);
    let pushed = honest.try_git(&["push", "origin", "HEAD:main"]);
    assert!(pushed.status.success(), "{}", said(&pushed));
}

/// 四不两直: whoever points at a joint enforcement that is still to come and takes no part in it is told by the gate what is told of a record that
/// nobody filed; to its team it is there.
#[test]
fn the_gate_tells_nobody_of_what_is_kept_back() {
    let scene = Scene::new();
    let office = &scene.district.office;
    let plan = ["enforcement", "plan", "--title", "突击检查（虚构）", "--lead", "区安委办", "--member-units", "林业"];
    office.ok(&[&plan[..], &["--start", "2090-02-03", "--to", "2090-02-03"]].concat());
    office.ok(&["sync"]);
    let file = office.git(&["ls-files", "enforcements"]);
    let kept = file.trim().strip_suffix(".toml").expect("one that is planned").to_owned();
    let never = format!("{}099", &kept[..kept.len() - 3]);
    let pushes = |of: &Person, unit: &str, name: &str, record: &str| {
        let copy = scene.copy(of, name);
        let text = format!("to = \"{record}\"\non = 2025-11-24\nkind = \"done\"\n");
        stage(&copy, &format!("responses/2025/{unit}/071.toml"), &text);
        copy.git(&["commit", "-qm", &copy.for_register("办结（虚构）")]);
        let pushed = copy.try_git(&["push", "origin", "HEAD:main"]);
        (pushed.status.success(), said(&pushed).replace(record, "某"))
    };
    let gate = |said: &str| said.lines().filter(|line| line.starts_with("remote:")).map(str::to_owned).collect::<Vec<_>>();
    let (is_let_in, told) = pushes(&scene.police, "gongan", "points", &kept);
    assert!(!is_let_in && told.contains("在台账中未见") && !told.contains("2090-02"), "{told}");
    let (_, nothing) = pushes(&scene.police, "gongan", "points-at-nothing", &never);
    assert_eq!(gate(&told), gate(&nothing));
    // Those who take part are told that their day is too early.
    let (is_let_in, told) = pushes(&scene.watch, "linye", "takes-part", &kept);
    assert!(!is_let_in && told.contains("2090-02-03"), "{told}");
}

/// Words that nobody signed give a commit another name.
#[test]
fn another_form_of_the_same_signature() {
    type Forging<'a> = &'a dyn Fn(&str) -> String;
    let scene = Scene::new();
    let forms: [(&str, Forging<'_>); 4] = [
        // The number of the version, which is not signed: 0 instead of 1.
        ("version", &|text| text.replacen("U1NIU0lHAAAAAQ", "U1NIU0lHAAAAAA", 1)),
        ("before", &|text| text.replace("gpgsig -----BEGIN", "gpgsig 你好\n -----BEGIN")),
        ("returns", &|text| text.replacen("SIGNATURE-----\n", "SIGNATURE-----\r\n", 1)),
        ("twice", &|text| {
            let signature = text.split("gpgsig ").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a signature");
            text.replacen("\n\n", &format!("\ngpgsig {signature}\n\n"), 1)
        }),
    ];
    for (name, change) in forms {
        let evil = scene.copy(&scene.police, name);
        evil.write("leads/2025/gongan/009.toml", LEAD);
        commit(&evil, "另一个名字（虚构）");
        let text = evil.git(&["cat-file", "commit", "HEAD"]);
        let changed = change(&text);
        assert_ne!(changed, text, "{name}");
        evil.write(".git/form", &changed);
        let other = evil.git(&["hash-object", "-t", "commit", "-w", "--literally", ".git/form"]);
        evil.git(&["reset", "-q", "--hard", other.trim()]);
        scene.refused(&evil, "没有签名");
    }
}
