//! Whom a clause has take part in something, and whether the register shows that they did.

use crate::model::{BodyKind, Day, Party, UnitId};
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Level, Rule};
use crate::text::Text;
use crate::tr;

/// What was done about an accident, and by whom.
pub(super) struct Activity<'a> {
    /// At which key of the record it stands.
    pub(super) key: &'static str,
    /// What it is called after “参与”.
    pub(super) called: Text,
    /// When it began.
    pub(super) on: Day,
    /// When it was over, where it is.
    pub(super) ended: Option<Day>,
    pub(super) lead: Option<&'a Party>,
    /// All who took part, those who led included.
    pub(super) units: Vec<&'a Party>,
}

impl Activity<'_> {
    /// Whether a unit, or whoever took over from it, is among those who led or took part.
    pub(super) fn includes(&self, unit: &UnitId, context: &Context<'_>) -> bool {
        let mechanism = &context.ledger.mechanism;
        // Nobody takes part who is no more.
        let exists = |party: &Party| party.as_unit().is_none_or(|unit| mechanism.exists(&unit, self.on));
        self.units.iter().copied().any(|party| mechanism.is_for(party, unit, self.on) && exists(party))
    }

    /// Whether a unit organised it: it led, or a government or superior did and it took part.
    pub(super) fn is_organised_by(&self, unit: &UnitId, context: &Context<'_>) -> bool {
        self.lead.is_some_and(|lead| {
            let own = context.ledger.mechanism.is_for(lead, unit, self.on);
            own || (is_above(lead, context) && self.includes(unit, context))
        })
    }
}

/// Whether a government or superior is meant: a town is neither.
fn is_above(lead: &Party, context: &Context<'_>) -> bool {
    let Party::Body(body) = lead else { return false };
    let body = context.ledger.mechanism.body(body);
    body.is_some_and(|body| matches!(body.kind, BodyKind::Government | BodyKind::Superior))
}

/// Of whom it is asked to take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AskedUnits {
    /// Of every unit that the clause names.
    OfAll,
    /// Of none: that one took part is shown.
    OfThoseThere,
}

/// Says of each unit that a clause has take part whether it did.
pub(super) fn judge(
    rule: &'static Rule,
    occurred: Day,
    activity: &Activity<'_>,
    asked: AskedUnits,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let on = activity.on;
    // What began before the accident is no rescue after it, and is told as an impossible order.
    if context.today < on || on < occurred {
        return;
    }
    let mechanism = &context.ledger.mechanism;
    for (id, unit) in units_bound(rule.name, on, mechanism).filter(|(_, unit)| mechanism.acting(unit, on).is_some()) {
        if activity.includes(unit, context) {
            out.record_occasion_under(id, on);
            continue;
        }
        if asked == AskedUnits::OfThoseThere {
            continue;
        }
        let (name, called) = (context.ledger.mechanism.short(unit), &activity.called);
        let (zh, en) = (called.zh(), called.en());
        let what = tr!("{on} 起{zh}，参加单位中未见{name}"; "{en} began on {on}; {name} is not among those who took part");
        let until = activity.ended.filter(|ended| *ended <= context.today).unwrap_or(context.today);
        let report = out.report(format!("{}.units", activity.key), what).by(unit).of_obligation(id);
        report.at_most(Level::Reminder).lasting(on, until);
    }
}
