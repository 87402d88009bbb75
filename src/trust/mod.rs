//! Whose word a record is: keys, signatures, and whether a history is what those entitled to it made it. What is found are plain
//! values; nothing here changes a register.

mod announce;
mod breach;
mod brought;
mod change;
mod compromise;
mod consent;
mod found;
mod graph;
mod hands;
mod jobs;
mod key;
mod look;
mod main_line;
mod merge;
mod naming;
mod recovered;
mod recovery_key;
mod root;
mod roster;
mod sign;
mod signed_by;
mod unverified;
mod verify;

pub use announce::{Announced, AnnouncedKey, Announcement, announcements, changes_of_keys};
pub use breach::{Breach, CommitMark, Fault};
pub use compromise::{Before, ChangedFile, ChangedKeys, Compromise, DoubtfulCommit, compromise, doubtful_commits};
pub use consent::{KeysRequest, KeysStatement};
pub use found::{Checked, Signer};
pub use hands::{ChangeScene, HandsFault, KeysChange};
pub use key::{PublicKey, Request, generate};
pub use main_line::Days;
pub use merge::{ChangedPaths, Changes, own_changes};
pub use naming::{NAMED_LEVEL, draw_name, stays_named};
pub use recovery_key::{RECOVERY_DIGITS, RecoveryKey, digits_typed};
pub use root::{Root, begins, mark_root, root};
pub use roster::{KeyHolder, Roster, units_of_key};
pub use sign::{Signing, signing, signing_with};
pub use signed_by::{SignedBy, signed_by};
pub use unverified::unverified;
pub use verify::{Verdict, Verifier, foreign_marks, mark_verified, verified};
