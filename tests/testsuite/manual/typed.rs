//! Every block of what is typed and seen is run, page by page, by somebody with a new home in which the invented years lie in `examples`:
//! each line as a shell runs it, in the folder where the line before it ended.
//!
//! In what is seen, `...` stands for lines that are left out, `[..]` for a part of a line, `~` for that home; `? 1` says how a command ended.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{is_blessing, pairs, prose, read};
use crate::support::{LIANDONG, NOW, clean, command, copy_folder, example, home, said};

/// What is typed in a page, in order.
pub(super) fn commands(text: &str) -> Vec<&str> {
    let mut in_console = false;
    let mut typed = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            in_console = line == "```console";
        } else if in_console {
            typed.extend(line.strip_prefix("$ "));
        }
    }
    typed
}

/// What stands in blocks of a language.
pub(super) fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut within: Option<String> = None;
    for line in text.lines() {
        match &mut within {
            Some(_) if line == "```" => blocks.extend(within.take()),
            Some(block) => block.extend([line, "\n"]),
            None if line == format!("```{language}") => within = Some(String::new()),
            None => {}
        }
    }
    blocks
}

/// The moment that a heading begins with.
fn clock(line: &str) -> Option<String> {
    let heading = line.trim_start_matches('#').strip_prefix(' ')?;
    let (day, time) = (heading.get(..10)?, heading.get(11..16)?);
    let is_moment = day.chars().chain(time.chars()).all(|c| c.is_ascii_digit() || c == '-' || c == ':');
    (line.starts_with('#') && is_moment).then(|| format!("{day}T{time}:00+08:00"))
}

/// Somebody who reads a page and types what stands there.
pub(super) struct Reader {
    pub(super) home: tempfile::TempDir,
    folder: PathBuf,
    language: &'static str,
    now: String,
}

impl Reader {
    pub(super) fn new(text: &str, language: &'static str) -> Self {
        let home = home();
        for name in ["clean", "broken"] {
            if text.contains(&format!("examples/{name}")) {
                copy_folder(&example(name), &home.path().join("examples").join(name));
            }
        }
        Self { folder: home.path().to_owned(), home, language, now: NOW.to_owned() }
    }

    /// What a line shows when it is typed, and its exit code.
    pub(super) fn types(&mut self, line: &str) -> Vec<String> {
        let place = self.home.path().join(".place");
        let programs = Path::new(LIANDONG).parent().expect("a folder");
        let path = std::env::join_paths(
            std::iter::once(programs.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").expect("a PATH"))),
        );
        let mut shell = command("sh", self.home.path());
        shell.env("PATH", path.expect("folders")).env("LIANDONG_LANG", self.language).env("LIANDONG_NOW", &self.now);
        shell.env("GIT_AUTHOR_DATE", &self.now).env("GIT_COMMITTER_DATE", &self.now).env("PLACE", &place);
        shell.env_remove("GIT_CEILING_DIRECTORIES").env("GIT_CEILING_DIRECTORIES", self.home.path());
        shell.current_dir(&self.folder).arg("-c").arg(format!("{line}\ncode=$?\npwd >\"$PLACE\"\nexit $code"));
        let done = shell.stdin(Stdio::null()).output().expect("a shell");
        self.folder = PathBuf::from(std::fs::read_to_string(&place).expect("a folder").trim_end());
        let mut seen = Vec::new();
        if !done.status.success() {
            seen.push(format!("? {}", done.status.code().expect("a code")));
        }
        let told = said(&done).replace(&*self.home.path().to_string_lossy(), "~");
        seen.extend(told.trim_end().lines().map(|line| line.trim_end().to_owned()));
        seen
    }
}

/// Whether a line is as a page has it.
pub(super) fn is_line(kept: &str, seen: &str) -> bool {
    let mut parts = kept.split("[..]");
    let Some(mut rest) = parts.next().and_then(|first| seen.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let found = if parts.peek().is_none() { rest.ends_with(part).then(|| rest.len() - part.len()) } else { rest.find(part) };
        let Some(found) = found else { return false };
        rest = &rest[found + part.len()..];
    }
    rest.is_empty()
}

/// Whether lines are as a page has them.
fn is_seen(kept: &[String], seen: &[String]) -> bool {
    match kept.split_first() {
        None => seen.is_empty(),
        Some((first, others)) if first == "..." => (0..=seen.len()).any(|from| is_seen(others, &seen[from..])),
        Some((first, others)) => seen.split_first().is_some_and(|(line, after)| is_line(first, line) && is_seen(others, after)),
    }
}

/// What a page is to have from now on: as much of the beginning and the end as it had.
fn shown(kept: &[String], seen: Vec<String>) -> Vec<String> {
    if is_seen(kept, &seen) {
        return kept.to_vec();
    }
    let Some(gap) = kept.iter().position(|line| line == "...") else { return seen };
    let after = kept.len() - gap - 1;
    if gap + after >= seen.len() {
        return seen;
    }
    [&seen[..gap], &["...".to_owned()], &seen[seen.len() - after..]].concat()
}

/// A page as it is once all that it tells people to type was typed.
fn told(text: &str, language: &'static str) -> String {
    let mut reader = Reader::new(text, language);
    let (mut out, mut lines) = (Vec::new(), text.lines().peekable());
    let mut in_console = false;
    while let Some(line) = lines.next() {
        out.push(line.to_owned());
        if line.starts_with("```") {
            in_console = line == "```console";
        }
        if let Some(now) = clock(line).filter(|_| !in_console) {
            reader.now = now;
        }
        let Some(typed) = line.strip_prefix("$ ").filter(|_| in_console) else { continue };
        let mut kept = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```")) {
            kept.push(line.to_owned());
        }
        while kept.last().is_some_and(String::is_empty) {
            kept.pop();
        }
        out.extend(shown(&kept, reader.types(typed)));
    }
    out.join("\n") + "\n"
}

#[test]
fn what_pages_tell_people_to_type_does_what_they_show() {
    let told_of = |page: &Path, language| {
        let text = read(page);
        let now = told(&text, language);
        if is_blessing() && now != text {
            std::fs::write(page, &now).expect("writable");
        }
        let differs = text.lines().zip(now.lines()).enumerate().find(|(_, (was, is))| was != is);
        match differs {
            Some((at, (was, is))) => Some(format!("{}:{}:\n- {was}\n+ {is}", page.display(), at + 1)),
            None if now != text => Some(format!("{}: the end", page.display())),
            None => None,
        }
    };
    let pages: Vec<(PathBuf, &'static str)> = pairs().into_iter().flat_map(|[zh, en]| [(zh, "zh"), (en, "en")]).collect();
    let faults: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = pages.iter().map(|(page, language)| scope.spawn(move || told_of(page, language))).collect();
        threads.into_iter().filter_map(|thread| thread.join().expect("a page")).collect()
    });
    assert!(is_blessing() || faults.is_empty(), "{}", faults.join("\n"));
}

/// What leads people works: that a command is refused is shown where refusing is the matter, and nowhere by mistake.
#[test]
fn what_leads_people_is_never_refused() {
    let may_refuse = ["when-something-is-wrong.md", "spreadsheets.md", "papers-and-ledgers.md"];
    for page in pairs().concat() {
        let is_meant = may_refuse.iter().any(|name| page.ends_with(name));
        assert!(is_meant || !read(&page).lines().any(|line| line == "? 2"), "{}: a command is refused", page.display());
    }
}

/// What is shown in blocks that nobody can run here (they wait for a person, or go on) is understood by the program as it stands.
#[test]
fn what_is_shown_without_an_answer_is_understood() {
    let mut count = 0;
    for page in pairs().concat() {
        let text = read(&page);
        for line in blocks(&text, "sh").iter().flat_map(|block| block.lines()).filter(|line| line.starts_with("liandong ")) {
            let words = shell_words::split(line).unwrap_or_else(|error| panic!("{line}: {error}"));
            let mut program = command(LIANDONG, Path::new(env!("CARGO_TARGET_TMPDIR")));
            let done = program.current_dir(clean()).args(&words[1..]).arg("--help").output().expect("runs");
            assert_eq!(done.status.code(), Some(0), "{}: {line}: {}", page.display(), said(&done));
            count += 1;
        }
    }
    assert!(count > 1, "{count} commands");
}

/// What stands in the text as a command is one, up to the names that people fill in.
#[test]
fn every_command_that_is_named_is_one_that_the_program_knows() {
    let mut count = 0;
    for page in pairs().concat() {
        let text = read(&page);
        // Each line of that table is typed, and ends as it says.
        if page.ends_with("conventions.md") {
            continue;
        }
        for (at, line) in prose(&text) {
            // What a shell makes of it is seen where it is typed.
            let is_plain = |code: &&str| code.starts_with("liandong ") && !code.contains(['|', '>', '<']);
            for code in line.split('`').skip(1).step_by(2).filter(is_plain) {
                // Help is asked for last: every word before it has been understood by then.
                let words = shell_words::split(&code.replace('…', "x")).unwrap_or_else(|error| panic!("{code}: {error}"));
                let mut program = command(LIANDONG, Path::new(env!("CARGO_TARGET_TMPDIR")));
                let done = program.current_dir(clean()).args(&words[1..]).arg("--help").output().expect("runs");
                assert_eq!(done.status.code(), Some(0), "{}:{at}: {code}: {}", page.display(), said(&done));
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} commands");
}

#[test]
fn what_is_left_out_is_left_out_and_nothing_else() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let seen = lines("a\nb\nc\nd 12 e");
    for kept in ["a\nb\nc\nd 12 e", "a\n...\nd [..] e", "...", "...\nd 12 e", "a\n...\nb\nc\nd [..]"] {
        assert!(is_seen(&lines(kept), &seen), "{kept}");
    }
    for kept in ["a\nb\nc", "a\n...\nc", "b\n...", "...\nd 12", "a\nb\nc\nd [..] f", ""] {
        assert!(!is_seen(&lines(kept), &seen), "{kept}");
    }
    assert_eq!(shown(&lines("x\n...\ny"), seen.clone()), lines("a\n...\nd 12 e"));
    assert_eq!(shown(&lines("x"), seen.clone()), seen);
}
