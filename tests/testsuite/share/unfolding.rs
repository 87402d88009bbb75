//! A few objects that stand for more than anybody could list.

use std::path::Path;

use super::district::{District, git_in};
use crate::support::said;

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
    assert!(forest.fails(&["check", "--rev", "refs/liandong/received"], 2).contains("数不清的路径"));
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
    assert!(forest.fails(&["receive", &file], 2).contains("长得离奇"));
    let pushed = police.try_git(&["push", "origin", "long:refs/heads/main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("长得离奇"), "{}", said(&pushed));
    forest.assert_clean();
}
