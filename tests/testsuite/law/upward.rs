//! 上报 (二（七）, 三（七）, 四（六）): who reports what to whom.

use super::registers::E2_MAJOR;
use super::{ADVICE, Case, Finds, Stands};

pub(super) const CASES: &[Case] = &[Case {
    clause: "三（七）",
    question_zh: "联合执法发现重大问题，未向市安委办报告（视情况）？",
    question_en: "A joint enforcement found something major and was not reported to the city office, which is to be done where called for?",
    change: &[E2_MAJOR],
    expect: &[Stands("O26", ADVICE), Finds("E15", "advice", "enforcements/2025/anweiban/002")],
    ..Case::USUAL
}];
