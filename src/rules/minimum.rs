//! How often each system is to be carried out (三（四）: 每年至少, 二（四）、四（三）: 原则上每年), for periods of any length.

use super::{Desk, Findings, Rule, RuleNature, Scope};
use crate::model::{
    Carrier, CountedBy, Day, Filed, Happening, Kind, Ledger, Notice, Period, RecordPath, Reference, System, SystemId, UnitId,
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
        "周期（如一年）的最后一天已到，台账中已开展的次数少于机制规定的最少次数。计划中、取消、草稿、被撤回的不计；施行之日以前的不计；首个不足整年的周期按设置 partial-year 处理；起录日（records-since）以前的周期为未录入，不判。",
        "The last day of a period, such as a year, has come and the register shows fewer than the least number. Planned, cancelled, draft and withdrawn ones do not count, nor does anything before the regulation; a first period that is covered only in part follows the setting partial-year; periods before records-since are unknown and not judged.",
    ),
    remedy: Text::fixed(
        "已开展的，补录；确未开展的，原则性要求可登记情况说明（waivers）。",
        "Record it if it was done; where it was not and the clause is in principle, file a waiver.",
    ),
    scope: Scope::Ledger(check),
};

/// What counts towards a system's minimum in one period.
#[derive(Debug)]
pub struct Count<'a> {
    /// The system.
    pub system: &'a System,
    /// The period.
    pub period: Period,
    /// The member that it is asked of, where it is asked of each.
    pub member: Option<&'a UnitId>,
    /// How many are asked.
    pub least: u32,
    /// Those that count, with their days.
    pub done: Vec<(Reference, Day)>,
    /// Whether the regulation covers the period only in part.
    pub partial: bool,
}

impl Count<'_> {
    /// Whether there are enough.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.done.len() >= self.least as usize
    }
}

/// The counts of every period of a year that has begun by `today`, by the edition in force when the period ends.
#[must_use]
pub fn counts<'a>(ledger: &'a Ledger, year: u16, today: Day) -> Vec<Count<'a>> {
    let mechanism = &ledger.mechanism;
    let mut counts = Vec::new();
    for system in &mechanism.edition(Day::last_of(year)).system {
        for period in Period::all_of(year, system.every) {
            if period.last() < mechanism.begins() || today < period.first() {
                continue;
            }
            let partial = period.first() < mechanism.begins();
            let of = |member: Option<&'a UnitId>| Count {
                system,
                period,
                member,
                least: system.at_least,
                done: done(ledger, system, period, member, today),
                partial,
            };
            match system.by {
                CountedBy::Mechanism => counts.push(of(None)),
                CountedBy::Member => counts.extend(system.members.iter().map(|member| of(Some(member)))),
            }
        }
    }
    counts
}

/// The happenings of a system in a period up to `today`, of one member or of all.
fn done(ledger: &Ledger, system: &System, period: Period, member: Option<&UnitId>, today: Day) -> Vec<(Reference, Day)> {
    let begins = ledger.mechanism.begins();
    let counted = |on: Option<Day>| on.filter(|on| begins <= *on && *on <= today && period.contains(*on));
    let mut found = Vec::new();
    let mut add = |reference: Reference, owner: &UnitId, on: Option<Day>, named: Option<&SystemId>| {
        let here = ledger.mechanism.system(system.record, named, period.last()).is_some_and(|own| own.id == system.id);
        if let Some(on) = counted(on)
            && here
            && member.is_none_or(|member| member == owner)
        {
            found.push((reference, on));
        }
    };
    match system.record {
        Carrier::Meeting => {
            for meeting in ledger.meetings.iter().filter(|meeting| meeting.record.cancelled.is_none()) {
                add(meeting.reference(), &meeting.path.unit, meeting.record.held, meeting.record.system.as_ref());
            }
        }
        Carrier::Enforcement => {
            for action in ledger.enforcements.iter().filter(|action| action.record.is_done(today)) {
                add(action.reference(), &action.path.unit, action.record.on(), action.record.system.as_ref());
            }
        }
        Carrier::Notice => {
            for notice in ledger.notices.iter().filter(|notice| counts_as_notice(ledger, notice)) {
                add(notice.reference(), &notice.path.unit, notice.record.issued, notice.record.system.as_ref());
            }
        }
        Carrier::Plan => {
            for plan in &ledger.plans {
                add(plan.reference(), &plan.path.unit, plan.record.issued, plan.record.system.as_ref());
            }
        }
    }
    found
}

/// A withdrawn notice counts for no minimum, nor does one that only withdraws another.
fn counts_as_notice(ledger: &Ledger, notice: &Filed<Notice>) -> bool {
    notice.record.withdraws.is_none() && ledger.withdrawn_by(notice).is_none()
}

fn check(desk: &Desk<'_>, out: &mut Findings) {
    let mechanism = &desk.ledger.mechanism;
    let since = mechanism.records_since();
    for year in mechanism.begins().year()..=desk.today.year() {
        for count in counts(desk.ledger, year, desk.today) {
            let last = count.period.last();
            for (reference, on) in &count.done {
                out.applies_to(reference.clone(), *on, Some(&count.system.id));
            }
            let unknown = since.is_some_and(|since| last < since);
            if count.is_met() || desk.today < last || unknown {
                continue;
            }
            let actor = count.member.or(count.system.lead.as_ref()).unwrap_or(mechanism.office());
            let policy = mechanism.word(crate::model::SettingId::PartialYear, last).unwrap_or("warn");
            if count.partial && policy == "exempt" {
                continue;
            }
            let (period, asked, found) = (count.period, count.least, count.done.len());
            let (zh, en) = (count.system.name.as_str(), count.system.name_en.as_str());
            let what = tr!(
                "{period} 年度周期内，台账中见{zh}记录 {found} 次，少于 {asked} 次";
                "{period}: the register shows {found} of at least {asked} ({en})"
            );
            let report = out.report_at(RecordPath::Single(Kind::Mechanism), last, "", what);
            report.by(actor).of_system(&count.system.id);
            if count.partial && policy == "warn" {
                report.at_most(super::Level::Reminder);
            }
        }
    }
}
