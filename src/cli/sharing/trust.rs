//! `trust`: from here on every commit must be signed by somebody who was admitted.

use clap::ArgMatches;

use super::key::{entry, with_key};
use crate::cli::filing::author::own;
use crate::cli::filing::options::acting;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::History;
use crate::model::Role;
use crate::ops::PlannedCommit;
use crate::text::{Lang, Text};
use crate::tr;
use crate::trust::{self, Request, Roster};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "trust",
    zh: "信任",
    about: Text::fixed("启用签名核验；看台账的起点", "Turn signatures on; show where trust begins"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let on = Text::fixed(
        "启用：从这次提交起，每次登记都须签名（办公室）",
        "from this commit on everything must be signed (the office)",
    );
    let show = Text::fixed(
        "看台账的起点和办公室密钥的指纹，供电话核对",
        "where trust begins, and the fingerprint of the office's key, to compare by telephone",
    );
    command
        .subcommand_required(true)
        .subcommand(app::subcommand("on", "启用", &on, lang).args(acting(lang)))
        .subcommand(app::subcommand("show", "查看", &show, lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("on", within)) => on(within, session),
        _ => show(session),
    }
}

fn on(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let office = register.mechanism.office().clone();
    own(matches, &office, &register)?;
    if Roster::from_mechanism(register.mechanism.clone()).is_on() {
        return Err(Text::fixed(
            "已经启用了；liandong trust show 看起点",
            "it is on already; liandong trust show says since where",
        )
        .into());
    }
    let signing = register.signing()?.ok_or(Text::fixed(
        "办公室还没有签名密钥；先用 liandong join --unit 办公室 --name 姓名",
        "the office has no signing key yet; liandong join --unit OFFICE --name NAME first",
    ))?;
    let history = History::of_register(&register.root).map_err(Text::from)?;
    let request = Request {
        unit: office.to_string(),
        name: history.setting("user.name").unwrap_or_default(),
        role: vec![Role::Liaison.to_string(), Role::Office.to_string()],
        public: signing.key.line(),
        signature: String::new(),
    };
    let entry = entry(&request, &signing.key, register.today(), 0);
    let commit = PlannedCommit::new(&register, Text::fixed("启用签名", "Turn signatures on"), matches.get_flag("dry-run"));
    let outcome = commit.make(|locked| with_key(&register, locked, &office, entry))?;
    let mut reply = filing_reply(&outcome, matches, session.options);
    if outcome.is_filed() {
        let tip = history.head().map_err(Text::from)?.1;
        if let Some(tip) = tip {
            trust::mark_root(&history, tip).map_err(Text::from)?;
        }
        reply.out.extend(show(session)?.out);
    }
    Ok(reply)
}

fn show(session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let history = History::of_register(&register.root).map_err(Text::from)?;
    let tip = history.head().map_err(Text::from)?.1;
    let begins = match tip {
        Some(tip) => trust::begins(&history, tip).map_err(Text::from)?,
        None => None,
    };
    let Some(root) = begins else {
        return Ok(Reply::ok(
            Text::fixed(
                "还没有启用签名；办公室用 liandong trust on 启用\n",
                "signatures are not on; the office turns them on with liandong trust on\n",
            )
            .get(session.options.lang),
        ));
    };
    let (commit, key) = (root.commit, root.key);
    let said = tr!(
        "台账的起点：{commit}\n办公室密钥：{key}\n请各单位取用台账后打电话核对这两行\n";
        "trust begins at: {commit}\nthe office's key: {key}\nwhoever clones the register should compare these two lines by telephone\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}
