//! `attach`: papers that prove a record stay where they are kept; the record holds their name, their SHA-256 and the place.

use std::path::PathBuf;

use clap::{ArgMatches, Command as Clap, value_parser};

use super::author::author_request;
use super::options::{RECORD, acting};
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::ops::{self, AttachRequest, AttachedPaper, ProveRequest};
use crate::render;
use crate::report::{Proof, Proven};
use crate::store::TextPolicy;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "attach",
    zh: "附件",
    about: Text::fixed("登记附件的名称、摘要和存放处，核对附件", "File what papers prove a record, and verify them"),
    args,
    run,
};

const VERIFY: &str = "verify";

fn args(command: Clap, lang: Lang) -> Clap {
    let record = || Text::fixed("记录", "RECORD");
    let which = Text::fixed("哪条记录：“通报 2025-公安-003”或路径", "which record: its path, or 'notice 2025-公安-003'");
    let files = Text::fixed("附件，一个或几个；文件本身不进台账", "the papers; the files themselves stay outside the register");
    let kept = Text::fixed("存放处，如 档案室2025-3盒", "where they are kept");
    let checked = Text::fixed("只核对这些记录的；不写则全部", "only those of these records; else all");
    let folder = Text::fixed("附件所在的文件夹，可写多次", "a folder that holds the papers; may be repeated");
    let verify = app::subcommand(
        VERIFY,
        "核对",
        &Text::fixed("核对附件与登记的摘要是否相符", "Compare papers with what is recorded of them"),
        lang,
    )
    .arg(app::arg(RECORD, record(), checked, lang).num_args(0..))
    .arg(
        app::option("in", Text::fixed("文件夹", "DIR"), folder, lang)
            .action(clap::ArgAction::Append)
            .value_parser(value_parser!(PathBuf)),
    );
    command
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .arg(app::arg(RECORD, record(), which, lang).required(true))
        .arg(
            app::arg("file", Text::fixed("文件", "FILE"), files, lang)
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(app::option("kept", Text::fixed("存放处", "PLACE"), kept, lang))
        .args(acting(lang))
        .subcommand(verify)
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some((_, within)) => verify(within, session),
        None => attach(matches, session),
    }
}

fn attach(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let papers = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let request = AttachRequest {
        record: matches.get_one::<String>(RECORD).cloned().unwrap_or_default(),
        papers: papers.map(|file| AttachedPaper::of_file(file)).collect::<Result<_, Text>>()?,
        kept: matches.get_one::<String>("kept").cloned(),
        author: author_request(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let outcome = ops::attach(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, matches, session.options))
}

/// Compares what lies at hand with what records say. 1 where a paper is another, 2 where one is not at hand.
fn verify(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = ProveRequest {
        records: matches.get_many::<String>(RECORD).into_iter().flatten().cloned().collect(),
        folders: matches.get_many::<PathBuf>("in").into_iter().flatten().cloned().collect(),
    };
    let proofs = ops::prove(&session.read(matches, TextPolicy::Drop)?, &request, &session.environment())?;
    let code = match proofs.iter().map(|Proof { proven, .. }| *proven).max() {
        Some(Proven::Differs) => 1,
        Some(Proven::Absent) => 2,
        _ => 0,
    };
    Ok(Reply { out: render::proofs(&proofs, session.options).into_bytes(), code, ..Reply::default() })
}
