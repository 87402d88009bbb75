//! `answers`: who said what to a record.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, output};
use crate::ops;
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "answers",
    zh: "回复情况",
    about: Text::fixed(
        "一份通报、会议、督办事项等，谁回了什么，谁还没有回",
        "Who said what to a notice, a meeting or a task, and who has not",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed(
        "哪条记录，如 “通报 2025-公安-003”、会议 区安委办/1",
        "which record, such as 'notice 2025-公安-003' or meetings/2025/anweiban/001",
    );
    let after = Text::fixed("例如：liandong answers 通报 2025-应急-001", "For example: liandong answers notices/2025/yingji/001");
    command
        .arg(args::record(record, lang).required(true))
        .arg(args::revision(lang))
        .arg(args::format(&["text", "json"], lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let found = ops::answers(session.kept(matches)?, &args::record_typed(matches), &session.environment())?;
    let mut reply = Reply::ok(match args::format_typed(matches) {
        "json" => json::json(&found),
        _ => render::answers(&found.answers, session.options),
    });
    output::tell_unread(&found.unread, &mut reply, session.options);
    Ok(reply)
}
