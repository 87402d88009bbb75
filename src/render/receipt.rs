//! What was filed, or would be, as it is told after a filing.

use super::{RenderOptions, diff, findings, page};
use crate::ops::{Receipt, ReceiptRecord};
use crate::report::FindingView;
use crate::text::Text;
use crate::tr;

/// At most so many records are listed one by one; a ledger of thousands would bury what matters.
const TOLD: usize = 20;

/// What was filed.
#[must_use]
pub fn receipt(receipt: &Receipt, options: RenderOptions) -> String {
    let lang = options.lang;
    let mut out = String::new();
    for ReceiptRecord { record, file, findings: found, known, .. } in receipt.records.iter().take(TOLD) {
        let (zh, en) = (record.title.zh(), record.title.en());
        out.push_str(tr!("已登记 {zh}（{file}）\n"; "filed {en} ({file})\n").get(lang));
        out.push_str(&findings(&found.iter().collect::<Vec<&FindingView>>(), options));
        if *known > 0 {
            let path = &record.reference;
            out.push_str(tr!("  另有原有的 {known} 项未了，见 liandong show {path}\n"; "  {known} more stood before; see liandong show {path}\n").get(lang));
        }
    }
    if let Some(others) = receipt.records.get(TOLD..).and_then(others) {
        out.push_str(others.get(lang));
    }
    out.push_str(taken(receipt).get(lang));
    out.push_str(waiting(receipt).get(lang));
    if !receipt.next.is_empty() {
        let next = receipt.next.on_terminal();
        let (zh, en) = (next.zh(), next.en());
        out.push_str(tr!("下一步：{zh}\n"; "next: {en}\n").get(lang));
    }
    out
}

/// What was taken where nothing was said; nothing where all was.
fn taken(receipt: &Receipt) -> Text {
    if receipt.taken.is_empty() {
        return Text::default();
    }
    let taken = Text::join(&receipt.taken, "、", ", ");
    let (zh, en) = (taken.zh(), taken.en());
    tr!("没有写、自动填入的：{zh}\n"; "not said, and filled in: {en}\n")
}

/// Which rules are left to `check`; nothing where none is.
#[must_use]
pub fn waiting(receipt: &Receipt) -> Text {
    if receipt.waiting.is_empty() {
        return Text::default();
    }
    let codes: Vec<&str> = receipt.waiting.iter().map(|rule| rule.code).collect();
    let (zh, en) = (codes.join("、"), codes.join(", "));
    tr!("须对照全部台账才能判断的规则见 liandong check：{zh}\n"; "rules that need the whole register are for liandong check: {en}\n")
}

/// That further records were filed, and what was found about them; nothing where there are none.
fn others(records: &[ReceiptRecord]) -> Option<Text> {
    let (count, found) = (records.len(), records.iter().map(|record| record.findings.len()).sum::<usize>());
    match found {
        _ if count == 0 => None,
        0 => Some(tr!("另有 {count} 份记录已登记\n"; "{count} more were filed\n")),
        _ => Some(tr!(
            "另有 {count} 份记录已登记，共 {found} 项提示；全部见 liandong check\n";
            "{count} more were filed, with {found} findings; liandong check has them all\n"
        )),
    }
}

/// What would be written, as lines that go and lines that come.
#[must_use]
pub fn preview(receipt: &Receipt, options: RenderOptions) -> String {
    let mut out = String::new();
    for ReceiptRecord { file, findings: found, texts, .. } in &receipt.records {
        if let Some([before, after]) = texts {
            out.push_str(&diff(file, before, after, options));
        }
        out.push_str(&findings(&found.iter().collect::<Vec<&FindingView>>(), options));
    }
    out + Text::fixed("以上没有登记（--dry-run）\n", "nothing was filed (--dry-run)\n").get(options.lang)
}

/// A record as it will read and what it says to `check`, before somebody is asked whether it is so.
#[must_use]
pub fn proposal(receipt: &Receipt, options: RenderOptions) -> String {
    let pages = receipt.records.iter().filter_map(|record| record.page.as_deref());
    let out: String = pages.map(|said| page(said, options)).collect();
    out + taken(receipt).get(options.lang) + waiting(receipt).get(options.lang)
}
