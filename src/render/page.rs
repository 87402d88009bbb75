//! `show` for people.

use std::fmt::Write as _;

use super::RenderOptions;
use super::check::finding;
use crate::report::{PersonPage, PersonPost, RecordPage, RelatedRecords};
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

/// What else there is about a mine or of a unit.
fn related(out: &mut String, page: &RecordPage, options: RenderOptions) {
    if page.related.is_empty() {
        return;
    }
    let head = if page.record.reference.starts_with("units/") {
        Text::fixed("本单位登记的（按类别）", "What it filed, by kind")
    } else {
        Text::fixed("一企一档（按类别）", "What there is, by kind")
    };
    let _ = writeln!(out, "\n{}", options.bold(head.get(options.lang)));
    by_kind(out, &page.related, options);
}

/// Records, a line each kind.
fn by_kind(out: &mut String, related: &[RelatedRecords], options: RenderOptions) {
    let join = Text::fixed("、", ", ");
    for kind in related {
        let names: Vec<_> = kind.records.iter().take(NAMED).map(|named| clean(named.title.get(options.lang))).collect();
        let (label, count, rest) = (kind.label.get(options.lang), kind.count, kind.count.saturating_sub(names.len()));
        let more = tr!("，另有 {rest} 条"; " and {rest} more");
        let more = if rest > 0 { more.get(options.lang) } else { "" };
        let _ = writeln!(out, "  {label} {count}  {}{more}", options.dim(&names.join(join.get(options.lang))));
    }
}

/// A person with the posts that are filed and the records that name them.
#[must_use]
pub fn person(page: &PersonPage, options: RenderOptions) -> String {
    let mut out = format!("{}\n", options.bold(&clean(&page.name)));
    for PersonPost { unit, what, phone, since, until } in &page.posts {
        let (unit, zh, en) = (clean(unit), what.zh(), what.en());
        let term = match until {
            Some(until) => tr!("{unit} {zh}，{since} 至 {until}"; "{unit} {en}, {since} to {until}"),
            None => tr!("{unit} {zh}，自 {since} 起"; "{unit} {en}, since {since}"),
        };
        let phone = phone.as_deref().map(|phone| format!("  {}", clean(phone))).unwrap_or_default();
        let _ = writeln!(out, "  {}{phone}", term.get(options.lang));
    }
    if !page.related.is_empty() {
        let head = Text::fixed("记有其姓名的（按类别）", "Records that name them, by kind");
        let _ = writeln!(out, "\n{}", options.bold(head.get(options.lang)));
        by_kind(&mut out, &page.related, options);
    }
    out
}
