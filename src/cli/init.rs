//! `init`: a new register from the mechanism that the program ships.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::{Session, now};
use super::{Command, Reply, app};
use crate::model::ROOT_FILES;
use crate::ops::mechanism;
use crate::store::{self, Source};
use crate::text::{Lang, Text, clean};
use crate::{git, tr};

pub(super) static COMMAND: Command = Command {
    name: "init",
    zh: "新建台账",
    about: Text::fixed("按程序自带的机制新建一个台账", "Make a new register from the shipped mechanism"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help =
        Text::fixed("新台账的文件夹：不存在的，或空的", "the folder of the new register: one that does not exist, or is empty");
    command.arg(
        app::arg("folder", Text::fixed("文件夹", "DIR"), help, lang).required(true).value_parser(clap::value_parser!(PathBuf)),
    )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let shown = clean(&folder.to_string_lossy()).into_owned();
    if fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        return Err(tr!("{shown} 不是空的，请另选文件夹"; "{shown} is not empty; choose another folder").into());
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = || tr!("不能在 {shown} 新建台账"; "no register can be made in {shown}");
    fs::create_dir_all(parent).with_context(failed)?;
    // Made beside its place and moved there when it is whole.
    let made = tempfile::Builder::new().prefix(".liandong-").tempdir_in(parent).with_context(failed)?;
    for (path, bytes) in store::shipped().chain(ROOT_FILES.map(|(path, text)| (path, text.as_bytes()))) {
        let file = made.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(made.path())).with_context(failed)?;
        store::write_file(&file, bytes)?;
    }
    let known = store::load_mechanism(&Source::Folder(made.path().to_owned()))?;
    let mechanism = mechanism(&known)?;
    git::init(made.path(), "新建台账", now(&mechanism)).map_err(Text::from)?;
    if folder.is_dir() {
        fs::remove_dir(&folder).with_context(failed)?;
    }
    fs::rename(made.keep(), &folder).with_context(failed)?;
    let done = tr!(
        "已在 {shown} 新建台账\n下一步：进入该文件夹，用 liandong liaison set 登记联络员，用 liandong check 看还差什么\n";
        "a new register stands in {shown}\nnext: go there, file liaisons with liandong liaison set, and see what lacks with liandong check\n"
    );
    Ok(Reply::ok(done.get(session.options.lang)))
}
