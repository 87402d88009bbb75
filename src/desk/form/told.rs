//! What an operation says of a filing, as part of a page: the record as it will read, what it says to `check`, why it cannot be filed. The
//! words are those of the terminal.

use maud::{Markup, html};

use crate::desk::at_hand::Desk;
use crate::desk::pages::parts;
use crate::ops::{FilingOutcome, Receipt, Refusal};
use crate::render::{self, RenderOptions};
use crate::report::RecordPage;
use crate::text::{Lang, Text};

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

/// How words of the terminal are said on a page.
pub(super) fn words(desk: &Desk) -> RenderOptions {
    RenderOptions { lang: desk.lang, ..RenderOptions::default() }
}

/// Words of the terminal, line for line.
pub(super) fn lines(words: &str) -> Markup {
    html! { @if !words.trim().is_empty() { div.text { (words.trim_end()) } } }
}

/// Records as they will read, with what they say to `check`, what was taken where nothing was said, and what is left to `check`.
pub(super) fn proposal(desk: &Desk, receipt: &Receipt) -> Markup {
    html! {
        @for record in &receipt.records {
            @if let Some(page) = &record.page { (entries(desk, page)) }
            @if !record.findings.is_empty() {
                h3 { (desk.fixed("登记后检查会指出", "what check will say of it")) }
                div.text { (render::findings(&record.findings.iter().collect::<Vec<_>>(), words(desk)).trim_end()) }
            }
        }
        @if !receipt.taken.is_empty() {
            p.note {
                (desk.fixed("没有写、自动填入的：", "not said, and filled in: "))
                (desk.say(&Text::join(&receipt.taken, "、", ", ")))
            }
        }
        (lines(render::waiting(receipt).get(desk.lang)))
        @for note in &receipt.notes { p.note { (desk.say(note)) } }
    }
}

/// A record under its headings.
pub(super) fn entries(desk: &Desk, page: &RecordPage) -> Markup {
    html! { h2 { (desk.say(&page.record.title)) } (parts::entries(desk, &page.entries)) }
}

/// Why something was not filed, with the key at which it lies, where that is known; the key as the record has it.
pub(super) fn reasons(refusal: &Refusal, lang: Lang) -> Vec<(String, Text)> {
    let problems = refusal.problems.iter().map(|problem| {
        let line = problem.excerpt.as_ref().map(|(line, ..)| line.as_str()).unwrap_or_default();
        let key = line.split_once('=').map(|(key, _)| key.trim().to_owned()).unwrap_or_default();
        let help = if problem.help.is_empty() { Text::default() } else { problem.help.clone() };
        let parts: Vec<&Text> = [&problem.what, &help].into_iter().filter(|part| !part.is_empty()).collect();
        (key, Text::join(parts, "；", "; "))
    });
    let findings = refusal.findings.iter().map(|finding| {
        let what = Text::join([&finding.what, &finding.remedy], "；办法：", "; to do: ");
        (finding.key.clone(), what)
    });
    let failure = refusal.failure.iter().map(|failure| (String::new(), failure.said()));
    let all = problems.chain(findings).chain(failure);
    all.filter(|(_, what)| !what.get(lang).is_empty()).collect()
}

/// Why nothing was filed, where that is no refusal.
pub(super) fn otherwise(outcome: &FilingOutcome) -> Option<Text> {
    match outcome {
        FilingOutcome::Idle(why) => Some(why.clone()),
        FilingOutcome::Recovered(recovery) => {
            let first =
                Text::fixed("请先看清它是不是现在要登记的，再登记", "see first whether it is what you are filing now, then file");
            Some(Text::join([&recovery.what, &first], "；", "; "))
        }
        _ => None,
    }
}
