//! What a person changes by hand is committed by `liandong commit`, and what was committed otherwise is found out and committed anew.

use super::district::{District, follow};
use super::scene::LEAD;
use crate::support::said;

const NOTICE: &str = "notices/2025/gongan/001.toml";

#[test]
fn what_was_committed_by_plain_git_is_committed_anew_as_it_says() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    district.office.lead("之间");
    district.office.ok(&["sync"]);
    police.write("leads/2025/gongan/001.toml", LEAD);
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", "手工（虚构）"]);
    police.lead("之后");
    let refused = police.fails(&["sync"], 1);
    assert!(refused.contains("没有写明是为哪个台账签的") && refused.contains("liandong commit"), "{refused}");
    follow(&police, &refused);
    assert_eq!(district.tip(), police.head());
    assert!(police.read("leads/2025/gongan/001.toml").contains("某事"));
    assert!(police.ok(&["verify"]).contains("核验通过"));
    police.assert_clean();
}

#[test]
fn it_is_judged_and_written_as_a_filing_is() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    assert!(police.ok(&["commit"]).contains("没有手工改动"));
    // Any order and spacing: what is committed is the canonical form; a comment stays.
    police.write(
        NOTICE,
        "# 手写（虚构）\ntitle   = '打击越界开采（虚构）'\ncontent=2\nissued = 2025-11-24\n[[to]]\nwho = 'linye'\n",
    );
    let shown = police.ok(&["commit", "--dry-run"]);
    assert!(shown.contains("content = 2"), "{shown}");
    assert!(police.read(NOTICE).contains("content=2"), "only shown");
    // Whether it is staged or not.
    police.git(&["add", "-A"]);
    let told = police.ok(&["commit"]);
    assert!(told.contains("已登记 通报 2025-公安-001"), "{told}");
    let text = police.read(NOTICE);
    assert!(text.starts_with("content = 2\n# 手写（虚构）\ntitle = \"打击越界开采（虚构）\"\n"), "{text}");
    police.assert_clean();
    police.ok(&["sync"]);

    // What was issued stays, but for a slip that is called one.
    police.write(NOTICE, &text.replace("开采", "盗采"));
    let refused = police.refused(&["commit"]);
    assert!(refused.contains("--reason") || refused.contains("笔误"), "{refused}");
    police.ok(&["commit", "--reason", "录入笔误（虚构）"]);
    assert!(police.read(NOTICE).contains("amended"));
    police.ok(&["sync"]);
    assert!(police.ok(&["verify"]).contains("更正笔误 1 件"));
}

#[test]
fn what_may_not_stand_is_not_committed() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("已登记");
    for (file, text, why) in [
        ("leads/2025/gongan/002.toml", "title = \"没有日期（虚构）\"\n", "received"),
        ("leads/2025/gongan/002.toml", "这不是 TOML\n", "leads/2025/gongan/002.toml"),
        ("leads/2025/linye/001.toml", LEAD, "归林业"),
        ("leads/2025/gongan/002.toml", &LEAD.replace("2025-11-21", "2026-11-21"), "晚于今天"),
        ("leads/2025/gongan/002.toml", &LEAD.replace("某事", "机密★1年"), "密级"),
    ] {
        police.write(file, text);
        let refused = police.refused(&["commit"]);
        assert!(refused.contains(why), "{file}: {refused}");
        assert_eq!(police.read(file), text, "what was typed is still there");
        std::fs::remove_file(police.folder.join(file)).expect("removed");
    }
    std::fs::remove_file(police.folder.join("leads/2025/gongan/001.toml")).expect("removed");
    let refused = police.refused(&["commit"]);
    assert!(refused.contains("git restore leads/2025/gongan/001.toml"), "{refused}");
    police.git(&["restore", "leads/2025/gongan/001.toml"]);
    police.assert_clean();
}

#[test]
fn what_was_changed_by_hand_counts_only_once_it_is_committed() {
    let district = District::trusted();
    let (office, police) = (&district.office, district.member("gongan", "公安"));
    office.ok(&["sync"]);
    let mechanism = office.read("mechanism.toml");
    let named = |name: &str| -> String {
        let line =
            |line: &str| if line.starts_with("register = ") { format!("register = \"{name}\"\n") } else { format!("{line}\n") };
        mechanism.lines().map(line).collect()
    };
    for (changed, why) in [
        (named("0"), "mechanism.toml"),
        (named("0123456789abcdef0123456789abcdef"), "写入后不能改也不能删"),
        (mechanism.replace("office = \"anweiban\"", "office = \"yingji\""), "信任会中断"),
    ] {
        office.write("mechanism.toml", &changed);
        let refused = office.refused(&["commit"]);
        assert!(refused.contains(why), "{refused}");
    }
    office.git(&["restore", "mechanism.toml"]);
    std::fs::remove_file(office.folder.join("keys/gongan.toml")).expect("removed");
    assert!(office.refused(&["commit"]).contains("git restore keys/gongan.toml"));
    office.git(&["restore", "keys/gongan.toml"]);
    // Nor does a key admit itself.
    let keys = police.read("keys/gongan.toml");
    police.write("keys/anweiban.toml", &keys.replace("liaison", "office"));
    police.write("keys/gongan.toml", &keys.replace("liaison", "leader"));
    let refused = police.refused(&["commit"]);
    assert!(refused.contains("归区安委办"), "{refused}");
}

#[test]
fn where_nothing_is_signed_it_commits_as_well() {
    let district = District::plain();
    let police = district.reader("gongan");
    police.write("leads/2025/gongan/001.toml", LEAD);
    police.ok(&["commit"]);
    police.ok(&["sync"]);
    assert!(district.office.ok(&["sync"]).contains("公安：新 1 件"));
}

/// Whoever told git to look away, for whatever reason, is not told that nothing was changed.
#[test]
fn what_git_was_told_to_pass_over_is_committed_as_well() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    for number in 1..=4 {
        police.lead(&format!("第{number}件"));
    }
    let lead = |number: u32| format!("leads/2025/gongan/00{number}.toml");
    police.git(&["update-index", "--assume-unchanged", &lead(1)]);
    police.git(&["update-index", "--skip-worktree", &lead(2), &lead(3)]);
    let typed = |number: u32| police.write(&lead(number), &format!("{}text = \"补记（虚构）\"\n", police.read(&lead(number))));
    typed(1);
    typed(2);
    std::fs::create_dir_all(police.folder.join(".git/info")).expect("a folder");
    police.write(".git/info/exclude", "leads/\n*.toml\n");
    police.write(&lead(5), LEAD);
    police.write(&lead(6), "这不是记录\n");
    assert!(said(&police.run(&["check"])).contains(&lead(5)), "check says what is not committed");
    assert!(police.refused(&["commit"]).contains(&lead(6)));
    std::fs::remove_file(police.folder.join(lead(6))).expect("removed");
    let told = police.ok(&["commit"]);
    assert!(told.contains("001") && told.contains("002") && told.contains("005"), "{told}");
    let filed = police.git(&["show", "--name-only", "--format=", "HEAD"]);
    assert_eq!(filed.lines().collect::<Vec<_>>(), [lead(1), lead(2), lead(5)], "{filed}");
    std::fs::remove_file(police.folder.join(lead(3))).expect("removed");
    assert!(police.refused(&["commit"]).contains(&format!("git restore {}", lead(3))));
    police.write(&lead(3), &police.git(&["show", &format!("HEAD:{}", lead(3))]));
    police.ok(&["sync"]);
    assert_eq!(district.tip(), police.head());
}

/// Ends of lines are no change, only shown or not.
#[test]
fn other_ends_of_lines_are_no_change() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("某件");
    let file = "leads/2025/gongan/001.toml";
    let text = police.read(file);
    police.write(file, &text.replace('\n', "\r\n"));
    for args in [&["commit", "--dry-run"][..], &["commit"]] {
        let told = police.ok(args);
        assert!(told.contains("没有手工改动") && told.contains(&format!("git restore {file}\n")), "{args:?}: {told}");
    }
    // Beside a change there is only the change.
    police.write("leads/2025/gongan/002.toml", &LEAD.replace('\n', "\r\n"));
    let shown = police.ok(&["commit", "--dry-run"]);
    assert!(shown.contains("002") && !shown.contains("001"), "{shown}");
    let told = police.ok(&["commit"]);
    assert!(told.contains("002") && !told.contains("001"), "{told}");
    assert!(!police.read("leads/2025/gongan/002.toml").contains('\r'));
    police.git(&["restore", file]);
    assert_eq!(police.read(file), text);
    police.assert_clean();
}
