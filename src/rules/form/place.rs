//! Where a fault of form stands: its day, and what people call its key.

use crate::model::{Day, KeyPath, RecordPath};
use crate::rules::Context;
use crate::text::Text;
use crate::tr;

/// The day by which a fault in a file belongs to a period: that of the fact; for a file without one, the day judged.
pub(super) fn day_of(path: &RecordPath, context: &Context<'_>) -> Day {
    match path {
        RecordPath::Filed(filed) => {
            let on = context.ledger.happening(filed).and_then(crate::model::Happening::on);
            on.unwrap_or(Day::first_of(filed.year))
        }
        _ => context.today,
    }
}

/// A key as people call it, in quotation marks.
pub(super) fn called(path: &RecordPath, key: &KeyPath) -> Text {
    let heading = path.kind().heading(key);
    let (zh, en) = (heading.zh(), heading.en());
    tr!("“{zh}”"; "\"{en}\"")
}
