//! Paragraphs and runs of text, with their properties in the order of the schema.

use super::fonts::Font;
use super::measure::{BEYOND, LINE};
use super::xml::Xml;

/// How a paragraph stands between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
    Right,
    /// Both edges.
    Both,
}

impl Align {
    fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
            Self::Both => "both",
        }
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ParagraphSlot {
    #[default]
    InText,
    /// In the frame at the foot of the page, apart from the text.
    AtFoot,
    /// There too, and black: an empty paragraph is then a rule as high as its line.
    RuleAtFoot,
}

/// A red rule below a paragraph: eighths of a point thick, points away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RuleLine {
    pub(super) eighths: u32,
    pub(super) space: u32,
}

/// The properties of a paragraph. Lengths in twentieths of a point.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Para {
    pub(super) style: Option<&'static str>,
    pub(super) keep_next: bool,
    pub(super) new_page: bool,
    pub(super) place: ParagraphSlot,
    pub(super) below: Option<RuleLine>,
    /// A stop at which text ends.
    pub(super) tab: Option<i32>,
    /// Its exact line where that is not the grid's: it then leaves the grid.
    pub(super) line: Option<u32>,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) hanging: i32,
    pub(super) align: Option<Align>,
}

impl Para {
    /// A paragraph of a style.
    pub(super) fn styled(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// An empty paragraph of a height, for room between parts.
    pub(super) fn room(height: u32) -> Self {
        Self { line: Some(height), ..Self::default() }
    }

    /// Writes a paragraph with its runs.
    pub(super) fn write(self, xml: &mut Xml, runs: &[Run<'_>]) {
        xml.open("w:p", &[]);
        self.properties(xml);
        for run in runs {
            run.write(xml);
        }
        xml.close("w:p");
    }

    /// `w:pPr`: the order below, and in what it calls, is that of the schema.
    pub(super) fn properties(self, xml: &mut Xml) {
        xml.open("w:pPr", &[]);
        if let Some(style) = self.style {
            xml.val("w:pStyle", style);
        }
        if self.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        if self.new_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        self.frame(xml);
        if let Some(tab) = self.tab {
            xml.open("w:tabs", &[]);
            xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &tab.to_string())]);
            xml.close("w:tabs");
        }
        if let Some(line) = self.line {
            xml.val("w:snapToGrid", "0");
            xml.empty("w:spacing", &[("w:line", &line.to_string()), ("w:lineRule", "exact")]);
        }
        self.indent(xml);
        if let Some(align) = self.align {
            xml.val("w:jc", align.word());
        }
        xml.close("w:pPr");
    }

    /// Its frame, border and shade.
    fn frame(self, xml: &mut Xml) {
        if self.place != ParagraphSlot::InText {
            xml.empty("w:framePr", FOOT);
        }
        if let Some(rule) = self.below {
            let (size, space) = (rule.eighths.to_string(), rule.space.to_string());
            xml.open("w:pBdr", &[]);
            xml.empty("w:bottom", &[("w:val", "single"), ("w:sz", &size), ("w:space", &space), ("w:color", RED)]);
            xml.close("w:pBdr");
        }
        if self.place == ParagraphSlot::RuleAtFoot {
            xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "000000")]);
        }
    }

    fn indent(self, xml: &mut Xml) {
        let lengths = [("w:left", self.left), ("w:right", self.right), ("w:hanging", self.hanging)];
        let given: Vec<(&str, String)> =
            lengths.into_iter().filter(|(_, length)| *length != 0).map(|(name, length)| (name, length.to_string())).collect();
        if !given.is_empty() {
            let attributes: Vec<(&str, &str)> = given.iter().map(|(name, length)| (*name, length.as_str())).collect();
            xml.empty("w:ind", &attributes);
        }
    }
}

/// Paragraphs with one and the same frame stand in it together: as wide as the text, on its lower edge.
const FOOT: super::xml::Attributes<'static> = &[
    ("w:w", "8844"),
    ("w:hSpace", "0"),
    ("w:wrap", "notBeside"),
    ("w:vAnchor", "margin"),
    ("w:hAnchor", "margin"),
    ("w:xAlign", "left"),
    ("w:yAlign", "bottom"),
];

/// 红色 of marks and rules, as RRGGBB.
pub(super) const RED: &str = "FF0000";

/// Words with the properties of their characters. Sizes in half points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run<'a> {
    pub(super) words: &'a str,
    pub(super) font: Option<Font>,
    pub(super) size: Option<u32>,
    pub(super) red: bool,
    /// How wide characters are set, in percent of their own width.
    pub(super) scale: Option<u32>,
    /// How much farther apart than at their own distance they are set, in twentieths of a point; unsaid, at that of the grid.
    pub(super) apart: Option<u32>,
}

impl<'a> Run<'a> {
    /// Words as the paragraph has them.
    pub(super) fn from_words(words: &'a str) -> Self {
        Self { words, ..Self::default() }
    }

    /// Words in a font.
    pub(super) fn in_font(words: &'a str, font: Font) -> Self {
        Self { words, font: Some(font), ..Self::default() }
    }

    /// Words of a font and size.
    pub(super) fn sized(words: &'a str, font: Font, size: u32) -> Self {
        Self { words, font: Some(font), size: Some(size), apart: Some(0), ..Self::default() }
    }

    fn write(&self, xml: &mut Xml) {
        xml.open("w:r", &[]);
        self.properties(xml);
        match self.words {
            TAB => xml.empty("w:tab", &[]),
            BREAK => xml.empty("w:br", &[]),
            words => xml.words("w:t", &[("xml:space", "preserve")], words),
        }
        xml.close("w:r");
    }

    /// `w:rPr`: the order below is that of the schema.
    fn properties(&self, xml: &mut Xml) {
        let bare = self.font.is_none() && self.size.is_none() && !self.red && self.scale.is_none() && self.apart.is_none();
        if !bare {
            xml.open("w:rPr", &[]);
            properties(xml, self);
            xml.close("w:rPr");
        }
    }
}

/// A run that is a tab or a line break, and no words: no record can say so, since both are blanks in what is made inert.
pub(super) const TAB: &str = "\t";
pub(super) const BREAK: &str = "\n";

/// What `w:rPr` holds, of a run or of a style.
pub(super) fn properties(xml: &mut Xml, run: &Run<'_>) {
    if let Some(font) = run.font {
        let name = font.name();
        xml.empty("w:rFonts", &[("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)]);
    }
    if run.red {
        xml.val("w:color", RED);
    }
    if let Some(apart) = run.apart {
        xml.val("w:spacing", &apart.to_string());
    }
    if let Some(scale) = run.scale {
        xml.val("w:w", &scale.to_string());
    }
    if let Some(size) = run.size {
        xml.val("w:sz", &size.to_string());
        xml.val("w:szCs", &size.to_string());
    }
}

/// So many empty lines of the grid, off it: what stands above them need not end on a line. They stay with what follows.
pub(super) fn empty_lines(xml: &mut Xml, count: u32) {
    for _ in 0..count {
        Para { keep_next: true, ..Para::room(LINE) }.write(xml, &[]);
    }
}

/// Two red rules of 170 mm in the middle of the page, of so many eighths of a point.
pub(super) fn double_rule(xml: &mut Xml, upper: u32, lower: u32) {
    let (left, right) = BEYOND;
    for (eighths, line) in [(upper, 20), (lower, 40)] {
        let below = Some(RuleLine { eighths, space: 0 });
        Para { below, line: Some(line), left, right, ..Para::default() }.write(xml, &[]);
    }
}
