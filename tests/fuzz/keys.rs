//! Any text as the keys of a unit, as a register's commits hold them: nothing panics, a unit's file speaks for that unit alone, and none
//! but the office's turns trust on.

#![no_main]

use std::sync::LazyLock;

use liandong::model::reader::Keys;
use liandong::model::{Kind, Mechanism, RecordPath, UnitId};
use liandong::store::{Source, load_mechanism};
use liandong::trust::{PublicKey, Roster};
use libfuzzer_sys::{Corpus, fuzz_target};

static SHIPPED: LazyLock<Mechanism> = LazyLock::new(|| {
    let loaded = load_mechanism(&Source::Shipped).expect("it is read");
    Mechanism::new(loaded.records).expect("it is a mechanism")
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let Ok(record) = Kind::Keys.read(text, Keys::Known) else { return Corpus::Keep };
    let office = SHIPPED.office().clone();
    for unit in [office.clone(), "gongan".parse::<UnitId>().expect("a unit")] {
        let path = RecordPath::OfUnit(Kind::Keys, unit.clone());
        let roster = Roster::from_mechanism(SHIPPED.clone()).with(&path, Some(&record));
        for holder in &roster.holders {
            assert_eq!(holder.unit, unit, "a key of another unit");
            let again = PublicKey::read(&holder.key.line()).expect("what is written is read");
            assert!(again.is(&holder.key) && !roster.of_key(&holder.key).is_empty(), "a key is found by itself");
            let (since, until) = (holder.since, holder.until);
            assert!(!holder.holds(since) || until.is_none_or(|until| since <= until), "it holds after its end");
            assert!(until.is_none_or(|until| holder.holds(until) == (since <= until)), "its last day counts");
            assert!(!roster.can_admit(since) || roster.is_on(), "somebody admits where nobody is asked");
        }
        assert!(!roster.is_on() || unit == office, "trust is on by the word of a unit");
    }
    Corpus::Keep
});
