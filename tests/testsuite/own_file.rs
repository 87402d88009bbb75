//! A file of one's own: what it says holds in every run, and what it says wrongly is told before anything is done.

use crate::support::{Register, said};

fn write(register: &Register, text: &str) {
    let folder = register.home.join(".config/liandong");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("config.toml"), text).expect("written");
}

#[test]
fn a_query_is_kept_and_added_to() {
    let register = Register::of_example();
    write(&register, "[commands]\n\"上半年\" = \"liandong list 隐患 --where '发现日期<2025-07-01'\"\n");
    let asked = |args: &[&str]| register.ok(args);
    assert_eq!(asked(&["上半年", "--count"]), asked(&["list", "隐患", "--where", "发现日期<2025-07-01", "--count"]));
    // Behind what every command takes as well.
    let folder = register.folder.to_string_lossy().into_owned();
    assert_eq!(asked(&["--data", &folder, "-q", "--lang=zh", "上半年", "--count"]), asked(&["上半年", "--count"]));
    let ends = asked(&["--lang", "en", "haz", "n", "--help"]);
    assert!(ends.contains("liandong hazard new"), "{ends}");
    // It files nothing that the program would not file: it is only words.
    assert!(register.fails(&["上半年", "--as", "应急"], 2).contains("--as"));
}

#[test]
fn options_and_variables_come_before_it() {
    let register = Register::of_example();
    write(&register, "lang = \"en\"\ncolor = \"always\"\n");
    let without = |args: &[&str]| said(&register.command(args).env_remove("LIANDONG_LANG").output().expect("runs"));
    assert!(without(&["whoami"]).contains("unit") && without(&["--lang", "zh", "whoami"]).contains("单位"));
    assert!(said(&register.run(&["whoami"])).contains("单位"), "LIANDONG_LANG says zh");
    let coloured = |name: &str| {
        let mut check = register.command(&["check", "--year", "2025"]);
        let check = if name.is_empty() { &mut check } else { check.env(name, "1") };
        said(&check.output().expect("runs")).contains('\u{1b}')
    };
    assert!(coloured("") && !coloured("NO_COLOR"));
    assert!(!said(&register.run(&["--color", "never", "check", "--year", "2025"])).contains('\u{1b}'));
}

#[test]
fn what_it_says_wrongly_stops_every_command_with_its_place() {
    let register = Register::of_example();
    let before = register.state();
    for text in ["[commands]\ncheck = \"list 隐患\"\n", "[commands]\n\"隐患\" = \"check\"\n", "langs = 1\n", "["] {
        write(&register, text);
        let done = register.run(&["check", "--year", "2025"]);
        let told = said(&done);
        assert!(done.status.code() == Some(2) && told.contains("config.toml"), "{text}: {told}");
        // The page to which that leads is read all the same.
        assert!(register.ok(&["help", "环境变量"]).contains("config.toml"));
        assert!(register.ok(&["--version"]).contains("liandong"));
    }
    assert_eq!(register.state(), before);
}

/// Whoever reads Chinese reads no English in it, and is told which word was meant.
#[test]
fn a_slip_in_it_is_told_in_one_language_with_the_nearest_word() {
    let register = Register::of_example();
    for (text, says) in [
        ("langs = \"zh\"\n", "第 1 行：没有 langs 这一项，是不是 lang？"),
        ("lang = \"zh\"\ncolour = \"never\"\n", "第 2 行：没有 colour 这一项，是不是 color？"),
        ("fonts = 1\n", "没有 fonts 这一项；可用：lang、color、pager、cache、commands"),
        ("color = \"neve\"\n", "color 不能是“neve”，是不是“never”？"),
        ("lang = 1\n", "lang 要写成文字，用双引号括起"),
        ("commands = \"check\"\n", "commands"),
        ("lang = \"zh\nlang\n", "不合 TOML 语法"),
        ("[", "第 1 行"),
    ] {
        write(&register, text);
        let told = register.fails(&["check", "--year", "2025"], 2);
        assert!(told.contains(says), "{text}: {told}");
        let foreign = ["expected", "unknown field", "TOML parse", "invalid", "unclosed", "missing"];
        assert!(!foreign.iter().any(|word| told.contains(word)), "{text}: {told}");
    }
}

/// What one's own command stands for is no secret where it goes wrong.
#[test]
fn a_command_of_ones_own_is_named_where_it_means_nothing() {
    let register = Register::of_example();
    write(&register, "[commands]\n\"超期\" = \"liandong lst 隐患\"\n\"本月\" = \"list 隐患 --momth\"\n");
    let told = register.fails(&["超期"], 2);
    assert!(
        told.contains("没有“lst”这个命令；是不是“list”？") && told.contains("“超期”是您自己的命令：liandong lst 隐患"),
        "{told}"
    );
    assert!(told.contains("用法见 liandong help\n") && told.contains("config.toml"), "{told}");
    let told = register.fails(&["本月"], 2);
    assert!(told.contains("--momth") && told.contains("“本月”是您自己的命令"), "{told}");
    // A slip in its name is known as one.
    let told = register.fails(&["超其"], 2);
    assert!(told.contains("是不是“超期”？"), "{told}");
}
