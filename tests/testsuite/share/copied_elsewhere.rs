//! A copied folder whose git folder lies elsewhere, or whose files have other names elsewhere.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use snapbox::str;

use super::district::District;
use crate::support::copy_folder;

const FILE: &[&str] =
    &["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "一（虚构）"];

/// A file `.git`, as submodules and linked work trees have it.
#[test]
fn a_git_file_that_names_anything() {
    let district = District::plain();
    let (victim, reader) = (district.reader("victim"), district.reader("reader"));
    victim.git(&["worktree", "add", "-q", "-b", "beside", "../beside"]);
    let before = victim.state();
    let (git, inside) = (reader.folder.join(".git"), reader.folder.join("hidden"));
    fs::rename(&git, &inside).expect("moved");
    let theirs = victim.folder.join(".git").to_string_lossy().into_owned();
    let modules = victim.folder.join(".git/modules/x");
    copy_folder(&inside, &modules);
    for named in [
        theirs.clone(),
        format!("{theirs}/worktrees/beside"),
        modules.to_string_lossy().into_owned(),
        "../../victim/register/.git".to_owned(),
        "hidden".to_owned(),
        "./hidden/../hidden".to_owned(),
        format!("{theirs}\r"),
        format!("{theirs}\0"),
        "a/".repeat(4000),
        "/dev/zero".to_owned(),
        "/proc/self/cwd/hidden".to_owned(),
        String::new(),
        ".".to_owned(),
    ] {
        fs::write(&git, format!("gitdir: {named}\n")).expect("written");
        for args in [FILE, &["sync"], &["verify"], &["history", "矿山 大山石场（虚构）"]] {
            let told = reader.fails(args, 2);
            assert!(told.contains(".git"), "{named}, {args:?}: {told}");
        }
        assert_eq!(victim.state(), before, "{named}");
    }
    for words in ["gitdir", "", "\u{FEFF}gitdir: hidden", "ref: hidden", "gitdir:hidden\ngitdir: /x\n"] {
        fs::write(&git, words).expect("written");
        assert!(reader.fails(FILE, 2).contains(".git"), "{words:?}");
    }
    fs::remove_file(&git).expect("removed");
    for target in [theirs.as_str(), "hidden"] {
        symlink(target, &git).expect("a link");
        assert!(reader.fails(FILE, 2).contains(".git"), "{target}");
        fs::remove_file(&git).expect("removed");
    }
    assert_eq!(victim.state(), before);
    fs::rename(&inside, &git).expect("moved back");
    reader.ok(FILE);
    reader.assert_clean();
}

/// A bare repository among the records, as if the folder of a kind were one: what is filed goes to the register.
#[test]
fn a_repository_among_the_records() {
    let district = District::plain();
    let reader = district.reader("reader");
    let (leads, before) = (reader.folder.join("leads"), reader.head());
    copy_folder(Path::new(&district.hub()), &leads);
    fs::write(leads.join("config"), "[core]\n\tbare = true\n\tfsmonitor = touch sprung\n\tworktree = ..\n").expect("written");
    let within = reader.in_folder(leads.clone());
    within.ok(FILE);
    within.says(
        &["sync", &district.hub()],
        str![[r#"
送出 1 次登记

"#]],
    );
    assert!(reader.head() != before && district.tip() == reader.head());
    assert_eq!(fs::read_to_string(leads.join("refs/heads/main")).expect("a branch").trim(), before);
    assert!(!leads.join("sprung").exists() && !reader.folder.join("sprung").exists());
}

/// Files that are written where they lie have no other name elsewhere.
#[test]
fn own_files_with_another_name_elsewhere() {
    let district = District::plain();
    let reader = district.reader("reader");
    reader.ok(FILE);
    let target = reader.home.join("target");
    for name in ["liandong/lock", "logs/HEAD", "logs/refs/heads/main"] {
        fs::write(&target, "原样").expect("written");
        let file = reader.folder.join(".git").join(name);
        fs::remove_file(&file).expect("it was there");
        fs::hard_link(&target, &file).expect("a name");
        assert!(reader.fails(FILE, 2).contains(name), "{name}");
        assert_eq!(fs::read_to_string(&target).expect("a file"), "原样", "{name}");
        fs::remove_file(&file).expect("removed");
    }
    // What is replaced is not written: the other name keeps what it had.
    for name in ["config", "index", "refs/heads/main", "liandong/marks/address"] {
        let (file, other) = (reader.folder.join(".git").join(name), reader.home.join("other"));
        fs::hard_link(&file, &other).expect("a name");
        let words = fs::read(&other).expect("a file");
        reader.ok(FILE);
        reader.ok(&["sync", &district.hub()]);
        assert_eq!(fs::read(&other).expect("a file"), words, "{name}");
        fs::remove_file(&other).expect("removed");
    }
    reader.assert_clean();
}

/// An index that says of one object where another lies.
#[test]
fn an_index_of_a_pack_is_not_believed() {
    let district = District::plain();
    let office = &district.office;
    for word in ["一", "二", "三"] {
        office.lead_as("区安委办", word);
    }
    office.git(&["repack", "-adq"]);
    let pack = office.folder.join(".git/objects/pack");
    let file = fs::read_dir(&pack).expect("a folder").map(|entry| entry.expect("an entry").path());
    let file = file.into_iter().find(|file| file.extension().is_some_and(|end| end == "idx")).expect("an index");
    let mut index = fs::read(&file).expect("a file");
    let count = usize::try_from(u32::from_be_bytes(index[8 + 255 * 4..8 + 1024].try_into().expect("four bytes"))).expect("small");
    let (names, offsets) = (8 + 1024, 8 + 1024 + count * 24);
    let place = |word: &str| {
        let id: git2::Oid = office.git(&["rev-parse", word]).trim().parse().expect("a name");
        index[names..offsets - count * 4].chunks_exact(20).position(|name| name == id.as_bytes()).expect("it is there")
    };
    let (one, other) = (place("HEAD:leads/2025/anweiban/001.toml"), place("HEAD:leads/2025/anweiban/002.toml"));
    let at = |place: usize| offsets + place * 4..offsets + place * 4 + 4;
    let (first, second) = (index[at(one)].to_vec(), index[at(other)].to_vec());
    index[at(one)].copy_from_slice(&second);
    index[at(other)].copy_from_slice(&first);
    let end = index.len() - 20;
    let sum = <sha1::Sha1 as sha1::Digest>::digest(&index[..end]);
    index[end..].copy_from_slice(&sum);
    assert!(Command::new("chmod").arg("u+w").arg(&file).status().expect("chmod runs").success());
    fs::write(&file, index).expect("written");
    assert!(office.git(&["show", "HEAD:leads/2025/anweiban/001.toml"]).contains("二"), "git believes it");
    let told = office.fails(&["check", "--rev", "HEAD"], 2);
    assert!(told.contains("git fsck"), "{told}");
    let history = liandong::git::History::open(&office.folder.as_path().into()).expect("a history");
    let head = history.find("HEAD").expect("readable").expect("a commit");
    let entry = history.entry(head, "leads/2025/anweiban/001.toml").expect("readable").expect("a file");
    assert!(history.blob(entry.id, 1 << 20).is_err(), "its bytes are another's");
}
