//! What waits for a unit: the most pressing first, each with the command that does it, and nothing of what is done.

use serde_json::Value;

use crate::support::{LIANDONG, Register, command, example, home, said};

fn items(register: &Register, args: &[&str]) -> Vec<Value> {
    let output = register.run(&[&["todo", "--format", "json"], args].concat());
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    answer["items"].as_array().expect("items").clone()
}

fn words(items: &[Value]) -> String {
    let line = |item: &Value| format!("{} {} {}", item["record"]["ref"], item["what"]["zh"], item["command"]);
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

const HAZARD: &[&str] = &[
    "hazard",
    "new",
    "--as",
    "应急",
    "--mine",
    "dashan",
    "--found",
    "今天",
    "--source-kind",
    "inspection",
    "--nature",
    "hazard",
    "--description",
];

#[test]
fn each_thing_has_its_command_and_the_most_pressing_comes_first() {
    let home = home();
    let mut program = command(LIANDONG, home.path());
    program.current_dir(example("broken")).args(["todo", "--all", "--as-of", "2025-12-31", "--format", "json"]);
    let output = program.output().expect("runs");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let items = answer["items"].as_array().expect("items");
    let order = ["unmet", "incorrect", "reminded", "advised", "unsigned", "uncosigned", "near", "running", "local"];
    let place = |item: &Value| order.iter().position(|urgency| item["urgency"] == *urgency).expect("an urgency");
    assert!(items.len() > 30 && items.is_sorted_by_key(place));
    for item in items {
        let command = item["command"].as_str().expect("a command");
        assert!(command.starts_with("liandong "), "{item}");
        assert!(item["units"].as_array().is_some_and(|units| !units.is_empty()), "{item}");
    }
    // On paper it is a screen: of each urgency a few.
    let mut program = command(LIANDONG, home.path());
    let told =
        said(&program.current_dir(example("broken")).args(["todo", "--all", "--as-of", "2025-12-31"]).output().expect("runs"));
    assert!(told.lines().count() < 80 && told.contains("另有"), "{told}");
}

#[test]
fn what_is_done_waits_no_more() {
    let register = Register::of_example();
    register.ok(&[HAZARD, &["边坡浮石（虚构）"]].concat());
    let told = words(&items(&register, &["--unit", "应急"]));
    let line = told.lines().find(|line| line.contains("liandong hazard rectify")).expect("a term is to be set").to_owned();
    let record = line.split('"').nth(1).expect("a record").to_owned();
    register.ok(&["hazard", "rectify", &record, "--as", "应急", "--plan", "清理浮石（虚构）", "--due", "明天"]);
    let after = words(&items(&register, &["--unit", "应急"]));
    assert!(!after.lines().any(|line| line.contains(&record) && line.contains("liandong hazard rectify")), "{after}");
    // Nobody else is told of it.
    assert!(!words(&items(&register, &["--unit", "公安"])).contains(&record));
}

/// 联合行文: whoever is to cosign is asked, and whose paper it is sees for whom it waits; once all have, nobody is.
#[test]
fn a_joint_paper_waits_to_be_cosigned() {
    let register = Register::of_example();
    let joint = ["--jointly", "公安、自然资源", "--to", "林业", "--content", "4", "--title", "联合通报（虚构）"];
    register.ok(&[&["notice", "new", "--as", "应急"][..], &joint].concat());
    let review = ["--name", "某甲", "--post", "分管", "--on", "今天", "--way", "书面", "--as", "应急"];
    register.ok(&[&["notice", "review", "notices-1"][..], &review].concat());
    let record = "notices/2026/yingji/001";
    let told = |unit: &str| {
        let items = items(&register, &["--unit", unit]);
        let lines: Vec<Value> = items.into_iter().filter(|item| item["urgency"] == "uncosigned").collect();
        words(&lines)
    };
    let asked = |unit: &str| format!("liandong respond cosign --to {record} --on … --as {unit}");
    assert!(told("公安").contains(&asked("公安")) && told("自然资源").contains(&asked("自然资源")), "{}", told("公安"));
    assert!(
        told("应急").contains("尚待 公安、自然资源 会签") && told("应急").contains(&format!("liandong answers {record}")),
        "{}",
        told("应急")
    );
    assert_eq!(told("林业"), "");
    register.ok(&["respond", "cosign", "--to", record, "--on", "今天", "--as", "公安"]);
    assert_eq!(told("公安"), "");
    assert!(told("应急").contains("尚待 自然资源 会签"), "{}", told("应急"));
    register.ok(&["respond", "cosign", "--to", record, "--on", "今天", "--as", "自然资源"]);
    assert_eq!(told("自然资源") + &told("应急"), "");
    // A paper upward likewise; to whoever asks about all, one line for each.
    let upward =
        ["upward", "new", "--as", "区安委办", "--kind", "请示", "--to", "区政府", "--title", "联合请示（虚构）", "--on", "今天"];
    register.ok(&[&upward[..], &["--jointly", "应急"]].concat());
    let all: Vec<Value> = items(&register, &["--all"]).into_iter().filter(|item| item["urgency"] == "uncosigned").collect();
    assert_eq!(all.len(), 2, "{all:?}");
    // On a screen it has a heading of its own.
    assert!(register.ok(&["todo", "--unit", "应急"]).contains("待会签"));
}

#[test]
fn what_lies_on_this_computer_only_is_told() {
    let register = Register::of_example();
    let there = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]);
    register.ok(&["sync", &there.to_string_lossy()]);
    assert!(!register.ok(&["todo", "--unit", "应急"]).contains("本机"));
    register.ok(&[HAZARD, &["未送出的（虚构）"]].concat());
    // Refused for what it lacks, it is kept as a draft.
    register.run(&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"]);
    let told = register.ok(&["todo", "--unit", "应急"]);
    assert!(
        told.contains("有 1 次登记还没有送出\n      liandong sync")
            && told.contains("liandong respond received --from responses-1"),
        "{told}"
    );
}

/// Whose a draft is stands in it: nobody is told to go on with another unit's, and what is told runs as it is printed.
#[test]
fn drafts_wait_for_the_unit_that_began_them() {
    let register = Register::of_example();
    register.git(&["config", "liandong.unit", "yingji"]);
    for (unit, title) in [("应急", "本单位起草的（虚构）"), ("公安", "公安起草的（虚构）")] {
        register.ok(&["notice", "new", "--as", unit, "--to", "林业", "--content", "4", "--title", title]);
    }
    let drafts = |args: &[&str]| {
        let lines = items(&register, args).into_iter().filter(|item| item["urgency"] == "local");
        words(&lines.filter(|item| item["what"]["zh"].as_str().expect("words").contains("草稿")).collect::<Vec<_>>())
    };
    let own = drafts(&[]);
    assert!(own.contains("liandong notice review notices-1 ") && !own.contains("notices-2") && !own.contains("--as"), "{own}");
    assert_eq!(drafts(&["--unit", "应急"]), own);
    assert_eq!(drafts(&["--unit", "林业"]), "");
    let others = drafts(&["--unit", "公安"]);
    assert!(others.contains("liandong notice review notices-2 ") && !others.contains("notices-1"), "{others}");
    let all = drafts(&["--all"]);
    assert!(all.contains("notices-1") && all.contains("notices-2") && all.contains("--as 公安"), "{all}");
    // Where no unit has joined, nothing runs without it.
    register.git(&["config", "--unset", "liandong.unit"]);
    let command =
        items(&register, &["--unit", "公安"]).into_iter().filter_map(|item| item["command"].as_str().map(str::to_owned));
    let command = command.into_iter().find(|command| command.contains("notices-2")).expect("a command");
    let mut said = ["张某甲", "分管负责人", "今天", "书面"].into_iter();
    let typed = shell_words::split(&command).expect("words").into_iter().skip(1);
    let typed: Vec<String> =
        typed.map(|word| if word == "…" { said.next().expect("an answer").to_owned() } else { word }).collect();
    register.ok(&typed.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(register.folder.join("notices/2026/gongan/001.toml").is_file(), "{command}");
}

/// A register in which an enforcement of two units is planned for a day.
fn planned(day: &str) -> Register {
    let register = Register::of_example();
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    register.ok(&[&plan[..], &["--start", day, "--to", day]].concat());
    register
}

/// 四不两直: whoever does not take part learns nothing of an enforcement before its first day, whatever is asked.
#[test]
fn a_planned_enforcement_is_known_to_its_team_alone() {
    let register = planned("明天");
    let ics = register.home.join("期限.ics").to_string_lossy().into_owned();
    let questions = [
        &["todo", "--all", "--full"][..],
        &["todo"],
        &["deadlines"],
        &["deadlines", "--ics", &ics, "--force"],
        &["list", "执法"],
        &["search", "突击检查"],
    ];
    let seen = |unit: Option<&str>, question: &[&str]| {
        let mut program = register.command(question);
        if let Some(unit) = unit {
            program.env("LIANDONG_UNIT", unit);
        }
        let told = said(&program.output().expect("runs"));
        if question.contains(&"--ics") { std::fs::read_to_string(&ics).expect("a calendar") } else { told }.contains("突击检查")
    };
    for question in questions {
        for (unit, told) in [(Some("应急"), true), (Some("公安"), true), (Some("林业"), false), (None, false)] {
            assert_eq!(seen(unit, question), told, "{unit:?} {question:?}");
        }
        // The office arranges it: what it sees of all is all.
        let of_own = question == ["todo"];
        assert_eq!(seen(Some("区安委办"), question), !of_own, "{question:?}");
    }
    // Nor by its name, by what became of it, by its paper or by what was filed lately.
    let (record, since) = ("enforcements/2026/yingji/001", register.git(&["rev-parse", "HEAD~1"]).trim().to_owned());
    for question in [
        &["show", record][..],
        &["show", record, "--format", "toml"],
        &["history", record],
        &["answers", record],
        &["paper", record, "--out", "-"],
        &["diff", "--since", &since],
    ] {
        let told = |unit: &str| {
            let told = said(&register.command(question).env("LIANDONG_UNIT", unit).output().expect("runs"));
            ["突击检查", "执法 2026", "牵头单位", "lead = "].iter().any(|word| told.contains(word))
        };
        assert!(!told("林业"), "{question:?}");
        assert!(question[0] == "answers" || question[0] == "paper" || told("公安"), "{question:?}");
    }
    // Whom one asks about does not make one a part of it.
    assert!(!seen(Some("林业"), &["deadlines", "--unit", "公安"]));
    // Nor is it told by looking into the future, or by a ledger.
    for question in ["todo --all --full", "deadlines", "check", "report --format json"] {
        let question: Vec<&str> = question.split(' ').chain(["--as-of", "2026-12-31"]).collect();
        let told = |unit: &str| {
            let told = said(&register.command(&question).env("LIANDONG_UNIT", unit).output().expect("runs"));
            told.contains("突击检查") || told.contains("执法 20") || told.contains("enforcements/20")
        };
        assert!(!told("林业"), "{question:?}");
        assert!(question[0] == "report" || told("公安"), "{question:?}");
    }
    let book = register.home.join("台账.xlsx").to_string_lossy().into_owned();
    let rows = |unit: &str| {
        let mut command = register.command(&["ledger", "联合执法", "--out", &book, "--force"]);
        assert!(command.env("LIANDONG_UNIT", unit).status().expect("runs").success());
        let parts = crate::ledger::workbook::parts(std::fs::read(&book).expect("a ledger"));
        parts.values().any(|part| part.contains("突击检查"))
    };
    assert_eq!(["公安", "区安委办", "林业"].map(rows), [true, true, false]);
    // On its first day it is no surprise any more.
    let begun = planned("今天");
    assert!(begun.ok(&["deadlines"]).contains("突击检查"));
}

#[test]
fn an_enforcement_of_which_nobody_said_what_came_of_it_waits_to_be_settled() {
    let register = planned("2025-12-01");
    let told = register.ok(&["deadlines", "--unit", "应急"]);
    assert!(told.contains("突击检查") && told.contains("所定日期已过"), "{told}");
    let told = register.ok(&["todo", "--unit", "应急", "--full"]);
    assert!(told.lines().any(|line| line.contains("突击检查") && line.contains("自 2025-12-01")), "{told}");
    let file = register.git(&["ls-files", "enforcements"]);
    let record = file.lines().last().expect("a record").trim_end_matches(".toml").to_owned();
    register.ok(&["enforcement", "cancel", &record, "--as", "应急", "--on", "2025-12-02", "--reason", "改期（虚构）"]);
    assert!(!register.ok(&["deadlines", "--unit", "应急"]).contains("突击检查"));
}

/// What another unit has to file is not for this one to run.
#[test]
fn nobody_is_told_to_file_in_the_name_of_another() {
    let home = home();
    for unit in ["应急", "公安", "自然资源", "区安委办"] {
        let mut program = command(LIANDONG, home.path());
        program.current_dir(example("broken")).args(["todo", "--unit", unit, "--as-of", "2025-12-31", "--format", "json"]);
        let answer: Value = serde_json::from_slice(&program.output().expect("runs").stdout).expect("JSON");
        for item in answer["items"].as_array().expect("items") {
            let command = item["command"].as_str().unwrap_or_default();
            let named = command.rsplit_once(" --as ").map(|(_, named)| named);
            assert!(named.is_none_or(|named| named == unit), "{unit}: {command}");
        }
    }
}

/// A command that is printed does the thing: no term is moved and no slip mended where something is still to be done.
#[test]
fn what_is_still_in_time_is_not_amended() {
    let register = Register::of_example();
    register.ok(&[HAZARD, &["浮石（虚构）"]].concat());
    let list = words(&items(&register, &["--unit", "应急"]));
    let record = list
        .lines()
        .find(|line| line.contains("hazards/2026"))
        .and_then(|line| line.split('"').nth(1))
        .expect("a record")
        .to_owned();
    register.ok(&["hazard", "rectify", &record, "--as", "应急", "--plan", "清理（虚构）", "--due", "2026-01-30"]);
    for day in ["2026-01-05", "2025-05-20", "2025-06-01", "2025-07-12"] {
        for item in items(&register, &["--all", "--as-of", day]) {
            let (group, command) = (item["urgency"].as_str().expect("a group"), item["command"].as_str().unwrap_or_default());
            let is_slip = command.starts_with("liandong amend") || command.starts_with("liandong edit");
            assert!(!is_slip || !["near", "running"].contains(&group), "{day}: {item}");
        }
    }
}

#[test]
fn all_of_it_is_listed_where_that_is_asked_for() {
    let home = home();
    let told = |args: &[&str]| {
        let mut program = command(LIANDONG, home.path());
        said(&program.current_dir(example("broken")).args(["todo", "--as-of", "2025-12-31"]).args(args).output().expect("runs"))
    };
    assert!(told(&["--all"]).contains("加 --full 全部列出") && !told(&["--all", "--full"]).contains("加 --full"));
    let mut acting = command(LIANDONG, home.path());
    let acting = acting.current_dir(example("broken")).env("LIANDONG_UNIT", "公安").args(["todo", "--as-of", "2025-12-31"]);
    assert_eq!(said(&acting.output().expect("runs")), told(&["--unit", "公安"]));
}

#[test]
fn the_name_alone_says_what_waits_in_a_register_and_help_elsewhere() {
    let register = Register::of_example();
    assert_eq!(register.ok(&[]), register.ok(&["todo"]));
    assert!(register.ok(&["待办", "--unit", "公安"]).starts_with("公安的待办"));
    let nowhere = home();
    let told = said(&command(LIANDONG, nowhere.path()).current_dir(nowhere.path()).output().expect("runs"));
    assert!(told.contains("用法：liandong"), "{told}");
    assert!(said(&register.run(&["todo", "--unit", "无此单位"])).contains("未能完成"));
}

#[test]
fn a_unit_that_is_misspelt_is_told() {
    let register = Register::of_example();
    let told = |args: &[&str]| {
        let done = register.command(args).env("LIANDONG_UNIT", "公按").output().expect("runs");
        (done.status.code(), said(&done))
    };
    let (code, waits) = told(&["todo"]);
    assert!(code == Some(2) && waits.contains("LIANDONG_UNIT") && waits.contains("公按"), "{waits}");
    assert_eq!(told(&["todo", "--unit", "公安"]).0, Some(0));
    assert_eq!(told(&["todo", "--all"]).0, Some(0));
    let (_, health) = told(&["doctor"]);
    assert!(health.contains("LIANDONG_UNIT 写着“公按”"), "{health}");
}
