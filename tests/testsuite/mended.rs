//! Every command that is printed beside a finding mends it, once its … are filled: each is run in a copy of the broken register, and the finding is gone.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Register, example};

/// Why something is mended.
const WHY: &str = "更正笔误（虚构）";

/// What stands for each … of the command that is printed beside a finding, by the code of its rule.
const FILLED: &[(&str, &[&str])] = &[
    ("A01", &["2025-12-01", "应急"]),
    ("A02", &["公安"]),
    ("A03", &["消防"]),
    ("A04", &["工信"]),
    ("A05", &["较大事故", WHY]),
    ("B01", &["2025-12-30"]),
    ("B02", &["2025-12-30"]),
    ("B03", &["2025-12-30"]),
    ("B04", &["2025-12-30"]),
    ("E02", &["上级部署", "批示（虚构）"]),
    ("E03", &["区安委办", WHY]),
    ("E04", &["应急", "张某甲"]),
    ("E07", &["李某甲", WHY]),
    ("E09", &["2025-12-30"]),
    ("E10", &["管理不到位（虚构）"]),
    ("E11", &["2025-12-20"]),
    ("E12", &["各成员单位（虚构）"]),
    ("E14", &["应急", WHY]),
    ("F01", &["通报 2025-应急-001", WHY]),
    ("F02", &["公安", WHY]),
    ("F04", &["2025-12-01", WHY]),
    ("F05", &["2025-12-01", WHY]),
    ("F06", &["云区安委办〔2025〕9号", WHY]),
    ("F07", &["云区应急〔2025〕29号", WHY]),
    ("F08", &["云区应急函〔2025〕39号", WHY]),
    ("F09", &["张某丁", WHY]),
    ("F11", &["会议纪要（虚构）", WHY]),
    ("F13", &["2025", WHY]),
    ("F14", &["大山石场（虚构）", WHY]),
    ("F15", &["重复登记", WHY]),
    ("F17", &["2025-12-30", WHY]),
    ("F19", &["来文（虚构）", WHY]),
    ("F22", &["2025-11-06"]),
    ("F23", &["1", WHY]),
    ("F24", &["执法 2025-区安委办-001#1", WHY]),
    ("H01", &["撤人（虚构）,2025-05-14", WHY]),
    ("H02", &["应急", WHY]),
    ("H03", &[]),
    ("H04", &["清理（虚构）", "2026-01-20"]),
    ("H05", &["2025-06-01"]),
    ("H07", &["2025-09-10", "应急", "合格"]),
    ("H08", &["2026-01-20", WHY]),
    ("H09", &["2025-12-30", "复查合格"]),
    ("H12", &["住建", WHY]),
    ("H13", &[]),
    ("L01", &["某甲", "2025-12-30"]),
    ("L03", &["2025-12-30"]),
    ("L05", &["0766-0000000", WHY]),
    ("M01", &["请假", WHY]),
    ("M02", &["成员单位", "出席"]),
    ("M03", &["1"]),
    ("M04", &["区安委办", WHY]),
    ("M06", &["应急,张某甲,分管", WHY]),
    ("M07", &["材料（虚构）"]),
    ("M08", &["2025-12-30"]),
    ("M09", &["公安,同意（虚构）", WHY]),
    ("M10", &["请示", "区政府", "请示（虚构）", "2025-10-20"]),
    ("M11", &["2025-12-30", "同意（虚构）"]),
    ("M12", &["张某甲", WHY]),
    ("M14", &["清退（虚构）"]),
    ("N01", &["4", WHY]),
    ("N03", &["2025-11-10"]),
    ("N04", &["2025-12-15", "云区工信〔2025〕1号"]),
    ("N11", &["分管", WHY]),
    ("N13", &["2025-12-30"]),
    ("N14", &["纸质（虚构）", WHY]),
    ("N15", &["专人保管（虚构）", WHY]),
    ("N16", &["报告", "区政府", "报告（虚构）", "2025-12-30"]),
    ("N18", &["2024", WHY]),
    ("N20", &["河口街道", "2025-12-01"]),
    ("P01", &["2025-01-20"]),
    ("S01", &["2025-12-30"]),
    ("S02", &["2025-12-30", WHY]),
    ("T01", &["2026-01-31", WHY]),
    ("T02", &["2025-06-20"]),
    ("T03", &["2025-12-30"]),
    ("T04", &["2025-12-30"]),
];

const EDITED: &str = "it opens an editor";

/// What the command alone does not mend, and why.
const NOT_ALONE: &[(&str, &[&str])] = &[
    (
        "a notice that tells, corrects or withdraws is a draft until it is reviewed and issued",
        &["N02", "N05", "N06", "N07", "N08", "N09", "N12", "N17", "N19", "S03", "P02", "F16"],
    ),
    (EDITED, &["B05", "E06", "F10", "F25", "F28", "H14", "M13"]),
    ("which of several items is meant, or that one is to go, only people know", &["E01", "E05", "F03", "F21", "F29", "F30"]),
    ("all of a table is to be told", &["N10"]),
    (
        "more than what is printed has to be told, or two records at odds be brought together",
        &["E13", "E15", "E16", "F18", "F26", "M05"],
    ),
    ("what was wrong when it was done stays so, whatever is filed afterwards", &["E08", "F27", "H06", "H10", "H11", "S04"]),
];

/// A finding, as far as it is known again, with the command that mends it.
type Found = (String, String, String, Option<String>);

fn findings(register: &Register) -> Vec<Found> {
    let output = register.run(&["check", "--year", "2025", "--as-of", "2025-12-31", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let words = |value: &Value| value.as_str().map(str::to_owned);
    let found = |finding: &Value| {
        let said = |key: &str| words(&finding[key]).unwrap_or_default();
        (said("code"), said("file"), said("key"), words(&finding["command"]))
    };
    let units = report["units"].as_array().expect("units").iter();
    units.flat_map(|unit| unit["findings"].as_array().expect("findings").iter().map(found)).collect()
}

/// The words of a command with each … filled.
fn filled(command: &str, fills: &[&str]) -> Vec<String> {
    let mut fills = fills.iter();
    let fill =
        |word: String| if word.contains('…') { word.replacen('…', fills.next().expect("one for each …"), 1) } else { word };
    let words = shell_words::split(command).expect("words");
    let words: Vec<String> = words.into_iter().skip(1).map(fill).collect();
    assert!(fills.next().is_none(), "{command}: too many");
    words
}

/// What is wrong with a command, should anything be.
fn fault(found: &Found, fills: &[&str]) -> Option<String> {
    fault_in(&mut Register::of_folder(&example("broken")), found, fills)
}

fn fault_in(register: &mut Register, (code, file, key, command): &Found, fills: &[&str]) -> Option<String> {
    register.at("2025-12-31T16:00:00+08:00".to_owned());
    let words = filled(command.as_deref()?, fills);
    let args: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = register.run(&args);
    if !done.status.success() {
        return Some(format!("{code}: {args:?}: {}", crate::support::said(&done)));
    }
    let is_left = findings(register).iter().any(|(left, at, place, _)| (left, at, place) == (code, file, key));
    is_left.then(|| format!("{code}: still there after {args:?}"))
}

/// Where one value says what is wrong anew, `amend` takes it there; where several things stand, they are edited.
#[test]
fn what_is_to_be_set_can_be() {
    let register = Register::of_folder(&example("broken"));
    let mut faults = Vec::new();
    for (code, _, key, command) in findings(&register) {
        let Some(command) = command else { continue };
        let opens = NOT_ALONE.iter().any(|(why, codes)| *why == EDITED && codes.contains(&code.as_str()));
        if command.starts_with("liandong edit") != opens {
            faults.push(format!("{code}: {key}: {command}"));
        }
        if command.contains("--set") {
            let words = shell_words::split(&command.replace('…', "甲（虚构）")).expect("words");
            let args: Vec<&str> = words.iter().skip(1).map(String::as_str).chain(["--dry-run"]).collect();
            let told = crate::support::said(&register.run(&args));
            if ["请写明是哪一项", "这条记录没有", "还填有"].iter().any(|why| told.contains(why)) {
                faults.push(format!("{code}: {command}: {told}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_command_that_is_printed_mends_what_it_stands_beside() {
    let found = findings(&Register::of_folder(&example("broken")));
    let with_command: BTreeSet<&str> = found.iter().filter(|found| found.3.is_some()).map(|found| found.0.as_str()).collect();
    let alone = FILLED.iter().map(|(code, _)| *code);
    let told: Vec<&str> = alone.chain(NOT_ALONE.iter().flat_map(|(_, codes)| codes.iter().copied())).collect();
    assert_eq!(told.len(), told.iter().collect::<BTreeSet<_>>().len(), "each once");
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), with_command, "each has a place here");
    let faults: Vec<String> = std::thread::scope(|scope| {
        let part = |rows: &'static [(&'static str, &'static [&'static str])]| {
            let found = &found;
            let of = move |(code, fills): &(&str, &[&str])| {
                let meant = found.iter().find(|found| found.0 == *code).expect("it is found");
                fault(meant, fills)
            };
            scope.spawn(move || rows.iter().filter_map(of).collect::<Vec<_>>())
        };
        let parts: Vec<_> = FILLED.chunks(FILLED.len().div_ceil(4)).map(part).collect();
        parts.into_iter().flat_map(|part| part.join().expect("it ran")).collect()
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The code of a rule, what breaks it, the files that do, and what fills the command that is printed because of them.
type WrittenFault = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

/// What is written into the year in order.
const WRITTEN: &[WrittenFault] = &[
    (
        "F31",
        "an order of a unit that was no more",
        &[
            ("orders/2025/linye/011.toml", "kind = \"penalty\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n"),
            (
                "units/linye.toml",
                "name = \"区林业局（虚构）\"\nshort = \"林业\"\nuntil = 2025-08-31\nsuccessors = [\"yingji\"]\n",
            ),
        ],
        &["由承接单位另行登记（虚构）", WHY],
    ),
    (
        "F32",
        "a meeting that was filed twice",
        &[(
            "meetings/2025/anweiban/091.toml",
            "title = \"2025年第一次联席会议（虚构）\"\nheld = 2025-04-10\nconvener = \"anweiban\"\n",
        )],
        &["与 001 为同一次（虚构）", WHY],
    ),
    (
        "F27",
        "a demand that was taken out",
        &[(
            "enforcements/2025/anweiban/091.toml",
            "title = \"秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\n\n[circular]\nissued = 2025-09-05\n\n\
             [[task]]\nno = 1\ntext = \"自查（虚构）\"\nlead = \"yingji\"\nstanding = true\n\n\
             [[amended]]\non = 2025-09-10\nkeys = [\"task[1]\"]\nreason = \"录错（虚构）\"\n",
        )],
        &["补正记录（虚构）"],
    ),
];

/// So is the one beside what no example breaks.
#[test]
fn every_command_that_a_further_finding_prints_mends_it() {
    for (code, what, files, fills) in WRITTEN {
        let mut register = Register::of_example();
        files.iter().for_each(|(file, text)| register.write(file, text));
        register.git(&["add", "-A"]);
        register.git(&["commit", "-qm", "另有登记（虚构）"]);
        let found = findings(&register).into_iter().find(|found| found.0 == *code).unwrap_or_else(|| panic!("{what}: no {code}"));
        assert!(found.3.is_some(), "{what}: no command: {found:?}");
        assert_eq!(fault_in(&mut register, &found, fills), None, "{what}");
    }
}
