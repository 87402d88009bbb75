//! Names of people with a post before or behind them: whoever leads a unit is no other because somebody wrote 副局长张某甲.

use super::edit::Edit::{Add, Replace};
use super::{Case, Finds, MET, Says, Silent, Stands};

/// One place where somebody is named, written in another way.
macro_rules! written {
    ($clause:literal, $zh:literal, $en:literal, $file:literal, $from:literal => $to:literal, $($expect:expr),+) => {
        Case {
            clause: $clause,
            question_zh: $zh,
            question_en: $en,
            change: &[Replace($file, $from, $to)],
            expect: &[$($expect),+],
            ..Case::USUAL
        }
    };
}

pub(super) const CASES: &[Case] = &[
    written!("三（五）", "延期的批准人写“副局长张某甲”？", "Whoever granted an extension is written with a post before the name?",
        "hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"" => "approved_by = \"副局长张某甲\"", Silent("H06", "")),
    written!("三（五）", "写“张某甲（区应急管理局副局长）”？", "Or with it in brackets, and whose it is?",
        "hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"" => "approved_by = \"张某甲（区应急管理局副局长）\"", Silent("H06", "")),
    written!("三（五）", "批准人写“张某甲一”？", "It is somebody whose name only begins so?",
        "hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"" => "approved_by = \"张某甲一\"",
        Says("H06", "hazards/2025/yingji/001", "不在应急登记的负责人之列")),
    written!("三（五）", "批准人写“副局长张某甲一”？", "And with a post as well?",
        "hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"" => "approved_by = \"副局长张某甲一\"",
        Finds("H06", "reminder", "hazards/2025/yingji/001")),
    written!("三（五）", "批准人只写“张局长”？", "Only a family name with a post is written?",
        "hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"" => "approved_by = \"张局长\"",
        Finds("H06", "reminder", "hazards/2025/yingji/001")),
    written!("二（五）", "主持人写“张某甲副局长”？", "The chair is written with a post behind the name?",
        "meetings/2025/anweiban/001.toml", "unit = \"yingji\"\nname = \"张某甲\"" => "unit = \"yingji\"\nname = \"张某甲副局长\"",
        Stands("O7", MET)),
    written!("二（五）", "主持人写“张某甲同志”？", "Or with a form of address?",
        "meetings/2025/anweiban/001.toml", "unit = \"yingji\"\nname = \"张某甲\"" => "unit = \"yingji\"\nname = \"张某甲同志\"",
        Stands("O7", MET), Silent("M06", "")),
    written!("四（五）", "审核人写“分管负责人张某甲”？", "Whoever reviewed a notice is written with the post of the register?",
        "notices/2025/yingji/002.toml", "name = \"张某甲\"" => "name = \"分管负责人张某甲\"", Silent("N11", ""), Stands("O35", MET)),
    written!("四（五）", "审核人写“刘某甲副局长”，是公安登记的负责人？", "It is a leader of the police, written with a post?",
        "notices/2025/yingji/002.toml", "name = \"张某甲\"" => "name = \"刘某甲副局长\"", Says("N11", "", "公安登记的负责人")),
    written!("五（三）", "负责人的名单上写着职务？", "The post stands in the list of leaders itself?",
        "people/yingji.toml", "name = \"张某甲\"" => "name = \"张某甲（副局长）\"", Silent("H06", ""), Silent("N11", ""), Stands("O7", MET)),
    Case {
        clause: "五（三）",
        question_zh: "同一联络员登记两次，一次带称呼？",
        question_en: "One liaison is listed twice, once with a form of address?",
        change: &[Replace(
            "people/yingji.toml",
            "[[leader]]\nname = \"张某甲\"",
            "[[liaison]]\nname = \"张某乙同志\"\nphone = \"0766-0000001\"\nsince = 2025-01-01\nreported = 2025-01-02\n\n[[leader]]\nname = \"张某甲\"",
        )],
        expect: &[Finds("F09", "reminder", "people/yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "同名的两人以括号中的职务区别？",
        question_en: "Two people of one name are told apart by a post in brackets?",
        change: &[Replace(
            "people/yingji.toml",
            "[[leader]]\nname = \"张某甲\"",
            "[[liaison]]\nname = \"张某乙（股长）\"\nphone = \"0766-0000001\"\nsince = 2025-01-01\nreported = 2025-01-02\n\n[[leader]]\nname = \"张某甲\"",
        )],
        expect: &[Silent("F09", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "组长与所列专家是同一人，两处称呼不同？",
        question_en: "The leader of an enforcement is a listed expert, written with a form of address?",
        change: &[Add(
            "enforcements/2025/anweiban/091.toml",
            "title = \"冬季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-11-03\nto = 2025-11-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"专家陈某庚\"\n\n[[experts]]\nname = \"陈某庚教授\"\n",
        )],
        expect: &[Finds("E07", "advice", "enforcements/2025/anweiban/091")],
        ..Case::USUAL
    },
];
