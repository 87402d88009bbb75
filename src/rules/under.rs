//! Under which obligation something is said, where several name the rule: that of the record's own system.

use crate::model::{
    Actor, Carrier, Day, Enforcement, Filed, FiledPath, Happening, Kind, Ledger, Mechanism, Obligation, ObligationId, RecordPath,
    Reference, SystemId, UnitId,
};

/// Which of the obligations that name a rule is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Under {
    /// The first.
    First,
    /// That of a system, and no other.
    System(SystemId),
    /// That one.
    Obligation(ObligationId),
    /// That of the system to which a record of this kind belongs; else one that is of no system of the kind.
    Home(Carrier, Option<SystemId>),
    /// That of a system to which a unit belongs, else the first.
    Unit(UnitId),
}

impl Under {
    /// The obligation meant among those that are such as is asked (“its findings break it”), as the regulation stood on a day.
    pub(super) fn obligation<'a>(
        &self,
        is_such: impl Fn(&Obligation) -> bool,
        on: Day,
        mechanism: &'a Mechanism,
    ) -> Option<&'a Obligation> {
        let mut such = mechanism.obligations.iter().filter(|found| is_such(found) && found.holds(on));
        let system_of = |found: &Obligation| {
            let system = found.system.as_ref()?;
            mechanism.edition(on).system.iter().find(|known| known.id == *system)
        };
        match self {
            Self::First => such.next(),
            Self::System(system) => such.find(|found| found.system.as_ref() == Some(system)),
            Self::Obligation(id) => such.find(|found| found.id == *id),
            Self::Home(carrier, home) => {
                let own = such.clone().find(|found| home.is_some() && found.system == *home);
                own.or_else(|| such.find(|found| system_of(found).is_none_or(|system| system.record != *carrier)))
            }
            Self::Unit(unit) => {
                let belongs = |found: &&Obligation| system_of(found).is_some_and(|system| mechanism.is_member(unit, system, on));
                such.clone().find(belongs).or_else(|| such.next())
            }
        }
    }
}

/// The obligations that name a rule, as the regulation stood on a day.
pub(super) fn naming<'a>(rule: &'a str, on: Day, mechanism: &'a Mechanism) -> impl Iterator<Item = &'a Obligation> + Clone {
    mechanism.obligations.iter().filter(move |found| found.names(rule) && found.holds(on))
}

/// The units that the obligations which name a rule bind, each with its obligation.
pub(super) fn units_bound<'a>(
    rule: &'a str,
    on: Day,
    mechanism: &'a Mechanism,
) -> impl Iterator<Item = (ObligationId, &'a UnitId)> {
    naming(rule, on, mechanism).filter_map(|obligation| match &obligation.who {
        Actor::Unit(unit) => Some((obligation.id, unit)),
        _ => None,
    })
}

/// Under what is said what a rule says of a record that names no other. Where no kind of happening carries out two systems, whatever
/// obligation names the rule first is the only one.
pub(super) struct Homes<'a> {
    ledger: &'a Ledger,
    are_needed: bool,
}

impl<'a> Homes<'a> {
    pub(super) fn new(ledger: &'a Ledger) -> Self {
        let are_needed = Carrier::ALL.iter().any(|carrier| ledger.mechanism.has_siblings(*carrier));
        Self { ledger, are_needed }
    }

    pub(super) fn mechanism(&self) -> &'a Mechanism {
        &self.ledger.mechanism
    }

    pub(super) fn of(&self, record: &RecordPath) -> Under {
        match record {
            RecordPath::Filed(path) if self.are_needed => self.of_happening(path),
            RecordPath::OfUnit(_, unit) if self.are_needed => Under::Unit(unit.clone()),
            _ => Under::First,
        }
    }

    fn of_happening(&self, path: &FiledPath) -> Under {
        let own = self.ledger.happening(path).and_then(|record| self.home(path, record));
        let origin = || {
            let action = self.action_behind(path)?;
            self.home(&action.path, &*action.record)
        };
        own.or_else(origin).unwrap_or_else(|| Under::Unit(path.unit.clone()))
    }

    fn home(&self, path: &FiledPath, record: &dyn Happening) -> Option<Under> {
        let mechanism = self.mechanism();
        let on = record.on().unwrap_or(Day::first_of(path.year));
        let (carrier, _) = record.carries()?;
        Some(Under::Home(carrier, mechanism.system_of(&path.unit, record, on).map(|system| system.id.clone())))
    }

    /// The joint enforcement that found a hazard, or in which an order was served.
    fn action_behind(&self, path: &FiledPath) -> Option<&'a Filed<Enforcement>> {
        let (ledger, at) = (self.ledger, Reference::from(path.clone()));
        let from = match path.kind {
            Kind::Hazard => ledger.hazard(&at)?.record.from.as_ref(),
            Kind::Order => {
                let order = &ledger.order(&at)?.record;
                let of_hazard = || ledger.hazard(order.hazard.as_ref()?)?.record.from.as_ref();
                order.enforcement.as_ref().or_else(of_hazard)
            }
            _ => None,
        };
        ledger.enforcement(from?)
    }
}
