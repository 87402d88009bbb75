//! What was entered on behalf of a unit, as a table.

use super::RenderOptions;
use super::table::lines;
use crate::report::EntryView;
use crate::text::{Text, clean};
use crate::tr;

/// One line a record, and how many there are.
#[must_use]
pub fn entries(entries: &[EntryView], options: RenderOptions) -> String {
    let count = entries.len();
    let heads = [
        Text::fixed("记录", "record"),
        Text::fixed("日期", "on"),
        Text::fixed("代录单位", "entered by"),
        Text::fixed("代录依据", "source"),
    ];
    let heads = heads.iter().map(|head| options.bold(head.get(options.lang))).collect();
    let row = |entry: &EntryView| {
        vec![
            clean(entry.record.title.get(options.lang)).into_owned(),
            entry.on.map(|on| on.to_string()).unwrap_or_default(),
            clean(&entry.entered_by).into_owned(),
            clean(entry.source.as_deref().unwrap_or_default()).into_owned(),
        ]
    };
    let mut out = if count > 0 { lines(heads, entries.iter().map(row), options) } else { String::new() };
    out.push_str(tr!("待确认的代录记录 {count} 条\n"; "to be confirmed: {count}\n").get(options.lang));
    if count > 0 {
        let next = Text::fixed(
            "确认：liandong confirm 记录，或 confirm --all\n",
            "to confirm: liandong confirm RECORD, or confirm --all\n",
        );
        out.push_str(next.get(options.lang));
    }
    out
}
