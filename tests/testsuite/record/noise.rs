//! Whatever stands in a file or is typed: no reader panics, what is wrong has its place, and what is read reads back.

use std::fmt::{Debug, Display};
use std::ops::Range;
use std::str::FromStr;

use liandong::model::field::Lies;
use liandong::model::reader::Keys;
use liandong::model::{
    Actor, ClauseKey, Comments, Day, DocNumber, Kind, Line, MineId, Moment, Number, ObligationId, Party, Period, Prose,
    RecordPath, Reference, SettingValue, TimeZone, UnitId, may_follow,
};
use liandong::store::locate;
use liandong::text::Text;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::golden::golden;
use crate::support::TRIES;

/// Pieces of which a file or an argument is made, and some of which it should not be.
const PIECES: [&str; 72] = [
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "#",
    "=",
    ".",
    ",",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "“",
    "”",
    "＝",
    "title",
    "to",
    "[to]",
    "true",
    "0x",
    "-",
    "+",
    "_",
    "1e9",
    "2025-02-30",
    "18:30:00",
    "+08:00",
    "<<<<<<< ",
    "2025",
    "3",
    "0",
    "99999999999999999999",
    "年",
    "月",
    "日",
    "号",
    "今天",
    "T",
    ":",
    "时",
    "分",
    "/",
    "notices",
    "calendar",
    "mines",
    "base",
    "gongan",
    "b003",
    "003",
    "#2",
    "W53",
    "H1",
    "Q4",
    "（",
    "）",
    "第",
    "十",
    "〔",
    "〕",
    "０",
    "🚧",
];

fn pieces(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// A golden record after a few accidents: something taken out, something put in its place.
fn damaged() -> impl Strategy<Value = (Kind, String)> {
    let accident = (any::<Index>(), 0..12usize, pieces(4));
    (select(Kind::ALL), prop::collection::vec(accident, 1..4)).prop_map(|(kind, accidents)| {
        let mut chars: Vec<char> = golden(kind).text.chars().collect();
        for (at, length, instead) in accidents {
            let start = at.index(chars.len() + 1);
            let end = chars.len().min(start + length);
            chars.splice(start..end, instead.chars());
        }
        (kind, chars.into_iter().collect())
    })
}

fn is_a_place_in(text: &str, span: &Range<usize>) -> bool {
    text.get(span.clone()).is_some()
}

/// Reads a text and checks what comes of it.
fn read(kind: Kind, text: &str) -> Result<(), TestCaseError> {
    let comments = Comments::from_text(text);
    match kind.read(text, Keys::Known) {
        Ok(record) => {
            let written = record.write(&comments);
            let again = kind.read(&written, Keys::Known);
            prop_assert_eq!(
                again.as_ref(),
                Ok(&record),
                "{:?} from
{}
via
{}",
                kind,
                text,
                written
            );
            prop_assert_eq!(record.write(&Comments::from_text(&written)), written, "{:?} from\n{}", kind, text);
            prop_assert_eq!(may_follow(&record, &record), Ok(()));
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty(), "{kind:?}: refused without a word\n{text}");
            for problem in problems {
                prop_assert!(is_a_place_in(text, &problem.span), "{kind:?}: {problem:?} is nowhere in\n{text}");
                prop_assert!(!problem.what.zh().is_empty() && !problem.what.en().is_empty());
            }
        }
    }
    Ok(())
}

/// What can be parsed prints as something that parses to the same.
fn reads_back<T>(words: &str) -> Result<(), TestCaseError>
where
    T: FromStr<Err = Text> + Display + Debug + PartialEq,
{
    if let Ok(value) = words.parse::<T>() {
        let again = value.to_string().parse::<T>();
        prop_assert_eq!(again.as_ref(), Ok(&value), "{:?} is {:?}", words, value);
    }
    Ok(())
}

/// What can be parsed prints as it was written: two names for one thing would be two files for one record.
fn prints_the_same<T: FromStr + Display>(words: &str) -> Result<(), TestCaseError> {
    if let Ok(value) = words.parse::<T>() {
        prop_assert_eq!(value.to_string(), words);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: TRIES.cases, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_upsets_a_reader(text in pieces(40)) {
        for kind in Kind::ALL {
            read(*kind, &text)?;
        }
    }

    #[test]
    fn no_damage_upsets_a_reader((kind, text) in damaged(), other in select(Kind::ALL)) {
        read(kind, &text)?;
        read(other, &text)?;
    }

    #[test]
    fn every_key_is_located_somewhere((_, text) in damaged(), key in pieces(6)) {
        for key in [key.as_str(), "to[0].why", "review.share.way", "attachments[0]"] {
            prop_assert!(is_a_place_in(&text, &locate(&text, key)), "{key}");
        }
    }

    #[test]
    fn paths_have_one_spelling(words in prop_oneof![pieces(8), path()]) {
        prints_the_same::<RecordPath>(&words)?;
        prints_the_same::<Reference>(&words)?;
        prints_the_same::<Number>(&words)?;
        prints_the_same::<UnitId>(&words)?;
        prints_the_same::<MineId>(&words)?;
        prints_the_same::<Party>(&words)?;
        let _ = RecordPath::of_file(&words);
    }

    #[test]
    fn what_is_typed_reads_back(words in pieces(8)) {
        reads_back::<Day>(&words)?;
        reads_back::<Moment>(&words)?;
        reads_back::<ClauseKey>(&words)?;
        reads_back::<Period>(&words)?;
        reads_back::<DocNumber>(&words)?;
        reads_back::<Line>(&words)?;
        reads_back::<Prose>(&words)?;
        reads_back::<TimeZone>(&words)?;
        reads_back::<ObligationId>(&words)?;
        reads_back::<Actor>(&words)?;
        reads_back::<SettingValue>(&words)?;
    }

    #[test]
    fn days_near_today_are_days_of_the_calendar(words in pieces(6), year in 1950..=2198i32, month in 1..=12u32, date in 1..=31u32) {
        let Some(today) = Day::new(year, month, date) else { return Ok(()) };
        for lies in [Lies::Behind, Lies::Near, Lies::Ahead] {
            if let Ok(day) = Day::said(&words, today, lies) {
                prop_assert_eq!(day.to_string().parse(), Ok(day));
            }
            if let Ok(moment) = Moment::said(&words, today, lies) {
                prop_assert_eq!(moment.to_string().parse(), Ok(moment));
            }
        }
    }

    #[test]
    fn every_path_of_the_grammar_is_a_path(path in path()) {
        prop_assert_eq!(path.parse::<RecordPath>().map(|path| path.to_string()), Ok(path.clone()));
        prop_assert_eq!(RecordPath::of_file(&format!("{path}.toml")).map(|path| path.file()), Ok(format!("{path}.toml")));
    }
}

/// Any path that a register may have.
fn path() -> impl Strategy<Value = String> {
    let kinds = |which: fn(Kind) -> bool| {
        let folders: Vec<&str> = Kind::ALL.iter().filter(|kind| which(**kind)).map(|kind| kind.folder()).collect();
        select(folders)
    };
    let id = || "[a-bd-kq-z][a-z0-9-]{0,12}";
    let number = ("[b-z]?", 1..1_000_000u32).prop_map(|(series, serial)| format!("{series}{serial:03}"));
    prop_oneof![
        kinds(Kind::is_single).prop_map(str::to_owned),
        (kinds(Kind::is_of_unit), id()).prop_map(|(folder, unit)| format!("{folder}/{unit}")),
        (1949..=2199u16).prop_map(|year| format!("calendar/{year}")),
        (id(), id()).prop_map(|(mine, unit)| format!("mines/{mine}/{unit}")),
        (kinds(Kind::is_happening), 1949..=2199u16, id(), number)
            .prop_map(|(folder, year, unit, number)| format!("{folder}/{year}/{unit}/{number}")),
    ]
}
