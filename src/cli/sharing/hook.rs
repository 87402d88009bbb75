//! `hook`: what a shared repository lets in. The hook calls this program, which verifies what a push brought before it is accepted.

use std::io::Read as _;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, GateOutcome, GateRequest, HookRequest};
use crate::render;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "hook",
    zh: "关口",
    about: Text::fixed("给共享仓库装上关口：不合的推送不收", "Give a shared repository a gate that takes only what is in order"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let install = Text::fixed("装到一个裸仓库", "install it in a bare repository");
    let repository = Text::fixed("裸仓库的文件夹", "the folder of the bare repository");
    let check = Text::fixed("由 git 在收到推送时运行", "run by git when a push arrives");
    command
        .subcommand_required(true)
        .subcommand(
            args::subcommand("install", "安装", &install, lang).arg(
                args::arg("repository", Text::fixed("仓库", "REPO.git"), repository, lang)
                    .required(true)
                    .value_parser(clap::value_parser!(PathBuf)),
            ),
        )
        .subcommand(args::subcommand("run", "运行", &check, lang).hide(true))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("install", within)) => install(within, session),
        _ => check(session),
    }
}

fn install(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let repository = matches.get_one::<PathBuf>("repository").cloned().unwrap_or_default();
    let request = HookRequest { repository, program: std::env::current_exe()? };
    ops::install_hook(&request)?;
    let shown = clean(&request.repository.to_string_lossy()).into_owned();
    let said = tr!(
        "关口已装到 {shown}\n下一步：用一次 liandong sync 试试；各单位自己也会核验，关口只是第二道\n";
        "the gate stands at {shown}\nnext: try it with liandong sync; every clone verifies for itself, the gate is a second line\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

/// How much git may tell of a push, in bytes: a line a branch.
const MOVES_BYTES: u64 = 1024 * 1024;

/// Looks at a push: git says on standard input which branches would move.
fn check(session: &Session) -> anyhow::Result<Reply> {
    let mut moves = String::new();
    std::io::stdin().take(MOVES_BYTES).read_to_string(&mut moves)?;
    let request = GateRequest {
        repository: std::env::var_os("GIT_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from),
        quarantine: std::env::var_os("GIT_QUARANTINE_PATH").map(PathBuf::from),
        moves,
        // A push is judged by the clock of whoever receives it, which nobody who pushes can set.
        now: chrono::Utc::now(),
    };
    Ok(match ops::gate(&request)? {
        GateOutcome::Accepted => Reply::default(),
        GateOutcome::Refused(refusal) => {
            Reply { err: render::gate_refusal(&refusal, session.options).into_bytes(), code: 1, ..Reply::default() }
        }
    })
}
