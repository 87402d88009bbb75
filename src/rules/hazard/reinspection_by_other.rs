//! 三（五）: 由有关非煤矿山安全监管部门……开展复查.

use super::course::Course;
use crate::model::{Filed, Hazard};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H12",
    name: "reinspection-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("复查单位没有监管职责", "re-inspected by a unit without supervision"),
    fires: Text::fixed(
        "复查单位（by）不是当日存在的联合执法单位（或其承接单位）；不属联合执法所发现重大隐患的，登记单位自己复查也可以。办公室不是监管部门。这样的复查照录，但不算复查。未填复查单位的，视为登记单位所作。只作提醒；一般隐患和其他途径发现的只作建议。",
        "The unit that re-inspected (by) is not one of joint enforcement (nor took over from one) that was there that day; of what is no major hazard found by joint enforcement its own unit may judge as well. The office is no such department. It stays on record and does not count as a re-inspection. Without a unit it is taken to be the owner's. A reminder only, and advice unless a major hazard was found by joint enforcement.",
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
    let looks = hazard.record.reinspection.iter().enumerate().filter(|(_, look)| look.on <= context.today);
    for (at, look) in looks.filter(|(_, look)| !course.may_look(look)) {
        let unit = look.by.as_ref().unwrap_or(&hazard.path.unit);
        let (name, on) = (context.ledger.mechanism.short(unit), look.on);
        let what =
            tr!("{on} 由{name}复查，该单位对此没有监管职责"; "re-inspected on {on} by {name}, which does not supervise this");
        out.report(format!("reinspection[{at}].by"), what).at_most(course.weight()).at_most(Level::Reminder);
    }
}
