//! `search`: where words stand in the register.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::model::Kind;
use crate::ops::{self, SearchRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "search",
    zh: "查找",
    about: Text::fixed(
        "在全部记录中查找文字、名称、文号，附所在的项和前后文",
        "Find words, names and numbers in all records, with the place and what stands around",
    ),
    args,
    run,
};

/// How many records are shown where nothing else is said.
const SHOWN: &str = "30";

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let words = Text::fixed(
        "要查找的文字，可写多个，都要有；全角半角、大小写、空格不论",
        "what to look for; of several words all must be there; width, case and blanks do not matter",
    );
    let kind = Text::fixed("只查这一类，如 通报、隐患", "only this kind, such as notices or hazards");
    let limit = Text::fixed("最多列出几条", "list so many at most");
    let after = Text::fixed(
        "例如：liandong search 边坡 大山石场\n      liandong 查找 〔2025〕3号 --kind 通报",
        "For example: liandong search 边坡 dashan\n             liandong search [2025]3 --kind notices",
    );
    command
        .arg(args::arg("words", Text::fixed("文字", "WORD"), words, lang).num_args(1..).required(true))
        .arg(args::option("kind", Text::fixed("类别", "KIND"), kind, lang))
        .arg(args::year(Text::fixed("只查该年发生的", "only what happened in this year"), lang))
        .arg(
            args::option("limit", Text::fixed("条数", "COUNT"), limit, lang)
                .value_parser(clap::value_parser!(usize))
                .default_value(SHOWN),
        )
        .arg(args::revision(lang))
        .arg(args::format(&["text", "json"], lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = SearchRequest {
        words: matches.get_many::<String>("words").into_iter().flatten().cloned().collect(),
        kind: args::typed(matches, "kind").map(Kind::by_name).transpose()?,
        year: args::year_typed(matches),
    };
    let found = ops::search(session.kept(matches)?, &request, &session.environment())?;
    let most = matches.get_one::<usize>("limit").copied().unwrap_or(usize::MAX);
    let mut reply = Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&found),
        _ => render::search(&found, most, session.options),
    });
    output::tell_unread(&found.unread, &mut reply, session.options);
    Ok(reply)
}
