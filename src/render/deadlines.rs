//! What comes due, as a table and as a calendar (RFC 5545).

use anstyle::AnsiColor;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus};

use super::RenderOptions;
use super::table::lines;
use crate::ops::CalledOff;
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
/// `note` is what its readers should know of it as a whole; what is `called_off` stood in the calendar that this one takes the place of.
#[must_use]
pub fn calendar(
    deadlines: &[Deadline],
    called_off: &[CalledOff],
    name: &str,
    now: DateTime<FixedOffset>,
    note: &Text,
    lang: Lang,
) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&clean(name));
    if !note.is_empty() {
        calendar.description(&clean(note.get(lang)));
    }
    for deadline in deadlines {
        calendar.push(event(deadline, now.to_utc(), lang));
    }
    for done in called_off {
        calendar.push(cancellation(done, now.to_utc()));
    }
    calendar.to_string()
}

/// Rises with every writing, minute by minute: of two of one UID the later holds.
fn sequence(now: DateTime<Utc>) -> u32 {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)).unwrap_or_default();
    u32::try_from(now.naive_utc().signed_duration_since(first).num_minutes()).unwrap_or_default()
}

fn cancellation(done: &CalledOff, now: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event.uid(&done.uid).timestamp(now).summary(&done.summary).status(EventStatus::Cancelled);
    event.starts(done.on.date()).ends(done.on.plus(1).date()).sequence(sequence(now));
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
    event.uid(&deadline.uid()).timestamp(now).sequence(sequence(now)).summary(&summary).description(&words.join("\n"));
    event.starts(starts).ends(ends);
    // Nobody is busy all day because a term ends.
    event.add_property("TRANSP", "TRANSPARENT");
    // At nine in the morning of the day before.
    let mut alarm = Alarm::display(&summary, -TimeDelta::hours(15));
    alarm.uid(&format!("alarm/{}", deadline.uid())).timestamp(now);
    event.alarm(alarm);
    event.done()
}
