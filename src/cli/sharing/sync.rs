//! `sync`: what was filed here goes out, what others filed comes in.

use clap::ArgMatches;

use super::{address, rejected, wants_json};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, SyncOutcome, SyncReceipt, SyncRequest};
use crate::render::{self, json};
use crate::report::FolderView;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "sync",
    zh: "同步",
    about: Text::fixed("送出本机登记的，取来别人登记的", "Send what was filed here, take what others filed"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let address = Text::fixed("共享地址，第一次写明即可", "where it is shared; needed the first time only");
    command.arg(args::arg("address", Text::fixed("地址", "ADDRESS"), address, lang)).arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let request = SyncRequest { address: address(matches)? };
    Ok(reply(&ops::sync(&session.register()?, &request, &session.environment())?, matches, session))
}

/// What an exchange came to. Exit code 1 where a person must look at something, 2 where ours did not go out.
pub(super) fn reply(outcome: &SyncOutcome, matches: &ArgMatches, session: &Session) -> Reply {
    match outcome {
        SyncOutcome::Done(receipt) => done(receipt, matches, session.options.lang),
        SyncOutcome::Rejected(rejection) => rejected(rejection, session.options),
        SyncOutcome::Clashes(clashes) => {
            Reply { err: render::clashes(clashes, session.options.lang).into_bytes(), code: 1, ..Reply::default() }
        }
    }
}

fn done(receipt: &SyncReceipt, matches: &ArgMatches, lang: Lang) -> Reply {
    let code = if receipt.unsent.is_some() { 2 } else { 0 };
    if wants_json(matches) {
        return Reply { code, ..Reply::ok(json::json(receipt)) };
    }
    // What could not go out is said already, and why.
    let folder = receipt.folder.as_ref().map(|folder| FolderView { unsent: None, ..folder.clone() }.lines()).unwrap_or_default();
    let told = receipt.unsent.iter().chain(&receipt.unnamed).chain(&folder);
    let err: String = told.flat_map(|why| [why.get(lang), "\n"]).collect();
    Reply { err: err.into_bytes(), code, ..Reply::ok(render::sync_receipt(receipt, lang)) }
}
