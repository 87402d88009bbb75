//! Two clones that both filed: nothing is lost, nothing is invented, and a person chooses where both filled the same.

use super::district::{District, HAZARD, LEAD};
use crate::support::{Person, said};

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
    assert!(told.contains("liandong renumber leads/2025/gongan/001"), "{told}");
    // The police have a record of that number as well: it is not this one that they could renumber here.
    assert!(office.fails(&["renumber", "leads/2025/gongan/001", "--as", "公安"], 2).contains("由区安委办换号"));
    office.ok(&["renumber", "leads/2025/gongan/001"]);
    office.ok(&["sync"]);
    office.ok(&["verify"]);
    police.ok(&["sync"]);
    assert_eq!(police.head(), office.head());
    let own = police.lead("再登一条");
    assert!(own.contains("003"), "{own}");
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
    assert!(text.contains("设警示标志") && text.contains("due = 2025-12-01"), "{text}");
    assert!(first.ok(&["verify"]).contains("核验通过"));
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
    assert!(told.contains("rectification.due") && told.contains("liandong resolve"), "{told}");
    assert_eq!(second.head(), before, "nothing moved");
    let shown = second.fails(&["resolve"], 1);
    assert!(shown.contains("2025-12-01") && shown.contains("2025-12-20") && shown.contains("--take theirs"), "{shown}");
    assert!(second.fails(&["resolve", "隐患 应急/1", "--take", "theirs", "--key", "nature"], 2).contains("没有不同"));
    // What is shared stands: ours cannot be put over it without an amendment.
    let refused = second.fails(&["resolve", "隐患 应急/1", "--take", "ours"], 2);
    assert!(refused.contains("rectification.due") && refused.contains("liandong amend"), "{refused}");
    assert!(second.fails(&["sync"], 1).contains("rectification.due"), "nothing was chosen");
    second.ok(&["resolve", "隐患 应急/1", "--take", "theirs"]);
    second.ok(&["sync"]);
    assert!(second.read("hazards/2025/yingji/001.toml").contains("due = 2025-12-01"));
    assert!(second.ok(&["verify"]).contains("核验通过"));
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
    copy.ok(&["respond", "received", "--to", "线索 应急/1", "--on", "今天"]);
    first.ok(&["sync"]);
    let told = copy.fails(&["sync", &district.hub()], 1);
    assert!(told.contains("liandong renumber leads/2025/yingji/001"), "{told}");
    let shown = copy.ok(&["renumber", "leads/2025/yingji/001", "--dry-run"]);
    assert!(shown.contains("002") && shown.contains("responses/2025/yingji/001"), "{shown}");
    copy.ok(&["renumber", "leads/2025/yingji/001"]);
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
    assert!(first.fails(&["renumber", "leads/2025/yingji/001"], 2).contains("已经共享"));
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
    assert!(told.contains("hazards/2025/yingji/001.toml"), "{told}");
    assert_eq!(first.head(), before);
    assert_eq!(first.read("hazards/2025/yingji/001.toml"), text);
    first.git(&["restore", "."]);
    first.ok(&["sync"]);
    assert_eq!(first.head(), second.head());
}
