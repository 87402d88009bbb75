//! The page taken apart: it asks for nothing, every link has its target, and what assistive programs need is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roxmltree::{Document, Node};

use super::page_of;
use crate::support::{copy_to, example, home};

/// The page without the line that says what it is: what is left is XML as well.
fn markup(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("UTF-8");
    text.strip_prefix("<!DOCTYPE html>\n").expect("HTML5").to_owned()
}

fn each<'a, 'd>(page: &'a Document<'d>, name: &'a str) -> impl Iterator<Item = Node<'a, 'd>> {
    page.descendants().filter(move |node| node.has_tag_name(name))
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

/// Every example on days that bring every part of the page about, in both languages.
fn pages(look: impl Fn(&str, &Document<'_>)) {
    let folder = home();
    let cases = [
        ("broken", "2025-12-31", "zh"),
        ("clean", "2025-06-16", "zh"),
        ("clean", "2025-01-02", "zh"),
        ("broken", "2025-09-24", "en"),
    ];
    for (name, as_of, lang) in cases {
        for edition in ["internal", "public"] {
            let out = page_of(&example(name), as_of, folder.path(), &["--lang", lang, "--edition", edition]);
            let text = markup(&out);
            look(&text, &Document::parse(&text).expect("well-formed"));
        }
    }
}

#[test]
fn it_asks_for_nothing_and_runs_nothing() {
    pages(|text, page| {
        for name in ["script", "link", "iframe", "img", "object", "embed", "form", "base", "image", "use", "foreignObject"] {
            assert_eq!(each(page, name).count(), 0, "{name}");
        }
        for node in page.descendants() {
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(!name.starts_with("on") && !["src", "srcset", "action", "ping", "background"].contains(&name), "{name}");
                assert!(name != "href" || attribute.value().starts_with('#'), "{}", attribute.value());
            }
        }
        assert!(!text.contains("url(") && !text.contains("@import") && !text.contains("://"), "nothing is fetched");
        let policy = each(page, "meta").find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|meta| meta.attribute("content")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'"), "{policy}");
    });
}

#[test]
fn every_link_has_its_target_and_every_name_is_given_once() {
    pages(|_, page| {
        let mut ids = BTreeSet::new();
        for id in page.descendants().filter_map(|node| node.attribute("id")) {
            assert!(ids.insert(id), "{id} twice");
        }
        let links: Vec<&str> = each(page, "a").filter_map(|a| a.attribute("href")).collect();
        assert!(links.len() >= 8, "at least the contents");
        for link in links {
            assert!(ids.contains(&link[1..]), "{link} leads nowhere");
        }
        for labelled in page.descendants().filter_map(|node| node.attribute("aria-labelledby")) {
            assert!(labelled.split(' ').all(|id| ids.contains(id)), "{labelled}");
        }
    });
}

#[test]
fn numbers_link_to_as_many_records_as_they_say() {
    let numbers = std::cell::Cell::new(0);
    pages(|_, page| {
        let targets: BTreeMap<&str, Node<'_, '_>> =
            page.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
        for link in each(page, "a") {
            let (Ok(number), Some(href)) = (words(link).parse::<usize>(), link.attribute("href")) else { continue };
            let heading = targets[&href[1..]];
            let list = heading.next_siblings().filter(Node::is_element).nth(1).expect("a list");
            let more = list.next_siblings().filter(Node::is_element).nth(1).filter(|next| next.has_tag_name("p"));
            let listed = list.children().filter(|item| item.has_tag_name("li")).count();
            assert!(listed == number || more.is_some(), "{href}: {listed} of {number}");
            numbers.set(numbers.get() + 1);
        }
    });
    assert!(numbers.get() > 200, "{}", numbers.get());
}

#[test]
fn assistive_programs_find_their_way() {
    pages(|_, page| {
        let root = page.root_element();
        assert!(matches!(root.attribute("lang"), Some("zh-CN" | "en")));
        assert_eq!(
            (each(page, "h1").count(), each(page, "main").count(), each(page, "title").next().map(|t| words(t).is_empty())),
            (1, 1, Some(false))
        );
        let level = |node: &Node<'_, '_>| node.tag_name().name().strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = page.descendants().filter_map(|node| level(&node)).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is jumped: {levels:?}");
        for head in each(page, "th") {
            assert!(matches!(head.attribute("scope"), Some("col" | "row")) && !words(head).is_empty());
        }
        for table in each(page, "table") {
            let caption = table.children().find(|node| node.has_tag_name("caption")).expect("a caption");
            assert!(!words(caption).is_empty());
        }
        for chart in each(page, "svg").filter(|svg| svg.attribute("aria-hidden").is_none()) {
            assert_eq!(chart.attribute("role"), Some("img"));
            for name in ["title", "desc"] {
                assert!(chart.children().any(|node| node.has_tag_name(name) && !words(node).is_empty()), "{name}");
            }
            assert_eq!(chart.descendants().filter(|node| node.has_tag_name("a")).count(), 0, "an image holds no link");
        }
        for light in page.descendants().filter(|node| node.attribute("class").is_some_and(|class| class.starts_with("light "))) {
            assert!(!words(light).trim().is_empty(), "a light is never colour alone");
        }
    });
}

/// The relative luminance of a colour (WCAG 2.2).
fn luminance(hex: &str) -> f64 {
    let hex = hex.trim_start_matches('#');
    let full: String = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&full[at..at + 2], 16).expect("a colour")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let folder = home();
    let text = markup(&page_of(&example("clean"), "2025-12-31", folder.path(), &[]));
    let colour = |name: &str| {
        let from = text.find(&format!("--{name}:")).expect(name) + name.len() + 3;
        let end = text[from..].find([';', '}']).expect("an end");
        text[from..from + end].to_owned()
    };
    let pairs = [
        ("ink", "paper"),
        ("ink", "faint"),
        ("soft", "paper"),
        ("soft", "faint"),
        ("link", "paper"),
        ("seal", "paper"),
        ("red", "redbg"),
        ("amber", "amberbg"),
        ("green", "greenbg"),
        ("none", "nonebg"),
        ("paper", "red"),
        ("paper", "green"),
    ];
    for (fore, back) in pairs {
        let (one, other) = (luminance(&colour(fore)), luminance(&colour(back)));
        let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
        assert!(contrast >= 4.5, "{fore} on {back}: {contrast:.2}");
    }
}

#[test]
fn what_a_record_says_is_text() {
    let folder = home();
    copy_to(folder.path());
    let change = |file: &str, from: &str, to: &str| {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).expect("readable");
        assert!(text.contains(from), "{file}");
        std::fs::write(&path, text.replace(from, to)).expect("writable");
    };
    let hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\\\" onload=\\\"x&amp;'{{7*7}}\\u202e";
    change("mines/dashan/base.toml", "大山石场（虚构）", hostile);
    change("units/gongan.toml", "short = \"公安\"", "short = \"公安<b></b>\"");
    let out = page_of(folder.path(), "2025-06-16", folder.path(), &[]);
    let text = markup(&out);
    let page = Document::parse(&text).expect("well-formed");
    assert_eq!(
        each(&page, "script").count()
            + each(&page, "img").count()
            + each(&page, "b").filter(|b| b.has_children() && words(*b).is_empty()).count(),
        0
    );
    assert!(page.descendants().any(|node| words(node).contains("<script>alert(1)</script>")), "it is shown as it stands");
    assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{1b}']));
}
