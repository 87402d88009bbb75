//! Nobody stands twice in one list for the same time: what is counted or printed from it would be wrong.

use std::collections::HashMap;
use std::hash::Hash;

use crate::model::{Day, Filed, FiledPath, KeyPath, Kind, Line, Meeting, Party, Presence, RecordPath, person_name, plain_name};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F09",
    name: "person-listed-twice",
    nature: RuleNature::Remark,
    title: Text::fixed("同一人、同一单位重复登记", "a person or unit listed twice"),
    fires: Text::fixed(
        "同一单位的联络员中同一姓名的任期重叠；负责人中同一姓名、同一职务的任期重叠；一次会议的参会名单中同一单位的同一姓名、一次联合执法的专家中同一姓名同一单位出现两次；参会名单中同一单位既记为请假（未写姓名），又记为出席或者委派代表。前后相接的任期（换号码、再任）、同一人兼任联络员与负责人、不同单位的同名人不判；姓名前后写有职务、称呼的（副局长张某甲、张某甲同志），按姓名比较。可能是同名的两人，故只作提醒。",
        "The same name twice among the liaisons of a unit, or with the same post among its leaders, over terms that overlap; twice for one unit in the attendance of a meeting; twice from one place among the experts of an enforcement. Not terms that follow each other (a new number, a second term), a liaison who is also a leader, or people of one name in different units. Also a unit that one attendance has on leave, with no name, and present or with a deputy as well. A name is compared without a post before or behind it (副局长张某甲, 张某甲同志). A reminder only: two people may bear one name.",
    ),
    proves: None,
    remedy: Text::fixed(
        "删去重复的一条；换号码或再任的，给前一条填止日（until）；确为同名两人的，在姓名后注明以示区别；同一单位有人请假、有人到会的，给请假的一条写明姓名。",
        "Remove the second one; for a new number or a second term give the first its last day (until); two people of one name are told apart after the name; where one of a unit was on leave and another came, name the one on leave.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (unit, people) in &context.ledger.mechanism.people {
        let path = RecordPath::OfUnit(Kind::People, unit.clone());
        let liaisons = people.liaison.iter().map(|l| (listed_name(&l.name), l.since, l.until));
        let leaders = people.leader.iter().map(|l| ((listed_name(&l.name), l.post), l.since, l.until));
        for (list, again) in [("liaison", overlapping(liaisons)), ("leader", overlapping(leaders))] {
            for (at, before) in again {
                report(path.clone(), context.today, list, [at, before], out);
            }
        }
    }
    for meeting in &context.ledger.meetings {
        let named = meeting.record.attendance.iter().map(|one| one.name.as_ref().map(|name| (&one.who, listed_name(name))));
        listed(&meeting.path, meeting.record.held, "attendance", named, out);
        at_odds(meeting, out);
    }
    for action in &context.ledger.enforcements {
        let named =
            action.record.experts.iter().map(|one| Some((one.organisation.as_ref().map(Line::as_str), listed_name(&one.name))));
        listed(&action.path, action.record.from, "experts", named, out);
    }
}

/// A name as it is compared in a list. What stands in brackets may be what tells two people of one name apart, a post as well.
fn listed_name(name: &Line) -> String {
    if name.as_str().contains(['(', '（']) { plain_name(name.as_str()) } else { person_name(name.as_str()) }
}

/// Positions of those who are listed already, with the position of the one before; a term begins on the day the last ended at
/// the earliest.
fn overlapping<K: Hash + Eq>(terms: impl Iterator<Item = (K, Day, Option<Day>)>) -> Vec<(usize, usize)> {
    let mut by_name: HashMap<K, Vec<(Day, Option<Day>, usize)>> = HashMap::new();
    for (at, (name, since, until)) in terms.enumerate() {
        by_name.entry(name).or_default().push((since, until, at));
    }
    let mut again = Vec::new();
    for mut terms in by_name.into_values() {
        terms.sort_by_key(|(since, _, at)| (*since, *at));
        let mut latest: Option<(Option<Day>, usize)> = None;
        for (since, until, at) in terms {
            let overlaps = latest.filter(|(last, _)| last.is_none_or(|last| since < last));
            again.extend(overlaps.map(|(_, before)| (at.max(before), at.min(before))));
            // Without a last day a term outlasts every other.
            let outlasts = latest.is_none_or(|(last, _)| last.is_some_and(|last| until.is_none_or(|until| last < until)));
            latest = if outlasts { Some((until, at)) } else { latest };
        }
    }
    again.sort_unstable();
    again
}

fn listed<K: Hash + Eq>(
    path: &FiledPath,
    on: Option<Day>,
    list: &str,
    named: impl Iterator<Item = Option<K>>,
    out: &mut RegisterFindings,
) {
    let mut first = HashMap::new();
    for (at, name) in named.enumerate() {
        let Some(name) = name else { continue };
        match first.get(&name) {
            Some(before) => {
                let on = on.unwrap_or(Day::first_of(path.year));
                report(RecordPath::Filed(path.clone()), on, list, [at, *before], out);
            }
            None => drop(first.insert(name, at)),
        }
    }
}

/// A unit that was on leave was not there: somebody who sent a deputy in place of one who was names that one.
fn at_odds(meeting: &Filed<Meeting>, out: &mut RegisterFindings) {
    let lines = || meeting.record.attendance.iter().enumerate();
    let came: HashMap<&Party, usize> = lines()
        .filter(|(_, line)| matches!(line.how, Presence::Present | Presence::Deputy))
        .map(|(at, line)| (&line.who, at))
        .collect();
    for (at, line) in lines().filter(|(_, line)| line.how == Presence::Leave && line.name.is_none()) {
        let Some(other) = came.get(&line.who) else { continue };
        let (one, two) = (at.min(*other) + 1, at.max(*other) + 1);
        let what = tr!(
            "参会情况第 {one} 条与第 {two} 条为同一单位，一条记为请假，一条记为到会";
            "entries {one} and {two} of the attendance are of one unit, on leave in one and there in the other"
        );
        let on = meeting.record.held.unwrap_or(Day::first_of(meeting.path.year));
        let record = RecordPath::Filed(meeting.path.clone());
        out.report_at(record, on, format!("attendance[{at}].how"), what).at_most(Level::Reminder);
    }
}

fn report(path: RecordPath, on: Day, list: &str, [at, before]: [usize; 2], out: &mut RegisterFindings) {
    let heading = path.kind().heading(&KeyPath::from(list));
    let (zh, en, one, two) = (heading.zh(), heading.en(), before + 1, at + 1);
    let what = tr!("{zh}第 {one} 条与第 {two} 条姓名相同"; "{en}: entries {one} and {two} bear the same name");
    // Two people may bear one name.
    out.report_at(path, on, format!("{list}[{at}].name"), what).at_most(Level::Reminder);
}
