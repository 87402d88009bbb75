//! What several pages show in the same way.

use maud::{Markup, html};

use crate::desk::at_hand::Desk;
use crate::desk::way::to_do;
use crate::model::RecordPath;
use crate::ops::AmendablePlace;
use crate::report::{Changed, FindingView, Level, Named, PageLine, ProblemView, RelatedRecords};
use crate::text::{Text, clean, clean_lines};
use crate::tr;

/// A record by what people call it, with the way to its page.
pub(in crate::desk) fn record_link(desk: &Desk, record: &Named) -> Markup {
    html! {
        @match record_address(desk, &record.reference) {
            Some(address) => a href=(address) { (desk.say(&record.title)) },
            None => (desk.say(&record.title)),
        }
    }
}

/// The address of a record's page; none of what is not there: of a unit that never told who its people are it is said, and there is no such file.
pub(in crate::desk) fn record_address(desk: &Desk, reference: &str) -> Option<String> {
    // The page of a part is that of its record.
    let whole = reference.split('#').next().filter(|whole| whole.contains('/'))?;
    let path: RecordPath = whole.parse().ok()?;
    desk.source().has(&path.file()).then(|| desk.link(&format!("record/{whole}")))
}

/// Records, a line each.
pub(in crate::desk) fn record_list(desk: &Desk, records: &[Named]) -> Markup {
    html! { ul.plain { @for record in records { li { (record_link(desk, record)) } } } }
}

/// Records of several kinds, each kind under its heading.
pub(in crate::desk) fn by_kind(desk: &Desk, related: &[RelatedRecords]) -> Markup {
    html! {
        @for kind in related {
            @let rest = kind.count.saturating_sub(kind.records.len());
            h3 { (desk.count(&kind.label, kind.count)) }
            (record_list(desk, &kind.records))
            @if rest > 0 { p.faint { (desk.say(&tr!("另有 {rest} 条"; "and {rest} more"))) } }
        }
    }
}

/// What a record says, under the headings of its keys.
pub(in crate::desk) fn entries(desk: &Desk, lines: &[PageLine]) -> Markup {
    let depth = |line: &PageLine| format!("d{}", line.depth.min(3));
    html! {
        dl.record {
            @for line in lines {
                dt class=(depth(line)) { @if line.words.is_empty() { strong { (desk.say(&line.heading)) } } @else { (desk.say(&line.heading)) } }
                dd.text { (clean_lines(line.words.get(desk.lang))) }
            }
        }
    }
}

/// What a draft says, under the headings of its keys.
pub(in crate::desk) fn said_places(desk: &Desk, places: &[AmendablePlace]) -> Markup {
    html! { dl.record { @for place in places { dt { (desk.say(&place.label)) } dd.text { (clean_lines(&place.answer)) } } } }
}

/// What was found, one after the other: what, why, and what to do.
pub(in crate::desk) fn findings<'f>(desk: &Desk, found: impl IntoIterator<Item = &'f FindingView>) -> Markup {
    html! { ul.items { @for one in found { li { (finding(desk, one)) } } } }
}

const fn colour(level: Level) -> &'static str {
    match level {
        Level::Form | Level::Unmet => "red",
        Level::Reminder => "amber",
        Level::Advice => "green",
    }
}

fn finding(desk: &Desk, found: &FindingView) -> Markup {
    html! {
        p {
            strong class=(colour(found.level)) { (desk.say(&found.level.label())) " " (found.code) } " "
            (desk.say(&found.title))
        }
        p {
            @if found.record.reference.contains('/') { (record_link(desk, &found.record)) }
            @if let Some(from) = &found.taken_over_from { (desk.say(&tr!("（承接{from}）"; " (taken over from {from})"))) }
            @if found.record.reference.contains('/') { (desk.fixed("：", ": ")) }
            @if let Some(year) = found.carried_from { (desk.say(&tr!("自 {year} 年结转　"; "carried over from {year}: "))) }
            (desk.say(&found.what))
        }
        @if let (Some(clause), Some(quote)) = (&found.clause, &found.quote) {
            p.faint { (desk.fixed("依据 ", "by ")) (clean(clause)) (desk.fixed("：", ": ")) q { (clean(quote)) } }
        }
        @if let Some(waiver) = &found.waived_by {
            p { (desk.fixed("已有情况说明：", "excused by ")) (record_link(desk, waiver)) }
        } @else {
            p { (desk.fixed("办法 ", "to do: ")) (desk.say(&found.remedy)) }
            (to_do(desk, found.command.as_ref()))
        }
    }
}

/// A key that was written over, with what it said and says.
pub(in crate::desk) fn changed(desk: &Desk, change: &Changed) -> Markup {
    let heading = if change.heading.is_empty() { clean(&change.key) } else { desk.say(&change.heading) };
    let [before, after] = [&change.before, &change.after].map(|words| clean_lines(words.get(desk.lang)));
    html! {
        dt { (heading) }
        dd.text {
            @if !before.is_empty() { del { (before) } " → " }
            @if after.is_empty() { "—" } @else { ins { (after) } }
        }
    }
}

/// What somebody wrote; none where it is nothing.
pub(in crate::desk) fn said(words: &str) -> Option<String> {
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// The year that somebody wrote; none where nobody did.
pub(in crate::desk) fn year(words: &str) -> Result<Option<u16>, Text> {
    let words = words.trim();
    let wrong = || Text::fixed("请写四位数的年份，如 2025", "write a year of four digits, such as 2025");
    let is_year = words.len() == 4 && !words.starts_with('0');
    if words.is_empty() { Ok(None) } else { words.parse().ok().filter(|_| is_year).map(Some).ok_or_else(wrong) }
}

/// That something could not be read, and may be missing from a page.
pub(in crate::desk) fn unread(desk: &Desk, unread: &[ProblemView]) -> Markup {
    let count = unread.len();
    let head = tr!(
        "有 {count} 处内容未能读取，本页不是全部情况";
        "{count} places could not be read: this page is not the whole truth"
    );
    html! {
        @if count > 0 {
            div.refused role="alert" {
                p { (desk.say(&head)) }
                ul.plain { @for problem in unread { li { code { (clean(&problem.file)) } " " (desk.say(&problem.what)) } } }
            }
        }
    }
}

/// Text as a terminal shows it, lines and columns kept; wider than the screen it moves by itself.
pub(in crate::desk) fn as_on_terminal(desk: &Desk, label: &Text, text: &str) -> Markup {
    html! { pre.scroll tabindex="0" role="region" aria-label=(desk.say(label)) { (clean_lines(text)) } }
}

/// A choice among words of which one may be chosen already, with what is shown where nothing is said.
pub(in crate::desk) fn select(desk: &Desk, name: &str, label: &Text, chosen: &str, words: &[(String, Text)]) -> Markup {
    html! {
        div {
            label for=(name) { (desk.say(label)) }
            select id=(name) name=(name) {
                @for (word, label) in words { option value=(word) selected[word == chosen] { (desk.say(label)) } }
            }
        }
    }
}

/// A line to write in.
pub(in crate::desk) fn input(desk: &Desk, name: &str, label: &Text, said: &str) -> Markup {
    html! {
        div {
            label for=(name) { (desk.say(label)) }
            input id=(name) name=(name) value=(said) autocomplete="off";
        }
    }
}
