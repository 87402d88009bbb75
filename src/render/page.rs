//! `show` for people.

use std::fmt::Write as _;

use super::RenderOptions;
use super::check::finding;
use crate::report::RecordPage;
use crate::text::{Lang, Text, clean, clean_lines};
use crate::tr;

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
    related(&mut out, page, options);
    if !page.findings.is_empty() {
        let _ = writeln!(out, "\n{}", options.bold(Text::fixed("检查发现", "Found").get(options.lang)));
        for found in &page.findings {
            finding(&mut out, found, options);
        }
    }
    out
}

/// How many records of a kind are named; the others are counted.
const NAMED: usize = 8;

/// What else there is about a mine or of a unit, a line each kind.
fn related(out: &mut String, page: &RecordPage, options: RenderOptions) {
    if page.related.is_empty() {
        return;
    }
    let (head, join) = (Text::fixed("一企一档（按类别）", "What there is, by kind"), Text::fixed("、", ", "));
    let head = if page.record.reference.starts_with("units/") {
        Text::fixed("本单位登记的（按类别）", "What it filed, by kind")
    } else {
        head
    };
    let _ = writeln!(out, "\n{}", options.bold(head.get(options.lang)));
    for kind in &page.related {
        let names: Vec<_> = kind.records.iter().take(NAMED).map(|named| clean(named.title.get(options.lang))).collect();
        let (label, count, rest) = (kind.label.get(options.lang), kind.count, kind.count.saturating_sub(names.len()));
        let more = tr!("，另有 {rest} 条"; " and {rest} more");
        let more = if rest > 0 { more.get(options.lang) } else { "" };
        let _ = writeln!(out, "  {label} {count}  {}{more}", options.dim(&names.join(join.get(options.lang))));
    }
}
