//! `show` for people.

use std::fmt::Write as _;

use super::RenderOptions;
use super::check::finding;
use crate::report::RecordPage;
use crate::text::{Lang, Text, clean, clean_lines};

/// A record with its keys under their headings, what points at it, and what was found.
#[must_use]
pub fn page(page: &RecordPage, look: RenderOptions) -> String {
    let mut out = String::new();
    let title = clean(page.record.title.get(look.lang));
    let _ = writeln!(out, "{}  {}", look.bold(&title), look.dim(&clean(&page.file)));
    let separator = match look.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    for entry in &page.entries {
        let indent = "  ".repeat(entry.depth + 1);
        let head = entry.heading.get(look.lang);
        if entry.words.is_empty() {
            let _ = writeln!(out, "{indent}{}", look.bold(head));
            continue;
        }
        let words = clean_lines(entry.words.get(look.lang)).replace('\n', &format!("\n{indent}  "));
        let _ = writeln!(out, "{indent}{}{separator}{words}", look.dim(head));
    }
    if !page.pointed_at_by.is_empty() {
        let head = Text::fixed("被引用", "Referred to by");
        let _ = writeln!(out, "\n{}", look.bold(head.get(look.lang)));
        for other in &page.pointed_at_by {
            let _ = writeln!(out, "  {}  {}", clean(other.title.get(look.lang)), look.dim(&clean(&other.reference)));
        }
    }
    if !page.findings.is_empty() {
        let _ = writeln!(out, "\n{}", look.bold(Text::fixed("检查发现", "Found").get(look.lang)));
        for found in &page.findings {
            finding(&mut out, found, look);
        }
    }
    out
}
