//! What a verb takes on the command line: an option a key, named and explained by FIELDS.

use clap::{Arg, ArgAction, Command};

use super::succession;
use crate::cli::app;
use crate::model::field::{Field, Shape, Word};
use crate::ops::verbs::{Act, Noun, Preset, Verb, example, fields, how_to_write, option_name, several, subject};
use crate::text::{Lang, Text};
use crate::tr;

/// The id of the record that a verb changes.
pub(super) const RECORD: &str = "record";
/// The id of the file that holds what would else be typed.
pub(super) const FILE: &str = "from-file";

/// A verb as clap has it.
pub(super) fn command(noun: &'static Noun, verb: &'static Verb, lang: Lang) -> Command {
    let mut command = app::subcommand(verb.name, verb.zh, &verb.about, lang);
    if let Act::Succession = verb.act {
        return succession::args(command, lang);
    }
    let kind = noun.kind_of(verb);
    if let Some((value, help)) = subject(kind, verb.act) {
        command = command.arg(app::arg(RECORD, value, help, lang).help_heading(required(lang)));
    }
    let fields = fields(kind, verb.act);
    let is_alone = |field: &Field| fields.iter().filter(|other| other.zh == field.zh).count() == 1;
    // What the verb says by itself is no option: another word there would belie it.
    let is_said = |field: &Field| verb.preset.iter().any(|(key, preset)| *key == field.key && matches!(preset, Preset::Says(_)));
    let options = fields.iter().copied().filter(|field| !is_said(field)).map(|field| {
        let option = option(field, noun, verb, lang);
        // What two keys are headed by names neither.
        if is_alone(field) && !field.zh.is_ascii() { option.alias(field.zh) } else { option }
    });
    let yes =
        Text::fixed("不提问：缺什么就报错，写全了就登记", "ask nothing: what is missing is an error, what is there is filed");
    command
        .args(options)
        .args(common(lang))
        .arg(app::switch("yes", yes, lang).alias("不提问"))
        .after_help(filled(noun, verb, lang))
}

/// A command that runs, and that what is left out is asked for.
fn filled(noun: &Noun, verb: &Verb, lang: Lang) -> String {
    let example = example(noun, verb).unwrap_or_default();
    let text = tr!(
        "例如：{example}\n在终端里没有写的必填项会逐项询问；选项也可写中文名，如 --以 公安";
        "For example: {example}\nOn a terminal what is required and left out is asked for."
    );
    text.get(lang).to_owned()
}

/// What `amend` takes.
pub(super) fn amendment(command: Command, lang: Lang) -> Command {
    let record = Text::fixed(
        "哪份记录：“通报 2025-公安-003”、矿山名、people/gongan 或其他路径",
        "which record: its path, 'notice 2025-公安-003', the name of a mine, people/gongan",
    );
    let set = Text::fixed(
        "改成什么，如 标题=…、整改.整改期限=6月1日、重大隐患=否、to[0].why=1.4.2、延期2.批准日期=今天；可写多次",
        "what it becomes, such as title=…, rectification.due=2025-06-01, major=no, to[0].why=1.4.2 or extension2.approved_on=today; may be repeated",
    );
    let remove = Text::fixed(
        "删去录错的一项，如 延期2（第二次延期）、督办事项3（编号为 3 的）、判定依据；可写多次",
        "takes out what was entered wrongly, such as extension2 (the second), task3 (the one numbered 3) or criterion; may be repeated",
    );
    let reason = Text::fixed("为什么改", "why it is mended");
    command
        .arg(app::arg(RECORD, Text::fixed("记录", "RECORD"), record, lang).required(true))
        .arg(
            app::option("set", Text::fixed("项=值", "KEY=VALUE"), set, lang)
                .required_unless_present("remove")
                .action(ArgAction::Append),
        )
        .arg(app::option("remove", Text::fixed("项", "KEY"), remove, lang).action(ArgAction::Append))
        .arg(app::option("reason", Text::fixed("原因", "REASON"), reason, lang).required(true))
        .args(common(lang))
}

/// What `edit` takes.
pub(super) fn edition(command: Command, lang: Lang) -> Command {
    let record = Text::fixed(
        "哪份记录：“通报 2025-公安-003”、people/gongan、settings 或其他路径",
        "which record: its path, such as people/gongan or settings, or 'notice 2025-公安-003'",
    );
    let reason = Text::fixed("更正已印发、已登记的内容时，写明原因", "why, where what stands is mended");
    command
        .arg(app::arg(RECORD, Text::fixed("记录", "RECORD"), record, lang).required(true))
        .arg(app::option("reason", Text::fixed("原因", "REASON"), reason, lang))
        .args(common(lang).filter(|arg| arg.get_id() != FILE))
}

fn option(field: &'static Field, noun: &Noun, verb: &Verb, lang: Lang) -> Arg {
    let (heading, expected) = (field.heading(), how_to_write(&field.shape));
    let expected = match field.shape {
        Shape::List(_) | Shape::Flag => expected,
        _ if matches!(verb.act, Act::Append(_)) => several(&expected),
        _ => expected,
    };
    let preset = verb.preset.iter().find(|(key, _)| *key == field.key);
    let defaulted = preset.map(|(_, preset)| usual(*preset, field)).unwrap_or_default();
    let help = Text::new(
        format!("{}：{}{}", heading.zh(), expected.zh(), defaulted.zh()),
        format!("{}: {}{}", heading.en(), expected.en(), defaulted.en()),
    );
    let arg =
        Arg::new(field.key).long(option_name(field)).help(help.get(lang).to_owned()).value_name(heading.get(lang).to_owned());
    let arg = match field.shape {
        Shape::Flag => arg.action(ArgAction::SetTrue),
        Shape::List(_) => arg.action(ArgAction::Append),
        _ if matches!(verb.act, Act::Append(_)) => arg.action(ArgAction::Append),
        _ => arg.action(ArgAction::Set),
    };
    let own = |other: &Verb| matches!(other.act, Act::Fill(key) | Act::Append(key) if key == field.key);
    let arg = if verb.needs(field) { arg.help_heading(required(lang)) } else { arg };
    arg.hide(noun.verbs.iter().any(own)).allow_hyphen_values(!matches!(field.shape, Shape::Flag))
}

/// What is taken where the option is left out.
fn usual(preset: Preset, field: &Field) -> Text {
    match preset {
        Preset::Today => Text::fixed("；不写取今天", "; today where it is left out"),
        Preset::Lead => Text::fixed("；不写取机制规定的单位", "; the unit that the mechanism names where it is left out"),
        Preset::Of(..) | Preset::FoundOn(_) => {
            Text::fixed("；不写取所指记录写的", "; what the record says at which it points, where it is left out")
        }
        Preset::Word(id) | Preset::Says(id) => {
            let word = match field.shape {
                Shape::Word(words) => words.iter().find(|word| word.id == id).map(Word::label),
                _ => None,
            };
            let word = word.unwrap_or_else(|| Text::same(id));
            Text::new(format!("；不写取{}", word.zh()), format!("; {} where it is left out", word.en()))
        }
    }
}

/// Above what a verb is nothing without.
fn required(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "必填",
        Lang::En => "Required",
    }
}

/// For whom the office enters, and from what.
pub(super) fn on_behalf(lang: Lang) -> [Arg; 2] {
    let [unit, source] = on_behalf_of_many(lang);
    [unit, source.requires("for")]
}

/// The same, where what is entered may say by itself for whom.
pub(super) fn on_behalf_of_many(lang: Lang) -> [Arg; 2] {
    [
        app::option(
            "for",
            Text::fixed("单位", "UNIT"),
            Text::fixed("办公室代哪个单位录入", "the unit for which the office enters it"),
            lang,
        )
        .alias("代")
        .requires("source"),
        app::option(
            "source",
            Text::fixed("来文", "PAPER"),
            Text::fixed("代录的依据，如来文字号", "the paper from which it is entered"),
            lang,
        )
        .alias("来文"),
    ]
}

/// What every filing takes.
fn common(lang: Lang) -> impl Iterator<Item = Arg> {
    let help = Text::fixed("从 TOML 或 JSON 文件读取；- 为标准输入", "read it from a TOML or JSON file; - is standard input");
    let file = app::arg(FILE, Text::fixed("文件", "FILE"), help, lang).long("from").alias("文件");
    on_behalf(lang).into_iter().chain([file]).chain(acting(lang))
}

/// Who files, and what is to come of it: what everything takes that ends in a commit.
pub(in crate::cli) fn acting(lang: Lang) -> [Arg; 3] {
    [
        app::option(
            "as",
            Text::fixed("单位", "UNIT"),
            Text::fixed(
                "以哪个单位登记；加入后不必写，也可设 LIANDONG_UNIT",
                "the unit that files; needed only before joining; or set LIANDONG_UNIT",
            ),
            lang,
        )
        .alias("以")
        .env("LIANDONG_UNIT")
        .hide_env(true),
        app::switch("dry-run", Text::fixed("只显示将写入的内容，不登记", "only show what would be written"), lang),
        app::switch("json", Text::fixed("以 JSON 输出结果", "print the result as JSON"), lang),
    ]
}
