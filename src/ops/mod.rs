//! What can be done with a register: a Request in, a serialisable Outcome out. The command line calls these operations, and so may
//! another program, a page or a test: nothing here knows arguments, a language, a stream, the clock or the environment.
//!
//! # From `notice new` to a commit
//!
//! 1. `cli` finds the verb in [`verbs`], whose options clap was built from, and makes a [`FileRequest`] of what was typed; a form of the desk does
//!    so by [`verb_form()`]. What it lacks is asked for by [`questions()`], with [`choices()`].
//! 2. [`Register::open`] reads the mechanism and how this clone signs; [`Author::resolve`] says who files, and for whom.
//! 3. [`file()`] turns typed words into values ([`values`]), names into records ([`mod@reference`]), and keeps a notice as a draft ([`drafts`])
//!    until it is reviewed (四（五）).
//! 4. Under the register's lock [`proposal::propose`] reads the record back from its own text and asks `may_follow` whether it may stand
//!    where another does.
//! 5. It reads what rules look at from there, by the facts of all records, and judges before and after: a fault of form stops it.
//! 6. [`PlannedCommit`] sees that this clone's key may sign it, and that it is what a preview showed, where there was one, and hands it to
//!    `store::Writer`: one commit of just these files.
//! 7. The [`Receipt`] says what is found now and was not before, and which rules wait for `check`; `render` puts it into words.

mod draft_author;
mod drafted_review;
pub mod drafts;
pub mod proposal;
pub mod reference;
pub mod values;
pub mod verbs;

mod adopt;
mod amend;
mod amendable;
mod announced;
mod answers;
mod attach;
mod by_hand;
mod called_off;
mod change;
mod check;
mod choices;
mod clause;
mod clone;
mod commit;
mod confirm;
mod deadlines;
mod diff;
mod doctor;
mod doubtful;
mod duty;
mod edit;
mod editors;
mod environment;
mod exchange;
mod explain;
mod export;
mod failure;
mod file;
mod file_request;
mod filing;
mod fitting;
mod fix;
mod fmt;
mod folder;
mod format;
mod gate;
mod gist;
mod going_on;
mod groups;
mod handover;
mod hands;
mod history;
mod hook;
mod import;
mod incoming;
mod init;
mod join;
mod kept_drafts;
mod keys;
mod lake;
mod lawful_way;
mod ledger;
mod list;
mod loaded;
mod missing;
mod nearby_days;
mod new_words;
mod once_said;
mod outcome;
mod overwritten;
mod pack;
mod paper;
mod paper_number;
mod past;
mod place;
mod positions;
mod practice;
mod presets;
mod problem_views;
mod questions;
mod quota;
mod redirected_drafts;
mod refile;
mod register;
mod renumber;
mod report;
mod resolve;
mod rollup;
mod rules;
mod search;
mod share;
mod show;
mod signing_unit;
mod standing;
mod succession;
mod table;
mod taken_up;
mod tasks;
mod todo;
mod trust;
mod undo;
mod unreadable_mechanism;
mod unverified;
mod upgrade;
mod verb_form;
mod verify;
mod viewing;
mod whoami;

pub use self::edit::{EditRequest, Editing, edit};
pub use adopt::{AdoptRequest, adopt};
pub use amend::{AmendRequest, amend};
pub use amendable::{AmendablePlace, AmendableRecord, amendable, differences, said_in_draft, said_in_text};
pub use announced::AnnouncementView;
pub use answers::{AnswersOutcome, answers};
pub use attach::{AttachRequest, AttachedPaper, ProveRequest, attach, prove};
pub use by_hand::{CommitRequest, commit_by_hand};
pub use called_off::CalledOff;
pub use change::TypedKey;
pub use check::{CheckOutcome, CheckRequest, CheckedYear, JudgedRegister, check, check_seen, known_question};
pub use choices::{OfferedAnswer, choices, filing_units, known_mines, nothing_to_choose};
pub use clause::{ClauseRequest, clauses};
pub use clone::{CloneOutcome, CloneReceipt, CloneRequest, clone};
pub use commit::PlannedCommit;
pub use confirm::{ConfirmOutcome, ConfirmRequest, confirm};
pub use deadlines::{DeadlinesOutcome, DeadlinesRequest, deadlines};
pub use diff::{DiffRequest, DiffView, diff};
pub use doctor::{Diagnosis, DoctorRequest, Health, HealthPoint, HealthTopic, OLDEST_GIT, doctor};
pub use drafts::DraftFolder;
pub use duty::{DutyRequest, duties};
pub use editors::write_editor_files;
pub use environment::{Environment, Progress, Unwatched};
pub use exchange::{RootView, SyncOutcome, SyncReceipt, SyncRejection, SyncRequest, receive, sync};
pub use explain::{ExplainRequest, explain};
pub use export::{export, may_export};
pub use failure::{Failure, Result};
pub use file::file;
pub use file_request::{FileRequest, GivenText};
pub use filing::may_say;
pub use fitting::{DRAFT, FittingVerb, fitting_verbs, is_amendable};
pub use fix::command;
pub use fmt::{FmtOutcome, FmtRequest, LeftFile, fmt};
pub use gate::{FormFault, GateOutcome, GateRefusal, GateRequest, gate};
pub use going_on::going_on;
pub use handover::{HandoverOutcome, HandoverRequest, handover};
pub use history::{HistoryRequest, HistoryStep, RecordHistory, SignerView, history};
pub use hook::{HookRequest, StagedRequest, install_gate, install_pre_commit, judge_staged};
pub use import::{CellProblemView, ImportAccount, ImportOutcome, ImportRequest, PassedCells, SheetAccountView, import};
pub use incoming::{Incoming, UnitChanges};
pub use init::{InitOutcome, InitRequest, around, init};
pub use join::{JoinReceipt, JoinRequest, join, joined_otherwise};
pub use keys::{
    AdmitRequest, ConsentOutcome, ConsentRequest, EntryLeft, KeyView, PutBack, RecoveryRequest, RenewedRecovery, RetireOutcome,
    RetireRequest, SettleRequest, SignedCommit, ThresholdRequest, admit_key, allowed_signers, consent, file_consented,
    has_recovery, keys, renew_recovery, retire_key, set_threshold, settle, use_recovery,
};
pub use lake::{FileCounts, LakeOutcome, LakeRequest, WriteTable, export_lake, exposed_lake};
pub use lawful_way::LawfulWay;
pub use ledger::{LedgerOutcome, LedgerRequest, draw_ledgers};
pub use list::{ListOutcome, ListRequest, list};
pub use loaded::{LoadedRegister, ledger, mechanism};
pub use outcome::{DraftKept, FilingOutcome, KeptAside, Receipt, ReceiptRecord, Recovery, Refusal, WaitingRule};
pub use pack::{KnownUpTo, PackReceipt, PackRequest, pack};
pub use paper::{MadePaper, PaperOutcome, PaperRequest, paper};
pub use questions::{
    AnswerCount, AnswerForm, SUBJECT, VerbQuestion, first_said, forget_aside, is_to_be_asked, keep_aside, keep_typed,
    put_draft_back, questions, understand, understand_all, unit_question, with_draft_as_it_is,
};
pub use redirected_drafts::RedirectedFile;
pub use reference::{RecordLookup, Resolver, Target};
pub use refile::{RefileRequest, Refiled, refile};
pub use register::{Author, AuthorRequest, JOINED_UNIT, OnBehalf, Register};
pub use renumber::{RenumberOutcome, RenumberRequest, renumber};
pub use report::{ReportOutcome, ReportRequest, report};
pub use resolve::{ClashView, ConflictView, ResolveOutcome, ResolveRequest, resolve};
pub use rollup::{DistrictExport, ListedRegister, RegisterList, RolledDistrict, roll_up};
pub use rules::rules;
pub use search::{FoundDraft, SearchOutcome, SearchRequest, search};
pub use share::{ShareOutcome, ShareRequest, share};
pub use show::{DraftText, ShowOutcome, ShowRequest, show, show_file};
pub use succession::{SuccessionRequest, succeed};
pub use tasks::{TasksRequest, tasks};
pub use todo::{TodoOutcome, TodoRequest, todo};
pub use trust::{TrustOutcome, TrustRequest, TrustView, show_trust, turn_trust_on, upgrade_trust};
pub use undo::{Irretrievable, UndoOutcome, UndoRequest, UndoView, UndoneRecord, undo};
pub use upgrade::{UpgradeRequest, upgrade};
pub use verb_form::{FormQuestion, SaidWords, VerbForm, standing_text, take_up, verb_form};
pub use verify::{BreachView, CommitView, MarkView, MessageView, VerdictView, VerifyRequest, verify};
pub use viewing::told;
pub use whoami::{AdmissionView, Identification, SigningKeyView, identify};

pub(crate) use table::{append, datetime};
