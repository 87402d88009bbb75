//! What makes two records one act: a minimum counts meetings and enforcements, and not the files in which they stand (findings of law, reading 7).
//!
//! One unit knows what it filed: two of its records are one where they bear the same title (or number) on the same day (or, of enforcements, on
//! days without one between them), and nothing in them says otherwise: not another hour, nor mines of which none is in both. One that bears no title is known by who was there. Two units name a thing as
//! they please: theirs are one as well where the same person led it and the same units were there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{
    Attendance, Carrier, CountedBy, Day, Enforcement, Filed, FiledPath, Happening, Ledger, Line, Meeting, MineId, Notice, Party,
    Presence, Reference, System, UnitId, is_same_person, plain_name, plain_number,
};
use crate::rules::Context;
use crate::rules::notice::is_further_notice;

/// A record of something that a minimum may count.
#[derive(Clone, Copy)]
pub(in crate::rules) enum CountedAct<'a> {
    Meeting(&'a Filed<Meeting>),
    Enforcement(&'a Filed<Enforcement>),
    Notice(&'a Filed<Notice>),
}

impl<'a> CountedAct<'a> {
    /// Every one that happened by today and goes by a system, with that; of notices those that another can be the same as.
    pub(in crate::rules) fn all(context: &Context<'a>) -> Vec<(Self, &'a System)> {
        let ledger = context.ledger;
        let held = ledger.meetings.iter().filter(|meeting| !meeting.record.is_called_off()).map(Self::Meeting);
        let begun = ledger.enforcements.iter().filter(|action| action.record.has_begun(context.today)).map(Self::Enforcement);
        // Hardly any notice has another of its unit and day beside it, and whether it counts is asked of those alone.
        let near = |notice: &'a Filed<Notice>| Some((&notice.path.unit, notice.record.issued?));
        let mut of_day: HashMap<_, usize> = HashMap::new();
        ledger.notices.iter().filter_map(near).for_each(|near| *of_day.entry(near).or_default() += 1);
        let told = ledger.notices.iter().filter(|notice| near(notice).is_some_and(|near| 1 < of_day[&near]));
        let told = told.filter(|notice| is_further_notice(notice, context)).map(Self::Notice);
        let all = held.chain(begun).chain(told).filter(|act| act.on().is_some_and(|on| on <= context.today));
        all.filter_map(|act| Some((act, act.system(ledger)?))).collect()
    }

    pub(in crate::rules) fn path(self) -> &'a FiledPath {
        match self {
            Self::Meeting(filed) => &filed.path,
            Self::Enforcement(filed) => &filed.path,
            Self::Notice(filed) => &filed.path,
        }
    }

    /// The day on which it began, by which it is compared.
    pub(in crate::rules) fn on(self) -> Option<Day> {
        match self {
            Self::Meeting(filed) => filed.record.took_place_on(),
            Self::Enforcement(filed) => filed.record.began(),
            Self::Notice(filed) => filed.record.issued,
        }
    }

    /// The day on which it ended, as far as that is on record: a meeting or a paper is of one day.
    fn ended(self) -> Option<Day> {
        match self {
            Self::Enforcement(filed) => filed.record.to.into_iter().chain(filed.record.last_seen()).max(),
            Self::Meeting(_) | Self::Notice(_) => self.on(),
        }
    }

    /// Whether another one that began no earlier did so while this went on: papers and meetings on the same day, enforcements by the day after
    /// the last, since a team that goes on the next morning has not been sent anew.
    fn reaches(self, later: Self) -> bool {
        let (Some(ended), Some(begun)) = (self.ended(), later.on()) else { return false };
        let last = if matches!(self, Self::Enforcement(_)) { ended.plus(1) } else { ended };
        begun <= last
    }

    pub(in crate::rules) fn record(self) -> &'a dyn Happening {
        match self {
            Self::Meeting(filed) => &*filed.record,
            Self::Enforcement(filed) => &*filed.record,
            Self::Notice(filed) => &*filed.record,
        }
    }

    fn system(self, ledger: &'a Ledger) -> Option<&'a System> {
        let (carrier, named) = match self {
            Self::Meeting(filed) => (Carrier::Meeting, filed.record.system.as_ref()),
            Self::Enforcement(filed) => (Carrier::Enforcement, filed.record.system.as_ref()),
            Self::Notice(filed) => (Carrier::Notice, filed.record.system.as_ref()),
        };
        ledger.mechanism.belonging(carrier, named, &self.path().unit, self.on()?).system()
    }

    /// The number of a notice, as numbers are compared: what bears another is another paper.
    fn number(self) -> Option<String> {
        let Self::Notice(filed) = self else { return None };
        filed.record.doc_number.as_ref().map(|number| plain_number(number.as_str()))
    }

    /// Whether another record of the same system is of the same meeting or enforcement.
    fn is_same_as(self, other: Self, system: &System) -> bool {
        let is_own = self.path().unit == other.path().unit;
        let (first, later) = if self.on() <= other.on() { (self, other) } else { (other, self) };
        // What is asked of each member each does by itself.
        if !first.reaches(later) || self.path() == other.path() || (system.by == CountedBy::Member && !is_own) {
            return false;
        }
        match (self, other) {
            (Self::Meeting(one), Self::Meeting(other)) => is_one_meeting(&one.record, &other.record, is_own),
            (Self::Enforcement(one), Self::Enforcement(other)) => is_one_enforcement(&one.record, &other.record, is_own),
            _ => false,
        }
    }
}

/// Of each of some acts, with their systems, others that are the same, by their positions: of acts that are compared one by one all, of notices
/// the first of each paper.
pub(in crate::rules) fn same_acts(acts: &[(CountedAct<'_>, &System)]) -> Vec<Vec<usize>> {
    let mut same = vec![Vec::new(); acts.len()];
    let mut join = |one: usize, other: usize| {
        same[one].push(other);
        same[other].push(one);
    };
    let (mut compared, mut papers): (BTreeMap<_, Vec<usize>>, HashMap<_, Vec<usize>>) = (BTreeMap::new(), HashMap::new());
    for (at, (act, system)) in acts.iter().enumerate() {
        match act {
            CountedAct::Notice(notice) => papers.entry((&system.id, NoticeContents::of(notice))).or_default().push(at),
            CountedAct::Meeting(_) | CountedAct::Enforcement(_) => compared.entry(&system.id).or_default().push(at),
        }
    }
    for alike in papers.into_values().filter(|alike| 1 < alike.len()) {
        join_papers(alike, acts, &mut join);
    }
    for mut at in compared.into_values() {
        at.sort_by_key(|at| acts[*at].0.on());
        for (first, at_first) in at.iter().enumerate() {
            let (act, system) = acts[*at_first];
            // What begins too late for one does so for all behind it.
            for at_later in at[first + 1..].iter().take_while(|later| act.reaches(acts[**later].0)) {
                if act.is_same_as(acts[*at_later].0, system) {
                    join(*at_first, *at_later);
                }
            }
        }
    }
    (0..acts.len()).map(|at| with_what_goes_on(at, &same, acts)).collect()
}

/// Joins notices that say the same with the first of them that bears no other number. There may be thousands a day: they are not joined two by two.
fn join_papers(mut alike: Vec<usize>, acts: &[(CountedAct<'_>, &System)], join: &mut impl FnMut(usize, usize)) {
    let place = |at: &usize| (acts[*at].0.path().year, acts[*at].0.path());
    alike.sort_by_key(place);
    let first = alike[0];
    let (mut numbered, mut unnumbered) = (HashMap::<String, usize>::new(), None);
    for at in alike {
        let before = if let Some(number) = acts[at].0.number() {
            let of_number = *numbered.entry(number).or_insert(at);
            if of_number == at { unnumbered } else { Some(of_number) }
        } else {
            unnumbered.get_or_insert(at);
            (first != at).then_some(first)
        };
        if let Some(before) = before {
            join(before, at);
        }
    }
}

/// The others that are the same as one, with all that go on with it from day to day: filed day by day, three days are one act as well.
fn with_what_goes_on(at: usize, same: &[Vec<usize>], acts: &[(CountedAct<'_>, &System)]) -> Vec<usize> {
    let mut known = same[at].clone();
    let goes_on = |one: usize, other: usize| acts[one].0.on() != acts[other].0.on();
    let mut ahead: Vec<usize> = known.iter().copied().filter(|other| goes_on(at, *other)).collect();
    while let Some(next) = ahead.pop() {
        for further in same[next].iter().copied().filter(|further| *further != at && goes_on(next, *further)) {
            if !known.contains(&further) {
                known.push(further);
                ahead.push(further);
            }
        }
    }
    known
}

fn is_one_meeting(one: &Meeting, other: &Meeting, is_own: bool) -> bool {
    let (hour, chair) = (one.begins.zip(other.begins), one.chair.as_ref().zip(other.chair.as_ref()));
    if hour.is_some_and(|(one, other)| one != other) {
        return false;
    }
    let number = |meeting: &Meeting| Some(plain_number(meeting.minutes.as_ref()?.doc_number.as_ref()?.as_str()));
    let numbers = number(one).zip(number(other));
    if numbers.as_ref().is_some_and(|(own, other)| own != other) {
        return false;
    }
    let (own, others): (BTreeSet<UnitId>, BTreeSet<UnitId>) = (came(one).collect(), came(other).collect());
    let are_there = 2 <= own.intersection(&others).count();
    let is_one_chair = chair.is_some_and(|(one, other)| is_same_person(one.name.as_str(), other.name.as_str()));
    let is_untitled = one.title.is_none() || other.title.is_none();
    is_one_title(one.title.as_ref(), other.title.as_ref())
        || numbers.is_some()
        || (are_there && (hour.is_some() || is_untitled || (!is_own && is_one_chair)))
}

fn is_one_enforcement(one: &Enforcement, other: &Enforcement, is_own: bool) -> bool {
    let (mines, others) = (mines(one), mines(other));
    if !mines.is_empty() && !others.is_empty() && mines.is_disjoint(&others) {
        return false;
    }
    let number = |action: &Enforcement| Some(plain_number(action.plan.as_ref()?.doc_number.as_ref()?.as_str()));
    let numbers = number(one).zip(number(other));
    if numbers.as_ref().is_some_and(|(own, other)| own != other) {
        return false;
    }
    let leaders = one.leader.as_ref().zip(other.leader.as_ref());
    let is_one_leader = leaders.is_some_and(|(one, other)| is_same_person(one.name.as_str(), other.name.as_str()));
    let team = |action: &Enforcement| action.team().cloned().collect::<BTreeSet<UnitId>>();
    let are_there = 2 <= team(one).intersection(&team(other)).count();
    let is_at_one = !mines.is_empty() && mines == others && are_there;
    let is_untitled = one.title.is_none() || other.title.is_none();
    is_one_title(one.title.as_ref(), other.title.as_ref())
        || numbers.is_some()
        || (is_at_one && (is_untitled || (!is_own && is_one_leader)))
}

/// The units that came to a meeting, or sent a deputy.
pub(super) fn came(meeting: &Meeting) -> impl Iterator<Item = UnitId> {
    let came = |attendance: &&Attendance| matches!(attendance.how, Presence::Present | Presence::Deputy);
    meeting.attendance.iter().filter(came).filter_map(|attendance| attendance.who.as_unit())
}

/// Where a team was, or was to go.
fn mines(action: &Enforcement) -> BTreeSet<&MineId> {
    let seen = action.visits.iter().map(|visit| &visit.mine).chain(action.problem.iter().map(|problem| &problem.mine));
    seen.chain(action.groups.iter().flat_map(|group| &group.mines)).collect()
}

/// What the notices of one unit and day have in common that say the same to the same.
#[derive(PartialEq, Eq, Hash)]
struct NoticeContents<'a> {
    unit: &'a UnitId,
    on: Option<Day>,
    title: String,
    about: &'a [Reference],
    none_for: Option<u16>,
    told: BTreeSet<&'a Party>,
}

impl<'a> NoticeContents<'a> {
    fn of(filed: &'a Filed<Notice>) -> Self {
        let Notice { issued, title, about, none_for, .. } = &*filed.record;
        Self {
            unit: &filed.path.unit,
            on: *issued,
            title: plain_name(title.as_str()),
            about,
            none_for: *none_for,
            told: filed.record.told().collect(),
        }
    }
}

/// Whether both are there and read alike.
fn is_one_title(one: Option<&Line>, other: Option<&Line>) -> bool {
    one.zip(other).is_some_and(|(one, other)| plain_name(one.as_str()) == plain_name(other.as_str()))
}
