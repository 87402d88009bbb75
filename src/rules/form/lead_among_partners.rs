//! Who leads a task is not with itself: a ledger or a paper that names it twice leaves open who answers.

use crate::model::{Day, FiledPath, RecordPath, Task};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F25",
    name: "lead-among-partners",
    nature: RuleNature::Remark,
    title: Text::fixed("牵头责任单位又列为配合单位", "a task whose lead is also a partner"),
    fires: Text::fixed(
        "会议、通报或批复中的督办事项，牵头责任单位（lead）又列在配合单位（with）中。没有牵头单位的不判。公文、台账照录不改。只作提醒。",
        "A task of a meeting, a circular or a reply names its lead (lead) among those that are with it (with) as well. Tasks without a lead are not judged. Papers and ledgers print what the record says. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在配合单位（with）中删去牵头责任单位；确实没有其他配合单位的，留空。",
        "Take the lead out of those that are with it (with); leave that blank where nobody else is.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    for meeting in &ledger.meetings {
        look(&meeting.path, meeting.record.held, "task", &meeting.record.task, context, out);
    }
    for action in &ledger.enforcements {
        let issued = action.record.circular.as_ref().map(|circular| circular.issued);
        look(&action.path, issued, "task", &action.record.task, context, out);
    }
    for upward in &ledger.upward {
        if let Some(reply) = &upward.record.reply {
            look(&upward.path, Some(reply.on), "reply.task", &reply.task, context, out);
        }
    }
}

fn look(path: &FiledPath, on: Option<Day>, list: &str, tasks: &[Task], context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, task) in tasks.iter().enumerate() {
        let Some(lead) = task.lead.as_ref().filter(|lead| task.with.contains(lead)) else { continue };
        let (no, lead) = (task.no, context.ledger.mechanism.party(lead));
        let what = tr!(
            "督办事项第 {no} 项的牵头责任单位{lead}又列为配合单位";
            "{lead} leads task {no} and is listed among those that are with it"
        );
        let on = on.unwrap_or(Day::first_of(path.year));
        out.report_at(RecordPath::Filed(path.clone()), on, format!("{list}[{at}].with"), what).at_most(Level::Reminder);
    }
}
