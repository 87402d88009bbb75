//! 四（五）: 信息通报应采取正式文件的形式报送.

use super::first_word::is_judged;
use super::notice_chain::is_withdrawn;
use crate::model::{Filed, Kind, Notice, RecordPath, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N03",
    name: "formal-paper-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("先行告知后未见正式文件", "a preliminary word without a formal paper"),
    fires: Text::fixed(
        "登记了先行告知（preliminary），正式通报的时限（设置 notice-term）已过而未见印发；时限未经文件确定的，告知当年之内只作提醒。晚于时限印发的，最多为提醒。施行之日以前的先行告知、被撤回的通报不判。",
        "A preliminary word is recorded, the term (notice-term) has run out and the notice has not been issued; where no paper adopted the term, a reminder within the year of the word. Issued after the term it is a reminder at most. Words before the regulation and withdrawn notices are not judged.",
    ),
    proves: Some(Text::fixed(
        "先行告知之后印发了正式文件的通报。",
        "A notice that was issued as a paper after a preliminary word.",
    )),
    remedy: Text::fixed(
        "在同一件通报中补齐正式文件的内容，并填写印发日期（issued）；已印发的，补录。",
        "Complete the same notice as a formal paper and fill in issued; if it was issued, record it.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Notice], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for notice in &context.ledger.notices {
        follow(notice, context, out);
    }
}

fn follow(notice: &Filed<Notice>, context: &Context<'_>, out: &mut RegisterFindings) {
    let Some(at) = notice.record.preliminary.as_ref().map(|preliminary| preliminary.at) else { return };
    if !is_judged(at.day(), context) || is_withdrawn(notice, context) {
        return;
    }
    let due = Due::after_moment(SettingId::NoticeTerm, at, context);
    let timing = due.timing(notice.record.issued, context);
    let called = due.called();
    let (called_zh, called_en) = (called.zh(), called.en());
    let weight = due.weight_of_absence(at.day(), context);
    let (day, record) = (at.day(), RecordPath::Filed(notice.path.clone()));
    if let Timing::Running(due) = timing {
        let what = tr!("印发 {day} 先行告知事项的正式通报"; "issue the paper on the matter told of on {day}");
        out.awaits_at(record, day, "issued", due, what);
        return;
    }
    if timing != Timing::Missing {
        out.record_evidence(notice.reference(), day, None);
    }
    match timing {
        Timing::Late { done, due } => {
            let what = tr!(
                "{day} 先行告知，正式文件印发于 {done}，晚于{called_zh} {due}";
                "word was given on {day}; the paper was issued on {done}, after {called_en} {due}"
            );
            out.report_at(record, day, "issued", what).late();
        }
        Timing::InTime | Timing::Running(_) => {}
        Timing::Missing => {
            let what = tr!(
                "{day} 已先行告知，台账中未见印发正式文件的记录";
                "word was given on {day}; the register does not show that a paper was issued"
            );
            out.report_at(record, day, "issued", what).at_most(weight).past(due.fixed());
        }
    }
}
