//! The page: its size and margins, the grid, page numbers, and what stands at its head.

use super::fonts::Font;
use super::measure::{FOURTH, WIDTH, mm};
use super::text::{Align, Para, Run, double_rule};
use super::xml::{WORD, Xml};
use crate::report::paper::{Annex, Block, Form, Paper};

/// A4, in twentieths of a point.
const PAGE: (&str, &str) = ("11906", "16838");
/// 天头 37 mm, 订口 28 mm, and what 156 mm by 225 mm leave on the other sides.
const MARGINS: [(&str, &str); 4] = [("w:top", "2098"), ("w:right", "1475"), ("w:bottom", "1984"), ("w:left", "1587")];

/// The same of a turned page: 天头 stands at its right, 订口 at its top.
const TURNED_MARGINS: [(&str, &str); 4] = [("w:top", "1587"), ("w:right", "2098"), ("w:bottom", "1475"), ("w:left", "1984")];
/// What stands at the head and foot of a turned page is 15 mm from its edge.
const TURNED_EDGE: &str = "850";

/// Where a first page, an even one and the others have their own head or foot.
const KINDS: [&str; 3] = ["default", "even", "first"];

/// How the pages of a section stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Orientation {
    Portrait,
    /// Turned, with the head of its tables at the left edge of the sheet.
    Landscape,
}

/// A head or foot of a page: its file, its relation and what it holds.
pub(super) struct Edge {
    pub(super) file: String,
    pub(super) relation: String,
    pub(super) is_header: bool,
    of: Orientation,
    kind: &'static str,
    pub(super) xml: String,
}

/// Every head and foot of a paper.
pub(super) fn edges(paper: &Paper) -> Vec<Edge> {
    let of = |of: Orientation, kinds: Vec<&'static str>| {
        let both = kinds.into_iter().flat_map(|kind| [(true, kind), (false, kind)]);
        both.map(move |(is_header, kind)| edge(paper, of, kind, is_header)).collect::<Vec<Edge>>()
    };
    let upright = KINDS.into_iter().filter(|kind| *kind != "first" || paper.form == Form::Letter).collect();
    let mut edges = of(Orientation::Portrait, upright);
    if paper.annexes.iter().any(is_wide) {
        edges.extend(of(Orientation::Landscape, vec!["default", "even"]));
    }
    edges.sort_by_key(|edge| !edge.is_header);
    edges
}

fn edge(paper: &Paper, of: Orientation, kind: &'static str, is_header: bool) -> Edge {
    let xml = match (of, is_header) {
        (Orientation::Portrait, true) => header(paper, kind),
        (Orientation::Portrait, false) => footer(paper, kind),
        (Orientation::Landscape, true) => turned_header(paper, kind),
        (Orientation::Landscape, false) => turned_footer(),
    };
    let side = if of == Orientation::Landscape { "-landscape" } else { "" };
    let name = format!("{}-{kind}{side}", if is_header { "header" } else { "footer" });
    Edge { file: format!("{name}.xml"), relation: name, is_header, of, kind, xml }
}

/// How wide the text of a page is.
pub(super) const fn text_width(orientation: Orientation) -> i32 {
    match orientation {
        Orientation::Portrait => WIDTH,
        Orientation::Landscape => TURNED_WIDTH,
    }
}

/// How high it is.
pub(super) const fn text_height(orientation: Orientation) -> u32 {
    match orientation {
        Orientation::Portrait => mm(225),
        Orientation::Landscape => mm(156),
    }
}

/// 225 mm.
const TURNED_WIDTH: i32 = 12_756;

/// So many columns stand on an upright page; more need a turned one.
const UPRIGHT_COLUMNS: usize = 5;

/// Whether what is attached has a table that is too wide for an upright page.
pub(super) fn is_wide(annex: &Annex) -> bool {
    annex.body.iter().any(|block| matches!(block, Block::Table { columns, .. } if columns.len() > UPRIGHT_COLUMNS))
}

/// The orientation of what is attached.
pub(super) fn orientation(annex: &Annex) -> Orientation {
    if is_wide(annex) { Orientation::Landscape } else { Orientation::Portrait }
}

/// A section of pages that stand in one way, as its last paragraph ends it.
pub(super) fn end_section(xml: &mut Xml, paper: &Paper, pitch: u32, section: Section) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.val("w:snapToGrid", "0");
    xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
    self::section(xml, paper, pitch, section);
    xml.close("w:pPr");
    xml.close("w:p");
}

/// What a section is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) orientation: Orientation,
    /// Whether it is the first.
    pub(super) is_first: bool,
    /// Whether it begins on an even page, as 版记 does.
    pub(super) on_even_page: bool,
}

/// `w:sectPr`, with the grid of lines so high: the order below is that of the schema.
pub(super) fn section(xml: &mut Xml, paper: &Paper, pitch: u32, section: Section) {
    xml.open("w:sectPr", &[]);
    let of_first = |edge: &Edge| section.is_first || edge.kind != "first";
    for edge in edges(paper).iter().filter(|edge| edge.of == section.orientation && of_first(edge)) {
        let name = if edge.is_header { "w:headerReference" } else { "w:footerReference" };
        xml.empty(name, &[("w:type", edge.kind), ("r:id", &edge.relation)]);
    }
    if !section.is_first {
        xml.val("w:type", if section.on_even_page { "evenPage" } else { "nextPage" });
    }
    let turned = section.orientation == Orientation::Landscape;
    if turned {
        xml.empty("w:pgSz", &[("w:w", PAGE.1), ("w:h", PAGE.0), ("w:orient", "landscape")]);
    } else {
        xml.empty("w:pgSz", &[("w:w", PAGE.0), ("w:h", PAGE.1)]);
    }
    let (header, footer) = (header_distance(paper).to_string(), footer_distance(paper).to_string());
    let edges = if turned {
        [("w:header", TURNED_EDGE), ("w:footer", TURNED_EDGE)]
    } else {
        [("w:header", &*header), ("w:footer", &*footer)]
    };
    let margins = if turned { TURNED_MARGINS } else { MARGINS };
    let margins: Vec<(&str, &str)> = margins.into_iter().chain(edges).chain([("w:gutter", "0")]).collect();
    xml.empty("w:pgMar", &margins);
    if paper.form == Form::Letter && section.is_first {
        xml.empty("w:titlePg", &[]);
    }
    xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &pitch.to_string())]);
    xml.close("w:sectPr");
}

/// A letter's mark stands 30 mm below the edge of the page; the word on a draft, above it, does not push it down.
fn header_distance(paper: &Paper) -> u32 {
    match paper.form {
        Form::Letter if paper.draft.is_empty() => mm(30),
        Form::Letter => mm(30) - DRAFT_LINE,
        _ => mm(20),
    }
}

/// The line that says that a paper is a draft.
const DRAFT_LINE: u32 = FOURTH * 12;

/// A letter has its second rule 20 mm above the edge; the page number stands as high as in any other paper.
fn footer_distance(paper: &Paper) -> u32 {
    if paper.form == Form::Letter { mm(20) } else { NUMBER_HEIGHT }
}

/// The dashes of a page number stand 7 mm below the text, which ends 35 mm above the edge.
const NUMBER_HEIGHT: u32 = mm(25);

fn header(paper: &Paper, kind: &str) -> String {
    let mut xml = Xml::part("w:hdr", WORD);
    if !paper.draft.is_empty() {
        draft_line(&mut xml, paper);
    }
    if kind == "first" {
        super::head::letter_mark(&mut xml, paper);
    } else if paper.draft.is_empty() {
        Para::room(FOURTH * 10).write(&mut xml, &[]);
    }
    xml.finish("w:hdr")
}

/// The page number of a turned page stands where it does on the others, and so along its left edge.
fn turned_header(paper: &Paper, kind: &str) -> String {
    let mut xml = Xml::part("w:hdr", WORD);
    if !paper.draft.is_empty() {
        draft_line(&mut xml, paper);
    }
    turned_number(&mut xml, kind == "even");
    Para::room(20).write(&mut xml, &[]);
    xml.finish("w:hdr")
}

fn turned_footer() -> String {
    let mut xml = Xml::part("w:ftr", WORD);
    Para::room(20).write(&mut xml, &[]);
    xml.finish("w:ftr")
}

/// A cell of which the text runs from above, placed on the page apart from the text.
fn turned_number(xml: &mut Xml, even: bool) {
    let (width, height) = ((FOURTH * 10).to_string(), WIDTH.to_string());
    let (x, y) = (NUMBER_HEIGHT.to_string(), TURNED_MARGINS[0].1);
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    let place = [("w:vertAnchor", "page"), ("w:horzAnchor", "page"), ("w:tblpX", x.as_str()), ("w:tblpY", y)];
    xml.empty("w:tblpPr", &place);
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.open("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.open("w:tblGrid", &[]);
    xml.empty("w:gridCol", &[("w:w", &width)]);
    xml.close("w:tblGrid");
    xml.open("w:tr", &[]);
    xml.open("w:trPr", &[]);
    xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "exact")]);
    xml.close("w:trPr");
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.val("w:textDirection", "tbRl");
    xml.close("w:tcPr");
    number(xml, even);
    xml.close("w:tc");
    xml.close("w:tr");
    xml.close("w:tbl");
}

fn draft_line(xml: &mut Xml, paper: &Paper) {
    let words = format!("草　稿（{}）", paper.draft.join("，"));
    Para { align: Some(Align::Right), line: Some(DRAFT_LINE), ..Para::default() }
        .write(xml, &[Run::sized(&words, Font::Bold, FOURTH)]);
}

fn footer(paper: &Paper, kind: &str) -> String {
    let mut xml = Xml::part("w:ftr", WORD);
    if kind == "first" {
        // 上细下粗.
        double_rule(&mut xml, 6, 18);
    } else {
        number(&mut xml, kind == "even");
        if paper.form == Form::Letter {
            Para::room(NUMBER_HEIGHT - footer_distance(paper)).write(&mut xml, &[]);
        }
    }
    xml.finish("w:ftr")
}

/// — 1 —, on the outer edge: one character from the right on odd pages, from the left on even ones.
fn number(xml: &mut Xml, even: bool) {
    let free = i32::try_from(FOURTH * 10).unwrap_or_default();
    let (align, left, right) = if even { (Align::Left, free, 0) } else { (Align::Right, 0, free) };
    let para = Para { align: Some(align), left, right, line: Some(FOURTH * 10), ..Para::default() };
    xml.open("w:p", &[]);
    para.properties(xml);
    let run = Run::sized("", Font::Plain, FOURTH);
    let write = |xml: &mut Xml, inner: &dyn Fn(&mut Xml)| {
        xml.open("w:r", &[]);
        xml.open("w:rPr", &[]);
        super::text::properties(xml, &run);
        xml.close("w:rPr");
        inner(xml);
        xml.close("w:r");
    };
    let field = |kind: &'static str| move |xml: &mut Xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    let words = |words: &'static str| move |xml: &mut Xml| xml.words("w:t", &[("xml:space", "preserve")], words);
    write(xml, &words("— "));
    write(xml, &field("begin"));
    write(xml, &|xml| xml.words("w:instrText", &[("xml:space", "preserve")], " PAGE "));
    write(xml, &field("separate"));
    write(xml, &words("1"));
    write(xml, &field("end"));
    write(xml, &words(" —"));
    xml.close("w:p");
}

/// `word/settings.xml`.
pub(super) fn settings() -> String {
    let mut xml = Xml::part("w:settings", WORD);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:evenAndOddHeaders", &[]);
    xml.val("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    let uri = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
    xml.close("w:compat");
    xml.finish("w:settings")
}
