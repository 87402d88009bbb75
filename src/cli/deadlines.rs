//! `deadlines`: what comes due, as a table or as a calendar to import.

use crate::ops::Progress as _;
use std::path::PathBuf;

use clap::ArgMatches;

use super::session::{Session, as_of, now, today};
use super::{Command, Reply, app, edition, output};
use crate::model::{Day, Mechanism, UnitId};
use crate::render::{self, json};
use crate::report::{self, Deadline, LeftOut, Readers, Redaction};
use crate::rules::{self, Context, Unverified};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
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
        .arg(app::unit(unit, lang))
        .arg(app::as_of(lang))
        .arg(app::option("until", Text::fixed("日期", "DAY"), until, lang))
        .arg(app::option("ics", Text::fixed("文件", "FILE"), ics, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(edition::arg(lang))
        .arg(app::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
        .arg(output::open_arg(lang))
        .arg(app::revision(lang))
        .arg(app::format(&["table", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let (out, force) = (matches.get_one::<PathBuf>("ics"), matches.get_flag("force"));
    if let Some(out) = out {
        output::refuse(out, &["ics"], force)?;
    }
    let mut register = session.read(matches, TextPolicy::Drop)?;
    // What cannot be read may have terms of its own: that is said, and is not success.
    let problems: Vec<_> = register.problems().into_iter().filter(|problem| problem.unreadable).collect();
    let ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let real = today(mechanism);
    let context = Context { ledger: &ledger, today: as_of(matches, real)?, now: real, unverified: &Unverified::Nothing };
    let unit = matches.get_one::<String>("unit").map(|given| mechanism.unit_named(given)).transpose()?;
    let until = matches.get_one::<String>("until").map(|given| Day::parse_near(given, real)).transpose()?;
    session.progress.step(&Text::fixed("核对", "judging"));
    let mut deadlines = report::deadlines(&context, &rules::judge_register(&context), unit);
    deadlines.retain(|deadline| until.is_none_or(|until| deadline.on <= until));
    let left_out = (edition::readers_asked(matches) == Readers::Public).then(|| {
        let redaction = Redaction::from_ledger(&ledger, context.today);
        redaction.publish(&mut deadlines);
        redaction.left_out()
    });
    let note = left_out.as_ref().map(|left_out| left_out.note.clone()).unwrap_or_default();
    let lang = session.options.lang;
    let mut reply = if let Some(out) = out {
        let name = name(mechanism, unit);
        let calendar = render::calendar(&deadlines, &name, now(mechanism), &note, lang);
        output::write(out, calendar.as_bytes(), force)?;
        let (count, shown) = (deadlines.len(), clean(&out.to_string_lossy()).into_owned());
        Reply::ok(tr!("已写入 {count} 项到 {shown}\n"; "wrote {count} deadlines to {shown}\n").get(lang))
    } else if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        Reply::ok(data(deadlines, left_out))
    } else {
        let note = if note.is_empty() { String::new() } else { format!("{}\n", note.get(lang)) };
        Reply::ok(render::deadlines(&deadlines, session.options) + &note)
    };
    if let Some(out) = out {
        output::open(out, matches, &mut reply, session.options);
    }
    if !problems.is_empty() {
        reply.err = render::carets(&problems, session.options).into_bytes();
        reply.code = 2;
    }
    Ok(reply)
}

/// What their calendar is called.
fn name(mechanism: &Mechanism, unit: Option<&UnitId>) -> String {
    let of = unit.map_or(String::new(), |unit| format!(" · {}", mechanism.short(unit)));
    format!("{}{of}", mechanism.file.title)
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
