//! Words for people: both languages at once, display width, and texts from records made safe for a terminal.

mod clean;
mod command;
mod count;
mod digits;
mod disk;
mod nearest;
mod shell;
mod spelling;
mod telling;
mod variants;
mod width;
mod word_signs;
mod words;

pub use clean::{clean, clean_lines};
pub(crate) use clean::{has_unsafe, is_unsafe};
pub use command::{CommandLine, CommandPart, OPEN};
pub use count::english_count;
pub use digits::chinese_digit;
pub use disk::disk;
pub use nearest::{is_slip, nearest};
pub use shell::{shell_word, shell_words};
pub use spelling::{SpelledSign, name_as_read, spelled_signs};
pub use telling::{FieldName, SaidPiece, Telling};
pub use width::{clip, pad, width};
pub use word_signs::{GAP, WordSign, closing, word_signs};
pub(crate) use words::{is_in_official_word, word_ends};

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// The language that a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese, the language of the users.
    #[default]
    Zh,
    /// English, on request.
    En,
}

/// Something said in both languages. Only `render` and `cli` choose one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Text {
    /// A text known when the program is written.
    #[must_use]
    pub const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// Yes, or no.
    #[must_use]
    pub const fn yes_or_no(yes: bool) -> Self {
        if yes { Self::fixed("是", "yes") } else { Self::fixed("否", "no") }
    }

    /// A text made at run time; what [`tr!`](crate::tr) expands to.
    #[must_use]
    pub fn new(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    /// The same words in both languages: a name, a number, a quotation from the regulation.
    #[must_use]
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { zh: Cow::Owned(words.clone()), en: Cow::Owned(words) }
    }

    /// The words in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The Chinese words, for formatting into a Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The English words, for formatting into an English sentence.
    #[must_use]
    pub fn en(&self) -> &str {
        &self.en
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty()
    }

    /// Several texts as one, with `zh` or `en` between them.
    pub fn join<'a>(texts: impl IntoIterator<Item = &'a Self>, zh: &str, en: &str) -> Self {
        let (mut left, mut right) = (String::new(), String::new());
        for (position, text) in texts.into_iter().enumerate() {
            if position > 0 {
                left.push_str(zh);
                right.push_str(en);
            }
            left.push_str(&text.zh);
            right.push_str(&text.en);
        }
        Self::new(left, right)
    }
}

/// In a JSON report every text is an object of both languages, so that a report does not depend on `--lang`.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("zh", &*self.zh)?;
        map.serialize_entry("en", &*self.en)?;
        map.end()
    }
}

/// As an error, a text is printed in Chinese unless `cli` asks for the other language.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.zh)
    }
}

impl std::error::Error for Text {}

/// `tr!("中文 {x}"; "English {x}")`: a [`Text`](crate::text::Text) whose two format strings the compiler checks, so that no
/// translation can be missing.
#[macro_export]
macro_rules! tr {
    ($zh:literal ; $en:literal $(, $($arg:tt)*)?) => {
        $crate::text::Text::new(format!($zh $(, $($arg)*)?), format!($en $(, $($arg)*)?))
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_both_languages() {
        let n = 3;
        let text = tr!("还剩 {n} 个工作日"; "{n} working days left");
        assert_eq!(text.get(Lang::Zh), "还剩 3 个工作日");
        assert_eq!(text.get(Lang::En), "3 working days left");
        assert_eq!(Text::join([&text, &text], "、", ", ").en(), "3 working days left, 3 working days left");
    }
}
