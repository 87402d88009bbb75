//! JSON for other programs: pretty for one value, a value a line for many.

use serde::Serialize;

/// One value, indented, with a line break at the end.
#[must_use]
pub fn json<T: Serialize>(value: &T) -> String {
    // A report is made of strings, numbers and lists: there is nothing that JSON could not hold.
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// A value a line (JSON Lines).
#[must_use]
pub fn lines<T: Serialize>(values: &[T]) -> String {
    values.iter().filter_map(|value| serde_json::to_string(value).ok()).map(|line| line + "\n").collect()
}
