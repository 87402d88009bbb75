//! `hook install --pre-commit`: what git is about to commit by hand is judged as the gate would judge it, wherever git keeps hooks and
//! the index of that commit.

use std::fs;

use snapbox::str;

use crate::share::district::District;
use crate::support::{LIANDONG, Person, Register, assert_whole, said};

const LEAD: &str = "leads/2025/gongan/050.toml";
const OTHER: &str = "leads/2025/gongan/051.toml";
const LAWFUL: &str = "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"边坡渗水（虚构）\"\n";
/// Of a mine that there is not.
const CITES_NOTHING: &str = "received = 2025-11-21\nchannel = \"patrol\"\nmine = \"wushan\"\ntitle = \"边坡渗水（虚构）\"\n";
const MISSPELT: &str = "recieved = 2025-11-21\nchannel = \"patrol\"\ntitle = \"边坡渗水（虚构）\"\n";

fn guarded() -> Register {
    let register = Register::of_example();
    register.ok(&["hook", "install", "--pre-commit"]);
    register
}

/// That git commits nothing, and the reason.
fn held(person: &Person, args: &[&str]) -> String {
    let before = person.head();
    let done = person.try_git(args);
    assert!(!done.status.success(), "{args:?} was committed");
    assert_eq!(person.head(), before);
    said(&done)
}

#[test]
fn what_is_lawful_is_committed_and_what_is_not_is_told() {
    let register = guarded();
    register.write(LEAD, LAWFUL);
    register.git(&["add", "-A"]);
    register.git(&["commit", "-qm", "线索（虚构）"]);
    for (text, reason) in [(CITES_NOTHING, "wushan"), (MISSPELT, "recieved")] {
        register.write(OTHER, text);
        register.git(&["add", "-A"]);
        let told = held(&register, &["commit", "-qm", "线索（虚构）"]);
        assert!(told.contains(OTHER) && told.contains(reason) && told.contains("liandong commit"), "{told}");
        register.git(&["reset", "-q"]);
    }
    // What lies in the folder and is not staged is not judged.
    register.write(LEAD, &format!("{LAWFUL}text = \"台阶上方（虚构）\"\n"));
    register.git(&["add", LEAD]);
    register.git(&["commit", "-qm", "补记（虚构）"]);
    fs::remove_file(register.folder.join(OTHER)).expect("removed");
    register.assert_clean();
}

#[test]
fn it_is_what_the_gate_says() {
    let district = District::plain();
    let office = &district.office;
    office.ok(&["hook", "install", &district.hub()]);
    office.ok(&["hook", "install", "--pre-commit"]);
    for (text, fault) in [(CITES_NOTHING, "wushan"), (MISSPELT, "recieved")] {
        office.write(LEAD, text);
        office.git(&["add", "-A"]);
        let told = held(office, &["commit", "-qm", "线索（虚构）"]);
        office.git(&["commit", "-qm", "线索（虚构）", "--no-verify"]);
        let pushed = office.try_git(&["push", "-q", &district.hub(), "HEAD:main"]);
        assert!(!pushed.status.success(), "the gate took it");
        let reason = |told: &str| {
            let line = told.lines().find(|line| line.contains(fault)).map(str::to_owned);
            line.unwrap_or_else(|| panic!("{fault}: {told}"))
        };
        // git adds its own words to each line, and a table its columns; what is wrong is the same.
        let (here, there) = (reason(&told), reason(&said(&pushed)));
        let what = here.split_once('：').expect("a file and what is wrong").1;
        assert!(there.contains(what.trim()), "{here} / {there}");
        office.git(&["reset", "-q", "--hard", "HEAD~1"]);
    }
}

#[test]
fn nothing_of_what_is_judged_comes_into_the_register() {
    let register = guarded();
    register.write(LEAD, CITES_NOTHING);
    register.git(&["add", "-A"]);
    let before = (register.git(&["count-objects", "-v"]), register.state());
    let told = register.fails(&["--data", ".", "hook", "staged"], 1);
    assert_whole(
        &told,
        str![[r#"
没有提交，这样送不出去：
leads/2025/gongan/050.toml：“矿山”中的代号 wushan 在台账中未见，是不是 xishan？
下一步：改好后用 liandong commit 提交（同样检查，并签名）；确要原样提交，用 git commit --no-verify

"#]],
    );
    assert_eq!((register.git(&["count-objects", "-v"]), register.state()), before);
}

#[test]
fn the_index_of_one_commit_is_asked() {
    let register = guarded();
    register.write(LEAD, LAWFUL);
    register.git(&["add", LEAD]);
    register.git(&["commit", "-qm", "线索（虚构）"]);
    // Staged besides, and not of this commit.
    register.write(OTHER, MISSPELT);
    register.git(&["add", OTHER]);
    register.write(LEAD, &format!("{LAWFUL}text = \"台阶上方（虚构）\"\n"));
    register.git(&["commit", "-qm", "补记（虚构）", "--", LEAD]);
    register.git(&["rm", "-q", "--cached", OTHER]);
    // Not staged before, and of this commit.
    register.write(LEAD, MISSPELT);
    assert!(held(&register, &["commit", "-qam", "线索（虚构）"]).contains("recieved"));
}

#[test]
fn a_second_work_tree_is_guarded_as_the_first() {
    let register = guarded();
    let second = register.in_folder(register.home.join("另一处"));
    register.git(&["worktree", "add", "-q", "-b", "another", &second.folder.to_string_lossy()]);
    second.write(LEAD, LAWFUL);
    second.git(&["add", "-A"]);
    second.git(&["commit", "-qm", "线索（虚构）"]);
    second.write(OTHER, MISSPELT);
    second.git(&["add", "-A"]);
    assert!(held(&second, &["commit", "-qm", "线索（虚构）"]).contains("recieved"));
    // Put up from there it is the same hook, for git has one for both.
    second.ok(&["hook", "install", "--pre-commit"]);
    assert!(register.folder.join(".git/hooks/pre-commit").is_file());
    // From below the top as well.
    fs::create_dir_all(second.folder.join("leads/2025/gongan")).expect("a folder");
    let below = second.in_folder(second.folder.join("leads/2025/gongan"));
    assert!(held(&below, &["commit", "-qm", "线索（虚构）"]).contains("recieved"));
}

#[test]
fn another_folder_of_hooks_is_followed_within_the_register_alone() {
    let register = Register::of_example();
    register.git(&["config", "core.hooksPath", ".hooks"]);
    register.ok(&["hook", "install", "--pre-commit"]);
    assert!(register.folder.join(".hooks/pre-commit").is_file() && !register.folder.join(".git/hooks/pre-commit").exists());
    register.write(LEAD, MISSPELT);
    register.git(&["add", LEAD]);
    assert!(held(&register, &["commit", "-qm", "线索（虚构）"]).contains("recieved"));
    let outside = register.home.join("hooks");
    for named in [outside.to_string_lossy().into_owned(), "../hooks".to_owned(), ".hooks/../../hooks".to_owned()] {
        register.git(&["config", "core.hooksPath", &named]);
        let told = register.fails(&["hook", "install", "--pre-commit"], 2);
        assert!(told.contains("core.hooksPath") && told.contains("mechanism.toml"), "{told}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, register.folder.join("linked")).expect("a link");
        fs::create_dir_all(&outside).expect("a folder");
        register.git(&["config", "core.hooksPath", "linked"]);
        register.fails(&["hook", "install", "--pre-commit"], 2);
    }
    // The person's own, for all repositories.
    register.git(&["config", "--unset", "core.hooksPath"]);
    register.git(&["config", "--global", "core.hooksPath", &outside.to_string_lossy()]);
    let told = register.fails(&["hook", "install", "--pre-commit"], 2);
    assert!(!outside.join("pre-commit").exists());
    // The line that is printed does what is said of it, in a register and elsewhere.
    let line = told.rsplit_once("加一行：").expect("a line").1.trim();
    hook(&outside.join("pre-commit"), line);
    assert!(held(&register, &["commit", "-qm", "线索（虚构）"]).contains("recieved"));
    let elsewhere = register.in_folder(register.home.join("别的"));
    fs::create_dir_all(&elsewhere.folder).expect("a folder");
    elsewhere.git(&["init", "-q"]);
    elsewhere.git(&["commit", "-q", "--allow-empty", "-m", "别的（虚构）"]);
}

fn hook(file: &std::path::Path, line: &str) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, format!("#!/bin/sh\n{line}\n")).expect("written");
    #[cfg(unix)]
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("set");
}

#[test]
fn another_hook_stays_and_the_way_is_named() {
    let register = Register::of_example();
    let file = register.folder.join(".git/hooks/pre-commit");
    hook(&file, "echo 别的 >&2");
    let before = fs::read(&file).expect("a hook");
    let told = register.fails(&["hook", "install", "--pre-commit"], 2);
    assert_eq!(fs::read(&file).expect("a hook"), before);
    assert_whole(
        &told,
        str![[r#"
未能完成：[TEMP]/台账/.git/hooks/pre-commit 已有别的钩子，没有改动它；请把它移走再装，或在其中加一行：'[LIANDONG]' --data . hook staged || exit 1

"#]],
    );
    assert!(told.contains(LIANDONG), "{told}");
    let line = told.rsplit_once("加一行：").expect("a line").1.trim();
    hook(&file, &format!("echo 别的 >&2\n{line}"));
    register.write(LEAD, MISSPELT);
    register.git(&["add", LEAD]);
    let told = held(&register, &["commit", "-qm", "线索（虚构）"]);
    assert_whole(
        &told,
        str![[r#"
别的
没有提交，这样送不出去：
leads/2025/gongan/050.toml：内容读不懂：未知的键 recieved
下一步：改好后用 liandong commit 提交（同样检查，并签名）；确要原样提交，用 git commit --no-verify

"#]],
    );
    // One that only speaks of it, a link to one, and what is no file at all are another's too.
    let own = Register::of_example();
    own.ok(&["hook", "install", "--pre-commit"]);
    fs::write(&file, "#!/bin/sh\n# not: # liandong hook\n").expect("written");
    register.fails(&["hook", "install", "--pre-commit"], 2);
    #[cfg(unix)]
    for made in ["ln -sf", "mkfifo"] {
        fs::remove_file(&file).expect("removed");
        let target =
            if made == "mkfifo" { String::new() } else { own.folder.join(".git/hooks/pre-commit").display().to_string() };
        let script = format!("{made} {target} {}", file.display());
        assert!(register.program("sh").args(["-c", &script]).status().expect("runs").success());
        register.fails(&["hook", "install", "--pre-commit"], 2);
    }
    fs::remove_file(&file).expect("removed");
    // An older one of this program's own gives way, also one that names a program which is gone.
    hook(&file, "# liandong hook\nexec '/gone/liandong' hook staged");
    register.ok(&["hook", "install", "--pre-commit"]);
    assert!(held(&register, &["commit", "-qm", "线索（虚构）"]).contains("recieved"));
}

#[test]
fn what_merging_brings_is_judged_as_a_merge() {
    let register = guarded();
    let side = |branch: &str, file: &str, text: &str| {
        register.git(&["checkout", "-q", "-b", branch, "main"]);
        register.write(file, text);
        register.git(&["add", "-A"]);
        register.git(&["commit", "-qm", branch]);
    };
    side("one", LEAD, LAWFUL);
    side("two", OTHER, LAWFUL);
    register.git(&["merge", "-q", "--no-commit", "--no-ff", "one"]);
    register.git(&["commit", "-qm", "合并（虚构）"]);
    register.assert_clean();
    // What is put in besides is nobody's but the merge's.
    side("three", OTHER, LAWFUL);
    register.git(&["merge", "-q", "--no-commit", "--no-ff", "one"]);
    register.write("leads/2025/gongan/052.toml", MISSPELT);
    register.git(&["add", "-A"]);
    assert!(held(&register, &["commit", "-qm", "合并（虚构）"]).contains("recieved"));
}

#[test]
fn where_everything_is_signed_git_alone_commits_nothing() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.ok(&["hook", "install", "--pre-commit"]);
    police.write("leads/2025/gongan/001.toml", LAWFUL);
    police.git(&["add", "-A"]);
    let told = held(&police, &["commit", "-qm", "线索（虚构）"]);
    assert_whole(
        &told,
        str![[r#"
没有提交，这样送不出去：
没有签名
下一步：改好后用 liandong commit 提交（同样检查，并签名）；确要原样提交，用 git commit --no-verify

"#]],
    );
    police.git(&["reset", "-q"]);
    police.ok(&["commit"]);
    police.ok(&["sync"]);
}

#[test]
fn a_register_below_the_top_of_its_repository_has_no_such_hook() {
    let register = Register::of_example();
    let below = register.in_folder(register.home.join("大库/data"));
    crate::support::copy_folder(&register.folder, &below.folder);
    fs::remove_dir_all(below.folder.join(".git")).expect("removed");
    below.program("git").args(["init", "-q", ".."]).status().expect("runs");
    below.fails(&["hook", "install", "--pre-commit"], 2);
    assert!(!register.home.join("大库/.git/hooks/pre-commit").exists());
}
