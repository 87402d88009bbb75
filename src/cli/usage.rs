//! clap's own headings and errors, in the language of the user.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::topics::TOPICS;
use super::{Reply, commands, own_file};
use crate::render::{self, RenderOptions};
use crate::text::{Lang, Text, clean, is_slip, nearest, pad, width};
use crate::tr;

/// Gives a command and all below it headings, usage lines and the usual switches in one language.
pub(super) fn localise(mut app: Command, lang: Lang, wanted: &dyn Fn(&str) -> bool) -> Command {
    app = dress(app, lang, true);
    app.build();
    restate(app, lang, wanted)
}

fn dress(command: Command, lang: Lang, top: bool) -> Command {
    let template = match lang {
        Lang::Zh => "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n",
        Lang::En => "{before-help}{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    };
    let (options, arguments, commands, command_name) = match lang {
        Lang::Zh => ("选项", "参数", "命令", "命令"),
        Lang::En => ("Options", "Arguments", "Commands", "COMMAND"),
    };
    let help = Text::fixed("显示帮助", "Show help");
    let version = Text::fixed("显示版本", "Show the version");
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(command_name)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { arguments } else { options };
            let arg = if arg.get_help_heading().is_some() { arg } else { arg.help_heading(heading) };
            if arg.get_action().takes_values() { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .display_order(900)
                .help(help.get(lang).to_owned())
                .help_heading(options)
                .action(ArgAction::HelpShort),
        );
    if top {
        let version = version.get(lang).to_owned();
        command = command.arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .display_order(901)
                .help(version)
                .help_heading(options)
                .action(ArgAction::Version),
        );
    }
    command.mut_subcommands(|sub| dress(sub, lang, false))
}

/// clap writes `[OPTIONS]` into usage lines and takes no other word.
fn restate(mut command: Command, lang: Lang, wanted: &dyn Fn(&str) -> bool) -> Command {
    if lang == Lang::Zh {
        let usage = command.render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[选项]");
        command = command.override_usage(StyledStr::from(usage));
    }
    command.mut_subcommands(|sub| {
        let named = wanted(sub.get_name()) || sub.get_all_aliases().any(wanted);
        if named { restate(sub, lang, wanted) } else { sub }
    })
}

/// Help and version as they were asked for; anything else as an error with the next step. `typed` is what was typed where a command stands: one of the
/// person's own is told with what it stands for.
pub(super) fn reply(error: &clap::Error, path: &str, typed: Option<&str>, options: RenderOptions) -> Reply {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Reply::ok(headed(&error.to_string(), options.lang));
    }
    let said = [Some(explain_error(error)), suggestion(error)];
    let causes = [Text::join(said.iter().flatten(), "；", "; ")];
    let next = tr!("用法见 liandong help{path}"; "see liandong help{path}");
    let mut text = render::failure(&causes, options);
    for line in typed.and_then(own_command).iter().chain([&next]) {
        text.extend([line.get(options.lang), "\n"]);
    }
    Reply { err: text.into_bytes(), code: 2, ..Reply::default() }
}

/// That what was typed is a command of one's own, what that stands for, and where it is written.
fn own_command(typed: &str) -> Option<Text> {
    let meant = own_file::own().meant(typed)?;
    let place = own_file::place()?;
    let (shown, meant, place) = (clean(typed), clean(&meant).into_owned(), clean(&place.to_string_lossy()).into_owned());
    Some(tr!(
        "“{shown}”是您自己的命令：liandong {meant}；写错了的，改 {place}";
        "\"{shown}\" is a command of your own: liandong {meant}; where it is wrong, mend {place}"
    ))
}

/// The help of the program, its commands grouped as people look for them, and the topics that are explained.
pub(super) fn grouped(mut app: Command, groups: &[(String, Vec<&str>)], lang: Lang) -> String {
    let help = headed(&app.render_help().to_string(), lang);
    let (commands, colon) = match lang {
        Lang::Zh => ("命令：\n", "："),
        Lang::En => ("Commands:\n", ":"),
    };
    let Some((before, rest)) = help.split_once(commands) else { return help };
    let after = rest.split_once("\n\n").map_or("", |(_, after)| after);
    let names = groups.iter().flat_map(|(_, names)| names).copied().chain(TOPICS.iter().map(|topic| topic.zh));
    let column = names.map(width).max().unwrap_or(0) + 2;
    let line = |name: &str, about: &str| format!("  {}{about}\n", pad(name, column));
    let mut text = before.to_owned();
    for (title, names) in groups {
        text.extend([title, colon, "\n"]);
        for name in names {
            let about = app.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string).unwrap_or_default();
            text.push_str(&line(name, &about));
        }
        text.push('\n');
    }
    let topics = Text::fixed("主题（liandong help 主题）", "Topics (liandong help TOPIC)");
    text.extend([topics.get(lang), colon, "\n"]);
    for topic in TOPICS {
        text.push_str(&line(Text::fixed(topic.zh, topic.name).get(lang), topic.title.get(lang)));
    }
    text + "\n" + after
}

/// clap ends headings with an ASCII colon.
pub(super) fn headed(help: &str, lang: Lang) -> String {
    let heading = |line: &str| match line.strip_suffix(':') {
        Some(words) if lang == Lang::Zh && !line.starts_with(' ') => format!("{words}：\n"),
        _ => format!("{line}\n"),
    };
    help.lines().fold(String::with_capacity(help.len()), |text, line| text + &heading(line))
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let words = match error.get(kind)? {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(" "),
        ContextValue::Number(number) => number.to_string(),
        other => other.to_string(),
    };
    (!words.is_empty()).then(|| clean(&words).into_owned())
}

/// Every word of that kind.
fn listed(error: &clap::Error, kind: ContextKind) -> Vec<Text> {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.iter().map(|word| Text::same(clean(word))).collect(),
        _ => context(error, kind).map(Text::same).into_iter().collect(),
    }
}

fn explain_error(error: &clap::Error) -> Text {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => tr!("没有“{command}”这个命令"; "there is no command \"{command}\""),
        ErrorKind::UnknownArgument => tr!("不认识参数 {argument}"; "unknown argument {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => tr!("{argument} 后面缺少取值"; "{argument} needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            tr!("{argument} 的取值“{value}”不可用"; "{argument} cannot be \"{value}\"")
        }
        ErrorKind::MissingRequiredArgument => tr!("缺少 {argument}"; "{argument} is missing"),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg).unwrap_or_default();
            if other.is_empty() || other == argument {
                tr!("{argument} 只能写一次"; "{argument} can be given only once")
            } else {
                tr!("{argument} 不能与 {other} 同用"; "{argument} cannot go with {other}")
            }
        }
        ErrorKind::TooManyValues => tr!("多出了“{value}”"; "\"{value}\" is too much"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            tr!("{argument} 的取值个数不对"; "{argument} takes another number of values")
        }
        ErrorKind::NoEquals => tr!("{argument} 与取值之间要写 ="; "{argument} needs = before its value"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Text::fixed("请写明要做什么", "say what is to be done")
        }
        ErrorKind::InvalidUtf8 => Text::fixed("参数不是 UTF-8", "an argument is not UTF-8"),
        _ => Text::fixed("命令行不能理解", "the command line cannot be understood"),
    }
}

fn suggestion(error: &clap::Error) -> Option<Text> {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    // clap names several with the nearest last; of options and commands it names what is far as well.
    let wrong = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg].into_iter().find_map(|kind| context(error, kind));
    let bare = |word: &str| word.trim_start_matches('-').split(['=', ' ']).next().unwrap_or_default().to_owned();
    let is_near = |kind: ContextKind, near: &Text| {
        kind == ContextKind::SuggestedValue || wrong.as_ref().is_none_or(|wrong| is_slip(&bare(wrong), &bare(near.zh())))
    };
    let near = |kind: ContextKind| listed(error, kind).pop().filter(|near| is_near(kind, near));
    if let Some(near) = suggested.into_iter().find_map(near) {
        let (zh, en) = (near.zh(), near.en());
        return Some(tr!("是不是“{zh}”？"; "did you mean \"{en}\"?"));
    }
    // What a Chinese keyboard writes for two hyphens is no option: ——year.
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let name = argument.trim_start_matches(['—', '–', '－', '―', '‐', '‑', '−', '-']);
    if error.kind() == ErrorKind::UnknownArgument && !argument.starts_with('-') && name.len() < argument.len() {
        return Some(tr!("选项前面是两个半角短横：--{name}"; "an option begins with two hyphens: --{name}"));
    }
    // clap does not look for the Chinese names, nor for the person's own.
    let given = context(error, ContextKind::InvalidSubcommand);
    let names = || own_file::own().names().chain(commands().map(|command| command.zh));
    if let Some(near) = given.and_then(|given| nearest(&given, names())) {
        return Some(tr!("是不是“{near}”？"; "did you mean \"{near}\"?"));
    }
    // What a value must be, its own parser says.
    if let Some(why) = std::error::Error::source(error).and_then(|why| why.downcast_ref::<Text>()) {
        return Some(why.clone());
    }
    let values = Text::join(&listed(error, ContextKind::ValidValue), "、", ", ");
    let (zh, en) = (values.zh(), values.en());
    (!values.is_empty()).then(|| tr!("可选：{zh}"; "one of {en}"))
}
