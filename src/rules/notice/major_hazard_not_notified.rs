//! 四（四）: 监管执法工作中，发现非煤矿山企业存在重大隐患和问题的，在依法作出处理的同时，要向有关单位通报相关信息.

use super::first_word::FirstWord;
use super::grave_matter::{GraveMatter, grave_matters};
use crate::model::{Day, Kind};
use crate::rules::due::Timing;
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N05",
    name: "major-hazard-not-notified",
    nature: RuleNature::Conduct,
    title: Text::fixed("重大隐患和问题处理时未见通报", "a major hazard or problem dealt with and not notified"),
    fires: Text::fixed(
        "重大隐患，以及以责令停止作业、停产停业、暂扣或吊销证照处理的问题（含联合执法发现、尚未登记隐患的，和只登记了文书的），自作出处理（现场处置或执法文书，取最早）起，“同时”的时限（设置 simultaneous-term）已过，而台账中未见向有关单位的通报。有关单位指发出单位和矿山以外、当时存在的成员单位、镇街或其他部门；只发办公室的也算。处理尚未登记的，自发现起过了时限只作提醒。晚于时限的为提醒；按时先行告知的，正式文件在其时限（notice-term）内印发即可，只有先行告知而无正式文件的仍算未见。涉及该隐患的文书或其来源的通报（涉及整次联合执法的，须写明已采取的措施和意见建议）、写明该问题及其措施和要求的联合执法通报（三（七）），同样算数；早于发现的、零报告、他单位自行发出的、被撤回的不算。来自他人通报的、登记重复的、一般问题、施行之日以前发现的不判。",
        "A major hazard, or a problem answered by stopping work or production or by withholding or revoking a licence (found by a joint enforcement and not yet a hazard, or on record only as an order), and the term for \"at the same time\" (simultaneous-term) has run out since it was dealt with (on-site measure or order, whichever came first) without a notice to those concerned: a member, town or other department that existed then, other than the provider and the mine; the office alone will do. Where no measure is recorded, it is a reminder once the term since the finding has run out. After the term it is a reminder; where word was given in time, the paper may follow within its own term (notice-term), and word without any paper is none. A notice about an order on it or about what it came from counts (about the enforcement as a whole only with measures and suggestions), as does the circular on the enforcement (三（七）) that gives the problem, what was done and what is demanded; one from before the finding, a report of nothing, a neighbour's or a withdrawn one does not. Not judged: one that another's notice told of, one filed twice, ordinary problems, what was found before the regulation.",
    ),
    proves: Some(Text::fixed(
        "已向有关单位正式通报的重大隐患和问题。",
        "A major hazard or problem of which those concerned were told by a paper.",
    )),
    remedy: Text::fixed(
        "已通报的，在通报的 about 中列明该隐患（问题、文书）；未通报的，请向有关单位通报，并说明已采取的措施、提出意见建议。",
        "If it was notified, name the hazard, problem or order in the notice's about; otherwise please notify the units concerned, with the measures taken and suggestions.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Hazard, Kind::Enforcement, Kind::Order], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for matter in grave_matters(context) {
        check_matter(&matter, context, out);
    }
}

fn check_matter(matter: &GraveMatter<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let GraveMatter { found, handled, actor, .. } = matter;
    let (record, key) = (matter.reference.record.clone(), matter.key.clone());
    let history = history(*found, *handled);
    let (zh, en) = (history.zh(), history.en());
    match matter.timing(context) {
        Timing::Running(due) => {
            let what = tr!(
                "就 {found} 发现的重大隐患和问题向有关单位通报";
                "notify the units concerned of the major hazard or problem found on {found}"
            );
            out.awaits_at(record, *found, key, due, what).by(actor);
        }
        Timing::InTime => out.record_evidence(matter.reference.clone(), *found, None),
        Timing::Late { done, due } => {
            out.record_evidence(matter.reference.clone(), *found, None);
            let called = matter.due.called();
            let (called_zh, called_en) = (called.zh(), called.en());
            let what = tr!(
                "重大隐患和问题{zh}，{done} 通报，晚于{called_zh} {due}";
                "a major hazard or problem {en}, notified on {done}, after {called_en} {due}"
            );
            out.report_at(record, *found, key, what).by(actor).late();
        }
        Timing::Missing => report_missing(matter, context, out),
    }
}

/// Nobody was told, or only by word, or by a notice that was withdrawn.
fn report_missing(matter: &GraveMatter<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let GraveMatter { found, handled, actor, .. } = matter;
    let (record, key) = (matter.reference.record.clone(), matter.key.clone());
    let history = history(*found, *handled);
    let (zh, en) = (history.zh(), history.en());
    let passed_over = matter.word.passed_over();
    let (aside_zh, aside_en) = (passed_over.zh(), passed_over.en());
    let what = if matter.word.verbal.is_some() {
        tr!(
            "重大隐患和问题{zh}，只见先行告知，未见正式文件的通报记录{aside_zh}";
            "a major hazard or problem {en}: word was given, and the register shows no paper about it{aside_en}"
        )
    } else {
        tr!(
            "重大隐患和问题{zh}，台账中未见就此向有关单位通报的记录{aside_zh}";
            "a major hazard or problem {en}: the register shows no notice about it to those concerned{aside_en}"
        )
    };
    // What was told in time was, until the notice was withdrawn.
    let told = |(before, _): &(FirstWord, Day)| matter.timing_of(before, context) != Timing::Missing;
    let lapsed = matter.word.before_lapse().filter(told).map(|(_, withdrawn)| withdrawn);
    if lapsed.is_some() {
        out.record_evidence(matter.reference.clone(), *found, None);
    }
    let report = out.report_at(record, *found, key, what).by(actor).fixed_by(Fix::New(Kind::Notice, Some("about")));
    if let Some(withdrawn) = lapsed {
        report.lapsed(withdrawn, context.today);
    }
    // The duty falls due with the handling: what was not dealt with yet is another clause's matter (三（五）).
    if handled.is_none() && !matter.is_over {
        report.at_most(Level::Reminder);
    } else if matter.word.verbal.is_none() {
        report.past(matter.due.fixed());
    }
}

fn history(found: Day, handled: Option<Day>) -> Text {
    match handled {
        Some(handled) => tr!("于 {found} 发现、{handled} 处理"; "found on {found} and dealt with on {handled}"),
        None => tr!("于 {found} 发现、处理未登记"; "found on {found}, with no measure recorded"),
    }
}
