//! What a filing changes in a file, as lines that go and lines that come.

use std::fmt::Write as _;

use anstyle::AnsiColor;
use similar::{ChangeTag, TextDiff};

use super::RenderOptions;
use crate::text::clean;

/// The lines of a file that go and come, with a few around them.
#[must_use]
pub fn diff(file: &str, before: &str, after: &str, options: RenderOptions) -> String {
    let mut out = format!("{}\n", options.bold(&clean(file)));
    let lines = TextDiff::from_lines(before, after);
    for group in lines.grouped_ops(3) {
        for change in group.iter().flat_map(|op| lines.iter_changes(op)) {
            let line = clean(change.value().trim_end_matches('\n'));
            let _ = match change.tag() {
                ChangeTag::Delete => writeln!(out, "{}", options.paint(AnsiColor::Red, &format!("- {line}"))),
                ChangeTag::Insert => writeln!(out, "{}", options.paint(AnsiColor::Green, &format!("+ {line}"))),
                ChangeTag::Equal => writeln!(out, "  {line}"),
            };
        }
    }
    out
}
