//! What is filed by forms in the tests: every verb of three kinds, with what a person would answer.

use super::acts_for;
use crate::support::Register;

/// A verb with its answers, by the names of the fields.
pub(super) struct FormFiling {
    /// The unit that files.
    pub(super) unit: &'static str,
    pub(super) page: String,
    pub(super) answers: Vec<(&'static str, &'static str)>,
}

/// What a hazard is nothing without.
pub(super) const HAZARD: &[(&str, &str)] =
    &[("q.mine", "大山石场（虚构）"), ("q.found", "今天"), ("q.description", "边坡裂缝（虚构）")];
/// What a review is nothing without.
pub(super) const REVIEW: &[(&str, &str)] =
    &[("q.name", "张某甲"), ("q.post", "in-charge"), ("q.on", "今天"), ("q.way", "written")];

fn filing(unit: &'static str, page: &str, answers: &[(&'static str, &'static str)]) -> FormFiling {
    FormFiling { unit, page: page.to_owned(), answers: answers.to_vec() }
}

/// The register in which they are filed: one problem of a joint enforcement is not taken over yet.
pub(super) fn register() -> Register {
    let register = Register::without(&["hazards/2025/gongan/001.toml"]);
    acts_for(&register, "yingji");
    register
}

/// Every verb of a hazard.
pub(super) fn of_hazard() -> Vec<FormFiling> {
    let of = |verb: &str| format!("new/hazard/{verb}?q.record=hazards/2026/yingji/001");
    let unit = "yingji";
    vec![
        filing(unit, "new/hazard/new", &[HAZARD, &[("q.major", "是")]].concat()),
        filing(unit, &of("onsite"), &[("q.measure", "停止坡脚作业（虚构）"), ("q.on", "今天")]),
        filing(unit, &of("rectify"), &[("q.plan", "清理危岩（虚构）\r\n设置警戒（虚构）"), ("q.due", "1月30日")]),
        filing(unit, &of("determine"), &[("q.criterion", "判定依据（虚构）"), ("q.major", "是"), ("q.on", "今天")]),
        filing(
            unit,
            &of("extend"),
            &[("q.asked", "今天"), ("q.new_due", "2026-02-28"), ("q.approved_by", "张某甲"), ("q.approved_on", "今天")],
        ),
        filing(unit, &of("done"), &[("q.reported_done", "今天")]),
        filing(unit, &of("reinspect"), &[("q.on", "今天"), ("q.by", "应急"), ("q.result", "passed")]),
        filing(unit, &of("close"), &[("q.reason", "passed"), ("q.on", "今天")]),
        filing("gongan", "new/hazard/take", &[("q.from", "enforcements/2025/anweiban/001#2")]),
    ]
}

/// Every verb of a notice; what is not reviewed waits as a draft.
pub(super) fn of_notice() -> Vec<FormFiling> {
    let of = |verb: &str| format!("new/notice/{verb}?q.record=notices/2026/yingji/001");
    let unit = "yingji";
    let review = || filing(unit, "new/notice/review?q.record=notices-1", REVIEW);
    vec![
        filing(
            unit,
            "new/notice/new",
            &[("q.content", "2"), ("q.title", "关于边坡的通报（虚构）"), ("q.to", "公安"), ("l.about", "大山石场（虚构）")],
        ),
        review(),
        filing(unit, &of("preliminary"), &[("q.at", "今天 8:00"), ("q.by", "张某甲"), ("q.to", "公安"), ("q.way", "telephone")]),
        filing(unit, &of("text"), &[("q.measures", "已停止作业（虚构）")]),
        filing(unit, &of("issue"), &[("q.issued", "今天"), ("q.doc_type", "letter"), ("q.doc_number", "云区应急〔2026〕1号")]),
        filing(unit, &of("print"), &[("q.by", "云城区应急管理局办公室（虚构）"), ("q.on", "今天")]),
        filing(unit, &of("deliver"), &[("l.who", "河口街道"), ("q.on", "今天"), ("q.way", "in-person")]),
        filing(
            unit,
            "new/notice/correct",
            &[("q.corrects", "notices/2025/yingji/004"), ("q.title", "更正通报（虚构）"), ("q.body", "更正如下（虚构）")],
        ),
        review(),
        filing(
            unit,
            "new/notice/withdraw",
            &[("q.withdraws", "notices/2025/yingji/002"), ("q.title", "撤回通报（虚构）"), ("q.body", "撤回（虚构）")],
        ),
        review(),
        filing(unit, "new/notice/none", &[("q.content", "5"), ("q.none_for", "2025")]),
    ]
}

/// Every verb of a meeting.
pub(super) fn of_meeting() -> Vec<FormFiling> {
    let of = |verb: &str| format!("new/meeting/{verb}?q.record=meetings/2026/anweiban/001");
    let unit = "anweiban";
    vec![
        filing(
            unit,
            "new/meeting/plan",
            &[("q.title", "第一次联席会议（虚构）"), ("q.planned", "今天"), ("q.place", "区政府（虚构）")],
        ),
        filing(unit, &of("call"), &[("q.doc_number", "云区安委办〔2026〕1号")]),
        filing(unit, &of("invite"), &[("q.who", "公安"), ("l.who", "林业\r\n河口街道"), ("q.on", "今天")]),
        filing(unit, &of("held"), &[("q.held", "今天"), ("q.decided", "议定（虚构）")]),
        filing(unit, &of("chair"), &[("q.unit", "应急"), ("q.name", "张某甲"), ("q.post", "in-charge")]),
        filing(unit, &of("attend"), &[("q.who", "公安"), ("q.how", "present"), ("q.name", "李某乙")]),
        filing(unit, &of("task"), &[("q.text", "清退民爆物品（虚构）"), ("q.lead", "公安"), ("q.due", "3月31日")]),
        filing(unit, &of("unresolved"), &[("q.question", "治理资金（虚构）")]),
        filing(unit, &of("minutes"), &[("q.doc_number", "第1期"), ("q.issued", "今天")]),
        filing(unit, "new/meeting/plan", &[("q.title", "第二次联席会议（虚构）"), ("q.planned", "2月20日")]),
        filing(unit, "new/meeting/cancel?q.record=meetings/2026/anweiban/002", &[("q.reason", "并入下次（虚构）")]),
    ]
}
