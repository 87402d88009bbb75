//! What a register knows of itself besides what happened: the regulation as data, who takes part, the settings, the
//! calendar, the mines. Every rule asks here; no unit, clause or number of times stands in the program.

use std::collections::BTreeMap;

use super::date::{Day, Moment};
use super::kinds::{
    BodiesFile, Body, CalendarFile, Carrier, Clause, ClausesFile, DutiesFile, Edition, KeysFile, Licences, MechanismFile, Mine,
    Obligation, ObligationId, ObligationsFile, People, Setting, SettingId, SettingValue, SettingsFile, System, Term, TermUnit,
    Unit,
};
use super::{At, BodyId, ClauseKey, Kind, Leaf, MineId, Party, Record, RecordPath, SystemId, Table, UnitId, Value};
use crate::text::{Text, clean, nearest};
use crate::tr;

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
}

/// The end of a term, and whether the calendar of its year was published when it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last day of the term.
    pub day: Day,
    /// The last moment, where the term counts hours.
    pub moment: Moment,
    /// Whether a year without a published calendar was counted by Mondays to Fridays.
    pub guessed: bool,
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
                (_, Record::Obligations(record)) => obligations = Some(record.obligation),
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
                Ok(Self { file, obligations, settings, clauses, bodies, units, duties, people, keys, calendar, mines, licences })
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

    /// The regulation as it stood on a day; before the first edition, the first.
    #[must_use]
    pub fn edition(&self, on: Day) -> &Edition {
        let editions = &self.file.edition;
        let latest = editions.iter().filter(|edition| edition.from <= on).max_by_key(|edition| edition.from);
        latest.or_else(|| editions.iter().min_by_key(|edition| edition.from)).unwrap_or(&editions[0])
    }

    /// The editions that were in force on some day from `first` to `last`.
    pub fn editions(&self, first: Day, last: Day) -> impl Iterator<Item = &Edition> {
        let at_first = self.edition(first).from;
        self.file.edition.iter().filter(move |edition| at_first <= edition.from && edition.from <= last)
    }

    /// The system that a happening belongs to: the one it names, else the first that its kind carries out.
    #[must_use]
    pub fn system(&self, carrier: Carrier, named: Option<&SystemId>, on: Day) -> Option<&System> {
        let mut systems = self.edition(on).system.iter().filter(|system| system.record == carrier);
        systems.find(|system| named.is_none_or(|named| system.id == *named))
    }

    /// Every unit that was a member of a system on some day from `first` to `last`.
    #[must_use]
    pub fn members_of(&self, system: &SystemId, first: Day, last: Day) -> Vec<&UnitId> {
        let mut members: Vec<&UnitId> = Vec::new();
        let systems = self.editions(first, last).flat_map(|edition| &edition.system).filter(|found| found.id == *system);
        for unit in systems.flat_map(|system| &system.members) {
            if !members.contains(&unit) {
                members.push(unit);
            }
        }
        members
    }

    /// Every unit that some system of the edition names as a member: those to whom duties fall.
    #[must_use]
    pub fn members(&self, on: Day) -> Vec<&UnitId> {
        let mut members: Vec<&UnitId> = Vec::new();
        for unit in self.edition(on).system.iter().flat_map(|system| &system.members) {
            if !members.contains(&unit) {
                members.push(unit);
            }
        }
        members
    }

    /// The obligation of that id as it stood on a day; before it held, as it first did, and after it lapsed, as it last did.
    #[must_use]
    pub fn obligation_on(&self, id: ObligationId, on: Day) -> Option<&Obligation> {
        let begun = self.versions(id).filter(|obligation| obligation.since.is_none_or(|since| since <= on));
        begun.max_by_key(|obligation| obligation.since).or_else(|| self.versions(id).min_by_key(|obligation| obligation.since))
    }

    /// An obligation that was amended stands once for each of its texts, with `since` and `until`.
    pub fn versions(&self, id: ObligationId) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().filter(move |obligation| obligation.id == id)
    }

    /// The clause as it stood on a day.
    #[must_use]
    pub fn clause(&self, key: ClauseKey, on: Day) -> Option<&Clause> {
        let texts = self.clauses.iter().filter(|clause| clause.key == key && clause.since.is_none_or(|since| since <= on));
        texts.max_by_key(|clause| clause.since)
    }

    /// The clause that something cites on a day: as it stood, or as it first did where it was not in force yet.
    #[must_use]
    pub fn cited(&self, key: ClauseKey, on: Day) -> Option<&Clause> {
        let first = || self.clauses.iter().filter(|clause| clause.key == key).min_by_key(|clause| clause.since);
        self.clause(key, on).or_else(first)
    }

    /// A setting as it stood on a day.
    #[must_use]
    pub fn setting(&self, id: SettingId, on: Day) -> Option<&Setting> {
        let held =
            self.settings.setting.iter().filter(|setting| setting.id == id && setting.since.is_none_or(|since| since <= on));
        held.max_by_key(|setting| setting.since)
    }

    /// The term that a setting gives, where the register sets it.
    #[must_use]
    pub fn term(&self, id: SettingId, on: Day) -> Option<Term> {
        match self.setting(id, on)?.value {
            SettingValue::Term(term) => Some(term),
            _ => None,
        }
    }

    /// The day of a year that a setting gives, as it stood on another day. In a year without 29 February it is the 28th.
    #[must_use]
    pub fn day_of_year(&self, id: SettingId, year: u16, on: Day) -> Option<Day> {
        match self.setting(id, on)?.value {
            SettingValue::DayOfYear(month, day) => {
                let in_year = |day| Day::new(i32::from(year), u32::from(month), day);
                in_year(u32::from(day)).or_else(|| in_year(28))
            }
            _ => None,
        }
    }

    /// The word that a setting gives.
    #[must_use]
    pub fn word(&self, id: SettingId, on: Day) -> Option<&str> {
        match &self.setting(id, on)?.value {
            SettingValue::Word(word) => Some(word.as_str()),
            _ => None,
        }
    }

    /// From which day on the register is kept; what lies before is unknown, not unmet.
    #[must_use]
    pub fn records_since(&self) -> Option<Day> {
        match self.setting(SettingId::RecordsSince, Day::last_of(2199))?.value {
            SettingValue::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The end of a term that began at a moment.
    #[must_use]
    pub fn deadline(&self, id: SettingId, from: Moment) -> Option<Deadline> {
        let term = self.term(id, from.day())?;
        let (day, guessed) = match term.unit {
            TermUnit::Hours => {
                let moment = from.plus_hours(term.count);
                return Some(Deadline { day: moment.day(), moment, guessed: false });
            }
            TermUnit::Days => (from.day().plus(term.count), false),
            TermUnit::WorkingDays => self.working_days_after(from.day(), term.count),
        };
        Some(Deadline { day, moment: Moment::end_of(day), guessed })
    }

    /// The end of a term that began on a day.
    #[must_use]
    pub fn due_after(&self, id: SettingId, from: Day) -> Option<Day> {
        self.deadline(id, Moment::end_of(from)).map(|deadline| deadline.day)
    }

    /// Whether people work on a day; `None` where its year's calendar is not published here.
    #[must_use]
    pub fn is_working(&self, day: Day) -> Option<bool> {
        let calendar = self.calendar.get(&day.year())?;
        if calendar.covers_from.is_some_and(|from| day < from) {
            return None;
        }
        Some(calendar.on.contains(&day) || (!calendar.off.contains(&day) && day.is_weekday()))
    }

    /// So many working days after a day, and whether an unpublished year had to be counted by weekdays.
    fn working_days_after(&self, from: Day, count: u32) -> (Day, bool) {
        let (mut day, mut left, mut guessed) = (from, count, false);
        while left > 0 {
            day = day.plus(1);
            let published = self.is_working(day);
            guessed |= published.is_none();
            if published.unwrap_or(day.is_weekday()) {
                left -= 1;
            }
        }
        (day, guessed)
    }

    /// Working days from the day after `from` up to and including `to`, and whether an unpublished year had to be counted by
    /// weekdays.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> (u32, bool) {
        let (mut day, mut count, mut guessed) = (from, 0, false);
        while day < to {
            day = day.plus(1);
            let published = self.is_working(day);
            guessed |= published.is_none();
            count += u32::from(published.unwrap_or(day.is_weekday()));
        }
        (count, guessed)
    }

    /// Whether something with that end is near due: within the setting's working days.
    #[must_use]
    pub fn is_near(&self, today: Day, end: Day) -> bool {
        today <= end && self.due_after(SettingId::NearDue, today).is_some_and(|near| end <= near)
    }

    /// The short name of a unit; its id where the register does not know it.
    #[must_use]
    pub fn short<'a>(&'a self, unit: &'a UnitId) -> &'a str {
        self.units.get(unit).map_or(unit.as_str(), |unit| unit.short.as_str())
    }

    /// Whether a unit acts for another on a day: it is the same one, or took over from it by then (a unit may merge or split).
    #[must_use]
    pub fn stands_for(&self, unit: &UnitId, other: &UnitId, on: Day) -> bool {
        let took_over = |gone: &Unit| gone.until.is_some_and(|until| until < on) && gone.successors.contains(unit);
        unit == other || self.units.get(other).is_some_and(took_over)
    }

    /// Who acts for a member on a day: itself, or who took over from it; nobody where it had not joined yet, or was dissolved
    /// without a successor.
    #[must_use]
    pub fn acting<'a>(&'a self, member: &'a UnitId, on: Day) -> Option<&'a UnitId> {
        let Some(unit) = self.units.get(member) else { return Some(member) };
        if unit.since.is_some_and(|since| on < since) {
            return None;
        }
        if unit.until.is_some_and(|until| until < on) { unit.successors.first() } else { Some(member) }
    }

    /// The full name of a unit as it was on a day.
    #[must_use]
    pub fn full_name<'a>(&'a self, unit: &'a UnitId, on: Day) -> &'a str {
        let Some(found) = self.units.get(unit) else {
            return unit.as_str();
        };
        let former = found.former.iter().filter(|former| on <= former.until).min_by_key(|former| former.until);
        former.map_or(found.name.as_str(), |former| former.name.as_str())
    }

    /// A body without a folder.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == *id)
    }

    /// The short name of a unit, body or mine.
    #[must_use]
    pub fn party<'a>(&'a self, party: &'a Party) -> &'a str {
        match party {
            Party::Mine(mine) => self.mines.get(mine).map_or(mine.as_str(), |mine| mine.name.as_str()),
            Party::Body(id) => {
                let unit = self.units.iter().find(|(unit, _)| unit.as_str() == id.as_str()).map(|(_, unit)| unit.short.as_str());
                unit.or_else(|| self.body(id).map(|body| body.short.as_str())).unwrap_or(id.as_str())
            }
        }
    }

    /// Whether the register knows a unit, body or mine.
    #[must_use]
    pub fn knows(&self, party: &Party) -> bool {
        match party {
            Party::Mine(mine) => self.mines.contains_key(mine),
            Party::Body(id) => self.body(id).is_some() || party.as_unit().is_some_and(|unit| self.units.contains_key(&unit)),
        }
    }

    /// Shows every leaf of every file.
    pub(super) fn leaves(&self, see: See<'_>) {
        show(RecordPath::Single(Kind::Mechanism), &self.file, see);
        show_list::<ObligationsFile, _>(Kind::Obligations, &self.obligations, see);
        show(RecordPath::Single(Kind::Settings), &self.settings, see);
        show_list::<ClausesFile, _>(Kind::Clauses, &self.clauses, see);
        show_list::<BodiesFile, _>(Kind::Bodies, &self.bodies, see);
        self.units.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Unit, unit.clone()), file, see));
        self.duties.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Duties, unit.clone()), file, see));
        self.people.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::People, unit.clone()), file, see));
        self.keys.iter().for_each(|(unit, file)| show(RecordPath::OfUnit(Kind::Keys, unit.clone()), file, see));
        self.calendar.iter().for_each(|(year, file)| show(RecordPath::Calendar(*year), file, see));
        self.mines.iter().for_each(|(mine, file)| show(RecordPath::Mine(mine.clone()), file, see));
        self.licences.iter().for_each(|((mine, unit), file)| show(RecordPath::Licences(mine.clone(), unit.clone()), file, see));
    }

    /// The unit that a person names: by id, full, short or former name, or alias.
    ///
    /// # Errors
    /// That there is none, with the nearest.
    pub fn unit_named(&self, given: &str) -> Result<&UnitId, Text> {
        let given = given.trim();
        let called = |(id, unit): &(&UnitId, &Unit)| id.as_str() == given || names(unit).any(|name| name == given);
        if let Some((id, _)) = self.units.iter().find(called) {
            return Ok(id);
        }
        let shown = clean(given);
        let all = self.units.iter().flat_map(|(id, unit)| std::iter::once(id.as_str()).chain(names(unit)));
        Err(if let Some(near) = nearest(given, all) {
            tr!("没有“{shown}”这个单位，是不是“{near}”？"; "there is no unit \"{shown}\"; did you mean \"{near}\"?")
        } else {
            let all = self.units.values().map(|unit| unit.short.as_str()).collect::<Vec<_>>().join("、");
            tr!("没有“{shown}”这个单位，可选：{all}"; "there is no unit \"{shown}\"; the units are {all}")
        })
    }
}

/// Who is shown a leaf, of which file and where in it.
type See<'a> = &'a mut dyn FnMut(&RecordPath, &At<'_>, Leaf<'_>);

fn show<T: Value>(path: RecordPath, file: &T, see: See<'_>) {
    file.visit(&At::RECORD, &mut |at, leaf| see(&path, at, leaf));
}

/// Files that are one list are kept without the file around them.
fn show_list<F: Table, T: Value>(kind: Kind, list: &Vec<T>, see: See<'_>) {
    let path = RecordPath::Single(kind);
    if let Some(field) = F::FIELDS.first() {
        list.visit(&At::RECORD.key(field), &mut |at, leaf| see(&path, at, leaf));
    }
}

fn names(unit: &Unit) -> impl Iterator<Item = &str> {
    let present = [unit.name.as_str(), unit.short.as_str()].into_iter();
    present.chain(unit.aliases.iter().map(super::Line::as_str)).chain(unit.former.iter().map(|former| former.name.as_str()))
}
