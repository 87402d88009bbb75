//! 三（五）: 督促非煤矿山企业落实整改工作以及开展复查. A word closes no hazard: what the close-out claims has to be so.

use super::course::Course;
use crate::model::{CloseReason, Closed, Filed, Hazard, Inspected, Kind};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H10",
    name: "closed-without-ground",
    nature: RuleNature::Conduct,
    title: Text::fixed("销号没有依据", "closed without ground"),
    fires: Text::fixed(
        "以矿山关闭销号，而矿山档案未登记关闭、也没有负有关闭职责的监管部门（职责文件 duties 标明 closes 的；都未标明的，任一监管部门）关闭整座矿山（只关闭其中一部分的不算）的文书（政府、上级已批复关闭请示的，或由办公室转录其关闭决定的，或文书写明其文号的，不论由谁登记）；以移交其他单位销号，而台账中没有其他单位来源于本隐患（或同一问题）的隐患记录；以重复登记销号，而没有另一条记录（由本记录而来的不算）；以复查合格销号，而复查单位不是有监管职责的部门，或者复查由他单位代录而未写明来文文号。这样的销号不作数，仍按未办结继续判定。一般隐患和其他途径发现的只作建议；根本没有合格复查的由 closed-without-passing 判。",
        "Closed because the mine was closed, while neither its file nor an order of a department with supervision whose duty it is (closes in duties; any, where none says so) says so of all of it (nor one of any unit after a government or superior had replied to a request about the mine, nor their decision as the office transcribed it, or as any unit handed it on by its number); because it went to another unit, while no hazard of another unit comes from it (or from the same problem); as filed twice, while there is no other record (one made from this is none); or as re-inspected by a unit without supervision, or by the word of another that names no paper of the unit. Such a close-out counts for nothing, and the hazard is followed as open. Advice unless a major hazard was found by joint enforcement; one without any re-inspection that passed is for closed-without-passing.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请补录依据（矿山档案的 closed、关闭文书、承接单位的隐患记录、有权部门的复查），或继续督促整改。",
        "Record the ground (closed in the mine's file, the order that closes it, the other unit's hazard, a re-inspection by a competent department), or go on with it.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let Some(closed) = course.closed_without_ground().filter(|closed| !is_fault_of_form(hazard, closed)) else { return };
    let (on, lacking) = (closed.on, lacking(closed.reason, &course));
    let (zh, en) = (lacking.zh(), lacking.en());
    let what = tr!("{on} 销号，{zh}"; "closed on {on}; {en}");
    let report = out.report("closed.reason", what).at_most(course.weight()).lasting(on, context.today);
    // Another record of it, or the order that closed the mine.
    report.or_mended_by(&[Kind::Hazard, Kind::Order]);
}

/// Whether the record contradicts itself, which the rule on form tells.
fn is_fault_of_form(hazard: &Filed<Hazard>, closed: &Closed) -> bool {
    let before = hazard.record.reinspection.iter().filter(|look| look.on <= closed.on);
    let last = before.max_by_key(|look| look.on);
    closed.reason == CloseReason::Passed && last.is_none_or(|last| last.result == Inspected::Failed)
}

fn lacking(reason: CloseReason, course: &Course<'_>) -> Text {
    match reason {
        CloseReason::Passed if !course.is_shown_by_paper() => Text::fixed(
            "合格的复查由他单位代录，未写明登记单位来文的文号",
            "the re-inspection that passed was entered by another, without the number of the unit's paper",
        ),
        CloseReason::Passed => Text::fixed(
            "最后一次合格的复查不是有监管职责的部门所作",
            "the last re-inspection that passed was not made by a department with supervision",
        ),
        CloseReason::MineClosed => Text::fixed(
            "原因是矿山关闭，而矿山档案和有权关闭的部门的文书都未见该矿山于此前关闭",
            "the reason is that the mine was closed, which neither its file nor an order of a department that may close it shows by then",
        ),
        CloseReason::Duplicate => Text::fixed(
            "原因是重复登记，而台账中未见另一条记录",
            "the reason is that it was filed twice, and no other record of it is there",
        ),
        CloseReason::Transferred => Text::fixed(
            "原因是移交其他单位，而台账中未见其他单位由此登记的隐患",
            "the reason is that it went to another unit, of which no hazard from it is on record",
        ),
    }
}
