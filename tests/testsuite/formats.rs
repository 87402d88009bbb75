//! A register of every format that there ever was is read whole, judged, and filed into as the policy of versions says. `tests/formats/make.sh`
//! kept them; a bundle that was released is never made anew.

use std::collections::BTreeSet;
use std::path::Path;

use liandong::model::{Kind, RecordPath};
use liandong::store::FORMAT;
use serde_json::Value;

use crate::support::{Person, home, said};

/// What a register of a format holds, as it was kept, for somebody at home in `top`.
fn kept(format: u32, top: &Path) -> Person {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/formats/{format}.bundle"));
    assert!(bundle.is_file(), "there is no register of format {format}: keep one with tests/formats/make.sh");
    let person = Person::at(top, "登记员");
    person.git(&["clone", "-q", "-b", "main", &bundle.to_string_lossy(), "register"]);
    person.git(&["remote", "remove", "origin"]);
    person
}

fn each(act: impl Fn(u32, &Person)) {
    for format in 1..=FORMAT {
        let top = home();
        act(format, &kept(format, top.path()));
    }
}

#[test]
fn every_record_is_read() {
    each(|format, register| {
        let reply = register.run(&["check", "--year", "2025", "--format", "json"]);
        let report: Value = serde_json::from_slice(&reply.stdout).unwrap_or_else(|_| panic!("{}", said(&reply)));
        assert_eq!(report["problems"], Value::Array(Vec::new()), "format {format}");
        assert_eq!(reply.status.code(), Some(1), "format {format}: it has the faults that it had");
        assert_eq!(report["older_format"].is_null(), format == FORMAT);
        let files = register.git(&["ls-files", "*.toml"]);
        let mut kinds = BTreeSet::new();
        for file in files.lines() {
            let path = RecordPath::of_file(file).unwrap_or_else(|why| panic!("{file}: {}", why.en()));
            kinds.insert(path.kind());
            if path.kind().is_happening() {
                register.ok(&["show", file.trim_end_matches(".toml")]);
            }
        }
        // All that happens and all that is kept of units and mines, as far as there was such a kind and nobody signs.
        let lacking: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Keys && !kinds.contains(kind)).collect();
        let later: &[Kind] = if format == 1 { &[Kind::Facility, Kind::Accident, Kind::Directive] } else { &[Kind::Directive] };
        assert_eq!(lacking, later, "format {format}");
        register.assert_clean();
    });
}

#[test]
fn it_is_filed_into_as_it_is() {
    each(|format, register| {
        register.ok(&[
            "lead",
            "new",
            "--as",
            "公安",
            "--received",
            "2025-03-01",
            "--channel",
            "巡查发现",
            "--title",
            "某事（虚构）",
        ]);
        assert!(register.read("mechanism.toml").contains(&format!("format = {format}\n")));
        register.assert_clean();
    });
}

#[test]
fn the_office_raises_it() {
    each(|format, register| {
        if format < FORMAT {
            register.ok(&["upgrade", "--as", "区安委办"]);
        }
        assert!(register.read("mechanism.toml").contains(&format!("format = {FORMAT}\n")));
        register.assert_clean();
    });
}
