//! `todo`: what waits; also what the program says when it is called by its name alone in a register. A line is done by its number, on a terminal.

use std::io::{IsTerminal as _, Write as _};

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, ask, output};
use crate::model::to_half_width;
use crate::ops::{self, Register, TodoOutcome, TodoRequest};
use crate::render::{self, json};
use crate::report::TodoItem;
use crate::store::Source;
use crate::text::{CommandLine, CommandPart, Lang, OPEN, Text, shell_words};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "todo",
    zh: "待办",
    about: Text::fixed(
        "本单位该办的事，最急的在前，附办理或查看的命令；在终端里写编号就办",
        "What waits for this unit, the most pressing first, with a command for each; on a terminal its number does it",
    ),
    args,
    run,
};

/// How it is shown.
enum TodoFormat {
    Json,
    Text { full: bool },
}

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let line = Text::fixed(
        "办第几项；在终端里问清缺的再登记，不在终端里只列出这一项",
        "the line to be done: on a terminal what is missing is asked for; elsewhere the line is shown",
    );
    let unit = Text::fixed("哪个单位的；默认为本机加入的单位", "of which unit; by default that of this clone");
    let all = Text::fixed("所有单位的", "of all units");
    let full = Text::fixed("全部列出，不只每类前几项", "all of it, not only the first of each group");
    command
        .arg(args::arg("line", Text::fixed("编号", "NUMBER"), line, lang).value_parser(a_line))
        .arg(args::unit(unit, lang))
        .arg(args::switch("all", all, lang).conflicts_with("unit"))
        .arg(args::switch("full", full, lang))
        .arg(args::as_of(lang))
        .arg(args::format(&["text", "json"], lang))
}

fn a_line(given: &str) -> Result<usize, Text> {
    line_number(given).ok_or(Text::fixed(
        "请写待办的编号，从 1 起；全部列出用 liandong todo --full",
        "write the number of a line, from 1 on; liandong todo --full lists all",
    ))
}

/// The number of a line, as somebody types it.
pub(super) fn line_number(given: &str) -> Option<usize> {
    to_half_width(given.trim()).parse().ok().filter(|number| *number > 0)
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let all = matches.get_flag("all");
    let unit = args::unit_typed(matches);
    let shown = match args::format_typed(matches) {
        "json" => TodoFormat::Json,
        _ => TodoFormat::Text { full: matches.get_flag("full") },
    };
    let request = TodoRequest { unit, all, as_of: args::as_of_typed(matches) };
    if let Some(number) = matches.get_one::<usize>("line") {
        let outcome = waiting(&request, session)?;
        return match (item(&outcome, *number), &shown) {
            (Err(why), _) => Err(why.into()),
            (Ok(item), TodoFormat::Json) => Ok(Reply::ok(json::json(item))),
            (Ok(item), TodoFormat::Text { .. }) if can_choose() && is_own(&request, session) => act(item, *number, session),
            (Ok(item), TodoFormat::Text { .. }) if can_choose() => Ok(looked_at(item, *number, session)),
            (Ok(item), TodoFormat::Text { .. }) => Ok(Reply::ok(render::todo_item(item, *number, session.options))),
        };
    }
    let is_plain = request.unit.is_none() && !request.all && request.as_of.is_none();
    match shown {
        TodoFormat::Text { full } if is_plain && can_choose() => choose(full, session),
        _ => answer(&request, &shown, session),
    }
}

/// Whether it is what waits for the unit of this computer today: what others have to do, or had to do on another day, is looked at only.
fn is_own(request: &TodoRequest, session: &Session) -> bool {
    if request.all || request.as_of.is_some() {
        return false;
    }
    let Some(unit) = &request.unit else { return true };
    let acting = |register: Register| Some(register.acting(Some(unit)).ok()? == register.acting(None).ok()?);
    session.open_register().ok().and_then(acting).unwrap_or(false)
}

/// A line that is not done from here.
fn looked_at(item: &TodoItem, number: usize, session: &Session) -> Reply {
    let how = Text::fixed(
        "这是别的单位或别的日子的待办，在这里只看不办；办本单位今天的，写 liandong todo 编号\n",
        "this is what waits for another unit, or on another day: here it is looked at only; liandong todo NUMBER does what waits for this unit today\n",
    );
    let err = how.get(session.options.lang).as_bytes().to_vec();
    Reply { err, ..Reply::ok(render::todo_item(item, number, session.options)) }
}

/// What waits for the unit of this computer.
pub(super) fn alone(session: &Session) -> anyhow::Result<Reply> {
    if can_choose() {
        return choose(false, session);
    }
    answer(&TodoRequest::default(), &TodoFormat::Text { full: false }, session)
}

/// Whether somebody is there who sees the list and can choose.
fn can_choose() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && std::io::stderr().is_terminal()
}

fn waiting(request: &TodoRequest, session: &Session) -> anyhow::Result<TodoOutcome> {
    let outcome = ops::todo(Source::Folder(session.register()?), request, &session.environment())?;
    session.environment().progress.rest();
    Ok(outcome)
}

fn item(outcome: &TodoOutcome, number: usize) -> Result<&TodoItem, Text> {
    outcome.items.get(number - 1).ok_or_else(|| {
        let count = outcome.items.len();
        tr!(
            "待办只有 {count} 项，没有第 {number} 项；全部列出用 liandong todo --full";
            "there is no line {number}, only {count}; liandong todo --full lists all"
        )
    })
}

fn answer(request: &TodoRequest, shown: &TodoFormat, session: &Session) -> anyhow::Result<Reply> {
    Ok(told(&waiting(request, session)?, shown, session))
}

fn told(outcome: &TodoOutcome, shown: &TodoFormat, session: &Session) -> Reply {
    let mut reply = Reply::ok(match shown {
        TodoFormat::Json => json::json(outcome),
        TodoFormat::Text { full } => render::todo(outcome, *full, session.options),
    });
    output::tell_unread(&outcome.unread, &mut reply, session.options);
    reply
}

/// Shows what waits and does what is chosen, until nothing is.
fn choose(mut full: bool, session: &Session) -> anyhow::Result<Reply> {
    let question = Text::fixed(
        "\n办哪一项？写编号；也可写命令，如 hazard new（可简写 haz n，或只写 h、h 隐患描述）；全部列出写 全部；回车离开：",
        "\nWhich one? Its number; or a command, such as hazard new (haz n, h, or h and what was found); 'all' lists all; Enter leaves: ",
    );
    let mut code = 0;
    loop {
        let outcome = waiting(&TodoRequest::default(), session)?;
        print(&told(&outcome, &TodoFormat::Text { full }, session))?;
        let typed = ask::words(&[], &question, session.options.lang).unwrap_or_default();
        let done = match typed.as_str() {
            "" => return Ok(Reply { code, ..Reply::default() }),
            "全部" | "all" => {
                full = true;
                continue;
            }
            typed => match line_number(typed) {
                Some(number) => item(&outcome, number).map_err(Into::into).and_then(|item| act(item, number, session)),
                None => super::run_chosen(&typed_words(typed), session),
            },
        };
        let reply = done.unwrap_or_else(|why| super::failure(&why, session.options));
        print(&reply)?;
        code = reply.code;
    }
}

fn print(reply: &Reply) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(&reply.out).and_then(|()| out.flush())?;
    std::io::stderr().lock().write_all(&reply.err)
}

/// The words of a command that somebody typed, without the program's name.
fn typed_words(typed: &str) -> Vec<String> {
    let mut words = shell_words(typed).unwrap_or_default();
    if words.first().is_some_and(|first| first == env!("CARGO_PKG_NAME")) {
        words.remove(0);
    }
    words
}

/// Does what a line says: what its command leaves open is asked for.
fn act(item: &TodoItem, number: usize, session: &Session) -> anyhow::Result<Reply> {
    let Some(words) = item.command.as_ref().and_then(told_words) else {
        let shown = render::todo_item(item, number, session.options);
        let how = Text::fixed("请照抄上面的命令，填上 … 再运行\n", "type that command with each … filled in\n");
        let err = format!("{shown}{}", how.get(session.options.lang)).into_bytes();
        return Ok(Reply { err, code: 2, ..Reply::default() });
    };
    super::run_chosen(&words, session)
}

/// As much of a printed command as is told: an option that is to be filled in is asked for, and so is a switch, which would say something by standing
/// there. None where … stands within something else.
fn told_words(command: &CommandLine) -> Option<Vec<String>> {
    let words = |part: &CommandPart| match part {
        CommandPart::Word(word) => vec![word.clone()],
        CommandPart::Option(name, Some(value)) if value != OPEN => vec![format!("--{name}"), value.clone()],
        CommandPart::Option(..) => Vec::new(),
    };
    let told: Vec<String> = command.parts()?.iter().flat_map(words).collect();
    told.iter().all(|word| !word.contains(OPEN)).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_is_asked_for() {
        let told = |command: &CommandLine| told_words(command).map(|words| words.join(" "));
        let received = CommandLine::new("respond received").option("to", "notices/2026/yingji/001").open("on");
        let words = told(&received.option("as", "公安"));
        assert_eq!(words.as_deref(), Some("respond received --to notices/2026/yingji/001 --as 公安"));
        let determined = CommandLine::new("hazard determine").about("x").open("on").switch("major").open("criterion");
        assert_eq!(told(&determined.option("as", "应急")).as_deref(), Some("hazard determine x --as 应急"));
        assert_eq!(told(&CommandLine::new("amend").about("x").option("set", "to[0].why=…").open("reason")), None);
        assert_eq!([line_number("３"), line_number("0"), line_number("3x")], [Some(3), None, None]);
    }
}
