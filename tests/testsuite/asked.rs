//! What a verb asks for on a terminal, and what it says where there is none. Nothing that only a person can know is filed because somebody
//! pressed Enter.

use liandong::ops::FileRequest;
use liandong::ops::verbs::{NOUNS, Preset, example, fields};

use crate::support::{Register, Terminal, comes_true, said};

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
    assert!(draft.matches("[[to]]").count() == 11 && draft.contains("anweiban") && !draft.contains("gongan"), "{draft}");
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
    let rectify = ["hazard", "rectify", &format!("hazards/2025/yingji/{last:03}"), "--as", "应急", "--due", "11月3号"];
    register.ok(&rectify);
    assert!(register.read(&format!("{file}{last:03}.toml")).contains("due = 2026-11-03"));
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
        terminal.answers("矿山：", "大山").answers("发现日期：", "上周五").answers("发现方式：", "").answers("性质：", "");
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
        terminal.answers("发现方式：", "").answers("性质：", "").answers("重大隐患", "");
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
        terminal.answers("发现方式：", "").answers("性质：", "").answers("重大隐患", "");
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

    #[test]
    fn a_step_back_shows_what_was_said() {
        let register = Register::of_example();
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急"]);
        terminal.answers("矿山：", "大山").sees("发现日期：").escape();
        // What was said is kept by Enter, or said anew.
        terminal.sees("矿山： (大山石场（虚构）").types("绿水").enter();
        terminal.answers("发现日期：", "1").answers("发现方式：", "上一步");
        terminal.answers("发现日期：", "1月3日").answers("发现方式：", "").answers("性质：", "").answers("重大隐患", "");
        terminal.answers("隐患描述：", "一（虚构）").answers("…", "二（虚构）").answers("…", "").sees("登记？").enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
        assert!(
            record.contains("lvshui") && record.contains("2026-01-03") && record.contains("一（虚构）\n二（虚构）"),
            "{record}"
        );
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
        // Now it has all that it needs.
        let (code, told, _) =
            Terminal::of(&register, &["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]).ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
        assert!(record.contains("found = 2026-01-04"), "{record}");
        assert!(record.contains("xishan") && record.contains("边坡（虚构）\n二（虚构）"), "{record}");
        assert!(!register.folder.join("drafts/hazards-1.toml").exists(), "the draft is filed");
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
        terminal.answers("发现方式：", "").answers("性质：", "").answers("重大隐患", "");
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

    /// The register's lock, as another run of the program holds it.
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
        terminal.answers("矿山：", "大山").answers("发现日期：", "昨天").answers("发现方式：", "").answers("性质：", "");
        terminal.answers("重大隐患", "").answers("隐患描述：", "边坡排水不畅（虚构）").answers("…", "");
        // Still: nothing of the record is asked for anew.
        terminal.sees("再试？").enter().sees("正在登记").sees("再试？");
        drop(others);
        terminal.enter().sees("登记？");
        // Others come between what was shown and what is filed.
        let others = held(&register);
        terminal.enter().sees("再试？");
        drop(others);
        terminal.enter();
        let (code, told, _) = terminal.ends();
        assert!(code == 0 && told.contains("已登记"), "{told}");
        assert!(register.read("hazards/2026/yingji/001.toml").contains("边坡排水不畅"));
        register.assert_clean();
        // Whoever does not wait keeps a draft.
        let _others = held(&register);
        let mut terminal = Terminal::of(&register, &["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "昨天"]);
        terminal.answers("发现方式：", "").answers("性质：", "").answers("重大隐患", "");
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
