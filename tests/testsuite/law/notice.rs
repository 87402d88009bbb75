//! 信息通报 (四): to whom, by whom, when.

use super::edit::Edit::{Add, Head};
use super::registers::HN;
use super::{Case, Finds, MET, MET_LATE, Shows, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "四（四）",
        question_zh: "重大隐患处理后向有关单位通报了，是否落实？",
        question_en: "A major hazard was dealt with and others were notified: is the duty met?",
        expect: &[Stands("O31", MET), Silent("N05", ""), Shows("O31", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "自行检查发现的重大隐患已处理，始终未向任何单位通报？",
        question_en: "A major hazard of one's own inspection was dealt with, and nobody was ever notified?",
        change: &[HN],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "重大隐患处理后一个月才通报？",
        question_en: "Others were notified of a major hazard a month after it was dealt with?",
        change: &[HN, Add("notices/2025/yingji/011.toml", TOLD_LATE)],
        expect: &[Stands("O31", MET_LATE), Finds("N05", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "通报共性问题而未提出工作意见建议？",
        question_en: "A notice on a common problem makes no suggestions?",
        change: &[Head("notices/2025/gongan/001.toml", "common = true\n")],
        expect: &[Stands("O38", UNMET), Finds("N09", "unmet", "notices/2025/gongan/001")],
        ..Case::USUAL
    },
];

/// A notice about the hazard of [`HN`], in order but for its day.
const TOLD_LATE: &str = r#"content = 2
about = ["hazards/2025/yingji/011"]
title = "关于绿水石场（虚构）重大隐患的通报"
measures = "已撤出人员。"
suggestions = "请属地协助警戒。"
issued = 2025-07-03
doc_type = "letter"
doc_number = "云区应急〔2025〕31号"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-07-03
way = "oa"

[review.share]
content = "隐患情况"
way = "书面送达"
"#;
