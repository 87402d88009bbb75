//! How often each system is to be carried out (三（四）: 每年至少, 二（四）、四（三）: 原则上每年), for periods of any length.

mod happened;
mod same_act;

use super::under::Under;
use super::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::model::{
    Carrier, CountedBy, Day, Edition, Every, FiledPath, Kind, Ledger, Mechanism, Obligation, PartialYear, Period, RecordPath,
    Reference, System, UnitId,
};
use crate::text::Text;
use crate::tr;
pub use happened::Unproven;
use happened::{Happened, Showing, as_of, happened, members_among, unread};
use same_act::came;
pub(in crate::rules) use same_act::{CountedAct, same_acts};

pub(super) static RULES: &[&Rule] = &[&RULE];

pub(crate) static RULE: Rule = Rule {
    code: "Y01",
    name: "minimum-unmet",
    nature: RuleNature::Conduct,
    title: Text::fixed("一个周期内未达到最少次数", "fewer than the least number in a period"),
    fires: Text::fixed(
        "周期（如一年）的最后一天已到，台账中已开展的次数少于机制规定的最少次数。次数、成员以周期结束之日施行的版本为准；周期中途才施行、才提高的次数，才加入的制度或成员，同首个不足整年的周期一样按设置 partial-year 处理。联席、联合须有至少两个成员单位参加，只有一个的不计（成员单位不足而工作小组另列有的，情况不明）；联合执法须有开展的记录（检查、问题、总结、通报、文书），只填了起止日期的不计；已经开始、尚未结束的为进行中，未登记参会单位的、久未登记结束日期的、台账文件未能读出的、密钥失密后签而本单位未确认的为情况不明，均不判。通报须送到其他单位（只送办公室的也计），更正、撤回另发的不另计，零报告计入其所报年度；同一件登记了两次的（act-filed-twice 所指）只计一次；计划中、取消、草稿、被撤回的不计；施行之日以前的不计；起录日（records-since）以前的周期为未录入，不判，起录日在周期之内的只作提醒。",
        "The last day of a period, such as a year, has come and the register shows fewer than the least number. Number and members are those of the edition in force when the period ends; what an amendment raised or added in the midst of a period follows the setting partial-year, as a first period does that is covered only in part. A meeting or enforcement is a joint one with at least two members in it, and does not count with fewer (unknown where the groups of an enforcement name more than its team); an enforcement counts that left a trace (visit, problem, summary, circular, order), and days that were filled in are none; one that has begun and is not over is under way, and one of which nobody recorded who took part, or for long not its end, or whose file cannot be read, or which was signed with a lost key and not vouched for, is unknown: neither is judged. A notice has to reach somebody else (the office alone will do); corrections and withdrawals are no further ones, and a report of nothing counts for its own year; what was filed twice (as act-filed-twice tells) counts once. Planned, cancelled, draft and withdrawn ones do not count, nor does anything before the regulation; periods before records-since are unknown and not judged, and where records-since lies within a period it is only a reminder.",
    ),
    proves: Some(Text::fixed(
        "计入该周期次数的会议、联合执法、通报或计划。",
        "Meetings, enforcements, notices or plans that count in the period.",
    )),
    remedy: Text::fixed(
        "已开展而未登记的，补录；已登记而不计的，核对参加单位、补录开展情况，不另登记；确未开展的，原则性要求可登记情况说明（waivers）。",
        "Record what was done and is not on record; where a record does not count, check who took part, record what was done, and do not file it again; where it was not done and the clause is in principle, file a waiver.",
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
    /// Those of which nobody can tell whether they count, with why.
    pub unproven: Vec<(Reference, Unproven)>,
    /// Those of which nothing is on record but their days, and which do not count any more.
    pub traceless: Vec<Reference>,
    /// How many records are of what another record counts.
    pub repeated: usize,
    /// Those that took place and do not count, since fewer than two members took part, with how many did.
    pub not_joint: Vec<(Reference, usize)>,
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
    let (mut not_joint, mut traceless, mut repeated) = (Vec::new(), Vec::new(), 0);
    for Happened { path, on, proof, .. } in happened.iter().filter(counts) {
        let reference = (*path).clone().into();
        match proof {
            Showing::Done => done.push((reference, *on)),
            Showing::UnderWay => under_way.push(reference),
            Showing::NotJoint(joined) => not_joint.push((reference, *joined)),
            Showing::Traceless => traceless.push(reference),
            Showing::Repeated => repeated += 1,
            Showing::Unknown(why) => unproven.push((reference, *why)),
        }
    }
    let unread = unread.iter().filter(|path| is_of_member(&path.unit, on));
    unproven.extend(unread.map(|path| ((*path).clone().into(), Unproven::Unread)));
    MinimumCount {
        system,
        period,
        on,
        member,
        least: system.at_least,
        throughout,
        done,
        under_way,
        unproven,
        traceless,
        repeated,
        not_joint,
    }
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
                // What the text covers only in part is held against nobody.
                if Level::Reminder < at_most {
                    report.past(Some(count.period.last()));
                }
                // What is on record and does not count is not to be filed again.
                let fix = if count.not_joint.is_empty() && count.traceless.is_empty() {
                    Fix::New(count.system.record.kind(), None)
                } else {
                    Fix::Unknown
                };
                report.fixed_by(fix).certain();
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
    let Some((_, most)) = count.not_joint.iter().max_by_key(|(_, joined)| *joined) else {
        let bare = count.traceless.len();
        if 0 < bare {
            return tr!(
                "{period_zh}，台账中见计数的{zh}记录 {found} 次，少于 {asked} 次；另有记录 {bare} 次，只填了日期，未见开展情况，不计";
                "{period_en}: the register shows {found} that count of at least {asked} ({en}); besides these {bare} of which nothing is on record but the days, which do not count"
            );
        }
        let repeated = count.repeated;
        if 0 < repeated {
            return tr!(
                "{period_zh}，台账中见{zh} {found} 次，少于 {asked} 次；另有 {repeated} 条记录与所计的是同一件，不另计";
                "{period_en}: the register shows {found} of at least {asked} ({en}); {repeated} more records are of the same, which count once"
            );
        }
        return tr!(
            "{period_zh}，台账中见{zh}记录 {found} 次，少于 {asked} 次";
            "{period_en}: the register shows {found} of at least {asked} ({en})"
        );
    };
    let (alone, took_part) = (count.not_joint.len(), if count.system.record == Carrier::Meeting { "到会" } else { "参加" });
    let members = if *most == 0 { Text::fixed("没有", "no") } else { Text::fixed("只有 1 个", "only one") };
    let (members_zh, members_en) = (members.zh(), members.en());
    tr!(
        "{period_zh}，台账中见计数的{zh}记录 {found} 次，少于 {asked} 次；另有记录 {alone} 次，{members_zh}成员单位{took_part}，不计";
        "{period_en}: the register shows {found} that count of at least {asked} ({en}); besides these {alone} with {members_en} member there, which do not count"
    )
}
