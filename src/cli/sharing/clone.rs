//! `clone`: a register that others share, fetched for the first time. Nothing lies in the folder before it is verified.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::stopped;
use crate::cli::session::{Session, programs};
use crate::cli::{Command, Reply, app};
use crate::git::History;
use crate::sync::fetch_first;
use crate::text::{Lang, Text, clean};
use crate::{tr, trust};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "clone",
    zh: "取用台账",
    about: Text::fixed(
        "取来一份共享的台账，核验后才写到文件夹里",
        "Fetch a shared register; it is verified before anything is written",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let address = Text::fixed("共享地址：https://…、ssh://… 或文件夹", "where it is shared: https://…, ssh://… or a folder");
    let folder = Text::fixed("放到哪个文件夹；默认按地址取名", "into which folder; named after the address by default");
    command
        .arg(app::arg("address", Text::fixed("地址", "ADDRESS"), address, lang).required(true))
        .arg(app::arg("folder", Text::fixed("文件夹", "DIR"), folder, lang).value_parser(clap::value_parser!(PathBuf)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let given = matches.get_one::<String>("address").map_or("", String::as_str);
    // Git would take a relative folder from where it runs.
    let local = Path::new(given);
    let address = if local.is_dir() { std::path::absolute(local)?.to_string_lossy().into_owned() } else { given.to_owned() };
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_else(|| named_after(&address));
    let shown = clean(&folder.to_string_lossy()).into_owned();
    if folder.symlink_metadata().is_ok() && std::fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_some()) {
        return Err(tr!("{shown} 已经有了，请另选文件夹"; "{shown} is there already; choose another folder").into());
    }
    let failed = || tr!("不能在 {shown} 放台账"; "no register can be put in {shown}");
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).with_context(failed)?;
    // Made beside its place and moved there when it is whole.
    let made = tempfile::Builder::new().prefix(".liandong-").tempdir_in(parent).with_context(failed)?;
    let programs = programs();
    let verdict = match fetch_first(&programs, &address, made.path()) {
        Ok(verdict) => verdict,
        Err(why) => return stopped::explain_stop(&why, session.options),
    };
    let history = History::open(made.path()).map_err(Text::from)?;
    let root = trust::begins(&history, verdict.tip).map_err(Text::from)?;
    if folder.is_dir() {
        std::fs::remove_dir(&folder).with_context(failed)?;
    }
    std::fs::rename(made.keep(), &folder).with_context(failed)?;
    let trusted = match root {
        Some(root) => {
            let (commit, key, count) = (root.commit.short(), root.key, verdict.commits.len());
            tr!(
                "已核验 {count} 次提交。请打电话与办公室核对台账的起点：提交 {commit}，密钥 {key}\n";
                "{count} commits verified. Compare by telephone with the office where trust begins: commit {commit}, key {key}\n"
            )
        }
        None => Text::fixed(
            "这个台账还没有启用签名，内容没有人担保\n",
            "nothing in this register is signed yet: nobody vouches for it\n",
        ),
    };
    let (zh, en) = (trusted.zh(), trusted.en());
    let said = tr!(
        "台账已在 {shown}\n{zh}下一步：进入该文件夹，用 liandong join --unit 单位 --name 姓名 加入\n";
        "the register stands in {shown}\n{en}next: go there and join with liandong join --unit UNIT --name NAME\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

/// The last part of an address, without what git adds.
fn named_after(address: &str) -> PathBuf {
    let last = address.trim_end_matches('/').rsplit(['/', ':', '\\']).next().unwrap_or_default();
    let name = last.trim_end_matches(".git").trim_start_matches(['.', '-']);
    PathBuf::from(if name.is_empty() { "台账" } else { name })
}
