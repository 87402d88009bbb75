//! `pack`: what the other side lacks, as a standard git bundle for a stick or a mail.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{SyncContext, commit_named};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::{self, Id};
use crate::text::{Lang, Text, clean};
use crate::{tr, trust};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "pack",
    zh: "打包",
    about: Text::fixed(
        "把对方还没有的打成一个文件，用优盘或邮件送去",
        "Pack what the other side lacks into a file, for a stick or a mail",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("写到哪个文件，如 公安.bundle", "which file to write, such as gongan.bundle");
    let since = Text::fixed(
        "对方已有到哪次提交；默认上次同步时共享的",
        "up to which commit the other side has it; the last shared one by default",
    );
    command
        .arg(app::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::option("since", Text::fixed("提交", "REV"), since, lang).conflicts_with("all"))
        .arg(app::switch("all", Text::fixed("整个台账", "the whole register"), lang))
        .arg(app::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let shown = clean(&file.to_string_lossy()).into_owned();
    if file.symlink_metadata().is_ok() && !matches.get_flag("force") {
        return Err(tr!("{shown} 已经有了；要覆盖请加 --force"; "{shown} is there already; --force overwrites it").into());
    }
    let context = SyncContext::open(session)?;
    let history = context.history()?;
    let (branch, tip) = history.head().map_err(Text::from)?;
    let tip = tip.ok_or(Text::fixed("台账里还没有登记", "nothing is filed yet"))?;
    let without: Option<Id> = match matches.get_one::<String>("since") {
        _ if matches.get_flag("all") => None,
        Some(rev) => Some(commit_named(rev, &history)?),
        None => trust::verified(&history).map_err(Text::from)?,
    };
    if without.is_some_and(|known| history.is_descendant(known, tip).unwrap_or(false)) {
        return Err(Text::fixed(
            "没有对方还缺的；要把整个台账打包请加 --all，或用 --since 写明对方已有到哪次提交",
            "the other side lacks nothing; --all packs the whole register, --since says up to where it has it",
        )
        .into());
    }
    let count = history.commits_since(tip, without.as_slice()).map_err(Text::from)?.len();
    // Written beside and moved when it is whole.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(std::path::Path::new("."));
    let beside = tempfile::Builder::new().prefix(".liandong-").tempdir_in(folder)?;
    let whole = beside.path().join("pack");
    git::write_bundle(&context.programs, &context.register.root, &whole, &branch, without.as_slice())
        .map_err(|why| why.describe())?;
    std::fs::rename(&whole, &file)?;
    let said = tr!(
        "已把 {count} 次登记打包到 {shown}\n下一步：对方在自己的台账里运行 liandong receive 收取\n";
        "{count} filings are packed into {shown}\nnext: the other side takes it with liandong receive\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}
