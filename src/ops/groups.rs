//! Words that name several units at once, where several may be named.

use crate::model::{Day, Mechanism, UnitId};
use crate::text::Text;

/// The words, and what they are called.
pub(super) const GROUPS: &[(&str, Text)] = &[
    ("成员单位", Text::fixed("成员单位（除本单位外全部）", "every member but one's own unit (成员单位)")),
    ("全部", Text::fixed("全部（成员单位和办公室，除本单位外）", "every member and the office, but one's own unit (全部)")),
];

/// The short names of the units for which a word stands; none where it stands for itself.
pub(super) fn group(word: &str, owner: &UnitId, mechanism: &Mechanism, today: Day) -> Option<Vec<String>> {
    let is_all = match word.trim() {
        "成员单位" | "各成员单位" | "全部成员单位" | "members" => false,
        "全部" | "全体" | "all" => true,
        _ => return None,
    };
    let mut units: Vec<&UnitId> = mechanism.members(today);
    if is_all && !units.contains(&mechanism.office()) {
        units.push(mechanism.office());
    }
    Some(units.into_iter().filter(|unit| *unit != owner).map(|unit| mechanism.short(unit).to_owned()).collect())
}
