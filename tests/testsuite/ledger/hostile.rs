//! Text that would like to be more than text.

use calamine::Reader as _;
use liandong::text::Lang;
use roxmltree::Document;

use super::workbook::{Table, bytes, open, parts};
use crate::support::copy;

/// What somebody might write into a record that others open as a spreadsheet.
const HOSTILE: [&str; 7] = [
    "=HYPERLINK(\\\"http://example.invalid\\\",\\\"点我\\\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "</t></is></c><c><f>1+1</f></c>&amp;<!--",
    "_x0041__x000D_ 尾",
    "甲\\u202E乙\\u200B丙\\u001B[31m丁",
];

#[test]
fn hostile_text_does_nothing() {
    let copy = copy();
    for (at, text) in (90..).zip(HOSTILE) {
        let hazard = format!(
            "mine = \"dashan\"\nfound = 2025-06-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"{text}\"\n"
        );
        std::fs::write(copy.path().join(format!("hazards/2025/yingji/{at:03}.toml")), hazard).expect("written");
    }
    let bytes = bytes(copy.path(), &["隐患"], Lang::Zh);
    let table = Table::of(&mut open(bytes.clone()), "隐患");
    let expected = [
        "=HYPERLINK(\"http://example.invalid\",\"点我\")",
        "+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "-2+3",
        "</t></is></c><c><f>1+1</f></c>&amp;<!--",
        "_x0041__x000D_ 尾",
        "甲乙丙[31m丁",
    ];
    for (at, text) in (90..).zip(expected) {
        assert_eq!(table.said(&format!("hazards/2025/yingji/{at:03}"), "隐患描述"), text);
    }
    assert!(open(bytes.clone()).worksheet_formula("隐患").expect("a sheet").is_empty(), "a formula");
    let parts = parts(bytes);
    for (name, text) in &parts {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let active = ["f", "hyperlink", "externalReference", "ddeLink", "oleObject"];
        assert!(!document.descendants().any(|node| active.contains(&node.tag_name().name())), "{name}");
        assert!(!document.descendants().any(|node| node.attribute("TargetMode").is_some()), "{name} leads elsewhere");
    }
    assert!(!parts.keys().any(|name| name.contains("vba") || name.contains("externalLink")), "{:?}", parts.keys());
}

#[test]
fn what_begins_as_a_formula_stays_text_when_it_is_edited() {
    let copy = copy();
    let hazard =
        "mine = \"dashan\"\nfound = 2025-06-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"=1+1\"\n";
    std::fs::write(copy.path().join("hazards/2025/yingji/099.toml"), hazard).expect("written");
    let parts = parts(bytes(copy.path(), &["隐患"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let styles = Document::parse(&parts["xl/styles.xml"]).expect("XML");
    let formats = styles.descendants().find(|node| node.tag_name().name() == "cellXfs").expect("formats");
    let formats: Vec<_> = formats.children().filter(roxmltree::Node::is_element).collect();
    let cells = sheet.descendants().filter(|node| node.tag_name().name() == "c");
    let mut cells = cells.filter(|cell| cell.descendants().any(|node| node.text() == Some("=1+1")));
    let style: usize = cells.next().and_then(|cell| cell.attribute("s")?.parse().ok()).expect("the cell");
    assert_eq!(formats[style].attribute("quotePrefix"), Some("1"));
}

#[test]
fn a_title_cannot_command_the_printer() {
    let copy = copy();
    let path = copy.path().join("mechanism.toml");
    let text = std::fs::read_to_string(&path).expect("a file");
    let title = "title = \"甲&D&\\\"Wingdings\\\"乙（虚构）\"";
    let lines: Vec<&str> = text.lines().map(|line| if line.starts_with("title = ") { title } else { line }).collect();
    std::fs::write(&path, lines.join("\n") + "\n").expect("written");
    let parts = parts(bytes(copy.path(), &["隐患"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let footer = sheet.descendants().find(|node| node.tag_name().name() == "oddFooter").and_then(|node| node.text());
    assert!(footer.is_some_and(|footer| footer.contains("甲&&D&&\"Wingdings\"乙")), "{footer:?}");
}
