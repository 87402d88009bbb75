//! The command line: one file a command; the only place with arguments, environment, clock, standard output and exit codes.
//!
//! Exit codes: 0 all in order; 1 something is 未落实 or 需更正; 2 the question could not be answered, or not wholly.

mod answers;
mod app;
mod args;
mod ask;
mod beginnings;
mod check;
mod clause;
mod completions;
mod deadlines;
#[cfg(feature = "desk")]
mod desk;
mod doctor;
mod draft;
mod duty;
mod edition;
mod examples;
mod explain;
#[cfg(feature = "lake")]
mod export;
mod filing;
mod handover;
mod init;
mod keyboard;
mod lang;
mod ledger;
mod list;
mod man;
mod manual;
mod output;
mod own_file;
mod paper;
mod progress;
mod report;
#[cfg(feature = "lake")]
mod rollup;
mod rules;
mod schema;
mod search;
mod session;
mod sharing;
mod show;
mod terminal;
mod todo;
mod topics;
mod usage;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::model::to_half_width;
use crate::ops::Failure;
use crate::ops::verbs::NOUNS;
use crate::render::{self, RenderOptions};
use crate::text::{Lang, Telling, Text, clean};
use filing::CommandOrigin;
use session::Session;
use terminal::Streams;

/// What a command has to say, and how it ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// For standard output.
    pub out: Vec<u8>,
    /// For standard error.
    pub err: Vec<u8>,
    /// The exit code.
    pub code: u8,
    /// Whether what goes to standard output only says what was done.
    pub is_receipt: bool,
}

impl Reply {
    /// An answer with nothing amiss.
    fn ok(out: impl Into<Vec<u8>>) -> Self {
        Self { out: out.into(), ..Self::default() }
    }

    /// That something was done.
    fn done(out: impl Into<Vec<u8>>) -> Self {
        Self { is_receipt: true, ..Self::ok(out) }
    }
}

/// A command of the program.
struct Command {
    /// Its English name.
    name: &'static str,
    /// Its Chinese name.
    zh: &'static str,
    /// What it does, in a line.
    about: Text,
    /// Its arguments.
    args: fn(clap::Command, Lang) -> clap::Command,
    /// What it does.
    run: fn(&ArgMatches, &Session) -> anyhow::Result<Reply>,
}

impl Command {
    /// As clap has it.
    fn to_clap(&self, lang: Lang) -> clap::Command {
        (self.args)(args::subcommand(self.name, self.zh, &self.about, lang), lang)
    }
}

/// Commands that go together, as people look for them.
struct CommandGroup {
    title: Text,
    commands: &'static [&'static Command],
    /// Whether they do something and then say what; with `--quiet` they do not.
    acts: bool,
}

/// Every command, in the order of help. Those that file one kind of record each come before all others of theirs (see [`filing`]).
static GROUPS: &[CommandGroup] = &[
    CommandGroup {
        title: Text::fixed("登记", "File"),
        commands: &[
            &filing::import::COMMAND,
            &filing::amend::COMMAND,
            &filing::undo::COMMAND,
            &filing::edit::COMMAND,
            &filing::commit::COMMAND,
            &filing::attach::COMMAND,
            &filing::confirm::COMMAND,
            &filing::fmt::COMMAND,
            &draft::COMMAND,
        ],
        acts: true,
    },
    CommandGroup { title: Text::fixed("检查", "Check"), commands: &[&check::COMMAND, &sharing::verify::COMMAND], acts: true },
    CommandGroup {
        title: Text::fixed("查看", "Look up"),
        commands: &[
            &todo::COMMAND,
            #[cfg(feature = "desk")]
            &desk::COMMAND,
            &list::COMMAND,
            &search::COMMAND,
            &show::COMMAND,
            &answers::COMMAND,
            &deadlines::COMMAND,
            &sharing::history::COMMAND,
            &sharing::diff::COMMAND,
            &report::COMMAND,
            &paper::COMMAND,
            &ledger::COMMAND,
            &handover::COMMAND,
            #[cfg(feature = "lake")]
            &export::COMMAND,
            #[cfg(feature = "lake")]
            &rollup::COMMAND,
        ],
        acts: false,
    },
    CommandGroup {
        title: Text::fixed("机制", "The mechanism"),
        commands: &[&explain::COMMAND, &rules::COMMAND, &clause::COMMAND, &duty::COMMAND, &schema::COMMAND],
        acts: false,
    },
    CommandGroup {
        title: Text::fixed("共享", "Share"),
        commands: &[
            &sharing::share::COMMAND,
            &sharing::clone::COMMAND,
            &sharing::join::COMMAND,
            &sharing::sync::COMMAND,
            &sharing::resolve::COMMAND,
            &sharing::renumber::COMMAND,
            &sharing::pack::COMMAND,
            &sharing::receive::COMMAND,
            &sharing::key::COMMAND,
            &sharing::trust::COMMAND,
            &sharing::hook::COMMAND,
        ],
        acts: true,
    },
    CommandGroup {
        title: Text::fixed("台账", "The register"),
        commands: &[&init::COMMAND, &filing::settings::COMMAND, &filing::upgrade::COMMAND],
        acts: true,
    },
    CommandGroup {
        title: Text::fixed("程序", "The program"),
        commands: &[&sharing::whoami::COMMAND, &doctor::COMMAND, &completions::COMMAND, &man::COMMAND],
        acts: false,
    },
];

fn commands() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().flat_map(|group| group.commands.iter().copied())
}

/// Whether a word is one of the program's where a command stands.
fn is_own_word(word: &str) -> bool {
    let is_command = commands().any(|command| [command.name, command.zh].contains(&word));
    let is_noun = NOUNS.iter().any(|noun| [noun.name, noun.zh].contains(&word));
    is_command || is_noun || [app::HELP, app::HELP_ZH].contains(&word) || todo::line_number(word).is_some()
}

/// Whether a command does something and then says what.
fn acts(name: &str, verb: Option<&str>) -> bool {
    const ASK: [&str; 3] = ["list", "show", "allowed-signers"];
    let is_answer = GROUPS.iter().any(|group| !group.acts && group.commands.iter().any(|command| command.name == name));
    !is_answer && name != app::HELP && verb.is_none_or(|verb| !ASK.contains(&verb))
}

/// Runs the program on the process's own arguments, environment and streams.
#[must_use]
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    session::user_state().into_iter().for_each(crate::git::keep_state_in);
    let own = own_file::read(is_own_word);
    let of_file = |name: &str| own_file::own().lang.as_ref().filter(|_| name == "LIANDONG_LANG").map(OsString::from);
    let lang = lang::choose(&args, |name| std::env::var_os(name).or_else(|| of_file(name)));
    let streams = Streams::of_process(&args);
    // A shell that completes a line wants nothing else.
    clap_complete::CompleteEnv::with_factory(|| completions::with_names(app::app(lang, &|_| true)))
        .var(completions::ASKED)
        .complete();
    let options = RenderOptions { lang, color: streams.color(), columns: streams.columns };
    std::panic::set_hook(Box::new(|_| {}));
    let reply = match own {
        Err(why) if !asks_how(&args) => failure(&anyhow::Error::new(why), options),
        _ => std::panic::catch_unwind(|| run(args, options)).unwrap_or_else(|panic| broken(&*panic, options)),
    };
    let reply = Reply { out: streams.for_out(reply.out), err: streams.for_err(reply.err), ..reply };
    let (out, err) = (std::io::stdout(), std::io::stderr());
    let printed = if streams.page(&reply.out) { Ok(()) } else { print(&reply.out, &mut out.lock()) };
    let _ = err.lock().write_all(&reply.err);
    match printed {
        Ok(()) => ExitCode::from(reply.code),
        Err(why) => {
            let unprinted = failure(&anyhow::Error::new(unprinted(&why)), options);
            let _ = err.lock().write_all(&streams.for_err(unprinted.err));
            ExitCode::from(unprinted.code)
        }
    }
}

/// Prints an answer whole. A reader that has seen enough closes the pipe: no failure of ours.
fn print(answer: &[u8], out: &mut impl std::io::Write) -> std::io::Result<()> {
    match out.write_all(answer).and_then(|()| out.flush()) {
        Err(why) if why.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// That what was to be printed is not whole, as on a full disk. What the command filed stands.
fn unprinted(why: &std::io::Error) -> Text {
    let why = crate::text::disk(why);
    let (zh, en) = (why.zh(), why.en());
    crate::tr!(
        "结果没有写全，已写出的部分不能用（标准输出：{zh}）；处理好后请重新查看（已登记的不受影响）";
        "the answer could not be printed whole, and what was written is of no use (standard output: {en}); ask again when that is mended (what was filed stands)"
    )
}

/// A fault of the program itself: said in a line, without a backtrace.
fn broken(panic: &(dyn std::any::Any + Send), options: RenderOptions) -> Reply {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    let what = crate::tr!(
        "程序内部出错；请用 git status 看台账有没有改动，并把这一行报给维护人员（{words}）";
        "a fault of the program; see with git status whether the register changed, and report this line ({words})"
    );
    failure(&anyhow::Error::new(what), options)
}

/// Runs the program on given arguments, the program's name first.
#[must_use]
pub fn run(args: Vec<OsString>, options: RenderOptions) -> Reply {
    let typed = app::command_at(&args).and_then(|at| args[at].to_str()).map(str::to_owned);
    let args = in_own_words(args);
    let words: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let app = app::app(options.lang, &|name| words.iter().any(|word| word == name));
    let path = app::path(&app, &args);
    let matches = match app.try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage::reply(&error, &path, typed.as_deref(), options),
    };
    let Some((name, within)) = matches.subcommand() else {
        let session = Session::new(&matches, options);
        return match session.register() {
            Ok(_) => todo::alone(&session).unwrap_or_else(|error| failure(&error, options)),
            Err(_) => Reply::ok(app::help(&[], options.lang).unwrap_or_default()),
        };
    };
    if name == app::HELP && manual::is_asked(within) {
        let session = Session::new(&matches, options);
        return manual::run(within, &session).unwrap_or_else(|error| failure(&error, options));
    }
    if name == app::HELP {
        let path: Vec<&str> = within.get_many::<String>("command").into_iter().flatten().map(String::as_str).collect();
        return match app::help(&path, options.lang) {
            Ok(help) => Reply::ok(help),
            Err(why) => failure(&anyhow::Error::new(why), options),
        };
    }
    let session = Session::new(&matches, options);
    let command = commands().find(|command| command.name == name);
    let done = match command {
        Some(command) => (command.run)(within, &session),
        None => filing::run(name, within, &session, CommandOrigin::Typed).unwrap_or_else(|| Ok(Reply::default())),
    };
    match done {
        Ok(reply) if matches.get_flag("quiet") && (reply.is_receipt || acts(name, within.subcommand_name())) => {
            Reply { out: Vec::new(), ..reply }
        }
        Ok(reply) => reply,
        Err(error) => failure(&error, options),
    }
}

/// Runs a command, without the program's name, that was chosen from a list: what it leaves out is asked for, and nothing is done before it was seen.
fn run_chosen(words: &[String], session: &Session) -> anyhow::Result<Reply> {
    let options = session.options;
    let words = beginnings::said_in_full(beginnings::new_in_full(words.iter().map(OsString::from).collect()));
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let app = app::app(options.lang, &|name| words.iter().any(|word| word == name));
    let typed: Vec<&str> = std::iter::once(app.get_name()).chain(words.iter().map(String::as_str)).collect();
    let path = app::path(&app, &typed.iter().map(OsString::from).collect::<Vec<_>>());
    let matches = match app.clone().try_get_matches_from(typed) {
        Ok(matches) => matches,
        Err(error) => return Ok(usage::reply(&error, &path, None, options)),
    };
    let Some((name, within)) = matches.subcommand() else { return Ok(Reply::default()) };
    let Some(command) = commands().find(|command| command.name == name) else {
        return filing::run(name, within, session, CommandOrigin::Chosen).unwrap_or_else(|| Ok(Reply::default()));
    };
    let line = clean(&words.join(" ")).into_owned();
    let question = crate::tr!("运行 liandong {line}？[y/N] "; "run liandong {line}? [y/N] ");
    if acts(name, within.subcommand_name()) && ask::yes("", &question, options.lang) != Some(true) {
        return Ok(Reply::default());
    }
    (command.run)(within, session)
}

/// The program's arguments with the command in the program's own words: one of the person's own as what it stands for, a number as that line of
/// what waits (`liandong 3`), nouns and verbs in full.
fn in_own_words(mut args: Vec<OsString>) -> Vec<OsString> {
    let Some(at) = app::command_at(&args) else { return args };
    let mut words = own_file::own().expand(args.split_off(at));
    // Whether there is such a line is said where lines are known.
    let is_number = |arg: &OsString| arg.to_str().is_some_and(|arg| to_half_width(arg).parse::<usize>().is_ok());
    if words.first().is_some_and(is_number) {
        words.insert(0, todo::COMMAND.name.into());
    }
    args.extend(if ask::is_anybody_there() { beginnings::said_in_full(words) } else { beginnings::in_full(words) });
    args
}

/// Whether somebody asks how the program is used, or what it is: that is told whatever their own configuration says.
fn asks_how(args: &[OsString]) -> bool {
    let is_asked = |word: &OsString| ["--help", "-h", "--version", "-V"].iter().any(|asked| word == asked);
    let first = app::command_at(args).and_then(|at| args[at].to_str());
    args.iter().any(is_asked) || first.is_some_and(|word| [app::HELP, "帮助"].contains(&word))
}

/// Prints a failure once, with the chain of what was being done; never a backtrace.
fn failure(error: &anyhow::Error, options: RenderOptions) -> Reply {
    let causes: Vec<Text> = error.chain().flat_map(describe_cause).collect();
    Reply { err: render::failure(&causes, options).into_bytes(), code: 2, ..Reply::default() }
}

/// What one link of a chain of errors says in both languages.
fn describe_cause(cause: &(dyn std::error::Error + 'static)) -> Vec<Text> {
    if let Some(failure) = cause.downcast_ref::<Failure>() {
        return failure.chain().iter().map(Telling::on_terminal).collect();
    }
    let disk = || cause.downcast_ref::<std::io::Error>().map(crate::text::disk);
    vec![cause.downcast_ref::<Text>().cloned().or_else(disk).unwrap_or_else(|| Text::same(cause.to_string()))]
}
