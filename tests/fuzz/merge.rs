//! Any three texts merged as versions of one record: nothing panics, and what comes of it may follow what is shared.

#![no_main]

use std::collections::BTreeMap;

use liandong::model::reader::Keys;
use liandong::model::{Kind, may_follow};
use liandong::sync::merge;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    // Three versions in a row, each after a line of its own.
    let versions: Vec<&str> = text.split("\n----\n").collect();
    let [base, theirs, ours] = versions[..] else { return Corpus::Reject };
    for kind in [Kind::Hazard, Kind::Notice, Kind::Meeting, Kind::People] {
        if let Ok(merged) = merge(kind, Some(base), theirs, ours, &BTreeMap::new()) {
            let read = |text: &str| kind.read(text, Keys::Known).expect("merged only where both can be read");
            assert_eq!(may_follow(&read(theirs), &read(&merged)), Ok(()), "what is shared stands");
            assert_eq!(may_follow(&read(ours), &read(&merged)), Ok(()), "what is ours stands");
        }
    }
    Corpus::Keep
});
