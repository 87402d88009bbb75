//! What became of a record, and what a week brought, in words.

use super::district::{District, HAZARD};

#[test]
fn a_record_has_a_history_that_people_can_read() {
    let district = District::trusted();
    let safety = district.member("yingji", "应急");
    safety.ok(HAZARD);
    safety.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-01"]);
    safety.ok(&["amend", "隐患 应急/1", "--set", "found=2025-11-02", "--reason", "录入笔误"]);
    let told = safety.ok(&["history", "隐患", "应急/1"]);
    assert!(told.contains("yingji（虚构）") && told.contains("发现日期：2025-11-01 → 2025-11-02"), "{told}");
    assert!(told.contains("2025-12-01") && told.contains("录入笔误"), "{told}");
    let first = told.find("边坡").expect("the first filing");
    assert!(first < told.find("2025-12-01").expect("the second"), "oldest first: {told}");
    let json: serde_json::Value =
        serde_json::from_str(&safety.ok(&["history", "隐患 应急/1", "--format", "json"])).expect("JSON");
    assert_eq!(json["steps"].as_array().map(Vec::len), Some(3));
    assert!(safety.fails(&["history", "隐患 应急/9"], 2).contains("没有"));
}

#[test]
fn what_came_since_is_told_by_unit() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let start = police.head();
    police.lead("一");
    police.ok(&["sync"]);
    district.office.ok(&["sync"]);
    let told = district.office.ok(&["diff", "--since", &start]);
    assert!(told.contains("公安") && told.contains("新 线索 2025-公安-001"), "{told}");
    assert!(district.office.ok(&["diff", "--since", "2025-11-01"]).contains("线索 2025-公安-001"));
    assert!(district.office.ok(&["diff", "--since", "2025-11-26"]).contains("没有变化"));
    assert!(district.office.ok(&["diff", "--since", &start, "--unit", "林业"]).contains("没有变化"));
    assert!(district.office.fails(&["diff", "--since", "某天"], 2).contains("不是日期"));
}
