//! Who said what, and who has said nothing; what is not finished.

use serde_json::Value;

use crate::support::{Register, said};

fn unit<'v>(answer: &'v Value, part: &str, unit: &str) -> &'v Value {
    let parts = answer["parts"].as_array().expect("parts");
    let part = parts.iter().find(|found| found["part"]["ref"] == part).unwrap_or_else(|| panic!("{part}: {answer}"));
    let units = part["units"].as_array().expect("units");
    units.iter().find(|found| found["unit"] == unit).unwrap_or_else(|| panic!("{unit}: {part}"))
}

fn answers(register: &Register, record: &str) -> Value {
    serde_json::from_str(&register.ok(&["answers", record, "--format", "json"])).expect("JSON")
}

#[test]
fn those_who_are_asked_stand_beside_what_they_said() {
    let register = Register::of_example();
    let meeting = answers(&register, "meetings/2025/anweiban/001");
    let said = unit(&meeting, "meetings/2025/anweiban/001#1", "应急");
    assert_eq!(said["asked"], true);
    assert!(said["words"].as_array().is_some_and(|words| words.len() >= 2 && words[0]["on"].as_str() <= words[1]["on"].as_str()));
    // The office is not asked to carry it out; what it said of it is told all the same.
    let office = unit(&meeting, "meetings/2025/anweiban/001#1", "区安委办");
    assert!(office["asked"] == false && office["words"][0]["kind"]["zh"] == "同意办结", "{office}");
    let notice = register.git(&["ls-files", "notices/2025/gongan"]);
    let notice = notice.lines().next().expect("a notice").trim_end_matches(".toml").to_owned();
    assert_eq!(unit(&answers(&register, &notice), &notice, "林业")["words"], Value::Array(Vec::new()));
    let told = register.ok(&["回复情况", &notice]);
    assert!(told.contains("林业  台账中未见回应"), "{told}");
    register.ok(&["respond", "received", "--to", &notice, "--on", "2025-11-27", "--as", "林业"]);
    let told = register.ok(&["answers", &notice]);
    assert!(told.contains("林业  2025-11-27 签收") && !told.contains("林业  台账中未见回应"), "{told}");
    // An answer to another record is none to this one.
    assert!(told.contains("发改  台账中未见回应"), "{told}");
    assert!(said_of(&register, &["answers", "notices/2025/gongan/099"]).contains("台账中没有"));
}

/// Those who issue a paper too are asked to cosign it; whose paper it is answers nothing, though it should stand among them.
#[test]
fn nobody_is_asked_to_answer_a_paper_of_their_own() {
    let register = Register::of_example();
    let file = "notices/2025/yingji/002.toml";
    register.write(file, &register.read(file).replacen("\n\n[[to]]", "\njointly = [\"yingji\", \"zhujian\"]\n\n[[to]]", 1));
    let notice = answers(&register, "notices/2025/yingji/002");
    let units = notice["parts"][0]["units"].as_array().expect("units").iter();
    let asked: Vec<&str> = units.filter(|unit| unit["asked"] == true).filter_map(|unit| unit["unit"].as_str()).collect();
    assert_eq!(asked, ["住建", "自然资源", "公安", "河口街道"]);
}

fn said_of(register: &Register, args: &[&str]) -> String {
    said(&register.run(args))
}

fn listed(register: &Register, args: &[&str]) -> Vec<String> {
    let rows: Value = serde_json::from_str(&register.ok(&[&["list", "隐患", "--format", "json"], args].concat())).expect("JSON");
    rows.as_array().expect("rows").iter().map(|row| row["ref"].as_str().expect("a reference").to_owned()).collect()
}

#[test]
fn what_is_open_and_what_is_past_its_term() {
    let register = Register::of_example();
    let closed = "hazards/2025/yingji/001".to_owned();
    let open = listed(&register, &["--open"]);
    assert!(!open.contains(&closed) && listed(&register, &[]).contains(&closed));
    let new = ["hazard", "new", "--mine", "dashan", "--source-kind", "inspection", "--nature", "hazard", "--as", "应急"];
    register.ok(&[&new[..], &["--description", "浮石（虚构）", "--found", "2025-12-01"]].concat());
    let files = register.git(&["ls-files", "hazards/2025/yingji"]);
    let record = files.lines().last().expect("a record").trim_end_matches(".toml").to_owned();
    assert!(listed(&register, &["--open"]).contains(&record) && !listed(&register, &["--overdue"]).contains(&record));
    register.ok(&["hazard", "rectify", &record, "--plan", "清理（虚构）", "--due", "2025-12-10", "--as", "应急"]);
    assert!(listed(&register, &["--open"]).contains(&record) && listed(&register, &["--overdue"]).contains(&record));
    assert!(listed(&register, &["--overdue", "--unit", "公安"]).is_empty());
    // What is past its term is not finished.
    let (open, overdue) = (listed(&register, &["--open"]), listed(&register, &["--overdue"]));
    assert!(overdue.iter().all(|record| open.contains(record)), "{overdue:?}");
    for kind in ["通报", "会议", "执法", "上报", "线索"] {
        let count = |args: &[&str]| {
            let told = register.ok(&[&["list", kind, "--count"], args].concat());
            told.lines().next().and_then(|line| line.parse::<usize>().ok()).unwrap_or_else(|| panic!("{kind}: {told}"))
        };
        assert!(count(&["--open"]) <= count(&[]), "{kind}");
    }
}

/// `list 督办`: every task with its term and where it stands, as the records and the words on them have it.
#[test]
fn tasks_are_listed_with_their_terms_and_states() {
    let register = Register::init();
    register.ok(&["meeting", "plan", "--as", "区安委办", "--title", "联席会议（虚构）", "--planned", "2025-11-03"]);
    let meeting = "meetings/2026/anweiban/001";
    register.ok(&["meeting", "held", meeting, "--as", "区安委办", "--held", "2025-11-03"]);
    for (text, lead, due) in [("清查民爆物品（虚构）", "公安", "2025-12-01"), ("核查用林（虚构）", "林业", "2026-06-01")]
    {
        register.ok(&["meeting", "task", meeting, "--as", "区安委办", "--text", text, "--lead", lead, "--due", due]);
    }
    let list = |more: &[&str]| {
        let output = register.run(&[&["list", "督办", "--format", "json"], more].concat());
        let listed: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        listed
            .as_array()
            .expect("tasks")
            .iter()
            .map(|task| task["state"].as_str().expect("a state").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(list(&[]), ["overdue", "open"]);
    assert_eq!((list(&["--overdue"]), list(&["--unit", "林业"])), (vec!["overdue".to_owned()], vec!["open".to_owned()]));
    let of = format!("{meeting}#1");
    register.ok(&["respond", "done", "--as", "公安", "--to", &of, "--on", "2025-12-20", "--text", "已清查（虚构）"]);
    assert_eq!(list(&["--open"]), ["done", "open"]);
    register.ok(&["task", "accept", "--as", "区安委办", "--to", &of, "--on", "2025-12-22"]);
    assert_eq!(
        (list(&["--open"]), list(&["--year", "2025"])),
        (vec!["open".to_owned()], vec!["accepted".to_owned(), "open".to_owned()])
    );
    let table = register.ok(&["list", "督办"]);
    assert!(table.contains("清查民爆物品") && table.contains("同意办结") && table.contains("2026-06-01"), "{table}");
    assert_eq!(register.ok(&["list", "tasks", "--count"]).trim(), "2");
    // What can be asked of records of one kind only is refused, and not passed over.
    assert!(register.fails(&["list", "督办", "--where", "事项=x"], 2).contains("--where"));
}

/// What the office says of a task is said of a task: of all of a meeting, of a question left open or of a hazard it means nothing.
#[test]
fn only_a_task_is_accepted_or_returned() {
    let register = Register::of_example();
    let before = register.head();
    let said_of = |verb: &str, to: &str| register.run(&["task", verb, "--as", "区安委办", "--to", to, "--on", "2025-12-22"]);
    for to in
        ["meetings/2025/anweiban/001", "hazards/2025/yingji/001", "notices/2025/yingji/001", "meetings/2025/anweiban/001#99"]
    {
        for verb in ["accept", "return"] {
            let done = said_of(verb, to);
            assert!(done.status.code() == Some(2), "{verb} {to}: {}", said(&done));
        }
    }
    let told = said(&said_of("accept", "hazards/2025/yingji/001"));
    assert!(told.contains("不是督办事项") && told.contains("liandong list 督办"), "{told}");
    assert_eq!(register.head(), before);
    assert!(said_of("return", "meetings/2025/anweiban/001#1").status.success());
}
