//! `word/styles.xml`: the styles that a clerk finds in the file and goes on writing with.

use super::fonts::Font;
use super::measure::{CHARACTER, CLOSER, LINE};
use super::text::{Run, properties};
use super::xml::{WORD, Xml};

/// The text of a paper: first lines two characters in.
pub(super) const BODY: &str = "Body";
/// Its title.
pub(super) const TITLE: &str = "Title";
/// The words in tables.
pub(super) const CELL: &str = "Cell";

/// The style of headings of a level.
pub(super) const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];

/// 三号, in half points.
const THIRD: u32 = 32;
/// 二号, in half points.
const SECOND: u32 = 44;
/// 小四, in half points.
const SMALL_FOURTH: u32 = 24;

struct ParagraphStyle {
    id: &'static str,
    name: &'static str,
    font: Option<Font>,
    size: Option<u32>,
    /// Whether the first line stands two characters in.
    indented: bool,
    align: &'static str,
    /// From 0, for the outline.
    level: Option<u8>,
    /// The exact line where it is not the grid's.
    line: Option<u32>,
}

/// The height of a line in a table.
pub(super) const CELL_LINE: u32 = 400;

const PLAIN: ParagraphStyle =
    ParagraphStyle {
        id: BODY, name: "公文正文", font: None, size: None, indented: true, align: "both", level: None, line: None
    };

const STYLES: &[ParagraphStyle] = &[
    PLAIN,
    ParagraphStyle {
        id: TITLE,
        name: "Title",
        font: Some(Font::Title),
        size: Some(SECOND),
        indented: false,
        align: "center",
        level: None,
        line: Some(LINE),
    },
    ParagraphStyle { id: HEADINGS[0], name: "heading 1", font: Some(Font::Bold), level: Some(0), ..PLAIN },
    ParagraphStyle { id: HEADINGS[1], name: "heading 2", font: Some(Font::Script), level: Some(1), ..PLAIN },
    ParagraphStyle { id: HEADINGS[2], name: "heading 3", level: Some(2), ..PLAIN },
    ParagraphStyle { id: HEADINGS[3], name: "heading 4", level: Some(3), ..PLAIN },
    ParagraphStyle {
        id: CELL,
        name: "公文表格",
        font: None,
        size: Some(SMALL_FOURTH),
        indented: false,
        align: "left",
        level: None,
        line: Some(CELL_LINE),
    },
];

/// The styles of a paper, whose lines are so high.
pub(super) fn styles(pitch: u32) -> String {
    let mut xml = Xml::part("w:styles", WORD);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    properties(&mut xml, &Run { font: Some(Font::Text), size: Some(THIRD), ..Run::default() });
    xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
    normal(&mut xml, pitch);
    for style in STYLES {
        write(&mut xml, style);
    }
    xml.finish("w:styles")
}

/// What all are based on: the grid, kept without blanks between Chinese and Latin and without punctuation beyond the edge.
fn normal(xml: &mut Xml, pitch: u32) {
    xml.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]);
    xml.val("w:name", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    xml.val("w:widowControl", "0");
    xml.val("w:overflowPunct", "0");
    xml.val("w:autoSpaceDE", "0");
    xml.val("w:autoSpaceDN", "0");
    xml.empty("w:spacing", &[("w:line", &pitch.to_string()), ("w:lineRule", "exact")]);
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    xml.val("w:spacing", CLOSER);
    xml.close("w:rPr");
    xml.close("w:style");
}

fn write(xml: &mut Xml, style: &ParagraphStyle) {
    xml.open("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)]);
    xml.val("w:name", style.name);
    xml.val("w:basedOn", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if let Some(line) = style.line {
        xml.val("w:snapToGrid", "0");
        xml.empty("w:spacing", &[("w:line", &line.to_string()), ("w:lineRule", "exact")]);
    }
    if style.indented {
        // Word goes by the characters, others by the length.
        let length = (2 * CHARACTER).to_string();
        xml.empty("w:ind", &[("w:firstLineChars", "200"), ("w:firstLine", &length)]);
    }
    xml.val("w:jc", style.align);
    if let Some(level) = style.level {
        xml.val("w:outlineLvl", &level.to_string());
    }
    xml.close("w:pPr");
    if style.font.is_some() || style.size.is_some() {
        xml.open("w:rPr", &[]);
        let apart = style.size.map(|_| 0);
        properties(xml, &Run { font: style.font, size: style.size, apart, ..Run::default() });
        xml.close("w:rPr");
    }
    xml.close("w:style");
}
