//! Two hundred words that nobody outside may read, planted in every field of every kind that takes words, and looked for in every public
//! output: whoever fills in a field writes there what they like.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use liandong::model::reader::Keys;
use liandong::model::{Kind, RecordPath};
use toml::{Table, Value};

use crate::editions::{ok, written};
use crate::support::{copy, home, run};

const SURNAMES: [char; 10] = ['赵', '钱', '孙', '周', '吴', '郑', '冯', '陈', '褚', '卫'];
const STEMS: [char; 5] = ['戊', '己', '庚', '辛', '壬'];
const YEAR: [&str; 7] = ["report", "--year", "2025", "--as-of", "2025-12-31", "--edition", "public"];
const AS_OF: [&str; 4] = ["--as-of", "2025-12-31", "--edition", "public"];

/// What is public by itself, and is printed as it stands: how units, bodies, the mechanism and its systems are called, and the words of the
/// regulation. Nothing else of the register's own files is; but without the names of rules nothing would be judged and shown.
const CALLED: &[(Kind, &[&str])] = &[
    (Kind::Unit, &["name", "short", "issuing_name"]),
    (Kind::Bodies, &["body.name", "body.short"]),
    (Kind::Mechanism, &["title", "issuer", "object", "edition.paper", "edition.system.name", "edition.system.name_en"]),
    (
        Kind::Obligations,
        &["obligation.title", "obligation.title_en", "obligation.text", "obligation.counts", "obligation.breaks"],
    ),
    (Kind::Clauses, &["clause.path", "clause.text"]),
];

/// Fifty persons with a number to call, invented, whom the register knows as liaisons.
fn persons() -> Vec<(String, String)> {
    let names = SURNAMES.iter().flat_map(|surname| STEMS.map(|stem| format!("{surname}某{stem}")));
    names.enumerate().map(|(at, name)| (name, format!("0766-{:07}", 1_000_001 + at * 37))).collect()
}

/// Each in two spellings, and so their numbers: two hundred words.
fn words() -> Vec<String> {
    let wide = |digits: &str| -> String {
        digits.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_digit()).unwrap_or('－')).collect()
    };
    let spelt = |(at, (name, number)): (usize, (String, String))| {
        let apart = |between: &str| name.chars().map(String::from).collect::<Vec<_>>().join(between);
        let other = apart([" ", "·", "　", "-"][at % 4]);
        let digits = match at % 3 {
            0 => wide(&number),
            1 => number.replace('-', " "),
            _ => number.replace('-', ""),
        };
        [name, other, number, digits]
    };
    persons().into_iter().enumerate().flat_map(spelt).collect()
}

/// The words as somebody reads them who leaves out what only keeps their signs apart.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).collect()
}

/// The ways to every text of a record.
fn places(value: &Value, way: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut each = |key: String, value: &Value| {
        way.push(key);
        places(value, way, found);
        way.pop();
    };
    match value {
        Value::String(_) => found.push(way.clone()),
        Value::Table(table) => table.iter().for_each(|(key, value)| each(key.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| each(at.to_string(), item)),
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, way: &[String]) -> &'v mut Value {
    way.iter().fold(value, |value, key| match value {
        Value::Table(table) => table.get_mut(key).expect("a key"),
        Value::Array(items) => &mut items[key.parse::<usize>().expect("a place")],
        _ => panic!("no way on"),
    })
}

/// What goes round through the fields.
struct Planter {
    words: Vec<String>,
    next: usize,
    /// The keys that took words, with their kinds.
    fields: BTreeSet<String>,
}

impl Planter {
    /// Plants some words in every text of a record that may say anything.
    fn plant(&mut self, data: &Path, file: &Path) {
        let relative = file.strip_prefix(data).expect("below").to_string_lossy().into_owned();
        let Ok(path) = RecordPath::of_file(&relative) else { return };
        let kind = path.kind();
        let table: Table = fs::read_to_string(file).expect("readable").parse().expect("TOML");
        let (mut record, mut ways) = (Value::Table(table), Vec::new());
        places(&record, &mut Vec::new(), &mut ways);
        let called = CALLED.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, keys)| keys);
        for way in ways {
            let keys: Vec<&str> = way.iter().map(String::as_str).filter(|key| key.parse::<usize>().is_err()).collect();
            if called.contains(&&*keys.join(".")) {
                continue;
            }
            let before = at(&mut record, &way).as_str().expect("a text").to_owned();
            // As many as the field takes.
            for count in [40, 12, 3, 1] {
                let some: Vec<&str> = (0..count).map(|more| &*self.words[(self.next + more) % self.words.len()]).collect();
                *at(&mut record, &way) = Value::String(format!("{before}（{}）", some.join("、")));
                if kind.read(&text_of(&record), Keys::Known).is_ok() {
                    self.next += count;
                    self.fields.insert(format!("{kind:?} {}", keys.join(".")));
                    break;
                }
                *at(&mut record, &way) = Value::String(before.clone());
            }
        }
        fs::write(file, text_of(&record)).expect("written");
    }
}

fn text_of(record: &Value) -> String {
    toml::to_string(record).expect("TOML")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

#[test]
fn two_hundred_words_in_every_field_of_every_kind_are_in_no_public_output() {
    let (data, out) = (copy(), home());
    let mut planter = Planter { words: words(), next: 0, fields: BTreeSet::new() };
    assert_eq!(planter.words.len(), 200);
    let settings = data.path().join("settings.toml");
    let adopted = |text: &str| text.replace("\nclause = ", "\nbasis = \"会议（虚构）\"\nclause = ");
    fs::write(&settings, adopted(&fs::read_to_string(&settings).expect("readable"))).expect("written");
    let key = ssh_key::PrivateKey::random(&mut ssh_key::rand_core::OsRng, ssh_key::Algorithm::Ed25519).expect("a key");
    let key = key.public_key().to_openssh().expect("a key");
    let holder = format!("[[key]]\nname = \"某人（虚构）\"\npublic = \"{key}\"\nrole = [\"liaison\"]\nsince = 2025-01-01\n");
    fs::create_dir_all(data.path().join("keys")).expect("a folder");
    fs::write(data.path().join("keys/yingji.toml"), holder).expect("written");
    for file in files(data.path()) {
        planter.plant(data.path(), &file);
    }
    assert!(planter.fields.len() > 60 && planter.next > 2_000, "{} {:?}", planter.next, planter.fields);
    let people = data.path().join("people/yingji.toml");
    let known = persons().into_iter().map(|(name, number)| {
        format!("\n[[liaison]]\nname = \"{name}\"\nphone = \"{number}\"\nsince = 2024-08-20\nreported = 2024-08-20\n")
    });
    fs::write(&people, fs::read_to_string(&people).expect("readable") + &known.collect::<String>()).expect("written");

    let mut outputs = Vec::new();
    let wanted: Vec<(&str, Vec<&str>)> = vec![
        ("page.html", [&YEAR[..], &["--format", "html"]].concat()),
        ("page.json", [&YEAR[..], &["--format", "json"]].concat()),
        ("ledgers.xlsx", [&["ledger"][..], &AS_OF].concat()),
        ("dates.ics", [&["deadlines"][..], &AS_OF].concat()),
    ];
    for (file, args) in &wanted {
        outputs.push(((*file).to_owned(), written(data.path(), out.path(), file, args)));
    }
    let shown = run(data.path(), &YEAR);
    outputs.push(("report".to_owned(), String::from_utf8(shown.stdout).expect("UTF-8")));
    outputs.push(("deadlines".to_owned(), ok(data.path(), &[&["deadlines"][..], &AS_OF].concat())));
    let mut papers = 0;
    for file in files(data.path()) {
        let record = file.strip_prefix(data.path()).expect("below").with_extension("").to_string_lossy().into_owned();
        let (paper, named) = (out.path().join("paper.docx"), out.path().join("paper.docx").to_string_lossy().into_owned());
        let args = ["paper", &record, "--edition", "public"];
        if run(data.path(), &[&args[..], &["--out", &named, "--force"]].concat()).status.success() {
            outputs.push((record.clone(), written(data.path(), out.path(), "paper.docx", &args)));
            papers += 1;
        }
        let _ = fs::remove_file(paper);
    }
    // The folder of a district bears its code, which is no place for words.
    let mechanism = data.path().join("mechanism.toml");
    let mut table: Table = fs::read_to_string(&mechanism).expect("readable").parse().expect("TOML");
    table.insert("region".to_owned(), Value::String("445302".to_owned()));
    fs::write(&mechanism, toml::to_string(&table).expect("TOML")).expect("written");
    #[cfg(feature = "lake")]
    outputs.push(("lake".to_owned(), crate::lake::told_in_public(data.path(), out.path())));
    for own in [
        "Settings setting.basis",
        "Calendar source",
        "Unit aliases",
        "Bodies body.aliases",
        "Duties duty.words",
        "Mine name",
        "Keys key.name",
    ] {
        assert!(planter.fields.contains(own), "{own}: {:?}", planter.fields);
    }
    assert!(papers > 8, "{papers} papers");

    let mut leaks = BTreeSet::new();
    for (name, text) in &outputs {
        let plain = folded(text);
        for word in planter.words.iter().filter(|word| text.contains(&***word) || plain.contains(&folded(word))) {
            leaks.insert(format!("{name}: {word}"));
        }
    }
    let some: Vec<&String> = leaks.iter().step_by(1 + leaks.len() / 40).collect();
    assert!(leaks.is_empty(), "{} leaks, some of them: {some:#?}", leaks.len());
    let inside = written(data.path(), out.path(), "inside.xlsx", &["ledger"]);
    assert!(planter.words.iter().filter(|word| inside.contains(&***word)).count() > 150, "what is looked for can be found");
}
