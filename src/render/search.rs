//! What was found, a record a paragraph: its name, and where the words stand.

use super::RenderOptions;
use crate::ops::SearchOutcome;
use crate::report::{FoundRecord, SearchHit};
use crate::text::{Text, clean, english_count};
use crate::tr;

/// What was found, at most so many records of it.
#[must_use]
pub fn search(outcome: &SearchOutcome, most: usize, options: RenderOptions) -> String {
    let lang = options.lang;
    let mut out = String::new();
    for found in outcome.records.iter().take(most) {
        out.push_str(&record(found, options));
    }
    let count = outcome.records.len();
    let records = english_count(count, "record");
    let total = if count > most {
        tr!("共 {count} 条，列出前 {most} 条；加词缩小范围，或用 --limit\n"; "{records}, of which the first {most} are shown; add words, or use --limit\n")
    } else {
        tr!("共 {count} 条\n"; "{records}\n")
    };
    out.push_str(total.get(lang));
    if !outcome.drafts.is_empty() {
        out.push_str(Text::fixed("草稿（没有登记）：\n", "drafts, which are not filed:\n").get(lang));
    }
    for draft in &outcome.drafts {
        out.extend(["  ", &clean(&draft.draft), "\n"]);
        for line in &draft.lines {
            out.extend(["      ", clean(line.trim()).as_ref(), "\n"]);
        }
    }
    out
}

fn record(found: &FoundRecord, options: RenderOptions) -> String {
    let name = clean(found.record.title.get(options.lang)).into_owned();
    let on = found.on.map(|on| format!("  {on}")).unwrap_or_default();
    let mut out = format!("{}{on}  {}\n", options.bold(&name), options.dim(&clean(&found.record.reference)));
    for hit in &found.hits {
        out.push_str(&line(hit, options));
    }
    out
}

fn line(hit: &SearchHit, options: RenderOptions) -> String {
    let [before, word, after] = &hit.around;
    let field = clean(hit.field.get(options.lang)).into_owned();
    format!("  {field}：{}{}{}\n", clean(before), options.bold(&clean(word)), clean(after))
}
