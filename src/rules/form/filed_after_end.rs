//! A unit that is no more does nothing: what bears a day after its last one is its successor's, or bears the wrong day.

use crate::model::{FiledPath, Happening};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F31",
    name: "filed-after-end",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("登记单位当时已撤并", "a record of a unit that had ended by then"),
    fires: Text::fixed(
        "记录的日期（发现、送达、收到、印发、召开等）晚于登记单位的撤并日期：当时已没有这个单位，应由承接单位登记，或者日期有误。撤并当日的、日期未填的、撤并以前的事项以后补登或者办结的不判，承接单位登记成立以前的事项不判。只作提醒。",
        "The day of a record (found, served, received, issued, held) lies after the last one of the unit whose record it is: there was no such unit by then, so that its successor is to file it, or the day is wrong. Not on the last day itself, nor where no day is given; not for what was before and is filed or ended later, nor for what a successor files of a time before it began. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对日期；确在撤并以后的，由承接单位另行登记，本记录用 amend 注明（because）。",
        "Check the day; what did happen after the end is filed by the successor, and this record says so (amend, because).",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let until = mechanism.units.get(&path.unit).and_then(|unit| unit.until);
    let (Some(until), Some(on)) = (until, record.on()) else { return };
    if on <= until {
        return;
    }
    let name = mechanism.short(&path.unit);
    let what = match mechanism.acting(&path.unit, on) {
        Some(successor) if *successor != path.unit => {
            let successor = mechanism.short(successor);
            tr!(
                "{name}已于 {until} 撤并，{on} 的事项应由{successor}登记";
                "{name} ended on {until}; what was done on {on} is {successor}'s to file"
            )
        }
        _ => tr!("{name}已于 {until} 撤并，而记录的日期为 {on}"; "{name} ended on {until}, and the record is of {on}"),
    };
    out.report("", what).at_most(Level::Reminder);
}
