//! `fmt`: the canonical form of a unit's own files, such as those that were written by hand.

use clap::{ArgMatches, Command as Clap};

use super::author::named_unit;
use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::ops::{self, FilingOutcome, FmtRequest};
use crate::text::{Lang, Text, english_count};
use crate::tr;

/// So many files are named that were left alone.
const TOLD: usize = 20;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "fmt",
    zh: "整理",
    about: Text::fixed(
        "把本单位手工写的文件整理成规范格式（内容不变，已印发的不动）",
        "Bring a unit's own files into canonical form; nothing that they say changes, what was issued stays",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    command.args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = FmtRequest { unit: named_unit(matches), dry_run: matches.get_flag("dry-run") };
    let outcome = ops::fmt(&session.open_register()?, &request, &session.environment())?;
    let mut reply = filing_reply(&outcome.filing, matches, session.options);
    let lang = session.options.lang;
    if let FilingOutcome::Preview(receipt) = &outcome.filing {
        let (count, files) = (receipt.records.len(), english_count(receipt.records.len(), "file"));
        let would = tr!(
            "会整理 {count} 个文件，所写的内容不变；去掉 --dry-run 就整理\n";
            "{files} would be brought into form, and nothing that they say changes; without --dry-run they are\n"
        );
        reply.err.extend(would.get(lang).as_bytes());
    }
    for left in outcome.left.iter().take(TOLD) {
        reply.err.extend([left.told().get(lang), "\n"].concat().into_bytes());
    }
    if let Some(more) = outcome.left.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let more = tr!("另有 {more} 个文件格式不规范，也没有动\n"; "{more} more are not in canonical form and were left alone\n");
        reply.err.extend(more.get(lang).as_bytes());
    }
    let count = outcome.unreadable;
    if count > 0 {
        let left = tr!("有 {count} 个文件读不出来，没有整理（原因见 liandong check）\n"; "{count} files cannot be read and were left alone (liandong check says why)\n");
        reply.err.extend(left.get(lang).as_bytes());
        reply.code = 2;
    }
    Ok(reply)
}
