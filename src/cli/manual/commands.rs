//! The chapter of commands: every one with what it takes, read from the command line itself.

use clap::{Arg, Command};

use crate::cli::topics::TOPICS;
use crate::cli::{app, filing, show};
use crate::render::{MarkdownPage, code};
use crate::text::{Lang, Text};
use crate::tr;

/// The chapter while it is written.
struct CommandsPage {
    page: MarkdownPage,
    lang: Lang,
    /// The arguments of every command, which are told once.
    global: Vec<String>,
}

pub(super) fn chapter(lang: Lang) -> String {
    let about = Text::fixed(
        "全部命令，按用途分组。`<…>` 处填取值。命令、动作都有中文名，两种写法都可以。同样的内容：`liandong help 命令`。",
        "Every command, by what it is for. Values go where `<…>` stands. Commands and verbs have a Chinese name too, given in brackets; either is understood. The same is said by `liandong help COMMAND`.",
    );
    let page = MarkdownPage::new(&Text::fixed("命令", "Commands"), &about, lang);
    let app = app::app(lang, &|_| true);
    let global = app.get_arguments().map(|arg| arg.get_id().to_string()).chain(["help".to_owned()]).collect();
    let mut chapter = CommandsPage { page, lang, global };
    for (title, names) in app::groups(lang) {
        chapter.page.heading(2, &title);
        names.into_iter().filter_map(|name| app.find_subcommand(name)).for_each(|command| chapter.command(command));
    }
    let mut page = chapter.page;
    page.heading(2, Text::fixed("所有命令都可用的选项", "Options of every command").get(lang));
    table(&mut page, app.get_arguments());
    for topic in TOPICS {
        page.heading(2, topic.title.get(lang));
        page.paragraph(&fenced(topic.text.get(lang)));
    }
    page.into_text()
}

impl CommandsPage {
    /// A command with its arguments, and those below it.
    fn command(&mut self, command: &Command) {
        let name = command.get_name();
        self.begin(3, &format!("liandong {name}"), command);
        if let Some(example) = command.get_after_help() {
            self.page.paragraph(&fenced(&example.to_string()));
        }
        if filing::nouns().any(|noun| noun == name) {
            self.verbs(command);
            return;
        }
        let own = self.own(command);
        table(&mut self.page, own);
        for sub in command.get_subcommands() {
            self.begin(4, &format!("liandong {name} {}", sub.get_name()), sub);
            let own = self.own(sub);
            table(&mut self.page, own);
        }
    }

    /// What is done to a kind of record. What stands in each argument is a key of the record, which has a chapter of its own: they are only
    /// named, and those of all verbs once.
    fn verbs(&mut self, noun: &Command) {
        // To show a record files nothing, and takes nothing of what filings take.
        let (shows, files): (Vec<&Command>, Vec<&Command>) =
            noun.get_subcommands().partition(|verb| verb.get_name() == show::COMMAND.name);
        let is_of_all = |arg: &Arg| files.iter().all(|verb| verb.get_arguments().any(|own| own.get_id() == arg.get_id()));
        for verb in files.iter().chain(&shows) {
            self.begin(4, &format!("liandong {} {}", noun.get_name(), verb.get_name()), verb);
            let named = self.named(self.own(verb).into_iter().filter(|arg| !is_of_all(arg)));
            if !named.is_empty() {
                self.page.paragraph(&named);
            }
        }
        let of_all = self.named(files.iter().take(1).flat_map(|verb| self.own(verb)).filter(|arg| is_of_all(arg)));
        let said = tr!("登记时都可用：{of_all}。"; "With each that files: {of_all}.");
        self.page.say(&said);
    }

    fn begin(&mut self, level: usize, name: &str, command: &Command) {
        self.page.heading(level, name);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        self.page.paragraph(&format!("{about}{}", if self.lang == Lang::Zh { "。" } else { "." }));
    }

    /// The arguments that a command has of its own.
    fn own<'a>(&self, command: &'a Command) -> Vec<&'a Arg> {
        let is_global = |arg: &Arg| self.global.iter().any(|known| arg.get_id() == known.as_str());
        command.get_arguments().filter(|arg| !arg.is_hide_set() && !is_global(arg)).collect()
    }

    fn named<'a>(&self, arguments: impl Iterator<Item = &'a Arg>) -> String {
        let named: Vec<String> = arguments.map(|arg| code(&usage(arg))).collect();
        named.join(if self.lang == Lang::Zh { "、" } else { ", " })
    }
}

/// What is to be read as it stands.
fn fenced(text: &str) -> String {
    format!("```text\n{text}\n```")
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

fn table<'a>(page: &mut MarkdownPage, arguments: impl IntoIterator<Item = &'a Arg>) {
    let row = |arg: &Arg| {
        vec![
            code(&usage(arg)),
            arg.get_help().map(ToString::to_string).unwrap_or_default().replace('|', "\\|").replace('<', "&lt;"),
        ]
    };
    let rows: Vec<Vec<String>> = arguments.into_iter().map(row).collect();
    if !rows.is_empty() {
        page.table(&[Text::fixed("写法", "argument"), Text::fixed("说明", "what it does")], rows);
    }
}
