//! What every happening has, whatever its kind.

use super::clause_key::ClauseKey;
use super::content::Content;
use super::date::Day;
use super::doc_number::DocNumber;
use super::field::words;
use super::id::{SystemId, UnitId};
use super::key_path::KeyPath;
use super::kinds::Carrier;
use super::leaf::Leaf;
use super::leaf_groups::LeafGroups;
use super::line::Line;
use super::prose::Prose;
use super::record::record;

words! {
    /// Whether a record may be read outside the circle. State secrets have no word here: they must not be in a register.
    pub enum Secrecy {
        Public = "public", "公开", "public";
        /// For the circle only (四（五）).
        Internal = "internal", "内部", "internal";
    }
}

words! {
    /// 紧急程度 of an official paper (GB/T 9704-2012, 7.2.3).
    pub enum Urgency {
        Urgent = "urgent", "加急", "urgent";
        MostUrgent = "most-urgent", "特急", "most urgent";
    }
}

record! {
    /// A paper that is kept elsewhere: its name, what it hashes to, and where it is.
    pub struct Attachment {
        /// What the file is called.
        name: Line = "名称", "name";
        /// The SHA-256 of its bytes, in lower-case hexadecimal.
        sha256: Option<Line> = "SHA-256", "SHA-256";
        kept: Option<Line> = "存放处", "kept at";
    }
}

record! {
    /// A slip of the keyboard mended after issue.
    pub struct Amendment {
        on: Day = "日期", "on";
        keys: Vec<Line> = "更正项", "keys";
        reason: Line = "原因", "reason";
    }
}

record! {
    /// Who had a paper printed, and when (GB/T 9704-2012, 7.4.3: 印发机关和印发日期, that is, 送印): seldom the issuer's own name or day.
    pub struct Printing {
        by: Option<Line> = "送印机关", "printed by";
        on: Option<Day> = "送印日期", "printed on";
    }
}

impl Printing {
    /// That it is printed once it is dated.
    pub(crate) fn push_sequence(this: Option<&Self>, list: &mut Vec<Sequence>, first: (&str, Option<Day>), key: &str) {
        Sequence::push(list, first, (key, this.and_then(|printing| printing.on)));
    }
}

/// Two days of a record that can only come in one order, and come in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence {
    /// The key and day that come first.
    pub first: (String, Day),
    /// The key and day that come after, or on the same day.
    pub then: (String, Day),
}

impl Sequence {
    /// That `first` cannot lie after `then`: told of where it does. Nothing is made of the many that are in order.
    pub(crate) fn push(list: &mut Vec<Self>, first: (impl Into<String>, Option<Day>), then: (impl Into<String>, Option<Day>)) {
        if let (Some(first_day), Some(then_day)) = (first.1, then.1)
            && first_day > then_day
        {
            list.push(Self { first: (first.0.into(), first_day), then: (then.0.into(), then_day) });
        }
    }
}

/// An official paper that a record speaks of: what a register of outgoing papers lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberedPaper<'a> {
    /// The key of its number.
    pub key: &'static str,
    /// Its number.
    pub number: &'a DocNumber,
    /// The day it bears.
    pub issued: Option<Day>,
    /// Whether it may be numbered by issue instead (第3期), as minutes are: such a number comes again every year.
    pub by_issue: bool,
}

impl<'a> NumberedPaper<'a> {
    /// A paper, should it have its number.
    pub(crate) fn numbered(key: &'static str, number: Option<&'a DocNumber>, issued: Option<Day>) -> Option<Self> {
        number.map(|number| Self { key, number, issued, by_issue: false })
    }
}

/// A paper of a record that lists what else the record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListingPaper {
    /// The keys and lists that it tells.
    pub lists: &'static [&'static str],
    /// Where its day stands.
    pub key: &'static str,
    /// The day on which it went out.
    pub issued: Day,
    /// What it is called in Chinese, as the record's own words have it.
    pub name: &'static str,
}

impl ListingPaper {
    /// Whether a key is one that it tells, or an item of such a list as a whole.
    #[must_use]
    pub fn tells(&self, key: &KeyPath) -> bool {
        let whole = key.without_items();
        self.lists.iter().any(|list| whole == KeyPath::from(*list))
    }
}

/// What every kind says of itself as something that happens.
pub trait Happening: CommonFields + Sync {
    /// The day of the fact, by which it counts in a period; `None` while it has not happened.
    fn on(&self) -> Option<Day>;

    /// The day by whose text, and in whose year, anything is asked because of it: that of the fact, unless nobody can have known of it then.
    fn asked_on(&self) -> Option<Day> {
        self.on()
    }

    /// Whether it went out: a paper that has not may still change.
    fn is_issued(&self) -> bool {
        true
    }

    /// Its days that come in an order in which they cannot.
    fn sequences(&self) -> Vec<Sequence>;

    /// The number of each of its parts that can be referred to (`…#2`), with the key of the part.
    fn parts(&self) -> Vec<(String, u32)> {
        Vec::new()
    }

    /// The part in which a key lies, by its key and number.
    fn part_holding(&self, key: &str) -> Option<(String, u32)> {
        let holds = |at: &str| key.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.parts().into_iter().find(|(at, _)| holds(at))
    }

    /// What kind of system it carries out, and the one that it names; `None` for what carries out none.
    fn carries(&self) -> Option<(Carrier, Option<&SystemId>)> {
        None
    }

    /// The numbered papers that it speaks of.
    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        Vec::new()
    }

    /// The paper that went out with a list of what else the record holds; `None` while there is none.
    fn listing_paper(&self) -> Option<ListingPaper> {
        None
    }
}

/// What every happening may carry, whatever its kind.
pub trait CommonFields {
    /// Which of the duties of chapter one it carries out.
    fn duties(&self) -> &[ClauseKey];
    /// Whether it may be read outside the circle.
    fn secrecy(&self) -> Option<Secrecy>;
    /// A word on why it departs from what the regulation asks.
    fn because(&self) -> Option<&Prose>;
    /// Who entered it on behalf of its owner.
    fn entered_by(&self) -> Option<&UnitId>;
    /// The paper from which it was entered.
    fn source(&self) -> Option<&Line>;
    /// Papers kept elsewhere.
    fn attachments(&self) -> &[Attachment];
    /// Slips mended after issue.
    fn amended(&self) -> &[Amendment];
    /// Shows its leaves of some groups.
    fn leaves_of(&self, groups: LeafGroups, see: &mut dyn FnMut(&KeyPath, Leaf<'_>));
    /// Shows every leaf of it.
    fn leaves(&self, see: &mut dyn FnMut(&KeyPath, Leaf<'_>)) {
        self.leaves_of(LeafGroups::ALL, see);
    }
    /// What it holds.
    fn held(&self) -> Content<'_>;
}

/// Declares a kind of happening: a `record!` with the keys that every happening may carry.
macro_rules! happening {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)+ }) => {
        $crate::model::record::record! {
            $(#[$meta])*
            pub struct $name {
                $($body)+
                /// Which of the duties of chapter one it carries out.
                duties: Vec<$crate::model::ClauseKey> = "职责依据", "duties carried out", grows;
                /// Whether it may be read outside the circle; public where it does not say.
                secrecy: Option<$crate::model::Secrecy> = "公开属性", "secrecy";
                /// A word on why it departs from what the regulation asks.
                because: Option<$crate::model::Prose> = "情况说明", "because", fills, idle;
                /// Who entered it on behalf of the unit that owns it.
                entered_by: Option<$crate::model::UnitId> = "代录单位", "entered by";
                /// The paper from which it was entered on behalf of that unit.
                source: Option<$crate::model::Line> = "代录依据", "source";
                /// Papers kept elsewhere.
                attachments: Vec<$crate::model::Attachment> = "附件", "attachments", grows, idle;
                /// Slips of the keyboard that were mended after issue.
                amended: Vec<$crate::model::Amendment> = "更正记录", "amended", grows, idle;
            }
        }

        impl $crate::model::happening::CommonFields for $name {
            fn duties(&self) -> &[$crate::model::ClauseKey] { &self.duties }
            fn secrecy(&self) -> Option<$crate::model::Secrecy> { self.secrecy }
            fn because(&self) -> Option<&$crate::model::Prose> { self.because.as_ref() }
            fn entered_by(&self) -> Option<&$crate::model::UnitId> { self.entered_by.as_ref() }
            fn source(&self) -> Option<&$crate::model::Line> { self.source.as_ref() }
            fn attachments(&self) -> &[$crate::model::Attachment] { &self.attachments }
            fn amended(&self) -> &[$crate::model::Amendment] { &self.amended }
            fn leaves_of(
                &self,
                groups: $crate::model::LeafGroups,
                see: &mut dyn FnMut(&$crate::model::KeyPath, $crate::model::leaf::Leaf<'_>),
            ) {
                let mut walk = $crate::model::leaf_walk::LeafWalk::new($crate::model::KeyPath::default(), groups, see);
                $crate::model::value::Value::visit(self, &mut walk);
            }
            fn held(&self) -> $crate::model::Content<'_> {
                $crate::model::value::Value::content(self)
            }
        }
    };
}
pub(crate) use happening;
