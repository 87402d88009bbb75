//! What is known of a record without reading it again: where it points, which mines and papers it names, its day. They depend on
//! nothing but the record itself, neither on the mechanism nor on the day.

use super::any::Record;
use super::date::Day;
use super::doc_number::DocNumber;
use super::id::{MineId, Party};
use super::key_path::KeyPath;
use super::leaf::Leaf;
use super::path::Reference;

/// The facts of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The day by which it counts in a period; of what has not happened, and of files of the mechanism, none.
    pub on: Option<Day>,
    /// What it points at, parts apart from the whole, each once, in the order of its keys.
    pub cites: Box<[Reference]>,
    /// The mines that it names, whether as its own, as a party or by a reference, each once.
    pub mines: Box<[MineId]>,
    /// The numbers of the official papers that it speaks of, each once. The units' own numbers of orders are none of these.
    pub numbers: Box<[DocNumber]>,
    /// Whether it is an order that stops or closes its mine: what happens there afterwards is judged by it.
    pub stops_mine: bool,
}

impl Facts {
    /// The facts of a record, from its leaves.
    #[must_use]
    pub fn from_record(record: &Record) -> Self {
        let (mut cites, mut mines, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        record.visit(&mut |_: &KeyPath, leaf| match leaf {
            Leaf::Reference(reference) => {
                add(&mut cites, reference);
                reference.mine().into_iter().for_each(|mine| add(&mut mines, mine));
            }
            Leaf::Mine(mine) | Leaf::Party(Party::Mine(mine)) => add(&mut mines, mine),
            Leaf::Number(number) => add(&mut numbers, number),
            _ => {}
        });
        Self {
            on: record.happening().and_then(super::Happening::on),
            cites: cites.into(),
            mines: mines.into(),
            numbers: numbers.into(),
            stops_mine: matches!(record, Record::Order(order) if order.kind.stops_mine()),
        }
    }

    /// Whether it points at a record or at a part of it.
    #[must_use]
    pub fn cites(&self, record: &super::RecordPath) -> bool {
        self.cites.iter().any(|reference| reference.record == *record)
    }
}

fn add<T: PartialEq + Clone>(list: &mut Vec<T>, value: &T) {
    if !list.contains(value) {
        list.push(value.clone());
    }
}
