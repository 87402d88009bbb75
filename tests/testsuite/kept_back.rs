//! 四不两直: to whoever takes no part in it a joint enforcement that is still to come is not there, whatever command is asked by whatever of its names.
//! What each says is compared with what it says of a record that was never filed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};

use liandong::model::field::Shape;
use liandong::ops::verbs::{NOUNS, example, fields, option_name, subject};

use crate::share::district::District;
use crate::support::{Person, Register, said};

/// The one that is planned, and what would be the next: nobody ever filed it.
const KEPT: &str = "001";
const NEVER: &str = "002";

const TITLE: &str = "突击检查（虚构）";
const NUMBER: &str = "云区应急〔2026〕88号";

/// What one of its team said to it.
const ANSWER: &str = "responses/2026/gongan/001";

/// How a record is named.
fn names(number: &str) -> Vec<String> {
    let short = number.trim_start_matches('0');
    vec![
        format!("enforcements/2026/yingji/{number}"),
        format!("enforcements/2026/yingji/{number}.toml"),
        format!("执法 2026-应急-{number}"),
        format!("应急/{short}"),
        format!("2026/应急/{short}"),
        if number == KEPT { NUMBER.to_owned() } else { "云区应急〔2026〕89号".to_owned() },
        if number == KEPT { TITLE.to_owned() } else { "别的检查（虚构）".to_owned() },
    ]
}

/// What is said, with every name of the record as if it had none.
fn bare(said: &str, number: &str) -> String {
    names(number).iter().fold(said.to_owned(), |said, name| said.replace(name.trim_end_matches(".toml"), "某"))
}

/// A register in which an enforcement is planned by one unit with another, and the same one in which nobody plans anything.
fn registers() -> [Register; 2] {
    // Filed at another computer: what was filed here may be taken back here.
    let there = Register::of_example();
    let plan = ["enforcement", "plan", "--as", "应急", "--title", TITLE, "--lead", "应急", "--member-units", "公安"];
    let hazard = ["hazard", "new", "--as", "林业", "--mine", "dashan", "--found", "今天", "--description", "浮石（虚构）"];
    let notice = ["notice", "new", "--as", "林业", "--content", "2", "--title", "防火的通报（虚构）", "--to", "公安"];
    let notice = [&notice[..], &["--doc-number", "云区林〔2026〕1号", "--issued", "今天"]].concat();
    there.ok(&hazard);
    there.ok(&notice);
    there.ok(&plan);
    // What answers it, what answers that, and what names it besides.
    there.ok(&["respond", "progress", "--as", "公安", "--to", &names(KEPT)[0], "--text", "已派人参加（虚构）"]);
    there.ok(&["respond", "feedback", "--as", "公安", "--to", &names(KEPT)[0], "--text", "人手不够（虚构）"]);
    there.ok(&["respond", "progress", "--as", "应急", "--to", ANSWER, "--text", "收悉（虚构）"]);
    there.ok(&["enforcement", "team", &names(KEPT)[0], "--as", "应急", "--start", "1月20日", "--to", "1月21日"]);
    there.ok(&["enforcement", "paper", &names(KEPT)[0], "--as", "应急", "--doc-number", NUMBER, "--issued", "今天"]);
    let proof = there.home.join("方案.txt");
    fs::write(&proof, "方案（虚构）").expect("written");
    there.ok(&["attach", &names(KEPT)[0], &proof.to_string_lossy(), "--as", "应急"]);
    let planned = Register::of_example();
    planned.git(&["fetch", "-q", &there.folder.to_string_lossy(), "main"]);
    planned.git(&["reset", "-q", "--hard", "FETCH_HEAD"]);
    assert!(planned.folder.join(format!("{}.toml", names(KEPT)[0])).is_file());
    let idle = Register::of_example();
    idle.ok(&hazard);
    idle.ok(&notice);
    for filed in ["第一次", "第二次", "第三次", "第四次", "第五次", "第六次", "第七次"] {
        idle.git(&["commit", "-q", "--allow-empty", "-m", filed]);
    }
    // Shared, each by itself: without that nothing is chosen or numbered anew.
    for register in [&planned, &idle] {
        register.ok(&["share", &register.home.join("共享.git").to_string_lossy()]);
    }
    [planned, idle]
}

/// Who looks: a unit outside the team, and a computer of which nobody knows whose it is.
const OUTSIDE: [Option<&str>; 2] = [Some("林业"), None];

fn asked(register: &Register, unit: Option<&str>, args: &[String]) -> Command {
    let mut command = register.command(&args.iter().map(String::as_str).collect::<Vec<_>>());
    command.env("EDITOR", "true").env("VISUAL", "true");
    if let Some(unit) = unit {
        command.env("LIANDONG_UNIT", unit);
    }
    command
}

fn words(line: &str) -> Vec<String> {
    shell_words::split(line).unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// What each command is asked.
enum Asked {
    /// Of a record by its name, which stands for {}.
    Of(&'static [&'static str]),
    /// Of the whole register.
    All(&'static [&'static str]),
    /// Nothing that is in a record, or nothing without others; why.
    Nothing(&'static str),
}

use Asked::{All, Nothing, Of};

/// Every command of the program but those that file one kind of record, which are known by their verbs. {out} is a file or folder of one's own, {from} a file
/// that says what is given.
fn commands() -> BTreeMap<&'static str, Vec<Asked>> {
    BTreeMap::from([
        ("import", vec![Nothing("rows are filed as any record is")]),
        (
            "amend",
            vec![Of(&[
                "{} --set title=甲 --reason 笔误 --as 林业",
                "hazards/2026/linye/001 --set from={} --reason 笔误 --as 林业 --dry-run",
                "hazards/2026/linye/001 --set from={}#1 --reason 笔误 --as 林业",
            ])],
        ),
        ("undo", vec![Of(&["{}", "{} --yes"])]),
        ("edit", vec![Of(&["{}", "{} --as 林业", "{} --as 林业 --dry-run"])]),
        ("commit", vec![Nothing("a file by hand: see what_was_written_by_hand")]),
        ("attach", vec![Of(&["{} {from} --as 林业", "verify {}", "verify {} --in ."]), All(&["verify"])]),
        ("confirm", vec![Of(&["{} --as 林业"]), All(&["--as 林业"])]),
        ("fmt", vec![All(&["--dry-run --as 林业"])]),
        ("draft", vec![All(&["list"])]),
        (
            "check",
            vec![All(&[
                "",
                "--year 2026",
                "--year 2026 --format json",
                "--as-of 2026-12-31",
                "--unit 应急 --as-of 2026-12-31",
                "--format sarif",
            ])],
        ),
        ("verify", vec![All(&[""])]),
        (
            "todo",
            vec![All(&["", "--all --full", "--unit 应急 --full", "--all --full --as-of 2026-12-31", "--all --format json", "1"])],
        ),
        ("desk", vec![Nothing("its pages: see desk::pages")]),
        (
            "list",
            vec![All(&[
                "执法",
                "执法 --year 2026",
                "执法 --format json",
                "执法 --format csv",
                "执法 --count",
                "执法 --group 牵头单位",
                "督办",
                "督办 --unit 公安 --format json",
                "单位",
                "矿山 --format json",
                "回应",
                "回应 --year 2026 --format json",
                "回应 --unit 公安 --count",
            ])],
        ),
        (
            "search",
            vec![All(&[
                "突击检查",
                "2026-应急",
                "〔2026〕88号",
                "突击 --format json",
                "大山 --year 2026",
                "已派人",
                "收悉",
                "yingji/001",
            ])],
        ),
        (
            "show",
            vec![
                Of(&["{}", "{} --format json", "{} --format toml", "{} --as-of 2026-12-31"]),
                All(&["mines/dashan", "units/yingji", "单位 公安", "矿山 大山石场（虚构） --format json"]),
            ],
        ),
        ("answers", vec![Of(&["{}", "{} --format json"])]),
        (
            "deadlines",
            vec![All(&["", "--unit 公安", "--format json", "--as-of 2026-12-31", "--ics {out}.ics --force", "--edition public"])],
        ),
        ("history", vec![Of(&["{}", "{} --format json"])]),
        ("diff", vec![All(&["--since HEAD~2", "--since HEAD~2 --format json", "--since 2025-12-01"])]),
        (
            "report",
            vec![All(&[
                "--year 2026 --format json",
                "--year 2026 --as-of 2026-12-31 --format json",
                "--year 2026 --edition public --format json",
                "--from 2026-01-01 --to 2026-12-31 --format json",
                "--year 2026 --out {out}.html --force",
            ])],
        ),
        (
            "paper",
            vec![
                Of(&[
                    "{} --out {out}.docx --force",
                    "{} --paper plan --out {out}.docx --force",
                    "{} --out {out}.docx --force --edition public",
                ]),
                All(&["2026 --paper archive --out {out}.docx --force"]),
            ],
        ),
        ("ledger", vec![All(&["联合执法 --out {out}.xlsx --force", "--year 2026 --out {out}.xlsx --force"])]),
        ("handover", vec![All(&["--unit 林业 --out {out}.html --force", "--unit 区安委办 --out {out}.html --force"])]),
        #[cfg(feature = "lake")]
        ("export", vec![All(&["--out {out}", "--out {out} --edition internal", "--out {out} --as-of 2026-12-31"])]),
        #[cfg(feature = "lake")]
        ("rollup", vec![Nothing("it exports as export does")]),
        ("explain", vec![Nothing("of rules and clauses")]),
        ("rules", vec![Nothing("of rules")]),
        ("clause", vec![Nothing("of the text of the regulation")]),
        ("duty", vec![All(&["list", "search 检查"])]),
        ("schema", vec![Nothing("of kinds")]),
        ("share", vec![Nothing("what is sent is sent whole")]),
        ("clone", vec![Nothing("what is taken is taken whole")]),
        ("join", vec![Nothing("of keys")]),
        ("sync", vec![Nothing("what comes in: see share::telling")]),
        ("resolve", vec![Of(&["{}"]), All(&[""])]),
        ("renumber", vec![Of(&["{} --as 林业", "{}"])]),
        ("pack", vec![Nothing("what is sent is sent whole")]),
        ("receive", vec![Nothing("what comes in: see share::telling")]),
        ("key", vec![All(&["list"])]),
        ("trust", vec![All(&["show"])]),
        ("hook", vec![Nothing("it tells whoever pushes what a filing would: see share::attacks")]),
        ("init", vec![Nothing("a register of its own")]),
        ("settings", vec![Nothing("of settings")]),
        ("upgrade", vec![All(&["--dry-run --as 区安委办"])]),
        ("whoami", vec![All(&[""])]),
        ("doctor", vec![All(&[""])]),
        ("completions", vec![Nothing("see completions_name_none")]),
        ("man", vec![Nothing("of the program")]),
    ])
}

/// A command that is new has to be put in.
#[test]
fn every_command_is_asked() {
    let register = Register::of_example();
    let nouns = NOUNS.iter().map(|noun| noun.name);
    let asked: BTreeSet<String> = commands().into_keys().chain(nouns).map(str::to_owned).collect();
    assert_eq!(asked, register.commands_listed());
    let silent = commands().into_values().flatten();
    let reasons = silent.filter_map(|asked| if let Nothing(why) = asked { Some(why) } else { None });
    assert!(reasons.into_iter().all(|why| !why.is_empty()));
}

/// One that says what is given, and one's own folder for what is written.
struct Desk {
    from: String,
    out: String,
}

impl Desk {
    fn of(register: &Register, number: &str) -> Self {
        let place = |name: &str| register.home.join(name).to_string_lossy().into_owned();
        let from = place("给的.toml");
        fs::write(&from, format!("to = \"{}\"\n", names(number)[0])).expect("written");
        Self { from, out: place("写出") }
    }

    fn line(&self, command: &str, asked: &str, name: &str) -> Vec<String> {
        let filled = |word: String| word.replace("{from}", &self.from).replace("{out}", &self.out).replace("{}", name);
        words(&format!("{command} {asked}")).into_iter().map(filled).collect()
    }

    /// What a command said, and what it wrote.
    fn answer(&self, output: &Output) -> String {
        let mut told = format!("{:?} {}", output.status.code(), said(output));
        for ending in ["docx", "xlsx", "html", "ics"] {
            let file = format!("{}.{ending}", self.out);
            let Ok(bytes) = fs::read(&file) else { continue };
            fs::remove_file(&file).expect("removed");
            if bytes.starts_with(b"PK") {
                let parts = crate::ledger::workbook::parts(bytes);
                parts
                    .into_iter()
                    .filter(|(name, _)| !name.starts_with("docProps/"))
                    .for_each(|(name, part)| told.push_str(&["\n", name.as_str(), " ", part.as_str()].concat()));
            } else {
                told += &String::from_utf8_lossy(&bytes);
            }
        }
        if let Ok(lake) = fs::read_dir(&self.out) {
            let mut files: Vec<String> = Vec::new();
            let mut open: Vec<_> = lake.flatten().map(|entry| entry.path()).collect();
            while let Some(path) = open.pop() {
                if path.is_dir() {
                    open.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
                } else if path.ends_with("_manifest.json") {
                    let text = fs::read_to_string(&path).expect("a manifest");
                    files.extend(
                        text.lines().filter(|line| line.contains("\"rows\"") || line.contains("\"path\"")).map(str::to_owned),
                    );
                }
            }
            fs::remove_dir_all(&self.out).expect("removed");
            told += &files.join("\n");
        }
        told.replace(&self.out, "写出").replace(&self.from, "给的")
    }
}

/// What is said to whoever asks what cannot be asked: that it is the same of both shows nothing.
#[track_caller]
fn understood(told: String, line: &str) -> String {
    assert!(!told.contains("用法见 liandong help"), "{line}: {told}");
    told
}

/// By no name, in no command, is it told apart from one that was never filed.
#[test]
fn by_no_name_is_it_there() {
    let [planned, _] = registers();
    let (mut count, mut apart) = (0, Vec::new());
    for (command, asked) in commands() {
        for line in asked.into_iter().flat_map(|asked| if let Of(lines) = asked { lines } else { &[] }) {
            for unit in OUTSIDE {
                for (kept, never) in names(KEPT).iter().zip(names(NEVER)) {
                    let told = |number: &str, name: &str| {
                        let desk = Desk::of(&planned, number);
                        let done = self::asked(&planned, unit, &desk.line(command, line, name)).output().expect("runs");
                        understood(bare(&desk.answer(&done), number), line)
                    };
                    if told(KEPT, kept) != told(NEVER, &never) {
                        apart.push(format!("{unit:?}: {command} {line} ({kept})"));
                    }
                    count += 1;
                }
            }
        }
    }
    assert!(count > 200, "{count}");
    assert!(apart.is_empty(), "told apart:\n{}", apart.join("\n"));
}

/// Where nobody knows who asks, it is said why one that is planned would not be shown, whether or not there is one; who asks by a variable is told.
#[test]
fn who_is_nobody_is_told_why_it_may_not_be_there() {
    let [planned, _] = registers();
    for line in [
        "show {}",
        "paper {} --paper plan --as 应急 --out {out}.docx --force",
        "history {}",
        "answers {}",
        "show {} --format toml",
    ] {
        let told = |unit: Option<&str>, number: &str, name: usize| {
            let desk = Desk::of(&planned, number);
            let line = words(&line.replace("{out}", &desk.out).replace("{}", &format!("'{}'", names(number)[name])));
            bare(&desk.answer(&asked(&planned, unit, &line).output().expect("runs")), number)
        };
        for name in [0, 2] {
            let (kept, never) = (told(None, KEPT, name), told(None, NEVER, name));
            assert!(kept == never && kept.contains("本机没有说明是哪个单位") && kept.contains("LIANDONG_UNIT"), "{line}: {kept}");
            // A unit outside its team is known, and nothing is to be said of who asks.
            assert!(!told(Some("林业"), KEPT, name).contains("本机没有说明"), "{line}");
            assert!(!told(Some("应急"), KEPT, name).contains("查不到"), "{line}: {}", told(Some("应急"), KEPT, name));
        }
        // What nobody keeps back is simply not there.
        let notice = words(&line.replace("{out}", "x").replace("{}", "notices/2026/gongan/077"));
        assert!(!said(&asked(&planned, None, &notice).output().expect("runs")).contains("本机没有说明"), "{line}");
    }
}

/// The office is told it apart by every one of these lines: else what is compared above would be the same of whatever is asked. But where
/// the record points from another, to which there is none whoever looks.
#[test]
fn by_its_name_the_office_is_told() {
    let mut alike = Vec::new();
    for (command, asked) in commands() {
        for line in asked.into_iter().flat_map(|asked| if let Of(lines) = asked { lines } else { &[] }) {
            // These two ask what is not shared yet, and not what is filed.
            if line.contains("from={}") || ["renumber", "resolve"].contains(&command) {
                continue;
            }
            let [planned, _] = registers();
            let told = |number: &str| {
                let desk = Desk::of(&planned, number);
                let line = desk.line(command, &line.replace("林业", "应急"), &names(number)[0]);
                bare(&desk.answer(&self::asked(&planned, Some("区安委办"), &line).output().expect("runs")), number)
            };
            let never = told(NEVER);
            if told(KEPT) == never {
                alike.push(format!("{command} {line}: {never}"));
            }
        }
    }
    assert!(alike.is_empty(), "not told apart:\n{}", alike.join("\n"));
}

/// What is said of everything is what is said where nobody plans anything.
#[test]
fn among_all_the_rest_it_is_not_there() {
    let [planned, idle] = registers();
    let ids = |register: &Register| -> Vec<String> { register.git(&["log", "--format=%H"]).lines().map(str::to_owned).collect() };
    let plain = |told: String, register: &Register| {
        let told = ids(register).iter().enumerate().fold(told, |told, (at, id)| {
            // In full, and as short as they are shown.
            [40, 12, 10, 9, 8, 7].iter().fold(told, |told, digits| told.replace(&id[..*digits], &format!("提交{at}")))
        });
        // A public edition numbers mines by lot.
        let told = (1..9).fold(told, |told, mine| told.replace(&format!("矿山{mine}"), "矿山"));
        told.replace(&*register.home.to_string_lossy(), "家")
    };
    let mut apart = Vec::new();
    for (command, asked) in commands() {
        for line in asked.into_iter().flat_map(|asked| if let All(lines) = asked { lines } else { &[] }) {
            // Where nobody knows whose computer it is, the unit that is asked about looks.
            for unit in OUTSIDE.into_iter().filter(|unit| unit.is_some() || !line.contains("--unit")) {
                let told = |register: &Register| {
                    let desk = Desk::of(register, NEVER);
                    let done = self::asked(register, unit, &desk.line(command, line, "")).output().expect("runs");
                    plain(desk.answer(&done), register)
                };
                let (with, without) = (understood(told(&planned), line), told(&idle));
                if with.starts_with("Some(2)") {
                    apart.push(format!("{unit:?}: {command} {line}: nothing is shown by {with}"));
                }
                if with != without || with.contains("突击") {
                    let first = with.lines().zip(without.lines()).find(|(one, other)| one != other);
                    apart.push(format!("{unit:?}: {command} {line}: {first:?}"));
                }
            }
        }
    }
    assert!(apart.is_empty(), "told apart:\n{}", apart.join("\n"));
}

/// Bare, it means the last filing of all, which here is one of theirs.
#[test]
fn the_last_filing_is_not_told_by_taking_it_back() {
    let registers = registers();
    for unit in OUTSIDE {
        for line in ["undo", "undo --yes"] {
            let told = registers.each_ref().map(|register| {
                let done = asked(register, unit, &words(line)).output().expect("runs");
                format!("{:?} {}", done.status.code(), said(&done))
            });
            assert!(told[0].contains("别人可能已经有了"), "{line}: {}", told[0]);
            assert_eq!(told[0], told[1], "{unit:?}: {line}");
        }
    }
}

/// No verb has it for the record that it is about, or for one at which it points; by an option or by a file.
#[test]
fn no_verb_finds_it() {
    let [planned, _] = registers();
    let (mut count, mut apart) = (0, Vec::new());
    for noun in NOUNS {
        for verb in noun.verbs {
            let Some(shown) = example(noun, verb) else { continue };
            let (kind, shown) = (noun.kind_of(verb), words(&shown)[1..].to_vec());
            let points = |shape: &Shape| matches!(shape, Shape::Reference | Shape::List(Shape::Reference));
            let pointing: Vec<String> = fields(kind, verb.act)
                .into_iter()
                .filter(|field| points(&field.shape))
                .map(|field| format!("--{}", option_name(field)))
                .collect();
            let mut lines: Vec<Vec<String>> = pointing
                .iter()
                .map(|option| {
                    let mut line = shown.clone();
                    match line.iter().position(|word| word == option) {
                        Some(at) => "{}".clone_into(&mut line[at + 1]),
                        None => line.extend([option.clone(), "{}".to_owned()]),
                    }
                    line
                })
                .collect();
            if subject(kind, verb.act).is_some() && kind.is_happening() {
                let mut line = shown.clone();
                "{}".clone_into(&mut line[2]);
                lines.push(line);
            }
            if pointing.contains(&"--to".to_owned()) {
                let without = |line: &[String]| {
                    let at = line.iter().position(|word| word == "--to");
                    line.iter()
                        .enumerate()
                        .filter(|(i, _)| at.is_none_or(|at| *i != at && *i != at + 1))
                        .map(|(_, word)| word.clone())
                        .collect::<Vec<_>>()
                };
                lines.push([without(&shown), words("--from {from}")].concat());
            }
            for line in lines {
                let told = |number: &str, name: &str| {
                    let desk = Desk::of(&planned, number);
                    let line: Vec<String> =
                        line.iter().map(|word| word.replace("{from}", &desk.from).replace("{}", name)).collect();
                    let line = [line, words("--as 林业 --dry-run --yes")].concat();
                    let told = bare(&desk.answer(&asked(&planned, None, &line).output().expect("runs")), number);
                    understood(told, &line.join(" "))
                };
                for named in ["", "#1"] {
                    let name = |number: &str| format!("{}{named}", names(number)[0]);
                    if told(KEPT, &name(KEPT)) != told(NEVER, &name(NEVER)) {
                        apart.push(format!("{} ({named})", line.join(" ")));
                    }
                    count += 1;
                }
            }
        }
    }
    assert!(count > 100, "{count}");
    assert!(apart.is_empty(), "told apart:\n{}", apart.join("\n"));
}

/// A record that somebody wrote by hand points at nothing.
#[test]
fn what_was_written_by_hand_points_at_nothing() {
    let [planned, _] = registers();
    let told = |number: &str, part: &str| {
        let (file, reference) = ("responses/2026/linye/001.toml", format!("{}{part}", names(number)[0]));
        planned.write(file, &format!("kind = \"progress\"\non = 2026-01-05\ntext = \"进展（虚构）\"\nto = \"{reference}\"\n"));
        let words = [
            "commit --dry-run",
            "commit",
            "check --year 2026 --unit 林业",
            "todo --unit 林业 --full",
            "show responses/2026/linye/001",
        ];
        let said: Vec<String> = words
            .iter()
            .map(|line| bare(&said(&asked(&planned, Some("林业"), &self::words(line)).output().expect("runs")), number))
            .collect();
        fs::remove_file(planned.folder.join(file)).expect("removed");
        said
    };
    for part in ["", "#1"] {
        let (kept, never) = (told(KEPT, part), told(NEVER, part));
        assert_eq!(kept, never, "{part}");
        assert!(kept[0].contains("在台账中未见") && kept[2].contains("F01"), "{kept:?}");
    }
    // To those who take part it is there.
    planned
        .write("responses/2026/gongan/001.toml", &format!("kind = \"received\"\non = 2026-01-05\nto = \"{}\"\n", names(KEPT)[0]));
    assert!(
        !said(&asked(&planned, Some("公安"), &words("check --year 2026 --unit 公安")).output().expect("runs")).contains("F01")
    );
}

/// What answers it is not there either, nor is what answers that.
#[test]
fn what_answers_it_is_not_there() {
    let [planned, _] = registers();
    let mut apart = Vec::new();
    for unit in OUTSIDE {
        for line in [
            "show {}",
            "show {} --format json",
            "show {} --format toml",
            "show {}.toml",
            "history {}",
            "answers {}",
            "edit {} --as 林业 --dry-run",
            "amend {} --set text=甲 --reason 笔误 --as 林业",
            "respond progress --to {} --text 甲（虚构） --as 林业 --dry-run",
        ] {
            for kept in [ANSWER, "responses/2026/yingji/001"] {
                let never = kept.replace("001", "009");
                let told = |name: &str| {
                    let line = words(&line.replace("{}", name));
                    let told = said(&asked(&planned, unit, &line).output().expect("runs"));
                    told.replace(name, "某")
                        .replace("公安-001", "公安-某")
                        .replace("公安-009", "公安-某")
                        .replace("应急-001", "应急-某")
                        .replace("应急-009", "应急-某")
                };
                if told(kept) != told(&never) {
                    apart.push(format!("{unit:?}: {line} ({kept}): {} / {}", told(kept), told(&never)));
                }
            }
        }
    }
    assert!(apart.is_empty(), "told apart:\n{}", apart.join("\n"));
    // Whoever said it, and the team, go on seeing it.
    for unit in ["公安", "应急", "区安委办"] {
        for line in
            ["show responses/2026/gongan/001", "list 回应 --year 2026", "search 已派人", "history responses/2026/gongan/001"]
        {
            let told = said(&asked(&planned, Some(unit), &words(line)).output().expect("runs"));
            assert!(told.contains("公安-001"), "{unit}: {line}: {told}");
        }
    }
}

/// Another record that names it is told without it.
#[test]
fn what_names_it_is_told_without_it() {
    let by = ["--as", "区安委办", "--kind", "报告", "--to", "区政府", "--on", "今天", "--signer", "某甲（虚构）"];
    let sent_up = [&["upward", "new", "--title", "工作情况（虚构）"][..], &by].concat();
    let [planned, idle] = registers();
    planned.ok(&[&sent_up[..], &["--about", &names(KEPT)[0]]].concat());
    idle.ok(&sent_up);
    let lines = [
        "show upward/2026/anweiban/001",
        "show upward/2026/anweiban/001 --format json",
        "show upward/2026/anweiban/001 --format toml",
        "show upward/2026/anweiban/001.toml",
        "ledger 上报 --out {out}.xlsx --force",
        "search yingji/001",
        "list 上报 --format json",
        "list 上报 --where 涉及事项",
        "paper upward/2026/anweiban/001 --out {out}.docx --force",
    ];
    let told = |register: &Register, unit: Option<&str>, line: &str| {
        let desk = Desk::of(register, NEVER);
        let line = words(&line.replace("{out}", &desk.out));
        desk.answer(&asked(register, unit, &line).output().expect("runs")).replace(&*register.home.to_string_lossy(), "家")
    };
    for unit in OUTSIDE {
        for line in lines {
            assert_eq!(told(&planned, unit, line), told(&idle, unit, line), "{unit:?}: {line}");
        }
        let told = told(&planned, unit, "history upward/2026/anweiban/001");
        assert!(told.contains("工作情况") && !told.contains("yingji/001"), "{unit:?}: {told}");
    }
    for unit in ["公安", "应急", "区安委办"] {
        for line in &lines[..6] {
            let told = told(&planned, Some(unit), line);
            assert!(told.contains("yingji/001") || told.contains("应急-001"), "{unit}: {line}: {told}");
        }
    }
}

#[test]
fn completions_name_none() {
    let [planned, _] = registers();
    let offered = |unit: Option<&str>| {
        let mut command = asked(&planned, unit, &words("-- liandong show enforcements/2026/"));
        command.env("LIANDONG_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "2").env("_CLAP_IFS", "\n");
        said(&command.output().expect("runs"))
    };
    assert!(offered(Some("公安")).contains(&names(KEPT)[0]), "{}", offered(Some("公安")));
    for unit in OUTSIDE {
        assert!(!offered(unit).contains("yingji/001"), "{unit:?}: {}", offered(unit));
    }
    let offered = |unit: Option<&str>| {
        let mut command = asked(&planned, unit, &words("-- liandong show responses/2026/"));
        command.env("LIANDONG_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "2").env("_CLAP_IFS", "\n");
        said(&command.output().expect("runs"))
    };
    assert!(offered(Some("公安")).contains(ANSWER) && offered(Some("公安")).contains("yingji/001"));
    for unit in OUTSIDE {
        let told = offered(unit);
        assert!(!told.contains(ANSWER) && !told.contains("yingji/001"), "{unit:?}: {told}");
    }
}

/// Whose computer it is hangs on no option: neither on the revision that is looked at, nor on whom a word is filed for.
#[test]
fn no_option_makes_it_another_units_computer() {
    let [planned, _] = registers();
    planned.git(&["config", "liandong.unit", "linye"]);
    let told = |line: &str| said(&asked(&planned, None, &words(line)).output().expect("runs"));
    for line in ["list 执法 --year 2026 --rev HEAD --unit 应急", "deadlines --rev HEAD --unit 公安", "search 突击检查 --rev HEAD"]
    {
        let told = understood(told(line), line);
        assert!(!told.contains("突击") && !told.contains("执法 2026-应急-001"), "{line}: {told}");
    }
    for line in [
        "enforcement visit {} --mine dashan --on 今天 --as 应急 --dry-run",
        "enforcement cancel {} --reason 另行安排 --as 应急 --dry-run",
    ] {
        let of = |number: &str| bare(&told(&line.replace("{}", &names(number)[0])), number);
        assert_eq!(of(KEPT), of(NEVER), "{line}");
    }
}

/// Another record with the same number of a paper: what is found of the one that is planned is told to nobody outside.
#[test]
fn no_report_tells_what_is_found_of_it() {
    let [planned, _] = registers();
    planned.ok(&[
        "notice",
        "new",
        "--as",
        "林业",
        "--content",
        "2",
        "--title",
        "通报（虚构）",
        "--to",
        "公安",
        "--doc-number",
        NUMBER,
        "--issued",
        "今天",
    ]);
    for line in ["report --year 2026 --format json", "check --year 2026 --format json"] {
        let told = said(&asked(&planned, Some("林业"), &words(line)).output().expect("runs"));
        assert!(!told.contains("enforcements/2026/yingji/001"), "{line}: {told}");
    }
}

/// Those who take part, and the office, are told of it by the same commands: else all of the above would show nothing.
#[test]
fn its_team_is_told() {
    let [planned, _] = registers();
    for unit in ["应急", "公安", "区安委办"] {
        for line in
            ["list 执法 --year 2026", "search 突击检查", "show 应急/1", "history 应急/1", "diff --since HEAD~2", "deadlines"]
        {
            let told = said(&asked(&planned, Some(unit), &words(line)).output().expect("runs"));
            assert!(told.contains("突击") || told.contains("执法 2026-应急-001"), "{unit}: {line}: {told}");
        }
    }
}

/// Once signatures are on, whose key signs here is whose computer it is: the variable says as whom is filed, and opens nothing.
#[test]
fn no_variable_makes_it_another_units_computer_once_signatures_are_on() {
    let district = District::trusted();
    let (farm, guard) = (district.member("linye", "林业"), district.member("gongan", "公安"));
    farm.ok(&["sync"]);
    let office = &district.office;
    office.ok(&["enforcement", "plan", "--title", TITLE, "--lead", "应急", "--member-units", "公安"]);
    office.ok(&["sync"]);
    guard.ok(&["sync"]);
    guard.ok(&["respond", "progress", "--to", "enforcements/2025/anweiban/001", "--text", "已派人参加（虚构）"]);
    guard.ok(&["sync"]);
    // What came in is counted without it: nothing did.
    let told = farm.ok(&["sync"]);
    assert!(told.contains("没有新的") && !told.contains("取来"), "{told}");
    let asked = |person: &Person, unit: Option<&str>, line: &str| {
        let mut command = person.command(&line.split(' ').collect::<Vec<_>>());
        if let Some(unit) = unit {
            command.env("LIANDONG_UNIT", unit);
        }
        said(&command.output().expect("runs"))
    };
    for line in [
        "list 执法 --year 2025",
        "search 突击检查",
        "show enforcements/2025/anweiban/001",
        "diff --since 2025-11-01",
        "list 回应",
    ] {
        assert!(asked(&guard, None, line).contains("001"), "{line}");
        for unit in [None, Some("公安"), Some("区安委办")] {
            let told = asked(&farm, unit, line);
            assert!(
                !told.contains("突击") && !told.contains("执法 2025-区安委办-001") && !told.contains("公安-001"),
                "{unit:?}: {line}: {told}"
            );
        }
    }
    // A computer of no unit's key is whose it is told to be.
    let guest = district.reader("guest");
    assert!(asked(&guest, Some("公安"), "list 执法 --year 2025").contains("突击"));
    assert!(!asked(&guest, None, "list 执法 --year 2025").contains("突击"));
}
