//! Folders into which nothing is exported, and what is not to be exported.

use std::fs;

use super::Lake;
use crate::support::{Register, clean, copy_folder};

#[test]
fn a_lake_lies_outside_the_register() {
    let person = Register::of_example();
    for out in ["lake", ".", "notices/../lake", "hazards/2025", "missing/../lake", "../missing/../台账/lake"] {
        let said = person.fails(&["export", "--out", out], 2);
        assert!(said.contains("--out"), "{said}");
    }
    #[cfg(unix)]
    {
        let link = person.home.join("link");
        std::os::unix::fs::symlink(&person.folder, &link).expect("linked");
        person.fails(&["export", "--out", link.join("lake").to_str().expect("UTF-8")], 2);
    }
    person.assert_clean();
}

#[test]
fn a_folder_of_something_else_is_no_lake() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "other");
    fs::create_dir(&lake.0).expect("made");
    fs::write(lake.0.join("letter.txt"), "x").expect("written");
    person.fails(&["export", "--out", lake.out()], 2);
    for about in
        ["", "{}", r#"{"version":1,"lake":"../../secret","edition":"public"}"#, r#"{"version":2,"lake":"0","edition":"public"}"#]
    {
        fs::write(lake.0.join("_lake.json"), about).expect("written");
        let before = lake.files();
        let said = person.fails(&["export", "--out", lake.out()], 2);
        assert!(said.contains("_lake.json"), "{said}");
        assert!(lake.files() == before);
    }
    fs::remove_dir_all(&lake.0).expect("removed");
    fs::write(&lake.0, "x").expect("written");
    person.fails(&["export", "--out", lake.out()], 2);
}

#[test]
fn two_editions_do_not_lie_together() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let before = lake.files();
    let said = person.fails(&["export", "--edition", "internal", "--out", lake.out()], 2);
    assert!(said.contains("--edition"), "{said}");
    assert!(lake.files() == before);
}

#[test]
fn another_register_of_the_district_takes_no_place_unasked() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let before = lake.files();
    let other = person.in_folder(person.home.join("other"));
    copy_folder(&clean(), &other.folder);
    other.write("README.md", "另一份\n");
    for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "另一份（虚构）"]] {
        other.git(args);
    }
    let said = other.fails(&["export", "--out", lake.out()], 2);
    assert!(said.contains("--replace"), "{said}");
    assert!(lake.files() == before);
    lake.export(&other, &["--replace"]);
    assert_eq!(lake.manifest("public")["commit"], other.head());
}

#[test]
fn what_is_not_committed_is_not_exported_and_said() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &["--edition", "internal"]);
    let rows = lake.rows();
    let file = "hazards/2025/yingji/001.toml";
    person.write(file, &person.read(file).replace("major = true", "major = false"));
    let said = lake.export(&person, &["--edition", "internal"]);
    assert!(said.contains("liandong commit"), "{said}");
    assert_eq!(lake.rows(), rows);
    let unborn = person.in_folder(person.home.join("unborn"));
    copy_folder(&clean(), &unborn.folder);
    unborn.git(&["init", "-q"]);
    let said = unborn.fails(&["export", "--out", person.home.join("none").to_str().expect("UTF-8")], 2);
    assert!(said.contains("git commit"), "{said}");
    assert!(!person.home.join("none").exists());
}

#[test]
fn what_cannot_be_read_is_said() {
    let person = Register::of_example();
    person.write("hazards/2025/yingji/001.toml", "mine = \n");
    person.git(&["commit", "-qam", "坏"]);
    let lake = Lake::of(&person, "lake");
    let said = person.fails(&["export", "--out", lake.out()], 2);
    assert!(said.contains("hazards/2025/yingji/001.toml"), "{said}");
    assert_eq!(lake.manifest("public")["unread"], 1);
}

#[test]
fn a_bare_repository_is_exported_by_its_commits() {
    let person = Register::of_example();
    let bare = person.home.join("bare.git");
    person.git(&["clone", "-q", "--bare", ".", bare.to_str().expect("UTF-8")]);
    let (lake, own) = (Lake::of(&person, "lake"), Lake::of(&person, "own"));
    own.export(&person, &["--edition", "internal"]);
    lake.export(&person, &["--data", bare.to_str().expect("UTF-8"), "--rev", "main", "--edition", "internal"]);
    assert_eq!(lake.rows(), own.rows());
}

/// Whoever keeps other things in a repository would commit the lake with them.
#[test]
fn a_lake_in_another_repository_is_said() {
    let person = Register::of_example();
    let other = person.in_folder(person.home.join("other"));
    fs::create_dir(&other.folder).expect("made");
    other.git(&["init", "-q"]);
    let export = || person.run(&["export", "--out", "../other/lake"]);
    for _ in 0..2 {
        let done = export();
        let said = crate::support::said(&done);
        assert!(done.status.success() && said.contains(".gitignore"), "{said}");
    }
    other.write(".gitignore", "/lake/\n");
    let said = crate::support::said(&export());
    assert!(!said.contains(".gitignore"), "{said}");
}

/// Units of one district have their own computers and one lake, which none of them made before the others.
#[test]
fn exports_that_begin_a_lake_together_all_find_it() {
    let person = Register::of_example();
    let other = person.in_folder(person.home.join("other"));
    copy_folder(&person.folder, &other.folder);
    other.write("mechanism.toml", &other.read("mechanism.toml").replace("region = \"445302\"", "region = \"990001\""));
    other.git(&["commit", "-qam", "另一区（虚构）"]);
    for round in 0..6 {
        let out = person.home.join(format!("lake{round}"));
        let out = out.to_str().expect("UTF-8");
        let started = [&person, &other].map(|who| {
            let mut command = who.command(&["export", "--out", out]);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().expect("runs")
        });
        for child in started {
            let done = child.wait_with_output().expect("ends");
            assert!(done.status.success(), "{round}: {}", crate::support::said(&done));
        }
    }
}
