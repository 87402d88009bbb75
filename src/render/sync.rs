//! What an exchange came to, why it came to nothing, and what a person has to choose.

use super::verification::breaches;
use super::{RenderOptions, diff, table};
use crate::ops::{
    AnnouncementView, ClashView, ConflictView, Incoming, RenumberOutcome, RootView, SyncReceipt, SyncRejection, UnitChanges,
};
use crate::text::{Lang, Text, english_count};
use crate::tr;

/// How many records are named one by one.
const NAMED: usize = 10;

/// What was sent and taken; why ours did not go out is said elsewhere.
#[must_use]
pub fn sync_receipt(receipt: &SyncReceipt, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(ignored) = &receipt.ignored {
        out.extend([ignored.get(lang), "\n"]);
    }
    let sent = receipt.sent;
    if sent > 0 {
        let filings = english_count(sent, "filing");
        out.push_str(tr!("送出 {sent} 次登记\n"; "{filings} sent\n").get(lang));
    }
    if receipt.has_incoming {
        out.push_str(Text::fixed("取来：\n", "came in:\n").get(lang));
        out.push_str(&incoming(&receipt.incoming, lang));
    }
    for AnnouncementView { commit, by, what } in &receipt.announced {
        let (short, by_zh, by_en) = (&commit[..10], by.zh(), by.en());
        for what in what {
            let (zh, en) = (what.zh(), what.en());
            out.push_str(tr!("请注意：{zh}（{by_zh}签，{short}）\n"; "note: {en} (signed by {by_en}, {short})\n").get(lang));
        }
    }
    if let Some(RootView { commit, key }) = &receipt.trust {
        let said = tr!(
            "从现在起核验签名。请打电话与办公室核对台账的起点：提交 {commit}，密钥 {key}\n";
            "signatures count from now on. Compare by telephone with the office where trust begins: commit {commit}, key {key}\n"
        );
        out.push_str(said.get(lang));
    }
    if out.is_empty() && receipt.unsent.is_none() {
        out.push_str(Text::fixed("没有新的\n", "nothing new\n").get(lang));
    }
    out
}

/// What came in, in a few lines.
fn incoming(incoming: &Incoming, lang: Lang) -> String {
    let mut out = String::new();
    for UnitChanges { unit, new, changed } in &incoming.units {
        let (new, changed) = (new.len(), changed.len());
        let line = match (new, changed) {
            (0, _) => tr!("  {unit}：改 {changed} 件\n"; "  {unit}: {changed} changed\n"),
            (_, 0) => tr!("  {unit}：新 {new} 件\n"; "  {unit}: {new} new\n"),
            _ => tr!("  {unit}：新 {new} 件，改 {changed} 件\n"; "  {unit}: {new} new, {changed} changed\n"),
        };
        out.push_str(line.get(lang));
    }
    if incoming.for_me.is_empty() {
        return out;
    }
    out.push_str(Text::fixed("  与本单位有关：\n", "  of concern to your unit:\n").get(lang));
    for named in incoming.for_me.iter().take(NAMED) {
        out.extend(["    ", named.title.get(lang), "（", &named.reference, "）\n"]);
    }
    let more = incoming.for_me.len().saturating_sub(NAMED);
    if more > 0 {
        out.push_str(tr!("    另有 {more} 件\n"; "    and {more} more\n").get(lang));
    }
    out
}

/// What is not in order, and what to do.
#[must_use]
pub fn rejection(rejection: &SyncRejection, options: RenderOptions) -> String {
    let clock = rejection.clock.as_ref().map(|clock| format!("{}\n", clock.get(options.lang))).unwrap_or_default();
    let table = breaches(&rejection.breaches, options) + &clock;
    if !rejection.ours {
        let head = Text::fixed(
            "对方的台账核验不过，本机没有改动；请把下表告诉办公室：\n",
            "what is shared is not in order, and nothing here was changed; show this to the office:\n",
        );
        return format!("{}{table}", head.get(options.lang));
    }
    let head = Text::fixed(
        "本机登记的有核验不过的，别人不会接收，没有送出：\n",
        "something filed here is not in order and nobody would take it; nothing was sent:\n",
    );
    let is_others = rejection.breaches.iter().any(|breach| breach.fault == "not-owner");
    let next = match &rejection.anew_from {
        Some(commit) if is_others => tr!(
            "下一步：归别的单位的，本机的密钥签了也不算：运行 git reset {commit}（文件不动），把那些文件移出文件夹、交给所属单位登记，再依次运行 liandong sync、liandong commit、liandong sync\n";
            "next: the key of this clone cannot sign what is another unit's: run git reset {commit} (the files stay), move those files out of the folder and hand them to their unit to be filed, then run liandong sync, liandong commit and liandong sync, one after the other\n"
        ),
        Some(commit) => tr!(
            "下一步：还没有加入的，先 liandong join；用 git commit 手工提交的，依次运行 git reset {commit}（文件不动）、liandong sync、liandong commit、liandong sync\n";
            "next: who has not joined, liandong join first; what was committed with git commit is committed anew with git reset {commit} (the files stay), liandong sync, liandong commit and liandong sync, one after the other\n"
        ),
        None => Text::fixed(
            "下一步：密钥没有登记的，把加入申请交办公室；其余的改正后再送\n",
            "next: if the key was not admitted, send the request to the office; mend the rest and send it again\n",
        ),
    };
    format!("{}{table}{}", head.get(options.lang), next.get(options.lang))
}

/// The files because of which nothing was sent.
#[must_use]
pub fn clashes(clashes: &[ClashView], lang: Lang) -> String {
    let head = Text::fixed(
        "双方都改了这些文件，没有送出，两边的都还在：\n",
        "both sides changed these files; nothing was sent, and both are kept:\n",
    );
    let line = |clash: &ClashView| format!("  {}", clash_line(clash, lang));
    clashes.iter().map(line).fold(head.get(lang).to_owned(), |said, line| said + &line)
}

/// One file with what both sides say.
#[must_use]
pub fn clash(clash: &ClashView, options: RenderOptions) -> String {
    let head = clash_line(clash, options.lang);
    if clash.conflicts.is_empty() {
        return head;
    }
    let row = |conflict: &ConflictView| {
        let words = |value: &String| Text::same(value.clone());
        vec![words(&conflict.key), conflict.heading.clone(), words(&conflict.theirs), words(&conflict.ours)]
    };
    let heads = [
        Text::fixed("项", "key"),
        Text::fixed("名称", "heading"),
        Text::fixed("共享的", "theirs"),
        Text::fixed("本机的", "ours"),
    ];
    format!("{head}{}", table(&heads, &clash.conflicts.iter().map(row).collect::<Vec<_>>(), options))
}

fn clash_line(ClashView { file, why, .. }: &ClashView, lang: Lang) -> String {
    let (zh, en) = (why.zh(), why.en());
    tr!("{file}：{zh}\n"; "{file}: {en}\n").get(lang).to_owned()
}

/// A record that got another number, with the lines that were redirected.
#[must_use]
pub fn renumbered(outcome: &RenumberOutcome, options: RenderOptions) -> String {
    let RenumberOutcome { from, to, pointing, .. } = outcome;
    let (from_zh, from_en, to_zh, to_en) = (from.title.zh(), from.title.en(), to.title.zh(), to.title.en());
    let mut out = tr!("{from_zh} 改为 {to_zh}\n"; "{from_en} becomes {to_en}\n").get(options.lang).to_owned();
    out.extend(pointing.iter().map(|file| diff(&file.file, &file.before, &file.after, options)));
    out.push_str(Text::fixed("下一步：liandong sync\n", "next: liandong sync\n").get(options.lang));
    out
}
