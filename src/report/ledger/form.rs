//! An empty ledger as a form: what must be filled in, how, and from which names; whoever fills it in knows nothing of this program.

use serde::Serialize;

use super::sheet::{Column, Holds, Origin};
use crate::model::field::{RegulationList, Shape, Word};
use crate::model::{Ledger, MineId, Party, Reference, UnitId, Value};
use crate::report::Named;
use crate::text::Text;
use crate::tr;

/// The most records that a form offers as the source of a row; who needs another writes its number.
const SOURCES: usize = 300;

/// What a form offers and explains.
#[derive(Debug, Default, Serialize)]
pub struct LedgerForm {
    /// The names of mines.
    pub mines: Vec<String>,
    /// The short names of units.
    pub units: Vec<String>,
    /// The numbers of records that a row may come from, the newest first.
    pub sources: Vec<String>,
    /// What the regulation has notices tell, with its numbers.
    pub contents: Vec<String>,
}

/// From which of its lists a cell of a form is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormList {
    /// The mines.
    Mines,
    /// The units.
    Units,
    /// The records.
    Sources,
    /// What notices tell.
    Contents,
}

impl LedgerForm {
    pub(super) fn new(ledger: &Ledger) -> Self {
        let (mechanism, list) = (&ledger.mechanism, RegulationList::Contents);
        let mut sources: Vec<(String, String)> = Vec::new();
        ledger.each(|path, record| {
            let day = record.on().map(|on| on.to_string()).unwrap_or_default();
            sources.push((day, Named::from_reference(&Reference::from(path.clone()), mechanism).title.zh().to_owned()));
        });
        sources.sort_unstable();
        Self {
            mines: mechanism.mines.values().map(|mine| mine.name.to_string()).collect(),
            units: mechanism.units.keys().map(|unit| mechanism.short(unit).to_owned()).collect(),
            contents: (1..=u8::MAX)
                .map_while(|item| mechanism.listed(list, item).map(|_| mechanism.shown_item(list, item)))
                .collect(),
            sources: sources.into_iter().rev().take(SOURCES).map(|(_, title)| title).collect(),
        }
    }

    /// The names of a list.
    #[must_use]
    pub fn names(&self, list: FormList) -> &[String] {
        match list {
            FormList::Mines => &self.mines,
            FormList::Units => &self.units,
            FormList::Sources => &self.sources,
            FormList::Contents => &self.contents,
        }
    }
}

/// Whether two shapes are names of one kind.
fn is(shape: &Shape, of: &Shape) -> bool {
    matches!((shape, of), (Shape::Pattern(one), Shape::Pattern(other)) if one == other)
}

impl Column {
    /// From which list of a form its cells are chosen; a cell that may name several is typed.
    #[must_use]
    pub fn form_list(&self) -> Option<FormList> {
        match (self.origin, &self.shape) {
            (Origin::Owner, _) => Some(FormList::Units),
            (Origin::Place, _) if self.heading.zh() == "矿山" => Some(FormList::Mines),
            (Origin::Place, _) if self.heading.zh() == "来源" => Some(FormList::Sources),
            (_, Shape::Reference) => Some(FormList::Sources),
            (_, Shape::Listed(RegulationList::Contents)) => Some(FormList::Contents),
            (_, shape) if is(shape, &MineId::SHAPE) => Some(FormList::Mines),
            (_, shape) if is(shape, &UnitId::SHAPE) || is(shape, &Party::SHAPE) => Some(FormList::Units),
            _ => None,
        }
    }

    /// How a cell of it is filled in.
    #[must_use]
    pub fn how(&self) -> Text {
        if self.origin == Origin::Owner {
            return Text::fixed(
                "本单位填报的不必填；办公室汇总录入的，填各行所属单位",
                "not needed in a unit's own form; where the office enters for several, the unit of each row",
            );
        }
        match (self.form_list(), self.holds) {
            (Some(FormList::Mines), _) => Text::fixed("从列表中选矿山，或填名称", "a mine, chosen from the list or by its name"),
            (Some(FormList::Units), _) => {
                Text::fixed("从列表中选单位，或填简称", "a unit, chosen from the list or by its short name")
            }
            (Some(FormList::Sources), _) => {
                Text::fixed("从列表中选记录，或填编号", "a record, chosen from the list or by its number")
            }
            (Some(FormList::Contents), _) => {
                Text::fixed("从列表中选通报内容，或填序号", "a content, chosen from the list or by its number")
            }
            (None, Holds::Day) => Text::fixed("日期", "a day"),
            (None, Holds::Moment) => Text::fixed("日期和时间", "a day and time"),
            (None, Holds::Number) => Text::fixed("整数", "a whole number"),
            (None, Holds::Flag) => Text::fixed("是 或 否，空着为否", "yes or no; blank is no"),
            (None, Holds::Choice(words)) => {
                let (zh, en) = (
                    words.iter().map(|word| word.zh).collect::<Vec<_>>().join("、"),
                    words.iter().map(|word| word.en).collect::<Vec<_>>().join(", "),
                );
                tr!("从列表中选：{zh}"; "one of {en}")
            }
            (None, Holds::Prose) if matches!(self.shape, Shape::List(_)) => {
                Text::fixed("几项之间用顿号隔开", "several stand with 、 between them")
            }
            (None, Holds::Prose) => Text::fixed("文字，可分段", "text"),
            (None, Holds::Line | Holds::Light) => Text::fixed("一行文字", "a line of text"),
        }
    }

    /// What might stand in a cell of it.
    #[must_use]
    pub fn example(&self, form: &LedgerForm) -> Text {
        let first = |list: FormList| Text::same(form.names(list).first().cloned().unwrap_or_default());
        match (self.form_list(), self.holds) {
            (Some(list), _) => first(list),
            (None, Holds::Day) => Text::same("2025-03-01"),
            (None, Holds::Moment) => Text::same("2025-03-01 9:30"),
            (None, Holds::Number) => Text::same("1"),
            (None, Holds::Flag) => Text::yes_or_no(true),
            (None, Holds::Choice(words)) => words.first().map_or_else(Text::default, Word::label),
            (None, Holds::Line | Holds::Prose | Holds::Light) => match self.shape {
                Shape::Pattern(pattern) => Text::same(pattern.example()),
                _ => Text::fixed("按实填写", "as it is"),
            },
        }
    }
}
