//! An item of a list that the regulation has, by its number there: what a notice tells (四（二）), what an item of an agenda is for (二（三）).
//! Files hold the number; people are shown the words beside it.

use std::fmt;

use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;

use super::clause_key::said_number;
use super::field::{RegulationList, Shape};
use super::leaf::Leaf;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::value::{Value, leaf};

/// The number of an item as it is typed, printed or was shown: 2, 二, （二）, 第二, and 2（…）.
#[must_use]
pub fn listed_number(given: &str) -> Option<u8> {
    let plain = super::to_half_width(given);
    let number = plain.split_once('(').filter(|(number, words)| !number.is_empty() && words.ends_with(')'));
    let number = number.map_or(plain.as_str(), |(number, _)| number).trim();
    let printed = || {
        let inner = number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(number);
        said_number(inner.strip_prefix('第').unwrap_or(inner).trim_end_matches(['、', '.', '是']))
    };
    number.parse().ok().or_else(printed)
}

macro_rules! listed {
    ($(#[$meta:meta] $name:ident: $list:ident)+) => {$(
        #[$meta]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub u8);

        impl Value for $name {
            const SHAPE: Shape = Shape::Listed(RegulationList::$list);

            leaf!(|item| Leaf::Listed(RegulationList::$list, item.0));

            fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
                u8::read(value, reader).map(Self)
            }

            fn write_inline(&self, out: &mut String) {
                self.0.write_inline(out);
            }

            fn pack(&self, packer: &mut Packer) {
                self.0.pack(packer);
            }

            fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
                u8::unpack(packed).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    )+};
}

listed! {
    /// Which of the contents that the regulation lists a notice has, from 1.
    NoticeContent: Contents
    /// Which of the tasks of meetings that the regulation lists an item of an agenda belongs to, from 1.
    MeetingTask: Tasks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_known_by_its_number_however_it_was_shown() {
        for given in
            ["2", " ２ ", "2（执法检查发现的重大隐患问题）", "2(other)", "二", "（二）", "(2)", "第二", "二、", "二（重大隐患）"]
        {
            assert_eq!(listed_number(given), Some(2), "{given}");
        }
        for given in ["", "二三", "2-3", "2（", "（二", "300", "2条（共3条）", "（）", "第"] {
            assert_eq!(listed_number(given), None, "{given}");
        }
    }
}
