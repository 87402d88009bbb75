//! `init`: a new register from the mechanism that the program ships.

use std::path::PathBuf;

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, app, args};
use crate::ops;
use crate::report;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "init",
    zh: "新建台账",
    about: Text::fixed("按程序自带的机制新建一个台账", "Make a new register from the shipped mechanism"),
    args,
    run,
};

/// What `--editors` does.
pub(super) const EDITORS: Text = Text::fixed(
    "写入编辑器设置（tombi、taplo、VS Code）：边写边补全、边查错；只在本机，不随台账送出",
    "write settings for editors (tombi, taplo, VS Code) that complete and check as one types; on this computer alone, never sent",
);

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help =
        Text::fixed("新台账的文件夹：不存在的，或空的", "the folder of the new register: one that does not exist, or is empty");
    command
        .arg(
            app::arg("folder", Text::fixed("文件夹", "DIR"), help, lang)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(args::switch("editors", EDITORS, lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let editors = if matches.get_flag("editors") { report::editor_files(session.options.lang) } else { Vec::new() };
    ops::init(&folder, &editors, &session.environment())?;
    let done = tr!(
        "已在 {shown} 新建台账\n下一步：进入该文件夹，用 liandong liaison set 登记联络员，用 liandong check 看还差什么\n";
        "a new register stands in {shown}\nnext: go there, file liaisons with liandong liaison set, and see what lacks with liandong check\n"
    );
    Ok(Reply::ok(done.get(session.options.lang)))
}
