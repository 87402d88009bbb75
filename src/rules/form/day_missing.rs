//! What took place has a day. Until somebody fills it in, the first dated trace stands for it.

use crate::model::{Day, Filed, Kind, RecordPath};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F22",
    name: "day-missing",
    nature: RuleNature::Remark,
    title: Text::fixed("已开展而未填日期", "carried out, without its day"),
    fires: Text::fixed(
        "会议有到会人员或纪要而未填召开日期；联合执法有检查、问题、总结或通报而未填开始日期，或有总结、通报而未填结束日期，或总结内容齐全而未填收到日期。起止日期暂以最早（结束以最后）有日期的记录为准判定；没有任何日期的无法判定。只作提醒。",
        "A meeting has people who came or minutes and no day on which it was held; an enforcement has visits, problems, a summary or a circular and no first day, or a summary or circular and no last one, or a whole summary and no day on which it was received. Its first and last day are judged by the first dated trace (its end by the last); without any it cannot be judged. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请补填日期：会议的 held，联合执法的 from、to、summary.received。",
        "Fill in the day: held of the meeting, from, to and summary.received of the enforcement.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    for Filed { path, record } in
        ledger.meetings.iter().filter(|meeting| meeting.record.held.is_none() && meeting.record.took_place())
    {
        report(RecordPath::Filed(path.clone()), path.year, "held", record.took_place_on(), out);
    }
    for Filed { path, record } in ledger.enforcements.iter().filter(|action| action.record.was_carried_out()) {
        let is_told_of = record.summary.is_some() || record.circular.is_some();
        if record.from.is_none() {
            report(RecordPath::Filed(path.clone()), path.year, "from", record.began(), out);
        }
        if record.to.is_none() && is_told_of {
            report(RecordPath::Filed(path.clone()), path.year, "to", record.ended(), out);
        }
        let summary = record.summary.as_ref().filter(|summary| summary.received.is_none() && summary.is_whole());
        if let Some(on) = summary.and(record.ended()) {
            let what = Text::fixed(
                "总结内容已登记，未填收到日期，何时报送不明",
                "the summary is on record without the day on which it was received: when it was handed in is unknown",
            );
            let report = out.report_at(RecordPath::Filed(path.clone()), on, "summary.received", what);
            report.at_most(Level::Reminder).by(ledger.mechanism.office());
        }
    }
}

fn report(path: RecordPath, year: u16, key: &str, stands_in: Option<Day>, out: &mut RegisterFindings) {
    let meant = if path.kind() == Kind::Meeting {
        Text::fixed("会议", "the meeting")
    } else {
        Text::fixed("联合执法", "the enforcement")
    };
    let (zh, en) = (meant.zh(), meant.en());
    let heading = super::place::called(&path, &key.into());
    let (key_zh, key_en) = (heading.zh(), heading.en());
    let what = match stands_in {
        Some(day) => tr!(
            "{zh}已有开展的记录，未填{key_zh}，暂以 {day} 判定";
            "{en} has left traces and {key_en} is blank; it is judged by {day}"
        ),
        None => tr!(
            "{zh}已有开展的记录，未填{key_zh}，也没有其他日期，无法判定";
            "{en} has left traces; {key_en} is blank and so is every other day, so that it cannot be judged"
        ),
    };
    out.report_at(path, stands_in.unwrap_or(Day::first_of(year)), key, what).at_most(Level::Reminder);
}
