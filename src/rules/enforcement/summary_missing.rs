//! 三（六）: 联合执法行动结束后，联合执法组要认真总结执法成效、发现的主要问题，分析原因、提出要求，形成书面材料，报区安委办.

use super::stage::{answering_for_team, covered, date_by_end, ended, summary_received};
use crate::model::{Day, Enforcement, Filed, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E09",
    name: "summary-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("未见联合执法总结", "no summary of a joint enforcement"),
    fires: Text::fixed(
        "联合执法已结束，设置的总结时限（summary-term，自结束之日起）已过，台账中未见办公室收到总结；收到日期晚于时限的，作提醒。时限未经文件确定的，在当年和参考时限之内只作提醒；情况通报已印发而无总结的，即为未落实。结束之前收到的不算总结。总结四项内容都已登记而只缺收到日期的，情况不明，由办公室补登记（day-missing）。开始已久而未登记结束日期的，作提醒。跨年的，次数计入开始之年，总结的义务在结束之年。取消的不判。",
        "An enforcement has ended, the term of the setting summary-term has run out and the office is not recorded to have received a summary; one received later is a reminder. Where no paper adopted the term, absence is a reminder while the year and the term run; once the circular went out without a summary it is not carried out. What was received before the end is no summary. One that is on record in all its four parts without the day on which the office received it is unknown; the office fills that in (day-missing). One that began long ago without a day of its end is a reminder. One that runs over the new year counts in the year of its first day; its summary is a duty of that of its last. Not judged when called off.",
    ),
    proves: Some(Text::fixed(
        "行动结束后报来书面总结（summary）的联合执法。",
        "A joint enforcement whose summary was received after it had ended (summary).",
    )),
    remedy: Text::fixed(
        "请联合执法组报送书面总结，由办公室登记收到日期（summary.received）。",
        "Have the team hand in its written summary and record when the office received it (summary.received).",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    date_by_end(record, context, out);
    let team = answering_for_team(record);
    let Some(ended) = ended(record, context.today) else {
        unended(record, context, out);
        return;
    };
    let received = summary_received(record, context.today);
    // Whole, and in the office's hands, as its file shows; when it came, the office did not say.
    if received.is_none() && is_undated(record) {
        out.record_doubt(Text::fixed(
            "的总结已登记全文，办公室未登记收到日期，是否按时报送不明",
            "have their summary on record and no day on which the office received it: whether it was handed in on time is unknown",
        ));
        return;
    }
    let due = Due::after(SettingId::SummaryTerm, ended, context);
    let told = covered(record, ended, context.today);
    let (what, key) = match due.timing(received, context) {
        Timing::InTime => return out.record_occasion(),
        Timing::Late { done, due: last } => {
            out.record_occasion();
            let called = due.called();
            let (zh, en) = (called.zh(), called.en());
            let what = tr!("总结于 {done} 收到，{zh}为 {last}"; "the summary was received on {done}; {en} ended on {last}");
            out.report("summary.received", what).by(team).late();
            return;
        }
        Timing::Running(last) if told.is_none() => {
            let what = Text::fixed("报送联合执法书面总结", "hand in the written summary to the office");
            out.awaits("summary.received", last, what).by(team);
            return;
        }
        Timing::Running(_) | Timing::Missing => absent(record, ended),
    };
    // The circular tells of what the summary says: once it went out, the occasion has passed.
    let absence = if told.is_some() { Level::Form } else { due.weight_of_absence(ended, context) };
    let since = told.map_or(due.day(), |told| told.min(due.day())).plus(1).min(context.today);
    out.report(key, what).by(team).at_most(absence).lasting(since, context.today).past(due.fixed());
}

/// Whether the summary is written in all its parts and nobody recorded its receipt.
fn is_undated(record: &Enforcement) -> bool {
    record.summary.as_ref().is_some_and(|summary| summary.received.is_none() && summary.is_whole())
}

/// What is absent, and at which key.
fn absent(record: &Enforcement, ended: Day) -> (Text, &'static str) {
    match &record.summary {
        None => (
            tr!("联合执法已于 {ended} 结束，台账中未见书面总结"; "the enforcement ended on {ended}; no written summary is on record"),
            "summary",
        ),
        Some(summary) => {
            let early = summary.received.filter(|received| *received < ended);
            let what = early.map_or_else(
                || {
                    tr!(
                        "联合执法已于 {ended} 结束，台账中未见办公室收到总结的日期";
                        "the enforcement ended on {ended}; no receipt of its summary by the office is on record"
                    )
                },
                |early| {
                    tr!(
                        "总结登记于 {early} 收到，联合执法到 {ended} 才结束";
                        "the summary is recorded as received on {early}; the enforcement ended only on {ended}"
                    )
                },
            );
            (what, "summary.received")
        }
    }
}

/// One of which nobody recorded the end, long after it began: whether a summary is due cannot be told.
fn unended(record: &Enforcement, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(from) = record.last_seen().filter(|_| record.has_begun(context.today) && record.ended().is_none()) else { return };
    if Due::after(SettingId::SummaryTerm, from, context).timing(None, context) == Timing::Missing {
        let from = record.began().unwrap_or(from);
        let what = tr!(
            "联合执法自 {from} 开始，未登记结束日期，总结和通报是否到期无法判断";
            "the enforcement began on {from} and has no day on which it ended; whether summary and circular are due cannot be told"
        );
        out.report("to", what).by(answering_for_team(record)).at_most(Level::Reminder).lasting(from, context.today);
    }
}
