//! A folder that was copied, sent or lies on a stick can do nothing, whatever its sender wrote into git's own files.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use liandong::git::{History, Id};
use sha1::{Digest as _, Sha1};
use snapbox::str;

use super::district::{District, git_in};
use crate::support::{Person, assert_whole};

const LEAD: &str = "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"某事（虚构）\"\n";
const FILE: &[&str] =
    &["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "一（虚构）"];

/// A program that leaves a trace when it is run.
struct Trap {
    trace: PathBuf,
    program: String,
}

impl Trap {
    fn new(district: &District) -> Self {
        let trace = district.top.path().join("sprung");
        Self { program: format!("touch {}", trace.display()), trace }
    }

    fn hook(&self, file: &Path) {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, format!("#!/bin/sh\n{}\n", self.program)).expect("written");
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("executable");
    }

    fn assert_not_sprung(&self) {
        assert!(!self.trace.exists(), "a program of the folder was run");
    }
}

fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").args([from, to]).status().expect("cp runs").success());
}

fn ids(person: &Person) -> [String; 2] {
    [person.head(), person.git(&["rev-parse", "HEAD^{tree}"]).trim().to_owned()]
}

/// The note of an interrupted filing, as a sender would write it: one file within the register and others elsewhere.
#[test]
fn a_forged_note_is_not_carried_out() {
    let district = District::plain();
    let reader = district.reader("reader");
    let [head, tree] = ids(&reader);
    let commit = reader.git(&["commit-tree", &tree, "-p", &head, "-m", "x"]).trim().to_owned();
    let target = reader.home.join("autostart");
    fs::write(reader.home.join("profile"), "# 原样\n").expect("written");
    let blob = |text: &str| {
        reader.write(".git/text", text);
        reader.git(&["hash-object", "-w", ".git/text"]).trim().to_owned()
    };
    let place = |path: &str, working: Option<&str>, filed: &str| {
        let working = working.map_or("null".to_owned(), |text| format!("\"{}\"", blob(text)));
        let filed = blob(filed);
        format!(
            "{{\"path\":\"{path}\",\"mode\":33188,\"committed\":null,\"working\":{working},\"staged\":null,\"filed\":\"{filed}\"}}"
        )
    };
    let places = [
        place("units/../../autostart", None, "x"),
        place("units/../../profile", Some("# 原样\n"), "y"),
        place("leads/2025/gongan/009.toml", None, LEAD),
    ];
    for name in ["intent.json", "undo.json"] {
        let note = format!(
            "{{\"form\":1,\"branch\":\"refs/heads/main\",\"parent\":\"{head}\",\"commit\":\"{commit}\",\"exact\":true,\"folders\":[],\"places\":[{}]}}",
            places.join(",")
        );
        // With and without something where a seal would be.
        for words in [note.clone(), format!("{}\n{note}", "0".repeat(64)), format!("\n{note}")] {
            reader.write(&format!(".git/liandong/{name}"), &words);
            let told = reader.ok(&[FILE, &["--dry-run"]].concat());
            assert!(told.contains("没有照它办"), "{name}: {told}");
            assert_eq!(fs::read_to_string(reader.home.join("profile")).expect("a file"), "# 原样\n");
            assert!(!target.exists() && !reader.folder.join("leads").exists(), "{name}: it was carried out");
            assert_eq!(reader.head(), head);
        }
        fs::remove_file(reader.folder.join(".git/liandong").join(name)).expect("left alone");
    }
}

/// A note that its user made counts in the folder in which it was made, and in no copy of it.
#[test]
fn what_a_clone_remembers_does_not_go_along_with_a_copy() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let sent = police.in_folder(police.home.join("sent"));
    copy(&police.folder, &sent.folder);
    assert!(sent.ok(&["whoami"]).contains("还没有启用签名"), "the root of a copy was believed");
    let told = sent.ok(&["sync", &district.hub()]);
    assert_whole(
        &told,
        str![[r#"
文件夹里的记号 refs/liandong/root、refs/liandong/verified 不是您在本机这个文件夹里记下的（复制来的，或是旧版程序留下的），不作数；这一次已从头核验，并重新记下
从现在起核验签名。请打电话与办公室核对台账的起点：提交 [ID]，密钥 SHA256:[KEY]

"#]],
    );
    let told = sent.ok(&["sync"]);
    assert!(!told.contains("不作数") && !told.contains("打电话"), "{told}");
    assert!(!police.ok(&["sync"]).contains("不作数"), "its own folder");
    // Another user of the same folder, whose secret is another.
    let mut other = sent.command(&["sync", &district.hub()]);
    let told = other.env("XDG_STATE_HOME", sent.home.join("other")).output().expect("runs");
    assert!(crate::support::said(&told).contains("不作数"));
}

/// Two registers of one user, and two names in one folder: a seal fits one place and one name.
#[test]
fn a_mark_of_another_register_or_by_another_name_is_none() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let other = District::trusted();
    let theirs = other.member("gongan", "公安");
    let marks = |person: &Person| person.folder.join(".git/liandong/marks");
    let copied = |from: &Path, to: &Path| fs::copy(from, to).map(drop).expect("copied");
    for name in ["root", "verified", "address"] {
        copied(&marks(&theirs).join(name), &marks(&police).join(name));
    }
    let told = police.ok(&["sync", &district.hub()]);
    assert_whole(
        &told,
        str![[r#"
文件夹里的记号 refs/liandong/root、refs/liandong/verified 不是您在本机这个文件夹里记下的（复制来的，或是旧版程序留下的），不作数；这一次已从头核验，并重新记下
从现在起核验签名。请打电话与办公室核对台账的起点：提交 [ID]，密钥 SHA256:[KEY]

"#]],
    );
    copied(&marks(&police).join("verified"), &marks(&police).join("root"));
    police.says(&["sync"], str![[r#"
文件夹里的记号 refs/liandong/root 不是您在本机这个文件夹里记下的（复制来的，或是旧版程序留下的），不作数；这一次已从头核验，并重新记下
从现在起核验签名。请打电话与办公室核对台账的起点：提交 [ID]，密钥 SHA256:[KEY]

"#]]);
    // Words are sealed byte by byte.
    for change in ["\r\n", " ", "\0", "\u{FEFF}"] {
        let words = fs::read_to_string(marks(&police).join("verified")).expect("a file");
        fs::write(marks(&police).join("verified"), words + change).expect("written");
        assert!(police.ok(&["sync"]).contains("refs/liandong/verified"), "{change:?}");
    }
    assert!(!police.ok(&["sync"]).contains("不作数"));
}

#[test]
fn own_files_that_are_links_pipes_or_devices_are_refused_by_name() {
    let district = District::plain();
    let reader = district.reader("reader");
    let target = reader.home.join("target");
    let elsewhere = reader.home.join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    reader.ok(&[FILE, &["--dry-run"]].concat());
    let pipe = |file: &Path| assert!(Command::new("mkfifo").arg(file).status().expect("mkfifo runs").success());
    let own = [
        "liandong/lock",
        "liandong/intent.json",
        "liandong/undo.json",
        "liandong/branch",
        "liandong/marks/verified",
        "liandong",
        "logs/HEAD",
        "logs/refs/heads/main",
        "config",
        "HEAD",
        "index",
        "index.lock",
        "packed-refs",
        "refs/heads",
        "refs/heads/main.lock",
        "objects",
        "objects/ab",
        "info",
    ];
    let state = reader.head();
    for name in own {
        for kind in ["link", "pipe", "device"] {
            fs::write(&target, "原样").expect("written");
            let file = reader.folder.join(".git").join(name);
            let kept = reader.folder.join(".git/kept");
            let was_there = fs::rename(&file, &kept).is_ok();
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            match kind {
                "link" if kept.is_dir() => symlink(&elsewhere, &file).expect("a link"),
                "link" => symlink(&target, &file).expect("a link"),
                "pipe" => pipe(&file),
                _ => symlink("/dev/zero", &file).expect("a link"),
            }
            for args in [FILE, &["sync"], &["whoami"]] {
                let told = reader.run(args);
                let words = crate::support::said(&told);
                assert_eq!(told.status.code(), Some(2), "{name} as {kind}, {args:?}: {words}");
                assert!(words.contains(name) || words.contains(".git"), "{name} as {kind}, {args:?}: {words}");
            }
            fs::remove_file(&file).expect("it is left alone");
            if was_there {
                fs::rename(&kept, &file).expect("put back");
            }
            assert_eq!(fs::read_to_string(&target).expect("a file"), "原样", "{name}");
            assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0, "{name}");
        }
    }
    assert_eq!(reader.head(), state);
    reader.ok(FILE);
    reader.assert_clean();
}

/// A git folder that leads into another repository of the victim's.
#[test]
fn a_git_folder_that_leads_into_another_repository() {
    let district = District::plain();
    let (victim, reader) = (district.reader("victim"), district.reader("reader"));
    let before = victim.state();
    let git = reader.folder.join(".git");
    fs::write(git.join("commondir"), format!("{}\n", victim.folder.join(".git").display())).expect("written");
    reader.fails_with(FILE, 2, str![[r#"
未能完成：[TEMP]/reader/register/.git/commondir 是链接、管道或设备，或者指向别的仓库，git 的文件夹里不该有，一概不读不写；文件夹若是复制来的，请改用 liandong clone 重新取一份
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]]);
    fs::remove_dir_all(&git).expect("removed");
    fs::write(&git, format!("gitdir: {}\n", victim.folder.join(".git").display())).expect("written");
    reader.fails_with(FILE, 2, str![[r#"
未能完成：[TEMP]/reader/register/.git 是链接、管道或设备，或者指向别的仓库，git 的文件夹里不该有，一概不读不写；文件夹若是复制来的，请改用 liandong clone 重新取一份
所填内容已存为草稿 leads-2；改好后，同一命令加 --from drafts/leads-2.toml 登记

"#]]);
    assert_eq!(victim.state(), before);
    // A work tree that git itself made is none of that.
    victim.git(&["worktree", "add", "-q", "-b", "beside", "../beside"]);
    let beside = victim.in_folder(victim.home.join("beside"));
    beside.ok(FILE);
    beside.assert_clean();
}

#[test]
fn a_remote_within_the_folder_or_named_by_it_alone() {
    let district = District::plain();
    let (reader, trap) = (district.reader("reader"), Trap::new(&district));
    reader.ok(FILE);
    let within = reader.folder.join(".git/e.git");
    copy(Path::new(&district.hub()), &within);
    trap.hook(&within.join("hooks/pre-receive"));
    let absolute = within.to_string_lossy().into_owned();
    let spelled = format!("file://{}/register/%2e%67it/e.git", reader.home.display());
    for address in [".git/e.git", "./.git/e.git", &absolute, &format!("file://{absolute}"), "../register/.git/e.git", &spelled] {
        reader.git(&["config", "remote.origin.url", address]);
        assert!(reader.fails(&["sync"], 2).contains("就在台账文件夹里面"), "{address}");
        assert!(reader.fails(&["sync", address], 2).contains("就在台账文件夹里面"), "{address}, named");
    }
    // Elsewhere on this computer: only its user says so, and once.
    let beside = reader.home.join("e.git");
    copy(&within, &beside);
    let address = beside.to_string_lossy().into_owned();
    for given in ["../e.git", &address, &format!("file://{address}")] {
        reader.git(&["config", "remote.origin.url", given]);
        let told = reader.fails(&["sync"], 2);
        assert!(told.contains("以您的名义运行程序") && told.contains(&format!("liandong sync {given}")), "{given}: {told}");
    }
    trap.assert_not_sprung();
    fs::remove_file(beside.join("hooks/pre-receive")).expect("removed");
    reader.git(&["config", "remote.origin.url", &address]);
    reader.ok(&["sync", &address]);
    reader.ok(&["sync"]);
    // A copy of the folder has to be told again.
    let sent = reader.in_folder(reader.home.join("sent"));
    copy(&reader.folder, &sent.folder);
    sent.fails_with(&["sync"], 2, str![[r#"
未能完成：共享地址 [TEMP]/reader/e.git 是本机或共享盘上的文件夹，谁能写那里，谁就能以您的名义运行程序；这个地址是台账文件夹自带的，您还没有在本机确认过，没有联网；信得过那里，请写明地址运行一次：liandong sync [TEMP]/reader/e.git

"#]]);
}

#[test]
fn settings_of_the_folder_are_without_effect() {
    let district = District::plain();
    let (office, trap) = (&district.office, Trap::new(&district));
    let (touch, elsewhere) = (trap.program.as_str(), district.top.path().join("else.git").to_string_lossy().into_owned());
    git_in(district.top.path(), &["clone", "-q", "--bare", "hub.git", "else.git"]);
    let before = git_in(district.top.path(), &["--git-dir", "else.git", "rev-parse", "main"]);
    let home = office.home.to_string_lossy().into_owned();
    // Every file goes through a filter, says whatever names attributes.
    let attributes = office.home.join("attributes");
    fs::write(&attributes, "* filter=x diff=x merge=x text eol=crlf ident\n").expect("written");
    fs::create_dir_all(office.folder.join(".git/info")).expect("a folder");
    fs::copy(&attributes, office.folder.join(".git/info/attributes")).expect("copied");
    let attributes = attributes.to_string_lossy().into_owned();
    let settings = [
        ("core.fsmonitor", touch),
        ("core.hooksPath", &*home),
        ("core.sshCommand", touch),
        ("core.gitProxy", touch),
        ("core.askPass", touch),
        ("core.alternateRefsCommand", touch),
        ("core.pager", touch),
        ("core.editor", touch),
        ("core.worktree", &*home),
        ("core.worktree", "/nowhere/at/all"),
        ("core.attributesFile", &*attributes),
        ("core.excludesFile", &*attributes),
        ("core.bare", "true"),
        ("core.commitGraph", "true"),
        ("credential.helper", touch),
        ("filter.x.clean", touch),
        ("gpg.program", touch),
        ("gpg.ssh.program", touch),
        ("http.proxy", "http://127.0.0.1:0"),
        ("http.extraHeader", "X: y"),
        ("http.curloptResolve", "example.invalid:443:127.0.0.1"),
        ("http.sslVerify", "false"),
        ("fetch.bundleURI", &*elsewhere),
        ("fetch.negotiationAlgorithm", "noop"),
        ("log.follow", "true"),
        ("push.pushOption", "x"),
        ("push.gpgSign", "true"),
        ("protocol.ext.allow", "always"),
        ("protocol.file.allow", "never"),
        ("remote.origin.pushurl", &*elsewhere),
        ("remote.origin.uploadpack", touch),
        ("remote.origin.receivepack", touch),
        ("remote.origin.vcs", "evil"),
        ("remote.origin.proxy", "http://127.0.0.1:0"),
        ("remote.origin.fetch", "+refs/heads/main:refs/heads/taken"),
        ("remote.origin.mirror", "true"),
        ("remote.origin.tagOpt", "--tags"),
        ("branch.main.remote", &*elsewhere),
        ("branch.main.pushRemote", &*elsewhere),
        ("transfer.fsckObjects", "false"),
        ("uploadpack.packObjectsHook", touch),
        ("url./elsewhere.insteadOf", "/"),
        ("url.ext::sh -c evil.pushInsteadOf", "/"),
        ("remote.pushDefault", "elsewhere"),
        ("remote.elsewhere.url", &*elsewhere),
        ("submodule.recurse", "true"),
        ("alias.push", &*format!("!{touch}")),
    ];
    trap.hook(&office.folder.join(".git/hooks/pre-push"));
    trap.hook(&office.folder.join(".git/hooks/reference-transaction"));
    for (at, (key, value)) in settings.into_iter().enumerate() {
        let config = office.folder.join(".git/config");
        let kept = fs::read(&config).expect("a file");
        let file = config.to_string_lossy().into_owned();
        git_in(district.top.path(), &["config", "--file", &file, "--add", key, value]);
        office.lead_as("区安委办", &format!("第 {at} 件"));
        let told = office.ok(&["sync"]);
        assert!(told.contains("送出 1 次登记"), "{key}: {told}");
        if !matches!(key, "core.bare" | "branch.main.remote" | "branch.main.pushRemote" | "remote.origin.fetch") {
            let told = office.ok(&["whoami"]).to_lowercase();
            assert!(told.contains(&key.to_lowercase()), "{key} is listed: {told}");
        }
        fs::write(&config, kept).expect("written");
        assert_eq!(district.tip(), office.head(), "{key}: it went elsewhere");
        assert_eq!(git_in(district.top.path(), &["--git-dir", "else.git", "rev-parse", "main"]), before, "{key}");
        assert!(!office.home.join("leads").exists(), "{key}: written outside");
        assert!(office.git(&["for-each-ref", "refs/heads/taken"]).is_empty(), "{key}");
    }
    trap.assert_not_sprung();
    fs::remove_file(office.folder.join(".git/info/attributes")).expect("removed");
    office.assert_clean();
    let kept = office.read(".git/config");
    for words in
        ["[include]\npath = /x\n", "[INCLUDE] path=/x\n", "[includeIf \"gitdir:/\"]\npath = /x\n", "[core] [include]path=x\n"]
    {
        office.write(".git/config", &format!("{kept}{words}"));
        assert!(office.fails(&["sync"], 2).contains("include.path"), "other files are not read: {words}");
    }
    for words in
        ["[extensions]\n\tnobody = true\n[core]\n\trepositoryformatversion = 1\n", "[core]\n\trepositoryformatversion = 99\n"]
    {
        office.write(".git/config", &format!("{kept}{words}"));
        office.fails(&["sync"], 2);
    }
}

/// By one line in its configuration git itself would set the mark up to where the clone has verified.
#[test]
fn a_fetch_sets_no_mark() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    fs::remove_file(Path::new(&district.hub()).join("hooks/pre-receive")).expect("a hook");
    police.git(&["config", "commit.gpgsign", "false"]);
    police.write("leads/2025/linye/001.toml", LEAD);
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", "未签名（虚构）"]);
    police.git(&["push", "-q", "origin", "HEAD:main"]);
    let evil = police.head();
    for target in ["verified", "root"] {
        forest.git(&["config", "--add", "remote.origin.fetch", &format!("+refs/heads/main:refs/liandong/{target}")]);
    }
    let before = forest.head();
    forest.fails_with(
        &["sync"],
        1,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        没有签名

"#]],
    );
    // And if somebody had set it by hand.
    forest.git(&["fetch", "-q", "origin"]);
    for name in ["verified", "root"] {
        forest.git(&["update-ref", &format!("refs/liandong/{name}"), &evil]);
        let mark = forest.folder.join(".git/liandong/marks").join(name);
        let words = fs::read_to_string(&mark).expect("a file");
        let (seal, _) = words.split_once('\n').expect("a seal");
        fs::write(&mark, format!("{seal}\n{evil}")).expect("written");
    }
    forest.fails_with(
        &["sync"],
        1,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        没有签名

"#]],
    );
    assert_eq!(forest.head(), before);
}

/// What tells history otherwise than its commits do.
#[test]
fn grafts_and_borrowed_objects_are_refused_and_replacements_are_not_seen() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let evil = police.in_folder(police.home.join("register"));
    evil.git(&["config", "commit.gpgsign", "false"]);
    evil.write("leads/2025/linye/001.toml", LEAD);
    evil.git(&["add", "-A"]);
    evil.git(&["commit", "-qm", "未签名（虚构）"]);
    let (head, hidden) = (evil.head(), evil.git(&["rev-parse", "HEAD~1"]).trim().to_owned());
    evil.fails_with(
        &["verify"],
        1,
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
 提交        文件  问题
 [ID]        没有签名
3 次提交中有 1 处核验不过
有 1 次登记还没有送出；送出用 liandong sync

"#]],
    );
    for (file, words) in [
        ("info/grafts", format!("{head} {hidden}\n")),
        ("objects/info/alternates", format!("{}/objects\n", district.hub())),
        ("objects/info/http-alternates", "http://example.invalid/objects\n".to_owned()),
    ] {
        evil.write(&format!(".git/{file}"), &words);
        for args in [&["verify"][..], &["sync"], &["history", "矿山 大山石场（虚构）"], FILE] {
            assert!(evil.fails(args, 2).contains(file), "{file}, {args:?}");
        }
        fs::remove_file(evil.folder.join(".git").join(file)).expect("left alone");
    }
    // A commit that looks signed in place of the one that is not.
    evil.git(&["replace", &head, &hidden]);
    evil.fails_with(
        &["verify"],
        1,
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
 提交        文件  问题
 [ID]        没有签名
3 次提交中有 1 处核验不过
有 1 次登记还没有送出；送出用 liandong sync

"#]],
    );
    evil.git(&["replace", "-d", &head]);
    // A clone that was cut off, and one that only looks so.
    evil.write(".git/shallow", &format!("{hidden}\n"));
    for args in [&["verify"][..], &["trust", "show"], &["history", "矿山 大山石场（虚构）"]] {
        assert!(evil.fails(args, 2).contains("浅克隆"), "{args:?}");
    }
}

/// A graph of commits in which one has another parent than it says.
#[test]
fn a_graph_of_commits_is_not_believed() {
    let district = District::plain();
    let office = &district.office;
    let start = office.head();
    for word in ["一", "二", "三"] {
        office.lead_as("区安委办", word);
    }
    office.git(&["commit-graph", "write", "--reachable"]);
    let file = office.folder.join(".git/objects/info/commit-graph");
    let mut graph = fs::read(&file).expect("a graph");
    let chunk = |name: &[u8; 4], graph: &[u8]| {
        let entry = graph[8..].chunks_exact(12).find(|entry| &entry[..4] == name).expect("a chunk");
        usize::try_from(u64::from_be_bytes(entry[4..].try_into().expect("eight bytes"))).expect("small")
    };
    let (names, data) = (chunk(b"OIDL", &graph), chunk(b"CDAT", &graph));
    let place = |id: &str| {
        let id: git2::Oid = id.parse().expect("a name");
        graph[names..data].chunks_exact(20).position(|name| name == id.as_bytes()).expect("it is there")
    };
    // git reads the tip itself, and goes by the graph from there.
    let before = office.git(&["rev-parse", "HEAD~1"]);
    let (before, root) = (place(before.trim()), u32::try_from(place(&start)).expect("small"));
    graph[data + before * 36 + 20..][..4].copy_from_slice(&root.to_be_bytes());
    let end = graph.len() - 20;
    let sum = Sha1::digest(&graph[..end]);
    graph[end..].copy_from_slice(&sum);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("changed");
    fs::write(&file, graph).expect("written");
    assert_eq!(office.git(&["rev-list", "--count", &format!("{start}..HEAD")]).trim(), "2", "git believes it");
    let history = History::open(&office.folder.as_path().into()).expect("a history");
    let id = |digits: &str| -> Id { history.find(digits).expect("readable").expect("a commit") };
    assert_eq!(history.commits_since(id("HEAD"), &[id(&start)]).expect("readable").len(), 3);
    assert!(history.is_descendant(id("HEAD"), id("HEAD~1")).expect("readable"));
    let path = "leads/2025/anweiban/002";
    assert!(office.ok(&["history", path]).contains("二"), "history goes by commits");
}

/// A folder of drafts that leads elsewhere.
#[test]
fn drafts_are_not_kept_or_shown_by_way_of_a_link() {
    let district = District::plain();
    let reader = district.reader("reader");
    let outside = reader.home.join("outside");
    fs::create_dir(&outside).expect("a folder");
    fs::write(outside.join("notice-1.toml"), "secret = \"外面的\"\n").expect("written");
    let drafts = reader.folder.join("drafts");
    symlink(&outside, &drafts).expect("a link");
    let draft = ["notice", "new", "--as", "公安", "--title", "草（虚构）", "--content", "2", "--to", "林业"];
    let told = crate::support::said(&reader.run(&draft));
    assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 1, "{told}");
    assert!(!crate::support::said(&reader.run(&["draft", "show", "notice-1"])).contains("外面的"));
    fs::remove_file(&drafts).expect("a link");
    fs::create_dir(&drafts).expect("a folder");
    symlink(outside.join("notice-1.toml"), drafts.join("notice-2.toml")).expect("a link");
    assert!(!crate::support::said(&reader.run(&["draft", "show", "notice-2"])).contains("外面的"));
}
