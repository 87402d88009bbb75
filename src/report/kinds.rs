//! The kinds of records with their keys, for whoever writes one by hand.

use serde::Serialize;

use crate::model::field::{ChangePolicy, Field, Shape};
use crate::model::{Kind, Nature};
use crate::text::Text;

/// A kind of record.
#[derive(Debug, Clone, Serialize)]
pub struct KindView {
    /// Its name in files and on the command line (`notices`).
    pub name: &'static str,
    /// What people call it.
    pub label: Text,
    /// Where its files lie, as a pattern.
    pub paths: String,
    /// What may become of a record that stands.
    pub nature: Text,
    /// Its keys, in the order of the file; what lies in a table comes after the table.
    pub keys: Vec<FieldView>,
}

/// A key of a record, or of a table within it.
#[derive(Debug, Clone, Serialize)]
pub struct FieldView {
    /// The key with what it lies in: `to[].why`.
    pub path: String,
    /// What people call it.
    pub heading: Text,
    /// What stands there.
    pub expected: Text,
    /// What else holds of it: whether it must be there, may come later, or is kept from others.
    pub notes: Vec<Text>,
}

/// Every kind, those of the mechanism first.
#[must_use]
pub fn kinds() -> Vec<KindView> {
    let view = |kind: &Kind| {
        let mut keys = Vec::new();
        collect("", kind.fields(), &mut keys);
        KindView { name: kind.folder(), label: kind.label(), paths: kind.paths(), nature: nature(*kind), keys }
    };
    Kind::ALL.iter().map(view).collect()
}

fn nature(kind: Kind) -> Text {
    match kind.nature() {
        Nature::Frozen => Text::fixed(
            "印发以前可以改；印发以后不能改，注明可补填、可添加的除外",
            "may change until it is issued; then it stays, but for what may be filled or grow later",
        ),
        Nature::Monotone => Text::fixed(
            "填过的不能改，空着的可以补填，列表只能添加",
            "what is filled stays, what is empty may be filled, lists only grow",
        ),
        Nature::Free => Text::fixed("可随时改，历史里留有原样", "may change at any time; history keeps what was"),
    }
}

fn collect(above: &str, fields: &[Field], keys: &mut Vec<FieldView>) {
    for field in fields {
        let path = format!("{above}{}", field.key);
        let within = if matches!(field.shape, Shape::List(_)) { "[]." } else { "." };
        let below = format!("{path}{within}");
        keys.push(FieldView { path, heading: field.heading(), expected: field.shape.expected(), notes: notes(field) });
        collect(&below, field.shape.keys(), keys);
    }
}

fn notes(field: &Field) -> Vec<Text> {
    let required = field.required.then_some(Text::fixed("必填", "required"));
    let change = match field.change {
        ChangePolicy::AsKind => None,
        ChangePolicy::Fills => Some(Text::fixed("以后可补填一次", "may be filled later, once")),
        ChangePolicy::Grows => Some(Text::fixed("以后可添加", "may grow later")),
        ChangePolicy::Free => Some(Text::fixed("可随时改", "may change at any time")),
    };
    let sealed = field.sealed.then_some(Text::fixed("内部记录的不对外", "kept from others where the record is internal"));
    [required, change, sealed].into_iter().flatten().collect()
}
