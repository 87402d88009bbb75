//! What leaves a register and what does not.

use std::collections::BTreeSet;
use std::fs;

use liandong::model::{Kind, Leaf, LeafGroups};

use super::Lake;
use crate::support::{Register, judged};

/// What of the example is sealed: its lines, without what they share with names that stay.
fn sealed() -> BTreeSet<String> {
    let ledger = judged::ledger("../examples/clean");
    let units = ledger.mechanism.units.values().flat_map(|unit| [unit.name.to_string(), unit.short.to_string()]);
    let bodies = ledger.mechanism.bodies.iter().flat_map(|body| [body.name.to_string(), body.short.to_string()]);
    let stay: BTreeSet<String> = units.chain(bodies).collect();
    let mut sealed = BTreeSet::new();
    ledger.leaves(LeafGroups::TEXTS, &mut |path, at, leaf| {
        let is_sealed = at.fields(path.kind().fields()).iter().any(|(field, _)| field.sealed);
        if let Leaf::Line(line) = leaf
            && is_sealed
            && line.as_str().chars().count() > 1
            && !stay.contains(line.as_str())
        {
            sealed.insert(line.to_string());
        }
    });
    sealed
}

#[test]
fn what_is_sealed_and_leads_are_in_no_edition() {
    let person = Register::of_example();
    let sealed = sealed();
    assert!(sealed.len() > 10, "{sealed:?}");
    for edition in ["public", "internal"] {
        let lake = Lake::of(&person, edition);
        lake.export(&person, &["--edition", edition]);
        let told = lake.told();
        for words in &sealed {
            assert!(!told.contains(words.as_str()), "{edition}: {words}");
        }
        assert!(!lake.files().keys().any(|path| path.contains("leads")), "{edition}");
        assert!(!told.contains("ref: \"leads/"), "{edition}");
    }
}

#[test]
fn mines_go_by_numbers_in_public() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let told = lake.told();
    let ledger = judged::ledger("../examples/clean");
    for (id, mine) in &ledger.mechanism.mines {
        assert!(!told.contains(mine.name.as_str()), "{}", mine.name);
        assert!(!told.contains(&format!("\"{id}\"")) && !told.contains(&format!("mines/{id}")), "{id}");
    }
    let internal = Lake::of(&person, "internal");
    internal.export(&person, &["--edition", "internal"]);
    let told = internal.told();
    assert!(ledger.mechanism.mines.values().all(|mine| told.contains(mine.name.as_str())));
}

#[test]
fn internal_records_are_in_no_public_lake() {
    let person = Register::of_example();
    let file = "notices/2025/gongan/001.toml";
    person.write(file, &person.read(file).replace("secrecy = \"public\"", "secrecy = \"internal\""));
    person.git(&["commit", "-qam", "内部"]);
    let lake = Lake::of(&person, "lake");
    let said = lake.export(&person, &[]);
    assert!(said.contains("内部记录") && said.contains("编号"), "{said}");
    assert!(!lake.told().contains("notices/2025/gongan/001"));
    let internal = Lake::of(&person, "internal");
    let said = internal.export(&person, &["--edition", "internal"]);
    assert!(said.contains("线索") && !said.contains("公开版"), "{said}");
    assert!(internal.told().contains("notices/2025/gongan/001"));
}

/// The numbers of mines in the rows of a lake.
fn numbers(lake: &Lake) -> Vec<String> {
    let rows = lake.rows();
    let (_, mines) = rows.iter().find(|(path, _)| path.contains("/table=mines/")).expect("mines");
    mines.clone()
}

#[test]
fn a_number_is_the_same_in_a_lake_and_another_in_another() {
    let mut person = Register::of_example();
    let (lake, other) = (Lake::of(&person, "lake"), Lake::of(&person, "other"));
    lake.export(&person, &[]);
    let first = numbers(&lake);
    person.at("2027-03-01T09:00:00+08:00".to_owned());
    fs::remove_dir_all(lake.0.join("edition=public")).expect("removed");
    lake.export(&person, &[]);
    assert_eq!(numbers(&lake), first);
    other.export(&person, &[]);
    let elsewhere = numbers(&other);
    assert_eq!(elsewhere.len(), first.len());
    assert!(first.iter().all(|row| !elsewhere.contains(row)));
}

#[test]
fn the_key_of_a_lake_lies_outside_and_is_asked_for() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let about: serde_json::Value = serde_json::from_slice(&fs::read(lake.0.join("_lake.json")).expect("read")).expect("JSON");
    let key = crate::support::state().join("liandong").join(format!("lake-{}", about["lake"].as_str().expect("an id")));
    let bytes = fs::read(&key).expect("a key");
    assert_eq!(bytes.len(), 32);
    assert!(!lake.files().values().any(|file| file.windows(32).any(|window| window == bytes)));
    let elsewhere = person.home.join("another-state");
    let export = |state: &std::path::Path| {
        let mut command = person.command(&["export", "--out", lake.out()]);
        command.env("XDG_STATE_HOME", state).output().expect("runs")
    };
    let before = lake.files();
    let refused = export(&elsewhere);
    let said = crate::support::said(&refused);
    assert_eq!(refused.status.code(), Some(2), "{said}");
    let place = elsewhere.join("liandong").join(key.file_name().expect("a name"));
    assert!(said.contains(place.to_str().expect("UTF-8")), "{said}");
    assert_eq!(lake.files(), before);
    // Handed on, it makes the same numbers.
    let first = numbers(&lake);
    fs::create_dir_all(place.parent().expect("a folder")).expect("made");
    fs::copy(&key, &place).expect("copied");
    assert!(export(&elsewhere).status.success());
    assert_eq!(numbers(&lake), first);
    fs::remove_file(key).expect("removed");
}

#[test]
fn every_kind_but_leads_has_a_table() {
    let person = Register::init();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    for kind in Kind::ALL.iter().filter(|kind| kind.is_happening()) {
        let there = lake.files().keys().any(|path| path.contains(&format!("/table={}/", kind.folder())));
        assert_eq!(there, *kind != Kind::Lead, "{kind:?}");
    }
}

/// 四不两直: of an enforcement to come no lake tells, whatever day it is said to be of, nor does the name of a file.
#[test]
fn an_enforcement_to_come_is_in_no_lake() {
    let person = Register::of_example();
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    person.ok(&[&plan[..], &["--start", "明天", "--to", "明天"]].concat());
    for edition in ["public", "internal"] {
        let lake = Lake::of(&person, edition);
        lake.export(&person, &["--edition", edition, "--as-of", "2026-12-31"]);
        assert!(!lake.told().contains("突击检查") && !lake.told().contains("enforcements/2026"), "{edition}");
        assert!(!lake.district(edition).join("table=enforcements/year=2026").exists());
    }
}

/// Nor is it anybody's evidence there: how obligations stand and what is found is told as it is without it, also of a day by which it will
/// have begun.
#[test]
fn an_enforcement_to_come_is_no_evidence_in_a_lake() {
    let mut person = Register::of_example();
    let judged = |person: &Register, edition: &str| {
        let lake = Lake::of(person, edition);
        let told = lake.export(person, &["--edition", edition, "--as-of", "2026-12-31"]);
        let head = person.head();
        let plain = |row: String| row.replace(&head, "提交").replace(&head[..10], "提交");
        let is_judged = |path: &str| path.contains("table=obligations/") || path.contains("table=findings/");
        let rows = lake.rows().into_iter().filter(|(path, _)| is_judged(path));
        let rows: Vec<(String, Vec<String>)> = rows.map(|(path, rows)| (path, rows.into_iter().map(plain).collect())).collect();
        assert!(rows.iter().map(|(_, rows)| rows.len()).sum::<usize>() > 100, "{told}");
        rows
    };
    let before = ["public", "internal"].map(|edition| judged(&person, edition));
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    person.ok(&[&plan[..], &["--start", "1月20日", "--to", "1月21日"]].concat());
    for (before, edition) in before.iter().zip(["public", "internal"]) {
        assert_eq!(*before, judged(&person, edition), "{edition}");
    }
    // Once it has begun, it is.
    person.at("2026-01-22T09:00:00+08:00".to_owned());
    for (before, edition) in before.iter().zip(["public", "internal"]) {
        assert_ne!(*before, judged(&person, edition), "{edition}");
    }
}

/// What is written about an enforcement to come, by whoever, is as secret as its own record.
#[test]
fn what_is_said_of_an_enforcement_to_come_is_in_no_lake() {
    let person = Register::of_example();
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    person.ok(&[&plan[..], &["--start", "明天", "--to", "明天"]].concat());
    let planned = person.git(&["show", "--name-only", "--format=", "HEAD"]);
    let planned = planned.trim().trim_end_matches(".toml");
    let file = "notices/2025/gongan/001.toml";
    let text = person.read(file);
    let about = format!("about = [\"{planned}\"]\ntitle = \"明日去大山（虚构）");
    assert!(text.contains("title = \"") && !text.contains("about = "), "{text}");
    person.write(file, &text.replacen("title = \"", &about, 1));
    person.git(&["commit", "-qam", "通气"]);
    for edition in ["public", "internal"] {
        let lake = Lake::of(&person, edition);
        lake.export(&person, &["--edition", edition]);
        let told = lake.told();
        assert!(!told.contains("明日去") && !told.contains("notices/2025/gongan/001") && !told.contains(planned), "{edition}");
    }
}

/// By its key, and by the number of a licence, anybody finds which mine it is.
#[test]
fn keys_and_licences_of_mines_are_struck_out_of_free_text() {
    let person = Register::of_example();
    let ledger = judged::ledger("../examples/clean");
    let (id, number) = ledger
        .mechanism
        .mines
        .keys()
        .find_map(|id| Some((id, ledger.mechanism.licences_at(id).find_map(|licence| licence.number.clone())?)))
        .expect("a mine with a licence");
    let file = "hazards/2025/yingji/001.toml";
    let text = person.read(file);
    let number = number.as_str().trim_end_matches("（虚构）");
    person.write(file, &text.replace("description = \"", &format!("description = \"（{id}，证号 {number}，又及）")));
    person.git(&["commit", "-qam", "改动"]);
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let told = lake.told();
    assert!(told.contains("又及") && !told.contains(number) && !told.contains(&format!("（{id}")), "{number}");
    let internal = Lake::of(&person, "internal");
    internal.export(&person, &["--edition", "internal"]);
    assert!(internal.told().contains(number));
}
