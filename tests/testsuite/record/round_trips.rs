//! What must survive reading and writing, for records that nobody thought of.

use liandong::model::reader::Keys;
use liandong::model::{Comments, Happening, Kind, Leaf, LeafGroups, Nature, Packed, Packer, Record, may_follow};
use liandong::store::locate;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use super::by_hand::{Hand, Node, STATES};
use super::generator;
use crate::support::TRIES;

/// Checks a property of any record of every kind: the tries are shared among ten kinds each.
fn of_every_kind(property: impl Fn(Kind, &Node) -> Result<(), TestCaseError>) {
    for kind in Kind::ALL {
        // A failure prints its smallest record; it becomes a test of its own where it is mended, not a file of seeds.
        let config = Config { cases: TRIES.cases / 10, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() };
        match TestRunner::new(config).run(&generator::record(*kind), |record| property(*kind, &record)) {
            Ok(()) => {}
            Err(TestError::Fail(why, record)) => {
                panic!("{kind:?}: {why}\nThe smallest such record:\n{}", Hand::write(&record).text)
            }
            Err(TestError::Abort(why)) => panic!("{kind:?}: {why}"),
        }
    }
}

fn read(kind: Kind, text: &str) -> Result<Record, TestCaseError> {
    kind.read(text, Keys::Known).map_err(|problems| TestCaseError::fail(format!("{text}\n{problems:#?}")))
}

#[test]
fn a_record_says_what_was_written() {
    of_every_kind(|kind, record| {
        let text = Hand::write(record).text;
        let read = serde_json::to_value(read(kind, &text)?).expect("JSON");
        prop_assert!(record.agrees(Some(&read)), "{text}\nis read as\n{read:#}");
        Ok(())
    });
}

#[test]
fn what_is_written_reads_back_equal() {
    of_every_kind(|kind, record| {
        let record = read(kind, &Hand::write(record).text)?;
        let written = record.write(&Comments::default());
        prop_assert_eq!(&read(kind, &written)?, &record, "{}", written);
        prop_assert_eq!(read(kind, &written)?.write(&Comments::default()), written);
        Ok(())
    });
}

#[test]
fn what_is_packed_is_taken_out_again() {
    of_every_kind(|kind, record| {
        let whole = read(kind, &Hand::write(record).text)?;
        let mut dropped = whole.clone();
        dropped.drop_text();
        for record in [whole, dropped] {
            let mut packer = Packer::default();
            record.pack(&mut packer);
            let mut taken = Packed { rest: &packer.bytes };
            prop_assert_eq!(kind.unpack(&mut taken), Some(record));
            prop_assert!(taken.rest.is_empty());
            // Cut off anywhere it is no record any more.
            for end in 0..packer.bytes.len() {
                prop_assert_eq!(kind.unpack(&mut Packed { rest: &packer.bytes[..end] }), None);
            }
        }
        Ok(())
    });
}

/// The group of a leaf, by its type.
fn group(leaf: Leaf<'_>) -> LeafGroups {
    match leaf {
        Leaf::Line(_) | Leaf::Prose(_) => LeafGroups::TEXTS,
        Leaf::Day(_) | Leaf::Moment(_) => LeafGroups::DAYS,
        Leaf::Flag(_) | Leaf::Count(_) | Leaf::Listed(..) | Leaf::Word(_) => LeafGroups::CHOICES,
        _ => LeafGroups::NAMES,
    }
}

#[test]
fn a_walk_shows_all_leaves_of_the_groups_that_it_asks_for() {
    of_every_kind(|kind, record| {
        let record = read(kind, &Hand::write(record).text)?;
        let Some(happening) = record.happening() else { return Ok(()) };
        for groups in [LeafGroups::TEXTS, LeafGroups::DAYS, LeafGroups::NAMES, LeafGroups::CHOICES, LeafGroups::ALL] {
            let (mut all, mut shown) = (Vec::new(), Vec::new());
            happening.leaves(&mut |at, leaf| {
                if group(leaf).meets(groups) {
                    all.push(format!("{at} {leaf:?}"));
                }
            });
            happening.leaves_of(groups, &mut |at, leaf| shown.push(format!("{at} {leaf:?}")));
            prop_assert_eq!(shown, all);
        }
        Ok(())
    });
}

#[test]
fn comments_are_never_lost() {
    of_every_kind(|kind, record| {
        let Hand { text, comments } = Hand::write(record);
        let written = read(kind, &text)?.write(&Comments::from_text(&text));
        for comment in &comments {
            prop_assert_eq!(written.matches(comment.as_str()).count(), 1, "{} of\n{}\nin\n{}", comment, text, written);
        }
        prop_assert_eq!(read(kind, &written)?, read(kind, &text)?);
        prop_assert_eq!(
            read(kind, &written)?.write(&Comments::from_text(&written)),
            written,
            "canonical text is rewritten as it was"
        );
        Ok(())
    });
}

#[test]
fn a_value_is_found_by_the_key_that_people_are_told() {
    of_every_kind(|kind, record| {
        let record = read(kind, &Hand::write(record).text)?;
        let written = record.write(&Comments::default());
        let mut lost = Vec::new();
        record.visit(&mut |at, leaf| {
            let value = match leaf {
                Leaf::Day(day) => day.to_string(),
                Leaf::Moment(moment) => moment.to_string(),
                Leaf::Reference(reference) => format!("\"{reference}\""),
                Leaf::Unit(unit) => format!("\"{unit}\""),
                Leaf::Party(party) => format!("\"{party}\""),
                Leaf::Clause(clause) => format!("\"{clause}\""),
                _ => return,
            };
            if written[locate(&written, at)] != value {
                lost.push(format!("{at} = {value}"));
            }
        });
        prop_assert!(lost.is_empty(), "{:?} in\n{}", lost, written);
        Ok(())
    });
}

/// The states that a record went through, each holding what the one before held.
fn states(kind: Kind, record: &Node) -> Result<Vec<Record>, TestCaseError> {
    (0..STATES).map(|state| read(kind, &Hand::write(&record.at(state, kind.nature())).text)).collect()
}

#[test]
fn what_only_grows_may_follow_and_nothing_is_taken_back() {
    of_every_kind(|kind, record| {
        let states = states(kind, record)?;
        for (position, new) in states.iter().enumerate() {
            for old in &states[..=position] {
                let forth = may_follow(old, new);
                prop_assert!(forth.is_ok(), "{:#?}\nof\n{}", forth, old.write(&Comments::default()));
                let stands = kind.nature() != Nature::Free && new.happening().is_some_and(Happening::is_issued);
                prop_assert_eq!(
                    may_follow(new, old).is_ok(),
                    old == new || !stands,
                    "back to\n{}",
                    old.write(&Comments::default())
                );
            }
        }
        Ok(())
    });
}

#[test]
fn an_amendment_may_follow_whatever_it_amends() {
    of_every_kind(|kind, record| {
        let amendment = "\n[[amended]]\non = 2199-12-31\nkeys = [\"title\", \"to[0]\"]\nreason = \"笔误（虚构）\"\n";
        for old in states(kind, record)?.into_iter().filter(|_| kind.is_happening()) {
            let new = read(kind, &(old.write(&Comments::default()) + amendment))?;
            prop_assert_eq!(may_follow(&old, &new), Ok(()));
        }
        Ok(())
    });
}
