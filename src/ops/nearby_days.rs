//! The days of the same record by which it is known of which year a day is that is said without one.

use toml::{Table, Value};

use crate::model::field::{Field, Lies, Shape};
use crate::model::{Day, Kind, YearMeant};

/// What a record says, or is about to, beside a day that is said without its year. Where it says none of these, today tells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NearbyDays {
    /// What stands where an amendment puts another day.
    amended: Option<Day>,
    /// The day of the fact.
    fact: Option<Day>,
    /// What the same table, or one around it, says of when something happened: an extension is asked for, and then has a new term.
    table: Option<Day>,
}

impl NearbyDays {
    /// Those of a record whose fact is of that day.
    pub(super) fn of_fact(fact: Option<Day>) -> Self {
        Self { fact, ..Self::default() }
    }

    /// The same for what stands at or below a key of the record: what comes before the fact in the order of FIELDS is not counted from it.
    pub(super) fn at(self, key: &str, kind: Kind) -> Self {
        let position = |is: &dyn Fn(&Field) -> bool| kind.fields().iter().position(is);
        let comes_before = position(&|field| field.key == key) < position(&|field| field.is_fact);
        if comes_before { Self { fact: None, ..self } } else { self }
    }

    /// The same in a table, by the first day in it that tells when something happened.
    pub(super) fn within<'f>(self, table: &Table, mut fields: impl Iterator<Item = &'f Field>) -> Self {
        let own = fields.find_map(|field| table.get(field.key).and_then(day_of).filter(|_| tells_when(field)));
        Self { table: own.or(self.table), amended: None, ..self }
    }

    /// The same where another day stands in the place of what is said.
    pub(super) fn instead_of(self, stands: Option<&Value>) -> Self {
        Self { amended: stands.and_then(day_of), ..self }
    }

    /// By what the year of a day is known.
    pub(super) fn year_meant(self, field: &Field) -> YearMeant {
        /// How long before the fact may lie what lies on either side of it.
        const MONTH: u32 = 31;
        let term = match field.lies {
            _ if self.amended.is_some() => self.amended.map(YearMeant::Nearest),
            Lies::Near | Lies::Planned if field.is_fact => self.fact.map(YearMeant::Nearest),
            Lies::Ahead => self.table.or(self.fact).map(YearMeant::From),
            Lies::Near | Lies::Planned => self.fact.map(|fact| YearMeant::From(fact.minus(MONTH))),
            Lies::Behind => self.fact.filter(|_| !field.is_fact).map(YearMeant::Since),
        };
        term.unwrap_or(YearMeant::ByToday(field.lies))
    }
}

/// Whether a key says when something happened.
pub(super) fn tells_when(field: &Field) -> bool {
    matches!(field.shape, Shape::Day | Shape::Moment) && field.lies == Lies::Behind
}

/// The day of a value, or of the first in a list.
pub(super) fn day_of(value: &Value) -> Option<Day> {
    let value = value.as_array().map_or(Some(value), |days| days.first())?;
    let date = value.as_datetime()?.date?;
    Day::new(date.year.into(), date.month.into(), date.day.into())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::{Record, RecordPath};

    /// What `Happening::on` reads is the key that is marked, in every record of the examples that says it.
    #[test]
    fn every_happening_has_its_fact() {
        let mut seen = std::collections::BTreeSet::new();
        for kind in Kind::ALL.iter().copied() {
            let facts = kind.fields().iter().filter(|field| field.is_fact).count();
            assert_eq!(facts, usize::from(kind.is_happening()), "{kind:?}");
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clean");
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                let (path, is_folder) = (entry.path(), entry.path().is_dir());
                if is_folder {
                    folders.push(path);
                    continue;
                }
                let file = path.strip_prefix(&root).expect("below").to_string_lossy().replace('\\', "/");
                let Ok(at) = RecordPath::of_file(&file) else { continue };
                let text = std::fs::read_to_string(&path).expect("a record");
                let Ok(record) = Record::read(&at, &text) else { continue };
                let (Some(happening), kind) = (record.happening(), at.kind()) else { continue };
                let table: Table = text.parse().expect("a table");
                let fact = kind.fields().iter().find(|field| field.is_fact).expect("a fact");
                if let Some(day) = table.get(fact.key).and_then(day_of) {
                    assert_eq!(happening.on(), Some(day), "{file}");
                    seen.insert(format!("{kind:?}"));
                }
            }
        }
        assert!(seen.len() >= 10, "{seen:?}");
    }
}
