//! What a record holds, as people say it.

use super::named::Named;
use crate::model::{Actor, Content, Leaf, Mechanism, Party};
use crate::text::Text;
use crate::tr;

/// What stands behind a key: a list of values one after the other, of tables only how many there are.
pub(super) fn display(content: &Content<'_>, mechanism: &Mechanism) -> Text {
    match content {
        Content::Leaf(leaf) => display_leaf(*leaf, mechanism),
        Content::Table(_) => Text::fixed("有", "yes"),
        Content::List(items) if content.tables().is_some() => {
            let count = items.len();
            tr!("{count} 项"; "{count}")
        }
        Content::List(items) => {
            let items: Vec<Text> = items.iter().map(|item| display(item, mechanism)).collect();
            Text::join(&items, "、", ", ")
        }
    }
}

/// A word by its label, a unit, body or mine by its name, another record by its number, a moment to the minute, a term in words; anything
/// else as it stands.
pub(super) fn display_leaf(leaf: Leaf<'_>, mechanism: &Mechanism) -> Text {
    match leaf {
        Leaf::Flag(is) => Text::yes_or_no(is),
        Leaf::Listed(list, item) => Text::same(mechanism.shown_item(list, item)),
        Leaf::Word(word) => word.label(),
        Leaf::Reference(reference) => Named::from_reference(reference, mechanism).title,
        Leaf::Moment(moment) => Text::same(moment.to_minute()),
        Leaf::Mine(mine) => Text::same(mechanism.mine_name(mine)),
        Leaf::Unit(unit) | Leaf::Actor(Actor::Unit(unit)) => party(&unit.clone().into(), mechanism),
        Leaf::Body(body) => party(&Party::Body(body.clone()), mechanism),
        Leaf::Party(named) => party(named, mechanism),
        Leaf::Setting(value) => value.label(),
        leaf => Text::same(leaf.to_string()),
    }
}

/// The name of a unit, a body or a mine, where the register has it.
fn party(party: &Party, mechanism: &Mechanism) -> Text {
    if mechanism.knows(party) { Text::same(mechanism.party(party)) } else { Text::same(party.to_string()) }
}
