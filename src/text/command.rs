//! A command that somebody is told to run, as a value: a terminal prints it, a page makes a link of it, and nobody parses what was printed.

use std::fmt;

use serde::{Serialize, Serializer};

use super::shell::shell_word;

/// The name under which this program is run.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

const GIT: &str = "git";

/// What stands for words that only people know.
pub const OPEN: &str = "…";

/// A command to be run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommandLine {
    program: &'static str,
    /// The folder that it is about, where that is another than the one in which it is typed.
    folder: Option<String>,
    parts: Vec<CommandPart>,
}

/// A part of a command.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommandPart {
    /// A word of its name, or what it is about.
    Word(String),
    /// An option with what stands behind it; nothing stands behind a switch.
    Option(String, Option<String>),
}

impl CommandLine {
    /// A command of this program by its name: `hazard rectify`.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self::of(PROGRAM, name)
    }

    /// A command of git: `restore`.
    #[must_use]
    pub fn git(name: &str) -> Self {
        Self::of(GIT, name)
    }

    /// A command of the system: `rm`.
    #[must_use]
    pub fn system(program: &'static str) -> Self {
        Self::of(program, "")
    }

    fn of(program: &'static str, name: &str) -> Self {
        Self { program, folder: None, parts: name.split_whitespace().map(|word| CommandPart::Word(word.to_owned())).collect() }
    }

    /// The same about something.
    #[must_use]
    pub fn about(mut self, subject: impl ToString) -> Self {
        self.parts.push(CommandPart::Word(subject.to_string()));
        self
    }

    /// The same with an option and what stands behind it.
    #[must_use]
    pub fn option(mut self, name: &str, value: impl ToString) -> Self {
        self.parts.push(CommandPart::Option(name.to_owned(), Some(value.to_string())));
        self
    }

    /// The same with an option behind which only people know what stands.
    #[must_use]
    pub fn open(self, name: &str) -> Self {
        self.option(name, OPEN)
    }

    /// The same with a switch.
    #[must_use]
    pub fn switch(mut self, name: &str) -> Self {
        self.parts.push(CommandPart::Option(name.to_owned(), None));
        self
    }

    /// The same for a register elsewhere, wherever it is typed. What is said to git for all of a person's folders, or to another program, is
    /// about none.
    #[must_use]
    pub fn meant_for(self, folder: &str) -> Self {
        let is_of_folder = match self.program {
            PROGRAM => true,
            GIT => !self.name().starts_with("config --global "),
            _ => false,
        };
        Self { folder: is_of_folder.then(|| folder.to_owned()), ..self }
    }

    /// Its words without the program's name and without options: `hazard rectify`.
    #[must_use]
    pub fn name(&self) -> String {
        let words = self.parts.iter().filter_map(|part| match part {
            CommandPart::Word(word) => Some(word.as_str()),
            CommandPart::Option(..) => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Its parts in their order, of a command of this program; none of another's.
    #[must_use]
    pub fn parts(&self) -> Option<&[CommandPart]> {
        (self.program == PROGRAM).then_some(&self.parts)
    }

    /// Whether it is this program's command of that name.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        let mut parts = self.parts.iter();
        let is_next = |word: &str| matches!(parts.next(), Some(CommandPart::Word(next)) if next == word);
        self.program == PROGRAM && name.split_whitespace().all(is_next)
    }

    /// What it is about, behind a name of so many words: the first of what else stands there that is no option.
    #[must_use]
    pub fn subject(&self, name: usize) -> Option<&str> {
        let words = self.parts.iter().filter_map(|part| match part {
            CommandPart::Word(word) => Some(word.as_str()),
            CommandPart::Option(..) => None,
        });
        words.into_iter().nth(name)
    }

    /// What stands behind an option.
    #[must_use]
    pub fn said(&self, name: &str) -> Option<&str> {
        self.parts.iter().find_map(|part| match part {
            CommandPart::Option(option, Some(value)) if option == name => Some(value.as_str()),
            _ => None,
        })
    }
}

/// As it is typed.
impl fmt::Display for CommandLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.program)?;
        if let Some(folder) = &self.folder {
            let option = if self.program == GIT { "-C" } else { "--data" };
            write!(f, " {option} {}", shell_word(folder))?;
        }
        for part in &self.parts {
            match part {
                CommandPart::Word(word) => write!(f, " {}", shell_word(word))?,
                CommandPart::Option(name, None) => write!(f, " --{name}")?,
                // What is written there instead is still one word.
                CommandPart::Option(name, Some(value)) if value != OPEN && value.ends_with(OPEN) => {
                    write!(f, " --{name} \"{value}\"")?;
                }
                CommandPart::Option(name, Some(value)) => write!(f, " --{name} {}", shell_word(value))?,
            }
        }
        Ok(())
    }
}

/// In a JSON report it is as it is typed.
impl Serialize for CommandLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_typed_as_a_shell_takes_it() {
        let command = CommandLine::new("hazard rectify").about("meetings/2025/anweiban/001#2").open("due").switch("major");
        assert_eq!(command.to_string(), "liandong hazard rectify meetings/2025/anweiban/001#2 --due … --major");
        let amend = CommandLine::new("amend").about("a b").option("set", "to[0].why=…").option("as", "区安委办");
        assert_eq!(amend.to_string(), "liandong amend 'a b' --set \"to[0].why=…\" --as 区安委办");
        assert_eq!(CommandLine::git("restore").about("a.toml").to_string(), "git restore a.toml");
    }

    #[test]
    fn it_says_of_which_folder_it_is_only_where_it_is_of_one() {
        let said = |command: CommandLine| command.meant_for("/srv/甲 乙").to_string();
        assert_eq!(said(CommandLine::new("sync")), "liandong --data '/srv/甲 乙' sync");
        assert_eq!(said(CommandLine::git("merge --abort")), "git -C '/srv/甲 乙' merge --abort");
        assert_eq!(said(CommandLine::git("config --global user.name").about(OPEN)), "git config --global user.name …");
        assert_eq!(said(CommandLine::system("rm").about("a b")), "rm 'a b'");
    }

    #[test]
    fn what_it_says_is_known_without_reading_it() {
        let command = CommandLine::new("respond received").option("to", "notices/2026/yingji/001").open("on");
        assert!(command.is("respond received") && command.is("respond") && !command.is("respond done"));
        assert_eq!((command.said("to"), command.said("as")), (Some("notices/2026/yingji/001"), None));
        assert_eq!(CommandLine::new("show").about("mines/dashan").subject(1), Some("mines/dashan"));
        assert!(!CommandLine::git("show").is("show") && CommandLine::git("show").parts().is_none());
    }
}
