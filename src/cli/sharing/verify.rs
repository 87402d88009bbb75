//! `verify`: whether the history is what those entitled to it made it.

use clap::ArgMatches;
use serde::Serialize;

use super::{HistoryView, commit_named};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::{History, Id};
use crate::model::Mechanism;
use crate::render::{self, RenderOptions, json};
use crate::text::{Lang, Text, clean};
use crate::tr;
use crate::trust::{self, Breach, CommitMark, Verdict, Verifier};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "verify",
    zh: "核验",
    about: Text::fixed(
        "核验签名和历史：谁登记的、有没有被改过",
        "Verify signatures and history: who filed what, and whether anything was altered",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let range = Text::fixed(
        "从哪次到哪次，如 origin/main..HEAD；默认从启用签名起的全部",
        "from where to where, such as origin/main..HEAD; all since trust began by default",
    );
    command
        .arg(app::arg("range", Text::fixed("范围", "RANGE"), range, lang))
        .arg(app::switch("all", Text::fixed("没有问题的提交也逐次列出", "list commits that are in order as well"), lang))
        .arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let HistoryView { root, mechanism, history } = &HistoryView::open(session)?;
    let open = || History::open(root);
    let given = matches.get_one::<String>("range").map_or("HEAD", String::as_str);
    let find = |rev: &str| -> Result<Id, Text> {
        let rev = if rev.is_empty() { "HEAD" } else { rev };
        commit_named(rev, history)
    };
    let (since, tip) = match given.split_once("..") {
        Some((since, tip)) => (Some(find(since)?), find(tip)?),
        None => (None, find(given)?),
    };
    let verdict = Verifier::new(&open).and_then(|mut verifier| verifier.verify(tip, since)).map_err(Text::from)?;
    let code = u8::from(!verdict.breaches.is_empty());
    let out = if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        json::json(&VerdictView::from_verdict(&verdict, mechanism))
    } else {
        render_verdict(&verdict, mechanism, matches.get_flag("all"), session.options)
    };
    Ok(Reply { code, ..Reply::ok(out) })
}

fn render_verdict(verdict: &Verdict, mechanism: &Mechanism, all: bool, options: RenderOptions) -> String {
    let count = verdict.commits.len();
    let mut out = String::new();
    if !verdict.is_on {
        out.push_str(
            Text::fixed(
                "这个台账没有启用签名：内容是谁写的，没有人担保\n",
                "nothing in this register is signed: nobody vouches for who wrote it\n",
            )
            .get(options.lang),
        );
    }
    if all {
        out.push_str(&commits(verdict, mechanism, options));
    }
    out.push_str(&noted(verdict, options));
    if verdict.breaches.is_empty() {
        let tip = verdict.tip.short();
        if verdict.is_on {
            out.push_str(
                tr!("{count} 次提交都核验通过，到 {tip}\n"; "{count} commits verified, up to {tip}\n").get(options.lang),
            );
        }
    } else {
        let faults = verdict.breaches.len();
        out.push_str(&table(&verdict.breaches, options));
        out.push_str(tr!("{count} 次提交中有 {faults} 处核验不过\n"; "{faults} faults in {count} commits\n").get(options.lang));
    }
    out
}

/// Commit by commit: who, when, what.
fn commits(verdict: &Verdict, mechanism: &Mechanism, options: RenderOptions) -> String {
    let heads = [
        Text::fixed("提交", "commit"),
        Text::fixed("时间", "when"),
        Text::fixed("签名", "signed by"),
        Text::fixed("内容", "what"),
    ];
    let row = |checked: &trust::Checked| {
        let by = checked.by.as_ref().map(|by| format!("{} {}", mechanism.short(&by.unit), by.name)).unwrap_or_default();
        let at = checked.at.format("%Y-%m-%d %H:%M").to_string();
        vec![Text::same(checked.commit.short()), Text::same(at), Text::same(by), Text::same(checked.title.clone())]
    };
    render::table(&heads, &verdict.commits.iter().map(row).collect::<Vec<_>>(), options)
}

/// Proxy records, amendments, reviews and changes of the mechanism, each as what it is.
fn noted(verdict: &Verdict, options: RenderOptions) -> String {
    let mut out = String::new();
    for (mark, label) in MARKS {
        let paths: Vec<&str> = verdict
            .commits
            .iter()
            .flat_map(|checked| &checked.marks)
            .filter(|(_, found)| found == mark)
            .map(|(path, _)| path.as_str())
            .collect();
        if paths.is_empty() {
            continue;
        }
        let (count, zh, en) = (paths.len(), label.zh(), label.en());
        let shown =
            paths.iter().take(5).map(|path| clean(path.trim_end_matches(".toml")).into_owned()).collect::<Vec<_>>().join("、");
        let dots = if count > 5 { "……" } else { "" };
        out.push_str(tr!("{zh} {count} 件：{shown}{dots}\n"; "{en}: {count} ({shown}{dots})\n").get(options.lang));
    }
    out
}

/// What is worth knowing, in the order in which it is shown.
const MARKS: &[(CommitMark, Text)] = &[
    (CommitMark::Mechanism, Text::fixed("改动机制、设置、人员密钥等", "changes of the mechanism, settings or keys")),
    (CommitMark::Proxy, Text::fixed("办公室代录", "entered by the office for a unit")),
    (CommitMark::Amended, Text::fixed("更正笔误", "slips mended")),
    (CommitMark::ReviewedByLeader, Text::fixed("负责人本人密钥审核", "reviewed with the leader's own key")),
    (
        CommitMark::Doubtful,
        Text::fixed("密钥失密后签名、须逐件核实", "signed after the key fell into other hands, to be confirmed one by one"),
    ),
];

fn mark_id(mark: CommitMark) -> &'static str {
    match mark {
        CommitMark::Proxy => "proxy",
        CommitMark::Amended => "amended",
        CommitMark::ReviewedByLeader => "reviewed-by-leader",
        CommitMark::Mechanism => "mechanism",
        CommitMark::Doubtful => "doubtful",
    }
}

/// What is wrong, as a table in plain words.
pub(super) fn table(breaches: &[Breach], options: RenderOptions) -> String {
    let heads = [Text::fixed("提交", "commit"), Text::fixed("文件", "file"), Text::fixed("问题", "what is wrong")];
    let row = |breach: &Breach| {
        let path = clean(breach.path.as_deref().unwrap_or("")).into_owned();
        vec![Text::same(breach.commit.short()), Text::same(path), breach.fault.describe()]
    };
    render::table(&heads, &breaches.iter().map(row).collect::<Vec<_>>(), options)
}

/// What was found, for other programs.
#[derive(Serialize)]
struct VerdictView {
    version: u32,
    tip: String,
    signed: bool,
    commits: Vec<CommitView>,
    breaches: Vec<BreachView>,
}

#[derive(Serialize)]
struct CommitView {
    commit: String,
    at: String,
    name: Option<String>,
    unit: Option<String>,
    title: String,
    marks: Vec<MarkView>,
}

#[derive(Serialize)]
struct MarkView {
    file: String,
    mark: &'static str,
}

#[derive(Serialize)]
struct BreachView {
    commit: String,
    file: Option<String>,
    fault: &'static str,
    what: Text,
}

impl VerdictView {
    fn from_verdict(verdict: &Verdict, mechanism: &Mechanism) -> Self {
        let commit = |checked: &trust::Checked| CommitView {
            commit: checked.commit.to_string(),
            at: checked.at.to_rfc3339(),
            name: checked.by.as_ref().map(|by| clean(&by.name).into_owned()),
            unit: checked.by.as_ref().map(|by| mechanism.short(&by.unit).to_owned()),
            title: clean(&checked.title).into_owned(),
            marks: checked
                .marks
                .iter()
                .map(|(file, mark)| MarkView { file: clean(file).into_owned(), mark: mark_id(*mark) })
                .collect(),
        };
        let breach = |breach: &Breach| BreachView {
            commit: breach.commit.to_string(),
            file: breach.path.as_deref().map(|path| clean(path).into_owned()),
            fault: breach.fault.id(),
            what: breach.fault.describe(),
        };
        Self {
            version: 1,
            tip: verdict.tip.to_string(),
            signed: verdict.is_on,
            commits: verdict.commits.iter().map(commit).collect(),
            breaches: verdict.breaches.iter().map(breach).collect(),
        }
    }
}
