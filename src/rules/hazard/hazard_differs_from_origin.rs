//! 三（五）: what the team found is what the department has put right: a copy that says otherwise changes nothing, and is told of.

use super::course::Course;
use crate::model::{Filed, Hazard, HazardSource};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H11",
    name: "hazard-differs-from-origin",
    nature: RuleNature::Conduct,
    title: Text::fixed("隐患与其来源不一致", "a hazard that differs from what it came from"),
    fires: Text::fixed(
        "隐患来源（from）是联合执法发现的问题，而两者的矿山不同；一处为重大隐患、另一处不是，又没有监管部门的认定（determined）；本单位所填期限晚于联合执法组所定期限，而未见延期，也未见本部门另定期限；发现方式不是联合执法；发现日期早于该次联合执法。判定一律以来源为准，本条只作提醒。",
        "A hazard comes from a problem of a joint enforcement (from), and the two name different mines; one is major and the other is not, without a determination of the department (determined); the unit's own term is later than the team's, without an extension or another term that the department set; the way in which it came to light is another; it was found before the enforcement began. Judged by the origin in any case, so this is only a reminder.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照原件核对并更正；重大隐患等级确需变更的，由监管部门登记认定（determined：日期、判定依据、文书）；期限确需变更的，登记延期或文书。",
        "Compare with the papers and mend it; where the department changes the weight, it records a determination (determined: day, criterion, paper); a longer term is recorded as an extension or order.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let Some((action, problem)) = course.origin else { return };
    let (record, no) = (&hazard.record, problem.no);
    let mut report = |key: &str, what: Text| {
        out.report(key, what).at_most(Level::Reminder);
    };
    if record.mine != problem.mine {
        let (own, other) = (context.ledger.mechanism.mine_name(&record.mine), context.ledger.mechanism.mine_name(&problem.mine));
        report(
            "mine",
            tr!("隐患登记在{own}，来源的第 {no} 项问题在{other}"; "filed for {own}; problem {no}, from which it comes, is at {other}"),
        );
    }
    if record.major != problem.major && !context.ledger.is_determined(hazard) {
        let what = if problem.major {
            tr!("来源的第 {no} 项问题为重大隐患，本记录未标重大"; "problem {no}, from which it comes, is a major hazard; this record does not say so")
        } else {
            tr!("本记录标为重大隐患，来源的第 {no} 项问题未标重大"; "this record says major; problem {no}, from which it comes, does not")
        };
        report("major", what);
    }
    let own = record.rectification.as_ref().and_then(|rectification| rectification.due);
    if let (Some(own), Some(given)) = (own, problem.due)
        && given < own
        && record.extension.is_empty()
        // An order of the department, or a re-inspection, set it that term.
        && course.term(context.today).is_none_or(|term| term.day < own)
    {
        let what = tr!("本单位所填期限 {own} 晚于联合执法组所定的 {given}，未见延期"; "its term {own} is later than {given}, which the team gave, and no extension is on record");
        report("rectification.due", what);
    }
    // What another unit handed on came to light by that.
    if record.source_kind != HazardSource::Enforcement && course.first_record().is_none() {
        report(
            "source_kind",
            Text::fixed(
                "来源为联合执法发现的问题，发现方式填为其他",
                "it comes from a joint enforcement, and says that it came to light otherwise",
            ),
        );
    }
    if let Some(from) = action.record.began().filter(|from| record.found < *from) {
        let found = record.found;
        report(
            "found",
            tr!("发现日期 {found} 早于联合执法开始的 {from}"; "found on {found}, before the enforcement began on {from}"),
        );
    }
}
