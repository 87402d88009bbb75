//! Exports after others: what did not change stays, what is told is the same as if all had been written anew.

use std::collections::BTreeSet;
use std::fs;

use super::Lake;
use crate::support::{Person, Register, TRIES};

/// The files that an export writes anew, by table and year.
fn rewritten(lake: &Lake, export: impl FnOnce()) -> BTreeSet<String> {
    let aged = std::time::SystemTime::UNIX_EPOCH;
    let tables: Vec<String> = lake.files().into_keys().filter(|path| path.ends_with(".parquet")).collect();
    for path in &tables {
        fs::File::options().write(true).open(lake.0.join(path)).expect("opened").set_modified(aged).expect("aged");
    }
    export();
    let now: Vec<String> = lake.files().into_keys().filter(|path| path.ends_with(".parquet")).collect();
    let is_new = |path: &&String| lake.0.join(path).metadata().and_then(|found| found.modified()).expect("a time") != aged;
    let short = |path: &String| path.split("/table=").nth(1).expect("a table").replace("/part-0.parquet", "");
    now.iter().filter(is_new).map(short).collect()
}

fn is_judged(table: &str) -> bool {
    ["courses", "findings", "obligations"].iter().any(|judged| table.starts_with(judged))
}

/// That a lake says what one says that is written as a whole.
fn assert_whole(lake: &Lake, person: &Person, args: &[&str]) {
    let rows = lake.rows();
    fs::remove_dir_all(lake.0.join("edition=public")).expect("removed");
    lake.export(person, args);
    assert_eq!(lake.rows(), rows);
}

fn amend_description(person: &Person, to: &str) {
    let file = "hazards/2025/yingji/001.toml";
    let text = person.read(file);
    let (before, rest) = text.split_once("description = \"").expect("a description");
    let (_, after) = rest.split_once('"').expect("its end");
    person.write(file, &format!("{before}description = \"{to}\"{after}"));
    person.git(&["commit", "-qam", "改动"]);
}

#[test]
fn the_same_commit_gives_the_same_bytes() {
    let person = Register::of_example();
    let (one, other) = (Lake::of(&person, "one"), Lake::of(&person, "other"));
    one.export(&person, &["--edition", "internal"]);
    other.export(&person, &["--edition", "internal", "--rev", "HEAD"]);
    let tables = |lake: &Lake| -> Vec<(String, Vec<u8>)> {
        lake.files().into_iter().filter(|(path, _)| path.ends_with(".parquet") || path.starts_with("sql/")).collect()
    };
    assert!(tables(&one) == tables(&other));
    let before = one.files();
    one.export(&person, &["--edition", "internal"]);
    assert!(one.files() == before);
}

#[test]
fn only_what_a_filing_touched_is_written_anew() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let first = person.head();
    amend_description(&person, "（虚构）南侧边坡局部滑移。");
    let written = rewritten(&lake, || drop(lake.export(&person, &[])));
    let recorded: Vec<&String> = written.iter().filter(|table| !is_judged(table)).collect();
    assert_eq!(recorded, ["hazards/year=2025"]);
    assert!(
        written.iter().any(|table| table.starts_with("findings")) && written.iter().any(|table| table.starts_with("obligations"))
    );
    // The manifest names the commit that is told of, and of each file that at which it was written.
    let manifest = lake.manifest("public");
    assert_eq!(manifest["commit"], person.head());
    let at = |table: &str| {
        let files = manifest["files"].as_array().expect("files");
        files.iter().find(|file| file["path"].as_str().is_some_and(|path| path.contains(table))).expect(table)["commit"].clone()
    };
    assert_eq!((at("table=hazards/year=2025"), at("table=hazards/year=2024")), (person.head().into(), first.clone().into()));
    assert_whole(&lake, &person, &[]);
    // And back again.
    let written = rewritten(&lake, || drop(lake.export(&person, &["--rev", &first])));
    assert!(written.contains("hazards/year=2025") && !written.contains("hazards/year=2024"), "{written:?}");
    assert_whole(&lake, &person, &["--rev", &first]);
}

#[test]
fn another_mechanism_or_another_sealed_word_writes_all_anew() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let all = lake.rows().len();
    let settings = person.read("settings.toml");
    person.write("settings.toml", &format!("# 说明\n{settings}"));
    person.git(&["commit", "-qam", "机制"]);
    assert_eq!(rewritten(&lake, || drop(lake.export(&person, &[]))).len(), all);
    // A lead is filed in which somebody is named of whom a hazard of last year speaks.
    amend_description(&person, "（虚构）由欧阳某某甲报告的边坡滑移。");
    lake.export(&person, &[]);
    let told = |lake: &Lake| lake.rows().into_values().flatten().any(|row| row.contains("欧阳某某甲"));
    assert!(told(&lake));
    person.ok(&[
        "lead",
        "new",
        "--as",
        "公安",
        "--received",
        "2026-01-04",
        "--channel",
        "巡查发现",
        "--title",
        "欧阳某某甲（虚构）",
    ]);
    assert_eq!(rewritten(&lake, || drop(lake.export(&person, &[]))).len(), all);
    assert!(!told(&lake));
    assert_whole(&lake, &person, &[]);
}

#[test]
fn a_year_of_which_nothing_is_left_goes() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let gone = lake.district("public").join("table=plans/year=2024/part-0.parquet");
    assert!(gone.is_file());
    // Somebody else's file is none of ours.
    let own = lake.district("public").join("table=plans/notes.txt");
    fs::write(&own, "x").expect("written");
    person.git(&["rm", "-rq", "plans/2024"]);
    person.git(&["commit", "-qm", "撤"]);
    lake.export(&person, &[]);
    assert!(!gone.exists() && own.is_file());
    fs::remove_file(own).expect("removed");
    assert_whole(&lake, &person, &[]);
}

#[test]
fn what_a_killed_export_left_is_mended() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let first = person.head();
    let manifest = lake.district("public").join("_manifest.json");
    let (before, rows) = (fs::read(&manifest).expect("read"), lake.rows());
    amend_description(&person, "（虚构）南侧边坡局部滑移。");
    lake.export(&person, &[]);
    // Every file was written, the manifest was not; half a file lies beside.
    fs::write(&manifest, &before).expect("written");
    fs::write(lake.district("public").join("table=hazards/year=2025/.part-0.parquet.liandong"), "PAR1").expect("written");
    assert!(!lake.rows().is_empty());
    lake.export(&person, &["--rev", &first]);
    assert_eq!(lake.rows(), rows);
    // A file that somebody damaged, or took away, or a manifest that is no longer one.
    let damaged = lake.district("public").join("table=orders/year=2025/part-0.parquet");
    for mend in [0, 1, 2] {
        match mend {
            0 => fs::write(&damaged, "PAR1").expect("written"),
            1 => fs::remove_file(&damaged).expect("removed"),
            _ => fs::write(&manifest, "{}").expect("written"),
        }
        lake.export(&person, &["--rev", &first]);
        assert_eq!(lake.rows(), rows, "{mend}");
    }
}

#[test]
fn exports_that_are_killed_leave_whole_files() {
    let person = Register::of_example();
    let whole = Lake::of(&person, "whole");
    whole.export(&person, &["--edition", "internal"]);
    let lake = Lake::of(&person, "lake");
    for try_at in 0..TRIES.kills.min(12) {
        let mut child = person.command(&["export", "--edition", "internal", "--out", lake.out()]).spawn().expect("runs");
        std::thread::sleep(std::time::Duration::from_millis(40 * (u64::try_from(try_at).unwrap_or_default() + 1)));
        let _ = child.kill();
        let _ = child.wait();
        if lake.0.is_dir() {
            // Whatever has its name is whole.
            lake.rows();
        }
    }
    lake.export(&person, &["--edition", "internal"]);
    assert!(lake.rows() == whole.rows());
}
