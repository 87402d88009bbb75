//! To which system of its kind a record belongs. One that names none belongs where its unit does.

use super::Mechanism;
use crate::model::{Carrier, Day, Happening, System, SystemId, UnitId};

/// To which system of its kind a record belongs.
#[derive(Debug, Clone, PartialEq)]
pub enum Belonging<'a> {
    /// To this one: it names it, or names none and this is the only one to which its unit belongs.
    To(&'a System),
    /// It names none, and may be of each of these: its unit belongs to them all, or to none of those that carry out together.
    OneOf(Vec<&'a System>),
    /// It names none, and its unit belongs to none of its kind.
    Outside,
    /// It names one that is not of its kind, or not in the text of the day.
    Misnamed(&'a SystemId),
    /// The text of the day has none of its kind.
    Nowhere,
}

impl<'a> Belonging<'a> {
    /// The system by which it is judged: the first of those to which it may belong.
    #[must_use]
    pub fn system(self) -> Option<&'a System> {
        match self {
            Self::To(system) => Some(system),
            Self::OneOf(systems) => systems.into_iter().next(),
            Self::Outside | Self::Misnamed(_) | Self::Nowhere => None,
        }
    }
}

impl Mechanism {
    /// The systems that a kind of happening carries out, by the text of a day.
    pub fn systems(&self, carrier: Carrier, on: Day) -> impl Iterator<Item = &System> {
        self.edition(on).system.iter().filter(move |system| system.record == carrier)
    }

    /// Whether some text of the mechanism has several systems that the same kind of happening carries out.
    #[must_use]
    pub fn has_siblings(&self, carrier: Carrier) -> bool {
        let several = |systems: &Vec<System>| 1 < systems.iter().filter(|system| system.record == carrier).count();
        self.file.edition.iter().any(|edition| several(&edition.system))
    }

    /// The system by which a happening of a unit is judged, where it is of a kind that carries one out.
    #[must_use]
    pub fn system_of<'a>(&'a self, unit: &UnitId, record: &'a dyn Happening, on: Day) -> Option<&'a System> {
        let (carrier, named) = record.carries()?;
        self.belonging(carrier, named, unit, on).system()
    }

    /// To which system of its kind something of a unit belongs that names that one, or none.
    #[must_use]
    pub fn belonging<'a>(&'a self, carrier: Carrier, named: Option<&'a SystemId>, unit: &UnitId, on: Day) -> Belonging<'a> {
        let systems: Vec<&System> = self.systems(carrier, on).collect();
        if let Some(named) = named {
            let found = systems.into_iter().find(|system| system.id == *named);
            return found.map_or(Belonging::Misnamed(named), Belonging::To);
        }
        let of = |belongs: &dyn Fn(&System) -> bool| systems.iter().copied().filter(|system| belongs(system)).collect::<Vec<_>>();
        let led = of(&|system| system.lead.as_ref().is_some_and(|lead| self.stands_for(unit, lead, on)));
        let own = if led.is_empty() { of(&|system| self.is_member(unit, system, on)) } else { led };
        let own = if own.is_empty() && unit == self.office() { systems.clone() } else { own };
        match (&own[..], &systems[..]) {
            (_, []) => Belonging::Nowhere,
            ([only], _) => Belonging::To(only),
            // Whoever holds a meeting or leads an enforcement, it is one: that another should have, rules of their own say.
            ([], [only]) if carrier.is_common() => Belonging::To(only),
            ([], _) if carrier.is_common() => Belonging::OneOf(systems),
            ([], _) => Belonging::Outside,
            _ => Belonging::OneOf(own),
        }
    }

    /// Whether something of a unit that nobody can read may belong to a system.
    #[must_use]
    pub fn may_belong(&self, unit: &UnitId, system: &System, on: Day) -> bool {
        match self.belonging(system.record, None, unit, on) {
            Belonging::To(own) => own.id == system.id,
            Belonging::OneOf(systems) => systems.iter().any(|own| own.id == system.id),
            Belonging::Outside | Belonging::Misnamed(_) | Belonging::Nowhere => false,
        }
    }

    /// Whether some system has a unit, or one from which it took over, as its member on a day.
    #[must_use]
    pub fn takes_part(&self, unit: &UnitId, on: Day) -> bool {
        self.edition(on).system.iter().any(|system| self.is_member(unit, system, on))
    }

    /// Whether a unit is a member of a system, or took over from one.
    #[must_use]
    pub fn is_member(&self, unit: &UnitId, system: &System, on: Day) -> bool {
        system.members.contains(unit) || system.members.iter().any(|member| self.stands_for(unit, member, on))
    }
}
