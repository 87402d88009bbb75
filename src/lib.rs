//! liandong (联动): an inter-agency coordination mechanism kept as TOML records in a git folder, checked against its regulation.
//!
//! # The map
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | `platform` | what differs between operating systems, and nothing else does | – |
//! | [`text`] | both languages at once, display width, what records say made safe for a terminal | – |
//! | [`model`] | the records as types, their FIELDS, paths, dates, the ledger; pure | `text` |
//! | [`git`] | the only place that knows git: a revision, a history, filing a commit whole or not at all, the installed git | `platform`, `text` |
//! | [`store`] | a folder or a revision → records and everything that was wrong; facts, records and answers known again from the user's cache; the writer that files records | `platform`, `text`, `model`, `git` |
//! | [`trust`] | keys, signatures, and whether a history is what those entitled to it made it | `platform`, `text`, `model`, `git` |
//! | [`rules`] | what the regulation asks, one rule a file; pure and infallible | `text`, `model` |
//! | [`sync`] | sending and taking, merging, the gate of a shared repository | all of the above |
//! | [`intake`] | spreadsheets → drafts of records, with every problem at its cell; marks in the workbook that came | `text`, `model` |
//! | [`report`] | questions answered as serialisable values | `text`, `model`, `rules` |
//! | [`ops`] | what can be done: a request in, a serialisable outcome out; no arguments, language, stream, clock or environment | all of the above |
//! | [`render`] | values in, bytes out, one format a file | `text`, values of `report` and `ops`, of `intake` the workbook that came in |
//! | [`desk`] | the register as pages in a browser on this computer; each page is drawn from an outcome of `ops` | `text`, `model`, `report`, `ops`, `render`, of `store` where a register is read from |
//! | [`cli`] | arguments, environment, clock, streams, exit codes; one command a file | all |
//!
//! A test reads `src/` and holds this table.
//!
//! Data flows one way: file → ledger → rules → report → bytes. *Findings* are values (exit code 1 when one is 未落实 or 需更正), *load
//! problems* are values with their place (all are listed, the rest still loads; exit code 2), *failures* are errors, printed once by `cli`
//! (exit code 2).
//!
//! The other way, a command's changes → [`store::Writer`] → one commit of just these files. Numbers are taken under the register's lock. The git
//! folder holds `liandong/`: that lock, while something is being filed the note from which the next command finishes or undoes it, and what
//! the clone remembers. All of it is sealed with a secret in the user's own state folder, and counts for that user in that folder only.
//!
//! # On disk
//!
//! `mechanism.toml`, `obligations.toml`, `settings.toml`, `clauses.toml`, `bodies.toml`, `units/`, `duties/` and `calendar/` are the regulation as
//! data; `people/`, `keys/` and `mines/` who and what there is; `plans/`, `leads/`, `orders/`, `facilities/`, `hazards/`, `accidents/`,
//! `notices/`, `agenda/`, `directives/`, `meetings/`, `enforcements/`, `responses/`, `upward/` and `waivers/` what happened, as `<kind>/<year>/<unit>/<number>.toml`. Nothing else is a record
//! (see [`model::RecordPath`]).
//!
//! Invariants: every file has one owner, and its path says who; state is derived from dates and never stored; what is issued stays (see
//! [`model::may_follow`]); unknown is never counted as met; a command that only reads writes nothing into
//! the register (what it read is known again from the user's cache).
//!
//! # Versions
//!
//! `format` in `mechanism.toml` is raised when an older program would write a record wrongly or read another meaning from the same bytes, and
//! never by itself (`upgrade`); a program writes only its own format. `version` in JSON is raised when a key goes, changes its type or means
//! something else; keys may be added under the same number. Codes and names of rules are never given again. The whole policy and the history
//! stand in `.github/CHANGELOG.md`.
//!
//! # What it defends, and what it does not
//!
//! Who attacks, what stands against them, which test holds it, what is not defended and how to report: `.github/SECURITY.md`.

pub mod cli;
#[cfg(feature = "desk")]
pub mod desk;
pub mod git;
pub mod intake;
pub mod model;
pub mod ops;
mod platform;
pub mod render;
pub mod report;
pub mod rules;
pub mod store;
pub mod sync;
pub mod text;
pub mod trust;
