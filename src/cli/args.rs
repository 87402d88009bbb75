//! Arguments that several commands take, in one language, and how what was typed for them is read.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::ops::values::a_year;
use crate::text::{Lang, Text};

/// An option or argument with its name and help in one language.
pub(super) fn arg(id: &'static str, value: Text, help: Text, lang: Lang) -> Arg {
    Arg::new(id).value_name(value.get(lang).to_owned()).help(help.get(lang).to_owned())
}

/// An option with a value: `--id VALUE`.
pub(super) fn option(id: &'static str, value: Text, help: Text, lang: Lang) -> Arg {
    arg(id, value, help, lang).long(id)
}

/// A switch: `--id`.
pub(super) fn switch(id: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(id).long(id).help(help.get(lang).to_owned()).action(ArgAction::SetTrue)
}

/// `--format`, one of several words; the first is taken where none is given.
pub(super) fn format(words: &'static [&'static str], lang: Lang) -> Arg {
    let help = Text::new(format!("输出格式：{}", words.join("、")), format!("output format: {}", words.join(", ")));
    option("format", Text::fixed("格式", "FORMAT"), help, lang)
        .value_parser(clap::builder::PossibleValuesParser::new(words))
        .default_value(words[0])
}

/// `--rev`, a commit to read instead of the files.
pub(super) fn revision(lang: Lang) -> Arg {
    let help =
        Text::fixed("读取某次提交而不是现有文件（裸仓库亦可）", "read a commit instead of the files (also of a bare repository)");
    option("rev", Text::fixed("提交", "REV"), help, lang)
}

/// The commit that is to be read, where one is named. Not every command takes one.
pub(super) fn revision_typed(matches: &ArgMatches) -> Option<&str> {
    typed(matches, "rev")
}

/// What was typed for an argument; nothing where the command does not take it.
pub(super) fn typed<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a str> {
    matches.try_get_one::<String>(id).ok().flatten().map(String::as_str)
}

/// The same, to be kept.
pub(super) fn words(matches: &ArgMatches, id: &str) -> Option<String> {
    typed(matches, id).map(str::to_owned)
}

/// The format that was chosen, else the first.
pub(super) fn format_typed(matches: &ArgMatches) -> &str {
    typed(matches, "format").unwrap_or_default()
}

/// The day as of which is judged, as it was typed.
pub(super) fn as_of_typed(matches: &ArgMatches) -> Option<String> {
    words(matches, "as-of")
}

/// The year, where one was typed.
pub(super) fn year_typed(matches: &ArgMatches) -> Option<u16> {
    matches.get_one::<u16>("year").copied()
}

/// The unit, as it was typed.
pub(super) fn unit_typed(matches: &ArgMatches) -> Option<String> {
    words(matches, "unit")
}

/// `--as-of`, the day as of which is judged.
pub(super) fn as_of(lang: Lang) -> Arg {
    let help = Text::fixed(
        "截至哪一天，如 2025-12-31、12月31日；默认今天",
        "judge as of that day, such as 2025-12-31; today by default",
    );
    option("as-of", Text::fixed("日期", "DAY"), help, lang)
}

/// `--year`.
pub(super) fn year(help: Text, lang: Lang) -> Arg {
    option("year", Text::fixed("年份", "YEAR"), help, lang).value_parser(a_year)
}

/// A command with its Chinese name, which clap would announce in English.
pub(super) fn subcommand(name: &'static str, zh: &'static str, about: &Text, lang: Lang) -> Command {
    let about = Text::new(format!("{zh}：{}", about.zh()), format!("{} ({zh})", about.en()));
    Command::new(name).alias(zh).about(about.get(lang).to_owned())
}

/// `--unit`.
pub(super) fn unit(help: Text, lang: Lang) -> Arg {
    option("unit", Text::fixed("单位", "UNIT"), help, lang)
}

/// The argument that names a record: 通报 2025-公安-003 need not be quoted.
pub(super) fn record(help: Text, lang: Lang) -> Arg {
    arg("record", Text::fixed("记录", "RECORD"), help, lang).num_args(1..)
}

/// What was typed for it.
pub(super) fn record_typed(matches: &ArgMatches) -> String {
    let words: Vec<&str> = matches.get_many::<String>("record").into_iter().flatten().map(String::as_str).collect();
    words.join(" ")
}
