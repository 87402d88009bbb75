//! What can be done with a register: a Request in, a serialisable Outcome out. The command line calls these operations, and so may
//! another program, a page or a test: nothing here knows arguments, a language, a stream, the clock or the environment.

pub mod check;
mod clause;
mod deadlines;
mod duty;
mod environment;
mod explain;
mod failure;
mod ledger;
mod list;
mod loaded;
mod paper;
pub mod reference;
mod register;
mod report;
mod rules;
mod show;
mod unverified;

pub use check::{CheckOutcome, CheckRequest, CheckedYear, FixFinder, JudgedRegister, check};
pub use clause::{ClauseRequest, clauses};
pub use deadlines::{DeadlinesOutcome, DeadlinesRequest, deadlines};
pub use duty::{DutyRequest, duties};
pub use environment::{Environment, Progress, Unwatched};
pub use explain::{ExplainRequest, explain};
pub use failure::{Failure, Result};
pub use ledger::{LedgerOutcome, LedgerRequest, draw_ledgers};
pub use list::{ListOutcome, ListRequest, list};
pub use loaded::{LoadedRegister, ledger, mechanism};
pub use paper::{MadePaper, PaperOutcome, PaperRequest, paper};
pub use reference::{RecordLookup, Resolver, Target};
pub use register::{Author, AuthorRequest, JOINED_UNIT, OnBehalf, Register};
pub use report::{ReportOutcome, ReportRequest, report};
pub use rules::rules;
pub use show::{DraftText, ShowOutcome, ShowRequest, show, show_file};
