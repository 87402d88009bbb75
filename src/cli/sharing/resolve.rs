//! `resolve`: which side to take where both changed the same key of a record.

use clap::{ArgAction, ArgMatches};

use super::text;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, ResolveOutcome, ResolveRequest};
use crate::render;
use crate::sync::Choice;
use crate::text::{Lang, Text};

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
        .arg(args::option("key", Text::fixed("项", "KEY"), key, lang).action(ArgAction::Append).requires("take"))
        .arg(args::option("take", Text::fixed("哪边", "SIDE"), take, lang).value_parser(["ours", "theirs"]).requires("record"))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let outcome = ops::resolve(&session.register()?, &request(matches), &session.environment())?;
    let lang = session.options.lang;
    Ok(match outcome {
        ResolveOutcome::Chosen => {
            Reply::ok(Text::fixed("已选定；运行 liandong sync 继续\n", "chosen; go on with liandong sync\n").get(lang))
        }
        ResolveOutcome::Open(clashes) if clashes.is_empty() => {
            Reply::ok(Text::fixed("没有要选定的\n", "nothing is to be chosen\n").get(lang))
        }
        ResolveOutcome::Open(clashes) => {
            let mut shown: String = clashes.iter().map(|clash| render::clash(clash, session.options)).collect();
            if clashes.iter().any(|clash| !clash.conflicts.is_empty()) {
                let how = Text::fixed(
                    "选定：liandong resolve 记录 --take theirs（共享的）或 ours（本机的）；只选一项加 --key 项\n",
                    "to choose: liandong resolve RECORD --take theirs or ours; for one key alone add --key KEY\n",
                );
                shown.push_str(how.get(lang));
            }
            Reply { code: 1, ..Reply::ok(shown) }
        }
    })
}

fn request(matches: &ArgMatches) -> ResolveRequest {
    ResolveRequest {
        record: matches.contains_id("record").then(|| args::record_typed(matches)),
        keys: matches.get_many::<String>("key").into_iter().flatten().cloned().collect(),
        take: text(matches, "take").map(|side| if side == "ours" { Choice::Ours } else { Choice::Theirs }),
    }
}
