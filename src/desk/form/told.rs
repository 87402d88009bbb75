//! What an operation says of a filing, as part of a page: the record as it will read, what it says to `check`, why it cannot be filed, what comes
//! next.

use maud::{Markup, html};

use super::notes::PageNotes;
use crate::desk::at_hand::Desk;
use crate::desk::frame::CHECK;
use crate::desk::pages::parts::{self, record_link};
use crate::desk::way::{said, said_of};
use crate::model::RecordPath;
use crate::ops::{FilingOutcome, Receipt, ReceiptRecord, Refusal};
use crate::render::RenderOptions;
use crate::report::{Changed, FindingView, RecordPage};
use crate::text::{Telling, Text};
use crate::tr;

/// Why a form does nothing that this desk does not know.
pub(super) const TOO_OLD: Text = Text::fixed(
    "这一页太旧了，没有登记；所填都还在，请再预览一次",
    "this page is too old, and nothing was filed; what was typed is all here: look at the preview once more",
);

/// Why a form does nothing whose work began, and of which no end is known.
pub(super) const BROKE_OFF: Text = Text::fixed(
    "上一次登记到一半中断了；请先在“记录”里看它是不是已经登记，没有的再预览、登记",
    "the last filing broke off; see under records first whether it was filed, and only then file it again",
);

/// So many records of a receipt are named one by one.
const NAMED: usize = 20;

/// How words of the terminal are said on a page.
pub(super) fn words(desk: &Desk) -> RenderOptions {
    RenderOptions { lang: desk.lang, ..RenderOptions::default() }
}

/// Words of the terminal, line for line.
pub(super) fn lines(words: &str) -> Markup {
    html! { @if !words.trim().is_empty() { div.text { (words.trim_end()) } } }
}

/// What was written over, taken out and added, under the headings of the keys.
pub(super) fn changes(desk: &Desk, changes: &[Changed]) -> Markup {
    html! { @if !changes.is_empty() { dl.record { @for one in changes { (parts::changed(desk, one)) } } } }
}

/// Records as they will read, with what they say to `check`, what was taken where nothing was said, and what is left to `check`.
pub(super) fn proposal(desk: &Desk, receipt: &Receipt) -> Markup {
    html! {
        @for record in &receipt.records {
            @if let Some(page) = &record.page { (entries(desk, page)) }
            @if gets_number(record) {
                p.help { (desk.fixed(
                    "编号登记时才给定：这里写的是现在的下一个号，登记前别写到文书上。",
                    "the number is given when it is filed: this is the next one as things stand, and not yet to be written on any paper.",
                )) }
            }
            @if !record.findings.is_empty() {
                h3 { (desk.fixed("登记后检查会指出", "what check will say of it")) }
                // What mends it is done to the record once that is there.
                @let found: Vec<FindingView> = record.findings.iter().map(|found| FindingView { command: None, ..found.clone() }).collect();
                (parts::findings(desk, &found))
            }
        }
        (taken(desk, receipt))
        (waiting(desk, receipt))
        @for note in &receipt.notes { p.note { (desk.say(note)) } }
    }
}

/// Whether a record is one that is given its number by the filing.
fn gets_number(record: &ReceiptRecord) -> bool {
    let is_new = record.texts.as_ref().is_some_and(|[before, _]| before.is_empty());
    is_new && record.record.reference.parse::<RecordPath>().is_ok_and(|path| path.kind().is_happening())
}

fn taken(desk: &Desk, receipt: &Receipt) -> Markup {
    html! {
        @if !receipt.taken.is_empty() {
            p.note {
                (desk.fixed("没有写、自动填入的：", "not said, and filled in: "))
                (desk.say(&Text::join(&receipt.taken, "、", ", ")))
            }
        }
    }
}

/// Which rules are left to `check`.
fn waiting(desk: &Desk, receipt: &Receipt) -> Markup {
    let codes: Vec<&str> = receipt.waiting.iter().map(|rule| rule.code).collect();
    html! {
        @if !codes.is_empty() {
            p.faint {
                (desk.fixed("须对照全部台账才能判断的规则，见", "rules that need the whole register are for the page "))
                a href=(desk.link(CHECK)) { (desk.fixed("检查", "check")) }
                (desk.fixed("：", ": ")) (codes.join(desk.fixed("、", ", ")))
            }
        }
    }
}

/// What was filed, what was found about it, and what usually comes next.
pub(super) fn receipt(desk: &Desk, receipt: &Receipt) -> Markup {
    let more = receipt.records.len().saturating_sub(NAMED);
    let about = match &receipt.records[..] {
        [one] => Some(one.record.reference.as_str()),
        _ => None,
    };
    html! {
        div.done role="status" {
            @for record in receipt.records.iter().take(NAMED) {
                p { (desk.fixed("已登记 ", "filed ")) (record_link(desk, &record.record)) }
                @if record.known > 0 {
                    @let known = record.known;
                    p.faint { (desk.say(&tr!("另有原有的 {known} 项未了，见该记录"; "{known} more stood before; see the record"))) }
                }
            }
            @if more > 0 { p { (desk.say(&tr!("另有 {more} 份记录已登记"; "{more} more were filed"))) } }
            @if receipt.next.is_for_pages() {
                p { strong { (desk.fixed("下一步：", "next: ")) } (said_of(desk, &receipt.next, about)) }
            }
        }
        (parts::findings(desk, receipt.records.iter().take(NAMED).flat_map(|record| &record.findings)))
        (taken(desk, receipt))
        (waiting(desk, receipt))
        @for note in &receipt.notes { p.note { (desk.say(note)) } }
    }
}

/// A record under its headings.
pub(super) fn entries(desk: &Desk, page: &RecordPage) -> Markup {
    html! { h2 { (desk.say(&page.record.title)) } (parts::entries(desk, &page.entries)) }
}

/// What stands against a form, one below the other.
pub(super) fn faults(desk: &Desk, notes: &PageNotes) -> Markup {
    html! {
        @if let Some(told) = &notes.told { (told) }
        @if !notes.wrong.is_empty() {
            div.refused role="alert" {
                p { (desk.fixed("还不能登记，请先改正：", "it cannot be filed yet; mend this first:")) }
                ul.plain { @for why in &notes.wrong { li.text { (said(desk, why)) } } }
            }
        }
    }
}

/// Why something was not filed, with the key at which it lies, where that is known; the key as the record has it.
pub(super) fn reasons(refusal: &Refusal) -> Vec<(String, Telling)> {
    let problems = refusal.problems.iter().map(|problem| {
        let line = problem.excerpt.as_ref().map(|(line, ..)| line.as_str()).unwrap_or_default();
        let key = line.split_once('=').map(|(key, _)| key.trim().to_owned()).unwrap_or_default();
        let parts: Vec<&Text> = [&problem.what, &problem.help].into_iter().filter(|part| !part.is_empty()).collect();
        (key, Text::join(parts, "；", "; ").into())
    });
    let findings = refusal.findings.iter().map(|finding| {
        let what = Text::join([&finding.what, &finding.remedy], "；办法：", "; to do: ");
        (finding.key.clone(), what.into())
    });
    let failure = refusal.failure.iter().map(|failure| (String::new(), failure.saying()));
    problems.chain(findings).chain(failure).filter(|(_, what): &(_, Telling)| !what.is_empty()).collect()
}

/// Why nothing was filed, where that is no refusal.
pub(super) fn otherwise(outcome: &FilingOutcome) -> Option<Telling> {
    match outcome {
        FilingOutcome::Idle(why) => Some(why.clone().into()),
        FilingOutcome::Recovered(recovery) => {
            let first =
                Text::fixed("请先看清它是不是现在要登记的，再登记", "see first whether it is what you are filing now, then file");
            Some(Text::join([&recovery.what, &first], "；", "; ").into())
        }
        _ => None,
    }
}

/// The same of any outcome that files nothing, for a form whose fields are no keys.
pub(super) fn against(outcome: &FilingOutcome) -> PageNotes {
    let refused = match outcome {
        FilingOutcome::Refused(refusal) => reasons(refusal),
        _ => Vec::new(),
    };
    PageNotes { wrong: refused.into_iter().map(|(_, why)| why).chain(otherwise(outcome)).collect(), ..PageNotes::default() }
}
