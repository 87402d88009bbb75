//! Single values and places from outside that a tool of this kind meets.

use std::fs;
use std::process::Command;

use snapbox::str;

use crate::support::{Register, assert_whole, clean, home, run, said};

const LEAD: &[&str] =
    &["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", "题（虚构）"];

#[test]
fn what_a_chinese_keyboard_writes_for_two_hyphens_is_told() {
    for (written, told) in [("——year", "--year"), ("－－year", "--year"), ("–year", "--year"), ("—strict", "--strict")]
    {
        let done = run(&clean(), &["check", written, "2025"]);
        assert!(
            done.status.code() == Some(2) && said(&done).contains(&format!("两个半角短横：{told}")),
            "{written}: {}",
            said(&done)
        );
    }
    assert!(said(&run(&clean(), &["check", "--yaer", "2025"])).contains("是不是“--year”"));
}

#[test]
fn an_empty_paper_proves_nothing() {
    let register = Register::of_example();
    let paper = register.home.join("照片.jpg");
    fs::write(&paper, "").expect("written");
    let attach = ["attach", "hazards/2025/yingji/001", &*paper.to_string_lossy(), "--as", "应急"];
    register.refused_with(
        &attach,
        str![[r#"
未能完成：[TEMP]/照片.jpg 是空文件，证明不了什么；请核对是不是没有传完，再登记

"#]],
    );
    fs::write(&paper, "一").expect("written");
    register.ok(&attach);
}

/// A terminal that does not know how wide it is: a serial line, a container.
#[test]
fn a_terminal_of_no_columns_is_as_wide_as_any() {
    let shown = |size: &str| {
        let home = home();
        let line = format!("stty {size}; {} --data {} check --year 2025", env!("CARGO_BIN_EXE_liandong"), clean().display());
        let mut script = Command::new("script");
        script.args(["-qec", &line, "/dev/null"]).env("HOME", home.path()).env("TERM", "xterm").env("LIANDONG_PAGER", "off");
        script.env("LIANDONG_LANG", "zh").env("LIANDONG_NOW", "2025-12-31T09:00:00+08:00");
        String::from_utf8(script.output().expect("script runs").stdout).expect("UTF-8").lines().count()
    };
    let (unknown, wide) = (shown("cols 0 rows 0"), shown("cols 200 rows 50"));
    assert!(unknown <= wide + wide / 4, "{unknown} lines where there are {wide}");
    assert!(wide > 20, "{wide}");
}

/// Who files is whom git's settings name; what is not looked at is said.
#[test]
fn what_of_git_is_not_followed_is_said() {
    let register = Register::of_example();
    let done =
        register.program(env!("CARGO_BIN_EXE_liandong")).args(LEAD).env("GIT_AUTHOR_NAME", "另一人").output().expect("runs");
    assert!(done.status.success(), "{}", said(&done));
    assert!(!register.git(&["log", "-1", "--format=%an"]).contains("另一人"));
    let told = said(&run(&clean(), &["help", "environment"]));
    assert_whole(
        &told,
        str![[r#"
环境变量

LIANDONG_DATA    台账文件夹，同 --data
LIANDONG_UNIT    以哪个单位登记、看哪个单位的待办，同 --as
LIANDONG_LANG    语言 zh 或 en，同 --lang；没有时看 LC_ALL、LC_MESSAGES、LANG
LIANDONG_CACHE   缓存放在哪里；off 不用缓存
LIANDONG_PAGER   长于一屏时用什么看，其次看 PAGER；off 不用
liandong/config.toml   自己的配置，在用户配置文件夹里（Linux 为 ~/.config）；选项、变量优先
                 lang、color、pager、cache 写一次，每次都用
                 [commands] 下写自定的命令，如 "超期" = "list 隐患 --overdue"，以后写 liandong 超期
NO_COLOR、CLICOLOR、CLICOLOR_FORCE、TERM   颜色，--color 优先
VISUAL、EDITOR   edit 用的编辑器
GIT_AUTHOR_*、GIT_COMMITTER_*   不看：登记人是 git config 的 user.name 和 user.email
git 的 core.sharedRepository 也不看：几个人用一台计算机的，各用各的副本

"#]],
    );
}

/// Two papers with one number, whatever its brackets, digits and blanks are.
#[test]
fn a_number_is_one_whatever_its_brackets() {
    for other in ["云区应急[2025]11号", "云区应急【2025】11号", "云区应急〔２０２５〕11 号", "云区应急〔2025〕011号"]
    {
        let register = Register::of_example();
        let file = "notices/2025/yingji/003.toml";
        let text = register.read(file);
        register.write(file, &text.replace("云区应急〔2025〕15号", other));
        let told = said(&register.run(&["check", "--year", "2025"]));
        assert!(told.contains("F08"), "{other}: {told}");
    }
}

/// A pipe says nothing until somebody writes into it: what is to be read is a file.
#[cfg(unix)]
#[test]
fn a_pipe_is_told_and_not_waited_for() {
    let register = Register::of_example();
    let pipe = |file: &std::path::Path| assert!(Command::new("mkfifo").arg(file).status().expect("mkfifo runs").success());
    let within = |args: &[&str]| {
        let mut command = register.program("timeout");
        command.args(["60", env!("CARGO_BIN_EXE_liandong")]).args(args);
        let done = command.output().expect("runs");
        assert_eq!(done.status.code(), Some(2), "{args:?}: {}", said(&done));
        said(&done)
    };
    let sheet = register.home.join("隐患.xlsx");
    pipe(&sheet);
    let shown = sheet.to_string_lossy();
    let attach = ["attach", "hazards/2025/yingji/001", &*shown, "--as", "应急"];
    for args in [&["import", &*shown, "--as", "应急"][..], &attach] {
        let told = within(args);
        assert!(told.contains("隐患.xlsx") && told.contains("不是普通文件"), "{told}");
    }
    // Among records it is no record, and whatever reads the folder says so.
    let record = register.folder.join("hazards/2025/yingji/099.toml");
    pipe(&record);
    for args in [&["check", "--year", "2025"][..], &["commit"]] {
        assert!(within(args).contains("hazards/2025/yingji/099.toml"), "{args:?}");
    }
    fs::remove_file(record).expect("removed");
    // One that is in the way of what is written is not written into.
    let out = register.home.join("台账.xlsx");
    pipe(&out);
    let done = register.program("timeout").args(["60", env!("CARGO_BIN_EXE_liandong"), "ledger", "--out"]).arg(&out).output();
    assert_ne!(done.expect("runs").status.code(), Some(124), "it waits for a reader");
}

/// Signs that nobody sees: a key that holds one is named as what it is, and in a text they are kept out.
#[test]
fn a_sign_without_width_is_named_and_not_shown_as_others() {
    let register = Register::of_example();
    let file = "hazards/2025/yingji/001.toml";
    let text = register.read(file);
    register.write(file, &text.replacen("found = ", "\"fo\\u200Bund\" = ", 1));
    let told = said(&register.run(&["check", "--year", "2025"]));
    assert!(told.contains(file) && told.contains("found"), "{told}");
    assert!(!told.contains("???") && !told.contains('\u{200b}'), "{told}");
    register.write(file, &text);
    let filed = [LEAD, &["--text", "边\u{200b}坡裂缝\u{feff}"]].concat();
    let done = register.run(&filed);
    let record = register.git(&["show", "--format=", "HEAD"]);
    let is_kept_out = !record.contains('\u{200b}') && !record.contains('\u{feff}') && record.contains("边坡裂缝");
    assert!(!done.status.success() || is_kept_out, "{}\n{record}", said(&done));
}

/// The same name composed and decomposed, as another system writes the names of files, is one.
#[test]
fn a_name_is_one_however_its_accents_are_written() {
    let register = Register::of_example();
    let (composed, decomposed) = ("Caf\u{e9}石场（虚构）", "Cafe\u{301}石场（虚构）");
    register.ok(&["mine", "new", "cafe", "--as", "区安委办", "--name", decomposed, "--town", "河口街道"]);
    for name in [composed, decomposed] {
        assert_eq!(register.ok(&["list", "矿山", "--where", &format!("name={name}"), "--count"]), "1\n", "{name}");
    }
    register.ok(&["hazard", "new", "--as", "应急", "--mine", composed, "--found", "今天", "--description", "浮石（虚构）"]);
    register.ok(&["hazard", "new", "--as", "应急", "--mine", decomposed, "--found", "今天", "--description", "裂缝（虚构）"]);
    assert_eq!(register.ok(&["list", "隐患", "--mine", composed, "--count"]), "2\n");
}
