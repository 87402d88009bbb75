//! Collects everything that is wrong with one file, instead of stopping at the first.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::field::{Field, Shape};
use super::limits;
use super::value::{TableValue, Value};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// Something in a file that cannot be understood, at a range of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadProblem {
    /// The bytes it is about; empty at 0 for the file as a whole.
    pub span: Range<usize>,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub help: Text,
}

/// Which keys a record may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keys {
    /// Those of its kind: any other is a slip.
    #[default]
    Known,
    /// Also ones that a newer program knows: they are passed over.
    Newer,
}

/// Reads values and keeps what was wrong with them.
#[derive(Debug, Default)]
pub struct TomlReader {
    problems: Vec<ReadProblem>,
    keys: Keys,
}

impl TomlReader {
    /// Notes a problem.
    pub fn problem(&mut self, span: Range<usize>, what: Text, help: Text) {
        self.problems.push(ReadProblem { span, what, help });
    }

    /// Notes that a value is not of the shape of its key.
    pub(crate) fn wrong_shape<T>(&mut self, value: &Spanned<DeValue<'_>>, shape: &Shape) -> Option<T> {
        let found = match value.get_ref() {
            DeValue::String(_) => Text::fixed("文字", "text"),
            DeValue::Integer(_) => Text::fixed("整数", "a whole number"),
            DeValue::Float(_) => Text::fixed("小数", "a decimal number"),
            DeValue::Boolean(_) => Text::fixed("true/false", "true or false"),
            DeValue::Datetime(_) => Text::fixed("日期", "a date"),
            DeValue::Array(_) => Text::fixed("列表", "a list"),
            DeValue::Table(_) => Text::fixed("表", "a table"),
        };
        let (zh, en) = (found.zh(), found.en());
        self.problem(value.span(), tr!("这里不能是{zh}"; "{en} cannot stand here"), wanted(shape));
        None
    }

    /// Reads the value of one key, or takes its value when absent.
    pub(crate) fn field<T: Value>(&mut self, table: &DeTable<'_>, field: &Field, span: &Range<usize>) -> Option<T> {
        if let Some(value) = table.get(field.key) {
            return T::read(value, self);
        }
        let absent = T::absent();
        if absent.is_none() {
            let (key, zh, en) = (field.key, field.zh, field.en);
            self.problem(span.clone(), tr!("缺少 {key}（{zh}）"; "{key} ({en}) is missing"), wanted(&field.shape));
        }
        absent
    }

    /// Notes every key that the table should not have, naming the nearest that it may.
    pub(crate) fn known_keys(&mut self, table: &DeTable<'_>, fields: &[Field]) {
        if self.keys == Keys::Newer {
            return;
        }
        for key in table.keys() {
            let name: &str = key.get_ref();
            if fields.iter().any(|field| field.key == name) {
                continue;
            }
            let help = if let Some(near) = nearest(name, fields.iter().map(|field| field.key)) {
                tr!("是不是 {near}？"; "did you mean {near}?")
            } else {
                let keys = fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
                tr!("可用的键：{keys}"; "the keys here are {keys}")
            };
            let shown = clean(name);
            self.problem(key.span(), tr!("未知的键 {shown}"; "unknown key {shown}"), help);
        }
    }
}

fn wanted(shape: &Shape) -> Text {
    let expected = shape.expected();
    let (zh, en) = (expected.zh(), expected.en());
    tr!("应为{zh}"; "expected {en}")
}

/// Reads a record from the text of its file: the record, or everything that is wrong with it.
///
/// # Errors
/// Every problem found, in the order of the file.
pub fn read<T: TableValue>(text: &str, keys: Keys) -> Result<T, Vec<ReadProblem>> {
    // One parse gives every error, the values and where they stand; serde into a struct takes as long (11 µs a record of 850 bytes).
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = TomlReader { problems: Vec::new(), keys };
    for error in &errors {
        reader.problems.push(syntax(error, text));
    }
    if errors.is_empty() {
        let record = T::read_table(document.get_ref(), 0..0, &mut reader);
        if let (Some(record), true) = (record, reader.problems.is_empty()) {
            return Ok(record);
        }
    }
    let mut problems = reader.problems;
    problems.sort_by_key(|problem| problem.span.start);
    problems.truncate(limits::PROBLEMS_PER_FILE);
    Err(problems)
}

/// Whether a list that begins on an earlier line is still open where a line begins: whatever stands there is taken for an item.
fn is_in_list(text: &str, line_start: usize) -> bool {
    let before = &text[..line_start];
    let key = before.rmatch_indices('=').find(|(at, _)| before[..*at].rsplit('\n').next().is_some_and(is_key));
    key.is_some_and(|(at, _)| {
        let value = &before[at + 1..];
        let count = |sign| value.matches(sign).count();
        value.trim_start().starts_with('[') && count('[') > count(']')
    })
}

/// Whether a line up to its equals sign is a key.
fn is_key(words: &str) -> bool {
    !words.trim().is_empty() && words.trim().chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

/// What the TOML parser did not understand. Its own words are English and about grammar; the commonest slips of a hand
/// edit are named in ours.
#[must_use]
pub fn syntax(error: &toml::de::Error, text: &str) -> ReadProblem {
    let span = error.span().unwrap_or(0..0);
    let message = clean(error.message());
    let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or("");
    let help = if message.contains("invalid date") || message.contains("invalid time") {
        Text::fixed("日期写作 2025-03-01，须是日历上有的一天", "write a day as 2025-03-01; it must be one of the calendar")
    } else if line.contains(['“', '”', '‘', '’', '＂']) {
        Text::fixed("引号须用英文半角 \"…\"", "use straight ASCII quotes \"…\"")
    } else if line.contains('＝') {
        Text::fixed("等号须用英文半角 =", "use an ASCII =")
    } else if message.contains("unclosed array") || is_in_list(text, line_start) {
        Text::fixed("列表须以 ] 结束", "end the list with ]")
    } else if message.contains("duplicate key") {
        Text::fixed("同一个键只能写一次，请删去一处", "a key may stand only once; remove one of them")
    } else if line.split_once('=').is_some_and(|(_, value)| matches!(value.trim(), "是" | "否" | "有" | "无" | "yes" | "no"))
    {
        Text::fixed("是或否写作 true 或 false，不加引号", "write yes or no as true or false, without quotes")
    } else if line.split('=').nth(1).is_some_and(|value| !value.trim().is_empty() && !value.trim_start().starts_with(['"', '\'']))
    {
        Text::fixed("文字须用双引号括起；日期写作 2025-03-01", "put text in double quotes; write a day as 2025-03-01")
    } else {
        Text::fixed("每行写作：键 = 值", "write each line as: key = value")
    };
    // The parser's own words are English.
    ReadProblem { span, what: tr!("不合 TOML 语法"; "not valid TOML ({message})"), help }
}
