//! `deadlines`: what comes due, as a table or as a calendar to import.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::ops::{self, DeadlinesOutcome, DeadlinesRequest};
use crate::render::{self, json};
use crate::report::{Deadline, LeftOut, Readers};
use crate::text::{Lang, Text, clean, english_count};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "deadlines",
    zh: "期限",
    about: Text::fixed("列出将到的期限、会议和证照到期日，可导出日历", "What comes due, as a table or as a calendar to import"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = Text::fixed("只看该单位的（代号、简称均可）", "only those of this unit (id or short name)");
    let until = Text::fixed("只看到这一天为止的", "only up to this day");
    let ics = Text::fixed("写成 .ics 日历文件，可导入手机、Outlook、WPS 日历", "write a calendar to import, as .ics");
    command
        .arg(args::unit(unit, lang))
        .arg(args::as_of(lang))
        .arg(args::option("until", Text::fixed("日期", "DAY"), until, lang))
        .arg(args::option("ics", Text::fixed("文件", "FILE"), ics, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(edition::arg(lang))
        .arg(output::force_arg(lang))
        .arg(output::open_arg(lang))
        .arg(args::revision(lang))
        .arg(args::format(&["table", "json"], lang))
}

fn request(matches: &ArgMatches, before: Option<String>) -> DeadlinesRequest {
    DeadlinesRequest {
        unit: args::unit_typed(matches),
        as_of: args::as_of_typed(matches),
        until: args::words(matches, "until"),
        readers: edition::readers_asked(matches),
        before,
    }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (output::path_typed(matches, "ics"), output::is_forced(matches));
    if let Some(out) = out {
        output::refuse(out, &["ics"], force)?;
    }
    // The file that it takes the place of says what others may have in their calendars.
    let before = out.and_then(calendar_at);
    let found = ops::deadlines(session.kept(matches)?, &request(matches, before), &session.environment())?;
    let DeadlinesOutcome { deadlines, called_off, left_out, calendar, unread, now } = found;
    let note = left_out.as_ref().map(|left_out| left_out.note.clone()).unwrap_or_default();
    let lang = session.options.lang;
    let mut reply = if let Some(out) = out {
        let calendar = render::calendar(&deadlines, &called_off, &calendar, now, &note, lang);
        output::write(out, calendar.as_bytes(), force)?;
        let (count, shown) = (deadlines.len(), clean(&out.to_string_lossy()).into_owned());
        let terms = english_count(count, "deadline");
        Reply::done(tr!("已写入 {count} 项到 {shown}\n"; "wrote {terms} to {shown}\n").get(lang))
    } else if args::format_typed(matches) == "json" {
        Reply::ok(data(deadlines, left_out))
    } else {
        let note = if note.is_empty() { String::new() } else { format!("{}\n", note.get(lang)) };
        Reply::ok(render::deadlines(&deadlines, session.options) + &note)
    };
    if let Some(out) = out {
        output::open(out, matches, &mut reply, session.options);
    }
    output::tell_unread(&unread, &mut reply, session.options);
    Ok(reply)
}

/// The most bytes of a calendar that is looked at before another takes its place.
const LARGEST: u64 = 16 << 20;

/// The calendar that stands at a place; none of what is no file of such a size.
fn calendar_at(out: &Path) -> Option<String> {
    let found = std::fs::symlink_metadata(out).ok().filter(|found| found.is_file() && found.len() <= LARGEST);
    found.and_then(|_| std::fs::read(out).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Deadlines as data: bare, or with what was left out of a public edition.
fn data(deadlines: Vec<Deadline>, left_out: Option<LeftOut>) -> String {
    match left_out {
        Some(left_out) => json::json(&Public { edition: Readers::Public, left_out, deadlines }),
        None => json::json(&deadlines),
    }
}

/// Deadlines for everybody, with what was left out of them.
#[derive(serde::Serialize)]
struct Public {
    edition: Readers,
    left_out: LeftOut,
    deadlines: Vec<Deadline>,
}
