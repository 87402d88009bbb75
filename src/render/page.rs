//! `show` for people.

use std::fmt::Write as _;

use super::RenderOptions;
use super::check::finding;
use crate::report::RecordPage;
use crate::text::{Lang, Text, clean, clean_lines};

/// A record with its keys under their headings, what points at it, and what was found.
#[must_use]
pub fn page(page: &RecordPage, options: RenderOptions) -> String {
    let mut out = String::new();
    let title = clean(page.record.title.get(options.lang));
    let _ = writeln!(out, "{}  {}", options.bold(&title), options.dim(&clean(&page.file)));
    let separator = match options.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    for entry in &page.entries {
        let indent = "  ".repeat(entry.depth + 1);
        let head = entry.heading.get(options.lang);
        if entry.words.is_empty() {
            let _ = writeln!(out, "{indent}{}", options.bold(head));
            continue;
        }
        let words = clean_lines(entry.words.get(options.lang)).replace('\n', &format!("\n{indent}  "));
        let _ = writeln!(out, "{indent}{}{separator}{words}", options.dim(head));
    }
    if !page.pointed_at_by.is_empty() {
        let head = Text::fixed("被引用", "Referred to by");
        let _ = writeln!(out, "\n{}", options.bold(head.get(options.lang)));
        for other in &page.pointed_at_by {
            let _ = writeln!(out, "  {}  {}", clean(other.title.get(options.lang)), options.dim(&clean(&other.reference)));
        }
    }
    if !page.findings.is_empty() {
        let _ = writeln!(out, "\n{}", options.bold(Text::fixed("检查发现", "Found").get(options.lang)));
        for found in &page.findings {
            finding(&mut out, found, options);
        }
    }
    out
}
