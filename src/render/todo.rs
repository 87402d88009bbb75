//! What waits, by how much it presses: at most a screen of it, each with its number and the command that does it.

use anstyle::AnsiColor;

use super::RenderOptions;
use crate::ops::TodoOutcome;
use crate::report::{TodoGroup, TodoItem};
use crate::text::{Text, clean};
use crate::tr;

/// How many of one urgency are shown; the others are counted.
const SHOWN: usize = 5;

/// What waits for a unit, or for all; with `full`, all of it.
#[must_use]
pub fn todo(outcome: &TodoOutcome, full: bool, options: RenderOptions) -> String {
    let most = if full { usize::MAX } else { SHOWN };
    let day = outcome.as_of;
    let whose = match &outcome.unit {
        Some(unit) => {
            let unit = clean(unit).into_owned();
            tr!("{unit}的待办（{day}）"; "what waits for {unit} ({day})")
        }
        None => tr!("各单位的待办（{day}）"; "what waits for all ({day})"),
    };
    let mut out = format!("{}\n", options.bold(whose.get(options.lang)));
    if outcome.items.is_empty() {
        out.push_str(Text::fixed("没有待办\n", "nothing waits\n").get(options.lang));
    }
    let mut number = 0;
    for items in outcome.items.chunk_by(|one, other| one.urgency == other.urgency) {
        let urgency = items[0].urgency;
        let count = items.len();
        let head = format!("{} {count}", urgency.label().get(options.lang));
        out.extend(["\n", &options.paint(color(urgency), &head), "\n"]);
        for (at, item) in items.iter().enumerate().take(most) {
            out.push_str(&line(item, number + at + 1, outcome.unit.is_none(), options));
        }
        number += count;
        if count > most {
            let rest = count - most;
            let more = tr!("  另有 {rest} 项，加 --full 全部列出\n"; "  and {rest} more, which --full lists\n");
            out.push_str(more.get(options.lang));
        }
    }
    out
}

const fn color(urgency: TodoGroup) -> AnsiColor {
    match urgency {
        TodoGroup::Unmet | TodoGroup::Incorrect => AnsiColor::Red,
        TodoGroup::Reminded | TodoGroup::Unsigned | TodoGroup::Uncosigned | TodoGroup::Near => AnsiColor::Yellow,
        TodoGroup::Advised | TodoGroup::Running | TodoGroup::Local => AnsiColor::Green,
    }
}

/// One thing that waits, by its number.
#[must_use]
pub fn todo_item(item: &TodoItem, number: usize, options: RenderOptions) -> String {
    line(item, number, false, options)
}

fn line(item: &TodoItem, number: usize, of_all: bool, options: RenderOptions) -> String {
    let mut words = Vec::new();
    if of_all && !item.units.is_empty() {
        words.push(item.units.iter().map(|unit| clean(unit).into_owned()).collect::<Vec<_>>().join("、"));
    }
    words.extend(item.record.as_ref().map(|record| clean(record.title.get(options.lang)).into_owned()));
    words.push(clean(item.what.on_terminal().get(options.lang)).into_owned());
    let term = match (item.since, item.until) {
        (_, Some(until)) => tr!("至 {until}"; "until {until}"),
        (Some(since), None) => tr!("自 {since}"; "since {since}"),
        (None, None) => Text::default(),
    };
    words.extend(Some(term.get(options.lang).to_owned()).filter(|term| !term.is_empty()));
    words.extend(item.clause.as_deref().map(|clause| clean(clause).into_owned()));
    let command = item.command.as_ref().map(|command| format!("      {}\n", options.dim(&clean(&command.to_string()))));
    format!("{number:>3} {}\n{}", words.join(" · "), command.unwrap_or_default())
}
