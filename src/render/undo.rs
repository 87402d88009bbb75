//! A filing that is taken back, or stays.

use super::{RenderOptions, diff};
use crate::ops::{Irretrievable, LawfulWay, UndoView};
use crate::text::{Text, clean, shell_word};
use crate::tr;

/// What will go, as lines that go and lines that come.
#[must_use]
pub fn undo_preview(view: &UndoView, options: RenderOptions) -> String {
    let (commit, message) = (&view.commit[..10], clean(&view.message).into_owned());
    let head = tr!("要撤回的登记：{message}（{commit}）\n"; "to be taken back: {message} ({commit})\n");
    let mut out = head.get(options.lang).to_owned();
    for record in &view.records {
        out.push_str(&diff(&record.file, &record.filed, &record.before, options));
    }
    out
}

/// What was taken back.
#[must_use]
pub fn undone(view: &UndoView, options: RenderOptions) -> String {
    let message = clean(&view.message).into_owned();
    let mut out = tr!("已撤回登记：{message}\n"; "taken back: {message}\n").get(options.lang).to_owned();
    for record in &view.records {
        let file = clean(&record.file).into_owned();
        let line = match (&record.draft, record.before.is_empty()) {
            (Some(draft), _) => {
                let word = shell_word(draft);
                tr!(
                    "  {file} 已撤出，编号不再给别的记录；原文存为草稿 {draft}，改好再登记，不要了用 liandong draft discard {word}\n";
                    "  {file} is gone, and its number is given to nothing else; its text is draft {draft}: mend and file it, or throw it away with liandong draft discard {word}\n"
                )
            }
            (None, true) => tr!("  {file} 已撤出\n"; "  {file} is gone\n"),
            (None, false) => tr!("  {file} 已恢复为上一次登记的样子\n"; "  {file} is as it was filed before\n"),
        };
        out.push_str(line.get(options.lang));
    }
    for note in &view.notes {
        out.extend([note.get(options.lang), "\n"]);
    }
    out
}

/// Why a filing stays, and what is done instead.
#[must_use]
pub fn irretrievable(stays: &Irretrievable, options: RenderOptions) -> String {
    format!("{}\n{}", stays.why.get(options.lang), instead(&stays.instead, options))
}

/// What is done about what went out.
#[must_use]
pub fn instead(ways: &[LawfulWay], options: RenderOptions) -> String {
    let mut out = String::new();
    if !ways.is_empty() {
        out.push_str(Text::fixed("应当这样办：\n", "what is done instead:\n").get(options.lang));
    }
    for way in ways {
        out.extend(["  ", way.what.get(options.lang), "\n      ", &clean(&way.command.to_string()), "\n"]);
    }
    out
}
