//! What is kept from whoever looks: joint enforcements that are still to come (四不两直, [`Enforcement::is_kept_from`]), what answers one of them, and
//! where others' records point at either. One rule for whatever lists what is to come or is found: what waits, calendars, lists, search.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::model::{
    Comments, Day, Enforcement, Filed, Kind, Leaf, Ledger, Mechanism, Record, RecordPath, Reference, Response, UnitId,
};

/// For whom a register is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// A unit; the office is one too, and arranges what it is not part of.
    Unit(UnitId),
    /// Nobody knows whom.
    Unknown,
}

/// The records that a viewer does not learn of.
#[derive(Debug, Clone, Default)]
pub struct Surprises {
    kept: BTreeSet<RecordPath>,
    /// The units whose own words are the viewer's own: what they say, it knows.
    own: BTreeSet<UnitId>,
}

impl Surprises {
    /// Those of a ledger.
    #[must_use]
    pub fn of_ledger(ledger: &Ledger, viewer: &Viewer, today: Day) -> Self {
        let mechanism = &ledger.mechanism;
        let keeps = |action: &&Filed<Enforcement>| viewer.misses(&action.record, Some(&action.path.unit), mechanism, today);
        let hidden = ledger.enforcements.iter().filter(keeps);
        let kept = hidden.map(|action| RecordPath::Filed(action.path.clone())).collect();
        let answers = ledger.responses.iter().map(|said| (RecordPath::Filed(said.path.clone()), &*said.record));
        Self::from_actions(kept, viewer, mechanism, today).with_answers(answers)
    }

    /// Those among records that were read, by all of them that bear upon it.
    #[must_use]
    pub fn among<'a>(
        records: impl Iterator<Item = (&'a RecordPath, &'a Record)> + Clone,
        mechanism: &Mechanism,
        viewer: &Viewer,
        today: Day,
    ) -> Self {
        let hidden = records.clone().filter_map(|(path, record)| {
            let Record::Enforcement(action) = record else { return None };
            viewer.misses(action, path.owner(), mechanism, today).then(|| path.clone())
        });
        let answers = records.filter_map(|(path, record)| match record {
            Record::Response(said) => Some((path.clone(), &**said)),
            _ => None,
        });
        Self::from_actions(hidden.collect(), viewer, mechanism, today).with_answers(answers)
    }

    fn from_actions(kept: BTreeSet<RecordPath>, viewer: &Viewer, mechanism: &Mechanism, today: Day) -> Self {
        let stands_for = |other: &&UnitId| matches!(viewer, Viewer::Unit(unit) if mechanism.stands_for(unit, other, today));
        let own = if kept.is_empty() { BTreeSet::new() } else { mechanism.units.keys().filter(stands_for).cloned().collect() };
        Self { kept, own }
    }

    /// The same with what answers one of them: a response may answer another one.
    fn with_answers<'a>(mut self, answers: impl Iterator<Item = (RecordPath, &'a Response)>) -> Self {
        if self.kept.is_empty() {
            return self;
        }
        let mut open: Vec<(RecordPath, &RecordPath)> = answers
            .filter(|(path, _)| !self.is_own(path))
            .filter_map(|(path, said)| Some((path, &said.to.as_ref()?.record)))
            .filter(|(_, to)| can_be_kept(to.kind()))
            .collect();
        loop {
            let (kept, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, to)| self.kept.contains(to));
            if kept.is_empty() {
                return self;
            }
            self.kept.extend(kept.into_iter().map(|(path, _)| path));
            open = others;
        }
    }

    /// Whether a record is one of them.
    #[must_use]
    pub fn keeps(&self, path: &RecordPath) -> bool {
        self.kept.contains(path)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.len()
    }

    /// Whether a record is one of them, or a part of one.
    #[must_use]
    pub fn keeps_named(&self, reference: &str) -> bool {
        !self.kept.is_empty() && reference.parse::<Reference>().is_ok_and(|reference| self.keeps(&reference.record))
    }

    /// Takes them out of records, and out of the others whatever points at one of them.
    pub fn leave_out(&self, records: &mut Vec<(RecordPath, Record)>) {
        if self.kept.is_empty() {
            return;
        }
        records.retain_mut(|(path, record)| match self.told(path, record) {
            HowTold::As(told) => {
                *record = told;
                true
            }
            HowTold::Whole => true,
            HowTold::Nothing => false,
        });
    }

    /// A record as it is told: without what points at one of them. None where nothing of it is.
    #[must_use]
    pub fn as_told(&self, path: &RecordPath, record: Record) -> Option<Record> {
        match self.told(path, &record) {
            HowTold::Whole => Some(record),
            HowTold::As(told) => Some(told),
            HowTold::Nothing => None,
        }
    }

    /// Takes them out of a ledger.
    pub fn leave_out_of(&self, ledger: &mut Ledger) {
        if !self.kept.is_empty() {
            ledger.leave_out(|path| self.keeps(&RecordPath::Filed(path.clone())));
        }
    }

    /// Whether a record is the viewer's own word.
    fn is_own(&self, path: &RecordPath) -> bool {
        path.owner().is_some_and(|unit| self.own.contains(unit))
    }

    fn told(&self, path: &RecordPath, record: &Record) -> HowTold {
        if self.keeps(path) {
            return HowTold::Nothing;
        }
        if self.kept.is_empty() || self.is_own(path) || !named(record).any(|other| self.keeps(&other)) {
            return HowTold::Whole;
        }
        let table: Option<Table> = record.write(&Comments::default()).parse().ok();
        let bare = table.map(|mut table| {
            self.strike(&mut table);
            toml::to_string(&table).unwrap_or_default()
        });
        // What is nothing without it goes with it.
        bare.and_then(|bare| Record::read(path, &bare).ok()).map_or(HowTold::Nothing, HowTold::As)
    }

    fn strike(&self, table: &mut Table) {
        let names = |value: &Value| value.as_str().is_some_and(|words| self.keeps_named(words));
        table.retain(|_, value| match value {
            Value::Array(items) => {
                let before = items.len();
                items.retain(|item| !names(item));
                items.iter_mut().filter_map(Value::as_table_mut).for_each(|item| self.strike(item));
                items.len() == before || !items.is_empty()
            }
            Value::Table(within) => {
                self.strike(within);
                true
            }
            value => !names(value),
        });
    }
}

/// What of a record is told.
enum HowTold {
    Whole,
    As(Record),
    Nothing,
}

/// Whether records of a kind can be kept back.
#[must_use]
pub fn can_be_kept(kind: Kind) -> bool {
    matches!(kind, Kind::Enforcement | Kind::Response)
}

/// The records that can be kept back at which one points.
pub fn named(record: &Record) -> impl Iterator<Item = RecordPath> + use<> {
    let mut named = Vec::new();
    record.visit(&mut |_, leaf| {
        if let Leaf::Reference(reference) = leaf
            && can_be_kept(reference.record.kind())
        {
            named.push(reference.record.clone());
        }
    });
    named.into_iter()
}

impl Viewer {
    /// Whether it does not learn yet of an enforcement, which `filed_by` filed.
    fn misses(&self, action: &Enforcement, filed_by: Option<&UnitId>, mechanism: &Mechanism, today: Day) -> bool {
        match self {
            Self::Unit(unit) => action.is_kept_from(unit, filed_by, mechanism, today),
            Self::Unknown => action.is_ahead(today),
        }
    }
}
