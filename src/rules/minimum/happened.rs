//! What carried out a system, and how far the register shows that it did.

use std::collections::BTreeSet;

use super::same_act::{CountedAct, came, same_acts};
use crate::model::{
    Carrier, Day, Enforcement, Every, Filed, FiledPath, Happening, Ledger, Mechanism, Meeting, Notice, Plan, RecordPath,
    SettingId, System, SystemId, UnitId,
};
use crate::rules::due::{Due, Timing};
use crate::rules::notice::is_further_notice;
use crate::rules::{Context, Level, Unverified};

/// Why nobody can tell whether something counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// Its file cannot be read.
    Unread,
    /// It was signed with a key in wrong hands, and its unit has not vouched for it.
    NotVouchedFor,
    /// Who took part is not on record.
    WithoutParticipants,
    /// Its groups name units that its team does not.
    AtOdds,
    /// Its end is not on record.
    WithoutEnd,
    /// Nothing of it is on record but its days.
    WithoutTrace,
}

/// What the register shows of something that carries out a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Showing {
    /// It was carried out, by as many as make it one.
    Done,
    /// It has begun, and is not over.
    UnderWay,
    /// It took place and counts for nothing, since too few members took part: how many did.
    NotJoint(usize),
    /// It counts for nothing, since nothing of it is on record but its days, and the time in which more could come is over.
    Traceless,
    /// It is counted by another record of the same.
    Repeated,
    /// Nobody can tell, and why.
    Unknown(Unproven),
}

impl Showing {
    /// The more it shows, the less.
    const fn rank(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::UnderWay => 1,
            Self::Unknown(_) => 2,
            Self::NotJoint(_) => 3,
            Self::Traceless | Self::Repeated => 4,
        }
    }
}

/// Something that carries out a system.
pub(super) struct Happened<'a> {
    pub(super) path: &'a FiledPath,
    /// As what it is compared with others; a plan is that of its unit and year.
    act: Option<CountedAct<'a>>,
    pub(super) on: Day,
    pub(super) proof: Showing,
    /// The day by which it belongs to a period.
    pub(super) counts_on: Day,
}

/// What carried out a system up to `today`, as far as it counts for a year.
pub(super) fn happened<'a>(ledger: &'a Ledger, system: &System, year: u16, today: Day) -> Vec<Happened<'a>> {
    let mechanism = &ledger.mechanism;
    // A week may reach over the turn of the year.
    let (first, last) = (Day::first_of(year).minus(6).max(mechanism.begins()), Day::last_of(year).plus(6));
    let context = Context { ledger, today, now: today, unverified: &Unverified::Nothing };
    let mut found = Vec::new();
    let mut add = |act: Option<CountedAct<'a>>,
                   path: &'a FiledPath,
                   proof: Option<Showing>,
                   on: Option<Day>,
                   counts_on: Option<Day>,
                   named: Option<&SystemId>| {
        let (Some(proof), Some(on), Some(counts_on)) = (proof, on, counts_on) else { return };
        let in_time = on <= today && first <= counts_on && counts_on <= last;
        if in_time
            && mechanism.belonging(system.record, named, &path.unit, counts_on).system().is_some_and(|own| own.id == system.id)
        {
            let proof = if ledger.is_doubtful(path) { Showing::Unknown(Unproven::NotVouchedFor) } else { proof };
            found.push(Happened { path, act, on, proof, counts_on });
        }
    };
    match system.record {
        Carrier::Meeting => {
            for meeting in ledger.meetings.iter().filter(|meeting| !meeting.record.is_called_off()) {
                let Filed { path, record } = meeting;
                let on = record.took_place_on();
                add(Some(CountedAct::Meeting(meeting)), path, met(record, system, mechanism), on, on, record.system.as_ref());
            }
        }
        Carrier::Enforcement => {
            for action in ledger.enforcements.iter().filter(|action| action.record.has_begun(today)) {
                let Filed { path, record } = action;
                let act = Some(CountedAct::Enforcement(action));
                add(act, path, enforced(action, system, &context), record.on(), record.on(), record.system.as_ref());
            }
        }
        Carrier::Notice => {
            let in_year = |notice: &&Filed<Notice>| notice.record.issued.is_some_and(|on| first <= on && on <= last);
            // Who withdrew a notice is looked up last: a register holds many of other years.
            for notice in ledger.notices.iter().filter(in_year).filter(|notice| is_further_notice(notice, &context)) {
                let Filed { path, record } = notice;
                add(
                    Some(CountedAct::Notice(notice)),
                    path,
                    Some(Showing::Done),
                    record.issued,
                    record.issued,
                    record.system.as_ref(),
                );
            }
        }
        Carrier::Plan => {
            for Filed { path, record } in ledger.plans.iter().filter(|plan| !plan.record.is_none()) {
                add(None, path, Some(Showing::Done), record.issued, planned(record, system.every), record.system.as_ref());
            }
        }
    }
    count_once(&mut found, system);
    found
}

/// Leaves of several records of one act that which shows the most to be counted.
fn count_once(found: &mut [Happened<'_>], system: &System) {
    let acts: Vec<(usize, CountedAct<'_>)> = found.iter().enumerate().filter_map(|(at, one)| Some((at, one.act?))).collect();
    let compared: Vec<(CountedAct<'_>, &System)> = acts.iter().map(|(_, act)| (*act, system)).collect();
    let same = same_acts(&compared);
    let mut order: Vec<usize> = (0..acts.len()).filter(|at| !same[*at].is_empty()).collect();
    // Of those that show as much the first day counts: an act belongs to the year in which it began.
    let rank = |found: &[Happened<'_>], at: usize| {
        let one = &found[acts[at].0];
        (one.proof.rank(), one.on, one.path.clone())
    };
    order.sort_by_cached_key(|at| rank(found, *at));
    for at in order {
        let is_counted = |other: &usize| found[acts[*other].0].proof != Showing::Repeated;
        if same[at].iter().any(|other| rank(found, *other) < rank(found, at) && is_counted(other)) {
            found[acts[at].0].proof = Showing::Repeated;
        }
    }
}

/// The files of a year that cannot be read and may carry out a system: each may count in any of its periods.
pub(super) fn unread<'a>(ledger: &'a Ledger, system: &System, year: u16) -> impl Iterator<Item = &'a FiledPath> {
    let of_year = ledger.unreadable.iter().filter_map(move |path| match path {
        RecordPath::Filed(path) if path.kind == system.record.kind() && path.year == year => Some(path),
        _ => None,
    });
    of_year.filter(move |path| ledger.mechanism.may_belong(&path.unit, system, Day::last_of(year)))
}

/// What makes a meeting a joint one (联席): at least two members that took part. The text asks for no quorum.
fn met(meeting: &Meeting, system: &System, mechanism: &Mechanism) -> Option<Showing> {
    if meeting.attendance.is_empty() {
        return Some(Showing::Unknown(Unproven::WithoutParticipants));
    }
    let came = members_among(came(meeting), system, meeting.took_place_on()?, mechanism);
    Some(if came < 2 { Showing::NotJoint(came) } else { Showing::Done })
}

/// What makes an enforcement a joint one (联合): at least two of its members in the team.
fn enforced(filed: &Filed<Enforcement>, system: &System, context: &Context<'_>) -> Option<Showing> {
    let (action, shown) = (&filed.record, carried_out(filed, context)?);
    if action.team().next().is_none() {
        return Some(Showing::Unknown(Unproven::WithoutParticipants));
    }
    let on = action.began()?;
    let members = |units: &mut dyn Iterator<Item = &UnitId>| members_among(units.cloned(), system, on, &context.ledger.mechanism);
    let joined = members(&mut action.team());
    // Where the groups name more than the team, the record contradicts itself.
    let are_at_odds = || 2 <= members(&mut action.team().chain(action.grouped()));
    Some(match shown {
        Showing::Traceless => shown,
        _ if 2 <= joined => shown,
        Showing::Done | Showing::UnderWay if are_at_odds() => Showing::Unknown(Unproven::AtOdds),
        Showing::Unknown(why) if are_at_odds() => Showing::Unknown(why),
        _ => Showing::NotJoint(joined),
    })
}

/// How far an enforcement is shown to have been carried out. One that is not over, or of which nothing is recorded yet but its days, is under
/// way while its summary can still come; later nobody can tell, and in the end days that were filled in show nothing.
fn carried_out(filed: &Filed<Enforcement>, context: &Context<'_>) -> Option<Showing> {
    let (action, is_shown) = (&filed.record, context.ledger.was_carried_out(filed));
    if is_shown && action.is_done(context.today) {
        return Some(Showing::Done);
    }
    let last = action.to.into_iter().chain(action.last_seen()).max()?;
    let can_run = Due::after(SettingId::SummaryTerm, last, context);
    if can_run.timing(None, context) != Timing::Missing {
        return Some(Showing::UnderWay);
    }
    let is_over = can_run.weight_of_absence(last, context) == Level::Form;
    let why = if is_shown { Unproven::WithoutEnd } else { Unproven::WithoutTrace };
    Some(if is_shown || !is_over { Showing::Unknown(why) } else { Showing::Traceless })
}

/// A system as it stood on the day of an act: an edition of later makes nobody a member who was none.
pub(super) fn as_of<'a>(system: &'a System, on: Day, mechanism: &'a Mechanism) -> &'a System {
    mechanism.edition(on).system.iter().find(|then| then.id == system.id).unwrap_or(system)
}

/// How many of some units were members, or took over from one, and were there on the day.
pub(super) fn members_among(units: impl Iterator<Item = UnitId>, system: &System, on: Day, mechanism: &Mechanism) -> usize {
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
