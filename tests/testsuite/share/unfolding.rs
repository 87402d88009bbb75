//! A few objects that stand for more than anybody could list.

use std::path::Path;

use snapbox::str;

use super::district::{District, git_in};
use crate::support::{assert_whole, said};

/// Eight folders that unfold into millions of paths, brought by a file and by a push, signed by nobody.
#[test]
fn folders_that_unfold_without_end_cost_nothing() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    let repository = git2::Repository::open(&police.folder).expect("a repository");
    let odb = repository.odb().expect("a store");
    let blob = repository.blob(b"x").expect("written");
    let tree_of = |mode: &str, id: git2::Oid| {
        let entry = |number: u32| [format!("{mode} f{number}\0").as_bytes(), id.as_bytes()].concat();
        odb.write(git2::ObjectType::Tree, &(0..10).flat_map(entry).collect::<Vec<u8>>()).expect("written")
    };
    let mut tree = tree_of("100644", blob);
    for _ in 0..7 {
        tree = tree_of("40000", tree);
    }
    let head = repository.head().expect("a head").peel_to_commit().expect("a commit");
    let mut builder = repository.treebuilder(Some(&head.tree().expect("a tree"))).expect("a tree");
    builder.insert("zz", tree, 0o040_000).expect("inserted");
    let top = builder.write().expect("written").to_string();
    let bomb = police.git(&["-c", "commit.gpgsign=false", "commit-tree", &top, "-p", "HEAD", "-m", "x"]);
    police.git(&["update-ref", "refs/heads/bomb", bomb.trim()]);
    police.git(&["bundle", "create", "-q", "../bomb.bundle", "bomb"]);
    let file = police.home.join("bomb.bundle").to_string_lossy().into_owned();
    let begun = std::time::Instant::now();
    let told = forest.fails(&["receive", &file], 2);
    assert!(told.contains("数不清的路径") && told.len() < 2_000, "{}", &told[..told.len().min(2_000)]);
    let upon = git_in(Path::new(&district.hub()), &["rev-parse", "main"]);
    police.git(&["fetch", "-q", "origin"]);
    let bomb = police.git(&["-c", "commit.gpgsign=false", "commit-tree", &top, "-p", upon.trim(), "-m", "x"]);
    let pushed = police.try_git(&["push", "origin", &format!("{}:refs/heads/main", bomb.trim())]);
    assert!(!pushed.status.success() && said(&pushed).contains("数不清的路径"), "{}", said(&pushed));
    assert!(begun.elapsed().as_secs() < 20, "it took {:?}", begun.elapsed());
    forest.fails_with(
        &["check", "--rev", "refs/liandong/received"],
        2,
        str![[r#"
未能完成：读不出提交“refs/liandong/received”：少数几个文件夹套成了数不清的路径，不是台账，不予收取；请告诉办公室是谁送来的

"#]],
    );
    forest.assert_clean();
}

/// A commit whose message is a hundred kilobytes on its way and unfolds into a hundred million, signed by nobody.
#[test]
fn a_commit_that_says_more_than_anybody_writes() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    let long = police.home.join("long");
    std::fs::write(&long, "一".repeat(5 << 20)).expect("written");
    let long = long.to_string_lossy().into_owned();
    let head = police.git(&["-c", "commit.gpgsign=false", "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-F", &long]);
    police.git(&["update-ref", "refs/heads/long", head.trim()]);
    police.git(&["bundle", "create", "-q", "../long.bundle", "long"]);
    let file = police.home.join("long.bundle").to_string_lossy().into_owned();
    forest.fails_with(
        &["receive", &file],
        2,
        str![[r#"
未能完成：提交 [ID] 的话长得离奇，不是谁写得出来的，不予收取；请告诉办公室是谁送来的

"#]],
    );
    let pushed = police.try_git(&["push", "origin", "long:refs/heads/main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("长得离奇"), "{}", said(&pushed));
    forest.assert_clean();
}

/// Eight hundred paths to one file of a megabyte, which come in four kilobytes, brought by a file, by a push and by a clone.
#[test]
fn a_file_at_many_paths_fills_no_folder() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    let text = format!("# {}\nreceived = 2025-11-21\nchannel = \"patrol\"\ntitle = \"某事（虚构）\"\n", "一".repeat(300_000));
    for number in 1..=800 {
        police.write(&format!("leads/2025/gongan/{number:03}.toml"), &text);
    }
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", &police.for_register("线索（虚构）")]);
    police.git(&["bundle", "create", "-q", "../heavy.bundle", "main"]);
    let file = police.home.join("heavy.bundle").to_string_lossy().into_owned();
    let begun = std::time::Instant::now();
    let told = forest.fails(&["receive", &file], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：送来的文件展开后大得离奇，不是登记出来的，不予收取；请告诉办公室是谁送来的

"#]],
    );
    // The gate refuses it by what the office has set, and by its size where nothing is set.
    let before = district.tip();
    let pushed = police.try_git(&["push", "origin", "main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("record-bytes"), "{}", said(&pushed));
    assert_eq!(district.tip(), before);
    let open = district.top.path().join("open.git");
    git_in(district.top.path(), &["clone", "-q", "--bare", &police.folder.to_string_lossy(), "open.git"]);
    let clone = forest.run(&["clone", &open.to_string_lossy(), "second"]);
    assert!(!clone.status.success() && said(&clone).contains("展开后大得离奇"), "{}", said(&clone));
    assert!(begun.elapsed().as_secs() < 30, "it took {:?}", begun.elapsed());
    forest.assert_clean();
}

/// A folder with more files than anybody names: the first of what is wrong is said, and no more is looked at.
#[test]
fn of_files_without_number_the_first_are_named() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.ok(&["sync"]);
    let repository = git2::Repository::open(&police.folder).expect("a repository");
    let blob = repository.blob(b"x").expect("written");
    let entry = |number: u32| [format!("100644 f{number:06}\0").as_bytes(), blob.as_bytes()].concat();
    let tree = (0..300_000).flat_map(entry).collect::<Vec<u8>>();
    let tree = repository.odb().and_then(|odb| odb.write(git2::ObjectType::Tree, &tree)).expect("written");
    let head = repository.head().and_then(|head| head.peel_to_tree()).expect("a tree");
    let mut builder = repository.treebuilder(Some(&head)).expect("a tree");
    builder.insert("zz", tree, 0o040_000).expect("inserted");
    let top = builder.write().expect("written").to_string();
    let commit = police.git(&["commit-tree", "-S", &top, "-p", "HEAD", "-m", &police.for_register("多（虚构）")]);
    let begun = std::time::Instant::now();
    let pushed = police.try_git(&["push", "origin", &format!("{}:refs/heads/main", commit.trim())]);
    let words = said(&pushed);
    assert!(!pushed.status.success() && words.contains("不是台账里的路径"), "{}", &words[..words.len().min(2_000)]);
    assert!(words.matches("不是台账里的路径").count() <= 50 && words.contains("没有再看"), "{}", words.len());
    assert!(begun.elapsed().as_secs() < 20, "it took {:?}", begun.elapsed());
}

/// Commits of a few bytes that each put three hundred thousand paths there, or take them away, signed as they should be.
#[test]
fn commits_that_change_paths_without_number_are_not_listed() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    let repository = git2::Repository::open(&police.folder).expect("a repository");
    let blob = repository.blob(b"x").expect("written");
    let entry = |number: u32| [format!("100644 f{number:06}\0").as_bytes(), blob.as_bytes()].concat();
    let tree = (0..300_000).flat_map(entry).collect::<Vec<u8>>();
    let tree = repository.odb().and_then(|odb| odb.write(git2::ObjectType::Tree, &tree)).expect("written");
    let head = repository.head().and_then(|head| head.peel_to_tree()).expect("a tree");
    let mut builder = repository.treebuilder(Some(&head)).expect("a tree");
    builder.insert("zz", tree, 0o040_000).expect("inserted");
    let (with, without) = (builder.write().expect("written").to_string(), head.id().to_string());
    let mut tip = police.head();
    for number in 0..40 {
        let tree = if number % 2 == 0 { &with } else { &without };
        tip = police.git(&["commit-tree", "-S", tree, "-p", &tip, "-m", &police.for_register("来回（虚构）")]).trim().to_owned();
    }
    let begun = std::time::Instant::now();
    // On the main line, and on a side that a merge brings.
    let merged = police.for_register("合并（虚构）");
    let merge = police.git(&["commit-tree", "-S", "HEAD^{tree}", "-p", "HEAD", "-p", &tip, "-m", &merged]);
    for tip in [&*tip, merge.trim()] {
        police.git(&["update-ref", "refs/heads/many", tip]);
        police.git(&["bundle", "create", "-q", "../many.bundle", "many"]);
        let file = police.home.join("many.bundle").to_string_lossy().into_owned();
        let told = forest.fails(&["receive", &file], 2);
        assert!(told.contains("数不清的路径"), "{told}");
    }
    assert!(begun.elapsed().as_secs() < 40, "it took {:?}", begun.elapsed());
    forest.assert_clean();
}

/// An object of a pack: its kind, the size that it says, what stands before its bytes, and these.
fn packed(kind: u8, before: &[u8], bytes: &[u8]) -> Vec<u8> {
    let (mut size, mut head) = (bytes.len(), Vec::new());
    let mut next = (kind << 4) | u8::try_from(size & 15).expect("small");
    size >>= 4;
    while size > 0 {
        head.push(next | 0x80);
        next = u8::try_from(size & 0x7F).expect("small");
        size >>= 7;
    }
    head.push(next);
    let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut deflated, bytes).expect("packed");
    [&*head, before, &*deflated.finish().expect("packed")].concat()
}

/// A number in sevens of bits.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7F {
        bytes.push(u8::try_from(number & 0x7F).expect("small") | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).expect("small"));
    bytes
}

/// Differences in a few bytes whose results are gigabytes: one that is too large, and many that are together. git would make each of them.
#[test]
fn differences_that_unfold_without_end_are_not_handed_to_git() {
    use sha1::Digest as _;
    let district = District::trusted();
    let forest = district.member("linye", "林业");
    let base = vec![b'#'; 1 << 20];
    let name = sha1::Sha1::new().chain_update(format!("blob {}\0", base.len())).chain_update(&base).finalize();
    let before = forest.state();
    let packs = || std::fs::read_dir(forest.folder.join(".git/objects/pack")).map_or(0, Iterator::count);
    let had = packs();
    for (count, megabytes) in [(1, 400), (50, 40)] {
        // Each copies the base again and again.
        let copies = [0xC0, 0x10].repeat(megabytes);
        let delta = [number(base.len()), number(megabytes << 20), copies].concat();
        let mut objects = vec![packed(3, b"", &base)];
        objects.extend((0..count).map(|_| packed(7, &name, &delta)));
        let total = u32::try_from(objects.len()).expect("few").to_be_bytes();
        let mut pack = [b"PACK\0\0\0\x02", &total[..], &objects.concat()].concat();
        let sum = sha1::Sha1::digest(&pack);
        pack.extend_from_slice(&sum);
        let begins = format!("# v2 git bundle\n{} refs/heads/main\n\n", forest.head());
        let file = forest.home.join("bomb.bundle");
        std::fs::write(&file, [begins.as_bytes(), &pack].concat()).expect("written");
        assert!(file.metadata().expect("a file").len() < 8_000);
        forest.fails_with(
            &["receive", &file.to_string_lossy()],
            2,
            str![[r#"
未能完成：送来的文件展开后大得离奇，不是登记出来的，不予收取；请告诉办公室是谁送来的

"#]],
        );
    }
    // Nothing of it is there, and nothing holds it.
    assert_eq!((forest.state(), packs()), (before, had));
    assert!(!forest.try_git(&["rev-parse", "-q", "--verify", "refs/liandong/received"]).status.success());
    forest.assert_clean();
}

/// Folders of a register's top with thousands of names, by turns, in unsigned commits: the gate and a clone would read them again and again.
#[test]
fn a_top_with_more_names_than_a_register_has_is_not_read() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    let repository = git2::Repository::open(&police.folder).expect("a repository");
    let head = repository.head().expect("a head").peel_to_commit().expect("a commit");
    let blob = repository.blob(b"x").expect("written");
    let with = |count: usize| {
        let mut builder = repository.treebuilder(Some(&head.tree().expect("a tree"))).expect("a tree");
        (0..count).for_each(|number| drop(builder.insert(format!("note-{number:05}"), blob, 0o100_644).expect("inserted")));
        let tree = builder.write().expect("written").to_string();
        police.git(&["-c", "commit.gpgsign=false", "commit-tree", &tree, "-p", "HEAD", "-m", "x"]).trim().to_owned()
    };
    let (crowded, many) = (with(3_000), with(1_000));
    let pushed = |commit: &str| {
        let pushed = police.try_git(&["push", "origin", &format!("{commit}:refs/heads/main")]);
        assert!(!pushed.status.success());
        said(&pushed)
    };
    let told = pushed(&crowded);
    assert!(told.contains("最上层") && told.len() < 2_000, "{told}");
    // What lies beside a register may be much; this one is refused as any that nobody signed.
    let told = pushed(&many);
    assert!(told.contains("没有签名") && !told.contains("最上层"), "{told}");
    police.git(&["update-ref", "refs/heads/crowded", &crowded]);
    police.git(&["bundle", "create", "-q", "../crowded.bundle", "crowded"]);
    let file = police.home.join("crowded.bundle").to_string_lossy().into_owned();
    assert!(forest.fails(&["receive", &file], 2).contains("最上层"));
    forest.assert_clean();
}
