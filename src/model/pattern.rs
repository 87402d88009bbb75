//! Pieces of text of a certain form: what each names or says, in words, and an example. Whoever asks for one, offers it, reads it from a cell or
//! completes it looks at what it is, never at how its example is spelled.

use crate::text::Text;

/// What a piece of text of a certain form names or says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// A unit that owns folders.
    Unit,
    /// A body: a unit, or one that owns no folder.
    Body,
    /// Whoever can be told, invited or asked: a unit, a body or a mine.
    Party,
    /// A mine.
    Mine,
    /// A system of the mechanism.
    System,
    /// Who has to carry out an obligation.
    Actor,
    /// An obligation.
    Obligation,
    /// A clause.
    Clause,
    /// The number of a paper.
    Paper,
    /// A period of the calendar.
    Period,
    /// A day of every year.
    YearDay,
    /// An offset from UTC.
    Zone,
    /// The value of a setting.
    Setting,
    /// A register.
    Register,
}

impl Pattern {
    /// What should stand there.
    #[must_use]
    pub const fn expected(self) -> Text {
        match self {
            Self::Unit => Text::fixed("单位代号，如 \"gongan\"", "the id of a unit, such as \"gongan\""),
            Self::Body => Text::fixed("单位或机构代号，如 \"hekou\"", "the id of a body, such as \"hekou\""),
            Self::Party => Text::fixed(
                "单位或机构代号，如 \"gongan\"，矿山写作 \"mines/dashan\"",
                "the id of a unit or body, such as \"gongan\", or \"mines/dashan\"",
            ),
            Self::Mine => Text::fixed("矿山代号，如 \"dashan\"", "the id of a mine, such as \"dashan\""),
            Self::System => Text::fixed("制度代号，如 \"meeting\"", "the id of a system, such as \"meeting\""),
            Self::Actor => {
                Text::fixed("office、members、owner、team 或单位代号", "office, members, owner, team or the id of a unit")
            }
            Self::Obligation => Text::fixed("义务编号，如 \"O4\"", "the id of an obligation, such as \"O4\""),
            Self::Clause => Text::fixed("条款号，如 \"3.4\"，即三（四）", "a clause, such as \"3.4\" for 三（四）"),
            Self::Paper => Text::fixed("发文字号，如 \"某安办〔2025〕3号\"", "a paper's number, such as \"某安办〔2025〕3号\""),
            Self::Period => Text::fixed(
                "期间，如 \"2025\"、\"2025-H1\"、\"2025-06\"",
                "a period, such as \"2025\", \"2025-H1\" or \"2025-06\"",
            ),
            Self::YearDay => Text::fixed("一年中的日期，如 \"01-31\"", "a day of the year, such as \"01-31\""),
            Self::Zone => Text::fixed("时区，如 \"+08:00\"", "an offset from UTC, such as \"+08:00\""),
            Self::Setting => {
                Text::fixed("设置值，如 \"3 working-days\"、\"10-01\"", "a value, such as \"3 working-days\" or \"10-01\"")
            }
            Self::Register => Text::fixed("32 位十六进制数字", "32 hexadecimal digits"),
        }
    }

    /// One that could stand there.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Unit => "gongan",
            Self::Body => "hekou",
            Self::Party => "mines/dashan",
            Self::Mine => "dashan",
            Self::System => "meeting",
            Self::Actor => "office",
            Self::Obligation => "O4",
            Self::Clause => "3.4",
            Self::Paper => "某安办〔2025〕3号",
            Self::Period => "2025",
            Self::YearDay => "01-31",
            Self::Zone => "+08:00",
            Self::Setting => "3 working-days",
            Self::Register => "0123456789abcdef0123456789abcdef",
        }
    }
}
