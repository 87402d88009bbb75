//! Words of a chapter with what marks them: code, bold, italic, links to other places of the manual, characters that are escaped.

use crate::render::html::page::HtmlPage;

/// Where a link of the manual leads on the page; nothing for what is not part of it.
pub(super) fn target(link: &str, chapter: &str) -> Option<String> {
    let (file, heading) = link.split_once('#').unwrap_or((link, ""));
    let chapter = match file {
        "" => chapter,
        file => file.strip_suffix(".md").filter(|name| !name.contains('/') && *name != "README")?,
    };
    Some(if heading.is_empty() { chapter.to_owned() } else { format!("{chapter}-{heading}") })
}

/// The name of a heading in links, as code hosts make it.
pub(super) fn slug(heading: &str) -> String {
    let kept = plain(heading).to_lowercase();
    kept.chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

/// Words without their marks.
fn plain(words: &str) -> String {
    let mut out = String::new();
    pieces(words, &mut |piece| match piece {
        Piece::Words(words) | Piece::Code(words) => out.push_str(&words),
        Piece::Bold(inner) | Piece::Italic(inner) | Piece::Link(inner, _) => out.push_str(&plain(inner)),
    });
    out
}

/// Writes words with their marks as elements.
pub(super) fn write(page: &mut HtmlPage, words: &str, chapter: &str) {
    let mut found = Vec::new();
    pieces(words, &mut |piece| found.push(piece));
    for piece in found {
        match piece {
            Piece::Words(words) => page.xml.text(&words),
            Piece::Code(words) => page.words("code", &[], &words),
            Piece::Bold(inner) => within(page, "strong", inner, chapter),
            Piece::Italic(inner) => within(page, "em", inner, chapter),
            Piece::Link(inner, link) => match target(link, chapter) {
                Some(target) => {
                    page.open("a", &[("href", &format!("#{target}"))]);
                    write(page, inner, chapter);
                    page.close("a");
                }
                None => write(page, inner, chapter),
            },
        }
    }
}

fn within(page: &mut HtmlPage, name: &str, inner: &str, chapter: &str) {
    page.open(name, &[]);
    write(page, inner, chapter);
    page.close(name);
}

enum Piece<'a> {
    Words(String),
    Code(String),
    Bold(&'a str),
    Italic(&'a str),
    Link(&'a str, &'a str),
}

/// Tells the pieces of a line in order.
fn pieces<'a>(words: &'a str, see: &mut dyn FnMut(Piece<'a>)) {
    let mut bare = String::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        if let Some((piece, after)) = marked(rest) {
            if !bare.is_empty() {
                see(Piece::Words(std::mem::take(&mut bare)));
            }
            see(piece);
            rest = after;
        } else if let Some((c, after)) = escape(rest) {
            bare.push(c);
            rest = after;
        } else {
            bare.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    if !bare.is_empty() {
        see(Piece::Words(bare));
    }
}

/// The piece with which a text begins, where a mark opens and closes one.
fn marked(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(inner) = text.strip_prefix('`') {
        let (code, after) = inner.split_once('`')?;
        return Some((Piece::Code(code.replace("\\|", "|")), after));
    }
    if let Some(inner) = text.strip_prefix("**") {
        let (bold, after) = inner.split_once("**")?;
        return Some((Piece::Bold(bold), after));
    }
    if let Some(inner) = text.strip_prefix('*') {
        let (italic, after) = inner.split_once('*').filter(|(inner, _)| !inner.is_empty() && !inner.starts_with(' '))?;
        return Some((Piece::Italic(italic), after));
    }
    let (inner, after) = text.strip_prefix('[')?.split_once("](")?;
    let (link, after) = after.split_once(')')?;
    Some((Piece::Link(inner, link), after))
}

/// A character that stands for itself after a backslash, or by its name.
fn escape(text: &str) -> Option<(char, &str)> {
    for (name, c) in [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')] {
        if let Some(after) = text.strip_prefix(name) {
            return Some((c, after));
        }
    }
    let after = text.strip_prefix('\\')?;
    let c = after.chars().next().filter(char::is_ascii_punctuation)?;
    Some((c, &after[c.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stays_in_the_manual_or_is_none() {
        assert_eq!(target("rules.md", "tour").as_deref(), Some("rules"));
        assert_eq!(target("rules.md#n07", "tour").as_deref(), Some("rules-n07"));
        assert_eq!(target("#one", "tour").as_deref(), Some("tour-one"));
        assert_eq!(target("../../README.md", "tour"), None);
        assert_eq!(target("https://example.invalid/a.md", "tour"), None);
    }

    #[test]
    fn what_is_escaped_is_no_mark() {
        assert_eq!(plain(r"a \*b\* &lt;c&gt; `d|*e*` **f** [g](h.md)"), "a *b* <c> d|*e* f g");
        assert_eq!(slug("一、What is *open*, and `who`?"), "一what-is-open-and-who");
    }
}
