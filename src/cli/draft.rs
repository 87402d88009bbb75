//! `draft`: what is kept beside the register until it is filed.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, app, args};
use crate::ops::DraftFolder;
use crate::render::json;
use crate::text::{Lang, Text, clean, clean_lines, english_count};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "draft",
    zh: "草稿",
    about: Text::fixed("查看、丢弃草稿（草稿不提交、不发出）", "Show or discard drafts, which are never committed or sent"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let name = || {
        let help = Text::fixed("草稿的名称，如 notices-1", "the name of the draft, such as notices-1");
        app::arg("name", Text::fixed("草稿", "DRAFT"), help, lang).required(true)
    };
    let format = || args::format(&["text", "json"], lang);
    command
        .subcommand_required(true)
        .subcommand(app::subcommand("list", "列表", &Text::fixed("列出草稿", "List drafts"), lang).arg(format()))
        .subcommand(app::subcommand("show", "查看", &Text::fixed("查看一份草稿", "Show a draft"), lang).arg(name()))
        .subcommand(app::subcommand("discard", "丢弃", &Text::fixed("丢弃一份草稿", "Throw a draft away"), lang).arg(name()))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let drafts = DraftFolder::in_register(&session.register()?);
    let Some((verb, within)) = matches.subcommand() else { return Ok(Reply::default()) };
    let name = within.try_get_one::<String>("name").ok().flatten().map_or("", String::as_str);
    let shown = clean(name);
    Ok(Reply::ok(match verb {
        "show" => {
            let text = drafts.text(name);
            let text = text.ok_or_else(|| drafts.absent(name))?;
            clean_lines(&text).into_owned()
        }
        "discard" => {
            drafts.discard(name)?;
            tr!("已丢弃草稿 {shown}\n"; "draft {shown} was thrown away\n").get(session.options.lang).to_owned()
        }
        _ if args::format_typed(within) == "json" => json::json(&drafts.names()),
        _ => {
            let names = drafts.names();
            let count = names.len();
            let drafts = english_count(count, "draft");
            let lines: Vec<_> = names.iter().map(|name| clean(name)).collect();
            lines.join("\n")
                + if count > 0 { "\n" } else { "" }
                + tr!("共 {count} 份草稿\n"; "{drafts}\n").get(session.options.lang)
        }
    }))
}
