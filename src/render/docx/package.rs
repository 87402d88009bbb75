//! The package: a zip of parts, which part is what, and how they relate. The same paper gives the same bytes.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::xml::Xml;
use super::{document, fit, fonts, page, properties, styles};
use crate::report::paper::Paper;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part: its path and type.
struct PackagePart {
    path: String,
    sort: String,
    xml: String,
}

/// The file of a paper.
pub(super) fn package(paper: &Paper, commit: Option<&str>) -> io::Result<Vec<u8>> {
    let parts = parts(paper, commit);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut add = |path: &str, xml: &str| -> io::Result<()> {
        zip.start_file(path, options)?;
        zip.write_all(xml.as_bytes())
    };
    // Readers look for the types first.
    add("[Content_Types].xml", &types(&parts))?;
    add("_rels/.rels", &relations())?;
    for part in &parts {
        add(&part.path, &part.xml)?;
    }
    add("word/_rels/document.xml.rels", &document_relations(paper))?;
    Ok(zip.finish()?.into_inner())
}

fn parts(paper: &Paper, commit: Option<&str>) -> Vec<PackagePart> {
    let word = |name: &str, sort: &str, xml| PackagePart {
        path: format!("word/{name}.xml"),
        sort: format!("{WORD_TYPE}.{sort}+xml"),
        xml,
    };
    let fit = fit::fit(paper);
    let mut parts = vec![
        word("document", "document.main", document(paper, fit)),
        word("styles", "styles", styles::styles(fit.pitch)),
        word("settings", "settings", page::settings()),
        word("fontTable", "fontTable", fonts::table()),
    ];
    parts.extend(page::edges(paper).into_iter().map(|edge| {
        let sort = if edge.is_header { "header" } else { "footer" };
        PackagePart { path: format!("word/{}", edge.file), sort: format!("{WORD_TYPE}.{sort}+xml"), xml: edge.xml }
    }));
    parts.push(PackagePart {
        path: "docProps/core.xml".to_owned(),
        sort: "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        xml: properties::core(paper, commit),
    });
    parts.push(PackagePart {
        path: "docProps/custom.xml".to_owned(),
        sort: "application/vnd.openxmlformats-officedocument.custom-properties+xml".to_owned(),
        xml: properties::custom(paper, commit),
    });
    parts
}

fn types(parts: &[PackagePart]) -> String {
    let mut xml = Xml::part("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    for part in parts {
        xml.empty("Override", &[("PartName", &format!("/{}", part.path)), ("ContentType", &part.sort)]);
    }
    xml.finish("Types")
}

fn relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    let office = |name: &str| format!("{OFFICE}/{name}");
    related(&[
        ("document".to_owned(), office("officeDocument"), "word/document.xml".to_owned()),
        ("core".to_owned(), core, "docProps/core.xml".to_owned()),
        ("custom".to_owned(), office("custom-properties"), "docProps/custom.xml".to_owned()),
    ])
}

fn document_relations(paper: &Paper) -> String {
    let fixed = ["styles", "settings", "fontTable"];
    let mut list: Vec<(String, String, String)> =
        fixed.iter().map(|name| ((*name).to_owned(), format!("{OFFICE}/{name}"), format!("{name}.xml"))).collect();
    list.extend(page::edges(paper).into_iter().map(|edge| {
        let sort = if edge.is_header { "header" } else { "footer" };
        (edge.relation, format!("{OFFICE}/{sort}"), edge.file)
    }));
    related(&list)
}

fn related(list: &[(String, String, String)]) -> String {
    let mut xml = Xml::part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (id, sort, target) in list {
        xml.empty("Relationship", &[("Id", id), ("Type", sort), ("Target", target)]);
    }
    xml.finish("Relationships")
}
