//! Loading: every file that is wrong is named, with the place and the remedy, and hides no other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use liandong::model::{Kind, RecordPath};
use liandong::store::{LoadFault, Loaded, Source, TextPolicy, load, shipped};

use crate::support::{home, run};

/// A register of its own in a temporary folder, with the shipped mechanism.
struct Register(tempfile::TempDir);

impl Register {
    fn new() -> Self {
        let register = Self(home());
        for (path, bytes) in shipped() {
            register.write(path, bytes);
        }
        register
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        fs::write(&file, bytes).expect("writable");
        file
    }

    fn load(&self) -> Loaded {
        load(&Source::Folder(self.path().into()), TextPolicy::Drop).expect("a folder that can be listed")
    }

    fn run(&self, args: &[&str]) -> Output {
        run(self.path(), args)
    }

    /// The problems that loading finds, as `file: what`.
    fn problems(&self) -> Vec<String> {
        self.load().problems.iter().map(|problem| format!("{}: {}", problem.file, problem.what)).collect()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

const LEAD: &str = "received = 2025-03-01\nchannel = \"hotline\"\ntitle = \"线索（虚构）\"\n";

#[test]
fn the_shipped_register_has_no_problem() {
    assert_eq!(Register::new().problems(), [""; 0]);
}

#[test]
fn one_bad_file_hides_no_other() {
    let register = Register::new();
    register.write("notices/2025/gongan/001.toml", "content = 2\ntitel = \"甲\"\n");
    register.write("notices/2025/gongan/002.toml", "content = 2\ntitle = “甲”\n");
    register.write("notices/2025/gongan/004.toml", "content = 2\ntitle = \"甲\"\nissued = 2025-02-30\n");
    register.write("notices/2025/gongan/003.toml", "content = 2\ntitle = \"好\"\nissued = 2025-03-01\n");
    let loaded = register.load();
    let whats: Vec<String> =
        loaded.problems.iter().map(|problem| format!("{} {}", problem.what.en(), problem.help.en())).collect();
    assert!(whats.iter().any(|what| what.starts_with("unknown key titel did you mean title?")), "{whats:#?}");
    assert!(whats.iter().any(|what| what.contains("straight ASCII quotes")), "{whats:#?}");
    assert!(whats.iter().any(|what| what.contains("must be one of the calendar")), "{whats:#?}");
    assert!(loaded.unreadable.contains(&"notices/2025/gongan/001".parse::<RecordPath>().expect("a path")));
    assert!(loaded.records.iter().any(|(path, _)| path.file() == "notices/2025/gongan/003.toml"));
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let register = Register::new();
    register.write("leads/2025/ziran/001.toml", "received = \"昨日晚上\"\nchanel = \"phone\"\n");
    let problems = register.problems();
    assert!(problems.len() >= 3, "an unreadable day, an unknown key and a missing one: {problems:#?}");
}

#[test]
fn what_windows_leaves_is_read_and_said() {
    let register = Register::new();
    register.write("people/gongan.toml", "\u{FEFF}[[liaison]]\r\nname = \"甲\"\r\nsince = 2025-01-01\r\n");
    let loaded = register.load();
    assert!(loaded.records.iter().any(|(path, _)| path.file() == "people/gongan.toml"));
    let whats: Vec<&str> = loaded.problems.iter().map(|problem| problem.what.en()).collect();
    assert_eq!(whats, ["the file begins with a BOM", "lines end in CRLF"]);
    assert!(loaded.problems.iter().all(|problem| problem.fault == LoadFault::Drift));
    assert_eq!(register.run(&["check", "--as-of", "2024-08-01", "--year", "2024"]).status.code(), Some(0), "drift is no failure");
}

#[test]
fn full_width_digits_and_chinese_dates_are_understood() {
    let register = Register::new();
    register.write("people/gongan.toml", "[[liaison]]\nname = \"甲\"\nsince = \"２０２５年３月１日\"\n");
    let loaded = register.load();
    assert!(loaded.problems.iter().all(|problem| problem.fault == LoadFault::Drift), "{:#?}", loaded.problems);
    let shown = register.run(&["show", "people/gongan"]);
    assert!(text(&shown.stdout).contains("2025-03-01"), "{}", text(&shown.stdout));
}

#[test]
fn other_encodings_are_named() {
    let register = Register::new();
    // 甲 in GBK.
    register.write("people/gongan.toml", b"[[liaison]]\nname = \"\xbc\xd7\"\nsince = 2025-01-01\n");
    register.write("people/linye.toml", b"\xff\xfe[\x00");
    let problems = register.problems();
    assert!(problems[0].contains("GBK") && problems[1].contains("UTF-16"), "{problems:#?}");
}

#[test]
fn an_unresolved_merge_is_named() {
    let register = Register::new();
    let text = "content = 2\n<<<<<<< HEAD\ntitle = \"甲\"\n=======\ntitle = \"乙\"\n>>>>>>> theirs\n";
    register.write("notices/2025/gongan/001.toml", text);
    assert_eq!(register.problems(), ["notices/2025/gongan/001.toml: 有合并冲突没有解决"]);
}

#[cfg(unix)]
#[test]
fn links_and_foreign_files_are_left_alone() {
    let register = Register::new();
    let outside = register.write("leads/2025/ziran/001.toml", LEAD);
    std::os::unix::fs::symlink(&outside, register.path().join("leads/2025/ziran/002.toml")).expect("a link");
    std::os::unix::fs::symlink("/", register.path().join("leads/2025/linye")).expect("a link");
    register.write("leads/2025/ziran/照片.jpg", [0xff, 0xd8]);
    register.write("notice/2025/gongan/001.toml", "content = 2\n");
    register.write("leads/2025/ziran/3.toml", LEAD);
    let loaded = register.load();
    let files: Vec<&str> = loaded
        .problems
        .iter()
        .filter(|problem| problem.fault == LoadFault::Unreadable)
        .map(|problem| problem.file.as_str())
        .collect();
    let expected = ["leads/2025/linye", "leads/2025/ziran/002.toml", "leads/2025/ziran/3.toml", "notice/2025/gongan/001.toml"];
    assert_eq!(files, expected);
    assert!(loaded.problems.last().expect("one").help.zh().contains("notices"), "the nearest folder is named");
    let noted = loaded.problems.iter().find(|problem| problem.file.ends_with("照片.jpg")).expect("a note");
    assert_eq!((noted.fault, noted.what.zh()), (LoadFault::Drift, "不是记录，没有读"));
}

#[test]
fn what_git_and_drafts_hold_is_no_record() {
    let register = Register::new();
    register.write(".git/config", "not toml");
    register.write(".gitattributes", "* -text\n");
    register.write("drafts/通报.toml", "half a tho");
    assert_eq!(register.problems(), [""; 0]);
}

#[test]
fn what_is_too_large_is_not_read() {
    let register = Register::new();
    register.write("notices/2025/gongan/001.toml", vec![b'#'; 10 * 1024 * 1024]);
    let problems = register.problems();
    assert!(problems[0].contains("10240 KB"), "{problems:#?}");
}

#[test]
fn depth_is_bounded() {
    let register = Register::new();
    let deep = format!("content = 2\ntitle = \"甲\"\nabout = {}{}\n", "[".repeat(50_000), "]".repeat(50_000));
    register.write("notices/2025/gongan/001.toml", deep);
    assert!(!register.problems().is_empty());
}

/// Each word of such a text was held against all that follows it: thirty kilobytes took ten seconds, sixty a minute.
#[test]
fn texts_without_a_comma_or_an_end_are_judged() {
    let register = Register::new();
    for (number, words) in ["未", "尚未", "未整改，已整改。", "已启封"].into_iter().enumerate() {
        let text = words.repeat(60_000 / words.len());
        let hazard = "mine = \"dashan\"\nfound = 2025-02-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"浮石（虚构）\"\n";
        let look = format!("[[reinspection]]\non = 2025-03-01\nresult = \"passed\"\ntext = \"{text}\"\n");
        register.write(&format!("hazards/2025/gongan/{:03}.toml", number + 1), format!("{hazard}\n{look}"));
    }
    let reply = register.run(&["check", "--year", "2025"]);
    let told = String::from_utf8_lossy(&reply.stdout);
    assert!(reply.status.code() == Some(1) && told.contains("F30"), "{told}");
}

#[test]
fn a_newer_register_is_read_as_far_as_can_be() {
    let register = Register::new();
    let mechanism = fs::read_to_string(register.path().join("mechanism.toml")).expect("there");
    register.write("mechanism.toml", mechanism.replace("format = 2", "format = 3\nfuture = true"));
    register.write("leads/2025/ziran/001.toml", format!("{LEAD}weather = \"晴\"\n"));
    let loaded = register.load();
    assert_eq!(loaded.newer, Some(3));
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    let reply = register.run(&["check", "--year", "2025"]);
    assert_eq!(reply.status.code(), Some(2), "what an old program sees may not be all");
    assert!(text(&reply.stdout).contains("第 3 版"), "{}", text(&reply.stdout));
}

#[test]
fn without_its_mechanism_nothing_is_judged() {
    let register = Register::new();
    register.write("obligations.toml", "obligation = 1\n");
    let reply = register.run(&["check"]);
    assert_eq!(reply.status.code(), Some(2));
    assert!(text(&reply.stderr).contains("obligations.toml"), "{}", text(&reply.stderr));
    assert!(text(&reply.stdout).contains("obligation = 1"), "the place is shown: {}", text(&reply.stdout));
}

#[test]
fn carets_stand_under_chinese_text() {
    let register = Register::new();
    register.write("notices/2025/gongan/001.toml", "content = 2\ntitle = \"甲乙丙\" 丁\n");
    let shown = text(&register.run(&["check"]).stdout);
    let line = shown.lines().position(|line| line.contains("title = \"甲乙丙\" 丁")).expect("the line is shown");
    let lines: Vec<&str> = shown.lines().collect();
    let column = |line: &str, what: char| liandong::text::width(&line[..line.find(what).expect("is there")]);
    assert_eq!(column(lines[line + 1], '^'), column(lines[line], '丁'), "{shown}");
}

#[test]
fn escape_sequences_in_a_file_reach_no_terminal() {
    let register = Register::new();
    register.write("notices/2025/gongan/001.toml", "content = 2\ntitle = \u{1b}[31m\n");
    register.write("leads/2025/ziran/\u{1b}]0;x\u{7}.toml", LEAD);
    let shown = text(&register.run(&["check"]).stdout);
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{7}'), "{shown:?}");
}

#[test]
fn a_secret_is_refused() {
    let register = Register::new();
    register.write("leads/2025/ziran/001.toml", format!("{LEAD}text = \"机密★1年\"\n"));
    let loaded = register.load();
    let whats: Vec<&str> = loaded.problems.iter().map(|problem| problem.what.zh()).collect();
    assert!(whats.len() == 1 && whats[0].contains("密级"), "{whats:#?}");
}

fn commit(repository: &git2::Repository, folder: &Path) -> git2::Oid {
    let mut index = repository.index().expect("an index");
    index.add_all(["."], git2::IndexAddOption::DEFAULT, None).expect("added");
    index.write().expect("written");
    let tree = repository.find_tree(index.write_tree().expect("a tree")).expect("a tree");
    let who = git2::Signature::now("甲（虚构）", "a@example.invalid").expect("a signature");
    let parent = repository.head().ok().and_then(|head| head.peel_to_commit().ok());
    let parents: Vec<&git2::Commit<'_>> = parent.iter().collect();
    assert!(folder.exists());
    repository.commit(Some("HEAD"), &who, &who, "登记", &tree, &parents).expect("a commit")
}

#[test]
fn a_revision_is_what_was_known_then() {
    let register = Register::new();
    let repository = git2::Repository::init(register.path()).expect("a repository");
    let before = commit(&repository, register.path());
    register.write("people/gongan.toml", "[[liaison]]\nname = \"甲\"\nsince = 2024-08-20\n");
    commit(&repository, register.path());
    let count = |data: &Path, rev: &str| {
        let reply = run(data, &["list", "people", "--rev", rev]);
        assert_eq!(reply.status.code(), Some(0), "{}", text(&reply.stderr));
        text(&reply.stdout)
    };
    assert!(count(register.path(), &before.to_string()).contains("共 0 条"));
    assert!(count(register.path(), "HEAD").contains("共 1 条"));
    let bare = home();
    git2::build::RepoBuilder::new()
        .bare(true)
        .clone(&format!("file://{}", register.path().display()), bare.path())
        .expect("a clone");
    assert!(count(bare.path(), "HEAD").contains("共 1 条"), "a bare repository");
    let report: serde_json::Value =
        serde_json::from_slice(&run(bare.path(), &["check", "--rev", "HEAD~1", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(report["heading"]["revision"], before.to_string());
    let unknown = run(register.path(), &["check", "--rev", "nowhere"]);
    assert_eq!((unknown.status.code(), text(&unknown.stderr).contains("nowhere")), (Some(2), true));
}

#[test]
fn a_register_may_lie_below_the_top_of_its_repository() {
    let top = home();
    for (path, bytes) in shipped() {
        let file = top.path().join("台账").join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        fs::write(file, bytes).expect("writable");
    }
    fs::write(top.path().join("README"), "not a record").expect("writable");
    let repository = git2::Repository::init(top.path()).expect("a repository");
    commit(&repository, top.path());
    let reply = run(&top.path().join("台账"), &["list", "units", "--rev", "HEAD"]);
    assert!(text(&reply.stdout).contains("共 12 条"), "{}{}", text(&reply.stdout), text(&reply.stderr));
}

#[test]
fn links_and_programs_of_a_revision_are_foreign() {
    let register = Register::new();
    let repository = git2::Repository::init(register.path()).expect("a repository");
    let file = register.write("leads/2025/ziran/001.toml", LEAD);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("settable");
        std::os::unix::fs::symlink("001.toml", register.path().join("leads/2025/ziran/002.toml")).expect("a link");
    }
    commit(&repository, register.path());
    let reply = register.run(&["check", "--rev", "HEAD"]);
    let shown = text(&reply.stdout);
    assert_eq!(reply.status.code(), Some(2));
    assert!(shown.contains("可执行文件") && shown.contains("符号链接"), "{shown}");
}

#[test]
fn check_writes_nothing() {
    fn state(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                found.extend(state(&entry));
            } else {
                let changed = entry.metadata().and_then(|meta| meta.modified()).expect("a time");
                found.push((entry.clone(), fs::read(&entry).expect("readable"), changed));
            }
        }
        found.sort();
        found
    }
    let register = Register::new();
    let repository = git2::Repository::init(register.path()).expect("a repository");
    register.write("people/gongan.toml", "\u{FEFF}[[liaison]]\r\nname = \"甲\"\r\nsince = 2024-08-20\r\n");
    commit(&repository, register.path());
    let before = state(register.path());
    for args in [&["check"][..], &["check", "--rev", "HEAD"], &["list", "people"], &["show", "people/gongan"]] {
        register.run(args);
    }
    assert!(before == state(register.path()), "a file was touched");
}

#[test]
fn kinds_are_named_as_people_do() {
    for (given, kind) in [("通报", Kind::Notice), ("notices", Kind::Notice), ("notice", Kind::Notice), ("隐患", Kind::Hazard)]
    {
        assert_eq!(Kind::by_name(given), Ok(kind));
    }
    assert!(Kind::by_name("通告").expect_err("no kind").zh().contains("通报"));
}
