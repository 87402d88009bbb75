//! `resolve`: which side to take where both changed the same key of a record.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches};
use toml::Value;

use super::{SyncContext, stopped};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, args};
use crate::git::{History, Remote};
use crate::model::RecordPath;
use crate::render;
use crate::store;
use crate::sync::{Cause, Choice, Choices, Clash, Conflict, union};
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "resolve",
    zh: "选定",
    about: Text::fixed("两边都改了同一项时，看清并选定", "See and choose where both sides changed the same"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed("哪份记录；不写则列出全部", "which record; all are listed without");
    let key =
        Text::fixed("哪一项，如 rectification.due；不写则每一项", "which key, such as rectification.due; every one without");
    let take = Text::fixed("用哪一边的：ours 本机、theirs 共享", "whose to take: ours, theirs");
    command
        .arg(args::record(record, lang))
        .arg(app::option("key", Text::fixed("项", "KEY"), key, lang).action(ArgAction::Append).requires("take"))
        .arg(app::option("take", Text::fixed("哪边", "SIDE"), take, lang).value_parser(["ours", "theirs"]).requires("record"))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let context = SyncContext::open(session)?;
    let clashes = clashes(&context)?;
    let lang = session.options.lang;
    if !matches.contains_id("record") {
        if clashes.is_empty() {
            return Ok(Reply::ok(Text::fixed("没有要选定的\n", "nothing is to be chosen\n").get(lang)));
        }
        return Ok(Reply { code: 1, ..Reply::ok(clashes.iter().map(|clash| shown(clash, session)).collect::<String>()) });
    }
    let path = context.register.resolver().file(&args::record_typed(matches))?.file();
    let clash = clashes.iter().find(|clash| clash.path == path).ok_or_else(|| {
        let path = clean(&path).into_owned();
        tr!("{path} 没有要选定的"; "nothing is to be chosen in {path}")
    })?;
    let (Some(side), Cause::Fields(conflicts)) = (matches.get_one::<String>("take"), &clash.cause) else {
        return Ok(Reply { code: 1, ..Reply::ok(shown(clash, session)) });
    };
    let choice = if side == "ours" { Choice::Ours } else { Choice::Theirs };
    let keys: Vec<&String> = matches.get_many::<String>("key").into_iter().flatten().collect();
    if let Some(unknown) = keys.iter().find(|key| !conflicts.iter().any(|conflict| conflict.key == ***key)) {
        let unknown = clean(unknown).into_owned();
        return Err(tr!("“{unknown}”两边没有不同"; "the sides do not differ in \"{unknown}\"").into());
    }
    let mut choices = context.choices.clone();
    let chosen = choices.entry(clash.question()).or_default();
    for conflict in conflicts.iter().filter(|conflict| keys.is_empty() || keys.contains(&&conflict.key)) {
        chosen.insert(conflict.key.clone(), choice);
    }
    keep(&context.history()?, &choices)?;
    let said = Text::fixed("已选定；运行 liandong sync 继续\n", "chosen; go on with liandong sync\n");
    Ok(Reply::ok(said.get(lang)))
}

/// The files that both sides changed, as far as is known without asking the other side again.
fn clashes(context: &SyncContext) -> anyhow::Result<Vec<Clash>> {
    let history = context.history()?;
    let (branch, here) = history.head().map_err(Text::from)?;
    let remote = Remote::from_config(&context.programs, &context.register.root, &branch).map_err(|why| why.describe())?;
    let (Some(here), Some(there)) = (here, remote.known().map_err(|why| why.describe())?) else { return Ok(Vec::new()) };
    if history.is_descendant(there, here).map_err(Text::from)? || history.is_descendant(here, there).map_err(Text::from)? {
        return Ok(Vec::new());
    }
    let all = |_: &RecordPath| true;
    Ok(union(&history, (there, here), &context.choices, &all).map_err(Text::from)?.clashes)
}

/// One file with what both sides say.
fn shown(clash: &Clash, session: &Session) -> String {
    let options = session.options;
    let (path, why) = (clean(&clash.path).into_owned(), stopped::cause(clash));
    let (zh, en) = (why.zh(), why.en());
    let head = tr!("{path}：{zh}\n"; "{path}: {en}\n");
    let Cause::Fields(conflicts) = &clash.cause else { return head.get(options.lang).to_owned() };
    let kind = RecordPath::of_file(&clash.path).map(|path| path.kind());
    let row = |conflict: &Conflict| {
        let heading = kind.as_ref().map(|kind| kind.heading(&conflict.key)).unwrap_or_default();
        let words = |value: &Option<Value>| Text::same(value.as_ref().map(ToString::to_string).unwrap_or_default());
        vec![Text::same(conflict.key.clone()), heading, words(&conflict.theirs), words(&conflict.ours)]
    };
    let heads = [
        Text::fixed("项", "key"),
        Text::fixed("名称", "heading"),
        Text::fixed("共享的", "theirs"),
        Text::fixed("本机的", "ours"),
    ];
    format!("{}{}", head.get(options.lang), render::table(&heads, &conflicts.iter().map(row).collect::<Vec<_>>(), options))
}

fn file(history: &History) -> PathBuf {
    history.folder().join("liandong").join("choices.json")
}

/// What was chosen so far. Choices about other versions than those at hand do no harm: they are never asked for.
pub(super) fn choices(history: &History) -> Choices {
    std::fs::read(file(history)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn keep(history: &History, choices: &Choices) -> anyhow::Result<()> {
    Ok(store::write_file(&file(history), &serde_json::to_vec_pretty(choices)?)?)
}
