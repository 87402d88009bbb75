//! Which format a file has: by its first bytes where they tell, else by its name. What is not taken is refused by name.

use crate::text::{Text, clean};
use crate::tr;

/// A format that is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// .xlsx.
    Workbook,
    /// .csv.
    Delimited,
}

impl Format {
    /// The ending of a file of this format.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Delimited => "csv",
        }
    }

    /// The format of a file.
    ///
    /// # Errors
    /// It is another: which, and what to do.
    pub fn detect(name: &str, bytes: &[u8]) -> Result<Self, Text> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        // What is inside tells more than a name that was given to it.
        if ending == "xls" && bytes.starts_with(b"PK\x03\x04") {
            let name = clean(name);
            return Err(tr!(
                "{name} 的内容不是旧版 .xls，像是 .xlsx 改了后缀；请用表格程序打开，另存为 .xlsx 再导入";
                "{name} is no old .xls inside but perhaps an .xlsx under another ending; open it in a spreadsheet program and save it as .xlsx"
            ));
        }
        if let Some(what) = other(&ending) {
            return Err(refused(name, what.zh(), what.en()));
        }
        // A workbook that is locked by a password lies in the same container as an old .xls.
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(refused(name, "旧版 .xls 或加了密码的工作簿", "an old .xls, or a workbook locked by a password"));
        }
        if bytes.starts_with(b"%PDF") {
            return Err(refused(name, "PDF", "a PDF"));
        }
        match ending.as_str() {
            _ if bytes.starts_with(b"PK\x03\x04") => Ok(Self::Workbook),
            "xlsx" => {
                let name = clean(name);
                Err(tr!(
                    "{name} 的内容不是 .xlsx 工作簿；请用表格程序打开，另存为 .xlsx（或 .csv）再导入";
                    "{name} is no .xlsx workbook inside; open it in a spreadsheet program and save it as .xlsx (or .csv)"
                ))
            }
            "csv" => Ok(Self::Delimited),
            _ => Err(refused(name, "别的格式", "of another format")),
        }
    }
}

fn other(ending: &str) -> Option<Text> {
    Some(match ending {
        "xls" => Text::fixed("旧版 Excel 的 .xls", "an old .xls of Excel"),
        "xlsm" => Text::fixed("带宏的 .xlsm", "an .xlsm, which may hold macros"),
        "xlsb" => Text::fixed("二进制的 .xlsb", "a binary .xlsb"),
        "xltx" => Text::fixed("Excel 模板 .xltx", "an .xltx template of Excel"),
        "et" | "ett" => Text::fixed("WPS 表格的 .et", "an .et of WPS"),
        "ods" | "fods" => Text::fixed("LibreOffice 的 .ods", "an .ods of LibreOffice"),
        "numbers" => Text::fixed("苹果的 .numbers", "a .numbers of Apple"),
        "doc" | "docx" | "wps" => Text::fixed("文字文档", "a text document"),
        "pdf" => Text::fixed("PDF", "a PDF"),
        "zip" | "rar" | "7z" => Text::fixed("压缩包", "an archive"),
        "txt" | "tsv" => Text::fixed("文本文件", "a text file"),
        "jpg" | "jpeg" | "png" => Text::fixed("图片", "a picture"),
        _ => return None,
    })
}

fn refused(name: &str, zh: &str, en: &str) -> Text {
    let name = clean(name);
    tr!(
        "{name} 是{zh}，不能导入；请用表格程序打开，另存为 .xlsx（或 .csv）再导入";
        "{name} is {en} and cannot be imported; open it in a spreadsheet program and save it as .xlsx (or .csv)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_formats_are_refused_by_name() {
        for (name, word) in [
            ("台账.xls", ".xls"),
            ("台账.et", "WPS"),
            ("台账.ods", ".ods"),
            ("台账.docx", "文字文档"),
            ("台账.PDF", "PDF"),
            ("台账.numbers", ".numbers"),
            ("台账", "别的格式"),
        ] {
            let why = Format::detect(name, b"x").err().unwrap_or_default();
            assert!(why.zh().contains(word) && why.zh().contains("另存为"), "{name}: {why}");
        }
        let locked = Format::detect("台账.xlsx", &[0xD0, 0xCF, 0x11, 0xE0]).err().unwrap_or_default();
        assert!(locked.zh().contains("密码"), "{locked}");
        assert_eq!(Format::detect("台账.XLSX", b"PK\x03\x04"), Ok(Format::Workbook));
        assert_eq!(Format::detect("台账.csv", "矿山".as_bytes()), Ok(Format::Delimited));
    }
}
