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

/// Whoever else is invited, a meeting is of the members of its system: they are asked for items, and sign at the door.
#[test]
fn a_guest_does_not_take_the_place_of_the_members() {
    let register = Register::of_example();
    let meeting = "meetings/2026/anweiban/001";
    register.ok(&["meeting", "plan", "--as", "区安委办", "--title", "第四次联席会议（虚构）", "--planned", "2026-03-10"]);
    register.ok(&["meeting", "invite", meeting, "--as", "区安委办", "--who", "河口街道", "--on", "2026-01-05"]);
    let paper = |which: &str| {
        let out = register.home.join("公文.docx").to_string_lossy().into_owned();
        let said = register.ok(&["paper", meeting, "--paper", which, "--force", "--out", &out]);
        (read(std::fs::read(&out).expect("a file")).words(), said)
    };
    for which in ["征集议题", "签到表"] {
        let (words, _) = paper(which);
        for who in ["河口街道", "市公安局云城分局", "区林业局", "区应急管理局"] {
            assert!(words.contains(who), "{which}, {who}: {words}");
        }
    }
    // The letter goes to whom it was sent.
    assert!(!paper("通知").0.contains("区林业局"));
    // A sheet of a meeting that is not held says so.
    register.ok(&["meeting", "cancel", meeting, "--as", "区安委办", "--on", "2026-01-05", "--reason", "改期（虚构）"]);
    let (words, said) = paper("签到表");
    assert!(said.contains("会议已取消") && words.contains("签到表"), "{said}");
}

/// A sentence without its days, which papers write in another form.
fn dayless(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit() && !"-年月日 ".contains(*c)).collect()
}

/// Whether some day is written as files write it.
fn has_plain_day(words: &str) -> bool {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = |part: &str| {
        let mut parts = part.split('-');
        let mut is = |count| parts.next().is_some_and(|text| digits(text, count));
        is(4) && is(2) && is(2)
    };
    words.split(|c: char| !c.is_ascii_digit() && c != '-').any(is_day)
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
    assert!(words.contains("区应急管理局：") && !has_plain_day(&words), "{words}");
    for item in &late {
        // A letter names units in full.
        let what = dayless(item["what"]["zh"].as_str().expect("words")).replace("（应急）", "（区应急管理局）");
        assert!(dayless(&words).contains(&what), "{what}: {words}");
        // All that is said of one record stands in one row.
        let title = item["record"]["title"]["zh"].as_str().expect("a title");
        let rows = words.matches(&format!("（{title}）")).count();
        assert!(!title.starts_with("隐患") || rows == 1, "{title}: {words}");
    }
    // No paper adopted a term here: no day is held against anybody but those of records and clauses.
    assert!(words.contains("机制未定期限"), "{words}");
    assert!(!words.contains("自何日起"), "{words}");
    assert!(words.contains("会议纪要第1期部署的督办事项第1项："), "{words}");
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

/// Terms in replies and circulars are terms: what is past one is urged in the words of the paper that set it.
#[test]
fn tasks_of_replies_are_urged_with_their_paper_and_term() {
    let register = Register::without(&["responses"]);
    let out = register.home.join("函.docx").to_string_lossy().into_owned();
    let letter = |unit: &str| {
        register.ok(&["paper", unit, "--paper", "urging", "--force", "--out", &out]);
        read(std::fs::read(&out).expect("a file")).words()
    };
    let words = letter("自然资源");
    for expected in ["区府复〔2025〕1号部署的督办事项第1项：制定历史遗留采坑治理方案", "2025年9月30日", "下列1项"]
    {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(!has_plain_day(&words), "{words}");
    // A task of a meeting is told by the number of its minutes.
    let words = letter("公安");
    assert!(words.contains("印发停产矿山民用爆炸物品清退流程") && words.contains("2025年5月30日"), "{words}");
    // It is the office's letter.
    let said = register.fails(&["paper", "公安", "--paper", "urging", "--as", "应急", "--force", "--out", &out], 2);
    assert!(said.contains("由区安委办发"), "{said}");
    // Where there is no register, that is said, and nothing of commits.
    let mut nowhere = register.command(&["paper", "公安", "--paper", "urging", "--force", "--out", &out]);
    let told = crate::support::said(&nowhere.current_dir(&register.home).output().expect("runs"));
    assert!(told.contains("这里没有台账") && !told.contains("--rev"), "{told}");
    // The office hands on what it watches over.
    let sheet = register.home.join("交接.docx").to_string_lossy().into_owned();
    register.ok(&["handover", "--unit", "区安委办", "--out", &sheet]);
    let words = read(std::fs::read(&sheet).expect("a file")).words();
    for expected in ["督办其他单位、已过期限的", "印发停产矿山民用爆炸物品清退流程", "只供交接双方使用"]
    {
        assert!(words.contains(expected), "{expected}: {words}");
    }
}

/// A term that the office adopted is one, and its last day is told.
#[test]
fn a_day_is_told_where_a_paper_adopted_the_term() {
    let summary = |adopted: bool| {
        let register = Register::of_folder(&root().join("examples/broken"));
        if adopted {
            let paper = ["--basis", "云区安委办〔2025〕1号（虚构）", "--since", "2025-01-01", "--as", "区安委办"];
            register.ok(&[&["settings", "adopt", "--all"][..], &paper].concat());
        }
        let out = register.home.join("函.docx").to_string_lossy().into_owned();
        register.ok(&["paper", "应急", "--paper", "督办函", "--out", &out]);
        let words = read(std::fs::read(&out).expect("a file")).words();
        words.matches("机制未定期限").count()
    };
    assert!(summary(true) < summary(false));
}

#[test]
fn whoever_takes_over_is_given_all_that_waits() {
    let register = Register::of_example();
    let folder = &register.home;
    register.ok(&[
        "hazard",
        "new",
        "--found",
        "今天",
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
            let what = dayless(&escaped(item["what"]["zh"].as_str().expect("words")));
            assert!(dayless(&words).contains(&what), "{what}: {words}");
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
    assert!(nobody.contains("--unit 单位") && !nobody.contains("--as"), "{nobody}");
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
        let adopt = [
            "settings",
            "adopt",
            setting,
            "--value",
            "permanent",
            "--basis",
            "云区安委办〔2025〕9号（虚构）",
            "--since",
            "2025-01-01",
        ];
        register.ok(&[&adopt[..], &["--as", "区安委办"]].concat());
    }
    let words = list(&[]);
    assert!(!words.contains("定期30年") && !words.contains("未经本办确认"), "{words}");
    // A word that is no period stops the filing.
    let bad = [
        "settings",
        "adopt",
        "archive-work",
        "--value",
        "for-ever",
        "--basis",
        "云区安委办〔2025〕9号（虚构）",
        "--since",
        "2025-06-01",
    ];
    assert!(register.refused(&[&bad[..], &["--as", "区安委办"]].concat()).contains("thirty-years"));
    let nothing = register.fails(&["paper", "2019", "--paper", "archive", "--force", "--out", &out], 2);
    assert!(nothing.contains("没有可归档的"), "{nothing}");
    assert!(register.fails(&["paper", "去", "--paper", "archive", "--force", "--out", &out], 2).contains("四位年份"));
}
