//! `edit`: a whole record in the person's own editor. What cannot be so is shown, and the way back into the editor offered.

use std::io::IsTerminal as _;

use clap::ArgMatches;

use super::author::author_request;
use super::options::{RECORD, edition};
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, ask};
use crate::ops::{self, EditRequest, Editing, FilingOutcome};
use crate::text::{Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "edit",
    zh: "编辑",
    about: Text::fixed(
        "用编辑器修改一份记录，存盘后检查、登记",
        "Change a record in an editor; it is checked and filed on saving",
    ),
    args: edition,
    run,
};

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let request = EditRequest {
        record: matches.get_one::<String>(RECORD).cloned().unwrap_or_default(),
        reason: matches.get_one::<String>("reason").cloned(),
        author: author_request(matches),
        dry_run: matches.get_flag("dry-run"),
    };
    let editing = ops::edit(&register, &request)?;
    loop {
        open_editor(&editing)?;
        let outcome = editing.finish(&request, &editing.left())?;
        let mut reply = filing_reply(&outcome, matches, session.options);
        if matches!(outcome, FilingOutcome::Filed(_) | FilingOutcome::Idle(_)) {
            return Ok(reply);
        }
        if reply.code == 0 || !goes_back(&reply, session) {
            let name = &editing.draft;
            let kept = tr!(
                "改动保留在草稿 {name}；再次编辑同一记录即接着改\n";
                "the changes are kept as draft {name}; edit the same record again to go on\n"
            );
            reply.err.extend(kept.get(session.options.lang).as_bytes());
            return Ok(reply);
        }
    }
}

/// Opens a draft in the editor that VISUAL or EDITOR names, else in one that the computer has.
fn open_editor(editing: &Editing<'_>) -> Result<(), Text> {
    let named = ["VISUAL", "EDITOR"].iter().any(|name| std::env::var_os(name).is_some());
    if !named && !std::io::stdin().is_terminal() {
        // One that is opened all the same would wait for keys that nobody can press.
        return Err(Text::fixed(
            "这里不是终端，打不开编辑器；请在终端里运行，或用环境变量 EDITOR 指定一个程序",
            "there is no terminal for an editor here; run it in one, or name a program with the variable EDITOR",
        ));
    }
    edit::edit_file(editing.file()).map_err(|error| {
        let (name, why) = (&editing.draft, clean(&error.to_string()).into_owned());
        tr!(
            "编辑器没有正常结束（{why}）；可用环境变量 EDITOR 指定编辑器，所改内容在草稿 {name} 中";
            "the editor did not end well ({why}); the variable EDITOR names one; what was typed is in draft {name}"
        )
    })
}

/// Shows what is wrong and asks, where somebody is there to answer.
fn goes_back(reply: &Reply, session: &Session) -> bool {
    let question = Text::fixed("回到编辑器继续改？[Y/n] ", "back to the editor? [Y/n] ");
    ask::line(&reply.err, &question, session.options.lang).is_some_and(|answer| !answer.starts_with(['n', '否']))
}
