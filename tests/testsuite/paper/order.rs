//! The order in which the schema (ISO/IEC 29500-1, transitional) has the children of an element. Word calls a file
//! corrupt that has them otherwise.

use roxmltree::Node;

use super::print::{Docx, KINDS, make};
use crate::support::clean;

/// An element and its children in their order. A child that is not listed may not be there at all.
const ORDER: &[(&str, &[&str])] = &[
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "suppressLineNumbers",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "contextualSpacing",
            "mirrorIndents",
            "suppressOverlap",
            "jc",
            "textDirection",
            "textAlignment",
            "textboxTightWrap",
            "outlineLvl",
            "divId",
            "cnfStyle",
            "rPr",
            "sectPr",
            "pPrChange",
        ],
    ),
    (
        "rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "smallCaps",
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "noProof",
            "snapToGrid",
            "vanish",
            "webHidden",
            "color",
            "spacing",
            "w",
            "kern",
            "position",
            "sz",
            "szCs",
            "highlight",
            "u",
            "effect",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "rtl",
            "cs",
            "em",
            "lang",
            "eastAsianLayout",
            "specVanish",
            "oMath",
        ],
    ),
    (
        "sectPr",
        &[
            "headerReference",
            "footerReference",
            "footnotePr",
            "endnotePr",
            "type",
            "pgSz",
            "pgMar",
            "paperSrc",
            "pgBorders",
            "lnNumType",
            "pgNumType",
            "cols",
            "formProt",
            "vAlign",
            "noEndnote",
            "titlePg",
            "textDirection",
            "bidi",
            "rtlGutter",
            "docGrid",
            "printerSettings",
            "sectPrChange",
        ],
    ),
    (
        "tblPr",
        &[
            "tblStyle",
            "tblpPr",
            "tblOverlap",
            "bidiVisual",
            "tblStyleRowBandSize",
            "tblStyleColBandSize",
            "tblW",
            "jc",
            "tblCellSpacing",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
            "tblCaption",
            "tblDescription",
        ],
    ),
    (
        "tcPr",
        &[
            "cnfStyle",
            "tcW",
            "gridSpan",
            "hMerge",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "textDirection",
            "tcFitText",
            "vAlign",
            "hideMark",
            "headers",
            "cellIns",
            "cellDel",
            "cellMerge",
            "tcPrChange",
        ],
    ),
    ("trPr", &["cantSplit", "trHeight", "tblHeader", "jc"]),
    ("tblBorders", &["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"]),
    ("tblCellMar", &["top", "left", "start", "bottom", "right", "end"]),
    ("pBdr", &["top", "left", "bottom", "right", "between", "bar"]),
    ("tabs", &["tab"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tblGrid", &["gridCol"]),
    ("tr", &["tblPrEx", "trPr", "tc"]),
    ("p", &["pPr", "r"]),
    ("document", &["background", "body"]),
    (
        "style",
        &[
            "name",
            "aliases",
            "basedOn",
            "next",
            "link",
            "autoRedefine",
            "hidden",
            "uiPriority",
            "semiHidden",
            "unhideWhenUsed",
            "qFormat",
            "locked",
            "personal",
            "personalCompose",
            "personalReply",
            "rsid",
            "pPr",
            "rPr",
            "tblPr",
            "trPr",
            "tcPr",
            "tblStylePr",
        ],
    ),
    ("styles", &["docDefaults", "latentStyles", "style"]),
    ("docDefaults", &["rPrDefault", "pPrDefault"]),
    ("fonts", &["font"]),
    ("font", &["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"]),
    (
        "settings",
        &[
            "writeProtection",
            "view",
            "zoom",
            "removePersonalInformation",
            "mirrorMargins",
            "defaultTabStop",
            "evenAndOddHeaders",
            "characterSpacingControl",
            "footnotePr",
            "endnotePr",
            "compat",
            "docVars",
            "rsids",
            "themeFontLang",
            "decimalSymbol",
            "listSeparator",
        ],
    ),
];

/// What stands against the order, with its place.
fn faults(root: Node<'_, '_>) -> Vec<String> {
    let mut faults = Vec::new();
    for element in root.descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        let children: Vec<&str> = element.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
        let repeated = ["tr", "tc", "r", "p", "gridCol", "style", "font", "tab", "headerReference", "footerReference"];
        if let Some((_, order)) = ORDER.iter().find(|(known, _)| *known == name) {
            let places: Vec<Option<usize>> = children.iter().map(|child| order.iter().position(|known| known == child)).collect();
            let known = places.iter().all(Option::is_some);
            let sorted = places.windows(2).zip(&children).all(|(pair, child)| match pair[0].cmp(&pair[1]) {
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Equal => repeated.contains(child),
                std::cmp::Ordering::Greater => false,
            });
            if !known || !sorted {
                faults.push(format!("{name}: {children:?}"));
            }
        }
        // A cell ends in a paragraph, the body in the properties of its section.
        let last = children.last().copied();
        if (name == "tc" && last != Some("p")) || (name == "body" && last != Some("sectPr")) {
            faults.push(format!("{name} ends in {last:?}"));
        }
    }
    faults
}

fn faults_of(paper: &Docx) -> Vec<String> {
    let word = paper.parts.iter().filter(|(name, _)| name.starts_with("word/"));
    word.flat_map(|(_, part)| faults(roxmltree::Document::parse(part).expect("XML").root())).collect()
}

#[test]
fn elements_are_in_the_order_of_their_schema() {
    for (kind, args) in KINDS {
        let paper = make(&clean(), args);
        assert_eq!(faults_of(&paper), Vec::<String>::new(), "{kind}");
    }
}

#[test]
fn the_order_is_really_looked_at() {
    let paper = make(&clean(), KINDS[0].1);
    let swapped = paper.part("word/document.xml").replacen("<w:snapToGrid w:val=\"0\"/><w:spacing", "<w:spacing", 1);
    let swapped = swapped.replacen("w:lineRule=\"exact\"/>", "w:lineRule=\"exact\"/><w:snapToGrid w:val=\"0\"/>", 1);
    let document = roxmltree::Document::parse(&swapped).expect("XML");
    assert_eq!(faults(document.root()).len(), 1);
}
