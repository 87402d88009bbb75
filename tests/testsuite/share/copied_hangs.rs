//! A copied folder does not keep anybody waiting: whatever stands in the place of a file, every command ends soon, with little memory.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use super::district::{District, LEAD};
use crate::support::{LIANDONG, Person, said};

/// Every way to read or write a register.
const COMMANDS: &[&[&str]] = &[
    &["whoami"],
    &["check"],
    &["list", "leads"],
    &["show", "leads/2025/gongan/001"],
    &["history", "leads/2025/gongan/001"],
    &["verify"],
    &["draft", "show", "notice-1"],
    &["sync"],
];
const SPARSE: u64 = 8 << 30;
const SOON: Duration = Duration::from_secs(10);

/// A command with two gigabytes to reserve, a good part of which its threads do.
fn bounded(person: &Person, args: &[&str]) -> Output {
    let mut command = person.program("timeout");
    command.args(["30", "sh", "-c", "ulimit -v 2000000; exec \"$@\"", "sh", LIANDONG]).args(args);
    command.output().expect("runs")
}

/// All of them end as commands do.
fn assert_all_end(person: &Person, why: &str) {
    let file = [LEAD, &["二（虚构）", "--as", "公安", "--dry-run"]].concat();
    for args in COMMANDS.iter().copied().chain([&*file]) {
        let begun = Instant::now();
        let done = bounded(person, args);
        let words = said(&done);
        assert!(matches!(done.status.code(), Some(0..=2)), "{why}, {args:?}: {:?} {words}", done.status);
        assert!(begun.elapsed() < SOON, "{why}, {args:?}: {:?}", begun.elapsed());
        assert!(words.len() < 40_000, "{why}, {args:?}: {}", words.len());
    }
}

fn pipe(file: &Path) {
    assert!(Command::new("mkfifo").arg(file).status().expect("mkfifo runs").success());
}

/// The register of somebody who has filed, with a draft.
fn reader(district: &District) -> Person {
    let reader = district.reader("reader");
    reader.lead_as("公安", "一");
    reader.write("drafts/notice-1.toml", "title = \"草（虚构）\"\n");
    reader
}

/// Whether a command that is certain to read a file refuses what stands in its place.
#[test]
fn files_of_any_size_in_the_place_of_gits() {
    let district = District::plain();
    let reader = reader(&district);
    let head = reader.head();
    for name in [
        ".git",
        ".git/HEAD",
        ".git/config",
        ".git/packed-refs",
        ".git/index",
        ".git/index.lock",
        ".git/commondir",
        ".git/shallow",
        ".git/info/exclude",
        ".git/refs/heads/main",
        ".git/refs/heads/main.lock",
        ".git/logs/HEAD",
        ".git/liandong/lock",
        ".git/liandong/intent.json",
        ".git/liandong/marks/root",
        ".git/liandong/marks/address",
        "mechanism.toml",
        "units/gongan.toml",
        "leads/2025/gongan/001.toml",
        "keys/gongan.toml",
        "drafts/notice-1.toml",
    ] {
        let (file, kept) = (reader.folder.join(name), reader.home.join("kept"));
        let was_there = fs::rename(&file, &kept).is_ok();
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::File::create(&file).and_then(|file| file.set_len(SPARSE)).expect("a sparse file");
        assert_all_end(&reader, name);
        fs::remove_file(&file).expect("it is left there");
        if was_there {
            fs::rename(&kept, &file).expect("put back");
        }
    }
    assert_eq!(reader.head(), head);
    reader.assert_clean();
}

#[test]
fn pipes_and_devices_in_the_place_of_records() {
    let district = District::plain();
    let reader = reader(&district);
    for name in [
        "mechanism.toml",
        "settings.toml",
        "units/gongan.toml",
        "leads/2025/gongan/001.toml",
        "leads",
        "drafts/notice-1.toml",
        ".gitattributes",
    ] {
        let (file, kept) = (reader.folder.join(name), reader.home.join("kept"));
        let was_there = fs::rename(&file, &kept).is_ok();
        for device in [None, Some("/dev/zero"), Some("/dev/tty")] {
            match device {
                None => pipe(&file),
                Some(device) => symlink(device, &file).expect("a link"),
            }
            assert_all_end(&reader, name);
            fs::remove_file(&file).expect("it is left there");
        }
        if was_there {
            fs::rename(&kept, &file).expect("put back");
        }
    }
    reader.assert_clean();
}

/// A lock of git's that is a link to something without end, or a pipe: whoever asks whose it is waits for nothing.
#[test]
fn pipes_and_devices_in_the_place_of_locks() {
    let district = District::plain();
    let reader = reader(&district);
    for name in ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "refs/heads/main.lock"] {
        let file = reader.folder.join(".git").join(name);
        for device in [None, Some("/dev/zero")] {
            match device {
                None => pipe(&file),
                Some(device) => symlink(device, &file).expect("a link"),
            }
            let done = bounded(&reader, &["doctor", "--offline"]);
            assert!(matches!(done.status.code(), Some(1..=2)) && said(&done).contains(name), "{name}: {}", said(&done));
            assert_all_end(&reader, name);
            fs::remove_file(&file).expect("it is left there");
        }
    }
    // A lock of as many bytes as somebody likes is another's, and is read no further than this program's own words.
    let file = reader.folder.join(".git/config.lock");
    fs::File::create(&file).and_then(|file| file.set_len(1 << 19)).expect("a file");
    assert!(said(&bounded(&reader, &["doctor", "--offline"])).contains("config.lock"));
    fs::remove_file(&file).expect("it is left there");
    reader.assert_clean();
}

/// The key with which a folder's configuration says that its user signs, and requests to be admitted.
#[test]
fn pipes_and_devices_in_the_place_of_keys() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let key = police.home.join("key");
    pipe(&key);
    let (key, folder) = (key.to_string_lossy().into_owned(), police.home.to_string_lossy().into_owned());
    for named in [&*key, "/dev/zero", "/dev/tty", &*folder, "key::ssh-ed25519 A", "-oProxyCommand=x"] {
        police.git(&["config", "user.signingkey", named]);
        assert_all_end(&police, named);
        let done = bounded(&police, &["key", "add", named, "--dry-run"]);
        assert_eq!(done.status.code(), Some(2), "{named}: {}", said(&done));
    }
}

/// HEAD leads round and round, or to nothing that is a branch.
#[test]
fn a_head_that_leads_nowhere() {
    let district = District::plain();
    let reader = reader(&district);
    reader.write(".git/refs/heads/ring", "ref: refs/heads/round\n");
    reader.write(".git/refs/heads/round", "ref: refs/heads/ring\n");
    let long = format!("ref: refs/heads/{}\n", "a/".repeat(3000));
    for head in [
        "ref: refs/heads/ring\n",
        "ref: refs/heads/../../config\n",
        "ref: refs/liandong/root\n",
        "ref: /etc/passwd\n",
        "ref: \n",
        "ref: refs/heads/a\0b\n",
        "ref: refs/heads/main\r\n",
        "\0\0\0\0",
        "",
        &long,
        "0000000000000000000000000000000000000000\n",
        "4b825dc642cb6eb9a060e54bf8d69288fbee4904\n",
    ] {
        fs::write(reader.folder.join(".git/HEAD"), head).expect("written");
        assert_all_end(&reader, head);
        let done = bounded(&reader, &[LEAD, &["三（虚构）", "--as", "公安"]].concat());
        // git itself takes a line that ends in CRLF for one that does not, and a name up to where it ends in C.
        assert!(
            head.ends_with("main\r\n") || head.contains("a\0b") || done.status.code() == Some(2),
            "{head:?}: {}",
            said(&done)
        );
    }
}
