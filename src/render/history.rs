//! The filings that touched a record, and what a stretch of time brought by unit.

use crate::ops::{DiffView, HistoryStep, RecordHistory, SignerView, UnitChanges};
use crate::report::{Changed, Named};
use crate::text::{Lang, Text, clean, clip};
use crate::tr;

/// How wide a value is shown.
const VALUE: usize = 60;

/// What became of a record, oldest first.
#[must_use]
pub fn history(history: &RecordHistory, lang: Lang) -> String {
    let mut out = format!("{}\n", history.record.title.get(lang));
    for HistoryStep { commit, at, by, signed, title, path, changes } in &history.steps {
        let short = &commit[..10];
        let by = author(by, signed.as_ref(), lang);
        out.extend(["\n", at, "  ", &by, "  ", title, "（", short, "）\n"]);
        if *path != history.record.reference {
            out.push_str(tr!("  当时编号 {path}\n"; "  then {path}\n").get(lang));
        }
        out.extend(changes.iter().map(|change| changed(change, lang)));
    }
    if !history.related.is_empty() {
        out.push_str(Text::fixed("\n相关的更正、撤回：\n", "\ncorrections and withdrawals:\n").get(lang));
        for named in &history.related {
            out.extend(["  ", named.title.get(lang), "（", &named.reference, "）\n"]);
        }
    }
    out
}

/// Whose key signed, and whom the commit names where that is somebody else: a name is whoever's who writes it.
fn author(named: &str, signed: Option<&SignerView>, lang: Lang) -> String {
    match signed {
        None => named.to_owned(),
        Some(SignerView { by, is_author: true }) => by.get(lang).to_owned(),
        Some(SignerView { by, is_author: false }) => {
            let (zh, en) = (by.zh(), by.en());
            tr!("{zh}（署名 {named}）"; "{en} (in the name of {named})").get(lang).to_owned()
        }
    }
}

/// One key that says something else than before.
fn changed(Changed { key, heading, before, after }: &Changed, lang: Lang) -> String {
    let heading = if heading.is_empty() { key } else { heading.get(lang) };
    let show = |text: &Text| clip(&clean(text.get(lang)), VALUE);
    match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("  {heading}：{}\n", show(after)),
        (false, true) => format!("  {heading}：{} → —\n", show(before)),
        (false, false) => format!("  {heading}：{} → {}\n", show(before), show(after)),
    }
}

/// What each unit filed and changed.
#[must_use]
pub fn difference(view: &DiffView, lang: Lang) -> String {
    if view.incoming.units.is_empty() {
        return Text::fixed("没有变化\n", "nothing changed\n").get(lang).to_owned();
    }
    view.incoming.units.iter().map(|unit| of_unit(unit, lang)).collect()
}

fn of_unit(unit: &UnitChanges, lang: Lang) -> String {
    let mut out = format!("{}\n", unit.unit);
    let mut list = |label: Text, named: &[Named]| {
        for one in named {
            out.extend(["  ", label.get(lang), " ", one.title.get(lang), "（", &one.reference, "）\n"]);
        }
    };
    list(Text::fixed("新", "new"), &unit.new);
    list(Text::fixed("改", "changed"), &unit.changed);
    out
}
