//! In a few words what a record or a draft is about, for a list from which one is chosen.

use toml::Table;

use crate::text::clean;

/// In a few words what a record is about.
pub(super) fn gist(table: &Table) -> String {
    const TELLING: &[&str] = &["title", "description", "project", "question", "text", "planned", "held", "from", "kind"];
    const LONGEST: usize = 24;
    let said = TELLING.iter().find_map(|key| table.get(*key));
    let words = said.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).unwrap_or_default();
    let line = clean(words.lines().next().unwrap_or_default());
    if line.chars().count() <= LONGEST {
        return line.into_owned();
    }
    // That it goes on is seen.
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
