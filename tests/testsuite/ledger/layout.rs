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
        let head = if TWO_LINES.contains(name) { "4" } else { "3" };
        assert_eq!((pane.attribute("ySplit"), pane.attribute("state")), (Some(head), Some("frozen")), "{name}");
        let hidden = named(&sheet, "col").into_iter().filter(|col| col.attribute("hidden") == Some("1"));
        assert_eq!(hidden.filter_map(|col| col.attribute("max")).next_back(), Some("2"), "{name}: reference and revision");
        let filter = one(&sheet, "autoFilter").attribute("ref").expect("a range").to_owned();
        assert!(filter.starts_with(&format!("A{head}:")), "{name}: {filter}");
        let printed = one(&sheet, "pageSetup");
        let set = ["orientation", "fitToHeight"].map(|key| printed.attribute(key));
        assert_eq!(set, [Some("landscape"), Some("0")], "{name}");
        // 277 mm and 400 mm between the margins; a character of eleven points takes 7 of 96 dots an inch.
        let paper = printed.attribute("paperSize").expect("a size");
        let room = match paper {
            "9" => 277.0,
            "8" => 400.0,
            other => panic!("{name}: paper {other}"),
        };
        let wide: f64 =
            printed_columns(&sheet, &parts["xl/workbook.xml"], at).iter().map(|width| width * 7.0 / 96.0 * 25.4).sum();
        assert!(11.0 * room / wide >= 9.0, "{name}: {wide} mm on paper {paper}");
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
    let expected = |name: &str| if TWO_LINES.contains(&name) { "!$3:$4" } else { "!$3:$3" };
    for name in SHEETS {
        assert!(titles.iter().any(|title| *title == format!("{name}{}", expected(name))), "{name}: {titles:?}");
    }
}

/// The sheets in which columns beside each other are of one table of the record.
pub(super) const TWO_LINES: &[&str] = &["会议", "联合执法", "隐患", "执法文书", "事故", "信息通报", "上报", "收文"];

/// 整改 stands above 整改措施 and 整改责任人; what stands in no table has its heading where filters and other programs look for it.
#[test]
fn what_columns_have_in_common_stands_above_them_once() {
    let table = workbook_rows("隐患");
    let at = |heading: &str| {
        table[3].iter().position(|cell| cell == heading).unwrap_or_else(|| panic!("no {heading}: {:?}", table[3]))
    };
    assert_eq!(table[2][at("整改措施")], "整改");
    assert_eq!(table[2][at("整改责任人")], "", "merged");
    assert_eq!(table[2][at("矿山")], "");
    assert_eq!(table[2].iter().filter(|cell| *cell == "整改").count(), 2, "once in print and once behind it");
    let parts = parts(bytes(&clean(), &["联合执法"], Lang::Zh));
    let sheet = Document::parse(&parts["xl/worksheets/sheet1.xml"]).expect("XML");
    let merged: Vec<&str> = named(&sheet, "mergeCell").iter().filter_map(|cell| cell.attribute("ref")).collect();
    let table = workbook_rows("联合执法");
    let first = table[2].iter().position(|cell| cell == "发现问题").expect("a group");
    assert_eq!(table[3][first..first + 4], ["序号", "问题", "重大隐患", "现场处置·措施"].map(str::to_owned));
    let letter = char::from(b'A' + u8::try_from(first).expect("few"));
    assert!(merged.iter().any(|area| area.starts_with(&format!("{letter}3:"))), "{merged:?}");
}

/// The widths of the columns of a sheet that its print area holds.
fn printed_columns(sheet: &Document<'_>, book: &str, at: usize) -> Vec<f64> {
    let book = Document::parse(book).expect("XML");
    let areas = named(&book, "definedName").into_iter().filter(|name| name.attribute("name") == Some("_xlnm.Print_Area"));
    let area = areas.filter(|area| area.attribute("localSheetId") == Some(&at.to_string())).find_map(|area| area.text());
    let area = area.expect("a print area").rsplit('!').next().expect("a range").to_owned();
    let column = |cell: &str| {
        let letters = cell.chars().filter(char::is_ascii_uppercase);
        letters.fold(0, |column, letter| column * 26 + usize::try_from(u32::from(letter) - 64).expect("a letter"))
    };
    let (first, last) = area.split_once(':').expect("two corners");
    let cols = named(sheet, "col");
    let width = |column: usize| {
        let end = |col: &Node<'_, '_>, key| col.attribute(key).and_then(|at| at.parse::<usize>().ok()).expect("a column");
        let col = cols.iter().find(|col| (end(col, "min")..=end(col, "max")).contains(&column)).expect("a width");
        assert_ne!(col.attribute("hidden"), Some("1"));
        col.attribute("width").and_then(|width| width.parse::<f64>().ok()).expect("a width")
    };
    let widths: Vec<f64> = (column(first)..=column(last)).map(width).collect();
    assert!((6..=16).contains(&widths.len()), "{area}");
    widths
}

/// What a print shows is named where it is declared: no name may miss its column.
#[test]
fn a_print_has_its_title_its_count_and_the_columns_that_it_names() {
    let table = workbook_rows("隐患");
    let said = |row: usize| table[row].iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default();
    assert_eq!(said(0), "隐患台账");
    assert!(said(1).starts_with("填报单位：") && said(1).contains("截至 "), "{}", said(1));
    assert_eq!(table[3][2..8], ["序号", "编号", "监管单位", "矿山", "隐患部位", "发现日期"].map(str::to_owned));
    assert_eq!((table[4][2].as_str(), table[5][2].as_str()), ("1", "2"));
}

fn workbook_rows(name: &str) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut book = super::workbook::open(bytes(&clean(), &[], Lang::Zh));
    let range = book.worksheet_range(name).expect("a sheet");
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
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
        assert_eq!(counts, [2, 0, 2, 1, 4, 0, 1, 1, 2, 5, 3, 4, 7, 1, 1, 0, 0], "{lang:?}");
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
    assert!((18.0..26.0).contains(&width(4)), "{}", width(4));
    assert!((8.0..16.0).contains(&width(5)), "{}", width(5));
    assert!((10.0..16.0).contains(&width(7)), "{}", width(7));
    assert!((15.0..33.0).contains(&width(9)), "{}", width(9));
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
    for row in named(&sheet, "row").into_iter().skip(3) {
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

#[test]
fn units_stand_in_the_order_in_which_the_mechanism_names_them() {
    let named = ["应急", "公安", "自然资源", "发改", "工信", "生态环境", "人社", "住建", "消防", "农水", "林业", "区安委办"];
    for ledger in ["联络员", "职责"] {
        let table = super::workbook::sheet(&[ledger], ledger);
        let mut units: Vec<String> = table.rows.iter().map(|row| table.cell(row, "单位").to_string()).collect();
        units.dedup();
        let expected: Vec<&str> = named.into_iter().filter(|unit| units.iter().any(|found| found == unit)).collect();
        assert!(units.len() >= 10 && units == expected, "{ledger}: {units:?}");
    }
}
