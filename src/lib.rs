//! liandong (联动): an inter-agency coordination mechanism kept as TOML records in a git folder, checked against its regulation.
//!
//! # The map
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`text`] | both languages at once, display width, what records say made safe for a terminal | – |
//! | [`model`] | the records as types, their FIELDS, paths, dates, the ledger; pure | `text` |
//! | [`git`] | the only place that knows git: a revision, a history, filing a commit whole or not at all, the installed git | `text` |
//! | [`store`] | a folder or a revision → records and everything that was wrong; the writer that files records | `text`, `model`, `git` |
//! | [`trust`] | keys, signatures, and whether a history is what those entitled to it made it | `text`, `model`, `git` |
//! | [`rules`] | what the regulation asks, one rule a file; pure and infallible | `text`, `model` |
//! | [`sync`] | sending and taking, merging, the gate of a shared repository | all of the above |
//! | [`intake`] | spreadsheets → drafts of records, with every problem at its cell | `text`, `model` |
//! | [`report`] | questions answered as serialisable values | `text`, `model`, `rules` |
//! | [`ops`] | what can be done: a request in, a serialisable outcome out; no arguments, language, stream, clock or environment | all of the above |
//! | [`render`] | values in, bytes out, one format a file | `text`, values of `report` and `ops` |
//! | [`cli`] | arguments, environment, clock, streams, exit codes; one command a file | all |
//!
//! A test reads `src/` and holds this table.
//!
//! Data flows one way: file → ledger → rules → report → bytes. *Findings* are values (exit code 1 when one is 未落实 or 需更正), *load
//! problems* are values with their place (all are listed, the rest still loads; exit code 2), *failures* are errors, printed once by `cli`
//! (exit code 2).
//!
//! The other way, a command's changes → [`store::Writer`] → one commit of just these files. Numbers are taken under the register's lock. The git
//! folder holds `liandong/`: that lock, and while something is being filed the note from which the next command finishes or undoes it.
//!
//! # On disk
//!
//! `mechanism.toml`, `obligations.toml`, `settings.toml`, `clauses.toml`, `bodies.toml`, `units/`, `duties/` and `calendar/` are the regulation as
//! data; `people/`, `keys/` and `mines/` who and what there is; `plans/`, `leads/`, `orders/`, `hazards/`, `notices/`, `agenda/`, `meetings/`,
//! `enforcements/`, `responses/`, `upward/` and `waivers/` what happened, as `<kind>/<year>/<unit>/<number>.toml`. Nothing else is a record
//! (see [`model::RecordPath`]).
//!
//! Invariants: every file has one owner, and its path says who; state is derived from dates and never stored; what is issued stays (see
//! [`model::may_follow`]); unknown is never counted as met; a command that only reads writes nothing.
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
//! *Who attacks.* Anybody who can have a file read: a unit that pushes records, a copied folder, a mail with a bundle, an argument
//! pasted into a terminal. *What is to be kept*: the office must see the register as it is; the reader's terminal, spreadsheet and computer
//! must come to no harm; nothing may be altered by looking at it.
//!
//! | threat | what stands against it |
//! |---|---|
//! | a file too large, too deep, too long, or one of millions | [`model::limits`], asked before anything is kept; recursion bounded by the parser |
//! | a link, submodule, executable or foreign file in the folder or a revision | named and never followed or read |
//! | a file that cannot be understood, hoping to be passed over | named, exit code 2; references to it are not taken for a second fault |
//! | escape sequences, bidirectional and invisible characters in records, names and arguments | dropped when read into a record, shown as `␦` where an error must quote them |
//! | a cell that a spreadsheet would run | written as text |
//! | a workbook that unfolds into gigabytes, or has a cell a million rows away | unpacked once under a limit, what would be kept of it counted, then read as a stream of cells of which there may be so many |
//! | markup, fields and control characters in what a paper prints | written as text |
//! | hostile git configuration in a copied folder | reading and filing go through libgit2, which runs no hook, filter, pager or program; for the network the installed git is run in one place ([`git::Programs`]) that overrides such settings or stops with their name |
//! | a record written, altered or taken out by somebody who may not, whoever can push | once the office turned trust on: every commit is signed, and verified in every clone before it is taken ([`trust::Verifier`]) |
//! | history replaced, rolled back, or a merge that invents or leaves out | the main line must go on from what a clone has verified; a merge must be the union of its sides |
//! | a key that fell into other hands | `key retire --compromised` names what it signed since; dates of commits decide nothing alone |
//! | a page that would run or fetch something | all of it is text, no script, and a policy that lets a browser fetch nothing |
//! | a public edition that names somebody | whatever is published passes [`report::Redaction`], by what is sealed and what is internal |
//! | a link in the folder that leads a filing elsewhere | refused: only regular files within real folders are written |
//! | a kill, a power cut, a full disk in the midst of a filing | the record is whole or absent, and the next command says which |
//! | a fault of the program | caught, said in one line without a backtrace, exit code 2 |
//!
//! *Not defended here*: who wrote a record before trust is on, a first clone whose beginning nobody compared by telephone, secrecy of what
//! lies in the folder (whoever can read the repository reads the records; state secrets are refused, internal papers are only marked), names
//! in a public edition that the register does not know as such, a computer that is
//! already somebody else's (its clock, its environment with `LIANDONG_NOW`, and its editor are taken as they are), and false statements by those entitled to make them.

pub mod cli;
pub mod git;
pub mod intake;
pub mod model;
pub mod ops;
pub mod render;
pub mod report;
pub mod rules;
pub mod store;
pub mod sync;
pub mod text;
pub mod trust;
