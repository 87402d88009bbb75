//! What an office sends and hands on every week: asks for items, the sheet at the door, what it urges, and what a successor is given.

use serde_json::Value;

use super::print::{Docx, make, read, root};
use crate::support::{Register, clean, run, said};

const MEETING: &str = "meetings/2025/anweiban/001";

fn cells(docx: &Docx) -> String {
    docx.words()
}

#[test]
fn items_are_asked_for_by_whoever_calls_the_meeting() {
    let paper = make(&clean(), &[MEETING, "--paper", "征集议题"]);
    let words = cells(&paper);
    assert!(words.contains("议题的通知") && words.contains("议题征集表") && words.contains("征集范围"), "{words}");
    // The register does not keep it: nobody invents its number and day, and it is a draft until somebody went over it.
    assert!(words.contains("〔　　　〕") && words.contains("　　年　月　日"), "{words}");
    assert!(paper.said.contains("未经审核") && paper.said.contains("报送期限"), "{}", paper.said);
    assert!(!words.contains("区安委办："), "nobody writes to itself: {words}");
}

#[test]
fn a_sheet_to_be_signed_says_nothing_of_who_came() {
    let data = clean();
    let sheet = make(&data, &[MEETING, "--paper", "sign-in"]);
    let words = cells(&sheet);
    let meeting = std::fs::read_to_string(data.join(format!("{MEETING}.toml"))).expect("a meeting");
    let meeting: toml::Table = meeting.parse().expect("TOML");
    for attended in meeting["attendance"].as_array().expect("attendance") {
        if let Some(name) = attended.get("name").and_then(toml::Value::as_str) {
            assert!(!words.contains(name), "{name} is entered: {words}");
        }
    }
    for expected in ["签到表", "时间：", "地点：", "市公安局云城分局", "区林业局", "签名"] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    // It is no official paper: no mark, no number, no signature.
    assert!(!words.contains("〔") && !words.contains("文件"), "{words}");
}

/// What the program says waits for a unit and is not done.
fn unmet(data: &std::path::Path, unit: &str) -> Vec<Value> {
    let output = run(data, &["todo", "--unit", unit, "--format", "json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    answer["items"].as_array().expect("items").iter().filter(|item| item["urgency"] == "unmet").cloned().collect()
}

#[test]
fn all_that_is_past_its_term_is_urged_in_one_letter() {
    let broken = root().join("examples/broken");
    let late = unmet(&broken, "应急");
    assert!(late.len() > 1, "{late:?}");
    let paper = make(&broken, &["应急", "--paper", "督办函"]);
    let words = cells(&paper);
    assert!(words.contains(&format!("下列{}项", late.len())) && words.contains("区应急管理局："), "{words}");
    for item in &late {
        let what = item["what"]["zh"].as_str().expect("words");
        assert!(words.contains(what), "{what}: {words}");
    }
    // A peer is told what the register lacks, and not that anything is wrong.
    assert!(!words.contains("违法") && !words.contains("错误"), "{words}");
    // Nobody is urged who is late with nothing, and nobody urges themselves.
    let out = crate::support::home();
    let refused = |data: &std::path::Path, unit: &str| {
        let file = out.path().join("x.docx").to_string_lossy().into_owned();
        let output = run(data, &["paper", unit, "--paper", "urging", "--out", &file]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(!out.path().join("x.docx").exists());
        said(&output)
    };
    assert!(unmet(&clean(), "林业").is_empty() && refused(&clean(), "林业").contains("不必督办"));
    assert!(refused(&broken, "区安委办").contains("不给自己"));
    assert!(refused(&broken, "天气").contains("天气"));
}

#[test]
fn whoever_takes_over_is_given_all_that_waits() {
    let register = Register::of_example();
    let folder = &register.home;
    register.ok(&[
        "hazard",
        "new",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "边坡浮石（虚构）",
    ]);
    register.run(&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"]);
    let output = register.run(&["todo", "--unit", "应急", "--format", "json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let items = answer["items"].as_array().expect("items").clone();
    let before = register.state();
    for format in ["docx", "html"] {
        let out = folder.join(format!("交接.{format}"));
        let told = register.ok(&["handover", "--unit", "应急", "--out", &out.to_string_lossy()]);
        assert!(told.contains(&format!("{} 项待办", items.len())), "{told}");
        let bytes = std::fs::read(&out).expect("a file");
        let words = if format == "docx" { cells(&read(bytes)) } else { String::from_utf8(bytes).expect("UTF-8") };
        let escaped = |words: &str| {
            if format == "html" {
                words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
            } else {
                words.to_owned()
            }
        };
        for item in &items {
            let what = escaped(item["what"]["zh"].as_str().expect("words"));
            assert!(words.contains(&what), "{what}: {words}");
            if let Some(command) = item["command"].as_str() {
                assert!(words.contains(&escaped(command)), "{command}");
            }
        }
        for expected in ["工作交接单", "在任人员", "签名密钥", "东西在哪里", "移交人", "drafts", "共享处：没有"]
        {
            assert!(words.contains(expected), "{expected}: {words}");
        }
        // What another unit does is none of its business.
        assert!(!words.contains("liandong respond received --as 林业"));
        // A file that is there stays.
        assert_eq!(register.run(&["handover", "--unit", "应急", "--out", &out.to_string_lossy()]).status.code(), Some(2));
    }
    assert_eq!(register.state(), before);
    // It is not known of which unit this computer is.
    let nobody = register.fails(&["handover", "--out", &folder.join("x.docx").to_string_lossy()], 2);
    assert!(nobody.contains("--as") || nobody.contains("单位"), "{nobody}");
}

#[test]
fn the_papers_of_a_year_are_listed_with_how_long_they_are_kept() {
    let register = Register::of_example();
    let out = register.home.join("归档.docx").to_string_lossy().into_owned();
    let list = |more: &[&str]| {
        register.ok(&[&["paper", "2025", "--paper", "归档清单", "--force", "--out", &out][..], more].concat());
        read(std::fs::read(&out).expect("a file")).words()
    };
    let words = list(&[]);
    // Every number that notices and papers upward of the year bear is there.
    let csv = ["notices", "upward"]
        .map(|kind| register.ok(&["list", kind, "--year", "2025", "--columns", "doc_number", "--format", "csv"]));
    let csv = csv.concat();
    let fields = csv.lines().flat_map(|line| line.split(',')).map(|field| field.trim().trim_matches('"'));
    let numbers: Vec<&str> = fields.filter(|field| field.contains('〔')).collect();
    assert!(numbers.len() > 5, "{csv}");
    for number in &numbers {
        assert!(words.contains(*number), "{number}: {words}");
    }
    // How long is practice, and said to be.
    assert!(words.contains("永久") && words.contains("定期30年") && words.contains("未经本办确认"), "{words}");
    for setting in ["archive-principal", "archive-work", "archive-routine"] {
        let adopt =
            ["settings", "adopt", setting, "--value", "permanent", "--basis", "档案室函（虚构）", "--since", "2025-01-01"];
        register.ok(&[&adopt[..], &["--as", "区安委办"]].concat());
    }
    let words = list(&[]);
    assert!(!words.contains("定期30年") && !words.contains("未经本办确认"), "{words}");
    // A word that is no period stops the filing.
    let bad =
        ["settings", "adopt", "archive-work", "--value", "for-ever", "--basis", "档案室函（虚构）", "--since", "2025-06-01"];
    assert!(register.refused(&[&bad[..], &["--as", "区安委办"]].concat()).contains("thirty-years"));
    let nothing = register.fails(&["paper", "2019", "--paper", "archive", "--force", "--out", &out], 2);
    assert!(nothing.contains("没有可归档的"), "{nothing}");
    assert!(register.fails(&["paper", "去", "--paper", "archive", "--force", "--out", &out], 2).contains("四位年份"));
}
