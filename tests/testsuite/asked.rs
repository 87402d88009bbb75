//! What a verb asks for on a terminal, and what it says where there is none. Nothing that only a person can know is filed because somebody
//! pressed Enter.

use liandong::ops::FileRequest;
use liandong::ops::verbs::{NOUNS, Preset, example, fields};

use crate::support::{Register, Terminal, comes_true, said, strokes};

/// A hazard as it is told without a question.
const HAZARD: &[&str] =
    &["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "今天", "--description", "边坡排水不畅（虚构）"];

/// What was filed with a preset would read as if somebody had said it.
#[test]
fn nothing_is_preset_that_only_a_person_knows() {
    const DAYS: &[&str] = &[
        "印发",
        "送达",
        "收到",
        "接报",
        "审核",
        "复查",
        "召开",
        "成文",
        "批复",
        "批准",
        "解除",
        "通知",
        "发现",
        "认定",
        "申请",
        "企业",
        "销号",
        "落实",
        "救援",
        "调查",
        "移送",
        "结案",
        "核查",
        "办结",
        "报办公室",
    ];
    const WHO: &[&str] = &["审核人", "签发人", "主持人", "职务", "复查单位", "批准人", "告知人", "姓名", "发文字号", "编号"];
    for noun in NOUNS {
        for verb in noun.verbs {
            for (key, preset) in verb.preset {
                let field = fields(noun.kind_of(verb), verb.act).into_iter().find(|field| field.key == *key);
                let heading = field.unwrap_or_else(|| panic!("{} {}: no {key}", noun.name, verb.name)).zh;
                let place = format!("{} {}: {heading}", noun.name, verb.name);
                // What another record says stands there already.
                if matches!(preset, Preset::Of(..) | Preset::FoundOn(_)) {
                    continue;
                }
                assert!(!WHO.contains(&heading), "{place}");
                assert!(!matches!(preset, Preset::Today) || DAYS.iter().all(|day| !heading.starts_with(day)), "{place}");
                assert!(!matches!(preset, Preset::Word("passed")), "{place}");
            }
        }
    }
    let request = FileRequest::new("respond", "received").expect("a verb");
    assert!(request.verb.preset.iter().all(|(key, _)| *key != "on"), "the day of receipt");
}

#[test]
fn without_a_terminal_all_that_is_missing_is_named_at_once() {
    let register = Register::init();
    let told = register.refused(&["hazard", "new", "--as", "应急"]);
    for option in ["--mine（矿山）", "--found（发现日期）", "--description（隐患描述）"] {
        assert!(told.contains(option), "{option}: {told}");
    }
    assert!(told.contains("liandong help hazard new"), "{told}");
    // Also where it is not known who files.
    let told = register.refused(&["hazard", "new", "--found", "今天"]);
    assert!(told.contains("--as 单位") && told.contains("另外缺少 --mine（矿山）、--description（隐患描述）"), "{told}");
    let told = register.refused(&["hazard", "close"]);
    assert!(told.contains("--as 单位") && told.contains("<记录>、--on（销号日期）、--reason（销号原因）"), "{told}");
    let told = register.refused(&["hazard", "new", "--as", "应急", "--lang", "en"]);
    assert!(told.contains("--mine (mine), --found (found), --description (description)"), "{told}");
    register.ok(HAZARD);
    let told = register.refused(&["hazard", "reinspect", "--as", "应急"]);
    for option in ["<记录>", "--on", "--by", "--result"] {
        assert!(told.contains(option), "{option}: {told}");
    }
    let told = register.refused(&["hazard", "rectify", "应急/1", "--as", "应急"]);
    assert!(told.contains("至少写一项") && told.contains("--due（整改期限）"), "{told}");
    // An empty meeting would stand for good.
    let told = register.refused(&["meeting", "plan", "--as", "区安委办"]);
    assert!(told.contains("--planned（计划日期）"), "{told}");
    let told = register.refused(&["hazard", "close", "应急/1", "--as", "应急"]);
    assert!(told.contains("--on（销号日期）") && told.contains("--reason（销号原因）"), "{told}");
}

/// Help ends with a command that is understood as it stands; whether it may be filed depends upon what stands already.
#[test]
fn every_example_of_help_is_understood() {
    const UNCLEAR: &[&str] =
        &["缺少", "不认识", "不是日期", "不是数字", "用法见", "没有“", "不能被引用", "多出了", "应为", "不是记录", "^"];
    let mut register = Register::of_example();
    register.at("2025-12-30T09:00:00+08:00".to_owned());
    // Of what the example year has none.
    let paper = [
        "directive",
        "new",
        "--as",
        "应急",
        "--kind",
        "上级来文",
        "--title",
        "关于开展检查的通知（虚构）",
        "--sender",
        "市应急管理局（虚构）",
        "--received",
        "今天",
    ];
    register.ok(&paper);
    let (mut runs, mut unclear) = (0, Vec::new());
    for noun in NOUNS {
        for verb in noun.verbs {
            let Some(command) = example(noun, verb) else { continue };
            // A long one goes over to the next line.
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            assert!(plain(&register.ok(&["help", noun.name, verb.name])).contains(&plain(&command)), "{command}");
            let words = shell_words::split(&command).expect("words");
            let mut words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let owner = words.iter().find_map(|word| word.strip_suffix("/1")).unwrap_or("区安委办");
            words.extend(["--as", owner, "--dry-run"]);
            let done = register.run(&words);
            let told = said(&done);
            runs += usize::from(done.status.success());
            if UNCLEAR.iter().any(|word| told.contains(word)) {
                unclear.push(format!("{command}: {told}"));
            }
        }
    }
    assert!(unclear.is_empty(), "{runs} run\n{}", unclear.join("\n"));
    assert!(runs > 40, "{runs} could be filed as they stand");
}

#[test]
fn several_units_have_one_word() {
    let register = Register::of_example();
    register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "2026-03-10", "--begins", "2026-03-10 9:00"]);
    register.ok(&["meeting", "invite", "区安委办/1", "--as", "区安委办", "--who", "成员单位", "--on", "今天"]);
    let record = register.read("meetings/2026/anweiban/001.toml");
    assert_eq!(record.matches("[[invited]]").count(), 11, "{record}");
    let notice = ["notice", "new", "--as", "公安", "--content", "2", "--title", "题（虚构）", "--to", "全部"];
    register.ok(&notice);
    let draft = register.read("drafts/notices-1.toml");
    assert!(draft.matches("[[to]]").count() == 11 && draft.contains("anweiban") && !draft.contains("\"gongan\""), "{draft}");
    let one = register.refused(&["hazard", "new", "--as", "应急", "--mine", "全部", "--found", "今天", "--description", "x"]);
    assert!(one.contains("全部"), "no word for a mine: {one}");
}

#[test]
fn options_have_chinese_names_and_words_may_be_cut_short() {
    let register = Register::of_example();
    let said = [
        "--矿山",
        "大山石场（虚构）",
        "--发现日期",
        "今天",
        "--隐患描述",
        "占道堆土（虚构）",
        "--性质",
        "违法",
        "--发现方式",
        "举报",
    ];
    register.ok(&[&["隐患", "新建", "--以", "应急"][..], &said].concat());
    let record = register.read("hazards/2026/yingji/001.toml");
    assert!(record.contains("nature = \"violation\"") && record.contains("source_kind = \"lead\""), "{record}");
    register.ok(&[
        "notice",
        "new",
        "--as",
        "应急",
        "--content",
        "4",
        "--title",
        "题（虚构）",
        "--to",
        "公安",
        "--doc-type",
        "函",
    ]);
    let issue = ["notice", "issue", "notices-1", "--as", "应急", "--issued", "今天", "--文种"];
    let told = register.fails(&[&issue[..], &["通"]].concat(), 2);
    assert!(told.contains("可指 通报、通知"), "{told}");
    let told = register.fails(&[&issue[..], &["批示"]].concat(), 2);
    assert!(told.contains("不认识“批示”"), "{told}");
}

/// A review is of the words that were read: other words in a draft have none.
#[test]
fn a_review_in_a_draft_is_of_its_words() {
    let register = Register::of_example();
    register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "题（虚构）", "--to", "公安"]);
    let by = ["--name", "某甲", "--post", "分管", "--way", "书面", "--on", "2026-02-01", "--as", "应急"];
    register.fails(&[&["notice", "review", "notices-1"][..], &by].concat(), 2);
    let reviewed = register.read("drafts/notices-1.toml");
    assert!(reviewed.contains("digest = ") && reviewed.contains("某甲"), "{reviewed}");
    let before = register.head();
    let from = ["notice", "new", "--as", "应急", "--from", "notices-1"];
    // The same words have it still.
    let told = register.fails(&from, 2);
    assert!(register.read("drafts/notices-1.toml").contains("某甲"), "{told}");
    let told = register.ok(&[&from[..], &["--title", "另题（虚构）"]].concat());
    assert!(told.contains("审核以后内容又有改动") && told.contains("草稿 notices-1"), "{told}");
    let kept = register.read("drafts/notices-1.toml");
    assert!(kept.contains("另题（虚构）") && !kept.contains("某甲") && register.head() == before, "{kept}");
    // Likewise what a hand changed in it.
    register.write("drafts/notices-1.toml", &reviewed.replace("题（虚构）", "手改题（虚构）"));
    let told = register.fails(&["notice", "review", "notices-1", "--as", "应急", "--way", "书面"], 2);
    assert!(told.contains("--name（审核人）"), "{told}");
    let by = [&by[..6], &["--on", "今天", "--as", "应急"]].concat();
    register.ok(&[&["notice", "review", "notices-1"][..], &by].concat());
    let record = register.read("notices/2026/yingji/001.toml");
    assert!(
        record.contains("手改题") && !reviewed.contains(record.split("digest = ").nth(1).expect("a digest").trim()),
        "{record}"
    );
}

/// Two who keep a draft at once keep two, each whole.
#[test]
fn drafts_that_are_kept_at_once_are_all_there() {
    let register = Register::of_example();
    let titles: Vec<String> = (1..=8).map(|number| format!("第{number}件（虚构）")).collect();
    let keep = |title: &String| {
        let mut command =
            register.command(&["notice", "new", "--as", "应急", "--content", "4", "--to", "公安", "--title", title]);
        command.stdout(std::process::Stdio::null()).spawn().expect("runs")
    };
    let running: Vec<_> = titles.iter().map(keep).collect();
    for mut process in running {
        assert!(process.wait().expect("it ran").success());
    }
    let drafts: Vec<String> = (1..=8).map(|number| register.read(&format!("drafts/notices-{number}.toml"))).collect();
    for title in &titles {
        assert_eq!(drafts.iter().filter(|draft| draft.contains(title)).count(), 1, "{title}");
    }
    assert_eq!(std::fs::read_dir(register.folder.join("drafts")).expect("there").count(), 8, "and nothing else");
}

/// A draft that outlived its filing is not filed again, whatever became of the record since.
#[test]
fn a_draft_that_was_filed_is_known_by_what_was_filed() {
    let register = Register::of_example();
    register.write("drafts/hazards-1.toml", "mine = \"dashan\"\nfound = 2026-01-02\ndescription = \"浮石（虚构）\"\n");
    let draft = register.read("drafts/hazards-1.toml");
    let from = ["hazard", "new", "--as", "应急", "--from", "hazards-1"];
    register.ok(&from);
    register.ok(&["amend", "隐患 2026-应急-001", "--set", "description=浮石两处（虚构）", "--reason", "笔误", "--as", "应急"]);
    register.write("drafts/hazards-1.toml", &draft);
    let told = register.fails(&from, 2);
    assert!(told.contains("隐患 2026-应急-001 登记时完全相同"), "{told}");
    // What was taken back was not filed.
    register.ok(&["hazard", "new", "--as", "应急", "--from", "hazards-1", "--description", "另一处（虚构）"]);
    register.ok(&["undo", "--yes"]);
    register.write("drafts/hazards-1.toml", &draft.replace("浮石", "另一处"));
    register.ok(&from);
    assert!(register.read("hazards/2026/yingji/003.toml").contains("另一处"));
}

/// A run that is stopped between the commit and the note of it has noted where it stood: above that the commit is found.
#[test]
fn a_draft_is_known_as_filed_by_a_run_that_was_stopped() {
    let register = Register::of_example();
    let words = ["--mine", "dashan", "--found", "2026-01-02", "--description", "浮石（虚构）", "--as", "应急"];
    register.write("drafts/hazards-1.toml", "mine = \"dashan\"\nfound = 2026-01-02\ndescription = \"浮石（虚构）\"\n");
    let from = ["hazard", "new", "--as", "应急", "--from", "hazards-1"];
    // It comes as far as the commit, which cannot be signed.
    for (key, value) in [("gpg.format", "ssh"), ("commit.gpgsign", "true"), ("user.signingkey", "/nowhere")] {
        register.git(&["config", key, value]);
    }
    register.fails(&from, 2);
    for key in ["gpg.format", "commit.gpgsign", "user.signingkey"] {
        register.git(&["config", "--unset", key]);
    }
    // What such a run would have committed, and what became of it.
    register.ok(&[&["hazard", "new"][..], &words].concat());
    register.ok(&["amend", "隐患 2026-应急-001", "--set", "description=浮石两处（虚构）", "--reason", "笔误", "--as", "应急"]);
    let told = register.fails(&from, 2);
    assert!(told.contains("隐患 2026-应急-001 登记时完全相同"), "{told}");
}

/// What only the office can say has no effect from anybody else, and nobody signs for a paper of one's own.
#[test]
fn a_word_without_effect_is_refused() {
    let register = Register::of_example();
    let told = register.refused(&["task", "accept", "--as", "公安", "--to", "meetings/2025/anweiban/001#1"]);
    assert!(told.contains("区安委办") && told.contains("respond done"), "{told}");
    let told =
        register.refused(&["task", "return", "--as", "公安", "--to", "meetings/2025/anweiban/001#1", "--text", "退（虚构）"]);
    assert!(told.contains("区安委办"), "{told}");
    for verb in ["received", "cosign", "object", "answer"] {
        let told = register.fails(&["respond", verb, "--as", "应急", "--to", "通报 2025-应急-001", "--on", "今天"], 2);
        assert!(told.contains("是本单位自己的"), "{verb}: {told}");
    }
    assert!(!register.folder.join("responses/2026").exists());
}

#[test]
fn one_answer_files_one_thing_unless_it_says_for_whom() {
    let register = Register::of_example();
    register.ok(HAZARD);
    let reinspect = ["hazard", "reinspect", "应急/1", "--as", "应急", "--on", "今天", "--by"];
    for (by, result) in [("应急", "合格、不合格"), ("应急、公安", "合格")] {
        let told = register.fails(&[&reinspect[..], &[by, "--result", result]].concat(), 2);
        assert!(told.contains("--by") || told.contains("--result"), "{told}");
    }
    assert!(!register.read("hazards/2026/yingji/001.toml").contains("reinspection"));
    register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "2026-01-05"]);
    register.ok(&["meeting", "held", "区安委办/1", "--as", "区安委办", "--held", "2026-01-05"]);
    register.ok(&["meeting", "attend", "区安委办/1", "--as", "区安委办", "--who", "公安、林业、公安分局", "--how", "出席"]);
    let record = register.read("meetings/2026/anweiban/001.toml");
    assert_eq!(record.matches("[[attendance]]").count(), 2, "{record}");
}

/// In January of what was found in December, and in December of what began in March: a term is counted from the fact, and a guessed year is said.
#[test]
fn a_day_without_its_year_goes_by_the_days_of_its_record() {
    let mut register = Register::of_example();
    let count = |folder: &str| std::fs::read_dir(register.folder.join(folder)).expect("a folder").count();
    let hazards: Vec<String> =
        (1..=2).map(|more| format!("hazards/2025/yingji/{:03}", count("hazards/2025/yingji") + more)).collect();
    let order = format!("orders/2025/yingji/{:03}.toml", count("orders/2025/yingji") + 1);
    let says = |register: &Register, record: &str, words: &str| {
        let text = register.read(&format!("{}.toml", record.trim_end_matches(".toml")));
        assert!(text.contains(words), "{words}: {text}");
    };
    let new = ["hazard", "new", "--as", "应急", "--mine", "大山", "--found", "12月1日", "--description"];
    let told = register.ok(&[&new[..], &["浮石（虚构）", "--rectification", "整改（虚构）,12月15日"]].concat());
    assert!(told.contains("整改期限 2025-12-15"), "{told}");
    says(&register, &hazards[0], "due = 2025-12-15");
    register.ok(&[&new[..], &["裂缝（虚构）"]].concat());
    let told = register.ok(&["hazard", "rectify", &hazards[1], "--as", "应急", "--due", "12月15日"]);
    assert!(told.contains("整改期限 2025-12-15"), "{told}");
    says(&register, &hazards[1], "due = 2025-12-15");
    // A new term lies behind the day on which it was asked for.
    register.ok(&["hazard", "extend", &hazards[1], "--as", "应急", "--asked", "12月14日", "--new-due", "1月10日"]);
    says(&register, &hazards[1], "asked = 2025-12-14\nnew_due = 2026-01-10");
    let paper =
        ["order", "new", "--as", "应急", "--kind", "rectify", "--mine", "dashan", "--number", "云应急责改〔2025〕9号（虚构）"];
    let told = register.ok(&[&paper[..], &["--at", "12月1日 16:30", "--until", "12月15日"]].concat());
    assert!(told.contains("送达时间 2025-12-01T16:30:00、期限 2025-12-15"), "{told}");
    says(&register, &order, "until = 2025-12-15");
    // What is amended stays near what stands, and so does what is amended in a part.
    let amend = |register: &Register, record: &str, set: &str| {
        register.ok(&["amend", record, "--as", "应急", "--reason", "录入笔误（虚构）", "--set", set])
    };
    let told = amend(&register, &hazards[1], "rectification.due=12月20日");
    assert!(told.contains("整改期限 2025-12-20"), "{told}");
    says(&register, &hazards[1], "due = 2025-12-20");
    amend(&register, &order, "until=1月3日");
    says(&register, &order, "until = 2026-01-03");

    let plan = ["enforcement", "plan", "--as", "应急", "--title", "检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    register.ok(&[&plan[..], &["--start", "2026-03-10"]].concat());
    let action = "enforcements/2026/yingji/001";
    register.at("2026-12-05T09:00:00+08:00".to_owned());
    register.ok(&["enforcement", "team", action, "--as", "应急", "--to", "3月12日"]);
    register.ok(&["enforcement", "group", action, "--as", "应急", "--members", "公安", "--days", "3月10日、3月11日"]);
    let told = amend(&register, action, "from=3月11日");
    assert!(!told.contains("自动填入"), "it is of this year: {told}");
    for words in ["from = 2026-03-11", "to = 2026-03-12", "days = [2026-03-10, 2026-03-11]"] {
        says(&register, action, words);
    }
    // In the January after, what happened then did not happen this year; the day of another record's fact is still by today.
    register.at("2027-01-05T09:00:00+08:00".to_owned());
    let told = register.ok(&["enforcement", "visit", action, "--as", "应急", "--mine", "大山", "--on", "3月11日"]);
    assert!(told.contains("日期 2026-03-11"), "{told}");
}

#[test]
fn a_day_without_its_year_is_one_that_can_be() {
    let register = Register::of_example();
    let hazard = ["hazard", "new", "--as", "应急", "--mine", "大山", "--description", "浮石（虚构）", "--found"];
    let told = register.ok(&[&hazard[..], &["11月3号"]].concat());
    assert!(told.contains("发现日期 2025-11-03"), "the year is said: {told}");
    let file = "hazards/2025/yingji/";
    let last = std::fs::read_dir(register.folder.join(file)).expect("a folder").count();
    let record = register.read(&format!("{file}{last:03}.toml"));
    assert!(record.contains("found = 2025-11-03") && record.contains("dashan"), "{record}");
    // A term lies ahead, and tomorrow is no slip of a year.
    let told = register.fails(&[&hazard[..], &["1月6日"]].concat(), 2);
    assert!(told.contains("2026-01-06"), "{told}");
    let rectify = ["hazard", "rectify", &format!("hazards/2025/yingji/{last:03}"), "--as", "应急", "--due", "10月30号"];
    register.ok(&rectify);
    assert!(register.read(&format!("{file}{last:03}.toml")).contains("due = 2026-10-30"));
    // What is planned lies ahead, who took office does not lie a year ahead, and what is looked for lies behind.
    let mut register = register;
    register.ok(&["liaison", "set", "--as", "林业", "--name", "某丙", "--phone", "0766-0000001", "--since", "12月1日"]);
    assert!(register.read("people/linye.toml").contains("since = 2025-12-01"));
    let count = |question: &[&str]| register.ok(question).lines().last().unwrap_or_default().to_owned();
    let listed = |condition: &str| count(&["list", "隐患", "--where", condition]);
    assert_eq!(listed("found>=11月1日"), listed("found>=2025-11-01"));
    assert_eq!(listed("found=12月"), listed("found=2025-12"));
    assert_eq!(count(&["list", "隐患", "--since", "12月1日"]), count(&["list", "隐患", "--since", "2025-12-01"]));
    assert!(register.ok(&["todo", "--as-of", "12月31日"]).contains("2025-12-31"));
    register.at("2025-12-20T09:00:00+08:00".to_owned());
    let told = register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "1月10日", "--dry-run"]);
    assert!(told.contains("planned = 2026-01-10"), "{told}");
    let until = |day: &str| register.ok(&["deadlines", "--until", day]);
    assert_eq!(until("1月20日"), until("2026-01-20"));
    // A year of which no register speaks is none.
    for year in ["3000", "20"] {
        let told = register.refused(&["plan", "new", "--as", "应急", "--title", "题（虚构）", "--year", year]);
        assert!(told.contains("1949") && told.contains("2199"), "{year}: {told}");
        let told = register.fails(&["notice", "none", "--as", "应急", "--content", "4", "--none-for", year], 2);
        assert!(told.contains("2199"), "{year}: {told}");
        assert!(register.fails(&["report", "--year", year], 2).contains("2199"), "{year}");
    }
    assert!(register.fails(&["check", "--as-of", "3000-01-01"], 2).contains("2199"));
    assert!(register.ok(&["plan", "new", "--as", "应急", "--title", "题（虚构）", "--year", "2026年"]).contains("已登记"));
    // A part of a name that several mines have names none of them.
    let told =
        register.refused(&["hazard", "new", "--as", "应急", "--mine", "虚构", "--found", "今天", "--description", "x（虚构）"]);
    assert!(told.contains("可指"), "{told}");
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;

    #[test]
    fn a_hazard_is_asked_for_and_filed() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "大山").answers("发现日期：", "上周五");
        terminal.answers("重大隐患", "").answers("隐患描述：", "边坡排水不畅（虚构）").answers("…", "");
        terminal.sees("发现日期：2026-01-02").sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0 && told.contains("已登记 隐患 2026-应急-001"), "{told}");
        assert_eq!(
            register.read("hazards/2026/yingji/001.toml"),
            "mine = \"dashan\"\nfound = 2026-01-02\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡排水不畅（虚构）\"\n"
        );
        register.assert_clean();
        assert!(pressed < 90.0, "{pressed} keys");
    }

    #[test]
    fn what_was_pasted_answers_no_question_that_was_not_yet_asked() {
        let register = Register::of_example();
        let given = ["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "2026-01-02"];
        let mut terminal = Terminal::of(&register, &given);
        terminal.answers("重大隐患", "");
        terminal.sees("隐患描述：").types("边坡有浮石（虚构）\r\r\r\r\r").answers("登记？", "否");
        let (_, told, _) = terminal.ends();
        assert!(told.contains("草稿"), "{told}");
        assert!(!register.folder.join("hazards/2026/yingji/001.toml").exists());
    }

    #[test]
    fn what_is_refused_keeps_what_was_typed() {
        let register = Register::of_example();
        let mut terminal =
            Terminal::of(&register, &["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "2026-02-01"]);
        terminal.answers("重大隐患", "");
        terminal.answers("隐患描述：", "边坡排水不畅（虚构）").answers("…", "");
        // A find that lies ahead cannot be: the day alone is said anew.
        terminal.answers("改哪一项？", "描述").sees("边坡排水不畅（虚构）").enter().answers("…", "");
        terminal.answers("改哪一项？", "没有").sees("没有“没有”这一项");
        terminal.answers("改哪一项？", "发现日期").answers("发现日期：", "昨天");
        terminal.sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0 && told.contains("已登记"), "{told}");
        assert!(register.read("hazards/2026/yingji/001.toml").contains("found = 2026-01-04"));
    }

    /// A term that is answered in January to what was found in December is one of December.
    #[test]
    fn an_answer_goes_by_what_was_answered_before() {
        let register = Register::of_example();
        let last = std::fs::read_dir(register.folder.join("orders/2025/yingji")).expect("a folder").count();
        let begun = ["order", "new", "--as", "应急", "--kind", "rectify", "--number", "9号（虚构）", "--text", "改（虚构）"];
        let mut terminal = Terminal::of(&register, &begun);
        terminal.answers("送达时间", "12月1日 16:30").answers("矿山", "大山").answers("重大安全风险", "");
        terminal.answers("严重违法违规", "").answers("期限", "12月15日").sees("2025-12-15").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read(&format!("orders/2025/yingji/{:03}.toml", last + 1));
        assert!(record.contains("until = 2025-12-15"), "{record}");
    }

    #[test]
    fn a_step_back_shows_what_was_said() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "大山").sees("发现日期：").escape();
        // What was said is kept by Enter, or said anew.
        terminal.sees("矿山： (大山石场（虚构）").types("绿水").enter();
        terminal.answers("发现日期：", "1").answers("重大隐患", "上一步");
        terminal.answers("发现日期：", "1月3日").answers("重大隐患", "");
        terminal.answers("隐患描述：", "一（虚构）").answers("…", "二（虚构）").answers("…", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
        assert!(
            record.contains("lvshui") && record.contains("2026-01-03") && record.contains("一（虚构）\n二（虚构）"),
            "{record}"
        );
    }

    /// Whoever waits for others who file has said everything: a window that is closed takes nothing with it, and what is filed is filed once.
    #[test]
    fn what_waits_to_be_filed_is_kept_and_filed_once() {
        let register = Register::of_example();
        let begun = ["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "今天"];
        let mut terminal = Terminal::of(&register, &begun);
        terminal.answers("重大隐患", "").answers("隐患描述：", "边坡排水不畅（虚构）").answers("…", "").sees("登记？");
        let lock = register.folder.join(".git/index.lock");
        std::fs::write(&lock, "another\n").expect("a lock");
        terminal.enter();
        std::thread::sleep(std::time::Duration::from_millis(500));
        terminal.hangs_up();
        let draft = register.read("drafts/hazards-1.toml");
        assert!(draft.contains("边坡排水不畅（虚构）"), "{draft}");
        std::fs::remove_file(&lock).expect("the lock goes");
        // It waits, and goes on by its name from wherever somebody stands.
        let told = register.ok(&["todo", "--unit", "应急"]);
        assert!(told.contains("liandong hazard new --from hazards-1"), "{told}");
        let below = register.in_folder(register.folder.join("hazards"));
        below.ok(&["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]);
        assert!(
            !register.folder.join("drafts/hazards-1.toml").exists()
                && register.folder.join("hazards/2026/yingji/001.toml").exists()
        );
        // As it is where the program is stopped before it could throw the draft away.
        register.write("drafts/hazards-1.toml", &draft);
        let told = register.fails(&["hazard", "new", "--as", "应急", "--from", "hazards-1"], 2);
        assert!(
            told.contains("隐患 2026-应急-001 登记时完全相同") && told.contains("liandong draft discard hazards-1"),
            "{told}"
        );
        register.ok(&["hazard", "new", "--as", "应急", "--from", "hazards-1", "--description", "另一处（虚构）"]);
        assert!(register.read("hazards/2026/yingji/002.toml").contains("另一处"));
    }

    /// A review that cannot be so stays in the draft that it is about, and is mended there.
    #[test]
    fn a_review_in_a_draft_is_mended_and_filed() {
        let register = Register::of_example();
        register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "题（虚构）", "--to", "公安"]);
        let begun = register.read("drafts/notices-1.toml");
        let review = ["notice", "review", "notices-1", "--as", "应急"];
        let by = ["--name", "某甲", "--post", "分管", "--way", "书面", "--on"];
        let from = ["--from", "drafts/notices-1.toml"];
        // The draft is no word on itself.
        let told = register.fails(&[&review[..], &from].concat(), 2);
        assert!(told.contains("--name（审核人）"), "{told}");
        assert_eq!(register.read("drafts/notices-1.toml"), begun);
        let told = register.fails(&[&review[..], &by, &["2026-02-01"], &from].concat(), 2);
        assert!(told.contains("草稿 notices-1") && !told.contains("--from"), "{told}");
        let kept = register.read("drafts/notices-1.toml");
        assert!(kept.contains("title = \"题（虚构）\"") && kept.contains("on = 2026-02-01"), "{kept}");
        // It says all it needs, and one word of it is said anew.
        let mut terminal = Terminal::of(&register, &review);
        terminal
            .answers("凭据", "")
            .answers("信息共享", "")
            .answers("改哪一项？", "审核日期")
            .sees("审核日期： (2026-02-01")
            .types("今天")
            .enter();
        terminal.sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("notices/2026/yingji/001.toml");
        assert!(record.contains("on = 2026-01-05") && record.contains("name = \"某甲\""), "{record}");
        assert!(!register.folder.join("drafts").read_dir().is_ok_and(|mut drafts| drafts.next().is_some()), "no draft is left");
        // Where the program was stopped before the draft was thrown away it is not filed again, whatever is said of its review.
        register.write("drafts/notices-1.toml", &begun);
        let told = register.fails(&[&review[..], &by, &["昨天"]].concat(), 2);
        assert!(told.contains("通报 2026-应急-001 登记时完全相同"), "{told}");
    }

    #[test]
    fn who_leaves_keeps_a_draft_and_goes_on_with_it() {
        let register = Register::of_example();
        let before = register.head();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "西山").sees("发现日期：").interrupt();
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("没有登记") && told.contains("草稿 hazards-1"), "{told}");
        assert_eq!(register.head(), before);
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]);
        terminal.sees("发现日期：").sees("2 昨天 2026-01-04").types("2").enter();
        terminal.answers("重大隐患", "").answers("隐患描述：", "边坡（虚构）").answers("…", "二（虚构）").sees("…").interrupt();
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("草稿 hazards-1"), "the same draft: {told}");
        // Now it has all that it needs, and is seen before it is filed.
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]);
        terminal.answers("重大隐患", "").sees("边坡（虚构）").answers("登记？", "否");
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("草稿 hazards-1") && register.head() == before, "{told}");
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]);
        terminal.answers("重大隐患", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
        assert!(record.contains("found = 2026-01-04"), "{record}");
        assert!(record.contains("xishan") && record.contains("边坡（虚构）\n二（虚构）"), "{record}");
        assert!(!register.folder.join("drafts/hazards-1.toml").exists(), "the draft is filed");
    }

    /// What a draft leaves open that everybody is asked for is asked for, though nothing required is missing; who says --yes is not asked.
    #[test]
    fn what_a_draft_holds_is_seen_before_it_is_filed() {
        let register = Register::of_example();
        let plan = ["enforcement", "plan", "--as", "应急"];
        let draft = "title = \"突击检查（虚构）\"\nlead = \"yingji\"\n";
        register.write("drafts/enforcements-1.toml", draft);
        let before = register.head();
        let from = [&plan[..], &["--from", "enforcements-1"]].concat();
        let mut terminal = Terminal::of(&register, &from);
        terminal.sees("：").interrupt();
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && register.head() == before, "{told}");
        let (code, told, _) = Terminal::of(&register, &[&from[..], &["--yes"]].concat()).ends();
        assert!(code == 0 && register.head() != before, "{told}");
    }

    /// One answer is no notice: that is gone on with, and reviewed once it is whole. A window that is closed meanwhile leaves one draft.
    #[test]
    fn a_notice_is_reviewed_once_it_is_whole_and_stays_one_draft() {
        let register = Register::of_example();
        let drafts = || std::fs::read_dir(register.folder.join("drafts")).into_iter().flatten().count();
        let mut terminal = Terminal::of(&register, &["notice", "new", "--as", "应急"]);
        terminal.answers("通报内容：", "4").sees("：").interrupt();
        assert_eq!(terminal.ends().0, 2);
        let told = register.ok(&["todo", "--unit", "应急"]);
        assert!(told.contains("liandong notice new --from notices-1") && !told.contains("notice review"), "{told}");
        let by = ["--name", "某甲", "--post", "分管", "--on", "今天", "--way", "书面", "--as", "应急"];
        let told = register.fails(&[&["notice", "review", "notices-1"][..], &by].concat(), 2);
        assert!(told.contains("还没有写全") && told.contains("liandong notice new --from notices-1"), "{told}");
        register.ok(&["notice", "new", "--as", "应急", "--from", "notices-1", "--title", "题（虚构）", "--to", "公安"]);
        assert!(register.ok(&["todo", "--unit", "应急"]).contains("liandong notice review notices-1"));
        let mut terminal = Terminal::of(&register, &["notice", "review", "notices-1", "--as", "应急"]);
        terminal.answers("审核人：", "某甲").answers("职务：", "分管").sees("审核日期：").hangs_up();
        assert!(comes_true(|| register.read("drafts/notices-1.toml").contains("某甲")));
        assert_eq!(drafts(), 1);
        // Another that is meant has nothing of it.
        register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "另题（虚构）", "--to", "公安"]);
        let first = register.read("drafts/notices-1.toml");
        let mut terminal = Terminal::of(&register, &["notice", "review", "--as", "应急"]);
        terminal.answers("记录：", "notices-1").sees("审核日期").escape().sees("：").interrupt();
        assert_eq!(terminal.ends().0, 2);
        let mut terminal = Terminal::of(&register, &["notice", "review", "--as", "应急"]);
        terminal.answers("记录：", "notices-2").answers("审核人：", "某乙").sees("职务：").escape().sees("审核人：").escape();
        terminal.sees("记录：").types("\u{15}notices-1").enter().sees("审核日期：").interrupt();
        assert_eq!(terminal.ends().0, 2);
        assert!(!register.read("drafts/notices-2.toml").contains("某乙"));
        assert!(first.contains("某甲") && register.read("drafts/notices-1.toml").contains("某甲"));
        assert_eq!(drafts(), 2);
    }

    /// Leaders are offered by name, and none is taken: a part of a name is nobody's.
    #[test]
    fn who_reviewed_is_offered_and_never_taken() {
        let register = Register::of_example();
        register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "题（虚构）", "--to", "公安"]);
        let mut terminal = Terminal::of(&register, &["notice", "review", "notices-1", "--as", "应急"]);
        terminal.sees("审核人：").sees("1 ").enter().sees("这里不能空着").types("1").enter();
        terminal.answers("职务：", "分管").answers("审核日期：", "1").answers("审核方式：", "电话").answers("凭据", "");
        terminal.answers("信息共享", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let people = register.read("people/yingji.toml");
        let record = register.read("notices/2026/yingji/001.toml");
        let name = record.lines().find_map(|line| line.strip_prefix("name = ")).expect("a name");
        assert!(people.contains(name), "{name}: {people}");
    }

    #[test]
    fn enter_alone_reviews_nothing() {
        let register = Register::of_example();
        register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "题（虚构）", "--to", "公安"]);
        let before = register.head();
        let mut terminal = Terminal::of(&register, &["notice", "review", "--as", "应急"]);
        terminal.sees("草稿 notices-1 题（虚构）").types("1").enter();
        terminal.sees("审核人：").enter().sees("这里不能空着").types("某甲").enter();
        terminal.sees("职务：").enter().sees("这里不能空着").types("分管").enter();
        terminal.sees("审核日期：").enter().sees("这里不能空着").types("今天").enter();
        // How the leader gave the word is asked of whoever enters it.
        terminal.sees("审核方式：").enter().sees("这里不能空着").types("电话").enter();
        terminal.answers("凭据", "").answers("信息共享", "").sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0, "{told}");
        assert_ne!(register.head(), before);
        let record = register.read("notices/2026/yingji/001.toml");
        assert!(record.contains("way = \"telephone\"") && record.contains("post = \"in-charge\""), "{record}");
        assert!(pressed < 80.0, "{pressed} keys");
        let mut terminal = Terminal::of(&register, &["notice", "issue", "--as", "应急"]);
        terminal.answers("记录：", "1").sees("印发日期：").enter().sees("这里不能空着").types("今天").enter();
        terminal.answers("文种", "函").answers("发文字号", "云区应急函〔2026〕1号").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0 && register.read("notices/2026/yingji/001.toml").contains("issued = 2026-01-05"), "{told}");
        // The one to whom it is addressed signs for it: it is the first that is offered.
        let mut terminal = Terminal::of(&register, &["respond", "received", "--as", "公安"]);
        terminal.sees("针对事项：").sees("1 通报 2026-应急-001").types("1").enter();
        terminal.sees("日期：").enter().sees("这里不能空着").types("今天").enter().sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0, "{told}");
        assert!(register.read("responses/2026/gongan/001.toml").contains("to = \"notices/2026/yingji/001\""));
        assert!(pressed < 50.0, "{pressed} keys");
    }

    #[test]
    fn the_office_accepts_a_task_that_waits() {
        let register = Register::of_example();
        register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "2026-01-04"]);
        register.ok(&["meeting", "held", "区安委办/1", "--as", "区安委办", "--held", "2026-01-04"]);
        register.ok(&[
            "meeting",
            "task",
            "区安委办/1",
            "--as",
            "区安委办",
            "--lead",
            "公安",
            "--text",
            "清退（虚构）",
            "--due",
            "2026-02-01",
        ]);
        register.ok(&["respond", "done", "--as", "公安", "--to", "meetings/2026/anweiban/001#1", "--text", "已清退（虚构）"]);
        let mut terminal = Terminal::of(&register, &["task", "accept", "--as", "区安委办"]);
        terminal.sees("针对事项：").sees("1 会议 2026-区安委办-001").types("1").enter();
        terminal.answers("日期：", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("responses/2026/anweiban/001.toml");
        assert!(record.contains("meetings/2026/anweiban/001#1"), "{record}");
    }

    #[test]
    fn a_unit_that_is_taken_by_default_is_shown_by_its_name() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["meeting", "plan", "--as", "区安委办"]);
        terminal.answers("名称", "防汛专题会议（虚构）").answers("计划日期", "下周五").answers("开会时间", "");
        terminal.answers("地点", "").sees("召集单位： (区安委办").enter().sees("召集单位：区安委办").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("meetings/2026/anweiban/001.toml");
        assert!(record.contains("planned = 2026-01-16") && record.contains("convener = \"anweiban\""), "{record}");
    }

    /// Nobody answers ten questions about what is not there.
    #[test]
    fn what_was_typed_is_understood_before_the_rest_is_asked() {
        let register = Register::of_example();
        for (args, why) in [
            (&["notice", "review", "blah", "--as", "应急"][..], "blah"),
            (&["hazard", "close", "应急/999", "--as", "应急"], "yingji/999"),
            (&["notice", "new", "--as", "应急", "--to", "公按"], "是不是“公安”"),
            (&["hazard", "new", "--as", "应急", "--found", "13月1日"], "13月1日"),
            (&["notice", "new", "blah", "--as", "应急"], "不认识参数 blah"),
        ] {
            let (code, told, _) = Terminal::of(&register, args).ends();
            assert!(code == 2 && told.contains(why) && !told.contains("？ ") && !told.contains("? "), "{args:?}: {told}");
        }
        let (code, told, _) = Terminal::of(&Register::without(&["mines"]), &["hazard", "new", "--as", "应急"]).ends();
        assert!(code == 2 && told.contains("liandong mine new"), "{told}");
    }

    /// The keys that the commonest jobs take with all that has to be typed, beside the same said in options.
    #[test]
    fn the_commonest_jobs_take_few_keys() {
        const TITLE: &str = "关于大山石场边坡排水隐患的通报";
        const MEASURES: &str = "已责令停止边坡作业";
        let register = Register::of_example();
        register.git(&["config", "liandong.unit", "yingji"]);
        let options = |args: &[&str]| strokes(&shell_words::join([&["liandong"], args].concat())) + 1.0;

        let hazard = ["--mine", "dashan", "--found", "2026-01-05", "--description", "边坡排水不畅", "--as", "应急"];
        let before = options(&[&["hazard", "new"][..], &hazard].concat());
        // What it is about is said with the noun; the day that is nearly always meant is seen, and taken by Enter; a no is seen with the record.
        let mut terminal = Terminal::of(&register, &["h", "边坡排水不畅"]);
        terminal.answers("矿山：", "1").sees("发现日期： (今天 2026-01-05)").enter();
        terminal.sees("边坡排水不畅").sees("按“否”登记：重大隐患").sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0 && register.read("hazards/2026/yingji/001.toml").contains("found = 2026-01-05"), "{told}");
        assert!((90.0..100.0).contains(&before) && pressed <= 32.0, "a hazard: {pressed} keys, {before} in options");

        // It is one all the same where somebody says so.
        let mut terminal = Terminal::of(&register, &["h", "边坡失稳（虚构）"]);
        terminal.answers("矿山：", "1").answers("发现日期：", "").answers("登记？", "重大隐患").answers("重大隐患", "是");
        terminal.sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0 && register.read("hazards/2026/yingji/002.toml").contains("major = true"), "{told}");

        let new = ["notice", "new", "--content", "2", "--title", TITLE, "--measures", MEASURES, "--to", "公安", "--as", "应急"];
        let by = ["--name", "张某甲", "--post", "分管负责人", "--on", "2026-01-05", "--way", "书面", "--as", "应急"];
        let number = "云区应急〔2026〕1号";
        let issued = ["--issued", "2026-01-05", "--doc-type", "函", "--doc-number", number, "--as", "应急"];
        let before = options(&new)
            + options(&[&["notice", "review", "notices-1"][..], &by].concat())
            + options(&[&["notice", "issue", "应急/1"][..], &issued].concat());
        let mut terminal = Terminal::of(&register, &[]);
        terminal.sees("办哪一项？").types("n").enter();
        terminal.answers("通报内容：", "2").answers("重要情形", "").answers("涉及事项", "").answers("标题：", TITLE);
        terminal.answers("正文", "").answers("已采取的措施", MEASURES).answers("…", "").answers("意见和建议", "");
        terminal.answers("主送", "公安").answers("紧急程度", "").sees("存为草稿？").enter();
        terminal.sees("草稿 notices-1").sees("办哪一项？");
        let review = line_of(&register, "liandong notice review notices-1").to_string();
        terminal.types(&review).enter().answers("审核人：", "1").answers("职务：", "1").answers("审核日期：", "1");
        terminal.answers("审核方式：", "1").answers("凭据", "").answers("信息共享", "").sees("登记？").enter();
        terminal.sees("已登记 通报 2026-应急-001").sees("办哪一项？");
        terminal.types("n i").enter().answers("记录：", "1").answers("印发日期：", "1").answers("文种", "函");
        // The sign is that of the unit's last paper; the number is what the registry gave.
        terminal.answers("发文字号", "1").sees(number).sees("登记？").enter().sees("已登记").sees("办哪一项？").enter();
        let (_, told, pressed) = terminal.ends();
        let record = register.read("notices/2026/yingji/001.toml");
        assert!(
            record.contains("issued = 2026-01-05") && record.contains(number) && record.contains("post = \"in-charge\""),
            "{told}"
        );
        assert!((340.0..400.0).contains(&before) && pressed <= 125.0, "a notice: {pressed} keys, {before} in options");
    }

    #[test]
    fn whoever_did_not_say_which_unit_it_is_is_asked() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &HAZARD[..2]);
        terminal.answers("以哪个单位登记：", "林业").answers("矿山：", "3").sees("发现日期：").interrupt();
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("草稿 hazards-1"), "{told}");
        assert!(register.read("drafts/hazards-1.toml").contains("xishan"));
    }

    #[test]
    fn a_script_on_a_terminal_can_say_that_it_is_not_to_be_asked() {
        let register = Register::of_example();
        let (code, told, _) = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--yes"]).ends();
        assert!(code == 2 && told.contains("--mine（矿山）"), "{told}");
        let (code, told, _) = Terminal::of(&register, HAZARD).ends();
        assert!(code == 0, "what has all it needs is filed: {told}");
    }

    #[test]
    fn the_keys_of_a_shell_edit_the_line() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--found", "今天"]);
        // Ctrl-U takes all of it, Ctrl-W a word; Ctrl-A goes to its beginning, Ctrl-E to its end, Ctrl-K takes the rest.
        terminal
            .sees("矿山：")
            .types("绿水\u{15}西山 大山\u{17}\u{17}大山x\u{1}x\u{5}\u{8}\u{1}\u{6}\u{b}")
            .types("\u{15}西山")
            .enter();
        terminal.answers("重大隐患", "");
        terminal.sees("隐患描述：").types("边坡 有 浮石\u{17}裂缝（虚构）").enter().answers("…", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
        assert!(record.contains("mine = \"xishan\"") && record.contains("边坡 有 裂缝（虚构）"), "{record}");
    }

    #[test]
    fn the_end_of_the_input_leaves_with_a_word() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.sees("矿山：").types("\u{4}");
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("没有登记") && !told.contains("草稿"), "{told}");
    }

    #[test]
    fn a_window_that_is_closed_keeps_what_was_said() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "西山").sees("发现日期：").hangs_up();
        let draft = register.folder.join("drafts/hazards-1.toml");
        assert!(comes_true(|| draft.is_file()), "no draft was kept");
        assert!(register.read("drafts/hazards-1.toml").contains("xishan"));
    }

    #[test]
    fn a_window_that_is_closed_is_not_read_without_end() {
        let register = Register::of_example();
        let mut terminal = Terminal::deaf(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "西山").sees("发现日期：").hangs_up();
        let number = std::fs::read_to_string(register.home.join("number")).expect("a number");
        let process = std::path::Path::new("/proc").join(number.trim());
        assert!(comes_true(|| !process.exists()), "it goes on after its terminal is gone");
        assert!(register.read("drafts/hazards-1.toml").contains("xishan"));
    }

    #[test]
    fn where_nothing_is_open_that_is_said() {
        let register = Register::without(&["hazards"]);
        let (code, told, _) = Terminal::of(&register, &["hazard", "close", "--as", "应急"]).ends();
        assert!(code == 2 && told.contains("现在没有可以“销号”的隐患") && told.contains("hazard new"), "{told}");
        assert_eq!(told.trim().lines().count(), 2, "{told}");
    }

    #[test]
    fn what_can_be_waived_is_offered() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["waive", "new", "--as", "区安委办"]);
        terminal.sees("义务：").sees("1 O").sees("（原则上）").interrupt();
        let (code, told, _) = terminal.ends();
        assert_eq!(code, 2, "{told}");
    }

    /// The register's lock, as another run of the program holds it. It is given back by `unlock`: where the file is only closed, whatever
    /// another test starts at that moment may hold it a little longer.
    fn held(register: &Register) -> std::fs::File {
        let lock = register.folder.join(".git/liandong/lock");
        std::fs::create_dir_all(lock.parent().expect("a folder")).expect("a folder");
        let file = std::fs::File::options().create(true).truncate(false).read(true).write(true).open(lock).expect("a lock");
        file.lock().expect("nobody else has it");
        file
    }

    /// That others file is no fault of what was said: it is told at once, and waited for before the record is shown.
    #[test]
    fn while_others_file_nothing_that_was_said_is_lost() {
        let register = Register::of_example();
        let others = held(&register);
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.sees("正在登记").sees("可以先答");
        terminal.answers("矿山：", "大山").answers("发现日期：", "昨天").answers("重大隐患", "");
        terminal.answers("隐患描述：", "边坡排水不畅（虚构）").answers("…", "");
        // Still: nothing of the record is asked for anew.
        terminal.sees("再试？").enter().sees("正在登记").sees("再试？");
        others.unlock().expect("they are done");
        terminal.enter().sees("登记？");
        // Others come between what was shown and what is filed.
        let others = held(&register);
        terminal.enter().sees("再试？");
        others.unlock().expect("they are done");
        terminal.enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0 && told.contains("已登记"), "{told}");
        assert!(register.read("hazards/2026/yingji/001.toml").contains("边坡排水不畅"));
        register.assert_clean();
        // Whoever does not wait keeps a draft.
        let _others = held(&register);
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "昨天"]);
        terminal.answers("重大隐患", "");
        terminal.answers("隐患描述：", "另一处（虚构）").answers("…", "").answers("再试？", "否");
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("草稿"), "{told}");
        assert!(register.read("drafts/hazards-1.toml").contains("另一处"));
    }

    /// What waits for others, or waited on another day, is not done from here.
    #[test]
    fn a_look_at_others_or_at_another_day_does_nothing() {
        let register = of_the_police();
        let before = register.state();
        for look in [&["--as-of", "2026-01-06"][..], &["--unit", "应急"], &["--all"]] {
            let (code, told, _) = Terminal::of(&register, &[&["todo", "1"][..], look].concat()).ends();
            assert!(code == 0 && told.contains("只看不办") && told.contains("liandong "), "{look:?}: {told}");
        }
        assert_eq!(register.state(), before);
        // One's own unit may be named.
        let number = line_of(&register, "liandong respond received --to notices/2026/yingji/001").to_string();
        let mut terminal = Terminal::of(&register, &["todo", &number, "--unit", "公安"]);
        terminal.sees("日期：").interrupt();
        assert!(!terminal.ends().1.contains("只看不办"));
    }

    /// A line of what waits, by the command that it shows.
    fn line_of(register: &Register, command: &str) -> usize {
        let answer = register.ok(&["todo", "--full"]);
        let lines: Vec<&str> = answer.lines().collect();
        let at = lines.iter().position(|line| line.trim().starts_with(command)).unwrap_or_else(|| panic!("{command}: {answer}"));
        lines[at - 1].split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
    }

    /// A register in which 公安 has a notice to sign for and a task, on its own computer.
    fn of_the_police() -> Register {
        let register = Register::of_example();
        register.ok(&["notice", "new", "--as", "应急", "--content", "4", "--title", "题（虚构）", "--to", "公安"]);
        let review = ["--name", "某甲", "--post", "分管", "--on", "今天", "--way", "书面", "--as", "应急"];
        register.ok(&[&["notice", "review", "notices-1"][..], &review].concat());
        register.ok(&["notice", "issue", "应急/1", "--as", "应急", "--issued", "今天", "--doc-number", "云区应急函〔2026〕1号"]);
        register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "2026-01-04"]);
        register.ok(&["meeting", "held", "区安委办/1", "--as", "区安委办", "--held", "2026-01-04"]);
        let task = ["--lead", "公安", "--text", "清退（虚构）", "--due", "2026-02-01", "--as", "区安委办"];
        register.ok(&[&["meeting", "task", "区安委办/1"][..], &task].concat());
        register.git(&["config", "liandong.unit", "gongan"]);
        register
    }

    #[test]
    fn a_line_of_what_waits_is_done_by_its_number() {
        let register = of_the_police();
        let number = line_of(&register, "liandong respond received --to notices/2026/yingji/001").to_string();
        // Nobody is asked without a terminal, and nothing filed.
        let told = register.ok(&[&number]);
        assert!(told.contains("respond received") && told.lines().count() == 2, "{told}");
        register.assert_clean();
        assert!(!register.folder.join("responses/2026/gongan").exists());
        assert!(register.refused(&["todo", "999"]).contains("没有第 999 项"));
        let mut terminal = Terminal::of(&register, &[&number]);
        // The day is never taken by pressing Enter.
        terminal.sees("日期：").enter().sees("这里不能空着").types("1").enter();
        terminal.sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("responses/2026/gongan/001.toml");
        assert!(record.contains("to = \"notices/2026/yingji/001\"") && record.contains("on = 2026-01-05"), "{record}");
        assert!(pressed <= 17.0, "{pressed} keys, 50 before");
    }

    #[test]
    fn what_waits_is_chosen_and_done_until_enter_leaves() {
        let register = of_the_police();
        let signed = line_of(&register, "liandong respond received --to notices/2026/yingji/001").to_string();
        let mut terminal = Terminal::of(&register, &["todo"]);
        terminal.sees("办哪一项？").types("999").enter().sees("没有第 999 项");
        terminal.sees("办哪一项？").types(&signed).enter();
        terminal.answers("日期：", "1").sees("登记？").enter().sees("已登记");
        // What is done waits no more.
        terminal.sees("办哪一项？");
        let task = line_of(&register, "liandong respond done --to meetings/2026/anweiban/001#1").to_string();
        terminal.types(&task).enter().answers("日期：", "").answers("内容", "已清退（虚构）").answers("…", "");
        terminal.sees("登记？").enter().sees("已登记").sees("办哪一项？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        assert!(register.read("responses/2026/gongan/002.toml").contains("meetings/2026/anweiban/001#1"));
        let mut terminal = Terminal::of(&register, &[]);
        terminal.sees("办哪一项？").types("hazard new").enter().sees("矿山：").interrupt();
        terminal.sees("没有登记").sees("办哪一项？").enter();
        assert_eq!(terminal.ends().0, 2, "the last thing was left");
    }

    #[test]
    fn only_what_waits_is_taken_by_enter() {
        let register = of_the_police();
        let mut terminal = Terminal::of(&register, &["respond", "received"]);
        terminal.sees("针对事项： (通报 2026-应急-001").enter().answers("日期：", "1").sees("登记？").enter();
        let (code, told, pressed) = terminal.ends();
        assert!(code == 0, "{told}");
        assert!(register.read("responses/2026/gongan/001.toml").contains("notices/2026/yingji/001"), "{told}");
        assert!(pressed <= 34.0, "{pressed} keys");
        // Now nothing waits to be signed for: which one it is has to be said.
        let mut terminal = Terminal::of(&register, &["respond", "received"]);
        terminal.sees("针对事项：").enter().sees("这里不能空着").interrupt();
        assert_eq!(terminal.ends().0, 2);
    }
}
