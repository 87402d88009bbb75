//! In what order records are listed: by keys, `rectification.due,-found`; a minus turns one round.

use std::cmp::Ordering;

use super::column::ListColumn;
use crate::model::field::Field;
use crate::model::{Content, Leaf, Mechanism};
use crate::report::display::display_leaf;
use crate::text::Text;

/// By what is sorted: the first key counts most.
#[derive(Debug, Clone, Default)]
pub(super) struct SortOrder(Vec<(ListColumn, bool)>);

/// A value as it is compared. What is absent comes last, whichever way round.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortRank {
    Number(u32),
    Words(String),
}

impl SortOrder {
    /// Reads one as it is typed.
    pub(super) fn read(given: &str, of: &Text, fields: &'static [Field]) -> Result<Self, Text> {
        let keys = given.split([',', '，']).map(str::trim).filter(|key| !key.is_empty());
        let column = |key: &str| match key.strip_prefix('-') {
            Some(key) => Ok((ListColumn::named(key, of, fields)?, true)),
            None => Ok((ListColumn::named(key, of, fields)?, false)),
        };
        Ok(Self(keys.map(column).collect::<Result<_, Text>>()?))
    }

    pub(super) fn is_natural(&self) -> bool {
        self.0.is_empty()
    }

    /// By what a record is compared.
    pub(super) fn ranks(&self, record: &Content<'_>, mechanism: &Mechanism) -> Vec<Option<SortRank>> {
        let rank = |leaf: Leaf<'_>| match leaf {
            Leaf::Count(count) => SortRank::Number(count),
            Leaf::Listed(_, item) => SortRank::Number(item.into()),
            // A day as it stands in files sorts as it is.
            Leaf::Day(_) | Leaf::Moment(_) | Leaf::Period(_) => SortRank::Words(leaf.to_string()),
            leaf => SortRank::Words(display_leaf(leaf, mechanism).zh().to_owned()),
        };
        self.0.iter().map(|(column, _)| column.leaves(record).into_iter().next().map(rank)).collect()
    }

    pub(super) fn compare(&self, one: &[Option<SortRank>], other: &[Option<SortRank>]) -> Ordering {
        let by_key = self.0.iter().zip(one.iter().zip(other)).map(|((_, turned), ranks)| match ranks {
            (Some(one), Some(other)) if *turned => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        by_key.fold(Ordering::Equal, Ordering::then)
    }
}
