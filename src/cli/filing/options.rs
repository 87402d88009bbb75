//! What a verb takes on the command line: an option a key, named and explained by FIELDS.

use clap::{Arg, ArgAction, Command};

use super::succession;
use crate::cli::app;
use crate::model::Kind;
use crate::model::field::{Field, Shape};
use crate::ops::verbs::{Act, Noun, Verb, fields, line_fields, option_name};
use crate::text::{Lang, Text};

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
    if let Some((value, help)) = asked(kind, verb.act) {
        command = command.arg(app::arg(RECORD, value, help, lang).required(true));
    }
    let fields = fields(kind, verb.act).into_iter().map(|field| option(field, noun, verb, lang));
    command.args(fields).args(common(lang))
}

/// How the record is named that a verb is about; a unit's people are known by the unit.
fn asked(kind: Kind, act: Act) -> Option<(Text, Text)> {
    match (kind, act) {
        (Kind::Mine, Act::New) => Some((
            Text::fixed("代号", "ID"),
            Text::fixed(
                "矿山代号：小写字母、数字和 -，如 dashan",
                "the id of the mine: lower-case letters, digits and -, such as dashan",
            ),
        )),
        (Kind::Unit, Act::New) => Some((
            Text::fixed("代号", "ID"),
            Text::fixed("单位代号：简称的拼音，如 gongan", "the id of the unit: its short name in pinyin, such as gongan"),
        )),
        (Kind::Unit, _) => Some((Text::fixed("单位", "UNIT"), Text::fixed("单位的名称或代号", "name or id of the unit"))),
        (Kind::Mine | Kind::Licences, _) => {
            Some((Text::fixed("矿山", "MINE"), Text::fixed("矿山的名称或代号", "name or id of the mine")))
        }
        (Kind::People, _) | (_, Act::New) => None,
        _ => Some((
            Text::fixed("记录", "RECORD"),
            Text::fixed(
                "哪条记录：单位/编号（公安/3）、“通报 2025-公安-003”或路径",
                "which record: UNIT/NUMBER (gongan/3) or its path",
            ),
        )),
    }
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
    let (heading, expected) = (field.heading(), expected(&field.shape));
    let preset = verb.preset.iter().any(|(key, _)| *key == field.key);
    let expected = match field.shape {
        Shape::List(_) | Shape::Flag => expected,
        _ if matches!(verb.act, Act::Append(_)) => several(&expected),
        _ => expected,
    };
    let defaulted = if preset { Text::fixed("（可不写）", " (may be left out)") } else { Text::default() };
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
    let arg = if verb.needs(field) { arg.required_unless_present(FILE) } else { arg };
    arg.hide(noun.verbs.iter().any(own)).allow_hyphen_values(!matches!(field.shape, Shape::Flag))
}

fn several(one: &Text) -> Text {
    Text::new(format!("{}；可写多次", one.zh()), format!("{}; may be repeated", one.en()))
}

/// What a person types there.
fn expected(shape: &Shape) -> Text {
    match shape {
        Shape::Day => Text::fixed("日期，如 2025-03-01、3月1日、今天", "a day, such as 2025-03-01 or today"),
        Shape::Moment => Text::fixed("日期和时间，如 “3月1日 18:30”", "a day and time, such as \"2025-03-01 18:30\""),
        Shape::Reference => {
            Text::fixed("记录，如 公安/3 加类别、矿山名或路径", "a record or mine, such as hazards/2025/yingji/001")
        }
        Shape::Word(words) => {
            let zh: Vec<&str> = words.iter().map(|word| word.zh).collect();
            let en: Vec<&str> = words.iter().map(|word| word.id).collect();
            Text::new(zh.join("、"), en.join(", "))
        }
        Shape::List(item) => several(&expected(item)),
        Shape::Table(fields) => {
            let zh: Vec<String> = line_fields(fields).map(|field| field.zh.to_owned()).collect();
            let en: Vec<String> = line_fields(fields).map(|field| field.key.to_owned()).collect();
            Text::new(
                format!("依次为 {}，以逗号隔开，或 项=值", zh.join("，")),
                format!("{} in this order, or key=value", en.join(",")),
            )
        }
        Shape::Pattern(what, _) => (*what).clone(),
        Shape::Line | Shape::Prose => Text::fixed("文字", "text"),
        Shape::Flag => Text::fixed("是", "yes"),
        Shape::Listed(_) => shape.expected(),
        Shape::Count => Text::fixed("数字", "a number"),
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
        .requires("source"),
        app::option(
            "source",
            Text::fixed("来文", "PAPER"),
            Text::fixed("代录的依据，如来文字号", "the paper from which it is entered"),
            lang,
        ),
    ]
}

/// What every filing takes.
fn common(lang: Lang) -> impl Iterator<Item = Arg> {
    let help = Text::fixed("从 TOML 或 JSON 文件读取；- 为标准输入", "read it from a TOML or JSON file; - is standard input");
    let file = app::arg(FILE, Text::fixed("文件", "FILE"), help, lang).long("from");
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
        .env("LIANDONG_UNIT")
        .hide_env(true),
        app::switch("dry-run", Text::fixed("只显示将写入的内容，不登记", "only show what would be written"), lang),
        app::switch("json", Text::fixed("以 JSON 输出结果", "print the result as JSON"), lang),
    ]
}
