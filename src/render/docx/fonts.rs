//! Fonts, by the Chinese names that offices have them under, and what stands in for one that a computer lacks.

use super::xml::{WORD, Xml};

/// A typeface of official papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    /// 小标宋: marks and titles.
    Title,
    /// 仿宋: text.
    Text,
    /// 黑体: headings of level 1, labels.
    Bold,
    /// 楷体: headings of level 2, who signed out a paper.
    Script,
    /// 宋体: page numbers.
    Plain,
}

/// A font with its stand-in and whether it is of the serif kind.
const FONTS: &[(Font, &str, &str, &str)] = &[
    (Font::Title, "方正小标宋简体", "宋体", "roman"),
    (Font::Text, "仿宋_GB2312", "仿宋", "modern"),
    (Font::Bold, "黑体", "SimHei", "modern"),
    (Font::Script, "楷体_GB2312", "楷体", "modern"),
    (Font::Plain, "宋体", "SimSun", "auto"),
];

impl Font {
    /// What offices call it.
    pub(super) fn name(self) -> &'static str {
        FONTS.iter().find(|(font, ..)| *font == self).map_or("", |(_, name, ..)| *name)
    }
}

/// `word/fontTable.xml`.
pub(super) fn table() -> String {
    let mut xml = Xml::part("w:fonts", WORD);
    for (_, name, instead, family) in FONTS {
        xml.open("w:font", &[("w:name", name)]);
        xml.val("w:altName", instead);
        // GB 2312.
        xml.val("w:charset", "86");
        xml.val("w:family", family);
        xml.val("w:pitch", "default");
        xml.close("w:font");
    }
    xml.finish("w:fonts")
}
