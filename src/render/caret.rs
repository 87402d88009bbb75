//! Problems of files with the line they stand on and a caret under the place, right also under Chinese text; and failures.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::RenderOptions;
use crate::report::ProblemView;
use crate::text::{Lang, Telling, Text, clean};

/// One problem after the other.
#[must_use]
pub fn carets(problems: &[ProblemView], options: RenderOptions) -> String {
    problems.iter().map(|problem| one(problem, options) + "\n").collect()
}

fn one(problem: &ProblemView, options: RenderOptions) -> String {
    let (what, help) = (clean(problem.what.get(options.lang)), clean(problem.help.get(options.lang)));
    let word = match (problem.unreadable, options.lang) {
        (true, Lang::Zh) => "不能读取",
        (true, Lang::En) => "cannot be read",
        (false, Lang::Zh) => "格式",
        (false, Lang::En) => "form",
    };
    let help_word = match options.lang {
        Lang::Zh => "办法",
        Lang::En => "help",
    };
    let level = if problem.unreadable { Level::ERROR } else { Level::INFO };
    let mut group = level.with_name(word).primary_title(what.as_ref()).elements(Vec::<annotate_snippets::Element<'_>>::new());
    let source = problem.excerpt.as_ref().map(|(line, meant, number)| (clean_keeping_bytes(line), meant.clone(), *number));
    if let Some((line, meant, number)) = &source {
        let snippet = Snippet::source(line.as_str()).path(&problem.file).line_start(*number);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(meant.clone())));
    } else {
        group = group.element(annotate_snippets::Origin::path(&problem.file));
    }
    if !help.is_empty() {
        group = group.element(Level::HELP.with_name(help_word).message(help.as_ref()));
    }
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let shown = renderer.render(&[group]) + "\n";
    match options.lang {
        Lang::Zh => with_full_colons(&shown, word, help_word),
        Lang::En => shown,
    }
}

/// Chinese text has its colon in full width: behind the word that begins a problem, and that which begins its last line.
fn with_full_colons(shown: &str, first: &str, last: &str) -> String {
    let text = shown.trim_end_matches('\n');
    let (head, rest) = text.split_at(text.find('\n').unwrap_or(text.len()));
    let (middle, tail) = rest.split_at(rest.rfind('\n').unwrap_or(0));
    [&with_full_colon(head, first), middle, &with_full_colon(tail, last), &shown[text.len()..]].concat()
}

/// The same of the first word on a line that is called so, whatever colours stand between it and its colon.
fn with_full_colon(line: &str, word: &str) -> String {
    let plain = |rest: &str| {
        let codes = rest.find(": ")?;
        rest[..codes].split('\u{1b}').all(|code| code.is_empty() || code.ends_with('m')).then_some(codes)
    };
    let found = line.find(word).map(|at| at + word.len()).and_then(|at| Some((at, at + plain(&line[at..])?)));
    found.map_or_else(|| line.to_owned(), |(at, colon)| format!("{}：{}{}", &line[..at], &line[at..colon], &line[colon + 2..]))
}

/// A line made safe without moving what stands behind: each byte of an unsafe character becomes `?`, a tab a blank.
fn clean_keeping_bytes(line: &str) -> String {
    let safe = |c: char| match c {
        '\t' => " ".to_owned(),
        c if crate::text::is_unsafe(c) => "?".repeat(c.len_utf8()),
        c => c.to_string(),
    };
    line.chars().map(safe).collect()
}

/// A failure of the program: what could not be done and why, on one line.
#[must_use]
pub fn failure(causes: &[Text], options: RenderOptions) -> String {
    let word = match options.lang {
        Lang::Zh => "未能完成",
        Lang::En => "failed",
    };
    let separator = match options.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let words: Vec<_> = causes.iter().map(|cause| clean(cause.get(options.lang)).into_owned()).collect();
    format!("{}{separator}{}\n", options.paint(anstyle::AnsiColor::Red, word), words.join(separator))
}

/// Why an operation was not done.
#[must_use]
pub fn failed(failed: &crate::ops::Failure, options: RenderOptions) -> String {
    failure(&failed.chain().iter().map(Telling::on_terminal).collect::<Vec<_>>(), options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_words_have_chinese_colons_and_what_is_told_keeps_its_own() {
        let shown = "不能读取: a: b\n --> x.toml:1:2\n  = 办法: 见: c\n\n";
        assert_eq!(with_full_colons(shown, "不能读取", "办法"), "不能读取：a: b\n --> x.toml:1:2\n  = 办法：见: c\n\n");
        let coloured = "\u{1b}[1m\u{1b}[91m格式\u{1b}[0m: \u{1b}[1m没有办法: b\u{1b}[0m\n --> x.toml";
        let full = "\u{1b}[1m\u{1b}[91m格式：\u{1b}[0m\u{1b}[1m没有办法: b\u{1b}[0m\n --> x.toml";
        assert_eq!(with_full_colons(coloured, "格式", "办法"), full);
        assert_eq!(with_full_colons("格式", "格式", "办法"), "格式");
    }
}
