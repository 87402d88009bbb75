//! 三（五）: 由有关非煤矿山安全监管部门……开展复查.

use super::course::Course;
use crate::model::{Day, Filed, Hazard, UnitId};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H12",
    name: "reinspection-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("复查单位没有监管职责", "re-inspected by a unit without supervision"),
    fires: Text::fixed(
        "复查单位（by）不是当日存在的联合执法单位（或其承接单位）；不属联合执法所发现重大隐患的，登记单位自己复查也可以。办公室不是监管部门。由他单位代录而未写明登记单位来文文号的（如只凭电话）同样指出。这样的复查照录，但不算复查。写的是已撤并单位的，按承接单位所作判断，只请更正；整条隐患由撤并单位登记在撤并以后的，由 filed-after-end 指出。未填复查单位的，视为登记单位所作。只作提醒；一般隐患和其他途径发现的只作建议。",
        "The unit that re-inspected (by) is not one of joint enforcement (nor took over from one) that was there that day; of what is no major hazard found by joint enforcement its own unit may judge as well. The office is no such department. Nor one that another entered for the unit without the number of its paper (on the telephone, say). It stays on record and does not count as a re-inspection. One that bears the name of a unit that was no more is taken for one of its successor, and is to be amended; where all of the hazard was filed after the end of its unit, filed-after-end tells it. Without a unit it is taken to be the owner's. A reminder only, and advice unless a major hazard was found by joint enforcement.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请由监管部门复查并登记（[[reinspection]]）。",
        "Have the supervising department re-inspect, and record it ([[reinspection]]).",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let mechanism = &context.ledger.mechanism;
    let looks = hazard.record.reinspection.iter().enumerate().filter(|(_, look)| look.on <= context.today);
    for (at, look) in looks {
        let unit = look.by.as_ref().unwrap_or(&hazard.path.unit);
        let (name, on) = (mechanism.short(unit), look.on);
        let what = if !course.may_inspect(look) {
            tr!("{on} 由{name}复查，该单位对此没有监管职责"; "re-inspected on {on} by {name}, which does not supervise this")
        } else if !course.is_shown_by_paper() {
            tr!(
                "{on} 的复查由他单位代录，未写明{name}来文的文号，不算复查";
                "the re-inspection of {on} was entered for {name} without the number of its paper: it counts for nothing"
            )
        } else if let Some(successor) = taken_over_by(unit, hazard, on, context) {
            let successor = mechanism.short(successor);
            tr!(
                "{on} 的复查写的是{name}，该单位当时已撤并，按{successor}所作判断，请更正";
                "the re-inspection of {on} bears the name of {name}, which was no more; it is taken for one of {successor}: please amend it"
            )
        } else {
            continue;
        };
        out.report(format!("reinspection[{at}].by"), what).at_most(course.weight()).at_most(Level::Reminder);
    }
}

/// Who took over from a unit that was no more on a day; nobody where the rule on such records tells it of this one.
fn taken_over_by<'a>(unit: &'a UnitId, hazard: &Filed<Hazard>, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    let mechanism = &context.ledger.mechanism;
    let is_filed_after = *unit == hazard.path.unit && mechanism.acting(unit, hazard.record.found) != Some(unit);
    mechanism.acting(unit, on).filter(|acting| *acting != unit && !is_filed_after)
}
