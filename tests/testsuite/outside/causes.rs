//! What is said fits the cause: a table from each cause to the words of its remedy, and to words that would lead astray.

use std::fs;

use crate::support::{Register, said};

/// Words that fit other causes than any of these.
const ASTRAY: &[&str] = &["git fsck", "检查磁盘", "check the disk", "请报给维护人员"];

/// A slip of a hand in a record: what the line becomes, and what is said of it.
const SLIPS: &[(&str, &str, &str)] = &[
    ("major = true", "major = 是", "true 或 false，不加引号"),
    ("major = true", "major = yes", "true 或 false，不加引号"),
    ("major = true", "major ＝ true", "等号须用英文半角 ="),
    ("major = true", "major = true\nmajor = true", "同一个键只能写一次"),
    ("major = true", "mayor = true", "是不是 major"),
    ("mine = \"dashan\"", "mine = “dashan”", "引号须用英文半角"),
    ("mine = \"dashan\"", "mine = dashan", "文字须用双引号括起"),
    ("mine = \"dashan\"", "mine = \"dashann\"", "dashann 在台账中未见，是不是 dashan"),
    ("found = 2025-05-13", "found = 2025-02-30", "须是日历上有的一天"),
    ("found = 2025-05-13", "found = \"5月13日\"", "日期，如 2025-03-01"),
    ("nature = \"hazard\"", "nature = \"hasard\"", "“hasard”，是不是“hazard”"),
    ("duties = [\"1.1.4\"]", "duties = [\"1.1.4\"", "列表须以 ] 结束"),
    ("duties = [\"1.1.4\"]", "duties", "键 = 值"),
];

#[test]
fn a_slip_in_a_file_is_told_by_what_it_is() {
    let register = Register::of_example();
    let file = "hazards/2025/yingji/001.toml";
    let whole = register.read(file);
    for (right, wrong, words) in SLIPS {
        assert!(whole.contains(right), "{right}");
        register.write(file, &whole.replacen(right, wrong, 1));
        let told = said(&register.run(&["check", "--year", "2025"]));
        assert!(told.contains(words), "{wrong}: {words} is not said: {told}");
        assert!(told.contains(file), "{wrong}: where is not said: {told}");
        assert!(!ASTRAY.iter().any(|other| told.contains(other)), "{wrong}: {told}");
    }
}

/// What stands against a filing, how it is made, and what is said of it.
type Obstacle = (&'static str, fn(&Register), &'static str);

const OBSTACLES: &[Obstacle] = &[
    (
        "nobody is named",
        |register| {
            register.git(&["config", "user.name", ""]);
        },
        "user.name",
    ),
    (
        "no branch",
        |register| {
            register.git(&["checkout", "-q", "--detach"]);
        },
        "git switch",
    ),
    (
        "no repository",
        |register| {
            fs::rename(register.folder.join(".git"), register.home.join("别处")).expect("moved");
        },
        "git init",
    ),
    (
        "a file of that name in the way",
        |register| {
            let folder = register.folder.join("orders/2026");
            let _ = fs::remove_dir_all(&folder);
            fs::write(folder, "").expect("written");
        },
        "orders/2026",
    ),
];

#[test]
fn what_stands_against_a_filing_is_told_by_what_it_is() {
    for (name, make, words) in OBSTACLES {
        let register = Register::of_example();
        make(&register);
        let done = register.run(&[
            "order",
            "new",
            "--as",
            "应急",
            "--kind",
            "rectify",
            "--at",
            "2026-01-03 10:00",
            "--mine",
            "dashan",
            "--text",
            "整改（虚构）",
        ]);
        let told = said(&done);
        assert!(done.status.code() == Some(2) && told.contains(words), "{name}: {words} is not said: {told}");
        assert!(!ASTRAY.iter().any(|other| told.contains(other)), "{name}: {told}");
    }
}
