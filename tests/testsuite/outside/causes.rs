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

/// What stands against reading, how it is made, with what it is met, and what is said of it.
type Unread = (&'static str, fn(&Register), &'static [&'static str], &'static str);

const CHECK: &[&str] = &["check", "--year", "2025"];
const HAZARD: &str = "hazards/2025/yingji/001.toml";

const UNREAD: &[Unread] = &[
    ("GBK", |register| put(register, &encoding_rs::GBK.encode(&register.read(HAZARD)).0), CHECK, "请用编辑器另存为 UTF-8"),
    (
        "UTF-16",
        |register| {
            let text = register.read(HAZARD);
            put(register, &[0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>());
        },
        CHECK,
        "文件是 UTF-16 编码",
    ),
    ("nothing in it", |register| put(register, b"# \n"), CHECK, "登记过的用 git restore hazards/2025/yingji/001.toml 放回"),
    ("too large", |register| put(register, &vec![b'#'; 2_000_000]), CHECK, "请把长文另存"),
    (
        "the marks of a merge",
        |register| put(register, b"<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n"),
        CHECK,
        "请在 <<<<<<< 与 >>>>>>> 之间留下正确的内容",
    ),
    (
        "a number of one digit",
        |register| register.write("hazards/2025/yingji/3.toml", &register.read(HAZARD)),
        CHECK,
        "是不是 hazards/2025/yingji/003.toml",
    ),
    (
        "a folder of nearly that name",
        |register| register.write("hazard/2025/yingji/003.toml", &register.read(HAZARD)),
        CHECK,
        "是不是应放在 hazards 下",
    ),
    (
        "a link",
        |register| std::os::unix::fs::symlink("001.toml", register.folder.join("hazards/2025/yingji/004.toml")).expect("a link"),
        CHECK,
        "附件只登记名称和存放处",
    ),
    ("no mechanism", without_mechanism, CHECK, "git restore mechanism.toml 放回"),
    ("no mechanism, listing", without_mechanism, &["list", "隐患"], "git restore mechanism.toml 放回"),
    (
        "no mechanism, filing",
        without_mechanism,
        &["respond", "received", "--as", "公安", "--to", "notices/2025/yingji/004"],
        "git restore mechanism.toml 放回",
    ),
    ("no such revision", |_| (), &["check", "--rev", "没有"], "可写 HEAD、分支名或提交号"),
    ("no such record", |_| (), &["show", "hazards/2025/yingji/999"], "已有的见 liandong list 隐患"),
    ("no such unit", |_| (), &["deadlines", "--unit", "公按"], "是不是“公安”"),
    ("no such folder to send to", |_| (), &["sync", "/没有.git"], "liandong share /没有.git"),
    ("nobody answers", |_| (), &["sync", "http://127.0.0.1:9/x.git"], "本机登记的没有丢失"),
    ("no such table", |_| (), &["import", "没有.xlsx", "--as", "公安"], "没有这个文件或文件夹"),
    (
        "an old workbook",
        |register| fs::write(register.folder.join("../旧.xls"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").expect("written"),
        &["import", "../旧.xls", "--as", "公安"],
        "另存为 .xlsx",
    ),
    ("a folder that is not there to write into", |_| (), &["report", "--year", "2025", "--out", "没有/年报.html"], "请核对路径"),
    ("a folder in place of a file", |_| (), &["ledger", "--out", ".", "--force"], ".xlsx"),
];

fn put(register: &Register, bytes: &[u8]) {
    fs::write(register.folder.join(HAZARD), bytes).expect("written");
}

fn without_mechanism(register: &Register) {
    fs::remove_file(register.folder.join("mechanism.toml")).expect("removed");
}

#[test]
fn what_stands_against_reading_is_told_by_what_it_is() {
    for (name, make, args, words) in UNREAD {
        let register = Register::of_example();
        make(&register);
        let done = register.run(args);
        let told = said(&done);
        assert!(done.status.code() == Some(2) && told.contains(words), "{name}: {words} is not said: {told}");
        assert!(!ASTRAY.iter().any(|other| told.contains(other)), "{name}: {told}");
    }
}
