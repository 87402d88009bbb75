//! `verify`: whether the history is what those entitled to it made it.

use clap::ArgMatches;

use super::{text, wants_json};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, VerifyRequest};
use crate::render::{self, json};
use crate::report::FolderView;
use crate::text::{Lang, Text};

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
        .arg(args::arg("range", Text::fixed("范围", "RANGE"), range, lang))
        .arg(args::switch("all", Text::fixed("没有问题的提交也逐次列出", "list commits that are in order as well"), lang))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let verdict = ops::verify(&session.register()?, &VerifyRequest { range: text(matches, "range") }, &session.environment())?;
    let code = u8::from(!verdict.breaches.is_empty());
    let out = if wants_json(matches) {
        json::json(&verdict)
    } else {
        render::verification(&verdict, matches.get_flag("all"), session.options)
    };
    let folder = verdict.folder.iter().flat_map(FolderView::lines);
    let err: String = folder.flat_map(|line| [line.get(session.options.lang).to_owned(), "\n".to_owned()]).collect();
    Ok(Reply { code, err: err.into_bytes(), ..Reply::ok(out) })
}
