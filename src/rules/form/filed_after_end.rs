//! A unit that is no more, or is not there yet, does nothing: what bears a day after its last one is its successor's, what bears one before
//! its first is its predecessor's, or the day is wrong.

use crate::model::{FiledPath, Happening, Kind};
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F31",
    name: "filed-after-end",
    nature: RuleNature::Remark,
    title: Text::fixed("登记单位当时不存在", "a record of a unit that was not there then"),
    fires: Text::fixed(
        "记录的日期（发现、送达、收到、印发、召开等）晚于登记单位的撤并日期：当时已没有这个单位，应由承接单位登记，或者日期有误；早于登记单位设立日期的执法文书、通报、会议、联合执法、回应、上报、计划同样指出。撤并当日、设立当日的、日期未填的、撤并以前的事项以后补登或者办结的不判；承接单位登记它成立以前发现、收到、发生的事项（隐患、线索、事故、三同时），或者代原单位（since 以前由它承接的单位）补登的不判，已在情况说明（because）中写明的不再提。只作提醒。",
        "The day of a record (found, served, received, issued, held) lies after the last one of the unit whose record it is: there was no such unit by then, so that its successor is to file it, or the day is wrong. So is an order, a notice, a meeting, an enforcement, a response, a paper upward or a plan of a day before the unit began. Not on the last day or the first itself, nor where no day is given; not for what was before and is filed or ended later, nor for what a successor files of what was found, received or happened before it began (hazards, leads, accidents, facilities) or in place of one that it took over from, nor once the record says why (because). A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对日期；确在撤并以后的，由承接单位另行登记，本记录用 amend 注明（because）；单位设立日期（since）写错的，由办公室改正。",
        "Check the day; what did happen after the end is filed by the successor, and this record says so (amend, because). The office mends a first day (since) that is wrong.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

/// What a unit does itself. What it found or was told of may be older than it: its predecessor's.
const ACTS: &[Kind] = &[Kind::Order, Kind::Notice, Kind::Meeting, Kind::Enforcement, Kind::Response, Kind::Upward, Kind::Plan];

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let (Some(unit), Some(on)) = (mechanism.units.get(&path.unit), record.on()) else { return };
    if record.because().is_some_and(|because| !because.says_nothing()) {
        return;
    }
    let name = mechanism.short(&path.unit);
    let what = if let Some(gone) = unit.until.filter(|until| *until < on).map(|until| until.plus(1)) {
        match mechanism.acting(&path.unit, on) {
            Some(successor) if *successor != path.unit => {
                let successor = mechanism.short(successor);
                tr!(
                    "{name}自 {gone} 起已撤并，{on} 的事项应由{successor}登记";
                    "{name} was no more from {gone} on; what was done on {on} is {successor}'s to file"
                )
            }
            _ => {
                tr!("{name}自 {gone} 起已撤并，而记录的日期为 {on}"; "{name} was no more from {gone} on, and the record is of {on}")
            }
        }
    } else if let Some(since) = unit.since.filter(|since| on < *since && ACTS.contains(&path.kind)) {
        let is_successor = mechanism.units.values().any(|before| before.successors.contains(&path.unit));
        if is_successor {
            return;
        }
        tr!("{name} {since} 才设立，而记录的日期为 {on}"; "{name} began on {since}, and the record is of {on}")
    } else {
        return;
    };
    out.report("", what).fixed_by(Fix::At("because"));
}
