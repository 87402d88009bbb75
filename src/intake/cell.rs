//! What stands in a cell, and what it says of a value of some shape.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::model::field::{Lies, Shape, Word, find_word, yes_or_no};
use crate::model::{Day, Line, Moment, Prose, limits, listed_number, to_half_width};
use crate::text::{Text, clean, clip, is_unsafe};
use crate::tr;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum InputCell {
    /// Nothing.
    Blank,
    /// Words.
    Words(String),
    /// A number that is shown by its digits.
    Number(f64),
    /// A number that is shown in another way, such as 95% for 0.95, with the format that does it.
    Formatted(f64, Arc<str>),
    /// A day, with a time or without.
    Moment(NaiveDateTime),
    /// True or false.
    Flag(bool),
    /// What a spreadsheet puts where it failed, such as #REF!.
    Fault(String),
    /// A formula without the value that it would show: no spreadsheet program has calculated it.
    Uncalculated,
}

/// What a cell did not say of a day or moment, and was taken to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOpen {
    /// The year: that of the import.
    Year,
    /// The hour: the first.
    Hour,
}

/// What spreadsheets show where they failed; in text, and in a copy that was given back, nothing else tells it from words.
const FAULTS: &[&str] = &[
    "#BLOCKED!",
    "#BUSY!",
    "#CONNECT!",
    "#DATA!",
    "#DIV/0!",
    "#FIELD!",
    "#GETTING_DATA",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#SPILL!",
    "#UNKNOWN!",
    "#VALUE!",
    UNCALCULATED,
];
const UNCALCULATED: &str = "#CALC!";

/// What people draw through a cell in which nothing is to stand.
const BLANKS: &[&str] = &["/", "//", "\\", "-", "--", "—", "——", "–", "―"];
/// What people write for what stands above, or beside it.
const DITTOS: &[&str] = &["同上", "同前", "同左", "如上", "如前", "见上", "〃", "″", "\"", "ditto"];
/// Of what they say that it is the one above: 同上一行, 同第3条.
const PLACES: &[&str] = &["行", "栏", "列", "格", "条", "项", "例", "件", "处", "面", "述", "所述", "表"];

/// From here on a spreadsheet no longer keeps every digit.
const EXACT: f64 = 1e15;

/// How many signs of a number with a fraction a cell shows that has no format of its own.
const SHOWN: usize = 12;

impl InputCell {
    /// Whether nothing stands there, or only blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Words(_) => self.words().is_empty(),
            _ => false,
        }
    }

    /// As words: what a heading, a reference or a note says.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Blank => String::new(),
            // What has no shape of its own comes along from pages and chats, and nobody sees it.
            Self::Words(words) | Self::Fault(words) => {
                let seen = words.chars().filter(|c| matches!(c, '\n' | '\r' | '\t') || !is_unsafe(*c));
                seen.collect::<String>().trim().to_owned()
            }
            Self::Number(number) | Self::Formatted(number, _) => number.to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Uncalculated => UNCALCULATED.to_owned(),
        }
    }

    /// What it says of a value of that shape, spelled in one way: a day as 2025-03-01, a word by its id, yes as `true`. `None` where
    /// nothing is said. A day without its year is one of the year of `today`, as on the command line.
    ///
    /// # Errors
    /// Why it cannot be such a value, and how to write it.
    pub fn read(&self, shape: &Shape, today: Day) -> Result<Option<String>, Text> {
        if let Some(fault) = self.fault() {
            let fault = clean(fault);
            return Err(tr!(
                "这一格是表格程序的错误值 {fault}，请改为应填的内容";
                "this cell holds {fault}, a failure of the spreadsheet; put there what should stand"
            ));
        }
        if *self == Self::Uncalculated {
            return Err(Text::fixed(
                "这一格是公式，没有算出的值；请用表格程序打开，保存一次再导入，或直接填写应填的内容",
                "this cell is a formula without the value that it shows; open and save the file in a spreadsheet program, or write the value itself",
            ));
        }
        if self.is_blank() {
            return Ok(None);
        }
        if let Some(why) = self.stands_in() {
            return Err(why);
        }
        match shape {
            Shape::Flag => self.flag().map(Some),
            Shape::Count => self.count().map(Some),
            Shape::Listed(_) => self.listed(shape).map(Some),
            Shape::Day => self.day(today).map(|day| Some(day.to_string())),
            Shape::Moment => self.moment(today).map(|moment| Some(moment.to_string())),
            Shape::Word(words) => self.word(words).map(Some),
            Shape::Line => self.text()?.parse::<Line>().map(|line| Some(line.to_string())),
            Shape::Prose => self.text()?.parse::<Prose>().map(|prose| Some(prose.to_string())),
            Shape::Reference | Shape::Pattern(_) | Shape::List(Shape::Reference | Shape::Pattern(_)) if self.is_dotted() => {
                Err(self.undotted())
            }
            Shape::Reference | Shape::Pattern(_) => self.text()?.parse::<Line>().map(|line| Some(digits(line.as_str()))),
            Shape::List(_) | Shape::Table(_) => self.text()?.parse::<Prose>().map(|prose| Some(digits(&prose.to_string()))),
        }
    }

    /// Whether it is a number with a point in it: of 1.10, which is a name of something, nothing is left but 1.1.
    fn is_dotted(&self) -> bool {
        matches!(self, Self::Number(number) | Self::Formatted(number, _) if number.fract() != 0.0)
    }

    fn undotted(&self) -> Text {
        let said = self.words();
        tr!(
            "这里应为编号，表格程序把它当成了小数 {said}，1.10 这样的编号会变成 1.1；请把单元格设为文本后重新填写";
            "this should be a number of something, of which the spreadsheet made the fraction {said}, as 1.10 becomes 1.1; set the cell to text and write it again"
        )
    }

    /// What people write for what they do not write, and what a spreadsheet shows in words of a picture that is in the cell.
    fn stands_in(&self) -> Option<Text> {
        let Self::Words(_) = self else { return None };
        let words = self.words();
        let plain = to_half_width(&words);
        if plain.starts_with("=DISPIMG(") || plain.starts_with("=_xlfn.DISPIMG(") {
            return Some(Text::fixed(
                "这一格是嵌入的图片，表格导入不收图片；请删去，登记后用 liandong attach 附上",
                "this cell holds a picture, of which a sheet files nothing; clear it, and add the picture with liandong attach once the record is filed",
            ));
        }
        let shown = clean(&words);
        if BLANKS.contains(&plain.as_str()) {
            return Some(
                tr!("“{shown}”不是内容；没有内容的请清空这一格"; "\"{shown}\" says nothing; clear the cell where there is nothing to say"),
            );
        }
        is_ditto(&plain).then(|| {
            tr!("“{shown}”离开这张表就看不懂了；请把内容写全"; "\"{shown}\" says nothing once it has left the sheet; write it out")
        })
    }

    /// What the spreadsheet put there when it failed.
    fn fault(&self) -> Option<&str> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Words(words) => Some(words.trim()).filter(|words| FAULTS.contains(words)),
            _ => None,
        }
    }

    fn flag(&self) -> Result<String, Text> {
        if let Self::Flag(flag) = self {
            return Ok(flag.to_string());
        }
        let said = self.words();
        yes_or_no(&said).map(|flag| flag.to_string()).ok_or_else(|| {
            let said = clean(&said);
            tr!("“{said}”应为 是 或 否"; "\"{said}\" should be yes or no")
        })
    }

    fn count(&self) -> Result<String, Text> {
        let said = to_half_width(&self.words());
        said.parse::<u32>().map(|number| number.to_string()).map_err(|_| {
            let said = clean(&said);
            tr!("“{said}”应为整数，如 3"; "\"{said}\" should be a whole number, such as 3")
        })
    }

    /// An item of a list, by its number; the words that are shown behind it say nothing more.
    fn listed(&self, shape: &Shape) -> Result<String, Text> {
        let said = self.words();
        listed_number(&said).map(|item| item.to_string()).ok_or_else(|| {
            let (said, expected) = (clean(&said), shape.expected());
            let (zh, en) = (expected.zh(), expected.en());
            tr!("“{said}”应为{zh}"; "\"{said}\" should be {en}")
        })
    }

    /// A day; a number that a spreadsheet shows without its format counts days as one does.
    fn day(&self, today: Day) -> Result<Day, Text> {
        let words = self.words();
        match self {
            Self::Moment(moment) => known(moment.date()).ok_or_else(|| strange(&words)),
            Self::Number(number) | Self::Formatted(number, _) => match serial(*number).and_then(|moment| known(moment.date())) {
                Some(day) => Ok(day),
                None => words.parse().map_err(|_| strange(&words)),
            },
            // Of what was written on some day 昨天 does not tell the day.
            _ if !says_digits(&words) && Day::said(&words, today, Lies::Near).is_ok() => Err(on_another_day(&words)),
            _ => Day::said(&words, today, Lies::Near).or_else(|why| match words.parse::<Moment>() {
                Ok(moment) if Moment::new(moment.day(), 0, 0) == Some(moment) => Ok(moment.day()),
                _ => Err(why),
            }),
        }
    }

    fn moment(&self, today: Day) -> Result<Moment, Text> {
        let words = self.words();
        let read = match self {
            Self::Moment(moment) => Some(*moment),
            Self::Number(number) | Self::Formatted(number, _) => serial(*number),
            _ if !says_digits(words.split([' ', 'T']).next().unwrap_or_default())
                && Moment::said(&words, today, Lies::Near).is_ok() =>
            {
                return Err(on_another_day(&words));
            }
            _ => return Moment::said(&words, today, Lies::Near),
        };
        let moment = read.filter(|moment| known(moment.date()).is_some());
        moment.ok_or_else(|| strange(&words))?.format("%Y-%m-%dT%H:%M:00").to_string().parse()
    }

    /// What a cell that was read as a day or moment did not say of it.
    #[must_use]
    pub fn leaves_open(&self, shape: &Shape) -> Option<LeftOpen> {
        let digits = |words: &str| words.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
        match (self, shape) {
            (Self::Words(words), Shape::Day | Shape::Moment) => {
                let plain = to_half_width(words);
                let has_time = plain.contains([':', '时', '点']);
                let of_day = plain.split([' ', 'T', '日']).next().unwrap_or_default();
                match shape {
                    _ if digits(of_day) == 2 => Some(LeftOpen::Year),
                    Shape::Moment if !has_time => Some(LeftOpen::Hour),
                    _ => None,
                }
            }
            (Self::Moment(moment), Shape::Moment) => (moment.time() == NaiveTime::MIN).then_some(LeftOpen::Hour),
            _ => None,
        }
    }

    fn word(&self, words: &'static [Word]) -> Result<String, Text> {
        let said = self.words();
        let found = find_word(&said, words).map_err(|why| {
            let (zh, en) = (why.zh(), why.en());
            let [all_zh, all_en] = [
                words.iter().map(|word| word.zh).collect::<Vec<_>>().join("、"),
                words.iter().map(|word| word.en).collect::<Vec<_>>().join(", "),
            ];
            tr!("{zh}，可选：{all_zh}"; "{en}; one of {all_en}")
        })?;
        Ok(words.get(found).map_or(said, |word| word.id.to_owned()))
    }

    /// Words that are meant as words: what a spreadsheet made a date or a rounded number of is lost, and has to be said again.
    fn text(&self) -> Result<String, Text> {
        let words = match self {
            Self::Moment(_) => {
                let said = self.words();
                return Err(tr!(
                    "这里应为文字，表格程序把它变成了日期（{said}）；请把单元格设为文本后重新填写";
                    "this should be words, and the spreadsheet made a date of it ({said}); set the cell to text and write it again"
                ));
            }
            Self::Number(number) if number.abs() >= EXACT || !number.is_finite() => {
                return Err(Text::fixed(
                    "号码太长，表格程序已丢失尾数；请把单元格设为文本后重新填写",
                    "the number is too long, and the spreadsheet has lost its last digits; set the cell to text and write it again",
                ));
            }
            Self::Formatted(number, format) if number.fract() != 0.0 || !is_digits(format) => {
                return Err(shown_otherwise(*number));
            }
            // So many signs of a number are shown; what stands behind them nobody sees.
            Self::Number(number) if number.fract() != 0.0 && number.to_string().len() > SHOWN => {
                return Err(shown_otherwise(*number));
            }
            Self::Flag(flag) => {
                let said = flag.to_string().to_uppercase();
                return Err(tr!(
                    "这里应为文字，表格程序把它变成了 {said}；请把单元格设为文本后重新填写";
                    "this should be words, and the spreadsheet made {said} of it; set the cell to text and write it again"
                ));
            }
            other => other.words(),
        };
        if words.chars().count() > limits::CELL_CHARS {
            let most = limits::CELL_CHARS;
            return Err(tr!("一格超过 {most} 个字"; "a cell of more than {most} characters"));
        }
        Ok(words)
    }
}

/// Whether words say nothing but that it is as above, whatever signs stand around them: （同上）, -〃-, 同上一行, 同第3条.
fn is_ditto(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "()[]【】〔〕.。,、;:…-—―".contains(c));
    let numbered = |rest: &str| {
        let place = rest
            .strip_prefix('第')
            .unwrap_or(rest)
            .trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        place.len() < rest.len() && PLACES.contains(&place)
    };
    let mut rest = bare;
    while let Some(behind) = DITTOS.iter().find_map(|ditto| rest.strip_prefix(ditto)) {
        rest = behind.trim_start();
    }
    let is_begun = rest.len() < bare.len();
    is_begun && (rest.is_empty() || PLACES.contains(&rest) || numbered(rest)) || bare.strip_prefix('同').is_some_and(numbered)
}

fn says_digits(words: &str) -> bool {
    to_half_width(words).contains(|c: char| c.is_ascii_digit())
}

fn on_another_day(words: &str) -> Text {
    let words = clean(words);
    tr!(
        "“{words}”要看表是哪天填的；请写日期，如 2025-03-01";
        "\"{words}\" depends on the day on which the sheet was filled in; write the day, such as 2025-03-01"
    )
}

/// Whether a format shows a whole number by its digits alone: `0`, and `0_ ` as WPS writes it.
fn is_digits(format: &str) -> bool {
    let plain = format.split(';').next().unwrap_or_default().replace("_ ", "").replace("_)", "");
    plain == "0"
}

fn shown_otherwise(number: f64) -> Text {
    tr!(
        "这里应为文字，这一格存的是数字 {number}，和看到的不一样（如百分数、补零、小数位）；请把单元格设为文本后照看到的重新填写";
        "this should be words, and the cell holds the number {number}, which is not what it shows (a percentage, noughts, decimals); set it to text and write what it shows"
    )
}

/// A day of which a register may speak.
fn known(date: NaiveDate) -> Option<Day> {
    use chrono::Datelike as _;
    Day::new(date.year(), date.month(), date.day())
}

/// The moment that a spreadsheet means by a number, where that is one of this or the last century.
fn serial(number: f64) -> Option<NaiveDateTime> {
    /// 1949-10-01 and 2199-12-31.
    const CENTURIES: std::ops::Range<f64> = 18_172.0..109_575.0;
    if !CENTURIES.contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "of a number in the range above")]
    let seconds = (number * 86_400.0).round() as i64;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::seconds(seconds))
}

fn strange(words: &str) -> Text {
    let words = clip(&clean(words), 40);
    tr!("“{words}”不是日期，请写 2025-03-01"; "\"{words}\" is no day; write 2025-03-01")
}

/// Full-width digits as the digits that they stand for. Brackets and letters stay: names hold them.
fn digits(words: &str) -> String {
    words.chars().map(|c| if matches!(c, '０'..='９') { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-01-15".parse().expect("a day")
    }

    fn says(words: &str, shape: &Shape) -> Option<String> {
        InputCell::Words(words.to_owned()).read(shape, today()).ok().flatten()
    }

    #[test]
    fn days_however_they_are_typed() {
        for written in ["2025-03-01", "2025/3/1", "2025年3月1日", "２０２５．３．１", "20250301", " 2025-03-01 00:00:00 "]
        {
            assert_eq!(says(written, &Shape::Day).as_deref(), Some("2025-03-01"), "{written}");
        }
        assert_eq!(InputCell::Number(45_717.0).read(&Shape::Day, today()), Ok(Some("2025-03-01".into())));
        assert_eq!(InputCell::Number(20_250_301.0).read(&Shape::Day, today()), Ok(Some("2025-03-01".into())));
        assert_eq!(InputCell::Number(45_717.770_833_333).read(&Shape::Moment, today()), Ok(Some("2025-03-01T18:30:00".into())));
        // As on the command line.
        for near in ["3月1日", "3-1", "26.3.1", "26年3月1日", "3月1日\u{200b}"] {
            assert_eq!(says(near, &Shape::Day).as_deref(), Some("2026-03-01"), "{near}");
        }
        assert_eq!(says("3月1日 18:30", &Shape::Moment).as_deref(), Some("2026-03-01T18:30:00"));
        // A number of that form was rounded, 6.30 to 6.3.
        assert_eq!(InputCell::Number(6.3).read(&Shape::Day, today()).ok(), None);
        for wrong in ["2025-02-30", "2025-03-01 18:30", "下周"] {
            assert_eq!(says(wrong, &Shape::Day), None, "{wrong}");
        }
    }

    #[test]
    fn what_a_spreadsheet_spoiled_is_said() {
        for (cell, word) in [
            (InputCell::Number(4.453e17), "尾数"),
            (InputCell::Fault("#REF!".into()), "#REF!"),
            (
                InputCell::Moment(
                    NaiveDate::from_ymd_opt(2025, 3, 1).unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default(),
                ),
                "文本",
            ),
        ] {
            let why = cell.read(&Shape::Line, today()).err().unwrap_or_default();
            assert!(why.zh().contains(word), "{why}");
        }
        assert_eq!(InputCell::Number(3.0).read(&Shape::Line, today()), Ok(Some("3".into())));
    }

    #[test]
    fn what_stands_above_is_not_said_by_a_sign() {
        for ditto in
            "同上 （同上） 同上。 〃 -〃- 〃〃 同上行 同上一行 同第3条 见上栏 如上 如上所述 同前一项 \" ″ ditto".split(' ')
        {
            assert_eq!(says(ditto, &Shape::Prose), None, "{ditto}");
        }
        for content in [
            "同上次检查，挡墙仍开裂（虚构）",
            "同左侧挡墙一样开裂（虚构）",
            "同意",
            "见上级文件",
            "同第3号采场（虚构）",
            "如前往须佩戴安全帽",
        ] {
            assert_eq!(says(content, &Shape::Prose).as_deref(), Some(content));
        }
    }

    #[test]
    fn words_are_tidied_and_flags_understood() {
        assert_eq!(says("  边坡\u{202e}失稳 \u{200b} ", &Shape::Line).as_deref(), Some("边坡失稳"));
        assert_eq!(says("大山石场（虚构）２号", &Shape::Reference).as_deref(), Some("大山石场（虚构）2号"));
        assert_eq!([says("是", &Shape::Flag), says("否 ", &Shape::Flag)], [Some("true".into()), Some("false".into())]);
        assert_eq!(says("\u{200b}是\u{feff}", &Shape::Flag).as_deref(), Some("true"));
        assert_eq!(says("\u{200b}", &Shape::Line), None);
        assert_eq!(says("也许", &Shape::Flag), None);
        assert_eq!(says("\u{200b}／\u{feff}", &Shape::Prose), None, "a stroke however it is hidden");
        assert_eq!(says(" \u{3000}", &Shape::Line), None);
    }
}
