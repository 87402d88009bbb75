//! An official paper as .docx, in the form of GB/T 9704-2012, every element in the order of its schema. Word refuses a file
//! whose order is wrong, so each kind of properties has one place that writes it ([`text::Para`], [`text::Run`], [`table`], [`page`]).
//!
//! The grid is that of the standard, 22 lines of 28 characters in 156 mm by 225 mm. Characters are set a little closer than their
//! size and lines are exact: a `linesAndChars` grid would say the same to Word, and half of it to `LibreOffice`, which gives a
//! character of 16 pt two cells of 15.8 pt.

mod body;
mod closing;
mod fit;
mod fonts;
mod head;
mod imprint;
mod joint_mark;
mod mark_size;
mod measure;
mod package;
mod page;
mod properties;
mod rollup;
mod styles;
mod table;
mod text;
mod title;
mod wrap;

use std::io;

pub use self::rollup::rollup_docx;

use self::page::{Orientation, Section};
use super::xml;
use crate::report::paper::{Form, Paper};

/// The file of a paper; `commit` holds the record as it is printed.
///
/// # Errors
/// Writing to memory failed.
pub fn docx(paper: &Paper, commit: Option<&str>) -> io::Result<Vec<u8>> {
    package::package(paper, commit)
}

/// `word/document.xml`.
fn document(paper: &Paper, fit: fit::Fit) -> String {
    let mut xml = xml::Xml::part("w:document", xml::WORD);
    xml.open("w:body", &[]);
    head::write(&mut xml, paper);
    body::write(&mut xml, &paper.body, fit.carries);
    closing::write(&mut xml, paper, (fit.blanks, fit.rows));
    let mut section = Section { orientation: Orientation::Portrait, is_first: true, on_even_page: false };
    for annex in &paper.annexes {
        let orientation = page::orientation(annex);
        if orientation != section.orientation {
            page::end_section(&mut xml, paper, fit.pitch, section);
            section = Section { orientation, is_first: false, on_even_page: false };
        }
        body::annex(&mut xml, annex, orientation);
    }
    // 版记 stands on an upright page, the even one behind a turned one or one that may be even or odd.
    let parts = section.orientation == Orientation::Landscape || fit.is_unsure;
    if parts && imprint::is_there(paper) {
        page::end_section(&mut xml, paper, fit.pitch, section);
        section = Section { orientation: Orientation::Portrait, is_first: false, on_even_page: paper.form != Form::Letter };
    }
    imprint::write(&mut xml, paper, fit.imprint_apart && !fit.is_unsure);
    page::section(&mut xml, paper, fit.pitch, section);
    xml.close("w:body");
    xml.finish("w:document")
}
