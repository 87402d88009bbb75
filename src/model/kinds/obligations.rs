//! `obligations.toml`: what the regulation asks, of whom, with what force, and which rules judge it.

use std::fmt;
use std::str::FromStr;

use crate::model::field::{Shape, words};
use crate::model::record::record;
use crate::model::value::scalar;
use crate::model::{ClauseKey, Day, Leaf, Line, Pattern, SystemId, UnitId, YearDay};
use crate::text::{Text, clean};
use crate::tr;

words! {
    /// How strongly a clause asks.
    pub enum Force {
        /// 应、要、须、由…、至少、请…: not followed is 未落实.
        Must = "must", "应当", "must";
        /// 原则上: not followed is 提醒, and may be waived.
        InPrinciple = "in-principle", "原则上", "in principle";
        /// 可、视情况: not followed is 建议.
        May = "may", "可以", "may";
        /// Defines or founds; not followed is 提醒.
        Basis = "basis", "界定", "definition";
    }
}

/// The id of an obligation: O1 … O45.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObligationId(u16);

impl fmt::Display for ObligationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "O{}", self.0)
    }
}

impl FromStr for ObligationId {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let number = given.strip_prefix(['O', 'o']).and_then(|digits| digits.parse().ok()).filter(|n| *n > 0);
        number.map(Self).ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”不是义务编号，应如 O4"; "\"{given}\" is not the id of an obligation, such as O4")
        })
    }
}

scalar!(ObligationId, Shape::Pattern(Pattern::Obligation), |id| Leaf::Obligation(*id));

/// Who has to act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The office.
    Office,
    /// Every member of the system.
    Members,
    /// The unit that owns the record.
    Owner,
    /// The joint enforcement team.
    Team,
    /// One unit.
    Unit(UnitId),
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Office => f.write_str("office"),
            Self::Members => f.write_str("members"),
            Self::Owner => f.write_str("owner"),
            Self::Team => f.write_str("team"),
            Self::Unit(unit) => unit.fmt(f),
        }
    }
}

impl FromStr for Actor {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        Ok(match given {
            "office" => Self::Office,
            "members" => Self::Members,
            "owner" => Self::Owner,
            "team" => Self::Team,
            unit => Self::Unit(unit.parse()?),
        })
    }
}

scalar!(Actor, Shape::Pattern(Pattern::Actor), |actor| Leaf::Actor(actor));

record! {
    /// One thing that the regulation asks.
    pub struct Obligation {
        id: ObligationId = "编号", "id";
        /// The clause that asks it.
        clause: ClauseKey = "条款", "clause";
        /// What it is, in a few words.
        title: Line = "要点", "title";
        title_en: Line = "英文要点", "title in English";
        /// The words of the clause that ask it.
        text: Line = "原文", "text";
        who: Actor = "责任主体", "who";
        /// The clause names nobody: who has to act is read from what it says elsewhere.
        who_inferred: bool = "条文未列明主体", "who is not named in the clause";
        /// How strongly it is asked.
        force: Force = "效力", "force";
        /// The system that it belongs to.
        system: Option<SystemId> = "所属制度", "system";
        /// The names of the rules whose evidence counts for it.
        counts: Vec<Line> = "算作落实的规则", "rules whose evidence counts";
        /// The names of the rules whose findings break it.
        breaks: Vec<Line> = "算作未落实的规则", "rules whose findings break it";
        /// What a register of format 1 has in place of both.
        rules: Vec<Line> = "判定规则（第 1 版格式）", "rules (format 1)";
        /// Why no program can judge it, where none does.
        reason: Option<Line> = "不能判定的理由", "reason";
        reason_en: Option<Line> = "理由（英文）", "reason in English";
        /// A day that the clause itself names.
        due: Option<Day> = "条款所定日期", "day named", ahead;
        /// A day by which the clause asks it of every year.
        due_yearly: Option<YearDay> = "每年期限", "day of every year";
        /// From when it holds, where not from the first edition.
        since: Option<Day> = "起", "since", near;
        until: Option<Day> = "止", "until", near;
    }
}

impl Obligation {
    /// Whether it held on a day of the mechanism.
    #[must_use]
    pub fn holds(&self, on: Day) -> bool {
        self.since.is_none_or(|since| since <= on) && self.until.is_none_or(|until| on <= until)
    }

    /// Whether any rule judges it.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        !(self.counts.is_empty() && self.breaks.is_empty())
    }

    /// Whether the evidence of a rule counts for it.
    #[must_use]
    pub fn counts(&self, rule: &str) -> bool {
        self.counts.iter().any(|name| name.as_str() == rule)
    }

    /// Whether what a rule finds breaks it.
    #[must_use]
    pub fn breaks(&self, rule: &str) -> bool {
        self.breaks.iter().any(|name| name.as_str() == rule)
    }

    /// Whether a rule judges it, by its evidence or by what it finds.
    #[must_use]
    pub fn names(&self, rule: &str) -> bool {
        self.counts(rule) || self.breaks(rule)
    }
}

record! {
    /// All of them.
    pub struct ObligationsFile {
        obligation: Vec<Obligation> = "义务", "obligation";
    }
}
