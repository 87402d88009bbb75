//! What comes due: terms that run, minimums that are not reached, meetings and enforcements that are planned, licences that end.

use serde::Serialize;

use super::named::Named;
use crate::model::{Carrier, Day, FiledPath, Kind, Mechanism, Moment, Party, RecordPath, SystemId, UnitId};
use crate::rules::minimum::{Attainment, counts};
use crate::rules::{Context, Judgement};
use crate::text::Text;
use crate::tr;

/// What kind of thing comes due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineKind {
    /// A term that a rule asks, by its code.
    Term(&'static str),
    /// A minimum of a year that is not reached, of what carries its system out.
    Minimum(Carrier),
    /// A meeting that is planned.
    Meeting,
    /// A joint enforcement that is planned.
    Enforcement,
    /// What came from above and is to be carried out.
    Directive,
    /// The last day of a licence.
    Licence,
}

impl DeadlineKind {
    const fn id(self) -> &'static str {
        match self {
            Self::Term(code) => code,
            Self::Minimum(_) => "minimum",
            Self::Meeting => "meeting",
            Self::Enforcement => "enforcement",
            Self::Directive => "directive",
            Self::Licence => "licence",
        }
    }

    /// Whether it waits for a word of what came of it once its day has passed.
    const fn outlasts_its_day(self) -> bool {
        matches!(self, Self::Enforcement | Self::Directive)
    }
}

/// Something that comes due.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline {
    /// What kind of thing it is.
    #[serde(skip)]
    pub kind: DeadlineKind,
    /// The system whose minimum it is, where a record of its kind has to say so.
    #[serde(skip)]
    pub system: Option<SystemId>,
    /// The same for the same thing whenever it is asked for, so that a calendar updates what it has: of what kind it is, in which
    /// file, at which key, of which unit.
    pub id: String,
    /// The last day, or the first where it takes several.
    pub on: Day,
    /// The last day where it takes several.
    pub until: Option<Day>,
    /// Whether that is near, by the setting of the register.
    pub near: bool,
    /// Whether its day has passed without a word of what came of it.
    #[serde(skip)]
    pub is_unsettled: bool,
    /// The units whose deadline it is.
    pub units: Vec<String>,
    /// Their short names.
    pub short: Vec<String>,
    /// What is to be done or ends, in a few words.
    pub what: Text,
    /// The record that it is about.
    pub record: Named,
    /// The clause, as papers cite it.
    pub clause: Option<String>,
}

impl Deadline {
    /// Whether it is one of a unit.
    #[must_use]
    pub fn is_of(&self, unit: &UnitId) -> bool {
        self.units.iter().any(|other| other == unit.as_str())
    }

    /// How what this program puts into calendars is known there again.
    pub const UID_END: &'static str = "@liandong";

    /// By what calendars know it.
    #[must_use]
    pub fn uid(&self) -> String {
        format!("{}{}", self.id, Self::UID_END)
    }
}

/// Everything that comes due on `today` or later, the first first.
#[must_use]
pub fn deadlines(context: &Context<'_>, judgement: &Judgement) -> Vec<Deadline> {
    let mut list = DeadlineList { context, all: Vec::new() };
    list.terms(judgement);
    list.minimums();
    list.planned();
    list.directives();
    list.licences();
    list.all.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    list.all
}

/// What comes due beside the terms that rules ask: minimums, what is planned, licences that end soon.
#[must_use]
pub fn coming(context: &Context<'_>) -> Vec<Deadline> {
    let mut all = DeadlineList { context, all: Vec::new() };
    all.minimums();
    all.planned();
    all.directives();
    all.licences();
    all.all.retain(|deadline| deadline.near || deadline.kind != DeadlineKind::Licence);
    all.all
}

/// The minimums of the running year that are not reached.
pub(super) fn minimums(context: &Context<'_>) -> Vec<Deadline> {
    let mut all = DeadlineList { context, all: Vec::new() };
    all.minimums();
    all.all
}

struct DeadlineList<'a> {
    context: &'a Context<'a>,
    all: Vec<Deadline>,
}

impl<'a> DeadlineList<'a> {
    fn mechanism(&self) -> &'a Mechanism {
        &self.context.ledger.mechanism
    }

    /// One deadline, unless it has passed and nothing is left to be settled.
    fn add(
        &mut self,
        kind: DeadlineKind,
        record: &RecordPath,
        key: &str,
        (on, until): (Day, Option<Day>),
        units: &[&UnitId],
        what: Text,
    ) {
        let is_past = until.unwrap_or(on) < self.context.today;
        if is_past && !kind.outlasts_its_day() {
            return;
        }
        let mechanism = self.mechanism();
        let names: Vec<String> = units.iter().map(ToString::to_string).collect();
        let key = Some(key).filter(|key| !key.is_empty()).map_or_else(String::new, |key| format!("/{key}"));
        let of = if let [unit] = units { format!("/{unit}") } else { String::new() };
        self.all.push(Deadline {
            kind,
            system: None,
            id: format!("{}/{record}{key}{of}", kind.id()),
            on,
            until,
            near: mechanism.is_near(self.context.today, on),
            is_unsettled: is_past,
            short: units.iter().map(|unit| mechanism.short(unit).to_owned()).collect(),
            units: names,
            what,
            record: Named::of_record(record, mechanism),
            clause: None,
        });
    }

    fn cite(&mut self, clause: Option<String>) {
        if let Some(last) = self.all.last_mut() {
            last.clause = clause;
        }
    }

    /// What rules ask and is still in time.
    fn terms(&mut self, judgement: &Judgement) {
        let first = self.all.len();
        let mut keys = Vec::new();
        for pending in &judgement.pending {
            let count = self.all.len();
            let part = self.part(&pending.record, &pending.key);
            self.add(
                DeadlineKind::Term(pending.rule.code),
                &pending.record,
                &part,
                (pending.due, None),
                &[&pending.actor],
                pending.what.clone(),
            );
            if self.all.len() > count {
                let clause = self.mechanism().clause(pending.clause, pending.on);
                self.cite(clause.map(|clause| clause.path.as_str().to_owned()));
                keys.push(pending.key.as_str());
            }
        }
        tell_apart(&mut self.all[first..], &keys);
    }

    /// The part of a record in which a key lies, by its own number: its position changes when another is put before it. Which key holds a
    /// term is not told: an extension or an order moves it to another, and it is the same term.
    fn part(&self, record: &RecordPath, key: &str) -> String {
        let RecordPath::Filed(path) = record else { return key.to_owned() };
        let part = self.context.ledger.happening(path).and_then(|happening| happening.part_holding(key));
        part.map_or_else(String::new, |(at, no)| {
            let list = at.rsplit_once('[').map_or(at.as_str(), |(list, _)| list);
            format!("{list}#{no}")
        })
    }

    /// Minimums of the year whose period runs.
    fn minimums(&mut self) {
        let (context, mechanism) = (self.context, self.mechanism());
        for count in counts(context.ledger, context.today.year(), context.today) {
            if !matches!(count.attainment(mechanism), Attainment::Short(_)) {
                continue;
            }
            let (done, least) = (count.done.len(), count.least);
            let (zh, en, period) = (count.system.name.as_str(), count.system.name_en.as_str(), count.period.label());
            let (period_zh, period_en) = (period.zh(), count.period);
            let what = tr!(
                "{period_zh}{zh}：已有 {done} 次，至少 {least} 次";
                "{en}, {period_en}: {done} of at least {least}"
            );
            let key = format!("{}/{}", count.system.id, count.period);
            let before = self.all.len();
            let mechanism_file = RecordPath::Single(Kind::Mechanism);
            self.add(
                DeadlineKind::Minimum(count.system.record),
                &mechanism_file,
                &key,
                (count.period.last(), None),
                &[count.actor(mechanism)],
                what,
            );
            if self.all.len() > before {
                let clause = count.obligation(mechanism).and_then(|obligation| mechanism.clause(obligation.clause, count.on));
                self.cite(clause.map(|clause| clause.path.as_str().to_owned()));
                let system = Some(count.system).filter(|system| mechanism.has_siblings(system.record));
                if let (Some(added), Some(system)) = (self.all.last_mut(), system) {
                    added.system = Some(system.id.clone());
                }
            }
        }
    }

    /// Meetings that are planned, for those who convene them and are invited; joint enforcements, for those who take part.
    fn planned(&mut self) {
        let ledger = self.context.ledger;
        for meeting in &ledger.meetings {
            let record = &meeting.record;
            // One that was held stays in the calendar on its day.
            let on = if record.took_place() { record.took_place_on() } else { record.begins.map(Moment::day).or(record.planned) };
            let Some(planned) = on.filter(|_| !record.is_called_off()) else { continue };
            let invited: Vec<UnitId> = record.invited.iter().filter_map(|invited| self.unit(&invited.who)).collect();
            let units = distinct([&record.convener].into_iter().chain(&invited));
            let title = record
                .title
                .as_ref()
                .map_or_else(|| Text::fixed("联席会议", "joint meeting"), |title| Text::same(title.as_str()));
            self.add(DeadlineKind::Meeting, &path(&meeting.path), "planned", (planned, None), &units, title);
        }
        for action in ledger.enforcements.iter().filter(|action| !action.record.is_called_off()) {
            let record = &action.record;
            let Some(from) = record.from else { continue };
            let units = distinct([&record.lead].into_iter().chain(&record.member_units));
            let title = record
                .title
                .as_ref()
                .map_or_else(|| Text::fixed("联合执法", "joint enforcement"), |title| Text::same(title.as_str()));
            let is_past = record.to.unwrap_or(from) < self.context.today;
            let what = match record.is_unsettled(self.context.today) {
                true => unsettled(&title),
                false if is_past => continue,
                false => title,
            };
            self.add(DeadlineKind::Enforcement, &path(&action.path), "from", (from, record.to), &units, what);
        }
    }

    /// What came from above, until somebody files what came of it, for whoever is to do it and for whoever filed it. Its term is its
    /// sender's or the office's, and none of the regulation's.
    fn directives(&mut self) {
        let (ledger, today) = (self.context.ledger, self.context.today);
        for directive in &ledger.directives {
            let record = &directive.record;
            let Some(due) = record.open_until() else { continue };
            let lead = record.proposal.as_ref().and_then(|proposal| proposal.lead.as_ref());
            let unit = lead.unwrap_or(&directive.path.unit);
            // What was open passes on with the unit.
            let unit = self.mechanism().acting(unit, today).unwrap_or(unit);
            let title = record.title.as_str();
            let what = if due < today {
                tr!(
                    "{title}：办理期限 {due} 已过，台账中未见办理结果，请登记";
                    "{title}: its term ended on {due} and the register shows no result; please file it"
                )
            } else {
                tr!("办理：{title}"; "to be carried out: {title}")
            };
            self.add(DeadlineKind::Directive, &path(&directive.path), "proposal.due", (due, None), &[unit], what);
        }
    }

    /// Licences that end, unless a later one of the kind stands.
    fn licences(&mut self) {
        let (mechanism, today) = (self.mechanism(), self.context.today);
        for ((mine, unit), file) in &mechanism.licences {
            for (at, licence) in file.licence.iter().enumerate() {
                let Some(until) = licence.until.filter(|until| today <= *until && !file.renews(licence)) else { continue };
                let name = mechanism.mine_name(mine);
                let word = licence.kind.word();
                let (zh, en) = (word.zh, word.en);
                let what = tr!("{name}{zh}到期"; "{name}: {en} ends");
                let record = RecordPath::Licences(mine.clone(), unit.clone());
                // By its number, which stays when another is filed before it.
                let own =
                    licence.number.as_ref().map_or_else(|| format!("licence[{at}]"), |number| format!("{}/{number}", word.id));
                self.add(DeadlineKind::Licence, &record, &own, (until, None), &[unit], what);
                if let Some(added) = self.all.last_mut() {
                    added.near = mechanism.ends_soon(today, until);
                }
            }
        }
    }

    fn unit(&self, party: &Party) -> Option<UnitId> {
        party.as_unit().filter(|unit| self.mechanism().units.contains_key(unit))
    }
}

/// Several terms that one rule asks of one unit about one thing are told apart by their keys.
fn tell_apart(terms: &mut [Deadline], keys: &[&str]) {
    let ids: Vec<String> = terms.iter().map(|term| term.id.clone()).collect();
    for ((term, id), key) in terms.iter_mut().zip(&ids).zip(keys) {
        if ids.iter().filter(|other| *other == id).count() > 1 {
            term.id = format!("{id}/{key}");
        }
    }
}

/// That nobody knows whether it took place.
fn unsettled(title: &Text) -> Text {
    let (zh, en) = (title.zh(), title.en());
    tr!(
        "{zh}：所定日期已过，台账中未见执法情况，请登记检查情况，或登记取消";
        "{en}: its days have passed and the register shows nothing of it; file what was done, or that it was called off"
    )
}

fn path(path: &FiledPath) -> RecordPath {
    RecordPath::Filed(path.clone())
}

fn distinct<'a>(units: impl Iterator<Item = &'a UnitId>) -> Vec<&'a UnitId> {
    let mut distinct = Vec::new();
    units.for_each(|unit| {
        if !distinct.contains(&unit) {
            distinct.push(unit);
        }
    });
    distinct
}
