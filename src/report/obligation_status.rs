//! How an obligation stands in a year, as a value with a state and a light.

use serde::Serialize;

use super::light::Light;
use super::named::Named;
use crate::model::{Actor, Line, Mechanism, Obligation};
use crate::rules::Level;
use crate::text::Text;
use crate::tr;

/// How an obligation stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "level")]
pub enum ObligationState {
    /// The register shows that it was carried out.
    Met,
    /// The same, after its term.
    MetLate,
    /// It was not, and a waiver that holds says why.
    Waived,
    /// The period runs on.
    Open,
    /// The period soon ends.
    NearDue,
    /// The register does not show it; how much that weighs.
    Unmet(Level),
    /// The clause only defines or allows, so that nothing is left undone: what is found beside it, as advice or a reminder.
    Advised(Level),
    /// The clause defines what something is; there is nothing to carry out.
    Defined,
    /// The clause allows it: to use it and not to use it both follow the clause.
    Allowed,
    /// It is asked on an occasion, and the register shows none.
    NotSeen,
    /// The text was not in force, or the period was exempt.
    NotApplicable,
    /// The register was not kept then, or does not show whether what it has fulfils the clause.
    Unknown,
    /// No program can judge it.
    NotJudged,
}

impl ObligationState {
    /// Every one, with the level that it has of itself.
    pub const ALL: &'static [Self] = &[
        Self::Met,
        Self::MetLate,
        Self::Waived,
        Self::Open,
        Self::NearDue,
        Self::Unmet(Level::Unmet),
        Self::Advised(Level::Advice),
        Self::Defined,
        Self::Allowed,
        Self::NotSeen,
        Self::NotApplicable,
        Self::Unknown,
        Self::NotJudged,
    ];

    /// How much it weighs, where something is found.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Unmet(level) | Self::Advised(level) => Some(level),
            _ => None,
        }
    }

    /// Whether something is lacking, or soon will be.
    pub(super) fn is_lacking(self) -> bool {
        match self {
            Self::NearDue => true,
            Self::Unmet(level) | Self::Advised(level) => Level::Advice < level,
            _ => false,
        }
    }

    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Met => Text::fixed("已落实", "met"),
            Self::MetLate => Text::fixed("已落实（逾期）", "met late"),
            Self::Waived => Text::fixed("已作说明", "waived"),
            Self::Open => Text::fixed("进行中", "open"),
            Self::NearDue => Text::fixed("临近到期", "near due"),
            Self::Unmet(level) | Self::Advised(level) => level.label(),
            Self::Defined => Text::fixed("定义性条款", "definition"),
            Self::Allowed => Text::fixed("准许性条款", "permission"),
            Self::NotSeen => Text::fixed("未见情形", "no occasion"),
            Self::NotApplicable => Text::fixed("不适用", "not applicable"),
            Self::Unknown => Text::fixed("情况不明", "unknown"),
            Self::NotJudged => Text::fixed("不由程序判定", "not judged"),
        }
    }
}

/// How one obligation stands in a year, with what shows it.
#[derive(Debug, Clone, Serialize)]
pub struct ObligationStatus {
    /// Its id (`O7`).
    pub id: String,
    /// What it is about, in a few words.
    pub title: Text,
    /// The clause, as files cite it.
    pub clause: String,
    /// The clause, as papers cite it.
    pub clause_path: String,
    /// The words of the clause that ask it.
    pub quote: String,
    /// How strongly it is asked.
    pub force: &'static str,
    /// Its state in the year, by its name in JSON.
    #[serde(flatten)]
    pub state: ObligationState,
    /// Its light; none where there is nothing to judge.
    pub light: Option<Light>,
    /// How many facts it rests on.
    pub count: usize,
    /// How many the periods of the year that have begun ask for together, where a number is asked.
    pub least: Option<u32>,
    /// The facts, oldest first; of more than [`ObligationStatus::EVIDENCE`] the first.
    pub evidence: Vec<Named>,
    /// How much is asked whose term still runs.
    pub pending: usize,
    /// What else is to be known: days left, the waiver, why it is not judged.
    pub note: Text,
}

impl ObligationStatus {
    /// How many pieces of evidence are named; all are counted. A year of ten thousand notices is not read name by name.
    pub const EVIDENCE: usize = 100;
}

/// What one unit did of something that the regulation asks of all together.
#[derive(Debug, Clone, Serialize)]
pub struct UnitCount {
    /// What the system is called (联席会议).
    pub system: Text,
    /// The id of the unit (`gongan`).
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// How many the register shows.
    pub count: usize,
}

/// What an obligation is, in both languages.
pub(super) fn title(obligation: &Obligation) -> Text {
    Text::new(obligation.title.as_str().to_owned(), obligation.title_en.as_str().to_owned())
}

/// Why no program can judge an obligation.
pub(super) fn reason(obligation: &Obligation) -> Text {
    let words = |line: &Option<Line>| line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned());
    Text::new(words(&obligation.reason), words(&obligation.reason_en))
}

/// Who has to act, in words.
pub(super) fn actor(obligation: &Obligation, mechanism: &Mechanism) -> Text {
    let who = match &obligation.who {
        Actor::Office => Text::same(mechanism.short(mechanism.office())),
        Actor::Members => Text::fixed("各成员单位", "every member"),
        Actor::Owner => Text::fixed("登记单位", "the unit that files"),
        Actor::Team => Text::fixed("联合执法工作组", "the joint enforcement team"),
        Actor::Unit(unit) => Text::same(mechanism.short(unit)),
    };
    if obligation.who_inferred { tr!("{who}（条文未列明主体）"; "{who} (the clause names nobody)") } else { who }
}
