//! What the world outside gives to an operation: asked for once, by whoever runs it.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Utc};

use crate::git::Programs;
use crate::model::field::Lies;
use crate::model::{Day, Mechanism};
use crate::store::facts::FactsCache;
use crate::store::{LoadProgress, RecordMemory};
use crate::text::Text;

/// The moment, the programs and the folders of the person for whom something is done. No operation asks the system for any of them.
#[derive(Clone)]
pub struct Environment<'a> {
    /// This moment. Each register turns it to its own zone.
    pub now: DateTime<Utc>,
    /// How the installed git is run for this person.
    pub programs: Programs,
    /// The person's own folder, in which keys lie; none where the system knows none.
    pub home: Option<PathBuf>,
    /// The unit for which this computer acts, by any of its names, where it was told; a clone may have joined for one besides.
    pub unit: Option<String>,
    /// Where facts of registers are kept between runs; off keeps nothing.
    pub facts: FactsCache,
    /// What is remembered of records while the program runs; a command remembers nothing.
    pub records: RecordMemory,
    /// Who is told how far something has come.
    pub progress: &'a dyn Progress,
}

impl<'a> Environment<'a> {
    /// That of a program which has no person before it: nothing is cached, and no program finds settings of anybody.
    #[must_use]
    pub fn unattended(now: DateTime<Utc>, progress: &'a dyn Progress) -> Self {
        Self {
            now,
            programs: Programs::in_environment(std::iter::empty(), false),
            home: None,
            unit: None,
            facts: FactsCache::off(),
            records: RecordMemory::default(),
            progress,
        }
    }
}

impl Environment<'_> {
    /// This moment in a register's zone.
    #[must_use]
    pub fn now_in(&self, mechanism: &Mechanism) -> DateTime<FixedOffset> {
        self.now.with_timezone(&mechanism.file.time_zone.offset())
    }

    /// Today in a register's zone.
    #[must_use]
    pub fn today_in(&self, mechanism: &Mechanism) -> Day {
        Day::from_date(self.now_in(mechanism).date_naive())
    }

    /// The day as of which somebody asks, as people write it (2025-12-31, 12月31日); today where nothing is said.
    ///
    /// # Errors
    /// It is no day.
    pub fn day_asked(&self, given: Option<&str>, mechanism: &Mechanism) -> Result<Day, Text> {
        let today = self.today_in(mechanism);
        given.map_or(Ok(today), |given| Day::said(given, today, Lies::Behind))
    }
}

/// Who is told how far an operation has come.
pub trait Progress: Sync {
    /// What is done next.
    fn step(&self, what: &Text);
    /// Nothing is being done that anybody waits for: what is asked next has the screen to itself.
    fn rest(&self);
    /// Where what reads files says how many it has read.
    fn count(&self) -> &LoadProgress;
}

/// Nobody watches.
#[derive(Debug, Default)]
pub struct Unwatched {
    count: LoadProgress,
}

impl Progress for Unwatched {
    fn step(&self, _: &Text) {}

    fn rest(&self) {}

    fn count(&self) -> &LoadProgress {
        &self.count
    }
}
