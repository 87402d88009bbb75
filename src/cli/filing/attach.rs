//! `attach`: papers that prove a record stay where they are kept; the record holds their name, their SHA-256 and the place.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command as Clap, value_parser};
use sha2::{Digest as _, Sha256};
use toml::{Table, Value};

use super::author::author_request;
use super::file::FilingWork;
use super::options::{RECORD, acting};
use super::{Act, Verb};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, reference};
use crate::model::Ledger;
use crate::ops::Author;
use crate::render;
use crate::report::{self, Proof, Proven};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "attach",
    zh: "附件",
    about: Text::fixed("登记附件的名称、摘要和存放处，核对附件", "File what papers prove a record, and verify them"),
    args,
    run,
};

static ATTACH: Verb = Verb {
    name: "attach",
    zh: "附件",
    about: Text::fixed("登记附件", "File attachments"),
    kind: None,
    act: Act::Set(&["attachments"]),
    preset: &[],
    needs: &[],
    next: ("用 liandong attach verify 核对附件与登记是否相符", "see with liandong attach verify whether papers are as recorded"),
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
    let register = session.open_register()?;
    let given = matches.get_one::<String>(RECORD).map_or("", String::as_str);
    let path = reference::resolve_reference(given, &register.mechanism, register.today())?.record;
    let kept = matches.get_one::<String>("kept");
    let files = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let attachments = files.map(|file| attachment(file, kept)).collect::<Result<Vec<Value>, Text>>()?;
    let work = FilingWork {
        kind: path.kind(),
        verb: &ATTACH,
        matches,
        session,
        register: &register,
        author: Author::resolve(&author_request(matches), &register)?,
        given: Table::from_iter([("attachments".to_owned(), Value::Array(attachments))]),
        draft: None,
        edited: None,
    };
    work.file().0
}

/// What a record holds of a paper.
fn attachment(file: &Path, kept: Option<&String>) -> Result<Value, Text> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sha256 = digest(file).map_err(|error| {
        let (shown, why) = (clean(&file.to_string_lossy()).into_owned(), crate::text::disk(&error));
        let (zh, en) = (why.zh(), why.en());
        tr!("读不出 {shown}：{zh}"; "{shown} cannot be read: {en}")
    })?;
    let mut table = Table::from_iter([("name".to_owned(), Value::String(name)), ("sha256".to_owned(), Value::String(sha256))]);
    if let Some(kept) = kept {
        table.insert("kept".to_owned(), Value::String(kept.clone()));
    }
    Ok(Value::Table(table))
}

fn digest(file: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(file)?, &mut hash)?;
    Ok(format!("{:x}", hash.finalize()))
}

/// Compares what lies at hand with what records say. 1 where a paper is another, 2 where one is not at hand.
fn verify(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.read(matches, TextPolicy::Drop)?;
    let ledger: Ledger = register.ledger()?;
    let today = crate::cli::session::today(&ledger.mechanism);
    let given = matches.get_many::<String>(RECORD).into_iter().flatten();
    let records =
        given.map(|given| reference::resolve_reference(given, &ledger.mechanism, today)).collect::<Result<Vec<_>, Text>>()?;
    let folders: Vec<PathBuf> = matches.get_many::<PathBuf>("in").into_iter().flatten().cloned().collect();
    if let Some(missing) = folders.iter().find(|folder| !folder.is_dir()) {
        let shown = clean(&missing.to_string_lossy()).into_owned();
        return Err(tr!("没有文件夹 {shown}，请核对 --in"; "there is no folder {shown}; check --in").into());
    }
    let proofs = report::proofs(&ledger, &records, &|name, kept| {
        let places = folders.iter().map(|folder| folder.join(name)).chain(kept.map(|kept| Path::new(kept).join(name)));
        let places = places.chain(kept.map(PathBuf::from));
        places.filter(|register| register.is_file()).find_map(|register| digest(&register).ok())
    });
    let worst = proofs.iter().map(|Proof { proven, .. }| *proven).max();
    let code = match worst {
        Some(Proven::Differs) => 1,
        Some(Proven::Absent) => 2,
        _ => 0,
    };
    Ok(Reply { out: render::proofs(&proofs, session.options).into_bytes(), code, ..Reply::default() })
}
