//! What comes due, as a table and as a calendar (RFC 5545).

use anstyle::AnsiColor;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus};

use super::RenderOptions;
use super::table::lines;
use crate::report::Deadline;
use crate::text::{Lang, Text, clean};
use crate::tr;

/// One line a deadline, and how many there are.
#[must_use]
pub fn deadlines(deadlines: &[Deadline], options: RenderOptions) -> String {
    let heads = [
        Text::fixed("日期", "on"),
        Text::fixed("事项", "what"),
        Text::fixed("单位", "units"),
        Text::fixed("记录", "record"),
        Text::fixed("条款", "clause"),
    ];
    let heads = heads.iter().map(|head| options.bold(head.get(options.lang))).collect();
    let row = |deadline: &Deadline| {
        let mut on = deadline.on.to_string();
        if deadline.near {
            let near = Text::fixed("临近", "near");
            on = options.paint(AnsiColor::Yellow, &format!("{on} {}", near.get(options.lang)));
        }
        vec![
            on,
            clean(deadline.what.get(options.lang)).into_owned(),
            units(deadline),
            clean(deadline.record.title.get(options.lang)).into_owned(),
            clean(deadline.clause.as_deref().unwrap_or_default()).into_owned(),
        ]
    };
    let count = deadlines.len();
    let mut out = if count > 0 { lines(heads, deadlines.iter().map(row), options) } else { String::new() };
    out.push_str(tr!("共 {count} 项\n"; "{count} in all\n").get(options.lang));
    out
}

/// A few names, and how many there are where they are many.
fn units(deadline: &Deadline) -> String {
    const NAMED: usize = 3;
    let names = deadline.short.iter().take(NAMED).map(|short| clean(short)).collect::<Vec<_>>().join("、");
    if deadline.short.len() > NAMED { format!("{names}…") } else { names }
}

/// The calendar, with whole days: an event a deadline, known by the same UID whenever it is written, so that a calendar updates it.
/// `note` is what its readers should know of it as a whole. What the calendar that it takes the place of has and is done since is called
/// off: a program that imports it would else keep it for ever.
#[must_use]
pub fn calendar(
    deadlines: &[Deadline],
    name: &str,
    now: DateTime<FixedOffset>,
    note: &Text,
    lang: Lang,
    before: Option<&str>,
) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&clean(name));
    if !note.is_empty() {
        calendar.description(&clean(note.get(lang)));
    }
    for deadline in deadlines {
        calendar.push(event(deadline, now.to_utc(), lang));
    }
    let stands = |uid: &str| deadlines.iter().any(|deadline| uid == uid_of(deadline));
    for done in events_of(before.unwrap_or_default()) {
        // What lies long behind is called off in every calendar that was ever going to be.
        let is_recent = done.day.signed_duration_since(now.date_naive()).num_days() > -KEPT;
        if is_recent && !stands(&done.uid) {
            calendar.push(called_off(&done, now.to_utc()));
        }
    }
    calendar.to_string()
}

/// For so many days what is done stays called off in calendars that are written anew.
const KEPT: i64 = 180;

fn uid_of(deadline: &Deadline) -> String {
    format!("{}@liandong", deadline.id)
}

/// Rises with every writing, minute by minute: of two of one UID the later holds.
fn sequence(now: DateTime<Utc>) -> u32 {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)).unwrap_or_default();
    u32::try_from(now.naive_utc().signed_duration_since(first).num_minutes()).unwrap_or_default()
}

/// An event of an earlier calendar.
struct EarlierEvent {
    uid: String,
    day: NaiveDate,
    summary: String,
}

/// The events of a calendar that this program wrote; whatever else stands there is nobody's business here.
fn events_of(calendar: &str) -> Vec<EarlierEvent> {
    let unfolded = calendar.replace("\r\n ", "").replace("\n ", "");
    let mut events = Vec::new();
    for event in unfolded.split("BEGIN:VEVENT").skip(1) {
        let event = event.split("BEGIN:VALARM").next().unwrap_or_default();
        let value = |name: &str| {
            let line = event.lines().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])))?;
            line[name.len()..].split_once(':').map(|(_, value)| value.trim())
        };
        let day = value("DTSTART").and_then(|day| NaiveDate::parse_from_str(day.get(..8)?, "%Y%m%d").ok());
        let own = value("UID").filter(|uid| uid.ends_with("@liandong"));
        if let (Some(uid), Some(day), Some(summary)) = (own, day, value("SUMMARY")) {
            let plain = summary.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ").replace("\\\\", "\\");
            events.push(EarlierEvent { uid: uid.to_owned(), day, summary: clean(&plain).into_owned() });
        }
    }
    events
}

fn called_off(done: &EarlierEvent, now: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event.uid(&done.uid).timestamp(now).summary(&done.summary).status(EventStatus::Cancelled);
    event.starts(done.day).ends(done.day.succ_opt().unwrap_or(done.day)).sequence(sequence(now));
    event.add_property("TRANSP", "TRANSPARENT");
    event.done()
}

fn event(deadline: &Deadline, now: DateTime<Utc>, lang: Lang) -> Event {
    let (units, what) = (units(deadline), clean(deadline.what.get(lang)));
    let summary = match lang {
        Lang::Zh => format!("〔{units}〕{what}"),
        Lang::En => format!("[{units}] {what}"),
    };
    let record = clean(deadline.record.title.get(lang));
    let clause = clean(deadline.clause.as_deref().unwrap_or_default());
    let mut words = vec![record.into_owned(), clean(&deadline.record.reference).into_owned()];
    if !clause.is_empty() {
        words.push(tr!("依据 {clause}"; "by {clause}").get(lang).to_owned());
    }
    let last = deadline.until.unwrap_or(deadline.on).max(deadline.on);
    // The end of a whole day is the day after it.
    let (starts, ends): (NaiveDate, NaiveDate) = (deadline.on.date(), last.plus(1).date());
    let mut event = Event::new();
    event.uid(&uid_of(deadline)).timestamp(now).sequence(sequence(now)).summary(&summary).description(&words.join("\n"));
    event.starts(starts).ends(ends);
    // Nobody is busy all day because a term ends.
    event.add_property("TRANSP", "TRANSPARENT");
    // At nine in the morning of the day before.
    event.alarm(Alarm::display(&summary, -TimeDelta::hours(15)));
    event.done()
}
