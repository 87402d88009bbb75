//! 联席会议 (二): what is a meeting, and whose it is.

use super::edit::Edit::{Remove, Replace};
use super::{Case, Finds, OPEN, REMINDER, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "二（四）",
        question_zh: "会议由成员单位而非区安委办召集？",
        question_en: "A member, not the office, convened the meeting?",
        change: &[Replace("meetings/2025/anweiban/001.toml", "convener = \"anweiban\"", "convener = \"ziran\"")],
        expect: &[Stands("O3", UNMET), Finds("M04", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "全年未召开联席会议（原则上每年一次）？",
        question_en: "No joint meeting was held all year, which is to be once a year in principle?",
        change: &[Remove("meetings/2025/anweiban/001.toml")],
        expect: &[Stands("O4", REMINDER), Finds("Y01", "reminder", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "年度未结束，尚未召开联席会议？",
        question_en: "The year runs on and no joint meeting was held yet?",
        as_of: "2025-03-31",
        expect: &[Stands("O4", OPEN), Silent("Y01", "")],
        ..Case::USUAL
    },
];
