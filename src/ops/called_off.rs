//! What a calendar told that another takes the place of, and is done since: whoever imported it would else keep it for ever.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::Day;
use crate::report::Deadline;
use crate::text::clean;

/// An event that stands in somebody's calendar and is no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalledOff {
    /// By what calendars know it.
    pub uid: String,
    /// Its day.
    pub on: Day,
    /// What it was called there.
    pub summary: String,
}

/// The events to come of a calendar that this program wrote which do not stand any more; what is past passed as it did. `standing` is
/// everything that comes due, whoever asks for how much of it: what a calendar merely leaves out is not done.
pub(super) fn called_off(calendar: &str, standing: &[Deadline], today: Day) -> Vec<CalledOff> {
    let is_off = |event: &CalledOff| today <= event.on && standing.iter().all(|deadline| deadline.uid() != event.uid);
    events_of(calendar).into_iter().filter(is_off).collect()
}

/// Those of this program; whatever else stands in a file is nobody's business here.
fn events_of(calendar: &str) -> Vec<CalledOff> {
    let unfolded = calendar.replace("\r\n ", "").replace("\n ", "");
    let mut events = Vec::new();
    for event in unfolded.split("BEGIN:VEVENT").skip(1) {
        let event = event.split("BEGIN:VALARM").next().unwrap_or_default();
        let value = |name: &str| {
            let line = event.lines().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])))?;
            line[name.len()..].split_once(':').map(|(_, value)| value.trim())
        };
        let on = value("DTSTART").and_then(|day| NaiveDate::parse_from_str(day.get(..8)?, "%Y%m%d").ok());
        let own = value("UID").filter(|uid| uid.ends_with(Deadline::UID_END));
        if let (Some(uid), Some(on), Some(summary)) = (own, on, value("SUMMARY")) {
            events.push(CalledOff {
                uid: uid.to_owned(),
                on: Day::from_date(on),
                summary: clean(&unescaped(summary)).into_owned(),
            });
        }
    }
    events
}

/// A text of a calendar without its backslashes (RFC 5545, 3.3.11), on one line.
fn unescaped(text: &str) -> String {
    let (mut out, mut chars) = (String::with_capacity(text.len()), text.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|escaped| if matches!(escaped, 'n' | 'N') { ' ' } else { escaped })),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_to_come_and_this_programs_own_is_called_off() {
        let event = |uid: &str, day: &str| {
            format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:一\\,二\\\\n三\\n\r\n 四\r\nEND:VEVENT\r\n")
        };
        let calendar = [event("a@liandong", "20250601"), event("b@liandong", "20250501"), event("c@other", "20250601")].concat();
        let today = "2025-05-20".parse().expect("a day");
        let off = called_off(&calendar, &[], today);
        assert_eq!(off.len(), 1, "{off:?}");
        assert_eq!((off[0].uid.as_str(), off[0].summary.as_str()), ("a@liandong", "一,二\\n三 四"));
    }
}
