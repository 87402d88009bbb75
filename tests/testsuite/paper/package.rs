//! The package: its parts, how they relate, the page, the properties, and how the file is written.

use std::fs;
use std::path::Path;

use liandong::text::Lang;
use roxmltree::{Document, Node};

use super::print::{KINDS, edit, make};
use crate::support::{Register, clean, home, run_in, said};

fn named<'a>(document: &'a Document<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

/// The value of an attribute, whatever its namespace.
fn value<'a>(node: &Node<'a, '_>, name: &str) -> &'a str {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value()).unwrap_or_default()
}

#[test]
fn every_part_is_xml_and_listed_and_related() {
    for (kind, args) in KINDS {
        let paper = make(&clean(), args);
        for (name, part) in &paper.parts {
            assert!(Document::parse(part).is_ok(), "{kind}: {name}: {part}");
        }
        let types = Document::parse(paper.part("[Content_Types].xml")).expect("XML");
        for part in named(&types, "Override").iter().map(|node| value(node, "PartName")) {
            assert!(paper.parts.contains_key(part.trim_start_matches('/')), "{kind}: {part} is listed and not there");
        }
        let listed: Vec<&str> = named(&types, "Override").iter().map(|node| value(node, "PartName")).collect();
        let own = paper.parts.keys().filter(|name| !name.contains("_rels/") && !name.starts_with('['));
        let unlisted: Vec<&String> = own.filter(|name| !listed.contains(&format!("/{name}").as_str())).collect();
        assert!(unlisted.is_empty(), "{kind}: {unlisted:?}");
        for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let relations = Document::parse(paper.part(relations)).expect("XML");
            for target in named(&relations, "Relationship").iter().map(|node| value(node, "Target")) {
                assert!(paper.parts.contains_key(&format!("{folder}{target}")), "{kind}: {target}");
            }
        }
        let known = paper.part("word/_rels/document.xml.rels");
        let document = Document::parse(paper.part("word/document.xml")).expect("XML");
        for id in ["headerReference", "footerReference"].iter().flat_map(|name| named(&document, name)) {
            assert!(known.contains(&format!("Id=\"{}\"", value(&id, "id"))), "{kind}: {id:?}");
        }
        assert_eq!(make(&clean(), args).bytes, paper.bytes, "{kind}: the same paper is the same bytes");
    }
}

#[test]
fn the_page_has_the_figures_of_the_standard() {
    let mut on_grid = 0;
    for (kind, args) in KINDS {
        let paper = make(&clean(), args);
        let document = Document::parse(paper.part("word/document.xml")).expect("XML");
        let one = |name: &str| named(&document, name)[0];
        let number = |name: &str, attribute: &str| value(&one(name), attribute).parse::<f64>().expect("a number");
        // Twentieths of a point as millimetres.
        let mm = |name: &str, attribute: &str| number(name, attribute) / 1440.0 * 25.4;
        let near = |found: f64, expected: f64, within: f64| (found - expected).abs() <= within;
        assert!(near(mm("pgSz", "w"), 210.0, 0.05) && near(mm("pgSz", "h"), 297.0, 0.05), "{kind}");
        assert!(near(mm("pgMar", "top"), 37.0, 0.05) && near(mm("pgMar", "left"), 28.0, 0.05), "{kind}");
        let width = mm("pgSz", "w") - mm("pgMar", "left") - mm("pgMar", "right");
        let height = mm("pgSz", "h") - mm("pgMar", "top") - mm("pgMar", "bottom");
        assert!(near(width, 156.0, 0.05) && near(height, 225.0, 0.05), "{kind}: {width} × {height}");
        let pitch = mm("docGrid", "linePitch");
        // Closer or wider (7.3.5.1), by no more than lines of 16 points bear, where the paper is to end on the page where it should.
        let points = pitch / 25.4 * 72.0;
        assert!((27.0..=34.0).contains(&points), "{kind}: lines of {points} points");
        on_grid += usize::from(22.0 * pitch <= height && 24.0 * pitch > height);
        let styles = Document::parse(paper.part("word/styles.xml")).expect("XML");
        let size = value(&named(&styles, "sz")[0], "val").parse::<f64>().expect("a size") / 2.0;
        let closer =
            value(&named(&styles, "spacing").into_iter().find(|node| !value(node, "val").is_empty()).expect("one"), "val");
        let cell = (size + closer.parse::<f64>().expect("a distance") / 20.0) / 72.0 * 25.4;
        assert!(28.0 * cell <= width && 29.0 * cell > width, "{kind}: characters of {cell}");
    }
    assert!(KINDS.len() <= on_grid + 1, "{on_grid} of {} have 22 lines or 23", KINDS.len());
}

#[test]
fn fonts_have_their_chinese_names_and_something_instead() {
    let paper = make(&clean(), KINDS[0].1);
    let fonts = Document::parse(paper.part("word/fontTable.xml")).expect("XML");
    let fonts: Vec<(&str, bool)> = named(&fonts, "font")
        .iter()
        .map(|font| (value(font, "name"), font.descendants().any(|node| node.tag_name().name() == "altName")))
        .collect();
    let names = ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"];
    assert_eq!(fonts, names.map(|name| (name, true)));
    for part in paper.parts.values() {
        let document = Document::parse(part).expect("XML");
        for font in named(&document, "rFonts").iter().map(|node| value(node, "eastAsia")) {
            assert!(names.contains(&font), "{font}");
        }
    }
}

#[test]
fn page_numbers_stand_on_the_outer_edges_and_not_on_the_first_page_of_a_letter() {
    for (kind, args) in KINDS {
        let paper = make(&clean(), args);
        assert!(paper.part("word/settings.xml").contains("<w:evenAndOddHeaders/>"), "{kind}");
        for (edge, align) in [("default", "right"), ("even", "left")] {
            let footer = paper.part(&format!("word/footer-{edge}.xml"));
            assert_eq!(paper.paragraphs_of(&format!("word/footer-{edge}.xml"))[0], "— 1 —", "{kind}");
            assert!(footer.contains(" PAGE ") && footer.contains(&format!("<w:jc w:val=\"{align}\"/>")), "{kind}: {footer}");
        }
        let is_letter = paper.part("word/document.xml").contains("<w:titlePg/>");
        assert_eq!(is_letter, kind.starts_with("letter") || *kind == "invitation", "{kind}");
        if is_letter {
            assert!(!paper.part("word/footer-first.xml").contains("PAGE"), "{kind}");
        }
    }
}

#[test]
fn the_properties_say_of_which_record_at_which_commit_it_is_a_print() {
    let register = Register::of_example();
    let (data, commit) = (&register.folder, register.head());
    let reference = "notices/2025/yingji/002";
    let custom = |paper: &super::print::Docx, name: &str| {
        let document = Document::parse(paper.part("docProps/custom.xml")).expect("XML");
        let property = document.descendants().find(|node| value(node, "name") == name)?;
        property.first_element_child()?.text().map(str::to_owned)
    };
    let paper = make(data, &[reference]);
    assert_eq!(custom(&paper, "liandong.record").as_deref(), Some(reference));
    assert_eq!(custom(&paper, "liandong.commit").as_ref(), Some(&commit));
    let core = paper.part("docProps/core.xml");
    assert!(core.contains(&format!("<dc:identifier>{reference}</dc:identifier>")) && core.contains(&commit), "{core}");
    assert!(core.contains("通报大山石场（虚构）重大隐患处理情况的函</dc:title>"), "{core}");
    // What nobody committed is of no commit; what was committed can still be printed.
    edit(data, "notices/2025/yingji/002.toml", |text| text.replace("南侧边坡", "北侧边坡"));
    let changed = make(data, &[reference]);
    assert_eq!((custom(&changed, "liandong.commit"), changed.words().contains("北侧边坡")), (None, true));
    let earlier = make(data, &[reference, "--rev", "HEAD"]);
    assert_eq!(custom(&earlier, "liandong.commit"), Some(commit));
    assert_eq!(earlier.bytes, paper.bytes);
}

#[test]
fn a_file_is_written_whole_or_not_at_all_and_none_is_overwritten_unasked() {
    let folder = home();
    let out = folder.path().join("函.docx");
    let print = |out: &Path, more: &[&str], lang: Lang| {
        let out = out.to_string_lossy();
        run_in(lang, &clean(), &[&["paper", "notices/2025/yingji/002", "--out", &out], more].concat())
    };
    assert_eq!(print(&out, &[], Lang::Zh).status.code(), Some(0));
    fs::write(&out, "mine").expect("written");
    for (lang, words) in [(Lang::Zh, "已经有了"), (Lang::En, "is there already")] {
        let refused = print(&out, &[], lang);
        assert!(refused.status.code() == Some(2) && said(&refused).contains(words), "{}", said(&refused));
    }
    assert_eq!(fs::read(&out).expect("a file"), b"mine");
    assert_eq!(print(&out, &["--force"], Lang::Zh).status.code(), Some(0));
    assert!(fs::read(&out).expect("a file").starts_with(b"PK"));
    for (file, lang, words) in [
        ("函.pdf", Lang::Zh, "以 .docx 结尾"),
        ("none/函.docx", Lang::En, "no such file or folder"),
        ("函", Lang::En, "end in .docx"),
    ] {
        let refused = print(&folder.path().join(file), &[], lang);
        assert!(refused.status.code() == Some(2) && said(&refused).contains(words), "{}", said(&refused));
    }
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["函.docx"]);
}
