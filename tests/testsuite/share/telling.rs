//! What became of a record, and what a week brought, in words.

use snapbox::str;

use super::district::{District, HAZARD};
use crate::support::assert_whole;

#[test]
fn a_record_has_a_history_that_people_can_read() {
    let district = District::trusted();
    let safety = district.member("yingji", "应急");
    safety.ok(HAZARD);
    safety.ok(&["hazard", "rectify", "应急/1", "--due", "2025-12-01"]);
    safety.ok(&["amend", "隐患 应急/1", "--set", "found=2025-11-02", "--reason", "录入笔误"]);
    let told = safety.ok(&["history", "隐患", "应急/1"]);
    assert_whole(
        &told,
        str![[r#"
隐患 2025-应急-001

2025-11-25 09:30  应急 yingji（虚构）  隐患 2025-应急-001：登记一项隐患（[ID]）
  矿山：大山石场（虚构）
  发现日期：2025-11-01
  发现方式：自行检查
  性质：事故隐患
  隐患描述：边坡排水不畅（虚构）

2025-11-25 09:30  应急 yingji（虚构）  隐患 2025-应急-001：登记整改要求（[ID]）
  整改·整改期限：2025-12-01

2025-11-25 09:30  应急 yingji（虚构）  隐患 2025-应急-001：更正笔误（[ID]）
  发现日期：2025-11-01 → 2025-11-02
  更正记录 1·日期：2025-11-25
  更正记录 1·更正项：发现日期
  更正记录 1·原因：录入笔误

"#]],
    );
    let first = told.find("边坡").expect("the first filing");
    assert!(first < told.find("2025-12-01").expect("the second"), "oldest first: {told}");
    let json: serde_json::Value =
        serde_json::from_str(&safety.ok(&["history", "隐患 应急/1", "--format", "json"])).expect("JSON");
    assert_eq!(json["steps"].as_array().map(Vec::len), Some(3));
    safety.fails_with(
        &["history", "隐患 应急/9"],
        2,
        str![[r#"
未能完成：台账的历史里没有 hazards/2025/yingji/009；已有的见 liandong list 隐患

"#]],
    );
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
    assert_whole(
        &told,
        str![[r#"
公安
  新 线索 2025-公安-001（leads/2025/gongan/001）

"#]],
    );
    district.office.says(
        &["diff", "--since", "2025-11-01"],
        str![[r#"
区安委办
  新 机构（bodies）
  新 日历 2024（calendar/2024）
  新 日历 2025（calendar/2025）
  新 日历 2026（calendar/2026）
  新 条款（clauses）
  新 职责 发改（duties/fagai）
  新 职责 公安（duties/gongan）
  新 职责 工信（duties/gongxin）
  新 职责 林业（duties/linye）
  新 职责 农水（duties/nongshui）
  新 职责 人社（duties/renshe）
  新 职责 生态环境（duties/shengtai）
  新 职责 消防（duties/xiaofang）
  新 职责 应急（duties/yingji）
  新 职责 住建（duties/zhujian）
  新 职责 自然资源（duties/ziran）
  新 密钥 区安委办（keys/anweiban）
  新 密钥 公安（keys/gongan）
  新 机制（mechanism）
  新 矿山 大山石场（虚构）（mines/dashan/base）
  新 义务（obligations）
  新 设置（settings）
  新 单位 区安委办（units/anweiban）
  新 单位 发改（units/fagai）
  新 单位 公安（units/gongan）
  新 单位 工信（units/gongxin）
  新 单位 林业（units/linye）
  新 单位 农水（units/nongshui）
  新 单位 人社（units/renshe）
  新 单位 生态环境（units/shengtai）
  新 单位 消防（units/xiaofang）
  新 单位 应急（units/yingji）
  新 单位 住建（units/zhujian）
  新 单位 自然资源（units/ziran）
公安
  新 线索 2025-公安-001（leads/2025/gongan/001）

"#]],
    );
    district.office.says(
        &["diff", "--since", "2025-11-26"],
        str![[r#"
没有变化

"#]],
    );
    district.office.says(
        &["diff", "--since", &start, "--unit", "林业"],
        str![[r#"
没有变化

"#]],
    );
    district.office.fails_with(
        &["diff", "--since", "某天"],
        2,
        str![[r#"
未能完成：“某天”不是日期（如 2025-03-01、昨天），也没有这次提交

"#]],
    );
}
