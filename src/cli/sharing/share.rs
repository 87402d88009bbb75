//! `share`: the place through which a register is shared, made where it is not there, and filled.

use clap::ArgMatches;

use super::sync::reply;
use super::{placed, text, wants_json};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args, ask};
use crate::git::{RegisterFolder, shown_address};
use crate::ops::{self, ShareRequest, SyncOutcome};
use crate::render::json;
use crate::text::{Lang, Text, clean, shell_word};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "share",
    zh: "共享",
    about: Text::fixed(
        "建好共享处（没有时），把台账送上去，供各单位取用",
        "Make the shared place where there is none, and send the register there for others to fetch",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let address = Text::fixed(
        "共享盘上的文件夹（没有会新建），或空仓库的 https://…、ssh://… 地址",
        "a folder on a shared drive, which is made where it is not there, or the https://… or ssh://… of an empty repository",
    );
    let after = Text::fixed("例如：liandong share /共享盘/台账.git", "For example: liandong share /shared/register.git");
    command
        .arg(args::arg("address", Text::fixed("地址", "ADDRESS"), address, lang))
        .arg(args::format(&["text", "json"], lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let question =
        Text::fixed("共享盘上的文件夹，或空仓库的地址：", "a folder on a shared drive, or the address of an empty repository: ");
    let lacking = Text::fixed("请写明共享处：liandong share 地址", "say where it is shared: liandong share ADDRESS");
    let typed = ask::needed(text(matches, "address"), &question, lacking, session.options.lang)?;
    let root = session.register()?;
    share(&root, &typed, matches, session)
}

/// Shares the register in a folder at an address as it was typed.
pub(in crate::cli) fn share(
    root: &RegisterFolder,
    typed: &str,
    matches: &ArgMatches,
    session: &Session,
) -> anyhow::Result<Reply> {
    let address = placed(typed)?;
    let shared = ops::share(root, &ShareRequest { address: address.clone() }, &session.environment())?;
    let SyncOutcome::Done(receipt) = &shared.exchange else { return Ok(reply(&shared.exchange, matches, session)) };
    if wants_json(matches) {
        let code = if receipt.unsent.is_some() { 2 } else { 0 };
        return Ok(Reply { code, ..Reply::ok(json::json(&shared)) });
    }
    let exchanged = reply(&shared.exchange, matches, session);
    let lang = session.options.lang;
    let mut out = String::new();
    if let Some(made) = &shared.made {
        let made = clean(&made.to_string_lossy()).into_owned();
        out.push_str(tr!("已建好共享处 {made}\n"; "the shared place {made} was made\n").get(lang));
    }
    out.push_str(&String::from_utf8_lossy(&exchanged.out));
    if receipt.unsent.is_none() {
        let address = shell_word(&shown_address(&address));
        let next = tr!(
            "下一步：各单位用 liandong clone {address} 取用；要签名的，先用 liandong join 加入，再用 liandong trust on 启用\n";
            "next: units fetch it with liandong clone {address}; for signatures join with liandong join, then turn them on with liandong trust on\n"
        );
        out.push_str(next.get(lang));
    }
    Ok(Reply { out: out.into_bytes(), ..exchanged })
}
