//! What was found, and what is asked, as values with their weight; nothing here prints or decides an exit code.

use super::level::Level;
use super::rule::Rule;
use crate::model::{ClauseKey, Day, Kind, ObligationId, RecordPath, ResponseKind, UnitId};
use crate::text::Text;

/// What has to be filed so that a fault is no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// The key that was found at fault.
    Here,
    /// Another key of the same record.
    At(&'static str),
    /// A new record; where a key is named, it points there at the one at fault.
    New(Kind, Option<&'static str>),
    /// A new record of another unit, which only people can name.
    Elsewhere(Kind),
    /// A word on the record at fault.
    Response(ResponseKind),
    /// Something that people have to find out first: no command files it.
    Unknown,
}

/// One thing that a rule found, with its weight by the mechanism.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that says so.
    pub rule: &'static Rule,
    /// The file that it is about; `mechanism` where no record is there to blame.
    pub record: RecordPath,
    /// At which key of it (`to[0].why`); empty for the record as a whole.
    pub key: String,
    /// The day of the fact, by whose text it is judged.
    pub on: Day,
    /// The first day on which something was lacking; the day of the fact where the duty ends with its day or period.
    pub since: Day,
    /// The last day on which it was lacking: the day judged while it still can be done.
    pub until: Day,
    /// The last day of the term that it has gone past, where the clause, a record or an adopted setting fixes one. A term that nobody
    /// adopted is none.
    pub term: Option<Day>,
    /// The unit that has to act.
    pub actor: UnitId,
    /// The unit whose matter it was, where that has ended and the acting one took over from it.
    pub taken_over_from: Option<UnitId>,
    /// The force of the clause, or less where the rule says so.
    pub level: Level,
    /// Which obligation it is about.
    pub obligation: Option<ObligationId>,
    /// The clause of that obligation.
    pub clause: Option<ClauseKey>,
    /// What is so, in one sentence.
    pub what: Text,
    /// Whether a thing was done, but after its term.
    pub late: bool,
    /// Whether it had been done in time and was undone from the first of its days on.
    pub lapsed: bool,
    /// Whether it is somebody else's silence: shown beside the duty, and no breach of whoever did their part.
    pub beside: bool,
    /// What has to be filed so that it is no more.
    pub fix: Fix,
    /// The kinds of record besides its fix that would mend it; none where no file that cannot be read could.
    pub(super) mending: Option<&'static [Kind]>,
}

impl Finding {
    /// Whether something was lacking in a year: what lasts is a finding of every year that it reaches.
    #[must_use]
    pub fn reaches(&self, year: u16) -> bool {
        (self.since.year()..=self.until.year()).contains(&year)
    }
}

/// One thing that is asked of a unit and that is not at fault yet: its term still runs.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The rule that says so.
    pub rule: &'static Rule,
    /// The file that it is about; `mechanism` where no record is there to blame.
    pub record: RecordPath,
    /// At which key of it it will be recorded; empty for the record as a whole.
    pub key: String,
    /// The day of the fact, by which it belongs to a period.
    pub on: Day,
    /// The last day on which it is in time.
    pub due: Day,
    /// The unit that has to act.
    pub actor: UnitId,
    /// The unit whose matter it was, where that has ended and the acting one took over from it.
    pub taken_over_from: Option<UnitId>,
    /// How much it will weigh should it not be done.
    pub level: Level,
    /// The obligation that asks it, as it stood on the day of the fact.
    pub obligation: ObligationId,
    /// The clause of that obligation.
    pub clause: ClauseKey,
    /// What is to be done.
    pub what: Text,
    /// What has to be filed.
    pub fix: Fix,
}

impl Pending {
    /// What will be found should it not be done.
    #[must_use]
    pub fn as_finding(&self) -> Finding {
        Finding {
            rule: self.rule,
            record: self.record.clone(),
            key: self.key.clone(),
            on: self.on,
            since: self.on,
            until: self.due,
            term: None,
            actor: self.actor.clone(),
            taken_over_from: self.taken_over_from.clone(),
            level: self.level,
            obligation: Some(self.obligation),
            clause: Some(self.clause),
            what: self.what.clone(),
            late: false,
            lapsed: false,
            beside: false,
            fix: self.fix,
            mending: None,
        }
    }
}
