//! Any text read as a record: nothing panics, what is wrong has its place, and what is read is written without a loss.

#![no_main]

use liandong::model::reader::Keys;
use liandong::model::{Comments, KeyPath, Kind, Leaf, Record, may_follow};
use liandong::store::locate;
use libfuzzer_sys::{Corpus, fuzz_target};
use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    for kind in kinds(text) {
        match kind.read(text, Keys::Known) {
            Ok(record) => survives(kind, text, record),
            Err(problems) => {
                assert!(!problems.is_empty(), "refused without a word");
                for problem in problems {
                    assert!(text.get(problem.span.clone()).is_some(), "{problem:?} is nowhere");
                }
            }
        }
    }
    Corpus::Keep
});

/// The kinds that a text could be of by its keys: reading it as each of the others would end at the first key.
fn kinds(text: &str) -> Vec<Kind> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return vec![Kind::Notice];
    }
    let has = |kind: &&Kind| document.get_ref().keys().all(|key| kind.fields().iter().any(|field| field.key == key.get_ref()));
    let could: Vec<Kind> = Kind::ALL.iter().filter(has).copied().collect();
    if could.is_empty() { vec![Kind::Notice] } else { could }
}

fn survives(kind: Kind, text: &str, mut record: Record) {
    let written = record.write(&Comments::from_text(text));
    assert_eq!(kind.read(&written, Keys::Known).as_ref(), Ok(&record), "reads back");
    assert_eq!(record.write(&Comments::from_text(&written)), written, "is written as it was");
    assert_eq!(comments(&written), comments(text), "keeps its comments");
    assert_eq!(may_follow(&record, &record), Ok(()));
    record.visit(&mut |at, leaf| stands(at, leaf, &written));
    if let Record::Notice(notice) = &record {
        assert_eq!(notice.digest().len(), 64);
    }
    if let Some(happening) = record.happening() {
        let (_, _) = (happening.sequences(), happening.parts());
    }
    record.drop_text();
    record.visit(&mut |_, _| {});
}

/// The comments of a text, in no order.
fn comments(text: &str) -> Vec<&str> {
    let tokens = Source::new(text).lex().filter(|token| token.kind() == TokenKind::Comment);
    let mut found: Vec<&str> =
        tokens.filter_map(|token| text.get(token.span().start()..token.span().end())).map(str::trim).collect();
    found.sort_unstable();
    found
}

/// A value is found in its file by the key that people are told.
fn stands(at: &KeyPath, leaf: Leaf<'_>, written: &str) {
    let value = match leaf {
        Leaf::Day(day) => day.to_string(),
        Leaf::Moment(moment) => moment.to_string(),
        Leaf::Reference(reference) => format!("\"{reference}\""),
        Leaf::Unit(unit) => format!("\"{unit}\""),
        Leaf::Party(party) => format!("\"{party}\""),
        Leaf::Clause(clause) => format!("\"{clause}\""),
        _ => return,
    };
    assert_eq!(written[locate(written, at)], value, "{at}");
}
