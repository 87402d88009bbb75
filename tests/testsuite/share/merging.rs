//! Two clones that both filed: nothing is lost, nothing is invented, and a person chooses where both filled the same.

use snapbox::str;

use super::district::{District, HAZARD, LEAD};
use crate::support::{Person, assert_whole, said};

/// Two computers of one unit, with one hazard that both know.
fn two() -> (District, Person, Person) {
    let district = District::trusted();
    let (first, second) = (district.member("yingji", "应急"), district.member("yingji2", "应急"));
    first.ok(HAZARD);
    first.ok(&["sync"]);
    second.ok(&["sync"]);
    (district, first, second)
}

#[test]
fn the_office_renumbers_what_it_entered() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let office = &district.office;
    office.ok(&[LEAD, &["代录的（虚构）", "--for", "公安", "--source", "来函（虚构）"]].concat());
    police.lead("自己的");
    police.ok(&["sync"]);
    let told = said(&office.run(&["sync"]));
    assert_whole(
        &told,
        str![[r#"
双方都改了这些文件，没有送出，两边的都还在：
  leads/2025/gongan/001.toml：同一编号登记了两件事，请运行 liandong renumber leads/2025/gongan/001，给本机的一件换号

"#]],
    );
    // The police have a record of that number as well: it is not this one that they could renumber here.
    office.fails_with(
        &["renumber", "leads/2025/gongan/001", "--as", "公安"],
        2,
        str![[r#"
未能完成：公安的这条记录由区安委办换号（--as 区安委办）

"#]],
    );
    office.ok(&["renumber", "leads/2025/gongan/001"]);
    office.ok(&["sync"]);
    office.ok(&["verify"]);
    police.ok(&["sync"]);
    assert_eq!(police.head(), office.head());
    let own = police.lead("再登一条");
    assert_whole(
        &own,
        str![[r#"
已登记 线索 2025-公安-003（leads/2025/gongan/003.toml）
须对照全部台账才能判断的规则见 liandong check：F26
下一步：核查后用 lead result 登记

"#]],
    );
}

#[test]
fn what_each_changed_is_kept() {
    let (district, first, second) = two();
    first.ok(&["hazard", "onsite", "应急/1", "--measure", "设警示标志（虚构）", "--on", "2025-11-02"]);
    second.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-01"]);
    first.ok(&["sync"]);
    second.ok(&["sync"]);
    first.ok(&["sync"]);
    assert_eq!(first.head(), second.head());
    let text = first.read("hazards/2025/yingji/001.toml");
    assert_whole(
        &text,
        str![[r#"
mine = "dashan"
found = 2025-11-01
source_kind = "inspection"
nature = "hazard"
description = "边坡排水不畅（虚构）"

[onsite]
measure = "设警示标志（虚构）"
on = 2025-11-02

[rectification]
due = 2025-12-01

"#]],
    );
    first.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 4 件：keys/anweiban、mechanism、keys/yingji
8 次提交都核验通过，到 [ID]

"#]],
    );
    first.assert_clean();
    second.assert_clean();
    district.office.ok(&["sync"]);
    assert_eq!(district.office.head(), first.head());
}

#[test]
fn what_both_filled_is_for_a_person() {
    let (_district, first, second) = two();
    first.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-01"]);
    second.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-20"]);
    first.ok(&["sync"]);
    let before = second.head();
    let told = second.fails(&["sync"], 1);
    assert_whole(
        &told,
        str![[r#"
双方都改了这些文件，没有送出，两边的都还在：
  hazards/2025/yingji/001.toml：同一项（rectification.due）两边填得不同，请运行 liandong resolve hazards/2025/yingji/001 选定

"#]],
    );
    assert_eq!(second.head(), before, "nothing moved");
    let shown = second.fails(&["resolve"], 1);
    assert_whole(
        &shown,
        str![[r#"
hazards/2025/yingji/001.toml：同一项（rectification.due）两边填得不同，请运行 liandong resolve hazards/2025/yingji/001 选定
 项                 名称           共享的      本机的
 rectification.due  整改·整改期限  2025-12-01  2025-12-20
选定：liandong resolve 记录 --take theirs（共享的）或 ours（本机的）；只选一项加 --key 项

"#]],
    );
    second.fails_with(
        &["resolve", "隐患 应急/1", "--take", "theirs", "--key", "nature"],
        2,
        str![[r#"
未能完成：“nature”两边没有不同

"#]],
    );
    // What is shared stands: ours cannot be put over it without an amendment.
    let refused = second.fails(&["resolve", "隐患 应急/1", "--take", "ours"], 2);
    assert_whole(
        &refused,
        str![[r#"
未能完成：rectification.due 已经登记在共享的台账里，不能改用本机的；先选 --take theirs 并同步，确系笔误的再用 liandong amend 注明原因更正

"#]],
    );
    assert!(second.fails(&["sync"], 1).contains("rectification.due"), "nothing was chosen");
    second.ok(&["resolve", "隐患 应急/1", "--take", "theirs"]);
    second.ok(&["sync"]);
    assert!(second.read("hazards/2025/yingji/001.toml").contains("due = 2025-12-01"));
    second.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 4 件：keys/anweiban、mechanism、keys/yingji
8 次提交都核验通过，到 [ID]

"#]],
    );
    first.ok(&["sync"]);
    assert_eq!(first.head(), second.head());
    assert_eq!(first.ok(&["resolve"]), "没有要选定的\n");
}

#[test]
fn one_number_for_two_records_becomes_two() {
    let (district, first, second) = two();
    // The folder was copied: both number alike.
    let copy = first.in_folder(first.home.join("copy"));
    let copied = std::process::Command::new("cp").arg("-a").arg(&first.folder).arg(&copy.folder).status();
    assert!(copied.expect("cp runs").success());
    first.lead("甲");
    copy.lead("乙");
    copy.ok(&["respond", "progress", "--to", "线索 应急/1", "--text", "已办（虚构）"]);
    first.ok(&["sync"]);
    let told = copy.fails(&["sync", &district.hub()], 1);
    assert_whole(
        &told,
        str![[r#"
双方都改了这些文件，没有送出，两边的都还在：
  leads/2025/yingji/001.toml：同一编号登记了两件事，请运行 liandong renumber leads/2025/yingji/001，给本机的一件换号

"#]],
    );
    let shown = copy.ok(&["renumber", "leads/2025/yingji/001", "--dry-run"]);
    assert_whole(
        &shown,
        str![[r#"
线索 2025-应急-001 改为 线索 2025-应急-002
responses/2025/yingji/001.toml
  kind = "progress"
- to = "leads/2025/yingji/001"
+ to = "leads/2025/yingji/002"
  on = 2025-11-25
  text = "已办（虚构）"
下一步：liandong sync

"#]],
    );
    // A draft means the record that lies here as well.
    let about = ["--about", "leads/2025/yingji/001"];
    copy.ok(&[&["notice", "new", "--content", "4", "--title", "题（虚构）", "--to", "公安"][..], &about].concat());
    let drafted = copy.read("drafts/notices-1.toml");
    assert!(copy.ok(&["renumber", "leads/2025/yingji/001", "--dry-run"]).contains("drafts/notices-1.toml"));
    assert_eq!(copy.read("drafts/notices-1.toml"), drafted);
    // A run that ends before drafts know the new number leaves that to the next one.
    let [drafts, aside] = ["drafts", "aside"].map(|name| copy.folder.join(name));
    std::fs::rename(&drafts, &aside).expect("moved");
    std::os::unix::fs::symlink(&aside, &drafts).expect("a link");
    let told = copy.run(&["renumber", "leads/2025/yingji/001"]);
    assert!(said(&told).contains("草稿 notices-1 读不出来"), "{}", said(&told));
    assert_eq!(copy.read("aside/notices-1.toml"), drafted);
    std::fs::remove_file(&drafts).and_then(|()| std::fs::rename(&aside, &drafts)).expect("moved back");
    copy.ok(&["notice", "new", "--as", "应急", "--from", "notices-1", "--dry-run"]);
    assert_eq!(copy.read("drafts/notices-1.toml"), drafted.replace("yingji/001", "yingji/002"));
    copy.ok(&["sync"]);
    first.ok(&["sync"]);
    second.ok(&["sync"]);
    for person in [&first, &copy, &second] {
        assert!(person.read("leads/2025/yingji/001.toml").contains('甲'));
        assert!(person.read("leads/2025/yingji/002.toml").contains('乙'));
        assert!(person.read("responses/2025/yingji/001.toml").contains("leads/2025/yingji/002"));
        assert!(person.ok(&["verify"]).contains("核验通过"));
        person.assert_clean();
    }
    first.fails_with(
        &["renumber", "leads/2025/yingji/001"],
        2,
        str![[r#"
未能完成：leads/2025/yingji/001 已经共享，编号不能改

"#]],
    );
}

#[test]
fn an_edit_by_hand_is_not_overwritten() {
    let (_district, first, second) = two();
    second.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-20"]);
    second.ok(&["sync"]);
    let text = first.read("hazards/2025/yingji/001.toml").replace("边坡", "边坡下部");
    first.write("hazards/2025/yingji/001.toml", &text);
    let before = first.head();
    let told = first.fails(&["sync"], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：hazards/2025/yingji/001.toml 与已登记的内容不同（手工改过，或别处已改），没有登记；请先用 liandong commit 提交，或还原（git restore hazards/2025/yingji/001.toml）

"#]],
    );
    assert_eq!(first.head(), before);
    assert_eq!(first.read("hazards/2025/yingji/001.toml"), text);
    first.git(&["restore", "."]);
    first.ok(&["sync"]);
    assert_eq!(first.head(), second.head());
}
