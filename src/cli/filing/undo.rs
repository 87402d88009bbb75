//! `undo`: takes back a filing that nobody else has. What it will do is shown and asked first; a script says it with an option.

use clap::{ArgMatches, Command as Clap};

use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, ask};
use crate::ops::{self, UndoOutcome, UndoRequest};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "undo",
    zh: "撤回登记",
    about: Text::fixed(
        "撤回一次还没有别人看到的登记（撤回的是登记，不是已经做了的事）",
        "Take back a filing that nobody else has (the entry, not what was done)",
    ),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    let what = Text::fixed(
        "哪条记录的最近一次登记，或提交号；不写则是最近一次登记",
        "the record whose last filing it is, or a commit; the last filing of all where nothing is said",
    );
    let yes = Text::fixed(
        "确认没有通知过任何人：公文、文书没有送出，也没有电话告知",
        "nobody was told: no paper or order went out, and no word by telephone",
    );
    let after = Text::fixed(
        "只撤回本机登记、还没有送出的：先查看共享的台账，连不上就不撤回；同步、试送、打包、印公文、克隆之后都算已送出。\n\
         记录的编号不再给别的记录，发文字号可以用在改正后的登记上；新记录的原文存为草稿，其余的原文存在 drafts/undone。\n\
         用别的程序复制台账文件夹，本程序看不到，所以还要问。已经送出的，用 amend（勘误）、notice correct（更正）、notice withdraw（撤回）。\n\
         例如：liandong undo\n      liandong undo 隐患 公安/3 --yes",
        "Only what was filed here and has not gone out: the shared register is looked at first, and nothing is taken back where it is not reached. \
         What was synchronised, tried to be sent, packed, printed as a paper or cloned counts as gone.\n\
         The record's number is given to nothing else; its document number is free for the corrected entry. The text of a new record is kept as a draft, any other below drafts/undone.\n\
         A copy of the folder made by other programs is not seen here, which is why you are asked. What has gone out is amended (amend), corrected \
         (notice correct) or withdrawn (notice withdraw).\nFor example: liandong undo\n             liandong undo 'hazard gongan/3' --yes",
    );
    command
        .arg(app::arg("what", Text::fixed("记录", "RECORD"), what, lang).num_args(0..))
        .arg(app::switch("yes", yes, lang))
        .arg(app::switch("json", Text::fixed("以 JSON 输出结果", "print the result as JSON"), lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let words: Vec<&str> = matches.get_many::<String>("what").into_iter().flatten().map(String::as_str).collect();
    let what = Some(words.join(" ")).filter(|what| !what.is_empty());
    let mut request = UndoRequest { what, still_here: matches.get_flag("yes") };
    let (register, options) = (session.open_register()?, session.options);
    let mut outcome = ops::undo(&register, &request, &session.environment())?;
    if let UndoOutcome::Asks(view) = &outcome
        && !matches.get_flag("json")
    {
        let question = Text::fixed(
            "撤回的是登记。通报、文书、通知等还没有送出、张贴，也没有电话告知任何人，确认撤回？[y/N] ",
            "Only the entry is taken back. Has nothing gone out on paper, been put up, or been told by telephone, and is it to go? [y/N] ",
        );
        let shown = render::undo_preview(view, options);
        match ask::yes(&shown, &question, options.lang) {
            Some(true) => {
                // Just that one: others may have filed meanwhile.
                request = UndoRequest { what: Some(view.commit.clone()), still_here: true };
                outcome = ops::undo(&register, &request, &session.environment())?;
            }
            Some(false) => {
                let kept = Text::fixed(
                    "没有撤回。已经送出或告知的，登记要留着。\n",
                    "Nothing was taken back. What has gone out or been told stays in the register.\n",
                );
                return Ok(refused(format!("{}{}", kept.get(options.lang), render::instead(&view.instead, options))));
            }
            None => {
                let how = Text::fixed(
                    "没有撤回：这里不能提问。确认没有送出、没有告知任何人的，加 --yes\n",
                    "nothing was taken back: nobody can be asked here. Add --yes if nothing went out and nobody was told\n",
                );
                return Ok(refused(format!("{shown}{}{}", how.get(options.lang), render::instead(&view.instead, options))));
            }
        }
    }
    let code = if matches!(outcome, UndoOutcome::Undone(_)) { 0 } else { 2 };
    if matches.get_flag("json") {
        return Ok(Reply { code, ..Reply::done(json::json(&outcome)) });
    }
    Ok(match &outcome {
        UndoOutcome::Undone(view) => Reply::done(render::undone(view, options)),
        UndoOutcome::Stays(stays) => refused(render::irretrievable(stays, options)),
        UndoOutcome::Settled(what) => refused(format!("{}\n", what.get(options.lang))),
        UndoOutcome::Asks(view) => refused(render::undo_preview(view, options)),
    })
}

fn refused(why: String) -> Reply {
    Reply { err: why.into_bytes(), code: 2, ..Reply::default() }
}
