//! `hook`: what a shared repository lets in. The hook calls this program, which verifies what a push brought before it is accepted.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::verify::table;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::{History, Id};
use crate::render::RenderOptions;
use crate::store;
use crate::sync::{GateRefusal, gate};
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
            app::subcommand("install", "安装", &install, lang).arg(
                app::arg("repository", Text::fixed("仓库", "REPO.git"), repository, lang)
                    .required(true)
                    .value_parser(clap::value_parser!(PathBuf)),
            ),
        )
        .subcommand(app::subcommand("run", "运行", &check, lang).hide(true))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("install", within)) => install(within, session),
        _ => check(session.options),
    }
}

/// More than a year of a large district is; a push larger than that is no push of records.
const LARGEST_PUSH: &str = "64m";

fn install(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let folder = matches.get_one::<PathBuf>("repository").cloned().unwrap_or_default();
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let none =
        || tr!("{shown} 不是裸仓库；先用 git init --bare 建一个"; "{shown} is no bare repository; make one with git init --bare");
    if !folder.join("objects").is_dir() || !folder.join("HEAD").is_file() {
        return Err(none().into());
    }
    let history = History::open(&folder).map_err(|_| none())?;
    let hook = folder.join("hooks").join("pre-receive");
    if hook.symlink_metadata().is_ok() && !std::fs::read_to_string(&hook).is_ok_and(|text| text.contains(MARK)) {
        let hook = clean(&hook.to_string_lossy()).into_owned();
        return Err(tr!("{hook} 已有别的钩子，请先移走"; "there is another hook at {hook}; move it away first").into());
    }
    let program = std::env::current_exe()?;
    let program = program.to_string_lossy().replace('\'', "'\\''");
    std::fs::create_dir_all(folder.join("hooks"))?;
    store::write_file(&hook, format!("#!/bin/sh\n# {MARK}\nexec '{program}' hook run\n").as_bytes())?;
    make_executable(&hook)?;
    let settings = [
        ("receive.denyNonFastForwards", "true"),
        ("receive.denyDeletes", "true"),
        ("receive.fsckObjects", "true"),
        ("receive.maxInputSize", LARGEST_PUSH),
        ("core.hooksPath", "hooks"),
    ];
    // A repository made by hand may have a head of another name.
    history.head_to_main().map_err(Text::from)?;
    for (key, value) in settings {
        history.set(key, value).map_err(Text::from)?;
    }
    let said = tr!(
        "关口已装到 {shown}\n下一步：用一次 liandong sync 试试；各单位自己也会核验，关口只是第二道\n";
        "the gate stands at {shown}\nnext: try it with liandong sync; every clone verifies for itself, the gate is a second line\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

/// By which this program's own hook is known again.
const MARK: &str = "liandong hook";

#[cfg(unix)]
fn make_executable(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// How much git may tell of a push: a line a branch.
const TOLD: u64 = 1024 * 1024;

/// Looks at a push: git says on standard input which branches would move.
fn check(options: RenderOptions) -> anyhow::Result<Reply> {
    let mut told = String::new();
    std::io::stdin().take(TOLD).read_to_string(&mut told)?;
    let git = std::env::var_os("GIT_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let objects = std::env::var_os("GIT_QUARANTINE_PATH").map(PathBuf::from);
    let open = || History::receiving(&git, objects.as_deref());
    let history = open().map_err(Text::from)?;
    let now = chrono::Utc::now();
    for line in told.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [old, new, branch] = words[..] else { continue };
        let id = |digits: &str| -> Result<Option<Id>, Text> {
            if digits.bytes().all(|digit| digit == b'0') { Ok(None) } else { Ok(history.find(digits)?) }
        };
        if let Err(refusal) = gate(&open, branch, (id(old)?, id(new)?), now).map_err(Text::from)? {
            return Ok(Reply { err: refused(&refusal, options).into_bytes(), code: 1, ..Reply::default() });
        }
    }
    Ok(Reply::default())
}

fn refused(refusal: &GateRefusal, options: RenderOptions) -> String {
    let said = match refusal {
        GateRefusal::Branch(branch) => {
            let branch = clean(branch).into_owned();
            return tr!(
                "没有接收：{branch} 不是台账的分支，或要删去它；请用 liandong sync 送\n";
                "not accepted: {branch} is not the register's branch, or would be deleted; send with liandong sync\n"
            )
            .get(options.lang)
            .to_owned();
        }
        GateRefusal::Breaches(verdict) => table(&verdict.breaches, options),
        GateRefusal::Form(faults) => {
            let line = |(file, what): &(String, Text)| format!("{}：{}\n", clean(file), clean(what.get(options.lang)));
            faults.iter().map(line).collect()
        }
    };
    let head = Text::fixed("没有接收：\n", "not accepted:\n");
    let next = Text::fixed(
        "下一步：改好后用 liandong sync 再送；密钥没有登记的，把加入申请交办公室\n",
        "next: mend it and send again with liandong sync; a key that is not admitted needs a request to the office\n",
    );
    format!("{}{said}{}", head.get(options.lang), next.get(options.lang))
}
