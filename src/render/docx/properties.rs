//! The document's properties: what it is called, whose it is, and of which record at which commit it is a print.

use super::xml::Xml;
use crate::report::paper::Paper;

/// `docProps/core.xml`.
pub(super) fn core(paper: &Paper, commit: Option<&str>) -> String {
    let mut xml = Xml::part(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.words("dc:title", &[], &paper.title.words);
    xml.words("dc:creator", &[], &paper.mark.names.join("、"));
    xml.words("dc:identifier", &[], &paper.record);
    xml.words("dc:language", &[], "zh-CN");
    if let Some(commit) = commit {
        xml.words("cp:version", &[], commit);
    }
    if !paper.draft.is_empty() {
        xml.words("cp:contentStatus", &[], "草稿");
    }
    xml.finish("cp:coreProperties")
}

/// `docProps/custom.xml`: for programs that look for the record.
pub(super) fn custom(paper: &Paper, commit: Option<&str>) -> String {
    let mut xml = Xml::part(
        "Properties",
        &[
            ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
            ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
        ],
    );
    let given = [("liandong.record", Some(paper.record.as_str())), ("liandong.commit", commit)];
    let given = given.into_iter().filter_map(|(name, value)| Some((name, value?)));
    // The first two are reserved.
    for (id, (name, value)) in (2..).zip(given) {
        let id: u32 = id;
        let fmtid = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        xml.open("property", &[("fmtid", fmtid), ("pid", &id.to_string()), ("name", name)]);
        xml.words("vt:lpwstr", &[], value);
        xml.close("property");
    }
    xml.finish("Properties")
}
