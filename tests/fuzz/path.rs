//! Any words as a path, a reference, or another value with a grammar of its own: nothing panics, what is a path has one
//! spelling, and what is parsed prints as something that parses to the same.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use liandong::model::field::Lies;
use liandong::model::{
    Actor, ClauseKey, Day, DocNumber, Kind, Line, MineId, Moment, Number, ObligationId, Party, Period, Prose, RecordPath,
    Reference, SettingValue, TimeZone, UnitId,
};
use liandong::text::Text;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(words) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    prints_the_same::<RecordPath>(words);
    prints_the_same::<Reference>(words);
    prints_the_same::<Number>(words);
    prints_the_same::<UnitId>(words);
    prints_the_same::<MineId>(words);
    prints_the_same::<Party>(words);
    if let Ok(path) = RecordPath::of_file(words) {
        assert_eq!(path.file(), words);
    }
    reads_back::<Day>(words);
    reads_back::<Moment>(words);
    reads_back::<Period>(words);
    reads_back::<ClauseKey>(words);
    reads_back::<DocNumber>(words);
    reads_back::<Line>(words);
    reads_back::<Prose>(words);
    reads_back::<TimeZone>(words);
    reads_back::<ObligationId>(words);
    reads_back::<Actor>(words);
    reads_back::<SettingValue>(words);
    near_a_day(words);
    let _ = Kind::by_name(words);
    Corpus::Keep
});

/// Two names for one thing would be two files for one record.
fn prints_the_same<T: FromStr + Display>(words: &str) {
    if let Ok(value) = words.parse::<T>() {
        assert_eq!(value.to_string(), words);
    }
}

fn reads_back<T: FromStr<Err = Text> + Display + Debug + PartialEq>(words: &str) {
    if let Ok(value) = words.parse::<T>() {
        assert_eq!(value.to_string().parse::<T>().as_ref(), Ok(&value));
    }
}

fn near_a_day(words: &str) {
    let Some(today) = Day::new(2024, 2, 29) else { return };
    for lies in [Lies::Behind, Lies::Near, Lies::Ahead] {
        if let Ok(day) = Day::said(words, today, lies) {
            assert_eq!(day.to_string().parse(), Ok(day));
        }
        if let Ok(moment) = Moment::said(words, today, lies) {
            assert_eq!(moment.to_string().parse(), Ok(moment));
        }
    }
}
