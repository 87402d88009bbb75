//! A reference, with what people call it: 通报 2025-公安-003.

use serde::Serialize;

use crate::model::{FiledPath, Mechanism, RecordPath, Reference};
use crate::text::Text;

/// A reference as files spell it, and as people say it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// `notices/2025/gongan/003`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// 通报 2025-公安-003.
    pub title: Text,
}

impl Named {
    /// Names a reference.
    #[must_use]
    pub fn from_reference(reference: &Reference, mechanism: &Mechanism) -> Self {
        let title = title(&reference.record, mechanism);
        let title = match reference.part {
            Some(no) => Text::new(format!("{}#{no}", title.zh()), format!("{}#{no}", title.en())),
            None => title,
        };
        Self { reference: reference.to_string(), title }
    }

    /// Names a file of the register.
    #[must_use]
    pub fn of_record(record: &RecordPath, mechanism: &Mechanism) -> Self {
        Self { reference: record.to_string(), title: title(record, mechanism) }
    }
}

fn title(record: &RecordPath, mechanism: &Mechanism) -> Text {
    let kind = record.kind().label();
    let name = match record {
        RecordPath::Filed(FiledPath { year, unit, number, .. }) => format!("{year}-{}-{number}", mechanism.short(unit)),
        RecordPath::OfUnit(_, unit) => mechanism.short(unit).to_owned(),
        RecordPath::Calendar(year) => year.to_string(),
        RecordPath::Mine(mine) => mechanism.mine_name(mine).to_owned(),
        RecordPath::Licences(mine, unit) => {
            let name = mechanism.mine_name(mine);
            format!("{name} {}", mechanism.short(unit))
        }
        RecordPath::Single(_) => return kind,
    };
    Text::new(format!("{} {name}", kind.zh()), format!("{} {name}", kind.en()))
}
