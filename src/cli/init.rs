//! `init`: a new register from the mechanism that the program ships.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::session::Session;
use super::sharing::share;
use super::{Command, Reply, app, args, ask};
use crate::git::{RegisterFolder, is_person_known};
use crate::model::SettingId;
use crate::ops::{self, InitOutcome, InitRequest};
use crate::report;
use crate::text::{CommandLine, Lang, Text, clean, shell_word};
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
    let name =
        Text::fixed("登记人姓名；git 已设好姓名和邮箱的不必写", "who files; needed only where git has no name and address set");
    let since = Text::fixed(
        "从哪一年起记台账，此前的为情况不明；默认从机制施行时起",
        "from which year on it is kept, what lies before being unknown; from the beginning of the mechanism by default",
    );
    let share = Text::fixed(
        "建好后就共享到这里：共享盘上的文件夹（没有会新建），或空仓库的地址；以后也可用 liandong share",
        "share it there at once: a folder on a shared drive, which is made where it is not there, or the address of an empty repository; liandong share does so later",
    );
    command
        .arg(app::arg("folder", Text::fixed("文件夹", "DIR"), help, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(args::option("name", Text::fixed("姓名", "NAME"), name, lang))
        .arg(args::option("since", Text::fixed("年份", "YEAR"), since, lang).value_parser(ops::values::a_year))
        .arg(args::option("share", Text::fixed("地址", "ADDRESS"), share, lang))
        .arg(args::switch("editors", EDITORS, lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let lang = session.options.lang;
    let folder = if let Some(folder) = matches.get_one::<PathBuf>("folder") {
        folder.clone()
    } else {
        stands_here()?;
        asked_folder(lang)?
    };
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let name = args::words(matches, "name").or_else(|| asked_name(lang));
    let since = matches.get_one::<u16>("since").copied().or_else(|| asked_year(lang));
    let share = args::words(matches, "share").or_else(|| asked_place(lang));
    let editors = if matches.get_flag("editors") { report::editor_files(lang) } else { Vec::new() };
    let made = ops::init(&InitRequest { folder: folder.clone(), editors, name, since }, &session.environment())?;
    let judged = judged_from(&made, since.is_some());
    if let Some(place) = share {
        return Ok(shared(&folder, &place, &judged, matches, session));
    }
    let (zh, en) = (judged.zh(), judged.en());
    let done = tr!(
        "已在 {shown} 新建台账\n{zh}下一步：进入该文件夹，用 liandong share 地址 共享，用 liandong liaison set 登记联络员，用 liandong check 看还差什么\n";
        "a new register stands in {shown}\n{en}next: go there, share it with liandong share ADDRESS, file liaisons with liandong liaison set, and see what lacks with liandong check\n"
    );
    Ok(Reply::ok(done.get(lang)))
}

/// From which day on it is judged, and how that is changed: of what lies before nothing is filed yet.
fn judged_from(InitOutcome { since: day, office }: &InitOutcome, is_chosen: bool) -> Text {
    let command = CommandLine::new("settings adopt").about(SettingId::RecordsSince.label().zh());
    let command = command.option("value", format!("{}-01-01", day.year() + 1)).open("basis").option("as", office);
    if is_chosen {
        return tr!(
            "自 {day} 起检查，此前为情况不明；要改：{command}\n";
            "judged from {day} on, what lies before being unknown; to change that: {command}\n"
        );
    }
    tr!(
        "自 {day}（机制施行）起检查，此后没有登记的会列为未落实；要从以后哪一年起记：{command}\n";
        "judged from {day} on, the beginning of the mechanism: what is not filed since then is shown as lacking; to begin later: {command}\n"
    )
}

/// Shares it at once. The register stands, whatever comes of that.
fn shared(folder: &Path, place: &str, judged: &Text, matches: &ArgMatches, session: &Session) -> Reply {
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let made = tr!("已在 {shown} 新建台账\n"; "a new register stands in {shown}\n");
    // As it is found by whoever works in it.
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let reply = share::share(&RegisterFolder::from(whole), place, matches, session)
        .unwrap_or_else(|why| super::failure(&why, session.options));
    let mut out = [made.get(session.options.lang), judged.get(session.options.lang)].concat().into_bytes();
    out.extend(&reply.out);
    let mut err = reply.err;
    if reply.code != 0 {
        let folder = shell_word(&folder.to_string_lossy());
        let unshared = tr!(
            "台账已经建好，还没有共享；核对地址后运行：cd {folder}，再 liandong share 地址\n";
            "the register stands and is not shared yet; check the address, then: cd {folder}, and liandong share ADDRESS\n"
        );
        err.extend(unshared.get(session.options.lang).as_bytes());
    }
    if reply.code == 0 {
        let next = Text::fixed(
            "进入该文件夹，用 liandong liaison set 登记联络员，用 liandong check 看还差什么\n",
            "go there, file liaisons with liandong liaison set, and see what lacks with liandong check\n",
        );
        out.extend(next.get(session.options.lang).as_bytes());
    }
    Reply { out, err, is_receipt: true, code: reply.code }
}

/// Where it is shared, asked where somebody is there to say it; an empty line shares it nowhere yet.
fn asked_place(lang: Lang) -> Option<String> {
    let question = Text::fixed(
        "共享到哪里（共享盘上的文件夹，或空仓库的地址；直接回车：先不共享）：",
        "where is it shared (a folder on a shared drive, or the address of an empty repository; Enter: nowhere yet): ",
    );
    ask::words(&[], &question, lang).filter(|place| !place.is_empty())
}

/// That nobody is asked for a new register who stands in one.
fn stands_here() -> Result<(), Text> {
    let Some(here) = ops::around(Path::new(".")) else { return Ok(()) };
    let shown = clean(&here.to_string_lossy()).into_owned();
    Err(tr!(
        "这里就是台账（{shown}），不必再建；liandong todo 看该办的事，另建一个请写明外面的文件夹：liandong init 文件夹";
        "this is a register already ({shown}); liandong todo shows what waits; for another one name a folder elsewhere: liandong init DIR"
    ))
}

/// Where it is to lie, asked where somebody is there to say it.
fn asked_folder(lang: Lang) -> Result<PathBuf, Text> {
    let question = Text::fixed("新台账放在哪个文件夹：", "the folder of the new register: ");
    let lacking =
        Text::fixed("请写明新台账的文件夹：liandong init 文件夹", "say where the register is to lie: liandong init DIR");
    Ok(ask::needed(None, &question, lacking, lang)?.into())
}

/// Who files, asked where git does not know and somebody is there to say it.
fn asked_name(lang: Lang) -> Option<String> {
    if is_person_known() {
        return None;
    }
    ask::words(&[], &Text::fixed("登记人姓名：", "who files, by name: "), lang)
}

/// From which year on the register is kept, asked where somebody is there to say it; an empty line is the beginning of the mechanism.
fn asked_year(lang: Lang) -> Option<u16> {
    let question = Text::fixed(
        "从哪一年起记台账（四位年份；直接回车：从机制施行时起，此前各年没有记录的都会列为未落实或提醒）：",
        "from which year on is it kept (four digits; Enter: from the beginning of the mechanism, and what is not filed of those years is shown as lacking): ",
    );
    let mut said = Text::default();
    loop {
        match ask::words(said.get(lang).as_bytes(), &question, lang) {
            Some(given) if !given.is_empty() => match ops::values::a_year(&given) {
                Ok(year) => return Some(year),
                // A slip does not end what was begun.
                Err(why) => said = Text::new(format!("{}\n", why.zh()), format!("{}\n", why.en())),
            },
            _ => return None,
        }
    }
}
