//! `show NAME`: a person whom the register knows, with the posts that are filed and the records that name them.

use serde::Serialize;

use super::page::{RelatedRecords, related};
use crate::model::{Day, KeyPath, Leaf, Mechanism, Record, RecordPath, UnitId};
use crate::text::Text;

/// A person of the register.
#[derive(Debug, Clone, Serialize)]
pub struct PersonPage {
    /// As the register writes it.
    pub name: String,
    /// What they are or were, in the order of units.
    pub posts: Vec<PersonPost>,
    /// The records that name them, by kind.
    pub related: Vec<RelatedRecords>,
}

/// What a person is or was.
#[derive(Debug, Clone, Serialize)]
pub struct PersonPost {
    /// The short name of the unit.
    pub unit: String,
    /// Liaison, leader, holder of a key.
    pub what: Text,
    /// The telephone, of a liaison.
    pub phone: Option<String>,
    /// From which day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

/// The posts of whoever is called so: liaisons, leaders, holders of keys. None where nobody is.
#[must_use]
pub fn posts(name: &str, mechanism: &Mechanism) -> Vec<PersonPost> {
    let post = |unit: &UnitId, what: Text, (since, until): (Day, Option<Day>)| PersonPost {
        unit: mechanism.short(unit).to_owned(),
        what,
        phone: None,
        since,
        until,
    };
    let mut posts = Vec::new();
    for (unit, people) in &mechanism.people {
        let liaisons = people.liaison.iter().filter(|liaison| liaison.name.as_str() == name);
        posts.extend(liaisons.map(|liaison| PersonPost {
            phone: liaison.phone.as_ref().map(ToString::to_string),
            ..post(unit, Text::fixed("联络员", "liaison"), (liaison.since, liaison.until))
        }));
        let leaders = people.leader.iter().filter(|leader| leader.name.as_str() == name);
        posts.extend(leaders.map(|leader| post(unit, leader.post.label(), (leader.since, leader.until))));
    }
    for (unit, keys) in &mechanism.keys {
        let held = keys.key.iter().filter(|key| key.name.as_str() == name);
        posts.extend(held.map(|key| post(unit, Text::fixed("签名密钥", "signing key"), (key.since, key.until))));
    }
    posts
}

/// Everything that is filed about whoever is called so.
#[must_use]
pub fn person(name: &str, records: &[(RecordPath, Record)], mechanism: &Mechanism) -> PersonPage {
    let names = |record: &Record| {
        let mut names = false;
        record.visit(&mut |_: &KeyPath, leaf| names |= matches!(leaf, Leaf::Line(line) if line.as_str() == name));
        names
    };
    let happened = records.iter().filter(|(path, record)| path.kind().is_happening() && names(record));
    let paths = happened.map(|(path, _)| path.clone()).collect();
    PersonPage { name: name.to_owned(), posts: posts(name, mechanism), related: related(paths, mechanism) }
}
