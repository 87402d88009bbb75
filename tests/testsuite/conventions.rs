//! What people expect of any program on a command line: colours, widths, a pager, silence, completions, manual pages.

use std::process::{Command, Output, Stdio};

use crate::support::{LIANDONG, Register, command, example, home, said};

/// A colour or weight.
const ESCAPE: u8 = 0x1b;

fn colours(output: &Output) -> [bool; 2] {
    [&output.stdout, &output.stderr].map(|stream| stream.contains(&ESCAPE))
}

fn run(args: &[&str], set: &[(&str, &str)]) -> Output {
    let home = home();
    let mut command = command(LIANDONG, home.path());
    command.current_dir(example("clean")).args(args).envs(set.iter().copied());
    command.output().expect("runs")
}

/// Runs a line of the shell on a terminal of that many rows and columns.
fn on_terminal(rows: u16, columns: u16, line: &str, set: &[(&str, &str)]) -> String {
    let home = home();
    let mut shell = command("script", home.path());
    let line = format!("stty rows {rows} cols {columns}; {line}");
    shell.args(["-qec", &line, "/dev/null"]).current_dir(example("clean")).env("TERM", "xterm").env("L", LIANDONG);
    let output = shell.envs(set.iter().copied()).stdin(Stdio::null()).output().expect("a terminal");
    String::from_utf8(output.stdout).expect("UTF-8").replace("\r\n", "\n")
}

#[test]
fn colours_follow_the_conventions_where_nobody_watches() {
    let check = ["check", "--year", "2025"];
    for (args, set, coloured) in [
        (&[][..], &[][..], false),
        (&[], &[("CLICOLOR_FORCE", "1")], true),
        (&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
        (&[], &[("CLICOLOR", "1")], false),
        (&["--color", "always"], &[], true),
        (&["--color=always"], &[("NO_COLOR", "1")], true),
        (&["--color", "always"], &[("TERM", "dumb")], true),
        (&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false),
        (&["--color", "auto"], &[], false),
    ] {
        let args = [&check[..], args].concat();
        assert_eq!(colours(&run(&args, set))[0], coloured, "{args:?} {set:?}");
    }
    // What a program reads has none, whoever asks for some.
    for format in ["json", "sarif"] {
        assert_eq!(
            colours(&run(&["check", "--year", "2025", "--format", format, "--color", "always"], &[])),
            [false; 2],
            "{format}"
        );
    }
    assert!(said(&run(&["check", "--color", "immer"], &[])).contains("auto、always、never"));
}

#[test]
fn colours_follow_the_conventions_on_a_terminal() {
    let line = "LIANDONG_PAGER=off \"$L\" check --year 2025";
    for (set, coloured) in [
        (&[][..], true),
        (&[("NO_COLOR", "1")], false),
        (&[("TERM", "dumb")], false),
        (&[("CLICOLOR", "0")], false),
        (&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], true),
    ] {
        assert_eq!(on_terminal(50, 100, line, set).contains('\u{1b}'), coloured, "{set:?}");
    }
    // Standard error has its own: here it goes to a file.
    let told = on_terminal(50, 100, "\"$L\" chekc 2>&1 >/dev/null | cat", &[]);
    assert!(told.contains("chekc") && !told.contains('\u{1b}'), "{told}");
}

#[test]
fn what_is_longer_than_the_screen_goes_to_the_pager() {
    let line = "\"$L\" list 隐患";
    let pager = &[("LIANDONG_PAGER", "head -n 1")][..];
    assert_eq!(on_terminal(5, 100, line, pager).lines().count(), 1);
    assert!(on_terminal(50, 100, line, pager).lines().count() > 5);
    assert!(on_terminal(5, 100, line, &[("PAGER", "head -n 1"), ("LIANDONG_PAGER", "off")]).lines().count() > 5);
    // Whoever has no such program sees the answer.
    assert!(on_terminal(5, 100, line, &[("PAGER", "no-such-pager")]).contains("共 6 条"));
}

#[test]
fn a_narrow_terminal_shows_a_line_a_value() {
    let plain = &[("NO_COLOR", "1"), ("LIANDONG_PAGER", "off")][..];
    let narrow = on_terminal(200, 40, "\"$L\" list 隐患", plain);
    assert!(narrow.contains("编号：隐患 2025-公安-001\n矿山：西山瓷土矿（虚构）\n"), "{narrow}");
    let wide = on_terminal(200, 100, "\"$L\" list 隐患", plain);
    assert!(!wide.contains("编号："), "{wide}");
    assert!(on_terminal(200, 40, "\"$L\" check --year 2025", plain).contains("状态：已落实\n"));
    // A terminal that says nought does not know how wide it is.
    assert!(!on_terminal(0, 0, "\"$L\" list 隐患", plain).contains("编号："));
}

#[test]
fn quiet_leaves_the_exit_code_and_what_went_wrong() {
    let register = Register::of_example();
    let hazard = [
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
    ];
    let args = [&hazard[..], &["--description", "静默登记（虚构）", "--quiet"]].concat();
    let filed = register.run(&args);
    assert_eq!((filed.stdout.len(), filed.status.code()), (0, Some(0)), "{}", said(&filed));
    assert_eq!(register.ok(&["list", "隐患", "--find", "静默登记", "--count"]), "1\n");
    let broken = run(&["--data", "../broken", "check", "--year", "2025", "-q"], &[]);
    assert_eq!((broken.stdout.len(), broken.status.code()), (0, Some(1)));
    // Also where a file was written.
    let out = register.home.join("台账.xlsx");
    let written = register.run(&["ledger", "--out", out.to_str().expect("UTF-8"), "-q"]);
    assert_eq!((written.stdout.len(), written.status.code(), out.is_file()), (0, Some(0), true), "{}", said(&written));
    // What is asked for is answered, and what went wrong is said.
    for asked in [&["list", "隐患", "-q"][..], &["draft", "list", "-q"], &["whoami", "-q"], &["hazard", "show", "应急/1", "-q"]]
    {
        assert!(!register.run(asked).stdout.is_empty(), "{asked:?}");
    }
    assert!(said(&register.run(&["show", "无此记录", "-q"])).contains("未能完成"));
}

#[test]
fn the_version_is_that_of_the_crate() {
    let version = said(&run(&["--version"], &[]));
    assert!(version.starts_with(concat!("liandong ", env!("CARGO_PKG_VERSION"))), "{version}");
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = said(&run(&["completions", shell], &[]));
        assert!(script.contains("LIANDONG_COMPLETE") && script.contains(shell), "{shell}: {script}");
    }
    // Names of files may hold anything: bash quotes what it is told to be such.
    let bash = said(&run(&["completions", "bash"], &[]));
    assert_eq!(bash.matches("complete -o filenames").count(), bash.matches("complete -o ").count(), "{bash}");
    assert!(said(&run(&["completions", "0"], &[])).contains("bash、zsh、fish、powershell"));
}

/// What bash asks when a person presses the tabulator behind some words.
fn completed(words: &[&str]) -> Vec<String> {
    let home = home();
    let mut command: Command = command(LIANDONG, home.path());
    command.current_dir(example("clean")).env("LIANDONG_COMPLETE", "bash").env("_CLAP_IFS", "\n");
    command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).args(["--", "liandong"]).args(words);
    said(&command.output().expect("runs")).lines().map(str::to_owned).collect()
}

#[test]
fn completions_know_the_names_of_the_register() {
    assert!(completed(&["hist"]).contains(&"history".to_owned()));
    assert!(completed(&["show", "hazards/2025/y"]).contains(&"hazards/2025/yingji/001".to_owned()));
    assert!(completed(&["list", "隐患", "--mine", "da"]).contains(&"dashan".to_owned()));
    assert!(completed(&["list", "隐患", "--unit", "应"]).contains(&"应急".to_owned()));
    assert!(completed(&["hazard", "new", "--as", "gong"]).contains(&"gongan".to_owned()));
    // What a key takes is offered for it: a word is said on a record, a paper goes to units.
    assert!(completed(&["respond", "received", "--to", "notices/2025/y"]).contains(&"notices/2025/yingji/001".to_owned()));
    assert!(!completed(&["respond", "received", "--to", "gong"]).contains(&"gongan".to_owned()));
    assert!(completed(&["notice", "new", "--to", "gong"]).contains(&"gongan".to_owned()));
    assert!(completed(&["enforcement", "plan", "--member-units", "gong"]).contains(&"gongan".to_owned()));
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = home();
    let out = folder.path().to_str().expect("UTF-8");
    let told = said(&run(&["man", "--out", out], &[]));
    let pages = std::fs::read_dir(out).expect("a folder").count();
    assert!(pages > 100 && told.contains(&format!("{pages} 个文件")), "{told}");
    let page = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("a page");
    assert!(page("liandong-hazard-new.1").contains("隐患描述"));
    assert_eq!(page("liandong-check.1"), said(&run(&["man", "check"], &[])));
}

#[test]
fn every_kind_has_a_schema_for_editors() {
    let folder = home();
    let out = folder.path().to_str().expect("UTF-8");
    let told = said(&run(&["schema", "--all", "--out", out], &[]));
    let schemas: Vec<_> = std::fs::read_dir(out).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    assert!(schemas.len() == liandong::model::Kind::ALL.len() && told.contains(&format!("{} 个文件", schemas.len())), "{told}");
    for schema in schemas {
        let schema: serde_json::Value = serde_json::from_slice(&std::fs::read(&schema).expect("a schema")).expect("JSON");
        jsonschema::meta::validate(&schema).expect("a schema");
    }
    assert_eq!(run(&["schema", "--all"], &[]).status.code(), Some(2));
    assert_eq!(run(&["schema"], &[]).status.code(), Some(2));
}

/// What a runner of workflows reads: a command a line, of a level, a file and a line of it that are there.
#[test]
fn findings_are_annotations_of_lines() {
    // Hosts of code name files from the top of the repository, and this one is at the top of its own.
    let broken = Register::of_folder(&example("broken"));
    let output = broken.run(&["check", "--year", "2025", "--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(told.lines().count() > 50, "{told}");
    for line in told.lines() {
        let rest = line.strip_prefix("::").expect("a command");
        let (level, rest) = rest.split_once(" file=").expect("a file");
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        let (place, said) = rest.split_once("::").expect("a message");
        assert!(!said.is_empty() && place.contains(",title="), "{line}");
        let file = place.split(',').next().expect("a file");
        let at = place.split(",line=").nth(1).and_then(|rest| rest.split(',').next());
        if let Some(at) = at {
            let text = std::fs::read_to_string(broken.folder.join(file)).expect("a file that is there");
            assert!(at.parse::<usize>().expect("a number") <= text.lines().count(), "{line}");
        }
    }
}

#[test]
fn what_lies_on_this_computer_is_told_as_json_too() {
    let register = Register::of_example();
    let json = |args: &[&str]| serde_json::from_slice::<serde_json::Value>(&register.run(args).stdout).expect("JSON");
    assert_eq!(json(&["draft", "list", "--format", "json"]), serde_json::json!([]));
    register.run(&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"]);
    assert_eq!(json(&["draft", "list", "--format", "json"]), serde_json::json!(["responses-1"]));
    assert_eq!(json(&["whoami", "--format", "json"])["key"], "none");
}

#[test]
fn a_code_is_understood_without_its_noughts() {
    for short in ["n7", "N7", "N07", "n07"] {
        assert_eq!(said(&run(&["explain", short], &[])), said(&run(&["explain", "N07"], &[])), "{short}");
    }
    let of_rule = |rule: &str| said(&run(&["--data", "../broken", "check", "--year", "2025", "--rule", rule], &[]));
    assert_eq!(of_rule("f1"), of_rule("F01"));
}

/// Days are compared with days and with stretches of them, as people say them.
#[test]
fn conditions_take_stretches_of_time() {
    let found = |condition: &str| {
        let told = run(&["list", "隐患", "--where", condition, "--count"], &[("LIANDONG_NOW", "2025-06-16T09:00:00+08:00")]);
        assert!(told.status.success(), "{condition}: {}", said(&told));
        said(&told).trim().parse::<u32>().expect("a number")
    };
    let all = found("found>=2000-01-01");
    let (before, within, after) = (found("发现日期<2025年5月"), found("发现日期=2025年5月"), found("发现日期>2025年5月"));
    assert!(before > 0 && within > 0 && after > 0, "{before} {within} {after}");
    assert_eq!(before + within + after, all);
    assert_eq!(found("found=上月"), within);
    assert_eq!(found("found=2025-05"), within);
    assert_eq!(found("found<=上月"), before + within);
    assert_eq!(found("found>=上月"), within + after);
    assert_eq!(found("found≠上月"), before + after);
    assert_eq!(found("found=去年") + found("found=今年"), all);
    assert_eq!(found("found<今年"), found("found=去年"));
    let told = said(&run(&["list", "隐患", "--where", "found=某时"], &[]));
    assert!(told.contains("不是日期，也不是时段"), "{told}");
}

/// A name in a condition is understood as it is everywhere else; one that the register does not know is refused, since nothing could hold it.
#[test]
fn names_in_conditions_are_understood_as_they_are_printed() {
    let register = Register::of_example();
    let counted = |kind: &str, condition: &str| register.ok(&["list", kind, "--where", condition, "--count"]).trim().to_owned();
    let about = counted("通报", "涉及事项=hazards/2025/yingji/001");
    assert_ne!(about, "0");
    for named in ["隐患 2025-应急-001", "隐患2025应急1", "隐患〔2025〕应急001号", "hazard 2025-应急-001"] {
        assert_eq!(counted("通报", &format!("涉及事项={named}")), about, "{named}");
    }
    let part = counted("隐患", "来源=enforcements/2025/anweiban/001#1");
    let whole = counted("隐患", "来源=执法2025-区安委办-001");
    assert!(part != "0" && counted("隐患", "来源=执法 2025-区安委办-001#1") == part, "{part}");
    assert!(
        whole.parse::<u32>().expect("a number") > part.parse().expect("a number"),
        "a record means its parts as well: {whole}"
    );
    let mine = counted("隐患", "矿山=西山瓷土矿（虚构）");
    assert!(mine != "0" && counted("隐患", "矿山=西山") == mine && counted("隐患", "矿山=西山瓷土矿(虚构)") == mine);
    assert_eq!(register.ok(&["list", "隐患", "--mine", "西山", "--count"]).trim(), mine);
    assert_eq!(counted("通报", "通报内容=（二）"), counted("通报", "通报内容=2"));
    for (kind, condition) in
        [("隐患", "矿山=南山石场"), ("通报", "涉及事项=隐患2025-公交-001"), ("隐患", "复查.复查单位=林业草原局")]
    {
        let told = register.fails(&["list", kind, "--where", condition], 2);
        assert!(told.contains(condition.split('=').next_back().expect("a value")), "{condition}: {told}");
    }
}
