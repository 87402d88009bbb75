//! `desk`: the register as pages in the browser, on this computer alone, until Ctrl-C.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use clap::ArgMatches;
use tempfile::TempDir;

use super::session::{self, Session};
use super::{Command, Reply, args};
use crate::desk::{DeskSetup, OpenDesk, Watcher, on_terminal};
use crate::model::to_half_width;
use crate::ops::Unwatched;
use crate::platform;
use crate::store::Source;
use crate::text::{Lang, Text};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "desk",
    zh: "工作台",
    about: Text::fixed(
        "在本机浏览器里看台账、办事，不用记命令",
        "The register in the browser of this computer: see what waits and do it without commands",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let no_open = Text::fixed(
        "不打开浏览器，只在终端上写出网址（两分钟内，只能用一次）",
        "open no browser, and show the address on the terminal (good once, for two minutes)",
    );
    let idle = Text::fixed(
        "几分钟没有人用就结束，1 到 1440；默认 60；有打开的表单，至少再开 4 小时",
        "end after so many minutes without anybody, 1 to 1440; 60 by default; with a form open not before four hours",
    );
    let rest: Vec<&str> = on_terminal().collect();
    let (zh, en) = (rest.join("、"), rest.join(", "));
    let rest = tr!("只在终端上办的命令：{zh}"; "Commands that stay on the terminal: {en}");
    command.after_help(rest.get(lang).to_owned()).arg(args::switch("no-open", no_open, lang)).arg(
        args::option("idle", Text::fixed("分钟", "MINUTES"), idle, lang)
            .value_parser(minutes)
            .default_value("60")
            .hide_default_value(true),
    )
}

fn minutes(given: &str) -> Result<u64, Text> {
    let minutes = to_half_width(given).parse().ok().filter(|minutes| (1..=60 * 24).contains(minutes));
    minutes.ok_or(Text::fixed("请写 1 到 1440 之间的分钟数", "write a number of minutes from 1 to 1440"))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let lang = session.options.lang;
    // What cannot be opened here is said here, and not on a page.
    let folder = session.open_register()?.root;
    let minutes = matches.get_one::<u64>("idle").copied().unwrap_or(60);
    let nobody: &'static Unwatched = Box::leak(Box::default());
    let desk = OpenDesk::new(DeskSetup {
        lang,
        source: Box::new(move || Source::Folder(folder.anew())),
        environment: Box::new(|| session::environment(nobody)),
        idle: Duration::from_secs(minutes * 60),
    })?;
    let shows_pages = !matches.get_flag("no-open") && session::shows_pages();
    let mut entrance = if shows_pages { opened(&desk)? } else { None };
    let how = match entrance {
        Some(_) => Text::fixed(
            "工作台已在浏览器里打开；没有打开的，按 Ctrl-C 后用 liandong desk --no-open",
            "the desk is open in the browser; if it is not, press Ctrl-C and use liandong desk --no-open",
        ),
        None => address(&desk)?,
    };
    let (zh, en) = (how.zh(), how.en());
    let told = tr!(
        "{zh}\n只有本机能用；按 Ctrl-C 或关掉这个终端就结束，{minutes} 分钟没有人用也会结束（开着表单的，至少 4 小时）。签名密钥的密码在这里输入\n";
        "{en}\nIt serves this computer alone, until Ctrl-C, until this terminal is closed, or until nobody came for {minutes} minutes (4 hours with a form open). The passphrase of a signing key is asked for here\n"
    );
    let _ = std::io::stderr().lock().write_all(told.get(lang).as_bytes());
    let is_on_terminal = std::io::stdin().is_terminal();
    let kept = desk.serve(Watcher {
        // One that was closed is none any more.
        is_there: Box::new(move || !is_on_terminal || std::io::stdin().is_terminal()),
        interrupted: Box::pin(platform::interrupted()),
        nobody_awaited: Box::new(move || drop(entrance.take())),
    })?;
    let told = std::iter::once(Text::fixed("工作台已结束", "the desk has ended")).chain(kept);
    Ok(Reply::done(told.flat_map(|line| [line.get(lang).to_owned(), "\n".to_owned()]).collect::<String>()))
}

/// The browser, opened on a page that lets it in. Its folder goes with what is returned; none where no browser was found.
fn opened(desk: &OpenDesk) -> anyhow::Result<Option<TempDir>> {
    let not_written = Text::fixed("临时文件夹写不进去", "the temporary folder cannot be written");
    sweep();
    let folder = tempfile::Builder::new().prefix(ENTRANCES).tempdir().context(not_written.clone())?;
    let within = folder.path().join("desk");
    let page = within.join("desk.html");
    let entrance = desk.entrance()?;
    platform::make_private_folder(&within).and_then(|()| write_private(&page, &entrance)).context(not_written)?;
    Ok(open::that_detached(&page).is_ok().then_some(folder))
}

/// How the folders of entrances are called.
const ENTRANCES: &str = "liandong-desk-";
/// After how long nobody is let in by an entrance any more.
const STALE: Duration = Duration::from_mins(10);

/// Takes away what a desk left that was killed: nobody is let in by it any more. What is another user's stays.
fn sweep() {
    let Ok(found) = std::env::temp_dir().read_dir() else { return };
    for entry in found.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(ENTRANCES)) {
        let age = entry.metadata().and_then(|found| found.modified()).ok().and_then(|modified| modified.elapsed().ok());
        if age.is_some_and(|age| age > STALE) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    platform::private_file().write(true).create_new(true).open(file)?.write_all(text.as_bytes())
}

/// The address for whoever reads the terminal.
///
/// # Errors
/// Nobody does: whoever reads a file or a pipe could come in as well.
fn address(desk: &OpenDesk) -> anyhow::Result<Text> {
    if !std::io::stderr().is_terminal() {
        return Err(Text::fixed(
            "没有浏览器可以打开，也没有终端可以写出网址；请在终端里运行 liandong desk",
            "there is no browser to open and no terminal on which to show the address; run liandong desk in a terminal",
        )
        .into());
    }
    let address = desk.address()?;
    Ok(tr!(
        "请在本机的浏览器里打开这个网址（两分钟内，只能用一次）：\n  {address}";
        "open this address in the browser of this computer (good once, for two minutes):\n  {address}"
    ))
}
