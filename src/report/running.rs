//! How the minimums of a year stand while their periods run.

use super::evidence::{StatusParts, YearEvidence};
use super::light::Light;
use super::named::Named;
use super::obligation_status::{ObligationState, UnitCount};
use super::waived::waiver;
use crate::model::{Carrier, CountedBy, Day, Every, Filed, Obligation, Period, Reference, SettingId, Waiver};
use crate::rules::Level;
use crate::rules::minimum::{Attainment, MinimumCount};
use crate::text::Text;
use crate::tr;

impl<'a> YearEvidence<'a> {
    /// Where a minimum is not reached and its period has not ended: how long is left, and from which day that is worrying.
    pub(super) fn running(&self, obligation: &Obligation) -> Option<StatusParts> {
        let open: Vec<_> = self.open(obligation).filter(|count| self.waiver(obligation, count).is_none()).collect();
        let Some(first) = open.first() else { return self.under_way(obligation) };
        let note = self.left(&open, first.period.last());
        let light = self.light(first.period);
        let state = if light == Light::Green { ObligationState::Open } else { ObligationState::NearDue };
        // No light is worse than the one that the shortfall will have.
        let at_most = open.iter().filter_map(|count| match count.attainment(self.mechanism()) {
            Attainment::Short(level) => Some(Light::from_level(level.min(Level::by_force(obligation.force)))),
            _ => None,
        });
        Some((state, at_most.max().map(|at_most| light.min(at_most)), note))
    }

    /// Where what lacks has begun and is not over.
    fn under_way(&self, obligation: &Obligation) -> Option<StatusParts> {
        let mechanism = self.mechanism();
        let mut counts = self.counts_of(obligation).filter(|count| count.attainment(mechanism) == Attainment::UnderWay);
        let named = Named::from_reference(counts.next()?.under_way.first()?, mechanism).title;
        let (zh, en) = (named.zh(), named.en());
        let note = tr!("{zh}已开始，尚未登记结束"; "{en} has begun and is not recorded as over");
        Some((ObligationState::Open, Some(Light::Green), note))
    }

    /// The minimums of an obligation whose period runs and that are not reached. On its last day the rule finds what lacks.
    pub(super) fn open(&self, obligation: &Obligation) -> impl Iterator<Item = &MinimumCount<'a>> {
        let is_open = |count: &&MinimumCount<'_>| {
            self.today <= count.period.last() && matches!(count.attainment(self.mechanism()), Attainment::Short(_))
        };
        self.counts_of(obligation).filter(is_open)
    }

    pub(super) fn waiver(&self, obligation: &Obligation, count: &MinimumCount<'a>) -> Option<&'a Filed<Waiver>> {
        waiver(self.ledger, obligation, count.actor(self.mechanism()), count.period.last(), self.today)
    }

    /// How long is left, and to whom where it is asked of each.
    fn left(&self, open: &[&MinimumCount<'a>], last: Day) -> Text {
        let mechanism = self.mechanism();
        let (left, guessed) = mechanism.working_days_between(self.today, last);
        let mut note = tr!("至 {last} 还有 {left} 个工作日"; "{left} working days left until {last}");
        if guessed {
            note = Text::new(
                format!("{}（该年日历未录，按周一至周五计）", note.zh()),
                format!("{} (calendar not entered)", note.en()),
            );
        }
        let units = open.iter().filter(|count| count.member.is_some());
        let units: Vec<_> = units.map(|count| Text::same(mechanism.short(count.actor(mechanism)))).collect();
        if !units.is_empty() {
            let units = Text::join(&units, "、", ", ");
            note = Text::new(format!("{}：{}", note.zh(), units.zh()), format!("{}: {}", note.en(), units.en()));
        }
        note
    }

    /// The light of a minimum that is not reached while its period runs.
    fn light(&self, period: Period) -> Light {
        let mechanism = self.mechanism();
        let reached = |setting| {
            let day = mechanism.day_of_year(setting, self.year, self.day());
            period.every() == Every::Year && day.is_some_and(|day| day <= self.today)
        };
        if reached(SettingId::YearlyRed) {
            Light::Red
        } else if reached(SettingId::YearlyYellow) || mechanism.is_near(self.today, period.last()) {
            Light::Yellow
        } else {
            Light::Green
        }
    }

    /// The minimums of the year that an obligation asks.
    pub(super) fn counts_of(&self, obligation: &Obligation) -> impl Iterator<Item = &MinimumCount<'a>> {
        let (id, mechanism) = (obligation.id, self.mechanism());
        self.counts.iter().filter(move |count| count.obligation(mechanism).is_some_and(|asking| asking.id == id))
    }

    pub(super) fn least(&self, obligation: &Obligation) -> Option<u32> {
        let asked = self.counts_of(obligation).filter(|count| count.attainment(self.mechanism()) != Attainment::NotAsked);
        asked.map(|count| count.least).reduce(u32::saturating_add)
    }

    /// What each unit did of what is asked of all together, and of none in particular: 四（三） does not say that each must.
    pub(super) fn by_unit(&self) -> Vec<UnitCount> {
        let mechanism = self.mechanism();
        let mut units: Vec<UnitCount> = Vec::new();
        let shared = self.counts.iter().filter(|count| {
            matches!(count.system.record, Carrier::Notice | Carrier::Plan) && count.system.by == CountedBy::Mechanism
        });
        for count in shared {
            let system = Text::new(count.system.name.as_str().to_owned(), count.system.name_en.as_str().to_owned());
            for member in mechanism.members_of(&count.system.id, count.period.first(), count.on) {
                let owned = |(reference, _): &&(Reference, Day)| reference.record.owner() == Some(member);
                let more = count.done.iter().filter(owned).count();
                if let Some(unit) = units.iter_mut().find(|unit| unit.unit == member.as_str() && unit.system == system) {
                    unit.count += more;
                } else {
                    let short = mechanism.short(member).to_owned();
                    units.push(UnitCount { system: system.clone(), unit: member.to_string(), short, count: more });
                }
            }
        }
        units
    }
}
