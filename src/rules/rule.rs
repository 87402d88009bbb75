//! What a rule is: a static with its code, its name, its explanation and one function.

use std::collections::BTreeSet;

use super::reach::Reach;
use super::scope::Scope;
use crate::model::{Day, FiledPath, Ledger, RecordPath};
use crate::text::Text;

/// One rule, declared in one file.
#[derive(Debug)]
pub struct Rule {
    /// A letter and a number, never given to another rule: a test lists all that ever were.
    pub code: &'static str,
    /// The fault that it finds, in kebab case; what `obligations.toml` names.
    pub name: &'static str,
    /// What it is about: form, the whole, or conduct.
    pub nature: RuleNature,
    /// The fault in a few words.
    pub title: Text,
    /// When it fires, and when it does not.
    pub fires: Text,
    /// What it takes for evidence that the duty was carried out; none where nothing that it looks at shows that.
    pub proves: Option<Text>,
    /// What to do about it.
    pub remedy: Text,
    /// How far it looks from what it finds something of.
    pub reach: Reach,
    /// What it looks at, and the function that does.
    pub scope: Scope,
}

/// What a rule is about, and whether it may stop a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleNature {
    /// What cannot be understood, pointed at or be so: may stop a filing.
    Form {
        /// The format of the register from which on it does. In one of an older format it reminds, since what was filed was lawful then.
        since: u32,
    },
    /// What several files make impossible together: weighs as form, and stops no filing, for files are mended one by one.
    Whole,
    /// What may well be so, and is looked at again: reminds at most, and stops no filing.
    Remark,
    /// What the regulation asks: never stops anything.
    Conduct,
}

impl RuleNature {
    /// Whether it is about form.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(self, Self::Form { .. } | Self::Whole | Self::Remark)
    }
}

/// What everything is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Everything that was filed, or that part of it that the question needs.
    pub ledger: &'a Ledger,
    /// The day as of which is judged: what lies after it has not happened yet.
    pub today: Day,
    /// The real day of the calendar, before which nothing lies in the future.
    pub now: Day,
    /// What rests on a signature that nobody has verified here.
    pub unverified: &'a Unverified,
}

/// The records whose signatures nobody has verified here. What rests on a signature is unknown in them, neither met nor at fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Unverified {
    /// None; or no obligation rests on a signature.
    #[default]
    Nothing,
    /// These; of all others the signatures are verified.
    Records(BTreeSet<RecordPath>),
    /// All: nobody has verified anything here yet.
    Everything,
}

impl Unverified {
    /// Whether a record is among them.
    #[must_use]
    pub fn holds(&self, path: &FiledPath) -> bool {
        match self {
            Self::Nothing => false,
            Self::Records(records) => records.contains(&RecordPath::Filed(path.clone())),
            Self::Everything => true,
        }
    }
}
