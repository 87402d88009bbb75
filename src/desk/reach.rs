//! How far the desk goes: which of its pages do what each command does. What no page does stays on the terminal, and is said to.

use super::frame::{
    AMEND, ATTACH, CALENDAR, CHECK, DEADLINES, IMPORT, LEDGER, MINES, NEW, PAPER, RECORD, RECORDS, REPORT, SEARCH, SHARE, TODO,
    UNDO,
};

/// Every command of the program but those that file one kind of record, all of which have their forms (`NEW`), and the pages that do
/// what it does.
pub const REACH: &[(&str, &[&str])] = &[
    ("import", &[IMPORT]),
    ("amend", &[AMEND]),
    ("undo", &[UNDO]),
    ("edit", &[]),
    ("commit", &[]),
    ("attach", &[ATTACH]),
    ("confirm", &[NEW]),
    ("fmt", &[]),
    ("draft", &[TODO, RECORD]),
    ("check", &[CHECK]),
    ("verify", &[]),
    ("todo", &[TODO]),
    ("desk", &[TODO]),
    ("list", &[RECORDS, MINES]),
    ("search", &[SEARCH]),
    ("show", &[RECORD]),
    ("answers", &[RECORD]),
    ("deadlines", &[DEADLINES, CALENDAR]),
    ("history", &[RECORD]),
    ("diff", &[]),
    ("report", &[REPORT]),
    ("paper", &[PAPER]),
    ("ledger", &[LEDGER]),
    ("handover", &[]),
    #[cfg(feature = "lake")]
    ("export", &[]),
    #[cfg(feature = "lake")]
    ("rollup", &[]),
    ("explain", &[]),
    ("rules", &[]),
    ("clause", &[]),
    ("duty", &[]),
    ("schema", &[]),
    ("share", &[]),
    ("clone", &[]),
    ("join", &[]),
    ("sync", &[SHARE]),
    ("resolve", &[]),
    ("renumber", &[]),
    ("pack", &[]),
    ("receive", &[]),
    ("key", &[]),
    ("trust", &[]),
    ("hook", &[]),
    ("init", &[]),
    ("settings", &[]),
    ("upgrade", &[]),
    ("whoami", &[SHARE]),
    ("doctor", &[SHARE]),
    ("completions", &[]),
    ("man", &[]),
];

/// The commands that no page does.
pub fn on_terminal() -> impl Iterator<Item = &'static str> {
    REACH.iter().filter(|(_, pages)| pages.is_empty()).map(|(name, _)| *name)
}
