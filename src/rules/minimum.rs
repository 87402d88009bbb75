//! How often each system is to be carried out (三（四）: 每年至少, 二（四）、四（三）: 原则上每年), for periods of any length.

use super::due::{Due, Timing};
use super::notice::is_further_notice;
use super::under::Under;
use super::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope, Unverified};
use std::collections::BTreeSet;

use crate::model::{
    Attendance, Carrier, CountedBy, Day, Edition, Enforcement, Every, Filed, FiledPath, Happening, Kind, Ledger, Mechanism,
    Meeting, Notice, Obligation, PartialYear, Period, Plan, Presence, RecordPath, Reference, SettingId, System, SystemId, UnitId,
};
use crate::text::Text;
use crate::tr;

pub(super) static RULES: &[&Rule] = &[&RULE];

pub(crate) static RULE: Rule = Rule {
    code: "Y01",
    name: "minimum-unmet",
    nature: RuleNature::Conduct,
    title: Text::fixed("一个周期内未达到最少次数", "fewer than the least number in a period"),
    fires: Text::fixed(
        "周期（如一年）的最后一天已到，台账中已开展的次数少于机制规定的最少次数。次数、成员以周期结束之日施行的版本为准；周期中途才施行、才提高的次数，才加入的制度或成员，同首个不足整年的周期一样按设置 partial-year 处理。联席、联合须有至少两个成员单位参加，只有一个的不计（成员单位不足而工作小组另列有的，情况不明）；联合执法须有开展的记录（检查、问题、总结、通报、文书），只填了起止日期的不计；已经开始、尚未结束的为进行中，未登记参会单位的、久未登记结束日期的、台账文件未能读出的、密钥失密后签而本单位未确认的为情况不明，均不判。通报须送到其他单位（只送办公室的也计），更正、撤回另发的不另计，零报告计入其所报年度；计划中、取消、草稿、被撤回的不计；施行之日以前的不计；起录日（records-since）以前的周期为未录入，不判，起录日在周期之内的只作提醒。",
        "The last day of a period, such as a year, has come and the register shows fewer than the least number. Number and members are those of the edition in force when the period ends; what an amendment raised or added in the midst of a period follows the setting partial-year, as a first period does that is covered only in part. A meeting or enforcement is a joint one with at least two members in it, and does not count with fewer (unknown where the groups of an enforcement name more than its team); an enforcement counts that left a trace (visit, problem, summary, circular, order), and days that were filled in are none; one that has begun and is not over is under way, and one of which nobody recorded who took part, or for long not its end, or whose file cannot be read, or which was signed with a lost key and not vouched for, is unknown: neither is judged. A notice has to reach somebody else (the office alone will do); corrections and withdrawals are no further ones, and a report of nothing counts for its own year. Planned, cancelled, draft and withdrawn ones do not count, nor does anything before the regulation; periods before records-since are unknown and not judged, and where records-since lies within a period it is only a reminder.",
    ),
    proves: Some(Text::fixed(
        "计入该周期次数的会议、联合执法、通报或计划。",
        "Meetings, enforcements, notices or plans that count in the period.",
    )),
    remedy: Text::fixed(
        "已开展的，补录；确未开展的，原则性要求可登记情况说明（waivers）。",
        "Record it if it was done; where it was not and the clause is in principle, file a waiver.",
    ),
    reach: Reach::Register,
    scope: Scope::Ledger(check),
};

/// What counts towards a system's minimum in one period.
#[derive(Debug)]
pub struct MinimumCount<'a> {
    /// The system, as it stood on the day by whose text the period is judged.
    pub system: &'a System,
    /// The year, half-year or quarter that is counted.
    pub period: Period,
    /// The day by whose text it is judged: its last, or today while it runs.
    pub on: Day,
    /// The member that it is asked of, where it is asked of each.
    pub member: Option<&'a UnitId>,
    /// How many are asked by the text of the day `on`.
    pub least: u32,
    /// How many were asked on every day of the period: fewer where the mechanism began, was amended or got the member in the
    /// midst of it.
    pub throughout: u32,
    /// Those that count, with their days.
    pub done: Vec<(Reference, Day)>,
    /// Those that have begun and count once they are over.
    pub under_way: Vec<Reference>,
    /// Those of which the register does not show that enough members took part, that they were carried out or that their units signed
    /// them, and files that cannot be read.
    pub unproven: Vec<Reference>,
}

/// What a count comes to once its period has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attainment {
    /// There are enough.
    Reached,
    /// The register was not kept then.
    Unknown,
    /// There would be enough with those that have begun and are not over.
    UnderWay,
    /// There would be enough with those of which the register does not show what they were.
    Unproven,
    /// The register's settings exempt a period that the text covers only in part.
    NotAsked,
    /// There are too few; that weighs as the clause says, and no more than this.
    Short(Level),
}

impl MinimumCount<'_> {
    /// Whether there are enough.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.done.len() >= self.least as usize
    }

    /// What it comes to.
    #[must_use]
    pub fn attainment(&self, mechanism: &Mechanism) -> Attainment {
        let kept = mechanism.records_since();
        let is_partial = self.done.len() >= self.throughout as usize;
        let policy = mechanism.partial_year(self.on);
        let first = self.period.first().max(mechanism.begins());
        let least = self.least as usize;
        if self.is_met() {
            Attainment::Reached
        } else if least <= self.done.len() + self.under_way.len() {
            Attainment::UnderWay
        } else if least <= self.done.len() + self.under_way.len() + self.unproven.len() {
            Attainment::Unproven
        } else if kept.is_some_and(|kept| self.period.last() < kept) {
            Attainment::Unknown
        } else if is_partial && policy == PartialYear::Exempt {
            Attainment::NotAsked
        } else if (is_partial && policy == PartialYear::Warn) || kept.is_some_and(|kept| first < kept) {
            Attainment::Short(Level::Reminder)
        } else {
            Attainment::Short(Level::Form)
        }
    }

    /// The obligation that asks it.
    #[must_use]
    pub fn obligation<'m>(&self, mechanism: &'m Mechanism) -> Option<&'m Obligation> {
        Under::System(self.system.id.clone()).obligation(|found| found.breaks(RULE.name), self.on, mechanism)
    }
}

impl<'a> MinimumCount<'a> {
    /// Who has to act: the member, who leads the system, or the office.
    #[must_use]
    pub fn actor(&self, mechanism: &'a Mechanism) -> &'a UnitId {
        let unit = self.member.or(self.system.lead.as_ref()).unwrap_or(mechanism.office());
        mechanism.acting(unit, self.on).unwrap_or(unit)
    }
}

/// The counts of every period of a year that has begun by `today`, each by the edition in force on its last day, or today
/// while it runs. The systems of an edition stay together.
#[must_use]
pub fn counts(ledger: &Ledger, year: u16, today: Day) -> Vec<MinimumCount<'_>> {
    let mechanism = &ledger.mechanism;
    let mut counts = Vec::new();
    for edition in mechanism.editions(Day::first_of(year), Day::last_of(year)) {
        for system in &edition.system {
            let periods = governed(edition, system.every, year, today, mechanism);
            let happened = if periods.is_empty() { Vec::new() } else { happened(ledger, system, year, today) };
            let unread: Vec<&FiledPath> = unread(ledger, system, year).collect();
            for period in periods {
                let on = period.last_in_year().min(today);
                let mut add = |member| counts.push(count(system, period, on, member, (&happened, &unread), mechanism));
                match system.by {
                    CountedBy::Mechanism => add(None),
                    CountedBy::Member => {
                        system.members.iter().filter(|member| mechanism.acting(member, on).is_some()).for_each(|m| add(Some(m)));
                    }
                }
            }
        }
    }
    counts
}

/// The periods of a year that have begun by `today` and are judged by the text of that edition.
fn governed(edition: &Edition, every: Every, year: u16, today: Day, mechanism: &Mechanism) -> Vec<Period> {
    let is_governed = |period: &Period| {
        let on = period.last_in_year().min(today);
        period.first() <= today && mechanism.begins() <= on && std::ptr::eq(mechanism.edition(on), edition)
    };
    Period::all_of(year, every).into_iter().filter(is_governed).collect()
}

fn count<'a>(
    system: &'a System,
    period: Period,
    on: Day,
    member: Option<&'a UnitId>,
    (happened, unread): (&[Happened<'a>], &[&FiledPath]),
    mechanism: &Mechanism,
) -> MinimumCount<'a> {
    let is_of_member = |unit: &UnitId, on: Day| member.is_none_or(|member| mechanism.stands_for(unit, member, on));
    let counts =
        |happened: &&Happened<'_>| period.contains(happened.counts_on) && is_of_member(&happened.path.unit, happened.counts_on);
    let throughout = throughout(system, period, on, member, mechanism);
    let (mut done, mut under_way, mut unproven) = (Vec::new(), Vec::new(), Vec::new());
    for Happened { path, on, proof, .. } in happened.iter().filter(counts) {
        let reference = (*path).clone().into();
        match proof {
            Showing::Done => done.push((reference, *on)),
            Showing::UnderWay => under_way.push(reference),
            Showing::Unknown => unproven.push(reference),
        }
    }
    unproven.extend(unread.iter().filter(|path| is_of_member(&path.unit, on)).map(|path| (*path).clone().into()));
    MinimumCount { system, period, on, member, least: system.at_least, throughout, done, under_way, unproven }
}

/// The least number that was asked on every day of a period up to `on`.
fn throughout(system: &System, period: Period, on: Day, member: Option<&UnitId>, mechanism: &Mechanism) -> u32 {
    let first = period.first();
    let joined = member.and_then(|member| mechanism.units.get(member)?.since);
    if first < mechanism.begins() || joined.is_some_and(|joined| first < joined) {
        return 0;
    }
    let same = |other: &&System| {
        other.id == system.id
            && other.every == system.every
            && other.by == system.by
            && member.is_none_or(|member| other.members.contains(member))
    };
    let asked = |edition: &Edition| edition.system.iter().find(same).map_or(0, |system| system.at_least);
    mechanism.editions(first, on).map(asked).min().unwrap_or(0)
}

/// What the register shows of something that carries out a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Showing {
    /// It was carried out, by as many as make it one.
    Done,
    /// It has begun, and is not over.
    UnderWay,
    /// Who took part is not on record, or whether its unit signed it.
    Unknown,
}

/// Something that carries out a system.
struct Happened<'a> {
    path: &'a FiledPath,
    on: Day,
    proof: Showing,
    /// The day by which it belongs to a period.
    counts_on: Day,
}

/// What carried out a system up to `today`, as far as it counts for a year.
fn happened<'a>(ledger: &'a Ledger, system: &System, year: u16, today: Day) -> Vec<Happened<'a>> {
    let mechanism = &ledger.mechanism;
    // A week may reach over the turn of the year.
    let (first, last) = (Day::first_of(year).minus(6).max(mechanism.begins()), Day::last_of(year).plus(6));
    let context = Context { ledger, today, now: today, unverified: &Unverified::Nothing };
    let mut found = Vec::new();
    let mut add = |path: &'a FiledPath,
                   proof: Option<Showing>,
                   on: Option<Day>,
                   counts_on: Option<Day>,
                   named: Option<&SystemId>| {
        let (Some(proof), Some(on), Some(counts_on)) = (proof, on, counts_on) else { return };
        let in_time = on <= today && first <= counts_on && counts_on <= last;
        if in_time
            && mechanism.belonging(system.record, named, &path.unit, counts_on).system().is_some_and(|own| own.id == system.id)
        {
            let proof = if ledger.is_doubtful(path) { Showing::Unknown } else { proof };
            found.push(Happened { path, on, proof, counts_on });
        }
    };
    match system.record {
        Carrier::Meeting => {
            for Filed { path, record } in ledger.meetings.iter().filter(|meeting| !meeting.record.is_called_off()) {
                let on = record.took_place_on();
                add(path, met(record, system, mechanism), on, on, record.system.as_ref());
            }
        }
        Carrier::Enforcement => {
            for Filed { path, record } in ledger.enforcements.iter().filter(|action| action.record.has_begun(today)) {
                add(path, enforced(path, record, system, &context), record.on(), record.on(), record.system.as_ref());
            }
        }
        Carrier::Notice => {
            let in_year = |notice: &&Filed<Notice>| notice.record.issued.is_some_and(|on| first <= on && on <= last);
            // Who withdrew a notice is looked up last: a register holds many of other years.
            for Filed { path, record } in
                ledger.notices.iter().filter(in_year).filter(|notice| is_further_notice(notice, &context))
            {
                add(path, Some(Showing::Done), record.issued, record.issued, record.system.as_ref());
            }
        }
        Carrier::Plan => {
            for Filed { path, record } in &ledger.plans {
                add(path, Some(Showing::Done), record.issued, planned(record, system.every), record.system.as_ref());
            }
        }
    }
    found
}

/// The files of a year that cannot be read and may carry out a system: each may count in any of its periods.
fn unread<'a>(ledger: &'a Ledger, system: &System, year: u16) -> impl Iterator<Item = &'a FiledPath> {
    let of_year = ledger.unreadable.iter().filter_map(move |path| match path {
        RecordPath::Filed(path) if path.kind == system.record.kind() && path.year == year => Some(path),
        _ => None,
    });
    of_year.filter(move |path| ledger.mechanism.may_belong(&path.unit, system, Day::last_of(year)))
}

/// What makes a meeting a joint one (联席): at least two members that took part. The text asks for no quorum.
fn met(meeting: &Meeting, system: &System, mechanism: &Mechanism) -> Option<Showing> {
    if meeting.attendance.is_empty() {
        return Some(Showing::Unknown);
    }
    (2 <= members_among(came(meeting), system, meeting.took_place_on()?, mechanism)).then_some(Showing::Done)
}

/// The units that came to a meeting, or sent a deputy.
fn came(meeting: &Meeting) -> impl Iterator<Item = UnitId> {
    let came = |attendance: &&Attendance| matches!(attendance.how, Presence::Present | Presence::Deputy);
    meeting.attendance.iter().filter(came).filter_map(|attendance| attendance.who.as_unit())
}

/// How many members took part in what counts: the text asks for no quorum, and the line says how many came.
fn part_taken(reference: &Reference, system: &System, on: Day, ledger: &Ledger) -> Option<Text> {
    let (mechanism, all) = (&ledger.mechanism, as_of(system, on, &ledger.mechanism).members.len());
    match system.record {
        Carrier::Meeting => {
            let came = members_among(came(&ledger.meeting(reference)?.record), system, on, mechanism);
            Some(tr!("到会 {came}/{all}"; "{came} of {all} came"))
        }
        Carrier::Enforcement => {
            let team = ledger.enforcement(reference)?.record.team().cloned();
            let joined = members_among(team, system, on, mechanism);
            Some(tr!("参加 {joined}/{all}"; "{joined} of {all} took part"))
        }
        Carrier::Notice | Carrier::Plan => None,
    }
}

/// That the only notices of a period report that there is nothing to tell: each of them is a notice, and speaks for its own unit alone.
fn only_nothing(count: &MinimumCount<'_>, ledger: &Ledger) -> Option<Text> {
    let tells_nothing =
        |(reference, _): &(Reference, Day)| ledger.notice(reference).is_some_and(|notice| notice.record.none_for.is_some());
    let only = count.system.record == Carrier::Notice && count.done.iter().all(tells_nothing);
    only.then(|| Text::fixed("只有零报告", "reports of nothing only"))
}

/// What makes an enforcement a joint one (联合): at least two of its members in the team.
fn enforced(path: &FiledPath, action: &Enforcement, system: &System, context: &Context<'_>) -> Option<Showing> {
    let shown = carried_out(path, action, context)?;
    if action.team().next().is_none() {
        return Some(Showing::Unknown);
    }
    let on = action.began()?;
    let are_joint =
        |units: &mut dyn Iterator<Item = &UnitId>| 2 <= members_among(units.cloned(), system, on, &context.ledger.mechanism);
    if are_joint(&mut action.team()) {
        return Some(shown);
    }
    // Where the groups name more than the team, the record contradicts itself.
    are_joint(&mut action.team().chain(action.grouped())).then_some(Showing::Unknown)
}

/// How far an enforcement is shown to have been carried out. One that is not over, or of which nothing is recorded yet but its days, is under
/// way while its summary can still come; later nobody can tell, and in the end days that were filled in show nothing.
fn carried_out(path: &FiledPath, action: &Enforcement, context: &Context<'_>) -> Option<Showing> {
    let is_shown = action.was_carried_out() || context.ledger.orders_about(&path.clone().into()).next().is_some();
    if is_shown && action.is_done(context.today) {
        return Some(Showing::Done);
    }
    let last = action.to.into_iter().chain(action.last_seen()).max()?;
    let can_run = Due::after(SettingId::SummaryTerm, last, context);
    if can_run.timing(None, context) != Timing::Missing {
        return Some(Showing::UnderWay);
    }
    let is_over = can_run.weight_of_absence(last, context) == Level::Form;
    (is_shown || !is_over).then_some(Showing::Unknown)
}

/// A system as it stood on the day of an act: an edition of later makes nobody a member who was none.
fn as_of<'a>(system: &'a System, on: Day, mechanism: &'a Mechanism) -> &'a System {
    mechanism.edition(on).system.iter().find(|then| then.id == system.id).unwrap_or(system)
}

/// How many of some units were members, or took over from one, and were there on the day.
fn members_among(units: impl Iterator<Item = UnitId>, system: &System, on: Day, mechanism: &Mechanism) -> usize {
    let system = as_of(system, on, mechanism);
    let is_member = |unit: &UnitId| system.members.iter().any(|member| mechanism.stands_for(unit, member, on));
    let units: BTreeSet<UnitId> = units.filter(|unit| mechanism.exists(unit, on) && is_member(unit)).collect();
    units.len()
}

/// A yearly plan counts for the year that it plans, though it is often issued in the one before.
fn planned(plan: &Plan, every: Every) -> Option<Day> {
    let issued = plan.issued?;
    Some(if every == Every::Year { issued.clamp(Day::first_of(plan.year), Day::last_of(plan.year)) } else { issued })
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for year in mechanism.begins().year()..=context.today.year() {
        for count in counts(context.ledger, year, context.today) {
            let nothing = only_nothing(&count, context.ledger);
            for (reference, on) in &count.done {
                let note = part_taken(reference, count.system, *on, context.ledger).or_else(|| nothing.clone());
                out.counts_towards((reference.clone(), *on), count.on, &count.system.id, note);
            }
            if let Attainment::Short(at_most) = count.attainment(mechanism)
                && count.period.last() <= context.today
            {
                let report = out.report_at(RecordPath::Single(Kind::Mechanism), count.on, "", shortfall(&count, mechanism));
                report.by(count.actor(mechanism)).of_system(&count.system.id).at_most(at_most);
                report.fixed_by(Fix::New(count.system.record.kind(), None)).certain();
            }
        }
    }
}

/// What a count that is too small is said to lack.
fn shortfall(count: &MinimumCount<'_>, mechanism: &Mechanism) -> Text {
    let (asked, found) = (count.least, count.done.len());
    let (zh, en) = (count.system.name.as_str(), count.system.name_en.as_str());
    let (period_zh, period_en) = (count.period.label(), count.period);
    let period_zh = period_zh.zh();
    if count.member.is_some() {
        let unit = mechanism.short(count.actor(mechanism));
        return tr!(
            "{period_zh}，台账中见{unit}{zh}记录 {found} 次，少于 {asked} 次";
            "{period_en}: the register shows {found} of at least {asked} by {unit} ({en})"
        );
    }
    tr!(
        "{period_zh}，台账中见{zh}记录 {found} 次，少于 {asked} 次";
        "{period_en}: the register shows {found} of at least {asked} ({en})"
    )
}
