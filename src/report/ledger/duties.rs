//! 职责: every duty of every unit, with what was recorded for it.

use std::collections::HashMap;
use std::rc::Rc;

use super::sheet::{Holds, Own, Row, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::{LedgerView, join, lines};
use crate::model::field::Word;
use crate::model::{ClauseKey, Day, DutiesFile, Duty, FiledPath, Kind, Reference, UnitId};
use crate::report::Named;
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "duties", zh: "职责", en: "Duties" },
    aliases: &["duty"],
    is_public: true,
    taken_back: None,
    printed: &["单位", "职责内容", "duty.sort", "履职记录数", "最近日期", "履职记录"],
    columns,
    rows,
};

/// What was recorded for each duty, with its day.
type Recorded<'a> = HashMap<ClauseKey, Vec<(&'a FiledPath, Option<Day>)>>;

/// A duty of a unit.
struct DutyRow<'a> {
    unit: &'a UnitId,
    key: ClauseKey,
    duty: &'a Duty,
    recorded: Rc<Recorded<'a>>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let recorded = Rc::new(recorded(&view));
        let units = view.by_unit(&view.mechanism().duties);
        let duties = units.flat_map(|(unit, file)| file.duty.iter().map(move |duty| (unit, file, duty)));
        duties.filter_map(move |(unit, file, duty)| Some(row(&entry(unit, file, duty, &recorded)?, &view)))
    })
}

fn recorded<'a>(view: &LedgerView<'a>) -> Recorded<'a> {
    let mut recorded = Recorded::new();
    view.ledger().each(|path, record| {
        let on = record.on();
        if view.year.is_none_or(|wanted| wanted == on.map_or(path.year, Day::year)) {
            for duty in record.duties() {
                recorded.entry(*duty).or_default().push((path, on));
            }
        }
    });
    recorded
}

fn entry<'a>(unit: &'a UnitId, file: &DutiesFile, duty: &'a Duty, recorded: &Rc<Recorded<'a>>) -> Option<DutyRow<'a>> {
    Some(DutyRow { unit, key: file.clause.item(duty.no)?, duty, recorded: Rc::clone(recorded) })
}

fn row<'a>(entry: &DutyRow<'a>, view: &LedgerView<'a>) -> Row<'a> {
    let title = view
        .mechanism()
        .cited(entry.key, view.context.today)
        .map_or_else(|| entry.key.to_string(), |clause| clause.path.to_string());
    Row { named: Named { reference: entry.key.to_string(), title: Text::same(title) }, revision: None, cells: cells(entry, view) }
}

impl<'a> DutyRow<'a> {
    fn recorded(&self) -> &[(&'a FiledPath, Option<Day>)] {
        self.recorded.get(&self.key).map_or(&[], Vec::as_slice)
    }

    fn records_cell(&self, view: &LedgerView<'a>) -> super::Cell<'a> {
        let named: Vec<_> =
            self.recorded().iter().take(super::view::NAMED).map(|(path, _)| Reference::from((*path).clone())).collect();
        view.records(&named)
    }
}

fn text<'a>(key: ClauseKey, view: &LedgerView<'a>) -> Option<&'a str> {
    view.mechanism().cited(key, view.context.today).map(|clause| clause.text.as_str())
}

table! { Kind::Duties, 'a, |entry: &DutyRow<'a>, view| {
    ("单位", "unit", Holds::Line) => join(std::iter::once(view.unit_name(entry.unit)));
    ("职责内容", "text of the duty", Holds::Prose) => text(entry.key, view);
    Own("duty.sort") => entry.duty.sort.word();
    Own("duty.closes") => entry.duty.closes;
    Own("duty.words") => lines(&entry.duty.words);
    ("履职记录数", "records", Holds::Number) => entry.recorded().len();
    ("最近日期", "latest on", Holds::Day) => entry.recorded().iter().filter_map(|(_, on)| *on).max();
    ("履职记录", "what was recorded", Holds::Prose) => entry.records_cell(view);
} }
