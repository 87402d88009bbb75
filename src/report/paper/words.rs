//! How papers write days, numbers and terms.

use chrono::{Datelike as _, Timelike as _};

use super::parts::{Imprint, Slot};
use crate::model::{Day, DocNumber, Moment, Printing, Prose, Task};

/// A day as papers write it: no leading zeros (2025年3月1日).
pub(super) fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The day on which a paper is dated, or the blank for it.
pub(super) fn dated(on: Option<Day>) -> Slot {
    on.map_or(Slot::Blank("　　年　月　日"), |on| Slot::Known(day(on)))
}

/// A number that the registry gave, or the blank for it.
pub(super) fn number(number: Option<&DocNumber>) -> Slot {
    number.map_or(Slot::Blank("　　　〔　　　〕　　号"), |number| Slot::Known(number.as_str().to_owned()))
}

/// 印发机关 and 印发日期, as far as a record says them.
pub(super) fn imprint(printing: Option<&Printing>) -> Imprint {
    let by = printing.and_then(|printing| printing.by.as_ref());
    let by = by.map_or(Slot::Blank("　　　　　　　　"), |by| Slot::Known(by.to_string()));
    Imprint { by, on: dated(printing.and_then(|printing| printing.on)) }
}

/// A sentence of the program's with its days as papers write them: the one letter has them in one form.
pub(super) fn spelled(sentence: &str) -> String {
    let mut said = String::new();
    let mut rest = sentence;
    while let Some(next) = rest.chars().next() {
        let is_apart = |other: Option<char>| other.is_none_or(|other| !other.is_ascii_alphanumeric() && !"-/".contains(other));
        let written = rest.get(..ISO).filter(|text| is_iso(text) && is_apart(said.chars().last()));
        let written = written.filter(|_| is_apart(rest[ISO..].chars().next()));
        if let Some(on) = written.and_then(|text| text.parse().ok()) {
            said.truncate(said.trim_end_matches(' ').len());
            said.push_str(&day(on));
            rest = rest[ISO..].trim_start_matches(' ');
        } else {
            said.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    said
}

/// How long 2025-03-01 is.
const ISO: usize = 10;

fn is_iso(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// Days one behind the other, saying year and month where they change: 2025年5月13日、14日.
pub(super) fn days(days: &[Day]) -> String {
    let mut before: Option<Day> = None;
    let mut said = Vec::new();
    for next in days {
        said.push(since(before, *next));
        before = Some(*next);
    }
    said.join("、")
}

/// A day as far as it differs from one that was just named.
fn since(before: Option<Day>, day: Day) -> String {
    match before.filter(|before| before.year() == day.year()) {
        Some(before) if before.month() == day.month() => format!("{}日", day.day()),
        Some(_) => format!("{}月{}日", day.month(), day.day()),
        None => self::day(day),
    }
}

/// A day as far as it differs from one that was named before, if one was.
pub(super) fn day_after(named: Option<Day>, day: Day) -> String {
    // Of the same month too it bears its month: a bare day would be read as one of a list.
    if named.is_some_and(|named| named.year() == day.year()) {
        format!("{}月{}日", day.month(), day.day())
    } else {
        self::day(day)
    }
}

/// The day of the week, as papers write it behind a date.
pub(super) fn weekday(day: Day) -> &'static str {
    const NAMES: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
    NAMES[day.date().weekday().num_days_from_monday() as usize]
}

/// The hour of a moment as papers write it: 上午9:00.
pub(super) fn hour(moment: Moment) -> String {
    let time = moment.date_time();
    let part = if time.hour() < 12 { "上午" } else { "下午" };
    let hour = if time.hour() > 12 { time.hour() - 12 } else { time.hour() };
    format!("{part}{hour}:{:02}", time.minute())
}

/// From one day to another, saying year and month once: 2025年5月13日至15日.
pub(super) fn span(from: Day, to: Option<Day>) -> String {
    let first = day(from);
    match to {
        Some(to) if to != from => {
            let last = since(Some(from), to);
            format!("{first}至{last}")
        }
        _ => first,
    }
}

/// The term of a task.
pub(super) fn term(task: &Task) -> String {
    task.due.map_or_else(|| if task.standing { "长期坚持".to_owned() } else { String::new() }, day)
}

/// A text within a sentence or a cell: its paragraphs on one line.
pub(super) fn flat(prose: &Prose) -> String {
    prose.open().unwrap_or_default().lines().map(str::trim).collect()
}

/// A number from 1 to 99 as headings count: 一, 十二, 三十.
pub(super) fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10 % 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_as_papers_write_them() {
        let on = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(day(on("2025-03-01")), "2025年3月1日");
        assert_eq!(span(on("2025-05-13"), Some(on("2025-05-15"))), "2025年5月13日至15日");
        assert_eq!(span(on("2025-05-30"), Some(on("2025-06-02"))), "2025年5月30日至6月2日");
        assert_eq!(span(on("2025-12-31"), Some(on("2026-01-02"))), "2025年12月31日至2026年1月2日");
        assert_eq!(span(on("2025-05-13"), Some(on("2025-05-13"))), "2025年5月13日");
        let said = [
            ("时限为 2025-05-30，未见", "时限为2025年5月30日，未见"),
            ("2025-05-30 退回后", "2025年5月30日退回后"),
            ("2025-13-40，X2025-05-30，2025-05-300", "2025-13-40，X2025-05-30，2025-05-300"),
            ("notices/2025-05-30", "notices/2025-05-30"),
        ];
        for (from, to) in said {
            assert_eq!(spelled(from), to);
        }
        let listed = ["2025-05-13", "2025-05-14", "2025-06-01", "2026-06-01"].map(on);
        assert_eq!(days(&listed), "2025年5月13日、14日、6月1日、2026年6月1日");
        assert_eq!(day_after(Some(on("2025-12-31")), on("2025-12-20")), "12月20日");
        assert_eq!(day_after(Some(on("2026-01-06")), on("2025-12-31")), "2025年12月31日");
        assert_eq!((weekday(on("2025-12-01")), weekday(on("2025-12-07"))), ("星期一", "星期日"));
        let at = |hour| Moment::new(on("2025-12-01"), hour, 5).expect("a moment");
        assert_eq!([0, 9, 12, 13].map(|time| hour(at(time))), ["上午0:05", "上午9:05", "下午12:05", "下午1:05"]);
        let counted: Vec<String> = [1, 10, 11, 20, 34].into_iter().map(chinese).collect();
        assert_eq!(counted, ["一", "十", "十一", "二十", "三十四"]);
    }
}
