//! What a register knows of itself besides what happened: the regulation as data, who takes part, the settings, the
//! calendar, the mines. Every rule asks here; no unit, clause or number of times stands in the program.

mod belonging;
mod called;
mod format_one;
mod in_force;
mod mine_spoken_of;
mod shipped;
mod term;

use std::collections::{BTreeMap, BTreeSet};

use super::leaf_walk::LeafWalk;
use super::{
    BodiesFile, Body, CalendarFile, Clause, ClausesFile, Day, DutiesFile, KeyPath, KeysFile, Kind, Leaf, LeafGroups, Licence,
    Licences, MechanismFile, Mine, MineId, Obligation, ObligationsFile, People, Record, RecordPath, SettingsFile, TableValue,
    Unit, UnitId, Value,
};

pub use belonging::Belonging;
pub use term::{PartialYear, TermEnd};

/// Everything in a register that is not a numbered happening.
#[derive(Debug, Clone)]
pub struct Mechanism {
    /// `mechanism.toml`.
    pub file: MechanismFile,
    /// `obligations.toml`, in its order.
    pub obligations: Vec<Obligation>,
    /// `settings.toml`.
    pub settings: SettingsFile,
    /// `clauses.toml`, in the order of the regulation.
    pub clauses: Vec<Clause>,
    /// `bodies.toml`.
    pub bodies: Vec<Body>,
    /// `units/`.
    pub units: BTreeMap<UnitId, Unit>,
    /// `duties/`.
    pub duties: BTreeMap<UnitId, DutiesFile>,
    /// `people/`.
    pub people: BTreeMap<UnitId, People>,
    /// `keys/`.
    pub keys: BTreeMap<UnitId, KeysFile>,
    /// `calendar/`.
    pub calendar: BTreeMap<u16, CalendarFile>,
    /// `mines/…/base.toml`.
    pub mines: BTreeMap<MineId, Mine>,
    /// `mines/…/<unit>.toml`.
    pub licences: BTreeMap<(MineId, UnitId), Licences>,
    /// The units whose own file is there and cannot be read.
    unread: BTreeSet<UnitId>,
}

impl Mechanism {
    /// The mechanism of a register, or the kinds of file that it lacks.
    ///
    /// # Errors
    /// The files without which nothing can be judged: `mechanism`, `obligations`, `settings`, `clauses`.
    pub fn new(records: impl IntoIterator<Item = (RecordPath, Record)>) -> Result<Self, Vec<Kind>> {
        let (mut file, mut obligations, mut settings, mut clauses) = (None, None, None, None);
        let (mut bodies, mut units, mut duties, mut people, mut keys) =
            (Vec::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut calendar, mut mines, mut licences) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (path, record) in records {
            match (path, record) {
                (_, Record::Mechanism(record)) => file = Some(*record),
                (_, Record::Obligations(record)) => {
                    let mut listed = record.obligation;
                    listed.iter_mut().for_each(Obligation::complete);
                    obligations = Some(listed);
                }
                (_, Record::Settings(record)) => settings = Some(*record),
                (_, Record::Clauses(record)) => clauses = Some(record.clause),
                (_, Record::Bodies(record)) => bodies = record.body,
                (RecordPath::OfUnit(_, unit), Record::Unit(record)) => drop(units.insert(unit, *record)),
                (RecordPath::OfUnit(_, unit), Record::Duties(record)) => drop(duties.insert(unit, *record)),
                (RecordPath::OfUnit(_, unit), Record::People(record)) => drop(people.insert(unit, *record)),
                (RecordPath::OfUnit(_, unit), Record::Keys(record)) => drop(keys.insert(unit, *record)),
                (RecordPath::Calendar(year), Record::Calendar(record)) => drop(calendar.insert(year, *record)),
                (RecordPath::Mine(mine), Record::Mine(record)) => drop(mines.insert(mine, *record)),
                (RecordPath::Licences(mine, unit), Record::Licences(record)) => drop(licences.insert((mine, unit), *record)),
                _ => {}
            }
        }
        match (file, obligations, settings, clauses) {
            (Some(file), Some(obligations), Some(settings), Some(clauses)) if !file.edition.is_empty() => {
                let unread = BTreeSet::new();
                Ok(Self {
                    file,
                    obligations,
                    settings,
                    clauses,
                    bodies,
                    units,
                    duties,
                    people,
                    keys,
                    calendar,
                    mines,
                    licences,
                    unread,
                })
            }
            (file, obligations, settings, clauses) => Err([
                (Kind::Mechanism, file.is_none_or(|file| file.edition.is_empty())),
                (Kind::Obligations, obligations.is_none()),
                (Kind::Settings, settings.is_none()),
                (Kind::Clauses, clauses.is_none()),
            ]
            .into_iter()
            .filter_map(|(kind, lacks)| lacks.then_some(kind))
            .collect()),
        }
    }

    /// The same, with files that are there and cannot be read.
    pub(super) fn with_unread(mut self, unreadable: &BTreeSet<RecordPath>) -> Self {
        let of_unit = |path: &RecordPath| match path {
            RecordPath::OfUnit(Kind::Unit, unit) => Some(unit.clone()),
            _ => None,
        };
        self.unread = unreadable.iter().filter_map(of_unit).collect();
        self
    }

    /// The unit that is the office.
    #[must_use]
    pub fn office(&self) -> &UnitId {
        &self.file.office
    }

    /// The first day of the mechanism: what lies before is kept and never judged (五（一）).
    #[must_use]
    pub fn begins(&self) -> Day {
        self.file.edition.iter().map(|edition| edition.from).min().unwrap_or(Day::first_of(1949))
    }

    /// The files that units keep of a mine, in the order of units.
    pub fn files_at(&self, mine: &MineId) -> impl Iterator<Item = (&UnitId, &Licences)> {
        let from = (mine.clone(), UnitId::LEAST);
        let files = self.licences.range(from..).map(|((of, unit), file)| (of, unit, file));
        let mine = mine.clone();
        files.take_while(move |(of, ..)| **of == mine).map(|(_, unit, file)| (unit, file))
    }

    /// The licences of a mine, whoever keeps them.
    pub fn licences_at(&self, mine: &MineId) -> impl Iterator<Item = &Licence> {
        self.files_at(mine).flat_map(|(_, file)| &file.licence)
    }

    /// Shows every leaf of every file.
    pub(super) fn leaves(&self, groups: LeafGroups, see: See<'_>) {
        show(RecordPath::Single(Kind::Mechanism), &self.file, groups, see);
        show_list::<ObligationsFile, _>(Kind::Obligations, &self.obligations, groups, see);
        show(RecordPath::Single(Kind::Settings), &self.settings, groups, see);
        show_list::<ClausesFile, _>(Kind::Clauses, &self.clauses, groups, see);
        show_list::<BodiesFile, _>(Kind::Bodies, &self.bodies, groups, see);
        self.units.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Unit, unit.clone()), file, groups, see));
        self.duties.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Duties, unit.clone()), file, groups, see));
        self.people.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::People, unit.clone()), file, groups, see));
        self.keys.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Keys, unit.clone()), file, groups, see));
        self.calendar.iter().for_each(|(year, file)| show(RecordPath::Calendar(*year), file, groups, see));
        self.mines.iter().for_each(|(mine, file)| show(RecordPath::Mine(mine.clone()), file, groups, see));
        self.licences
            .iter()
            .for_each(|((mine, unit), file)| show(RecordPath::Licences(mine.clone(), unit.clone()), file, groups, see));
    }
}

/// Who is shown a leaf, of which file and where in it.
type See<'a> = &'a mut dyn FnMut(&RecordPath, &KeyPath, Leaf<'_>);

fn show<T: Value>(path: RecordPath, file: &T, groups: LeafGroups, see: See<'_>) {
    file.visit(&mut LeafWalk::new(KeyPath::default(), groups, &mut |at, leaf| see(&path, at, leaf)));
}

/// Files that are one list are kept without the file around them.
fn show_list<F: TableValue, T: Value>(kind: Kind, list: &Vec<T>, groups: LeafGroups, see: See<'_>) {
    let path = RecordPath::Single(kind);
    if let Some(field) = F::FIELDS.first() {
        let at = KeyPath::default().key(field.key);
        list.visit(&mut LeafWalk::new(at, groups, &mut |at, leaf| see(&path, at, leaf)));
    }
}
