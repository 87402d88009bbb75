//! 三（六）: 联合执法行动结束后，联合执法组要认真总结执法成效、发现的主要问题，分析原因、提出要求，形成书面材料，报区安委办.

use super::stage::{answering_for_team, ended};
use crate::model::{Enforcement, Filed, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E09",
    name: "summary-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("未见联合执法总结", "no summary of a joint enforcement"),
    fires: Text::fixed(
        "联合执法已结束，设置的总结时限（summary-term，自结束之日起）已过，台账中未见办公室收到总结；收到日期晚于时限的，作提醒。时限的最后一天收到的算按时；未结束或取消的不判。",
        "An enforcement has ended, the term of the setting summary-term has run out and the office is not recorded to have received a summary; one received later is a reminder. The last day is in time. Not judged before it ends or when called off.",
    ),
    remedy: Text::fixed(
        "请联合执法组报送书面总结，由办公室登记收到日期（summary.received）。",
        "Have the team hand in its written summary and record when the office received it (summary.received).",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(ended) = ended(record, context.today) else { return };
    let summary = record.summary.as_ref();
    let received = summary.and_then(|summary| summary.received);
    let timing = Due::after(SettingId::SummaryTerm, ended, context).timing(received, context);
    let team = answering_for_team(record);
    if let Timing::Running(due) = timing {
        let what = Text::fixed("报送联合执法书面总结", "hand in the written summary to the office");
        out.awaits("summary.received", due, what).by(team);
        return;
    }
    out.record_occasion();
    match (timing, summary) {
        (Timing::Missing, None) => {
            let what = tr!("联合执法已于 {ended} 结束，台账中未见书面总结"; "the enforcement ended on {ended}; no written summary is on record");
            out.report("summary", what).by(team);
        }
        (Timing::Missing, Some(_)) => {
            let what = tr!(
                "联合执法已于 {ended} 结束，台账中未见办公室收到总结的日期";
                "the enforcement ended on {ended}; no receipt of its summary by the office is on record"
            );
            out.report("summary.received", what).by(team);
        }
        (Timing::Late { done, due }, _) => {
            let what = tr!("总结于 {done} 收到，参考时限为 {due}"; "the summary was received on {done}; the term ended on {due}");
            out.report("summary.received", what).by(team).late();
        }
        (Timing::Running(_) | Timing::InTime, _) => {}
    }
}
