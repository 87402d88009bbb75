//! What a person has said once for all runs: a file in the user's configuration folder, with commands of their own. Options and variables
//! come before it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use toml::de::DeTable;

use crate::model::reader::{ReadProblem, syntax};
use crate::platform;
use crate::text::{Text, clean, nearest, shell_word, shell_words};
use crate::tr;

/// What stands in it.
#[derive(Debug, Default)]
pub(super) struct OwnFile {
    /// The language, as `LIANDONG_LANG` says it.
    pub(super) lang: Option<String>,
    /// Colours, as `--color` says it.
    pub(super) color: Option<String>,
    /// What shows more than a screen, as `LIANDONG_PAGER` says it.
    pub(super) pager: Option<String>,
    /// Where the cache lies, as `LIANDONG_CACHE` says it.
    pub(super) cache: Option<String>,
    /// The words of each command of one's own.
    commands: BTreeMap<String, Vec<String>>,
}

/// What may stand in it, in words; the commands of one's own stand in a table.
const WORDS: [&str; 4] = ["lang", "color", "pager", "cache"];

/// The key of that table.
const COMMANDS: &str = "commands";

/// That of this run.
static OWN: OnceLock<OwnFile> = OnceLock::new();

/// What this run's user has said; nothing where there is no such file, or none was read.
pub(super) fn own() -> &'static OwnFile {
    OWN.get_or_init(OwnFile::default)
}

/// Reads it, before anything else is done. `is_taken` says which words are the program's own.
///
/// # Errors
/// It cannot be read or understood: whoever wrote it meant something by it.
pub(super) fn read(is_taken: impl Fn(&str) -> bool) -> Result<(), Text> {
    let Some(place) = place() else { return Ok(()) };
    let text = match std::fs::read_to_string(&place) {
        Ok(text) => text,
        Err(why) if matches!(why.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(()),
        Err(why) => return Err(unread(&place, &crate::text::disk(&why))),
    };
    let file = OwnFile::parse(&text, is_taken).map_err(|why| unread(&place, &why))?;
    let _ = OWN.set(file);
    Ok(())
}

/// Where it stands, or would.
pub(super) fn place() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    platform::user_config(set, std::env::home_dir()).map(|folder| folder.join("liandong").join("config.toml"))
}

fn unread(place: &Path, why: &Text) -> Text {
    let (shown, zh, en) = (clean(&place.to_string_lossy()).into_owned(), why.zh(), why.en());
    tr!(
        "自己的配置 {shown} 读不懂：{zh}；写法见 liandong help 环境变量，改好或移开以后再用";
        "your own configuration {shown} cannot be understood: {en}; liandong help environment says how it is written; mend it or put it away"
    )
}

impl OwnFile {
    fn parse(text: &str, is_taken: impl Fn(&str) -> bool) -> Result<Self, Text> {
        let table = DeTable::parse(text).map_err(|error| {
            let ReadProblem { span, what, help } = syntax(&error, text);
            at_line(text, span.start, &Text::join([&what, &help], "，", ": "))
        })?;
        let (mut said, mut commands) = (BTreeMap::new(), BTreeMap::new());
        for (key, value) in table.get_ref() {
            let (name, here) = (key.get_ref().as_ref(), |why: &Text| at_line(text, key.span().start, why));
            if name == COMMANDS {
                let lines = value.get_ref().as_table().ok_or_else(|| here(&no_table()))?;
                for (name, line) in lines {
                    let here = |why: &Text| at_line(text, name.span().start, why);
                    let line = line.get_ref().as_str().ok_or_else(|| here(&no_words(name.get_ref())))?;
                    let name = command_name(name.get_ref().to_string(), &is_taken).map_err(|why| here(&why))?;
                    commands.insert(name, words(line).map_err(|why| here(&why))?);
                }
            } else if WORDS.contains(&name) {
                let words = value.get_ref().as_str().ok_or_else(|| here(&no_words(name)))?;
                may_be(name, words).map_err(|why| here(&why))?;
                said.insert(name.to_owned(), words.to_owned());
            } else {
                return Err(here(&unknown(name)));
            }
        }
        let mut take = |key: &str| said.remove(key);
        Ok(Self { lang: take("lang"), color: take("color"), pager: take("pager"), cache: take("cache"), commands })
    }

    /// What a command of one's own stands for, as it is typed; none where there is none of that name.
    pub(super) fn meant(&self, name: &str) -> Option<String> {
        let words = self.commands.get(name)?;
        Some(words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" "))
    }

    /// The names of one's own commands.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.commands.keys().map(String::as_str)
    }

    /// The words of a command line without the program's name, a command of one's own as what it stands for.
    pub(super) fn expand(&self, mut words: Vec<OsString>) -> Vec<OsString> {
        if let Some(meant) = words.first().and_then(|name| self.commands.get(name.to_str()?)) {
            words.splice(..1, meant.iter().map(OsString::from));
        }
        words
    }
}

/// Something that is wrong in it, with the line where it stands.
fn at_line(text: &str, at: usize, why: &Text) -> Text {
    let (line, zh, en) = (text[..at.min(text.len())].matches('\n').count() + 1, why.zh(), why.en());
    tr!("第 {line} 行：{zh}"; "line {line}: {en}")
}

/// That a key is none of those that may stand there.
fn unknown(name: &str) -> Text {
    let known = WORDS.iter().copied().chain([COMMANDS]);
    let shown = clean(name).into_owned();
    if let Some(near) = nearest(name, known.clone()) {
        return tr!("没有 {shown} 这一项，是不是 {near}？"; "there is no key {shown}; did you mean {near}?");
    }
    let [zh, en] = ["、", ", "].map(|between| known.clone().collect::<Vec<_>>().join(between));
    tr!("没有 {shown} 这一项；可用：{zh}"; "there is no key {shown}; there are {en}")
}

fn no_words(name: &str) -> Text {
    let shown = clean(name).into_owned();
    tr!("{shown} 要写成文字，用双引号括起"; "{shown} is to be text in double quotes")
}

fn no_table() -> Text {
    Text::fixed(
        "commands 要另起一行写作 [commands]，下面每行一个：\"名称\" = \"命令\"",
        "commands is to be a table: [commands] on a line of its own, and below it a line for each: \"NAME\" = \"COMMAND\"",
    )
}

/// That words are one of those that a key may say.
fn may_be(key: &str, said: &str) -> Result<(), Text> {
    let may: &[&str] = match key {
        "lang" => &["zh", "en"],
        "color" => &["auto", "always", "never"],
        _ => return Ok(()),
    };
    if may.contains(&said) {
        return Ok(());
    }
    let shown = clean(said).into_owned();
    let [zh, en] = ["、", ", "].map(|between| may.join(between));
    Err(match nearest(said, may.iter().copied()) {
        Some(near) => tr!(
            "{key} 不能是“{shown}”，是不是“{near}”？可选：{zh}";
            "{key} cannot be \"{shown}\"; did you mean \"{near}\"? There are {en}"
        ),
        None => tr!("{key} 不能是“{shown}”，可选：{zh}"; "{key} cannot be \"{shown}\"; there are {en}"),
    })
}

/// A name that is nobody else's and one word on a line.
fn command_name(name: String, is_taken: impl Fn(&str) -> bool) -> Result<String, Text> {
    let is_word = !name.is_empty() && !name.starts_with('-') && !name.contains(char::is_whitespace);
    if is_word && !is_taken(&name) {
        return Ok(name);
    }
    let shown = clean(&name).into_owned();
    Err(tr!(
        "“{shown}”不能作自定命令的名称：要是一个词，不能是程序已有的命令、选项或数字";
        "\"{shown}\" cannot be a command of your own: it is to be one word, and none of the program's commands, an option or a number"
    ))
}

/// The words of a line, with or without the program's name before them.
fn words(line: &str) -> Result<Vec<String>, Text> {
    let mut words = shell_words(line).unwrap_or_default();
    if words.first().is_some_and(|word| word == env!("CARGO_PKG_NAME")) {
        words.remove(0);
    }
    if words.is_empty() {
        let shown = clean(line).into_owned();
        return Err(
            tr!("“{shown}”不是命令：没有字，或者引号没有收"; "\"{shown}\" is no command: there is nothing in it, or a quote is open"),
        );
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<OwnFile, Text> {
        OwnFile::parse(text, |name| name == "check" || name == "3")
    }

    #[test]
    fn a_command_of_ones_own_stands_for_its_words() {
        let own = parsed("lang = \"en\"\n[commands]\n\"超期\" = \"liandong list 隐患 --where '发现日期<2025-06-01'\"\n")
            .expect("a file");
        assert_eq!(own.lang.as_deref(), Some("en"));
        let expand = |words: &[&str]| {
            let args = own.expand(words.iter().map(OsString::from).collect());
            args.into_iter().map(|arg| arg.into_string().expect("UTF-8")).collect::<Vec<_>>()
        };
        let wanted = ["list", "隐患", "--where", "发现日期<2025-06-01", "--count"];
        assert_eq!(expand(&["超期", "--count"]), wanted);
        // It is one only where a command stands.
        assert_eq!(expand(&["search", "超期"]), ["search", "超期"]);
        assert!(expand(&[]).is_empty());
    }

    #[test]
    fn what_means_nothing_is_told() {
        let told = [
            ("langs = \"en\"", "langs"),
            ("lang = \"fr\"", "zh, en"),
            ("color = \"red\"", "always"),
            ("[commands]\ncheck = \"list\"", "check"),
            ("[commands]\n3 = \"list\"", "3"),
            ("[commands]\n-x = \"list\"", "-x"),
            ("[commands]\n\"a b\" = \"list\"", "a b"),
            ("[commands]\na = \"\"", "no command"),
            ("[commands]\na = \"list 'x\"", "no command"),
            ("[commands]\na = \"liandong\"", "no command"),
        ];
        for (text, part) in told {
            let why = parsed(text).expect_err(text);
            assert!(why.en().contains(part), "{text}: {}", why.en());
        }
    }
}
