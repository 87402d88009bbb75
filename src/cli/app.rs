//! The whole command line as clap knows it, in one language.

use std::ffi::OsString;

use clap::{Arg, Command};

pub(super) use super::args::{arg, option, subcommand, switch};
use super::topics::TOPICS;
use super::{CommandGroup, GROUPS, commands, examples, filing, manual, usage};
use crate::text::{Lang, Text, clean, nearest};
use crate::tr;

/// The version, with the commit from which a release was built and its day.
fn version() -> String {
    let number = env!("CARGO_PKG_VERSION");
    option_env!("LIANDONG_COMMIT").map_or_else(|| number.to_owned(), |commit| format!("{number} ({commit})"))
}

/// The name of the command that shows help.
pub(super) const HELP: &str = "help";

/// Its Chinese name.
pub(super) const HELP_ZH: &str = "帮助";

/// Global options are listed after those of the command.
const LAST: usize = 500;

/// The program. Only the commands that are wanted have their options: hundreds are not made to be thrown away.
pub(super) fn app(lang: Lang, wanted: &dyn Fn(&str) -> bool) -> Command {
    let about = Text::fixed(
        "联动：非煤矿山安全监管协调联动工作机制的登记与检查",
        "liandong: keeps and checks the records of an inter-agency work-safety mechanism",
    );
    let after = Text::fixed(
        "退出码：0 无未落实；1 有未落实或需更正；2 未能完成。\n首次使用：liandong help 第一天",
        "Exit codes: 0 in order; 1 something not carried out or to be corrected; 2 could not be done.\nTo begin: liandong help first-day",
    );
    let help = subcommand(HELP, HELP_ZH, &Text::fixed("说明命令的用法", "Show help"), lang)
        .arg(arg("command", Text::fixed("命令", "COMMAND"), Text::fixed("哪个命令", "of which command"), lang).num_args(0..));
    let help = manual::args(help, lang);
    let app = Command::new(env!("CARGO_PKG_NAME"))
        .version(version())
        .about(about.get(lang).to_owned())
        .after_help(after.get(lang).to_owned())
        .args(of_every_command(lang))
        .subcommands(commands().map(|command| command.to_clap(lang)))
        .subcommands(filing::commands(lang, wanted))
        .subcommand(help)
        .mut_subcommands(|command| examples::with_example(command, lang));
    usage::localise(app, lang, wanted)
}

/// The options that every command takes.
fn of_every_command(lang: Lang) -> [Arg; 4] {
    let data = Text::fixed(
        "台账文件夹；默认取最近的含 mechanism.toml 的上级文件夹，或其下的 data；都没有时用程序自带的机制",
        "the register's folder; by default the nearest above that holds mechanism.toml, or data below one; else what the program ships",
    );
    let language = Text::fixed("语言：zh 中文，en 英文", "language: zh or en");
    let color = Text::fixed("颜色：auto 只在终端上，always、never", "colours: auto (on a terminal only), always or never");
    let quiet =
        Text::fixed("不打印结果的说明，只有退出码和错误", "say nothing of what was done: only the exit code and what went wrong");
    [
        option("data", Text::fixed("文件夹", "DIR"), data, lang)
            .env("LIANDONG_DATA")
            .hide_env(true)
            .value_parser(clap::value_parser!(std::path::PathBuf)),
        option("lang", Text::fixed("语言", "LANG"), language, lang).value_parser(language_named),
        option("color", Text::fixed("何时", "WHEN"), color, lang).value_parser(["auto", "always", "never"]),
        switch("quiet", quiet, lang).short('q'),
    ]
    .map(|option| option.global(true).display_order(LAST))
}

/// Where the command stands among the program's arguments: behind the options that every command takes. None where there is none.
pub(super) fn command_at(args: &[OsString]) -> Option<usize> {
    let options = of_every_command(Lang::default());
    let takes_a_word = |name: &str| {
        let named = |arg: &&Arg| arg.get_long() == Some(name) || arg.get_all_aliases().is_some_and(|known| known.contains(&name));
        options.iter().find(named).is_some_and(|arg| arg.get_action().takes_values())
    };
    let mut at = 1;
    loop {
        let word = args.get(at)?.to_str()?;
        if !word.starts_with('-') {
            return Some(at);
        }
        at += 1 + usize::from(word.strip_prefix("--").is_some_and(takes_a_word));
    }
}

/// The command that words name as far as they do: `hazard new` of `hazard new --mine …`. A word behind one that is no command names none.
pub(super) fn path(app: &Command, words: &[OsString]) -> String {
    let (mut command, mut path) = (app, String::new());
    let begins = command_at(words).unwrap_or(words.len());
    for word in &words[begins..] {
        let Some(sub) = word.to_str().and_then(|word| command.find_subcommand(word)) else { break };
        path = format!("{path} {}", sub.get_name());
        command = sub;
    }
    path
}

fn language_named(given: &str) -> Result<String, Text> {
    super::lang::parse_lang(given).map(|_| given.to_owned()).ok_or(Text::fixed("可选：zh、en", "one of zh, en"))
}

/// The help of the program, of one of its commands, or on a topic.
///
/// # Errors
/// There is no such command.
pub(super) fn help(path: &[&str], lang: Lang) -> Result<String, Text> {
    if let [word] = path
        && let Some(topic) = TOPICS.iter().find(|topic| topic.name == *word || topic.zh == *word)
    {
        return Ok(format!("{}\n\n{}\n", topic.title.get(lang), topic.text.get(lang)));
    }
    if path.is_empty() {
        return Ok(usage::grouped(app(lang, &|_| false), &groups(lang), lang));
    }
    Ok(usage::headed(&find(path, lang)?.render_help().to_string(), lang))
}

/// That there is no command of a name, with the nearest and with what there is.
fn absent(name: &str, within: &Command, path: &[&str]) -> Text {
    let names: Vec<&str> =
        within.get_subcommands().flat_map(|own| std::iter::once(own.get_name()).chain(own.get_all_aliases())).collect();
    let near = nearest(name, names);
    let (near_zh, near_en) = near.map_or_else(
        || ("；".to_owned(), String::new()),
        |near| (format!("，是不是“{near}”？"), format!("; did you mean \"{near}\"?")),
    );
    let shown = clean(name);
    if path.first() != Some(&name) {
        let verbs: Vec<&str> = within.get_subcommands().map(Command::get_name).collect();
        let (zh, en, of) = (verbs.join("、"), verbs.join(", "), within.get_name());
        if verbs.is_empty() {
            return tr!("{of} 下面没有“{shown}”；用法见 liandong help {of}"; "there is nothing below {of}; see liandong help {of}");
        }
        return tr!("{of} 没有“{shown}”{near_zh}有：{zh}"; "{of} has no \"{shown}\"{near_en}; there are {en}");
    }
    let topics = Text::join(&TOPICS.iter().map(|topic| Text::fixed(topic.zh, topic.name)).collect::<Vec<_>>(), "、", ", ");
    let (zh, en) = (topics.zh(), topics.en());
    tr!(
        "没有“{shown}”这个命令{near_zh}全部命令见 liandong help，主题有 {zh}";
        "there is no command \"{shown}\"{near_en}; liandong help lists all, and topics are {en}"
    )
}

/// The commands as people look for them: a heading and those below it.
pub(super) fn groups(lang: Lang) -> Vec<(String, Vec<&'static str>)> {
    let own = |group: &'static CommandGroup| group.commands.iter().map(|command| command.name);
    let mut groups: Vec<_> =
        GROUPS.iter().map(|group| (group.title.get(lang).to_owned(), own(group).collect::<Vec<_>>())).collect();
    // What files records is a noun each, and comes first.
    if let Some((_, first)) = groups.first_mut() {
        first.splice(0..0, filing::nouns());
    }
    groups
}

/// The command of a path.
///
/// # Errors
/// There is no such command.
pub(super) fn find(path: &[&str], lang: Lang) -> Result<Command, Text> {
    let mut command = app(lang, &|name| path.is_empty() || path.contains(&name));
    for name in path {
        command = command.find_subcommand(name).cloned().ok_or_else(|| absent(name, &command, path))?;
    }
    Ok(command)
}
