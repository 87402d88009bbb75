//! A paper reads only what it speaks of.

use std::path::Path;

use crate::support::{copy, home, run, said};

fn paper(data: &Path, folder: &Path, record: &str) -> Vec<u8> {
    let out = folder.join("公文.docx");
    let named = out.to_str().expect("UTF-8");
    let reply = run(data, &["paper", record, "--force", "--out", named]);
    assert_eq!(reply.status.code(), Some(0), "{record}: {}", said(&reply));
    std::fs::read(out).expect("written")
}

#[test]
fn what_a_paper_does_not_speak_of_may_be_absent_or_unreadable() {
    let (whole, bare, folder) = (copy(), copy(), home());
    for file in ["clauses.toml", "obligations.toml", "settings.toml"] {
        std::fs::remove_file(bare.path().join(file)).expect("removable");
    }
    std::fs::remove_dir_all(bare.path().join("duties")).expect("removable");
    std::fs::write(bare.path().join("hazards/2025/yingji/001.toml"), "found = ").expect("writable");
    for record in
        ["notices/2025/gongan/001", "meetings/2025/anweiban/001", "enforcements/2025/anweiban/001", "upward/2025/anweiban/001"]
    {
        assert!(paper(whole.path(), folder.path(), record) == paper(bare.path(), folder.path(), record), "{record}");
    }
    // What it does speak of is missed: the names of units.
    std::fs::remove_dir_all(bare.path().join("units")).expect("removable");
    let record = "notices/2025/gongan/001";
    assert!(paper(whole.path(), folder.path(), record) != paper(bare.path(), folder.path(), record));
}
