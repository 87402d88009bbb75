//! Filing by commands, from an empty folder on: what an officer types, what it becomes, and what git has of it.

mod adopting;
mod amending;
mod attach;
mod corrections;
mod directives;
mod edit;
mod form;
mod judgement;
mod older;
mod overwriting;
mod people;
mod proxies;
mod systems;

use std::fs;
use std::path::Path;

use crate::support::{Register, said};

/// A hazard at the mine that every register of these tests has.
const HAZARD: &[&str] =
    &["hazard", "new", "--as", "应急", "--mine", "大山石场（虚构）", "--found", "2025年3月1日", "--description", "边坡排水不畅"];

#[test]
fn init_makes_a_register_that_git_and_check_take_as_it_is() {
    let register = Register::init();
    assert_eq!(register.git(&["status", "--porcelain"]), "");
    assert_eq!(register.read(".gitattributes"), "* -text\n");
    register.git(&["fsck", "--strict"]);
    let check = register.run(&["check", "--year", "2024", "--as-of", "2024-08-16"]);
    assert!(!said(&check).contains("未能读取"), "{}", said(&check));
    let again = register.command(&["init", "台账"]).current_dir(&register.home).output().expect("runs");
    assert_eq!((again.status.code(), said(&again).contains("已经是一个台账")), (Some(2), true));
}

#[test]
fn no_register_is_made_in_another_or_without_a_name() {
    let register = Register::init();
    let before = register.state();
    fs::create_dir_all(register.folder.join("附件/2025")).expect("a folder");
    for within in ["sub", "附件/2025/sub", "附件/2025", "../台账/新"] {
        let output = register.command(&["init", within, "--name", "甲"]).output().expect("runs");
        assert!(output.status.code() == Some(2) && said(&output).contains("里面"), "{within}: {}", said(&output));
    }
    let blank = register.command(&["init", "  ", "--name", "甲"]).current_dir(&register.home).output().expect("runs");
    assert!(blank.status.code() == Some(2) && said(&blank).contains("不能只是空格"), "{}", said(&blank));
    let nameless = register.command(&["init", "别处", "--name", ""]).current_dir(&register.home).output().expect("runs");
    assert!(nameless.status.code() == Some(2) && said(&nameless).contains("--name 姓名"), "{}", said(&nameless));
    assert_eq!(register.state(), before);
    assert!(!register.home.join("别处").exists());
}

#[test]
fn a_hazard_from_finding_to_close_out() {
    let register = Register::init();
    let filed = register.ok(HAZARD);
    assert!(filed.contains("已登记 隐患 2025-应急-001") && filed.contains("下一步"), "{filed}");
    let it = "隐患 2025-应急-001";
    register.ok(&["hazard", "rectify", it, "--as", "应急", "--plan", "清淤", "--due", "2025-04-01"]);
    register.ok(&[
        "hazard",
        "reinspect",
        it,
        "--as",
        "应急",
        "--on",
        "2025-03-20",
        "--result",
        "不合格",
        "--new-due",
        "2025-04-10",
        "--by",
        "应急",
    ]);
    let stopped = register.refused(&["hazard", "close", it, "--as", "应急", "--on", "2025-04-09", "--reason", "复查合格"]);
    assert!(stopped.contains("F15") && stopped.contains("没有登记"), "{stopped}");
    register.ok(&[
        "hazard",
        "reinspect",
        "2025/应急/1",
        "--as",
        "应急",
        "--on",
        "2025-04-08",
        "--result",
        "合格",
        "--by",
        "应急",
    ]);
    register.ok(&["hazard", "close", it, "--as", "应急", "--on", "2025-04-09", "--reason", "复查合格"]);
    let text = register.read("hazards/2025/yingji/001.toml");
    assert!(text.contains("mine = \"dashan\"\nfound = 2025-03-01\n") && text.contains("reason = \"passed\""), "{text}");
    assert_eq!(text.matches("[[reinspection]]").count(), 2);
    assert_eq!(register.git(&["status", "--porcelain"]), "");
    assert_eq!(register.git(&["rev-list", "--count", "HEAD"]).trim(), "7", "one commit a filing");
}

#[test]
fn what_stands_stays_and_a_slip_is_mended_with_its_reason() {
    let register = Register::init();
    let args = [
        "order",
        "new",
        "--as",
        "应急",
        "--kind",
        "责令停止作业",
        "--mine",
        "dashan",
        "--at",
        "2025-03-01 18:30",
        "--text",
        "边破",
    ];
    register.ok(&args);
    let mended = ["amend", "文书 2025-应急-001", "--as", "应急", "--set", "text=边坡", "--reason", "录入笔误"];
    register.ok(&mended);
    let text = register.read("orders/2025/yingji/001.toml");
    assert!(text.contains("text = \"边坡\"") && text.contains("keys = [\"text\"]") && text.contains("录入笔误"), "{text}");
    register.ok(&["order", "lift", "文书 2025-应急-001", "--as", "应急", "--on", "2025-03-05"]);
    let again = register.refused(&["order", "lift", "文书 2025-应急-001", "--as", "应急", "--on", "2025-03-06"]);
    assert!(again.contains("已经登记，不能改动"), "{again}");
}

#[test]
fn a_notice_is_a_draft_until_it_is_reviewed() {
    let register = Register::init();
    let before = register.git(&["rev-parse", "HEAD"]);
    let kept = register.ok(&["notice", "new", "--as", "应急", "--content", "2", "--title", "情况通报", "--to", "公安,1.4.2"]);
    assert!(kept.contains("草稿 notices-1"), "{kept}");
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before, "a draft leaves no trace in history");
    assert_eq!(register.git(&["status", "--porcelain"]), "");
    let review = [
        "notice",
        "review",
        "notices-1",
        "--as",
        "应急",
        "--name",
        "某乙",
        "--way",
        "书面",
        "--on",
        "2025-03-02",
        "--post",
        "分管负责人",
    ];
    register.ok(&review);
    assert!(register.ok(&["draft", "list"]).contains("共 0 份"));
    let year = register.git(&["ls-files", "notices"]);
    assert!(register.read(year.trim()).contains("who = \"gongan\"\nwhy = \"1.4.2\""), "{year}");
}

#[test]
fn each_unit_writes_its_own_and_the_office_for_those_who_send_paper() {
    let register = Register::init();
    register.ok(HAZARD);
    let theirs = register.refused(&["hazard", "rectify", "隐患 2025-应急-001", "--as", "公安", "--plan", "清淤"]);
    assert!(theirs.contains("由应急登记"), "{theirs}");
    let lead = [
        "lead",
        "new",
        "--title",
        "线索（虚构）",
        "--channel",
        "来信",
        "--received",
        "2025-03-01",
        "--for",
        "林业",
        "--source",
        "函",
    ];
    assert!(register.refused(&[&lead[..], &["--as", "公安"]].concat()).contains("只有"));
    register.ok(&[&lead[..], &["--as", "区安委办"]].concat());
    let text = register.read("leads/2025/linye/001.toml");
    assert!(text.contains("entered_by = \"anweiban\"\nsource = \"函\""), "{text}");
    assert!(register.refused(&["lead", "new", "--as", "公安", "--title", "无主", "--received", "今天"]).contains("--channel"));
    assert!(
        register
            .refused(&["lead", "new", "--title", "无主", "--channel", "来信", "--received", "今天"])
            .contains("LIANDONG_UNIT")
    );
}

#[test]
fn bad_input_changes_nothing_and_what_was_typed_is_kept() {
    let register = Register::init();
    for (args, word) in [
        (&["hazard", "new", "--as", "应急", "--mine", "dashan", "--found", "2月30日", "--description", "甲"][..], "--found"),
        (&["lead", "new", "--as", "应急", "--title", "甲", "--channel", "来函", "--received", "今天"], "来信"),
        (&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"], "F01"),
        (&["lead", "new", "--as", "应及", "--title", "甲", "--channel", "来信", "--received", "今天"], "应急"),
    ] {
        let shown = register.refused(args);
        assert!(shown.contains(word), "{args:?}: {shown}");
    }
    assert_eq!(register.ok(&["draft", "list"]), "responses-1\n共 1 份草稿\n");
    register.ok(&["draft", "discard", "responses-1"]);
    assert_eq!(register.run(&["draft", "show", "../mechanism"]).status.code(), Some(2), "a name is no path");
}

#[test]
fn every_mistake_is_told_with_what_to_do_next() {
    let register = Register::init();
    let broken = register.home.join("坏.toml");
    fs::write(&broken, "title = \"甲\"\nchannel = [").expect("writable");
    let broken = broken.to_str().expect("UTF-8");
    for (args, next) in [
        (&["hazard", "new", "--as", "应急", "--mine", "小山", "--found", "今天", "--description", "甲"][..], "list 矿山"),
        (
            &["hazard", "new", "--as", "应急", "--mine", "大山石厂（虚构）", "--found", "今天", "--description", "甲"],
            "是不是“大山石场（虚构）”",
        ),
        (&["hazard", "new", "--as", "应急"], "liandong help hazard new"),
        (&["hazard", "rectify", "应急/9", "--as", "应急", "--due", "2026-01-01"], "liandong list 隐患"),
        (&["notice", "withdraw", "--as", "应急", "--content", "2", "--title", "撤回"], "--withdraws"),
        (&["lead", "new", "--as", "应急", "--from", "没有.toml"], "请核对路径"),
        (&["lead", "new", "--as", "应急", "--from", broken], "坏.toml:2:12"),
        (&["mine", "new", "dashan", "--as", "区安委办", "--name", "甲", "--town", "河口街道"], "liandong show mines/dashan/base"),
        (&["check", "--data", "没有"], "liandong init"),
        (&["check", "--as-of", "2025-02-30"], "请核对日期"),
        (&["schema", "奇怪"], "可选："),
        (&["show", "通报", "2025-公安-003"], "liandong list 通报"),
    ] {
        let shown = register.refused(args);
        assert!(shown.contains(next), "{args:?}: {shown}");
        assert!(!shown.contains("os error") && !shown.contains("TOML parse error"), "{args:?}: {shown}");
    }
}

#[test]
fn a_kept_draft_is_mended_and_filed() {
    let register = Register::init();
    let shown =
        register.refused(&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"]);
    assert!(shown.contains("--from drafts/responses-1.toml"), "{shown}");
    let draft = register.folder.join("drafts/responses-1.toml");
    let mended = fs::read_to_string(&draft).expect("there").replace("notices/2025/gongan/009", "mines/dashan");
    fs::write(&draft, mended).expect("writable");
    register.ok(&["respond", "received", "--as", "应急", "--from", "drafts/responses-1.toml"]);
    assert!(register.read("responses/2025/yingji/001.toml").contains("mines/dashan"));
    assert!(!draft.exists(), "what was filed is no draft any more");
}

/// For whom a computer files is said with the word that every other command has for it.
#[test]
fn whoever_says_no_unit_is_told_how_to_join_and_can() {
    let register = Register::of_example();
    let told = register.refused(&["lead", "new", "--title", "甲（虚构）", "--channel", "来信", "--received", "今天"]);
    assert!(told.contains("liandong join --unit 单位 --name 姓名"), "{told}");
    register.ok(&["join", "--as", "应急", "--name", "张某甲"]);
    assert_eq!(register.git(&["config", "liandong.unit"]).trim(), "yingji");
}

/// A draft is one of its kind, and begun by its verb: whatever else takes it up makes nothing of it, and it stays as it was.
#[test]
fn a_draft_is_taken_up_by_its_own_verb_alone() {
    let register = Register::of_example();
    let future = ["--found", "2099-01-04", "--description", "浮石（虚构）"];
    register.fails(&[&["hazard", "new", "--as", "应急", "--mine", "dashan"][..], &future].concat(), 2);
    register.fails(&["respond", "received", "--as", "应急", "--to", "notices/2025/gongan/009", "--on", "2025-03-01"], 2);
    let [hazard, response] = ["drafts/hazards-1.toml", "drafts/responses-1.toml"].map(|draft| (draft, register.read(draft)));
    let notice =
        ["notice", "new", "--from", "hazards-1", "--content", "2", "--title", "通报（虚构）", "--to", "公安", "--as", "应急"];
    for (args, says) in [
        (&notice[..], "草稿 hazards-1 是“隐患”的草稿，不能用来办“通报 新建”；接着办它用 liandong hazard new --from hazards-1"),
        (&["respond", "done", "--from", "responses-1", "--as", "应急"], "liandong respond received --from responses-1"),
        (&["hazard", "rectify", "2025-应急-001", "--from", "drafts/hazards-1.toml", "--as", "应急"], "hazard new"),
    ] {
        let told = register.refused(args);
        assert!(told.contains(says), "{args:?}: {told}");
    }
    for (draft, text) in [hazard, response] {
        assert_eq!(register.read(draft), text);
    }
    let drafts = fs::read_dir(register.folder.join("drafts")).expect("there").count();
    assert_eq!(drafts, 2);
}

/// What waits as a draft is no record yet, and a slip in it is told all the same.
#[test]
fn a_key_that_a_draft_should_not_have_is_named() {
    let register = Register::of_example();
    let text = "content = 2\ntitle = \"通报（虚构）\"\ntitel = \"通报\"\n\n[[to]]\nwho = \"gongan\"\nwhoo = \"x\"\n";
    register.write("drafts/notices-1.toml", text);
    let told = register.refused(&["notice", "new", "--from", "notices-1", "--as", "应急"]);
    assert!(told.contains("titel（是不是 title？）") && told.contains("to[0].whoo（是不是 who？）"), "{told}");
    assert!(told.contains("liandong schema 通报") && register.read("drafts/notices-1.toml") == text, "{told}");
}

/// What is the office's to begin is told with who may, and with what they type; nothing is left behind that nobody could file.
#[test]
fn who_may_not_begin_a_record_is_told_who_may() {
    let register = Register::of_example();
    let typed = ["mine", "new", "nanling", "--name", "南岭石场（虚构）", "--town", "河口街道"];
    let told = register.refused(&[&typed[..], &["--as", "应急"]].concat());
    let command = told.trim_end().rsplit_once("运行 liandong ").expect("a command").1.to_owned();
    assert!(told.contains("矿山由区安委办登记，应急不能登记") && !register.folder.join("drafts").exists(), "{told}");
    let typed = shell_words::split(&command).expect("words");
    register.ok(&typed.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(register.read("mines/nanling/base.toml").contains("南岭石场（虚构）"));
}

#[test]
fn the_programs_own_folder_is_not_written_into() {
    let register = Register::init();
    let clone = register.home.join("源码");
    fs::create_dir_all(&clone).expect("writable");
    fs::rename(&register.folder, clone.join("data")).expect("movable");
    let run = |args: &[&str]| register.command(args).current_dir(&clone).output().expect("runs");
    assert_ne!(run(&["check", "--year", "2025"]).status.code(), Some(2), "it is read");
    let filed = run(&["lead", "new", "--as", "应急", "--title", "甲", "--channel", "来信", "--received", "今天"]);
    assert!(filed.status.code() == Some(2) && said(&filed).contains("加 --data data"), "{}", said(&filed));
}

#[test]
fn a_dry_run_shows_and_does_nothing_and_json_is_for_programs() {
    let register = Register::init();
    let before = register.git(&["rev-parse", "HEAD"]);
    let shown = register.ok(&[HAZARD, &["--dry-run"]].concat());
    assert!(shown.contains("+ mine = \"dashan\"") && shown.contains("没有登记"), "{shown}");
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    let receipt: serde_json::Value = serde_json::from_str(&register.ok(&[HAZARD, &["--json"]].concat())).expect("JSON");
    assert_eq!(receipt["records"][0]["ref"], "hazards/2025/yingji/001");
    assert_eq!(receipt["commit"], register.git(&["rev-parse", "HEAD"]).trim());
}

#[test]
fn a_record_from_a_file_and_other_changes_stay_as_they_are() {
    let register = Register::init();
    let folder = &register.folder;
    fs::write(folder.join("units/gongan.toml"), format!("{}# 手工备注\n", register.read("units/gongan.toml"))).expect("writable");
    let given: &Path = &register.home.join("线索.toml");
    fs::write(given, "title = \"线索（虚构）\"\nchannel = \"letter\"\nreceived = 2025-03-01\n").expect("writable");
    register.ok(&["lead", "new", "--as", "应急", "--from", given.to_str().expect("UTF-8")]);
    assert_eq!(register.git(&["status", "--porcelain"]).trim(), "M units/gongan.toml", "a hand edit is left alone");
    assert_eq!(register.git(&["show", "--stat", "--format=", "HEAD"]).matches('|').count(), 1, "just its file");
}

#[test]
fn liaisons_hand_over_without_a_gap() {
    let register = Register::init();
    register.ok(&["liaison", "set", "--as", "公安", "--name", "某丙", "--since", "2024-08-20", "--reported", "2024-08-20"]);
    register.ok(&["liaison", "hand-over", "--as", "公安", "--name", "某丁", "--since", "2025-03-01"]);
    let text = register.read("people/gongan.toml");
    assert!(text.contains("until = 2025-02-28") && text.contains("name = \"某丁\"\nsince = 2025-03-01"), "{text}");
}

#[test]
fn english_on_request() {
    let register = Register::init();
    let filed = register.ok(&[&["--lang", "en"], HAZARD].concat());
    assert!(filed.contains("filed hazard 2025-应急-001") && filed.contains("next: "), "{filed}");
}

#[test]
fn what_was_typed_for_a_record_that_stands_is_kept_as_well() {
    let register = Register::init();
    register.ok(HAZARD);
    register.git(&["checkout", "-q", "--detach"]);
    let rectify = ["hazard", "rectify", "隐患 2025-应急-001", "--as", "应急"];
    let refused = register.refused(&[&rectify[..], &["--plan", "清理排水沟（虚构）", "--due", "2025-04-01"]].concat());
    assert!(refused.contains("git switch") && refused.contains("typed-hazards-1"), "{refused}");
    register.git(&["switch", "-q", "-"]);
    register.ok(&[&rectify[..], &["--from", "drafts/typed-hazards-1.toml"]].concat());
    assert!(register.read("hazards/2025/yingji/001.toml").contains("清理排水沟（虚构）"));
    assert!(register.ok(&["draft", "list"]).contains("共 0 份"), "the draft is used up");
}
