//! The chapter of commands: every one with what it takes, read from the command line itself.

use clap::{Arg, Command};

use crate::cli::topics::TOPICS;
use crate::cli::{app, filing, show};
use crate::render::{MarkdownPage, code};
use crate::text::{Lang, Text};

/// The names of arguments.
type Ids = Vec<String>;

pub(super) fn chapter(lang: Lang) -> String {
    let about = Text::fixed(
        "全部命令，按用途分组。`<…>` 处填取值，`[…]` 可以不写。命令、动作都有中文名，写在后面的括号里，两种写法都可以。同样的内容：`liandong help 命令`。",
        "Every command, by what it is for. Values go where `<…>` stands, what stands in `[…]` may be left out. Commands and verbs have a Chinese name too, given in brackets; either is understood. The same is said by `liandong help COMMAND`.",
    );
    let mut page = MarkdownPage::new(&Text::fixed("命令", "Commands"), &about, lang);
    let app = app::app(lang, &|_| true);
    let global: Ids = ids(&app).chain(["help".to_owned()]).collect();
    for (title, names) in app::groups(lang) {
        page.heading(2, &title);
        for name in names {
            if let Some(command) = app.find_subcommand(name) {
                write(&mut page, command, lang, &global);
            }
        }
    }
    page.heading(2, Text::fixed("所有命令都可用的选项", "Options of every command").get(lang));
    table(&mut page, app.get_arguments());
    for topic in TOPICS {
        page.heading(2, topic.title.get(lang));
        page.paragraph(&format!("```text\n{}\n```", topic.text.get(lang)));
    }
    page.into_text()
}

fn ids(command: &Command) -> impl Iterator<Item = String> {
    command.get_arguments().map(|arg| arg.get_id().to_string())
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// A command with its arguments, and those below it.
fn write(page: &mut MarkdownPage, command: &Command, lang: Lang, global: &Ids) {
    let name = command.get_name();
    page.heading(3, &format!("liandong {name}"));
    page.paragraph(&format!("{}{}", about(command), stop(lang)));
    let is_noun = filing::nouns().any(|noun| noun == name);
    let verbs: Vec<&Command> = command.get_subcommands().collect();
    // To show a record files nothing, and takes nothing of what filings take.
    let filing: Vec<&Command> = verbs.iter().copied().filter(|verb| is_noun && verb.get_name() != show::COMMAND.name).collect();
    let of_all: Ids = match filing.split_first() {
        Some((first, others)) => ids(first).filter(|id| others.iter().all(|other| ids(other).any(|own| own == *id))).collect(),
        None => Ids::new(),
    };
    let own = |arg: &&Arg| !arg.is_hide_set() && !global.iter().any(|known| arg.get_id() == known.as_str());
    if verbs.is_empty() {
        table(page, command.get_arguments().filter(own));
    }
    for verb in verbs {
        page.heading(4, &format!("liandong {name} {}", verb.get_name()));
        page.paragraph(&format!("{}{}", about(verb), stop(lang)));
        let wanted = verb.get_arguments().filter(own).filter(|arg| !of_all.iter().any(|known| arg.get_id() == known.as_str()));
        if is_noun {
            // What stands in each is a key of the record, which has a chapter of its own.
            let taken: Vec<String> = wanted.map(|arg| code(&usage(arg))).collect();
            if !taken.is_empty() {
                page.paragraph(&taken.join(if lang == Lang::Zh { "、" } else { ", " }));
            }
        } else {
            table(page, wanted);
        }
    }
    if let Some(first) = filing.first() {
        let taken: Vec<String> = first
            .get_arguments()
            .filter(own)
            .filter(|arg| of_all.iter().any(|id| arg.get_id() == id.as_str()))
            .map(|arg| code(&usage(arg)))
            .collect();
        if !taken.is_empty() {
            let all = Text::fixed("以上各项都可用", "With each of these").get(lang).to_owned();
            let (colon, between) = if lang == Lang::Zh { ("：", "、") } else { (": ", ", ") };
            page.paragraph(&format!("{all}{colon}{}{}", taken.join(between), stop(lang)));
        }
    }
}

fn stop(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "。" } else { "." }
}

/// How an argument is typed.
fn usage(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).filter(|_| arg.get_action().takes_values());
    match (arg.get_long(), value) {
        (Some(long), Some(value)) => format!("--{long} <{value}>"),
        (Some(long), None) => format!("--{long}"),
        (None, value) => format!("<{}>", value.map_or(arg.get_id().as_str(), |value| value.as_str())),
    }
}

fn table<'a>(page: &mut MarkdownPage, arguments: impl Iterator<Item = &'a Arg>) {
    let row = |arg: &Arg| {
        vec![
            code(&usage(arg)),
            arg.get_help().map(ToString::to_string).unwrap_or_default().replace('|', "\\|").replace('<', "&lt;"),
        ]
    };
    let rows: Vec<Vec<String>> = arguments.map(row).collect();
    if !rows.is_empty() {
        page.table(&[Text::fixed("写法", "argument"), Text::fixed("说明", "what it does")], rows);
    }
}
