//! `sync`: what was filed here goes out, what others filed comes in.

use crate::ops::JOINED_UNIT;
use clap::ArgMatches;
use serde::Serialize;

use super::incoming::Incoming;
use super::{SyncContext, stopped};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::git::Remote;
use crate::model::UnitId;
use crate::render::json;
use crate::sync::Synced;
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "sync",
    zh: "同步",
    about: Text::fixed("送出本机登记的，取来别人登记的", "Send what was filed here, take what others filed"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let address = Text::fixed("共享地址，第一次写明即可", "where it is shared; needed the first time only");
    command.arg(app::arg("address", Text::fixed("地址", "ADDRESS"), address, lang)).arg(app::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let context = SyncContext::open(session)?;
    if let Some(address) = matches.get_one::<String>("address") {
        let local = std::path::Path::new(address);
        let address = if local.is_dir() { std::path::absolute(local)?.to_string_lossy().into_owned() } else { address.clone() };
        Remote::note(&context.register.root, &address).map_err(|why| why.describe())?;
    }
    match context.exchange().sync() {
        Ok(synced) => describe_sync(&synced, &context, matches, session),
        Err(why) => stopped::explain_stop(&why, session.options),
    }
}

/// What an exchange came to, for other programs.
#[derive(Serialize)]
struct SyncReceipt {
    version: u32,
    commit: Option<String>,
    sent: usize,
    unsent: Option<Text>,
    #[serde(rename = "came")]
    incoming: Incoming,
}

/// Says what an exchange came to.
pub(super) fn describe_sync(
    synced: &Synced,
    context: &SyncContext,
    matches: &ArgMatches,
    session: &Session,
) -> anyhow::Result<Reply> {
    let (history, mechanism, lang) = (context.history()?, &context.register.mechanism, session.options.lang);
    let me: Option<UnitId> = history.setting(JOINED_UNIT).and_then(|unit| mechanism.unit_named(&unit).ok().cloned());
    let differing = match synced.after.filter(|after| synced.before != Some(*after)) {
        Some(after) => history.diff_trees(synced.before, after).map_err(Text::from)?,
        None => Vec::new(),
    };
    let incoming = Incoming::from_differences(&differing, &history, mechanism, me.as_ref())?;
    let unsent = synced.unsent.as_ref().map(crate::git::Unreached::describe);
    let code = if unsent.is_some() { 2 } else { 0 };
    if matches.try_get_one::<String>("format").ok().flatten().is_some_and(|format| format == "json") {
        let receipt =
            SyncReceipt { version: 1, commit: synced.after.map(|id| id.to_string()), sent: synced.sent, unsent, incoming };
        return Ok(Reply { code, ..Reply::ok(json::json(&receipt)) });
    }
    let mut out = String::new();
    if synced.sent > 0 {
        let sent = synced.sent;
        out.push_str(tr!("送出 {sent} 次登记\n"; "{sent} filings sent\n").get(lang));
    }
    if !differing.is_empty() {
        out.push_str(Text::fixed("取来：\n", "came in:\n").get(lang));
        out.push_str(&incoming.describe(lang));
    }
    if let Some(root) = &synced.trust {
        let (commit, key) = (root.commit, &root.key);
        let said = tr!(
            "从现在起核验签名。请打电话与办公室核对台账的起点：提交 {commit}，密钥 {key}\n";
            "signatures count from now on. Compare by telephone with the office where trust begins: commit {commit}, key {key}\n"
        );
        out.push_str(said.get(lang));
    }
    if out.is_empty() && unsent.is_none() {
        out.push_str(Text::fixed("没有新的\n", "nothing new\n").get(lang));
    }
    let err = unsent.map(|why| format!("{}\n", why.get(lang))).unwrap_or_default();
    Ok(Reply { err: err.into_bytes(), code, ..Reply::ok(out) })
}
