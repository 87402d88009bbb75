//! Questions that people ask of a register, answered as plain serialisable values. `render` turns them into bytes.

mod answers;
mod broken;
mod changed;
mod check;
mod deadlines;
mod display;
mod duty_records;
mod editors;
mod entries;
mod evidence;
mod explanation;
mod folder;
mod kinds;
pub mod lake;
pub mod ledger;
mod light;
mod listing;
mod named;
mod obligation_status;
mod overdue;
mod page;
pub mod paper;
mod pending;
mod person;
mod position;
mod proofs;
mod question;
mod redaction;
pub mod returned;
mod running;
mod schema;
mod search;
mod surprise;
mod todo;
mod unfinished;
mod waived;
pub mod year;

pub use crate::rules::{HazardStage, Level, Promptness};
pub use answers::{Answers, FiledResponse, PartAnswers, UnitAnswers, UnitWord, answers};
pub use changed::{Changed, changed};
pub use check::{
    CheckReport, FindingView, FormerEdition, Heading, LevelCounts, UnconfirmedSetting, UnitFindings, check, findings,
};
pub use deadlines::{Deadline, DeadlineKind, coming, deadlines};
pub use duty_records::{DutyRecords, duty_records};
pub use editors::{EditorFile, SCHEMAS, editor_files, schema_name};
pub use entries::{EntryView, unconfirmed_entries};
pub use explanation::{
    ClauseView, DutyView, Explanation, ObligationView, RuleView, RuleWords, clauses, duties, explain, obligations, rules,
};
pub use folder::{FolderLine, FolderView};
pub use kinds::{FieldView, KindView, kinds};
pub use light::Light;
pub use listing::{Arrangement, Condition, Filter, Listing, ListingForm, NameMeant, TaskFilter, list, list_tasks};
pub use named::Named;
pub use obligation_status::{ObligationState, ObligationStatus, UnitCount};
pub use overdue::OverdueHazard;
pub use page::{PageLine, RecordPage, RelatedRecords, page, pointing_at, related};
pub use pending::{PendingView, UnitPending};
pub use person::{PersonPage, PersonPost, person, posts};
pub use position::{FixCommand, Guide, Position, ProblemView, Where};
pub use proofs::{Proof, Proven, proofs};
pub use question::Question;
pub use redaction::{LeftOut, MineNumbers, Readers, Redaction};
pub use schema::schema;
pub use search::{FoundRecord, SearchHit, SearchScope, SearchWords, in_order};
pub use surprise::{Surprises, Viewer, can_be_kept, named};
pub use todo::{TodoGroup, TodoItem, todo};
pub use unfinished::{Unfinished, unfinished};
