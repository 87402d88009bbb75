//! How a person writes what a key holds.

use super::line_fields;
use crate::model::field::Shape;
use crate::text::Text;

/// That it may be said more than once.
#[must_use]
pub fn several(one: &Text) -> Text {
    Text::new(format!("{}；可写多次", one.zh()), format!("{}; may be repeated", one.en()))
}

/// What a person types there.
#[must_use]
pub fn how_to_write(shape: &Shape) -> Text {
    match shape {
        Shape::Day => Text::fixed("日期，如 2025-03-01、3月1日、今天", "a day, such as 2025-03-01 or today"),
        Shape::Moment => Text::fixed("日期和时间，如 “3月1日 18:30”", "a day and time, such as \"2025-03-01 18:30\""),
        Shape::Reference => {
            Text::fixed("记录，如 公安/3 加类别、矿山名或路径", "a record or mine, such as hazards/2025/yingji/001")
        }
        Shape::Word(words) => {
            let zh: Vec<&str> = words.iter().map(|word| word.zh).collect();
            let en: Vec<&str> = words.iter().map(|word| word.id).collect();
            Text::new(zh.join("、"), en.join(", "))
        }
        Shape::List(item) => several(&how_to_write(item)),
        Shape::Table(fields) => {
            let zh: Vec<String> = line_fields(fields).map(|field| field.zh.to_owned()).collect();
            let en: Vec<String> = line_fields(fields).map(|field| field.key.to_owned()).collect();
            Text::new(
                format!("依次为 {}，以逗号隔开，或 项=值", zh.join("，")),
                format!("{} in this order, or key=value", en.join(",")),
            )
        }
        Shape::Pattern(pattern) => pattern.expected(),
        Shape::Line | Shape::Prose => Text::fixed("文字", "text"),
        Shape::Flag => Text::yes_or_no(true),
        Shape::Listed(_) => shape.expected(),
        Shape::Count => Text::fixed("数字", "a number"),
    }
}
