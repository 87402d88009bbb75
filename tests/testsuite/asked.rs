//! What a verb asks for on a terminal, and what it says where there is none. Nothing that only a person can know is filed because somebody
//! pressed Enter.

use liandong::ops::FileRequest;
use liandong::ops::verbs::{NOUNS, Preset, example, fields};

use crate::support::{Register, Terminal, said};

/// A hazard as it is told without a question.
const HAZARD: &[&str] = &["hazard", "new", "--as", "应急", "--mine", "dashan", "--description", "边坡排水不畅（虚构）"];

/// What was filed with a preset would read as if somebody had said it.
#[test]
fn nothing_is_preset_that_only_a_person_knows() {
    const DAYS: &[&str] = &["印发", "送达", "收到", "接报", "审核", "复查", "召开", "成文", "批复", "批准", "解除", "通知"];
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
    assert!(told.contains("--mine（矿山）") && told.contains("--description（隐患描述）"), "{told}");
    assert!(told.contains("liandong help hazard new"), "{told}");
    let told = register.refused(&["hazard", "new", "--as", "应急", "--lang", "en"]);
    assert!(told.contains("--mine (mine), --description (description)"), "{told}");
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
    assert!(told.contains("--reason（销号原因）") && !told.contains("--on"), "what is preset is not missing: {told}");
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
    let one = register.refused(&["hazard", "new", "--as", "应急", "--mine", "全部", "--description", "x"]);
    assert!(one.contains("全部"), "no word for a mine: {one}");
}

#[test]
fn options_have_chinese_names_and_words_may_be_cut_short() {
    let register = Register::of_example();
    let said = ["--矿山", "大山石场（虚构）", "--隐患描述", "占道堆土（虚构）", "--性质", "违法", "--发现方式", "举报"];
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
        terminal.answers("发现日期：", "").answers("发现方式：", "上一步");
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
        terminal.answers("重大隐患", "").answers("隐患描述：", "边坡（虚构）").answers("…", "二（虚构）").sees("…").interrupt();
        let (code, told, _) = terminal.ends();
        assert!(code == 2 && told.contains("草稿 hazards-1"), "the same draft: {told}");
        // Now it has all that it needs.
        let (code, told, _) =
            Terminal::of(&register, &["hazard", "new", "--as", "应急", "--from", "drafts/hazards-1.toml"]).ends();
        assert!(code == 0, "{told}");
        let record = register.read("hazards/2026/yingji/001.toml");
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
}
