//! 二（六）: 联席会议研究解决的重大问题事项和部署的工作安排应形成会议纪要，各相关单位应认真贯彻落实.

use super::supervised::{TaskState, all};
use crate::model::{Kind, Task};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "T01",
    name: "task-incomplete",
    nature: RuleNature::Conduct,
    title: Text::fixed("督办事项缺责任单位或时限", "a task without a lead or a term"),
    fires: Text::fixed(
        "已召开会议、已印发通报或已收到批复中的督办事项，没有牵头责任单位；或既没有完成时限，也未注明长期坚持；或内容只写“待定”等。条文未逐项要求，因此只作提醒。已办结的事项、取消的会议、未印发的通报不判。",
        "A task that a meeting, a circular or a reply set has no lead; or neither a term nor the mark of a standing one, or says nothing of what is to be done (待定). The clause does not ask for either in so many words, so it is only a reminder. Tasks accepted as done, cancelled meetings and circulars not issued are not judged.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补填牵头责任单位（lead）、完成时限（due），没有时限的注明长期坚持（standing = true）。",
        "Fill in who answers for it (lead) and by when (due), or mark it as standing (standing = true).",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Meeting, Kind::Enforcement], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for set in all(context) {
        let Some((key, lacking)) = lacking(set.task) else { continue };
        // No `applies`: that a task is complete shows nothing of its being carried out.
        if !matches!(set.state(context), TaskState::Accepted(..) | TaskState::PutRight(_)) {
            let (no, on, zh, en) = (set.task.no, set.set, lacking.zh(), lacking.en());
            let what = tr!("{on} 部署的督办事项第 {no} 项未注明{zh}"; "task {no}, set on {on}, does not name {en}");
            set.report(key, on, what, out).at_most(Level::Reminder);
        }
    }
}

/// What a task lacks, and at which of its keys.
fn lacking(task: &Task) -> Option<(&'static str, Text)> {
    let has_term = task.due.is_some() || task.standing;
    if task.text.says_nothing() {
        return Some((".text", Text::fixed("办什么事", "what is to be done")));
    }
    match (task.lead.is_some(), has_term) {
        (true, true) => None,
        (false, true) => Some((".lead", Text::fixed("牵头责任单位", "who answers for it"))),
        (true, false) => Some((".due", Text::fixed("完成时限（或长期坚持）", "a term, nor is it marked as standing"))),
        (false, false) => Some(("", Text::fixed("牵头责任单位和完成时限", "who answers for it, nor a term"))),
    }
}
