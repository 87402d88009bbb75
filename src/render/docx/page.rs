//! The page: its size and margins, the grid, page numbers, and what stands at its head.

use super::fonts::Font;
use super::measure::{FOURTH, mm};
use super::text::{Align, Para, Run, double_rule};
use super::xml::{WORD, Xml};
use crate::report::paper::{Form, Paper};

/// A4, in twentieths of a point.
const PAGE: (&str, &str) = ("11906", "16838");
/// 天头 37 mm, 订口 28 mm, and what 156 mm by 225 mm leave on the other sides.
const MARGINS: [(&str, &str); 4] = [("w:top", "2098"), ("w:right", "1475"), ("w:bottom", "1984"), ("w:left", "1587")];

/// Where a first page, an even one and the others have their own head or foot.
const KINDS: [&str; 3] = ["default", "even", "first"];

/// A head or foot of a page: its file, its relation and what it holds.
pub(super) struct Edge {
    pub(super) file: String,
    pub(super) relation: String,
    pub(super) is_header: bool,
    kind: &'static str,
    pub(super) xml: String,
}

/// Every head and foot of a paper.
pub(super) fn edges(paper: &Paper) -> Vec<Edge> {
    let kinds = || KINDS.into_iter().filter(|kind| *kind != "first" || paper.form == Form::Letter);
    let headers = kinds().map(|kind| (true, kind, header(paper, kind)));
    let footers = kinds().map(|kind| (false, kind, footer(paper, kind)));
    let edge = |(is_header, kind, xml)| {
        let name = if is_header { "header" } else { "footer" };
        Edge { file: format!("{name}-{kind}.xml"), relation: format!("{name}-{kind}"), is_header, kind, xml }
    };
    headers.chain(footers).map(edge).collect()
}

/// `w:sectPr`, with the grid of lines so high: the order below is that of the schema.
pub(super) fn section(xml: &mut Xml, paper: &Paper, pitch: u32) {
    xml.open("w:sectPr", &[]);
    for edge in edges(paper) {
        let name = if edge.is_header { "w:headerReference" } else { "w:footerReference" };
        xml.empty(name, &[("w:type", edge.kind), ("r:id", &edge.relation)]);
    }
    xml.empty("w:pgSz", &[("w:w", PAGE.0), ("w:h", PAGE.1)]);
    let (header, footer) = (header_distance(paper).to_string(), footer_distance(paper).to_string());
    let margins: Vec<(&str, &str)> =
        MARGINS.into_iter().chain([("w:header", header.as_str()), ("w:footer", footer.as_str()), ("w:gutter", "0")]).collect();
    xml.empty("w:pgMar", &margins);
    if paper.form == Form::Letter {
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
        let words = format!("草　稿（{}）", paper.draft.join("，"));
        Para { align: Some(Align::Right), line: Some(DRAFT_LINE), ..Para::default() }
            .write(&mut xml, &[Run::sized(&words, Font::Bold, FOURTH)]);
    }
    if kind == "first" {
        super::head::letter_mark(&mut xml, paper);
    } else if paper.draft.is_empty() {
        Para::room(FOURTH * 10).write(&mut xml, &[]);
    }
    xml.finish("w:hdr")
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
