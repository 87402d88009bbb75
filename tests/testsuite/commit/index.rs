//! git's index in each of its versions, with what people stage and leave unstaged: after a filing, git reads it as its own.

use super::office::{Office, file, record};

/// What git says of the index, entry by entry.
fn staged(office: &Office) -> String {
    office.git(&["ls-files", "--stage"])
}

/// The lines of one listing that are not in another.
fn beside<'a>(listing: &'a str, other: &str) -> Vec<&'a str> {
    listing.lines().filter(|line| !other.contains(line)).collect()
}

fn filed_in(version: &str) {
    let office = Office::new();
    office.git(&["update-index", "--index-version", version]);
    for number in 1..40 {
        office.write(&format!("hazards/2025/yingji/{number:03}.toml"), &record("隐患"));
    }
    office.git(&["add", "hazards"]);
    office.git(&["commit", "-qm", "手工登记"]);
    office.write("leads/2025/ziran/002.toml", &record("只暂存了名字"));
    office.git(&["add", "-N", "leads/2025/ziran/002.toml"]);
    let before = staged(&office);
    let status = office.status();
    // First, last and in the middle of the index; one that goes.
    for stem in ["agenda/2025/anweiban/001", "hazards/2025/yingji/0400", "waivers/2026/anweiban/001"] {
        let stem = stem.replace("0400", "040");
        file(&office.desk(), &stem, None, Some(&record("新的"))).expect("filed");
    }
    file(&office.desk(), "hazards/2025/yingji/007", Some(&record("隐患")), None).expect("filed");
    let after = staged(&office);
    let (gone, come) = (beside(&before, &after), beside(&after, &before));
    assert!(gone.len() == 1 && gone[0].ends_with("yingji/007.toml"), "{gone:?}");
    assert_eq!(come.len(), 3, "{come:?}");
    assert_eq!(office.status(), status, "what was not filed is as it was");
    // git itself makes the same trees of it, and nothing of what the index says of trees is wrong.
    office.git(&["reset", "-q", "leads/2025/ziran/002.toml"]);
    assert_eq!(office.git(&["write-tree"]), office.git(&["rev-parse", "HEAD^{tree}"]));
    office.git(&["fsck", "--strict", "--cache"]);
    office.git(&["update-index", "--refresh"]);
}

#[test]
fn version_two() {
    filed_in("2");
}

#[test]
fn version_three_is_one_with_names_only() {
    filed_in("3");
}

#[test]
fn version_four_writes_names_by_what_they_share() {
    filed_in("4");
}

#[test]
fn an_index_without_its_hash_is_read_and_gets_one() {
    let office = Office::new();
    office.git(&["config", "index.skipHash", "true"]);
    office.git(&["update-index", "--force-write-index"]);
    let index = std::fs::read(office.folder.join(".git/index")).expect("an index");
    let is_bare = index.ends_with(&[0; 20]);
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    office.assert_sound("without a hash");
    let written = std::fs::read(office.folder.join(".git/index")).expect("an index");
    assert!(!written.ends_with(&[0; 20]), "a hash that was {}", if is_bare { "left out" } else { "there" });
}

#[test]
fn a_damaged_index_is_refused_and_left_alone() {
    let office = Office::new();
    let path = office.folder.join(".git/index");
    let whole = std::fs::read(&path).expect("an index");
    let start = office.head();
    let mut wrong = vec![whole[..whole.len() / 2].to_vec(), b"DIRC".to_vec(), whole[..40].to_vec()];
    for at in [4, 11, 80, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        wrong.push(bytes);
    }
    for damaged in wrong {
        std::fs::write(&path, &damaged).expect("writable");
        let why = file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("damaged");
        assert!(why.zh().contains("index"), "{why}");
        assert_eq!(std::fs::read(&path).expect("an index"), damaged);
        assert_eq!(office.head(), start);
    }
    std::fs::write(&path, &whole).expect("writable");
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
}
