//! How each obligation stands in a year: derived from what rules found and from what they applied to, never stored.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::check::Question;
use super::named::Named;
use super::waived::{excuse, is_excused, waiver};
use crate::model::{
    Actor, Carrier, CountedBy, Day, Every, Filed, Ledger, Line, Mechanism, Obligation, ObligationId, Period, Reference,
    SettingId, Waiver,
};
use crate::rules::minimum::{self, Count, Reach};
use crate::rules::{Finding, Judgement, Level, Pending, Seen};
use crate::text::Text;
use crate::tr;

/// How an obligation stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "level")]
pub enum State {
    /// The register shows that it was carried out.
    Met,
    /// The same, after its term.
    MetLate,
    /// It was not, and a waiver that holds says why.
    Waived,
    /// The period runs on.
    Open,
    /// The period soon ends.
    NearDue,
    /// The register does not show it; how much that weighs.
    Unmet(Level),
    /// There was no occasion, or it was not yet in force.
    NotApplicable,
    /// The register was not kept then.
    Unknown,
    /// No program can judge it.
    NotJudged,
}

impl State {
    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Met => Text::fixed("已落实", "met"),
            Self::MetLate => Text::fixed("已落实（逾期）", "met late"),
            Self::Waived => Text::fixed("已作说明", "waived"),
            Self::Open => Text::fixed("进行中", "open"),
            Self::NearDue => Text::fixed("临近到期", "near due"),
            Self::Unmet(level) => level.label(),
            Self::NotApplicable => Text::fixed("不适用", "not applicable"),
            Self::Unknown => Text::fixed("未录入", "unknown"),
            Self::NotJudged => Text::fixed("不由程序判定", "not judged"),
        }
    }
}

/// A light, always printed with its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// In order.
    Green,
    /// To be looked after.
    Yellow,
    /// Lacking, or about to be.
    Red,
}

impl Light {
    /// The light of what was found.
    const fn of(level: Level) -> Self {
        match level {
            Level::Advice => Self::Green,
            Level::Reminder => Self::Yellow,
            Level::Unmet | Level::Form => Self::Red,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Green => Text::fixed("绿", "green"),
            Self::Yellow => Text::fixed("黄", "yellow"),
            Self::Red => Text::fixed("红", "red"),
        }
    }
}

/// How one obligation stands.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The clause, as files cite it.
    pub clause: String,
    /// The clause, as papers cite it.
    pub clause_path: String,
    /// The words of the clause that ask it.
    pub quote: String,
    /// How strongly it is asked.
    pub force: &'static str,
    /// Its state.
    #[serde(flatten)]
    pub state: State,
    /// Its light; none where there is nothing to judge.
    pub light: Option<Light>,
    /// How many facts it rests on.
    pub count: usize,
    /// How many the periods of the year that have begun ask for together, where a number is asked.
    pub least: Option<u32>,
    /// The facts, oldest first; of more than [`Standing::EVIDENCE`] the first.
    pub evidence: Vec<Named>,
    /// How much is asked whose term still runs.
    pub pending: usize,
    /// What else is to be known: days left, the waiver, why it is not judged.
    pub note: Text,
}

impl Standing {
    /// How many pieces of evidence are named; all are counted. A year of ten thousand notices is not read name by name.
    pub const EVIDENCE: usize = 100;
}

/// What one unit did of something that the regulation asks of all together.
#[derive(Debug, Clone, Serialize)]
pub struct UnitCount {
    /// The system.
    pub system: Text,
    /// The unit.
    pub unit: String,
    /// Its short name.
    pub short: String,
    /// How many the register shows.
    pub count: usize,
}

/// What the standing of an obligation is derived from.
pub(super) struct Grounds<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) year: u16,
    pub(super) today: Day,
    /// What was found in the year.
    findings: BTreeMap<ObligationId, Vec<&'a Finding>>,
    seen: BTreeMap<ObligationId, Vec<&'a Seen>>,
    /// What is to be done in time and no waiver excuses: of facts of the year, and of older ones while the year runs.
    pending: BTreeMap<ObligationId, Vec<&'a Pending>>,
    /// The minimums of the year.
    counts: Vec<Count<'a>>,
    question: &'a Question,
}

/// A state, its light, and what else is to be known.
type Verdict = (State, Option<Light>, Text);

impl<'a> Grounds<'a> {
    pub(super) fn new(ledger: &'a Ledger, judgement: &'a Judgement, question: &'a Question, today: Day) -> Self {
        let year = question.year;
        let counts = minimum::counts(ledger, year, today);
        let mut grounds = Self {
            ledger,
            year,
            today,
            findings: BTreeMap::new(),
            seen: BTreeMap::new(),
            pending: BTreeMap::new(),
            counts,
            question,
        };
        for finding in judgement.findings.iter().filter(|finding| finding.on.year() == year) {
            if let Some(id) = finding.obligation {
                grounds.findings.entry(id).or_default().push(finding);
            }
        }
        for (id, seen) in judgement.seen.iter().filter(|(_, seen)| seen.under.year() == year) {
            grounds.seen.entry(*id).or_default().push(seen);
        }
        let belongs = |pending: &&Pending| pending.on.year() == year || today.year() == year;
        for pending in judgement.pending.iter().filter(belongs).filter(|pending| !is_excused(ledger, pending, today)) {
            grounds.pending.entry(pending.obligation).or_default().push(pending);
        }
        grounds
    }

    fn mechanism(&self) -> &'a Mechanism {
        &self.ledger.mechanism
    }

    /// The day by whose text the year is shown: its last, or today while it runs.
    pub(super) fn day(&self) -> Day {
        self.last().min(self.today)
    }

    fn last(&self) -> Day {
        Day::last_of(self.year)
    }

    /// How an obligation stands.
    pub(super) fn standing(&self, obligation: &Obligation) -> Standing {
        let (count, evidence) = self.evidence(obligation);
        let (state, light, note) = self.judge(obligation, &evidence);
        let clause = self.mechanism().cited(obligation.clause, self.day());
        Standing {
            id: obligation.id.to_string(),
            title: title(obligation),
            clause: obligation.clause.to_string(),
            clause_path: clause.map_or_else(String::new, |clause| clause.path.as_str().to_owned()),
            quote: obligation.text.as_str().to_owned(),
            force: obligation.force.word().id,
            state,
            light,
            count,
            least: self.least(obligation),
            evidence,
            pending: self.pending_of(obligation).len(),
            note,
        }
    }

    /// How many records show it, and the first of them. A record that shows it on several days is one piece of evidence.
    fn evidence(&self, obligation: &Obligation) -> (usize, Vec<Named>) {
        let mut first = HashMap::<&Reference, Day>::new();
        for seen in self.seen.get(&obligation.id).into_iter().flatten() {
            first.entry(&seen.reference).and_modify(|on| *on = (*on).min(seen.on)).or_insert(seen.on);
        }
        let mut shown: Vec<(Day, &Reference)> = first.into_iter().map(|(reference, on)| (on, reference)).collect();
        let count = shown.len();
        if count > Standing::EVIDENCE {
            shown.select_nth_unstable(Standing::EVIDENCE);
            shown.truncate(Standing::EVIDENCE);
        }
        shown.sort_unstable();
        (count, shown.into_iter().map(|(_, reference)| Named::of(reference, self.mechanism())).collect())
    }

    fn judge(&self, obligation: &Obligation, evidence: &[Named]) -> Verdict {
        if obligation.rules.is_empty() {
            return (State::NotJudged, None, reason(obligation));
        }
        if let Some(why) = self.outside(obligation) {
            return (State::NotApplicable, None, why);
        }
        // What is worst is said; of two that weigh the same, what was found.
        if let Some(worst) = self.running(obligation).into_iter().chain(self.found(obligation)).max_by_key(|(_, light, _)| *light)
        {
            return worst;
        }
        if let Some(awaited) = self.awaited(obligation) {
            return awaited;
        }
        if let Some(waiver) = self.waived(obligation) {
            return (State::Waived, Some(Light::Green), waiver);
        }
        // That a half-year was reached says nothing of the other, which was before the register.
        let unknown = self.counts_of(obligation).any(|count| count.reach(self.mechanism()) == Reach::Unknown);
        if !evidence.is_empty() && !unknown {
            return (State::Met, Some(Light::Green), Text::default());
        }
        match self.mechanism().records_since() {
            Some(since) if unknown || self.last() < since => {
                (State::Unknown, None, tr!("台账自 {since} 起录"; "the register is kept from {since}"))
            }
            _ => (State::NotApplicable, None, self.no_occasion(obligation)),
        }
    }

    /// Why an obligation did not hold on any day of the year up to the one that is judged.
    fn outside(&self, obligation: &Obligation) -> Option<Text> {
        let mechanism = self.mechanism();
        let first = mechanism.versions(obligation.id).map(|version| version.since).min().flatten();
        let begins = first.map_or(mechanism.begins(), |first| first.max(mechanism.begins()));
        let from = if self.day() < begins { Some(begins) } else { obligation.due.filter(|due| self.last() < *due) };
        if let Some(from) = from {
            return Some(tr!("自 {from} 起适用"; "in force from {from}"));
        }
        let until = obligation.until.filter(|until| *until < Day::first_of(self.year))?;
        Some(tr!("至 {until} 止"; "in force until {until}"))
    }

    /// What findings make of it that no waiver excuses.
    fn found(&self, obligation: &Obligation) -> Option<Verdict> {
        let standing: Vec<_> =
            self.findings_of(obligation).filter(|finding| excuse(self.ledger, finding, self.today).is_none()).collect();
        let worst = standing.iter().map(|finding| finding.level).max()?;
        let count = standing.len();
        let below = standing.iter().filter(|finding| self.question.asks(&finding.actor, finding.rule)).count();
        let note = match below {
            0 => tr!("{count} 项，不在本次所查范围"; "{count}, not asked for here"),
            _ if below == count => tr!("{count} 项，见下"; "{count} below"),
            _ => tr!("{count} 项，其中 {below} 项见下"; "{count}, of which {below} below"),
        };
        if standing.iter().all(|finding| finding.late) {
            return Some((State::MetLate, Some(Light::Yellow), note));
        }
        Some((State::Unmet(worst), Some(Light::of(worst)), note))
    }

    fn findings_of(&self, obligation: &Obligation) -> impl Iterator<Item = &'a Finding> {
        self.findings.get(&obligation.id).into_iter().flatten().copied()
    }

    /// What is still to be done makes of it: nothing is lacking, and the nearest day is said.
    fn awaited(&self, obligation: &Obligation) -> Option<Verdict> {
        let pending = self.pending_of(obligation);
        let (count, due) = (pending.len(), pending.iter().map(|pending| pending.due).min()?);
        let note = tr!("待办 {count} 项，最近的 {due} 到期"; "{count} to do, the nearest due on {due}");
        // What is only advice when it is missed is no cause for concern before.
        let mut weighty = pending.iter().filter(|pending| Light::of(pending.level) != Light::Green);
        Some(if weighty.any(|pending| self.mechanism().is_near(self.today, pending.due)) {
            (State::NearDue, Some(Light::Yellow), note)
        } else {
            (State::Open, Some(Light::Green), note)
        })
    }

    fn pending_of(&self, obligation: &Obligation) -> &[&'a Pending] {
        self.pending.get(&obligation.id).map_or(&[], Vec::as_slice)
    }

    /// Everything that is to be done in time.
    pub(super) fn pending(&self) -> impl Iterator<Item = &'a Pending> {
        self.pending.values().flatten().copied()
    }

    /// Where a minimum is not reached and its period has not ended: how long is left, and from which day that is worrying.
    fn running(&self, obligation: &Obligation) -> Option<Verdict> {
        let open: Vec<_> = self.open(obligation).filter(|count| self.waiver(obligation, count).is_none()).collect();
        let first = open.first()?;
        let note = self.left(&open, first.period.last());
        let light = self.light(first.period);
        let state = if light == Light::Green { State::Open } else { State::NearDue };
        // No light is worse than the one that the shortfall will have.
        let at_most = open.iter().filter_map(|count| match count.reach(self.mechanism()) {
            Reach::Short(level) => Some(Light::of(level.min(Level::by_force(obligation.force)))),
            _ => None,
        });
        Some((state, at_most.max().map(|at_most| light.min(at_most)), note))
    }

    /// The minimums of an obligation whose period runs and that are not reached. On its last day the rule finds what lacks.
    fn open(&self, obligation: &Obligation) -> impl Iterator<Item = &Count<'a>> {
        let is_open =
            |count: &&Count<'_>| self.today <= count.period.last() && matches!(count.reach(self.mechanism()), Reach::Short(_));
        self.counts_of(obligation).filter(is_open)
    }

    fn waiver(&self, obligation: &Obligation, count: &Count<'a>) -> Option<&'a Filed<Waiver>> {
        waiver(self.ledger, obligation, count.actor(self.mechanism()), count.period.last(), self.today)
    }

    /// How long is left, and to whom where it is asked of each.
    fn left(&self, open: &[&Count<'a>], last: Day) -> Text {
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

    /// The waiver by which an obligation was not carried out.
    fn waived(&self, obligation: &Obligation) -> Option<Text> {
        let of_finding = self.findings_of(obligation).find_map(|finding| excuse(self.ledger, finding, self.today));
        let waiver = of_finding.or_else(|| self.open(obligation).find_map(|count| self.waiver(obligation, count)))?;
        Some(Named::of(&waiver.reference(), self.mechanism()).title)
    }

    fn no_occasion(&self, obligation: &Obligation) -> Text {
        if self.counts_of(obligation).any(|count| count.reach(self.mechanism()) == Reach::NotAsked) {
            return Text::fixed("不足整个周期，按设置不作要求", "covered only in part; not asked for by the setting");
        }
        if let Some(until) = obligation.until.filter(|until| *until < self.day()) {
            return tr!("至 {until} 止，其间台账中未见适用情形"; "in force until {until}; the register shows no occasion until then");
        }
        Text::fixed("台账中未见适用情形", "the register shows no occasion")
    }

    /// The minimums of the year that an obligation asks.
    fn counts_of(&self, obligation: &Obligation) -> impl Iterator<Item = &Count<'a>> {
        let (id, mechanism) = (obligation.id, self.mechanism());
        self.counts.iter().filter(move |count| count.obligation(mechanism).is_some_and(|asking| asking.id == id))
    }

    fn least(&self, obligation: &Obligation) -> Option<u32> {
        let asked = self.counts_of(obligation).filter(|count| count.reach(self.mechanism()) != Reach::NotAsked);
        asked.map(|count| count.least).reduce(|all, least| all + least)
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

/// What an obligation is, in both languages.
pub(super) fn title(obligation: &Obligation) -> Text {
    Text::new(obligation.title.as_str().to_owned(), obligation.title_en.as_str().to_owned())
}

/// Why no program can judge an obligation.
pub(super) fn reason(obligation: &Obligation) -> Text {
    let words = |line: &Option<Line>| line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned());
    Text::new(words(&obligation.reason), words(&obligation.reason_en))
}

/// Who has to act, in words.
pub(super) fn actor(obligation: &Obligation, mechanism: &Mechanism) -> Text {
    match &obligation.who {
        Actor::Office => Text::same(mechanism.short(mechanism.office())),
        Actor::Members => Text::fixed("各成员单位", "every member"),
        Actor::Owner => Text::fixed("登记单位", "the unit that files"),
        Actor::Team => Text::fixed("联合执法工作组", "the joint enforcement team"),
        Actor::Unit(unit) => Text::same(mechanism.short(unit)),
    }
}
