//! What the reader of workbooks would keep of a package, counted before it reads: a style takes far more room than the few bytes that
//! name it, holds copies of the names that it refers to, and a table of strings may claim any length.
//!
//! Parts are read by the parser that will read them again, so that both see the same elements. It is not asked which part is which:
//! a package may call the same part its styles and its book.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::model::limits;
use crate::text::Text;
use crate::tr;

/// Elements of each of which something is kept, or a copy of something.
const KEPT: &[&str] = &["border", "definedName", "fill", "font", "numFmt", "Relationship", "sheet", "xf"];

/// Elements of which others may keep copies.
const COPIED: &[&str] = &["name", "numFmt", "Relationship"];

/// Bytes that one of them takes at most, apart from its copies.
const SIZE: usize = 512;

/// What would be kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    elements: usize,
    /// Bytes of the longest element that is copied.
    longest: usize,
    strings: usize,
    /// Whether a table says that it has more strings than any ledger.
    boasts: bool,
}

impl Kept {
    /// Counts what a part holds, as far as it can be read: nobody reads on from there.
    pub(super) fn look(&mut self, part: impl Read) {
        let mut xml = Reader::from_reader(BufReader::new(part));
        let config = xml.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) => self.count(&tag),
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn count(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name: &str = name.as_ref();
        if KEPT.contains(&name) {
            self.elements += 1;
        }
        if COPIED.contains(&name) {
            self.longest = self.longest.max(tag.len());
        }
        match name {
            "si" => self.strings += 1,
            "sst" => self.boasts |= tag.split("uniqueCount").skip(1).any(is_boast),
            _ => {}
        }
    }

    /// That all of it is no more than the limits.
    ///
    /// # Errors
    /// It is.
    pub(super) fn within_limits(&self) -> Result<(), Text> {
        if self.strings > limits::SHEET_CELLS || self.boasts {
            let most = limits::SHEET_CELLS;
            return Err(tr!(
                "工作簿的文字超过 {most} 条，不像台账，没有读；请分成几个文件";
                "the workbook has more than {most} strings, as no ledger has; it was not read. Divide it into several files"
            ));
        }
        if self.elements.saturating_mul(self.longest.saturating_add(SIZE)) > limits::STYLE_BYTES {
            return Err(Text::fixed(
                "工作簿的样式、名称多得不像台账，没有读；请把内容复制到新的工作簿（只粘贴数值）再导入",
                "the workbook has more styles and names than any ledger; it was not read. Copy what it says into a new workbook (values only)",
            ));
        }
        Ok(())
    }
}

/// Whether what stands behind the name of an attribute is a number over the limit.
fn is_boast(behind: &str) -> bool {
    let digits = behind.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = &digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())];
    !digits.is_empty() && digits.parse::<usize>().map_or(true, |count| count > limits::SHEET_CELLS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(part: &str) -> Result<(), Text> {
        let mut kept = Kept::default();
        kept.look(part.as_bytes());
        kept.within_limits()
    }

    #[test]
    fn a_table_that_boasts_is_refused() {
        assert_eq!(judged(r#"<sst count="9" uniqueCount="3"><si><t>甲</t></si></sst>"#), Ok(()));
        for boast in ["99999999", "99999999999999999999999999", "000000000000099999999"] {
            assert!(judged(&format!("<x:sst count='1' uniqueCount = '{boast}'>")).is_err(), "{boast}");
        }
    }

    #[test]
    fn copies_count_as_often_as_they_are_made() {
        let style = |name: &str, count| {
            let named = format!("<font><name val=\"{name}\"/></font>");
            format!("<styleSheet><fonts>{named}</fonts><cellXfs>{}</cellXfs>", "<xf fontId='0'/>".repeat(count))
        };
        // As many styles as Excel allows, with names as they are.
        assert_eq!(judged(&style("宋体", 65_490)), Ok(()));
        assert!(judged(&style(&"长".repeat(100_000), 65_490)).is_err());
        assert!(judged(&style("宋体", 1_000_000)).is_err());
    }
}
