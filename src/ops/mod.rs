//! What can be done with a register: a Request in, a serialisable Outcome out. The command line calls these operations, and so may
//! another program, a page or a test: nothing here knows arguments, a language, a stream, the clock or the environment.

mod clone;
mod diff;
mod environment;
mod exchange;
mod export;
mod failure;
mod history;
mod hook;
mod incoming;
mod join;
mod keys;
mod loaded;
mod pack;
mod past;
pub(crate) mod reference;
mod register;
mod renumber;
mod resolve;
mod trust_root;
mod verify;
mod whoami;

pub use clone::{CloneOutcome, CloneReceipt, CloneRequest, clone};
pub use diff::{DiffRequest, DiffView, diff};
pub use environment::{Environment, Progress, Unwatched};
pub use exchange::{Rejection, RootView, SyncOutcome, SyncReceipt, SyncRequest, receive, sync};
pub use export::{export, may_export};
pub use failure::{Failure, Result};
pub use history::{HistoryRequest, HistoryStep, RecordHistory, history};
pub use hook::{HookRequest, install_hook};
pub use incoming::{Incoming, UnitChanges};
pub use join::{JoinReceipt, JoinRequest, join};
pub use keys::{KeyView, allowed_signers, keys};
pub use loaded::{LoadedRegister, ledger, mechanism};
pub use pack::{KnownUpTo, PackReceipt, PackRequest, pack};
pub use register::{Author, AuthorRequest, JOINED_UNIT, OnBehalf, Register};
pub use renumber::{RedirectedFile, RenumberOutcome, RenumberRequest, renumber};
pub use resolve::{ClashView, ConflictView, ResolveOutcome, ResolveRequest, resolve};
pub use trust_root::trust_root;
pub use verify::{BreachView, CommitView, MarkView, VerdictView, VerifyRequest, verify};
pub use whoami::{AdmissionView, Identification, SigningKeyView, identify};
