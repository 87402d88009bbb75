//! The office's annual report: an official paper that invents nothing.

use std::io::Read as _;
use std::path::Path;

use super::values_of;
use crate::support::{Register, example, home, run};

/// The words of the paper's text, paragraph by paragraph, and all of its properties.
fn paper(name: &str, as_of: &str) -> (Vec<String>, String) {
    let folder = home();
    let out = folder.path().join("年度报告.docx");
    let named = out.to_str().expect("UTF-8");
    let done = run(&example(name), &["report", "--year", "2025", "--as-of", as_of, "--format", "docx", "--out", named]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    words_of(&out)
}

/// The same of a paper that was written.
fn words_of(out: &Path) -> (Vec<String>, String) {
    let mut package = zip::ZipArchive::new(std::fs::File::open(out).expect("written")).expect("a package");
    let mut part = |name: &str| {
        let mut text = String::new();
        package.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        text
    };
    let (text, properties) = (part("word/document.xml"), part("docProps/core.xml"));
    let document = roxmltree::Document::parse(&text).expect("XML");
    let paragraphs = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "p")));
    let words =
        |node: roxmltree::Node<'_, '_>| node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    (paragraphs.map(words).collect(), properties)
}

/// How much is open, as the report has it.
fn open(report: &serde_json::Value) -> usize {
    let list = |unit: &serde_json::Value, kind| unit[kind].as_array().expect("a list").len();
    let units = report["open"].as_array().expect("units").iter();
    units.map(|unit| ["findings", "pending", "minimums"].iter().map(|kind| list(unit, kind)).sum::<usize>()).sum()
}

/// The same, as the paper counts it unit by unit.
fn counted_by_unit(whole: &str) -> usize {
    let said = whole.split("按应办单位：").nth(1).and_then(|rest| rest.split('。').next()).expect("a sentence");
    let number = |unit: &str| unit.trim_end_matches('项').rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok();
    said.split(['、', '，']).filter_map(number).sum()
}

#[test]
fn it_says_what_the_year_says_and_is_a_draft() {
    let (paragraphs, properties) = paper("broken", "2025-12-31");
    let whole = paragraphs.concat();
    let report = values_of(&example("broken"), "2025-12-31", &[]);
    assert!(properties.contains("草稿") && properties.contains("report/2025"), "{properties}");
    assert!(whole.contains("关于2025年度《云城区非煤矿山安全监管协调联动工作机制》落实情况的报告"));
    assert!(whole.contains("本报告由台账汇总生成，机制未要求报送"), "it says that nobody asks for it");
    let counts = &report["counts"];
    for (word, key) in [("未落实", "unmet"), ("提醒", "reminder"), ("建议", "advice"), ("需更正", "form")] {
        assert!(whole.contains(&format!("{word}{}处", counts[key])), "{word}");
    }
    for line in report["chapters"]
        .as_array()
        .expect("chapters")
        .iter()
        .flat_map(|chapter| chapter["obligations"].as_array().expect("lines"))
    {
        let id = line["id"].as_str().expect("an id");
        let rows = paragraphs.iter().filter(|words| words.as_str() == id).count();
        assert_eq!(rows, 1, "{id} stands in the table once");
    }
    assert_eq!(counted_by_unit(&whole), open(&report));
    // What nobody gave is left blank: number, signer, day.
    assert!(whole.contains("〔　　　〕") && whole.contains("　　年　月　日"));
    for word in ["错误", "违法行为属实", "未召开"] {
        assert!(!whole.contains(word), "{word}");
    }
}

/// What a period lacks whose last day has come is found, and no task as well; each is named by what it is.
#[test]
fn a_matter_is_counted_once_and_named() {
    let register = Register::of_example();
    let out = register.home.join("空.docx");
    let empty = register.home.join("空");
    register.ok(&["init", &empty.to_string_lossy()]);
    let report = |as_of: &str| {
        let args = ["report", "--year", "2025", "--as-of", as_of, "--force", "--out", &out.to_string_lossy()];
        register.ok(&[&["--data", &empty.to_string_lossy()][..], &args].concat());
        words_of(&out).0.concat()
    };
    let ended = report("2025-12-31");
    assert!(!ended.contains("至少 1 次") && ended.contains("台账中见联席会议记录 0 次"), "{ended}");
    let running = report("2025-12-30");
    assert!(running.contains("至少 1 次") && !running.contains("台账中见联席会议记录 0 次"), "{running}");
}

/// A unit writes a letter, which calls itself that and the office by its name.
#[test]
fn a_letter_of_a_unit_calls_itself_a_letter() {
    let register = Register::of_example();
    let out = register.home.join("函.docx");
    register.ok(&["report", "--year", "2025", "--unit", "公安", "--out", &out.to_string_lossy()]);
    let whole = words_of(&out).0.concat();
    assert!(whole.contains("函告如下") && whole.contains("本函由台账汇总生成") && whole.contains("未经区安委办确认"), "{whole}");
    assert!(!whole.contains("本报告") && !whole.contains("本办"), "{whole}");
}

#[test]
fn a_year_without_anything_open_says_so() {
    let (paragraphs, _) = paper("clean", "2026-01-05");
    let whole = paragraphs.concat();
    let report = values_of(&example("clean"), "2026-01-05", &[]);
    assert_eq!(report["open"].as_array().map(Vec::len), Some(0));
    assert!(whole.contains("按台账记录，没有未办结的事项。") && !whole.contains("附件3"));
}
