//! `key`: whose signature counts. The office admits and retires.

mod add;
mod list;
mod retire;
mod settle;
mod signers;

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches};

use crate::cli::filing::options::acting;
use crate::cli::session::Session;
use crate::cli::sharing::ask;
use crate::cli::{Command, Reply, args};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "key",
    zh: "密钥",
    about: Text::fixed("登记、停用、列出签名密钥", "Admit, retire and list signing keys"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed(
        "加入申请（join 写的文件），可写几份，或放申请的文件夹",
        "the request that join wrote; several, or a folder of them, may be named",
    );
    let role = Text::fixed(
        "用途：联络员、负责人、办公室；可写多次；默认照申请",
        "what it may sign: liaison, leader, office; may be repeated; as the request asks by default",
    );
    let since = Text::fixed("从哪天起；默认今天", "from which day; today by default");
    let key = Text::fixed(
        "哪把：指纹的开头（SHA256:…）或 单位/姓名",
        "which: the beginning of its fingerprint (SHA256:…) or UNIT/NAME",
    );
    let until =
        Text::fixed("到哪天为止；默认今天前一天，即刻停用", "its last day; yesterday by default, so that it ends at once");
    let lost = Text::fixed("密钥失密，落入他人之手", "it fell into other hands");
    let good = Text::fixed(
        "最后一次可信的提交，之后的逐件核实",
        "the last commit that is surely its holder's; what came since is named",
    );
    let vouch = Text::fixed(
        "之后的提交中仍可信的：它改的密钥、设置不恢复；可写多次（限办公室的密钥）",
        "a commit that came since and is good all the same: what it changed stays; may be repeated (for keys of the office)",
    );
    let commits = Text::fixed("哪次提交，或 起..止", "which commit, or FROM..TO");
    let out = Text::fixed("写到哪个文件；默认打印", "which file to write; printed by default");
    let about = |zh, en| Text::fixed(zh, en);
    command
        .subcommand_required(true)
        .subcommand(
            args::subcommand("add", "登记", &about("登记一把密钥", "Admit a key"), lang)
                .arg(
                    args::arg("file", Text::fixed("文件", "FILE"), file, lang)
                        .required(true)
                        .num_args(1..)
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(args::option("role", Text::fixed("用途", "ROLE"), role, lang).action(ArgAction::Append))
                .arg(args::option("since", Text::fixed("日期", "DAY"), since, lang))
                .arg(ask(lang))
                .args(acting(lang)),
        )
        .subcommand(
            args::subcommand("list", "列出", &about("列出密钥", "List keys"), lang).arg(args::format(&["table", "json"], lang)),
        )
        .subcommand(
            args::subcommand("retire", "停用", &about("停用一把密钥", "Retire a key"), lang)
                .arg(args::arg("key", Text::fixed("密钥", "KEY"), key, lang).required(true))
                .arg(args::option("until", Text::fixed("日期", "DAY"), until, lang))
                .arg(ask(lang))
                .arg(args::switch("compromised", lost, lang).requires("last-good"))
                .arg(args::option("last-good", Text::fixed("提交", "REV"), good, lang).requires("compromised"))
                .arg(
                    args::option("vouch", Text::fixed("提交", "REV"), vouch, lang)
                        .action(ArgAction::Append)
                        .requires("compromised"),
                )
                .args(acting(lang)),
        )
        .subcommand(
            args::subcommand(
                "vouch",
                "确认",
                &about("确认失密后签的提交是本单位的", "Say that commits signed since a key was lost are one's own"),
                lang,
            )
            .arg(args::arg("commits", Text::fixed("提交", "REV"), commits.clone(), lang).required(true))
            .args(acting(lang)),
        )
        .subcommand(
            args::subcommand(
                "disown",
                "否认",
                &about("说明失密后签的提交不是本单位的", "Say that commits signed since a key was lost are not one's own"),
                lang,
            )
            .arg(args::arg("commits", Text::fixed("提交", "REV"), commits, lang).required(true))
            .args(acting(lang)),
        )
        .subcommand(
            args::subcommand(
                "allowed-signers",
                "签名人",
                &about("写出 git 认的签名人文件", "Write the file of signers that plain git understands"),
                lang,
            )
            .arg(args::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf))),
        )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("add", within)) => add::run(within, session),
        Some(("retire", within)) => retire::run(within, session),
        Some(("vouch", within)) => settle::run(within, session, true),
        Some(("disown", within)) => settle::run(within, session, false),
        Some(("allowed-signers", within)) => signers::run(within, session),
        Some((_, within)) => list::run(within, session),
        None => Ok(Reply::default()),
    }
}
