//! What a clerk need not do again: frozen headings, filters, choices, a page set up for the printer.

use liandong::text::Lang;
use roxmltree::{Document, Node};

use super::workbook::{SHEETS, bytes, parts};
use crate::support::clean;

fn named<'a, 'i>(document: &'a Document<'i>, name: &str) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

fn one<'a, 'i>(document: &'a Document<'i>, name: &str) -> Node<'a, 'i> {
    let found = named(document, name);
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

#[test]
fn every_sheet_is_ready_to_be_read_and_printed() {
    let parts = parts(bytes(&clean(), &[], Lang::Zh));
    for (at, name) in SHEETS.iter().enumerate() {
        let text = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)];
        let sheet = Document::parse(text).expect("XML");
        let pane = one(&sheet, "pane");
        assert_eq!((pane.attribute("ySplit"), pane.attribute("state")), (Some("1"), Some("frozen")), "{name}");
        let hidden = named(&sheet, "col").into_iter().filter(|col| col.attribute("hidden") == Some("1"));
        assert_eq!(hidden.filter_map(|col| col.attribute("max")).next_back(), Some("2"), "{name}: reference and revision");
        let filter = one(&sheet, "autoFilter").attribute("ref").expect("a range").to_owned();
        assert!(filter.starts_with("A1:"), "{name}: {filter}");
        let printed = one(&sheet, "pageSetup");
        let set = ["paperSize", "orientation", "fitToHeight"].map(|key| printed.attribute(key));
        assert_eq!(set, [Some("9"), Some("landscape"), Some("0")], "{name}");
        assert_eq!(one(&sheet, "pageSetUpPr").attribute("fitToPage"), Some("1"), "{name}");
        let footer = one(&sheet, "oddFooter").text().expect("a footer").to_owned();
        assert!(footer.contains("&P") && footer.contains("&N"), "{name}: {footer}");
        assert!(named(&sheet, "f").is_empty(), "{name} has a formula");
    }
    let book = Document::parse(&parts["xl/workbook.xml"]).expect("XML");
    let titles: Vec<&str> = named(&book, "definedName")
        .iter()
        .filter(|name| name.attribute("name") == Some("_xlnm.Print_Titles"))
        .filter_map(Node::text)
        .collect();
    assert_eq!(titles.len(), SHEETS.len(), "{titles:?}");
    assert!(titles.iter().all(|title| title.ends_with("!$1:$1")), "{titles:?}");
}

#[test]
fn what_is_enumerated_is_chosen_from_a_list() {
    for (lang, expected) in [(Lang::Zh, "\"事故隐患,违法违规行为\""), (Lang::En, "\"hazard,violation\"")] {
        let parts = parts(bytes(&clean(), &["hazards"], lang));
        let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
        let lists: Vec<&str> = named(&sheet, "formula1").iter().filter_map(Node::text).collect();
        assert!(lists.contains(&expected), "{lists:?}");
        // How it came to light, its nature, whether it is major, what a re-inspection found, why it was closed.
        assert_eq!(lists.len(), 5, "{lists:?}");
        let rule = named(&sheet, "dataValidation")[0];
        assert_eq!((rule.attribute("type"), rule.attribute("showErrorMessage")), (Some("list"), Some("1")));
    }
}

#[test]
fn no_list_of_choices_is_left_out_for_its_length() {
    for lang in [Lang::Zh, Lang::En] {
        let parts = parts(bytes(&clean(), &[], lang));
        let count = |at: usize| {
            let text = &parts[&format!("xl/worksheets/sheet{at}.xml")];
            named(&Document::parse(text).expect("XML"), "dataValidation").len()
        };
        let counts: Vec<usize> = (1..=SHEETS.len()).map(count).collect();
        assert_eq!(counts, [1, 0, 1, 1, 4, 0, 1, 1, 2, 5, 3, 3, 7, 1, 0, 0], "{lang:?}");
    }
}

#[test]
fn columns_are_as_wide_as_what_stands_in_them() {
    let parts = parts(bytes(&clean(), &["隐患"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let width = |column: usize| {
        let holds = |col: &&Node<'_, '_>| {
            let end = |key| col.attribute(key).and_then(|at| at.parse::<usize>().ok()).expect("a column");
            (end("min")..=end("max")).contains(&column)
        };
        let cols = named(&sheet, "col");
        cols.iter().find(holds).and_then(|col| col.attribute("width")?.parse::<f64>().ok()).expect("a width")
    };
    // 隐患 2025-公安-001 takes eighteen columns, 自然资源 eight, a day ten, a long description no more than the limit.
    assert!((18.0..26.0).contains(&width(3)), "{}", width(3));
    assert!((8.0..16.0).contains(&width(4)), "{}", width(4));
    assert!((10.0..16.0).contains(&width(6)), "{}", width(6));
    assert!((20.0..33.0).contains(&width(12)), "{}", width(12));
}

#[test]
fn a_light_has_its_colour_and_its_word() {
    let parts = parts(bytes(&clean(), &["自查"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let styles = Document::parse(&parts["xl/styles.xml"]).expect("XML");
    let fills = named(&styles, "fill");
    let formats = named(&styles, "cellXfs")[0].children().filter(Node::is_element).collect::<Vec<_>>();
    let number = |node: &Node<'_, '_>, key: &str| node.attribute(key).and_then(|at| at.parse::<usize>().ok()).expect("a number");
    let mut seen = 0;
    for cell in named(&sheet, "c") {
        let words: String = cell.descendants().filter_map(|node| node.text().filter(|_| node.tag_name().name() == "t")).collect();
        let expected = match words.as_str() {
            "绿" => "FFC6EFCE",
            "黄" => "FFFFEB9C",
            "红" => "FFFFC7CE",
            _ => continue,
        };
        let fill = fills[number(&formats[number(&cell, "s")], "fillId")];
        let colour = fill.descendants().find(|node| node.tag_name().name() == "fgColor").and_then(|node| node.attribute("rgb"));
        assert_eq!(colour, Some(expected), "{words}");
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn a_row_is_as_high_as_its_longest_text() {
    let parts = parts(bytes(&clean(), &["自查"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let mut heights: Vec<(usize, f64)> = Vec::new();
    for row in named(&sheet, "row").into_iter().skip(1) {
        let texts = row.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text());
        let longest = texts.map(|text| text.chars().count()).max().unwrap_or_default();
        heights.push((longest, row.attribute("ht").and_then(|height| height.parse().ok()).expect("a height")));
    }
    // The limit is fourteen Chinese characters a line, sixteen points each.
    assert!(heights.iter().any(|(longest, _)| *longest > 60));
    for (longest, height) in heights.iter().filter(|(longest, _)| *longest > 60) {
        assert!(*height >= 48.0, "{longest} characters in {height} points");
    }
}
