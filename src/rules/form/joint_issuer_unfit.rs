//! 联合行文: each of those who issue a paper together is there, is another than the unit whose record it is, and stands in it once.

use crate::model::{Day, FiledPath, RecordPath, UnitId};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F29",
    name: "joint-issuer-unfit",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("联合发文单位重复、为本单位或已不存在", "a joint issuer named twice, itself or gone"),
    fires: Text::fixed(
        "通报、上报的联合发文单位（jointly）中列有登记该文的单位自己，同一单位列了两次，或者列有印发当日（未印发的，今日）尚未设立、已经撤并的单位。公文照录不改。只作提醒。",
        "A notice or a paper upward names among those that issue it too (jointly) the unit whose record it is, one unit twice, or a unit that did not exist on the day of issue (today, before it is issued). Papers print what the record says. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在 jointly 中删去本单位和重复的单位，已撤并的改为承接单位；已印发的，用 amend 更正并说明原因。",
        "Take the unit itself and what stands twice out of jointly, and name the successor of a unit that is gone; amend what was issued, with a reason.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for notice in &context.ledger.notices {
        look(&notice.path, notice.record.issued, &notice.record.jointly, context, out);
    }
    for upward in &context.ledger.upward {
        look(&upward.path, Some(upward.record.on), &upward.record.jointly, context, out);
    }
}

fn look(path: &FiledPath, issued: Option<Day>, jointly: &[UnitId], context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let on = issued.unwrap_or(context.today);
    for (at, unit) in jointly.iter().enumerate() {
        let name = mechanism.short(unit);
        let what = if *unit == path.unit {
            tr!("联合发文单位中列有登记该文的{name}自己"; "{name}, whose paper it is, is listed as one that issues it too")
        } else if jointly[..at].contains(unit) {
            tr!("联合发文单位中{name}列了两次"; "{name} is listed twice among those that issue it too")
        } else if mechanism.units.contains_key(unit) && !mechanism.exists(unit, on) {
            tr!("联合发文单位中的{name}在 {on} 不存在（尚未设立或者已撤并）"; "{name}, listed as one that issues it too, did not exist on {on}")
        } else {
            continue;
        };
        let day = issued.unwrap_or(Day::first_of(path.year));
        out.report_at(RecordPath::Filed(path.clone()), day, format!("jointly[{at}]"), what).at_most(Level::Reminder);
    }
}
