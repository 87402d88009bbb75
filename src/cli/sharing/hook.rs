//! `hook`: what a shared repository lets in, and what is asked before git commits in a clone. The hooks call this program.

use std::io::Read as _;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::session::{Session, facts_cache};
use crate::cli::{Command, Reply, args};
use crate::ops::{self, GateOutcome, GateRequest, HookRequest, StagedRequest};
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
    let install = Text::fixed("装到一个裸仓库，或本机的台账", "install it in a bare repository, or in this clone");
    let repository = Text::fixed("裸仓库的文件夹", "the folder of the bare repository");
    let pre_commit = Text::fixed(
        "装到本机的台账：git commit 之前按关口的规矩检查已暂存的内容",
        "install it in this clone: before git commits, what is staged is judged as the gate will judge it",
    );
    let check = Text::fixed("由 git 在收到推送时运行", "run by git when a push arrives");
    let staged = Text::fixed("由 git 在提交之前运行", "run by git before it commits");
    command
        .subcommand_required(true)
        .subcommand(
            args::subcommand("install", "安装", &install, lang)
                .arg(
                    args::arg("repository", Text::fixed("仓库", "REPO.git"), repository, lang)
                        .required_unless_present("pre-commit")
                        .conflicts_with("pre-commit")
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(args::switch("pre-commit", pre_commit, lang)),
        )
        .subcommand(args::subcommand("run", "运行", &check, lang).hide(true))
        .subcommand(args::subcommand("staged", "暂存", &staged, lang).hide(true))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("install", within)) if within.get_flag("pre-commit") => install_pre_commit(session),
        Some(("install", within)) => install_gate(within, session),
        Some(("staged", _)) => staged(session),
        _ => check(session),
    }
}

fn install_gate(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let repository = matches.get_one::<PathBuf>("repository").cloned().unwrap_or_default();
    let request = HookRequest { repository, program: std::env::current_exe()? };
    ops::install_gate(&request)?;
    let shown = clean(&request.repository.to_string_lossy()).into_owned();
    let said = tr!(
        "关口已装到 {shown}\n下一步：用一次 liandong sync 试试；各单位自己也会核验，关口只是第二道\n";
        "the gate stands at {shown}\nnext: try it with liandong sync; every clone verifies for itself, the gate is a second line\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

fn install_pre_commit(session: &Session) -> anyhow::Result<Reply> {
    let file = ops::install_pre_commit(&session.register()?, &std::env::current_exe()?)?;
    let shown = clean(&file.to_string_lossy()).into_owned();
    let said = tr!(
        "已装到 {shown}：git commit 之前先检查\n下一步：手工改了记录的，用 liandong commit 提交更好，它同样检查，还会签名\n";
        "it stands at {shown}: what is staged is judged before git commits\nnext: what was edited by hand is better committed with liandong commit, which judges the same and signs\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

/// Looks at what is staged: git runs hooks at the top of the work tree, and names the index where it made one for this commit.
fn staged(session: &Session) -> anyhow::Result<Reply> {
    let request = StagedRequest {
        folder: session.register()?,
        index: std::env::var_os("GIT_INDEX_FILE").map(std::path::absolute).transpose()?,
        now: session.environment().now,
        facts: facts_cache(),
    };
    Ok(match ops::judge_staged(&request)? {
        GateOutcome::Accepted => Reply::default(),
        GateOutcome::Refused(refusal) => {
            Reply { err: render::staged_refusal(&refusal, session.options).into_bytes(), code: 1, ..Reply::default() }
        }
    })
}

/// How much git may tell of a push, in bytes: a line a branch.
const MOVES_BYTES: u64 = 1024 * 1024;

/// Looks at a push: git says on standard input which branches would move.
fn check(session: &Session) -> anyhow::Result<Reply> {
    crate::platform::lift_memory_bound();
    let mut moves = String::new();
    std::io::stdin().take(MOVES_BYTES).read_to_string(&mut moves)?;
    let request = GateRequest {
        repository: std::env::var_os("GIT_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from),
        quarantine: std::env::var_os("GIT_QUARANTINE_PATH").map(PathBuf::from),
        moves,
        // A push is judged by the clock of whoever receives it, which nobody who pushes can set.
        now: chrono::Utc::now(),
        facts: facts_cache(),
    };
    Ok(match ops::gate(&request)? {
        GateOutcome::Accepted => Reply::default(),
        GateOutcome::Refused(refusal) => {
            Reply { err: render::gate_refusal(&refusal, session.options).into_bytes(), code: 1, ..Reply::default() }
        }
    })
}
