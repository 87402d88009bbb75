//! What can be done with a register: a Request in, a serialisable Outcome out. The command line calls these operations, and so may
//! another program, a page or a test: nothing here knows arguments, a language, a stream, the clock or the environment.

pub mod drafts;
pub mod proposal;
pub mod reference;
pub mod values;
pub mod verbs;

mod amend;
mod attach;
mod change;
mod commit;
mod confirm;
mod edit;
mod environment;
mod failure;
mod file;
mod fix;
mod fmt;
mod import;
mod init;
mod loaded;
mod outcome;
mod register;
mod standing;
mod succession;
mod table;
mod upgrade;

pub use amend::{AmendRequest, amend};
pub use attach::{AttachRequest, ProveRequest, attach, prove};
pub use change::TypedKey;
pub use commit::PlannedCommit;
pub use confirm::{ConfirmOutcome, ConfirmRequest, confirm};
pub use drafts::DraftFolder;
pub use edit::{EditRequest, Editing, edit};
pub use environment::{Environment, Progress, Unwatched};
pub use failure::{Failure, Result};
pub use file::{FileRequest, GivenText, file};
pub use fix::command;
pub use fmt::{FmtOutcome, FmtRequest, fmt};
pub use import::{CellProblemView, ImportOutcome, ImportRequest, import};
pub use init::init;
pub use loaded::{LoadedRegister, ledger, mechanism};
pub use outcome::{DraftKept, FilingOutcome, Receipt, ReceiptRecord, Recovery, Refusal};
pub use register::{Author, AuthorRequest, JOINED_UNIT, OnBehalf, Register};
pub use succession::{SuccessionRequest, succeed};
pub use upgrade::{UpgradeRequest, upgrade};

pub(crate) use table::{append, datetime};
