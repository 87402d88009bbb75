//! `man`: the help of every command as pages of a manual, for packages and for `man`.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, app, args, output};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "man",
    zh: "手册页",
    about: Text::fixed("打印手册页，或存入文件夹", "Print a manual page, or write all of them to a folder"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let of = Text::fixed("哪个命令的；默认为整个程序的", "of which command; by default of the program");
    let out = Text::fixed("把每个命令的手册页存入该文件夹", "write the page of every command to this folder");
    command
        .arg(args::arg("command", Text::fixed("命令", "COMMAND"), of, lang).num_args(0..))
        .arg(args::option("out", Text::fixed("文件夹", "DIR"), out, lang).value_parser(clap::value_parser!(std::path::PathBuf)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let lang = session.options.lang;
    let words: Vec<&str> = matches.get_many::<String>("command").into_iter().flatten().map(String::as_str).collect();
    let command = app::find(&words, lang)?;
    let name = [&[env!("CARGO_PKG_NAME")], &words[..]].concat().join("-");
    let Some(folder) = matches.get_one::<std::path::PathBuf>("out") else { return Ok(Reply::ok(page(command, &name)?)) };
    let mut pages = Vec::new();
    collect(command, &name, &mut pages)?;
    output::write_pages(folder, pages, session.options)
}

/// The page of a command.
fn page(command: clap::Command, name: &str) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).title(name.to_owned()).render(&mut page)?;
    // What stands below the options has a name that readers of manual pages know.
    Ok(String::from_utf8_lossy(&page).replace("\n.SH EXTRA\n", "\n.SH NOTES\n").into_bytes())
}

/// The pages of a command and of all below it.
fn collect(command: clap::Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    for sub in command.get_subcommands() {
        collect(sub.clone(), &format!("{name}-{}", sub.get_name()), pages)?;
    }
    pages.push((format!("{name}.1"), page(command, name)?));
    Ok(())
}
