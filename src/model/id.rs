//! Names that a path can hold: units, bodies, mines, systems. Each is a type of its own, so that one cannot stand for
//! another.

use compact_str::CompactString;

use super::field::Shape;
use super::leaf::Leaf;
use super::pattern::Pattern;
use crate::text::{Text, clean};
use crate::tr;

/// Letters, digits and hyphens, beginning with a letter, at most 40: what every file system keeps apart.
fn check_id(given: &str) -> Result<CompactString, Text> {
    const LONGEST: usize = 40;
    let begins = given.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    let consists = given.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !begins || !consists || given.len() > LONGEST {
        let given = clean(given);
        return Err(tr!(
            "“{given}”不能作代号：用小写字母、数字和 -，以字母开头，不超过 {LONGEST} 个";
            "\"{given}\" cannot be an id: lower-case letters, digits and -, beginning with a letter, at most {LONGEST}"
        ));
    }
    if is_reserved(given) {
        return Err(tr!(
            "“{given}”是 Windows 的保留名，不能作代号";
            "\"{given}\" is a reserved name on Windows and cannot be an id"
        ));
    }
    Ok(CompactString::new(given))
}

/// Names that Windows gives to devices: a folder of that name cannot be checked out there.
fn is_reserved(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || name
            .strip_prefix("com")
            .or_else(|| name.strip_prefix("lpt"))
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident: $pattern:ident => $leaf:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(CompactString);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Text;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                check_id(given).map(Self)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        crate::model::value::scalar!($name, Shape::Pattern(Pattern::$pattern), $leaf);
    )+};
}

ids! {
    /// A unit that owns folders: one of the members, or the office.
    UnitId: Unit => |id| Leaf::Unit(id);
    /// A mine.
    MineId: Mine => |id| Leaf::Mine(id);
    /// A system of the mechanism: joint meeting, joint enforcement, information notice, or another district's fourth.
    SystemId: System => |id| Leaf::System(id);
    /// A body: a unit, or one that owns no folder.
    BodyId: Body => |id| Leaf::Body(id);
}

impl UnitId {
    /// What sorts before every unit, and is none.
    pub(super) const LEAST: Self = Self(CompactString::const_new(""));
}

/// Whoever can be told, invited or asked: a unit, a body without a folder, or a mine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A unit or a body; which of them, the register knows.
    Body(BodyId),
    /// The enterprise that runs a mine, written `mines/…`.
    Mine(MineId),
}

impl Party {
    /// Whether this is that unit.
    #[must_use]
    pub fn is_unit(&self, unit: &UnitId) -> bool {
        matches!(self, Self::Body(body) if body.as_str() == unit.as_str())
    }

    /// The unit of the same id, should it be one.
    #[must_use]
    pub fn as_unit(&self) -> Option<UnitId> {
        match self {
            Self::Body(body) => Some(UnitId(body.0.clone())),
            Self::Mine(_) => None,
        }
    }
}

impl From<UnitId> for Party {
    fn from(unit: UnitId) -> Self {
        Self::Body(BodyId(unit.0))
    }
}

impl std::fmt::Display for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Body(body) => body.fmt(f),
            Self::Mine(mine) => write!(f, "mines/{mine}"),
        }
    }
}

impl std::str::FromStr for Party {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given.strip_prefix("mines/") {
            Some(mine) => mine.parse().map(Self::Mine),
            None => given.parse().map(Self::Body),
        }
    }
}

super::value::scalar!(Party, Shape::Pattern(Pattern::Party), |party| Leaf::Party(party));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_every_file_system_keeps_apart() {
        for good in ["gongan", "mine-2", "a"] {
            assert!(good.parse::<UnitId>().is_ok(), "{good}");
        }
        for bad in ["", "Gongan", "2a", "a_b", "con", "com1", "公安", "../x", "a/b", &"a".repeat(41)] {
            assert!(bad.parse::<UnitId>().is_err(), "{bad}");
        }
        assert_eq!("mines/dashan".parse::<Party>().map(|p| p.to_string()), Ok("mines/dashan".into()));
    }
}
