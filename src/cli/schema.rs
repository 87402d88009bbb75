//! `schema`: the JSON Schema of a kind.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::model::Kind;
use crate::render::json;
use crate::report;
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "schema",
    zh: "结构",
    about: Text::fixed(
        "输出一类记录的 JSON Schema（供编辑器补全）",
        "Print the JSON Schema of a kind, for editors that complete",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let kinds: Vec<Text> = Kind::ALL.iter().map(|kind| kind.label()).collect();
    let kinds = Text::join(&kinds, "、", ", ");
    let help = Text::new(format!("哪一类：{}", kinds.zh()), format!("which kind: {}", kinds.en()));
    command.arg(args::arg("kind", Text::fixed("类别", "KIND"), help, lang).required(true))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let kind = Kind::by_name(args::typed(matches, "kind").unwrap_or_default())?;
    Ok(Reply::ok(json::json(&report::schema(kind, session.options.lang))))
}
