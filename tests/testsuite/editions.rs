//! The public edition of whatever can be had as one: nobody is named in it, no mine, no number to call, nothing internal; and it says so.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

use calamine::{Reader as _, Xlsx};
use serde_json::Value;

use crate::support::{copy_to, example, home, run};

pub(crate) fn ok(data: &Path, args: &[&str]) -> String {
    let done = run(data, args);
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// Everything in a file that a command wrote: of a package, the text of its parts without markup.
pub(crate) fn written(data: &Path, folder: &Path, file: &str, args: &[&str]) -> String {
    let out = folder.join(file);
    let named = out.to_str().expect("UTF-8");
    let option = if args.contains(&"deadlines") { "--ics" } else { "--out" };
    ok(data, &[args, &[option, named, "--force"]].concat());
    let bytes = std::fs::read(&out).expect("written");
    if !bytes.starts_with(b"PK") {
        // A calendar is folded within a word.
        return String::from_utf8(bytes).expect("UTF-8").replace("\r\n ", "");
    }
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut all = String::new();
    for at in 0..package.len() {
        let mut text = String::new();
        package.by_index(at).expect("a part").read_to_string(&mut text).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("XML");
        for node in document.descendants() {
            node.attributes().for_each(|attribute| all.push_str(attribute.value()));
            all.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        }
    }
    all
}

fn json(data: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&ok(data, &[args, &["--format", "json"]].concat())).expect("JSON")
}

const YEAR: [&str; 5] = ["report", "--year", "2025", "--as-of", "2025-12-31"];
const PUBLIC: [&str; 2] = ["--edition", "public"];

/// Whatever must not be in a public edition of a register: names, numbers to call, names and ids of mines.
fn secrets(data: &Path) -> BTreeSet<String> {
    fn walk(value: &toml::Value, key: &str, found: &mut BTreeSet<String>) {
        const PERSONS: &[&str] = &["phone", "leader", "submitted_by", "approved_by", "signer", "contact", "by", "name"];
        match value {
            toml::Value::String(words) if PERSONS.contains(&key) && !words.is_ascii() => drop(found.insert(words.clone())),
            toml::Value::String(words) if key == "phone" => drop(found.insert(words.clone())),
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| walk(value, key, found)),
            toml::Value::Array(items) => items.iter().for_each(|item| walk(item, key, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    let mut folders = vec![data.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let relative = entry.strip_prefix(data).expect("below").to_string_lossy().into_owned();
            // What these name are units, bodies and systems, not persons.
            if entry.is_dir() {
                if !["units", "duties", "calendar"].contains(&relative.as_str()) {
                    folders.push(entry);
                }
            } else if relative.contains('/') {
                let table: toml::Table = std::fs::read_to_string(&entry).expect("readable").parse().expect("TOML");
                walk(&toml::Value::Table(table), "", &mut found);
            }
        }
    }
    for mine in std::fs::read_dir(data.join("mines")).expect("mines") {
        found.insert(format!("mines/{}", mine.expect("a mine").file_name().to_string_lossy()));
    }
    found
}

/// That a text holds no secret of a register, and says that it is a public edition.
fn assert_public(text: &str, secrets: &BTreeSet<String>, of: &str) {
    for secret in secrets {
        assert!(!text.contains(secret.as_str()), "{of}: {secret}");
    }
    assert!(text.contains("公开版"), "{of} says what it is");
    assert!(!text.contains("线索 2025-") && !text.contains("leads/2025"), "{of}: leads are internal");
}

#[test]
fn nobody_is_named_in_whatever_is_public() {
    for name in ["broken", "clean"] {
        let (data, folder) = (example(name), home());
        let secrets = secrets(&data);
        assert!(secrets.len() > 20, "{secrets:?}");
        for as_of in ["2025-12-31", "2025-06-16"] {
            let at = ["--as-of", as_of, "--edition", "public"];
            let report = |format, file| {
                written(&data, folder.path(), file, &[&["report", "--year", "2025", "--format", format][..], &at].concat())
            };
            assert_public(&report("html", "年报.html"), &secrets, "page");
            assert_public(&report("json", "年报.json"), &secrets, "data");
            assert_public(&written(&data, folder.path(), "台账.xlsx", &[&["ledger"][..], &at].concat()), &secrets, "ledgers");
            assert_public(&written(&data, folder.path(), "期限.ics", &[&["deadlines"][..], &at].concat()), &secrets, "calendar");
            assert_public(&ok(&data, &[&["deadlines"][..], &at].concat()), &secrets, "deadlines");
            assert_public(&json(&data, &[&["deadlines"][..], &at].concat()).to_string(), &secrets, "deadlines as data");
        }
        // The same words stand in the internal edition: what is looked for can be found.
        let inside = written(&data, folder.path(), "台账.xlsx", &["ledger"]);
        assert!(secrets.iter().filter(|secret| inside.contains(secret.as_str())).count() > 15);
    }
}

#[test]
fn a_public_paper_names_nobody_and_an_internal_one_is_refused() {
    let (data, folder) = (example("clean"), home());
    let secrets = secrets(&data);
    for record in ["meetings/2025/anweiban/001", "enforcements/2025/anweiban/001", "notices/2025/yingji/001"] {
        let text = written(&data, folder.path(), "公文.docx", &["paper", record, "--edition", "public"]);
        assert_public(&text, &secrets, record);
    }
    let out = folder.path().join("内部.docx");
    let internal = "notices/2025/ziran/001";
    let done = run(&data, &["paper", internal, "--edition", "public", "--out", out.to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2));
    assert!(said.contains("通报 2025-自然资源-001") && said.contains("不出公开版"), "{said}");
    assert!(!out.exists());
    assert!(run(&data, &["paper", internal, "--out", out.to_str().expect("UTF-8")]).status.success(), "inside it can be had");
}

#[test]
fn a_public_ledger_tells_nothing_by_its_revisions() {
    let data = example("clean");
    let folder = home();
    let revisions = |edition: &[&str]| {
        let out = folder.path().join("l.xlsx");
        ok(&data, &[&["ledger", "hazards", "--force", "--out", out.to_str().expect("UTF-8")][..], edition].concat());
        let mut book: Xlsx<_> = calamine::open_workbook(&out).expect("a workbook");
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("a sheet");
        sheet.rows().filter(|row| row.get(1).is_some_and(|revision| revision.to_string().len() == 16)).count()
    };
    assert!(revisions(&[]) > 0 && revisions(&PUBLIC) == 0, "they are drawn from what was struck out");
}

#[test]
fn a_ledger_of_persons_or_mines_is_refused() {
    let folder = home();
    for (topic, called) in [("联络员", "联络员"), ("mines", "一企一档"), ("证照", "证照")] {
        let out = folder.path().join("台账.xlsx");
        let done = run(&example("clean"), &["ledger", topic, "--edition", "公开", "--out", out.to_str().expect("UTF-8")]);
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&done.stderr).contains(called));
        assert!(!out.exists());
    }
}

/// A register in which a mine, a person and a number stand where no field asks for them.
#[test]
fn what_stands_in_the_midst_of_a_text_is_struck_out_as_well() {
    let (folder, beside) = (home(), home());
    copy_to(folder.path());
    let notice = folder.path().join("notices/2025/gongan/001.toml");
    let text = std::fs::read_to_string(&notice).expect("readable");
    let title = "关于大山石场由刘某甲（0766-8000000、138 0000 0000）经办事项的通报（虚构）";
    let from = text.lines().find(|line| line.starts_with("title = ")).expect("a title");
    std::fs::write(&notice, text.replace(from, &format!("title = \"{title}\""))).expect("writable");
    let out = written(folder.path(), beside.path(), "台账.xlsx", &["ledger", "通报", "--edition", "public"]);
    assert!(out.contains("由〔略〕（〔略〕、〔略〕）经办事项的通报"), "{out}");
    assert!(!out.contains("大山石场"));
    assert!(written(folder.path(), beside.path(), "内部.xlsx", &["ledger", "通报"]).contains(title));
}

#[test]
fn what_is_said_of_an_internal_record_goes_with_it() {
    let folder = home();
    copy_to(folder.path());
    let inside = |file: &str| {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).expect("readable");
        let text: String = text.lines().filter(|line| !line.starts_with("secrecy")).flat_map(|line| [line, "\n"]).collect();
        let (head, tables) =
            text.split_once("\n[").map_or((text.as_str(), String::new()), |(head, rest)| (head, format!("\n[{rest}")));
        std::fs::write(&path, format!("{}\nsecrecy = \"internal\"\n{tables}", head.trim_end())).expect("writable");
    };
    let hazards = |edition: &str| json(folder.path(), &[&YEAR[..], &["--edition", edition]].concat())["hazards"].to_string();
    let one = "hazards/2025/yingji/001";
    assert!(hazards("public").contains(one), "it is public until it says otherwise");
    inside(&format!("{one}.toml"));
    assert!(!hazards("public").contains(one) && hazards("internal").contains(one));
}

#[test]
fn an_internal_record_is_left_out_and_judged_all_the_same() {
    let (inside, outside) = (json(&example("broken"), &YEAR), json(&example("broken"), &[&YEAR[..], &PUBLIC].concat()));
    assert_eq!(inside["states"], outside["states"], "what is judged is judged by all");
    assert_eq!((&inside["edition"], &outside["edition"]), (&"internal".into(), &"public".into()));
    let left_out = outside["left_out"]["records"].as_u64().expect("a number");
    assert!(left_out > 0 && inside["left_out"].is_null());
    let lead = "线索 2025-自然资源-001";
    assert!(inside.to_string().contains(lead) && !outside.to_string().contains(lead));
}

/// Persons and papers that a register knows anywhere, spelt as people spell them, in the title of a notice that is public.
#[test]
fn words_of_any_record_are_struck_out_of_every_output_however_they_are_spelt() {
    let (out, home) = (home(), home());
    copy_to(home.path());
    let change = |file: &str, from: &str, to: &str| {
        let path = home.path().join(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{file}: {from}");
        std::fs::write(path, text.replacen(from, to, 1)).expect("written");
    };
    change("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"司徒某庚、欧阳某辛\"");
    change("meetings/2025/anweiban/001.toml", "name = \"李某乙\"", "name = \"东方某壬\"");
    let planted = [
        "司徒某庚",
        "欧阳 某辛",
        "东方·某壬",
        "东　方　某　壬",
        "张-某甲",
        "反映石场 涉嫌越界开采（虚构）",
        "云区自然资[2025]6号",
        "notices/2025/ziran/001",
        "8888-1234",
        "138–0013–8000",
        "138.0013.8000",
        "138 0013 8000",
    ];
    let title = format!("title = \"{} 2025-05-13\"\n", planted.join("；"));
    let notice = home.path().join("notices/2025/gongan/001.toml");
    let text = std::fs::read_to_string(&notice).expect("a file");
    let old = text.lines().find(|line| line.starts_with("title = ")).expect("a title").to_owned() + "\n";
    std::fs::write(&notice, text.replacen(&old, &title, 1)).expect("written");
    for (file, args) in [
        ("p.docx", &["paper", "notices/2025/gongan/001", "--edition", "public"][..]),
        ("l.xlsx", &["ledger", "--edition", "public"]),
        ("r.html", &[&YEAR[..], &["--format", "html"], &PUBLIC].concat()),
    ] {
        let all = written(home.path(), out.path(), file, args);
        let found: Vec<&&str> = planted.iter().filter(|word| all.contains(**word)).collect();
        assert!(found.is_empty(), "{file} holds {found:?}");
        assert!(all.contains("2025-05-13") || file != "p.docx", "a day stays: {file}");
    }
}

/// In the order of their names it could be read whose number is which.
#[test]
fn mines_get_other_numbers_each_time() {
    let home = home();
    copy_to(home.path());
    for number in 0..20 {
        let folder = home.path().join(format!("mines/shan-{number:02}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        let base = std::fs::read_to_string(home.path().join("mines/dashan/base.toml")).expect("a file");
        let line = |key: &str| base.lines().find(|line| line.starts_with(key)).expect("a key").to_owned();
        let (name, code) = (line("name = "), base.lines().find(|line| line.starts_with("code = ")));
        let base = base.replace(&name, &format!("name = \"第{number:02}石场（虚构）\""));
        let base = code.map_or(base.clone(), |code| base.replace(&format!("{code}\n"), ""));
        std::fs::write(folder.join("base.toml"), base).expect("written");
        let licence = std::fs::read_to_string(home.path().join("mines/dashan/yingji.toml")).expect("a file");
        std::fs::write(folder.join("yingji.toml"), licence).expect("written");
    }
    let due = || json(home.path(), &["deadlines", "--until", "2035-12-31", "--as-of", "2025-12-31", "--edition", "public"]);
    let (one, other) = (due().to_string(), due().to_string());
    assert!(one.contains("〔矿山1〕") && one.contains("〔矿山20〕"), "{one}");
    assert!(!one.contains("石场"), "{one}");
    // Rows of one day go by number, and so look the same in both; what else is said of a mine tells that the draw was another.
    let out = crate::support::home();
    let page = |_| written(home.path(), out.path(), "r.html", &[&YEAR[..], &["--format", "html"], &PUBLIC].concat());
    let twice: Vec<String> = (0..4).map(page).collect();
    assert!(twice.iter().any(|text| *text != twice[0]) || one != other, "the same numbers each time");
}
