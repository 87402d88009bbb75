//! Problems of files with the line they stand on and a caret under the place, right also under Chinese text; and failures.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::RenderOptions;
use crate::report::ProblemView;
use crate::text::{Lang, Text, clean};

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
    renderer.render(&[group]) + "\n"
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
