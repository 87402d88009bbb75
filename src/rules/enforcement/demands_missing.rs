//! 三（七）: 向区人民政府、相关单位、非煤矿山企业提出整改要求.

use super::demand::is_demanded;
use super::stage::{circular_due, circular_issued, date_by_end, ended};
use crate::model::{Enforcement, Filed};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E13",
    name: "demands-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报未提出整改要求", "a circular without demands"),
    fires: Text::fixed(
        "联合执法发现了问题，情况通报已印发，而整改要求一条未列，或所列要求都未落到有问题的矿山（或该问题的监管单位）。未发现问题的、通报时限未满的不判；时限已过而通报和要求都没有的，两者都未落实。",
        "A joint enforcement found problems, its circular was issued, and no demand is listed, or none that falls on a mine with a problem (or on the unit that supervises it). Not judged where no problem was found, nor while the term for the circular runs; once that is over without circular and without demands, both are absent.",
    ),
    proves: Some(Text::fixed(
        "情况通报所列要求（task）落到有问题的矿山或其监管单位的联合执法。",
        "A joint enforcement whose circular makes a demand (task) on a mine with a problem or on the unit that supervises it.",
    )),
    remedy: Text::fixed(
        "请将通报提出的整改要求逐条登记（[[task]]），写明责任单位或企业和期限。",
        "Record the demands of the circular one by one ([[task]]), with who answers for them and by when.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    date_by_end(record, context, out);
    let Some(circular) = circular_issued(record, context.today) else { return without_circular(record, context, out) };
    if record.problem.is_empty() {
        return;
    }
    if record.problem.iter().any(|problem| is_demanded(action, problem, circular.issued, context)) {
        out.record_occasion();
        return;
    }
    let (found, issued) = (record.problem.len(), circular.issued);
    let what = if record.task.is_empty() {
        tr!(
            "联合执法发现问题 {found} 个，{issued} 印发的通报未列整改要求";
            "problems found: {found}; the circular of {issued} lists no demand"
        )
    } else {
        tr!(
            "联合执法发现问题 {found} 个，{issued} 印发的通报所列要求均未落到有问题的矿山或其监管单位";
            "problems found: {found}; no demand of the circular of {issued} falls on a mine that has one or on its supervising unit"
        )
    };
    out.report("task", what).by(context.ledger.mechanism.office());
}

/// One that ended with problems, of which the term for the circular has run out: the clause names two acts, and the other is absent too.
fn without_circular(record: &Enforcement, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(ended) = ended(record, context.today).filter(|_| !record.problem.is_empty() && record.task.is_empty()) else {
        return;
    };
    let term = circular_due(record, ended, context);
    if term.timing(None, context) == Timing::Missing {
        let found = record.problem.len();
        let what = tr!(
            "联合执法发现问题 {found} 个，已于 {ended} 结束，台账中既未见通报，也未见整改要求";
            "problems found: {found}; the enforcement ended on {ended}, and neither a circular nor a demand is on record"
        );
        let report = out.report("task", what).by(context.ledger.mechanism.office());
        report.at_most(term.weight_of_absence(ended, context)).lasting(term.day().plus(1), context.today).past(term.fixed());
    }
}
