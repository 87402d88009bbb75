//! 三（七）: 视情况向市安委办报告.

use super::stage::{circular_due, covered, date_by_end, ended};
use crate::model::{BodyKind, Enforcement, Filed, Kind, Reference};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E15",
    name: "superior-not-informed",
    nature: RuleNature::Conduct,
    title: Text::fixed("发现重大隐患的联合执法未向上级报告", "an enforcement with major hazards not reported upward"),
    fires: Text::fixed(
        "联合执法发现重大隐患，情况通报已印发（或通报时限已过），台账中未见就此报上级机关的报告或请示。报本级政府的、早于执法开始的、其他单位报的、reported_up 指向而只涉及其他事项的不算；未发现重大隐患、未结束或取消的不判。",
        "A joint enforcement found a major hazard, its circular was issued (or the term for it has run out), and no paper about it to a superior is on record. One to the government of the same level, before the enforcement began or by another unit than the office does not count, nor one that reported_up points at and that is about other matters only. Not judged without a major hazard, before it ends or when called off.",
    ),
    proves: Some(Text::fixed(
        "办公室就查出重大隐患的联合执法报上级的报告或请示（upward）。",
        "A paper of the office to a superior about an enforcement that found a major hazard (upward).",
    )),
    remedy: Text::fixed(
        "请视情况报告；已报告的，补录上报（upward），在涉及事项中注明本次联合执法。",
        "Report where called for; if that was done, record the paper (upward) with this enforcement under about.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(ended) = ended(record, context.today).filter(|_| record.found_major()) else { return };
    date_by_end(record, context, out);
    if was_told(action, context) {
        out.record_occasion();
        return;
    }
    let circular = covered(record, ended, context.today);
    let office = context.ledger.mechanism.office();
    if let Timing::Running(due) = circular_due(record, ended, context).timing(circular, context) {
        let what = Text::fixed("视情况向上级报告联合执法情况", "report the enforcement to a superior where called for");
        out.awaits("reported_up", due, what).by(office);
        return;
    }
    out.record_occasion();
    let found = record.problem.iter().filter(|problem| problem.major).count();
    let what = tr!(
        "联合执法发现重大隐患 {found} 个，台账中未见向上级的报告，请视情况报告";
        "major hazards found: {found}; no report to a superior is on record; report where called for"
    );
    out.report("reported_up", what).by(office).fixed_by(Fix::New(Kind::Upward, Some("about")));
}

/// Whether a superior has a paper about the enforcement or a major hazard that it found.
fn was_told(action: &Filed<Enforcement>, context: &Context<'_>) -> bool {
    let (ledger, record) = (context.ledger, &action.record);
    let mut matters: Vec<Reference> = vec![action.reference()];
    matters.extend(record.problem.iter().filter(|problem| problem.major).map(|problem| action.part(problem.no)));
    let about = matters.iter().flat_map(|matter| ledger.papers_about(matter));
    // A paper about other matters only is none about this one, whatever points at it.
    let named = record.reported_up.iter().filter_map(|paper| ledger.upward_paper(paper));
    let named = named.filter(|paper| paper.record.about.is_empty());
    about.chain(named).any(|paper| {
        let to = ledger.mechanism.body(&paper.record.to);
        let in_time = record.began().is_some_and(|from| from <= paper.record.on) && paper.record.on <= context.today;
        let by_office = ledger.is_sent_by(paper, ledger.mechanism.office(), context.today);
        in_time && by_office && to.is_some_and(|body| body.kind == BodyKind::Superior)
    })
}
