//! Whether a computer can file, sign and share: each thing with a remedy that runs, and nothing is written.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::share::district::District;
use crate::support::{Person, Register, command, home, said};

/// All points of a topic that are not well.
fn points(person: &Person, topic: &str) -> Vec<Value> {
    let output = person.run(&["doctor", "--format", "json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("JSON: {}", said(&output)));
    let points = answer["points"].as_array().expect("points").clone();
    let amiss = points.iter().any(|point| point["health"] == "amiss");
    assert_eq!(output.status.code(), Some(i32::from(amiss)), "{answer}");
    points.into_iter().filter(|point| point["topic"] == topic && point["health"] != "well").collect()
}

/// The first remedy of the only point of a topic.
fn remedy(person: &Person, topic: &str) -> String {
    let found = points(person, topic);
    assert_eq!(found.len(), 1, "{topic}: {found:?}");
    found[0]["remedy"][0].as_str().unwrap_or_else(|| panic!("{topic} has no remedy: {found:?}")).to_owned()
}

/// Runs a printed command, its … filled.
fn carry_out(person: &Person, remedy: &str, filled: &str) {
    let words = shell_words::split(&remedy.replace('…', filled)).expect("words");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[0] {
        "liandong" => drop(person.ok(&words[1..])),
        program => {
            let done = person.program(program).args(&words[1..]).output().expect("runs");
            assert!(done.status.success(), "{remedy}: {}", said(&done));
        }
    }
}

/// Every file below a folder with its bytes.
fn bytes(folder: &Path) -> BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(bytes(&path));
        } else {
            all.insert(path.clone(), std::fs::read(&path).unwrap_or_default());
        }
    }
    all
}

#[test]
fn a_register_that_works_is_well_and_nothing_is_written() {
    let district = District::trusted();
    let office = &district.office;
    let before = (bytes(&office.folder), bytes(&district.top.path().join("hub.git")));
    let told = office.ok(&["doctor"]);
    assert!(told.contains("待处理 0 项") && told.contains("与本机一致") && told.contains("已为区安委办登记"), "{told}");
    assert!(office.ok(&["doctor", "--lang", "en"]).contains("0 to be mended"));
    assert_eq!((bytes(&office.folder), bytes(&district.top.path().join("hub.git"))), before);
    // Outside a register there is nothing to look at.
    let nowhere = home();
    let output = command(crate::support::LIANDONG, nowhere.path()).current_dir(nowhere.path()).arg("doctor").output();
    let output = output.expect("runs");
    assert!(output.status.code() == Some(2) && said(&output).contains("这里没有台账"), "{}", said(&output));
}

#[test]
fn what_is_filed_by_nobody_is_amiss_until_git_knows_who() {
    let register = Register::of_example();
    std::fs::write(register.home.join(".gitconfig"), "").expect("written");
    let found = points(&register, "identity");
    let commands: Vec<&str> = found[0]["remedy"].as_array().expect("commands").iter().filter_map(Value::as_str).collect();
    assert_eq!(commands, ["git config --global user.name …", "git config --global user.email …"]);
    for command in commands {
        carry_out(&register, command, "甲");
    }
    // What is left is that nobody said for which unit.
    let join = remedy(&register, "identity");
    assert_eq!(join, "liandong join --unit … --name 甲");
    carry_out(&register, &join, "公安");
    assert!(points(&register, "identity").is_empty());
}

#[test]
fn folder_and_commit_are_brought_together() {
    let register = Register::init();
    let mine = register.read("mines/dashan/base.toml");
    register.write("mines/dashan/base.toml", &mine.replace("大山石场", "大山采石场"));
    assert_eq!(remedy(&register, "drift"), "liandong commit");
    register.git(&["restore", "mines"]);
    std::fs::remove_file(register.folder.join("mines/dashan/base.toml")).expect("removed");
    let restore = remedy(&register, "drift");
    assert_eq!(restore, "git restore mines/dashan/base.toml");
    carry_out(&register, &restore, "");
    assert!(points(&register, "drift").is_empty());
}

#[test]
fn the_shared_place_is_asked() {
    let district = District::plain();
    let office = &district.office;
    let reader = district.reader("reader");
    office.ok(&["mine", "new", "xishan", "--as", "区安委办", "--name", "西山（虚构）", "--town", "河口街道"]);
    assert_eq!(remedy(office, "drift"), "liandong sync");
    carry_out(office, "liandong sync", "");
    assert!(points(office, "drift").is_empty() && points(office, "shared").is_empty());
    // What others sent meanwhile is there to be taken.
    let sync = remedy(&reader, "shared");
    carry_out(&reader, &sync, "");
    assert!(points(&reader, "shared").is_empty());
    // A drive that is not connected.
    let (hub, away) = (district.top.path().join("hub.git"), district.top.path().join("away.git"));
    std::fs::rename(&hub, &away).expect("renamed");
    let found = points(&reader, "shared");
    assert_eq!(found[0]["health"], "amiss", "{found:?}");
    assert!(said(&reader.run(&["doctor", "--offline"])).contains("没有去问"));
    // Of a register that is on one computer only.
    let alone = Register::init();
    let share = remedy(&alone, "shared");
    assert_eq!(share, "liandong share …");
    carry_out(&alone, &share, &alone.home.join("共享.git").to_string_lossy());
    assert!(points(&alone, "shared").is_empty());
}

#[test]
fn settings_without_effect_and_what_was_left_are_named() {
    let register = Register::init();
    register.git(&["config", "core.sshCommand", "echo"]);
    register.git(&["config", "url.ext::sh -c x.insteadOf", "https://"]);
    let found = points(&register, "settings");
    let commands = found[0]["remedy"].as_array().expect("commands").clone();
    assert_eq!(commands.len(), 2, "{found:?}");
    for command in commands {
        carry_out(&register, command.as_str().expect("a command"), "");
    }
    assert!(points(&register, "settings").is_empty());
    register.write(".git/index.lock", "");
    register.write("leads/2025/gongan/.001.toml.liandong", "half");
    let found = points(&register, "leftovers");
    assert_eq!(found.iter().map(|point| point["health"].as_str()).collect::<Vec<_>>(), [Some("amiss"), Some("note")]);
    for point in found {
        carry_out(&register, point["remedy"][0].as_str().expect("a command"), "");
    }
    assert!(points(&register, "leftovers").is_empty());
}

#[test]
fn a_clock_that_cannot_be_right_and_a_year_without_holidays() {
    let mut register = Register::init();
    let late = |register: &Register| {
        let found = points(register, "clock");
        found.iter().map(|point| point["what"]["zh"].as_str().expect("words").to_owned()).collect::<Vec<_>>()
    };
    assert!(late(&register).iter().all(|what| what.contains("LIANDONG_NOW")), "{:?}", late(&register));
    register.at("2026-01-04T09:00:00+08:00".to_owned());
    assert!(late(&register).iter().any(|what| what.contains("自动校时")));
    assert!(points(&register, "calendar").is_empty());
    register.at("2026-12-10T09:00:00+08:00".to_owned());
    let found = points(&register, "calendar");
    assert_eq!((&found[0]["health"], &found[0]["remedy"][0]), (&"note".into(), &"liandong edit calendar/2027".into()));
    register.at("2031-01-10T09:00:00+08:00".to_owned());
    assert_eq!(points(&register, "calendar")[0]["health"], "amiss");
    assert!(late(&register).iter().any(|what| what.contains("隔了一年多")));
}

#[test]
fn whose_key_does_not_count_is_told() {
    let district = District::trusted();
    let reader = district.reader("gongan");
    let join = remedy(&reader, "key");
    assert_eq!(join, "liandong join --unit … --name 'gongan（虚构）'");
    carry_out(&reader, &join, "公安");
    let found = points(&reader, "key");
    assert!(found[0]["what"]["zh"].as_str().is_some_and(|what| what.contains("还没有由办公室登记")), "{found:?}");
    let member = district.member("linye", "林业");
    assert!(points(&member, "key").is_empty());
    // A register that cannot be read is told of, and the rest all the same.
    member.write("mechanism.toml", "format = 99\n");
    assert!(!points(&member, "register").is_empty());
    assert!(!points(&member, "drift").is_empty());
}

/// One fault of the repository is one point: nobody is called unknown, and no remedy of another thing is printed for it.
#[test]
fn one_fault_of_the_repository_is_said_once() {
    for spoil in [
        &(|register: &Register| drop(register.git(&["config", "include.path", "/nowhere"]))) as &dyn Fn(&Register),
        &|register| register.write(".git/shallow", &format!("{}\n", register.head())),
        &|register| register.write(".git/objects/info/alternates", "/nowhere\n"),
    ] {
        let register = Register::of_example();
        spoil(&register);
        let output = register.run(&["doctor", "--offline", "--format", "json"]);
        let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let all = answer["points"].as_array().expect("points");
        let fault = all.iter().find(|point| point["topic"] == "repository").expect("a point")["what"]["zh"].clone();
        let fault = fault.as_str().expect("words");
        let saying = all.iter().filter(|point| point["what"]["zh"].as_str().is_some_and(|what| what.contains(fault)));
        assert_eq!(saying.count(), 1, "{answer}");
        assert!(!answer.to_string().contains("user.name"), "{answer}");
        assert_eq!(all.iter().filter(|point| point["health"] == "amiss").count(), 1, "{answer}");
    }
}

/// What is printed is for the register that was looked at.
#[test]
fn remedies_of_a_register_elsewhere_name_it() {
    let register = Register::init();
    register.git(&["config", "core.sshCommand", "echo"]);
    let there = register.folder.to_string_lossy().into_owned();
    let looked = |folder: &Path| {
        let output = register.command(&["doctor", "--data", &there]).current_dir(folder).output().expect("runs");
        said(&output)
    };
    let told = looked(&register.home);
    assert!(told.contains(&format!("git -C {there} config --unset-all core.sshcommand")), "{told}");
    assert!(told.contains(&format!("liandong --data {there} share …")), "{told}");
    let here = looked(&register.folder);
    assert!(here.contains("      git config --unset-all") && here.contains("      liandong share …"), "{here}");
}
