//! The files of the program, as text and as bare code.

use std::path::{Path, PathBuf};

/// A file below `src/`.
pub(super) struct Source {
    /// Its path from there.
    pub(super) path: PathBuf,
    pub(super) lines: usize,
    /// Its text, line for line, with blanks for comments and literals.
    pub(super) bare: String,
    /// The same without what only its tests have.
    pub(super) code: String,
}

impl Source {
    /// The module at the top under which it stands, its room; none for those at the top themselves.
    pub(super) fn room(&self) -> Option<&str> {
        let mut parts = self.path.iter().map(|part| part.to_str().expect("UTF-8"));
        parts.next().filter(|_| parts.next().is_some())
    }

    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// All of them in the order of their paths: of this tree, or of another that `LIANDONG_TREE` names, to be measured beside it.
pub(super) fn sources() -> Vec<Source> {
    let tree = std::env::var_os("LIANDONG_TREE").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let (top, mut paths) = (tree.join("src"), Vec::new());
    walk(&top, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a source file");
        let path = path.strip_prefix(&top).expect("below src").to_owned();
        let bare = bare(&text);
        Source { path, lines: text.lines().count(), code: without_tests(bare.clone()), bare }
    };
    paths.into_iter().map(read).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            walk(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// A text with blanks for its comments and literals.
fn bare(text: &str) -> String {
    let (mut bare, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(first) = rest.chars().next() {
        let in_word = bare.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let blank = raw_text(rest).filter(|_| !in_word).or_else(|| comment(rest)).or_else(|| literal(rest));
        let (blank, length) = blank.map_or((false, first.len_utf8()), |length| (true, length));
        let (taken, left) = rest.split_at(length);
        if blank {
            bare.extend(taken.chars().map(|c| if c == '\n' { c } else { ' ' }));
        } else {
            bare.push_str(taken);
        }
        rest = left;
    }
    bare
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.strip_prefix("/*").map(|inner| inner.find("*/").map_or(text.len(), |end| end + 4))
}

/// The length of the text in raw quotes that a text begins with.
fn raw_text(text: &str) -> Option<usize> {
    let start = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    let inner = start[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.len() - inner.len() + inner.find(&end)? + end.len())
}

/// The length of the text or character in quotes that a text begins with; a lifetime is none.
fn literal(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut inner = text[1..].char_indices();
    while let Some((at, c)) = inner.next() {
        if c == quote {
            return Some(at + 2);
        }
        let escaped = c == '\\' && inner.next().is_some();
        let is_character = || escaped || text[1 + at + c.len_utf8()..].starts_with('\'');
        if quote == '\'' && at == 0 && !is_character() {
            return None;
        }
    }
    None
}

/// Code with blanks for the modules of tests.
fn without_tests(mut code: String) -> String {
    while let Some(start) = code.find("#[cfg(test)]\nmod ") {
        let end = block_end(&code, start);
        let blank: String = code[start..end].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        code.replace_range(start..end, &blank);
    }
    code
}

/// Where the block ends that begins next after a place.
pub(super) fn block_end(code: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code[from..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return from + at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn comments_and_literals_are_blank_and_lines_stay() {
    let text =
        "let a = \"x // \\\" y\"; // mod\nfn f<'a>(c: char) -> bool { c == '\\'' || c == '\"' } /* 类\n型 */ r#\"z\"z\"# b'q'";
    let kept = "let a = ; \nfn f<'a>(c: char) -> bool { c ==  || c ==  } \n  b";
    let squeeze = |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    assert_eq!(squeeze(&bare(text)), squeeze(kept));
}
