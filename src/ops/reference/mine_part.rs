//! Mines by a part of their names.

use crate::model::{Mechanism, MineId};

/// The only open mine of whose name some words are a part, where none is called just so.
pub(in crate::ops) fn mine_by_part<'a>(given: &str, mechanism: &'a Mechanism) -> Option<&'a MineId> {
    let given = given.trim();
    let is_name = given.is_empty() || !mechanism.mines_called(given).is_empty();
    <[&MineId; 1]>::try_from(if is_name { Vec::new() } else { mines_holding(given, mechanism) }).ok().map(|[mine]| mine)
}

/// The open mines whose names hold some words.
pub(in crate::ops) fn mines_holding<'a>(given: &str, mechanism: &'a Mechanism) -> Vec<&'a MineId> {
    let open = mechanism.mines.iter().filter(|(_, mine)| mine.closed.is_none());
    open.filter(|(_, mine)| mine.name.as_str().contains(given)).map(|(id, _)| id).collect()
}
