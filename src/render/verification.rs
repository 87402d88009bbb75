//! Whether a history is what those entitled to it made it, in words and tables.

use std::collections::{BTreeMap, HashSet};

use super::{RenderOptions, table};
use crate::ops::{BreachView, CommitView, FormFault, GateRefusal, VerdictView};
use crate::text::{Lang, Text, clean, english_count};
use crate::tr;

/// So many files of one mark are named.
const NAMED: usize = 5;

/// At most so many faults are listed one by one: whoever makes thousands fills nobody's screen with them.
const TOLD: usize = 50;

/// What was found about a history; `all` lists commits that are in order as well.
#[must_use]
pub fn verification(verdict: &VerdictView, all: bool, options: RenderOptions) -> String {
    let count = verdict.commits.len();
    let verified = english_count(count, "commit");
    let mut out = String::new();
    if !verdict.signed {
        out.push_str(
            Text::fixed(
                "这个台账没有启用签名：内容是谁写的，没有人担保\n",
                "nothing in this register is signed: nobody vouches for who wrote it\n",
            )
            .get(options.lang),
        );
    }
    if all {
        out.push_str(&commits(&verdict.commits, options));
    }
    out.push_str(&marks(&verdict.commits, options));
    for message in verdict.messages.iter().take(TOLD) {
        let (commit, what) = (&message.commit[..10], &message.what);
        let (zh, en) = (what.zh(), what.en());
        out.push_str(tr!("{commit}：{zh}\n"; "{commit}: {en}\n").get(options.lang));
    }
    if verdict.breaches.is_empty() {
        let tip = &verdict.tip[..10];
        if verdict.signed {
            out.push_str(tr!("{count} 次提交都核验通过，到 {tip}\n"; "{verified} verified, up to {tip}\n").get(options.lang));
        }
    } else {
        let faults = verdict.breaches.len();
        out.push_str(&breaches(&verdict.breaches, options));
        let wrong = english_count(faults, "fault");
        out.push_str(tr!("{count} 次提交中有 {faults} 处核验不过\n"; "{wrong} in {verified}\n").get(options.lang));
    }
    out
}

/// Commit by commit: who, when, what.
fn commits(commits: &[CommitView], options: RenderOptions) -> String {
    let heads = [
        Text::fixed("提交", "commit"),
        Text::fixed("时间", "when"),
        Text::fixed("签名", "signed by"),
        Text::fixed("内容", "what"),
    ];
    let row = |commit: &CommitView| {
        let by = commit.unit.as_deref().zip(commit.name.as_deref()).map(|(unit, name)| format!("{unit} {name}"));
        let at = commit.at.format("%Y-%m-%d %H:%M").to_string();
        let cells = [commit.commit[..10].to_owned(), at, by.unwrap_or_default(), commit.title.clone()];
        cells.map(Text::same).to_vec()
    };
    table(&heads, &commits.iter().map(row).collect::<Vec<_>>(), options)
}

/// Proxy records, amendments, reviews and changes of the mechanism, each as what it is, with the first five files.
fn marks(commits: &[CommitView], options: RenderOptions) -> String {
    let mut found: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for commit in commits {
        for mark in &commit.marks {
            // What is worth knowing of a commit as a whole is told by its name.
            found.entry(mark.mark).or_default().push(if mark.file.is_empty() { &commit.commit[..10] } else { &mark.file });
        }
    }
    let mut out = String::new();
    for (mark, files) in found {
        let label = mark.label();
        let (count, zh, en) = (files.len(), label.zh(), label.en());
        // A file that was changed again and again is named once.
        let mut seen = HashSet::new();
        let named: Vec<&str> = files.into_iter().filter(|file| seen.insert(*file)).collect();
        let shown: Vec<_> = named.iter().take(NAMED).map(|file| clean(file.trim_end_matches(".toml")).into_owned()).collect();
        let (shown, dots) = (shown.join("、"), if named.len() > NAMED { "……" } else { "" });
        out.push_str(tr!("{zh} {count} 件：{shown}{dots}\n"; "{en}: {count} ({shown}{dots})\n").get(options.lang));
    }
    out
}

/// What is wrong, as a table in plain words.
#[must_use]
pub fn breaches(breaches: &[BreachView], options: RenderOptions) -> String {
    let heads = [Text::fixed("提交", "commit"), Text::fixed("文件", "file"), Text::fixed("问题", "what is wrong")];
    let row = |breach: &BreachView| {
        let file = breach.file.clone().unwrap_or_default();
        vec![Text::same(breach.commit[..10].to_owned()), Text::same(file), breach.what.clone()]
    };
    let shown = table(&heads, &breaches.iter().take(TOLD).map(row).collect::<Vec<_>>(), options);
    match breaches.len().saturating_sub(TOLD) {
        0 => shown,
        more => shown + tr!("另有 {more} 处\n"; "and {more} more\n").get(options.lang),
    }
}

/// Why a push is not let in.
#[must_use]
pub fn gate_refusal(refusal: &GateRefusal, options: RenderOptions) -> String {
    let lang = options.lang;
    let head = Text::fixed("没有接收：\n", "not accepted:\n");
    let reasons = match refusal {
        GateRefusal::Branch(branch) => return wrong_branch(branch).get(lang).to_owned(),
        GateRefusal::Quota(why) => return format!("{}{}\n", head.get(lang), clean(why.get(lang))),
        GateRefusal::Breaches(found) => breaches(found, options),
        GateRefusal::Form(faults) => form_faults(faults, lang),
    };
    let next = Text::fixed(
        "下一步：改好后用 liandong sync 再送；密钥没有登记的，把加入申请交办公室\n",
        "next: mend it and send again with liandong sync; a key that is not admitted needs a request to the office\n",
    );
    format!("{}{reasons}{}", head.get(lang), next.get(lang))
}

/// Why what is staged is better not committed. The commit that was judged is none that anybody could look up.
#[must_use]
pub fn staged_refusal(refusal: &GateRefusal, options: RenderOptions) -> String {
    let lang = options.lang;
    let reasons = match refusal {
        GateRefusal::Branch(branch) => wrong_branch(branch).get(lang).to_owned(),
        GateRefusal::Quota(why) => format!("{}\n", clean(why.get(lang))),
        GateRefusal::Breaches(found) => {
            let line = |breach: &BreachView| match &breach.file {
                Some(file) => format!("{}：{}\n", clean(file), clean(breach.what.get(lang))),
                None => format!("{}\n", clean(breach.what.get(lang))),
            };
            found.iter().map(line).collect()
        }
        GateRefusal::Form(faults) => form_faults(faults, lang),
    };
    let head = Text::fixed("没有提交，这样送不出去：\n", "not committed, since nobody would take it:\n");
    let next = Text::fixed(
        "下一步：改好后用 liandong commit 提交（同样检查，并签名）；确要原样提交，用 git commit --no-verify\n",
        "next: mend it and commit with liandong commit, which judges the same and signs; to commit it as it is, git commit --no-verify\n",
    );
    format!("{}{reasons}{}", head.get(lang), next.get(lang))
}

fn wrong_branch(branch: &str) -> Text {
    tr!(
        "没有接收：{branch} 不是台账的分支，或要删去它；请用 liandong sync 送\n";
        "not accepted: {branch} is not the register's branch, or would be deleted; send with liandong sync\n"
    )
}

fn form_faults(faults: &[FormFault], lang: Lang) -> String {
    let line = |fault: &FormFault| format!("{}：{}\n", clean(&fault.file), clean(fault.what.get(lang)));
    faults.iter().map(line).collect()
}
