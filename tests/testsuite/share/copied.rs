//! A folder that was copied, sent or lies on a stick can do nothing, whatever its sender wrote into it.

use std::fs;
use std::os::unix::fs::symlink;

use super::district::District;

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
