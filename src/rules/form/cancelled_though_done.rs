//! A meeting that took place, or an enforcement of which something was carried out, cannot be called off: the record contradicts itself.

use crate::model::{FiledPath, Kind, RecordPath};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F21",
    name: "cancelled-though-done",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("登记取消而已经开展", "called off, and yet carried out"),
    fires: Text::fixed(
        "会议登记了取消，又登记了召开日期、到会人员或纪要；联合执法登记了取消，又登记了检查、发现的问题、总结或通报。已经开展的照旧判定，取消不起作用。只有计划、邀请、方案、编组或请假的不判。",
        "A meeting is recorded as called off and has a day on which it was held, people who came or minutes; an enforcement, and has visits, problems, a summary or a circular. What was carried out is judged as before, and the word has no effect. Not where there are only a plan, invitations, groups or people on leave.",
    ),
    proves: None,
    remedy: Text::fixed(
        "没有开展的，删去误填的开展情况；开展了一部分的，删去取消（cancelled），填写实际的日期。",
        "If it was not carried out, remove what was filled in by mistake; if part of it was, remove cancelled and fill in the actual days.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let mut report = |path: &FiledPath, on| {
        let what = if path.kind == Kind::Meeting {
            tr!("{on} 登记取消，而另有召开日期、到会人员或纪要"; "called off on {on}, and yet it has a day held, people who came or minutes")
        } else {
            tr!("{on} 登记取消，而另有检查、问题、总结或通报"; "called off on {on}, and yet it has visits, problems, a summary or a circular")
        };
        out.report_at(RecordPath::Filed(path.clone()), on, "cancelled", what);
    };
    for meeting in ledger.meetings.iter().filter(|meeting| meeting.record.took_place()) {
        meeting.record.cancelled.iter().for_each(|cancelled| report(&meeting.path, cancelled.on));
    }
    for action in ledger.enforcements.iter().filter(|action| action.record.was_carried_out()) {
        action.record.cancelled.iter().for_each(|cancelled| report(&action.path, cancelled.on));
    }
}
