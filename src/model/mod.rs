//! The records as types: what each kind holds, where it lies, how it is written and how it may change. Pure.
//!
//! The files of values need each other, as what they say does: a value says of what shape it is (`field`), how it is read (`reader`), written
//! (`writer`) and shown (`leaf`), and each of those names the values it can be.

mod any;
mod authorship;
mod change;
mod classified;
mod clause_key;
mod comments;
mod content;
mod date;
mod facts;
mod facts_index;
pub mod field;
mod half_width;
mod happening;
mod id;
mod key_path;
mod kind;
mod kinds;
mod leaf;
mod ledger;
pub mod limits;
mod mechanism;
mod moment;
mod path;
mod period;
pub mod reader;
mod record;
mod register_name;
mod revision;
mod root_files;
mod site;
mod value;
mod words;
pub mod writer;

pub use any::Record;
pub use authorship::{AuthorFault, lacks_paper};
pub(crate) use change::covers;
pub use change::{ChangeRefusal, may_follow};
pub use classified::is_classified;
pub use clause_key::ClauseKey;
pub use comments::Comments;
pub use content::Content;
pub use date::Day;
pub use facts::Facts;
pub use facts_index::FactsIndex;
pub use half_width::to_half_width;
pub use happening::{Amendment, Attachment, CommonFields, Happening, NumberedPaper, Secrecy, Sequence, Urgency};
pub use id::{BodyId, MineId, Party, SystemId, UnitId};
pub use key_path::{KeyPath, KeyStep, RecordNode};
pub use kind::{Kind, Nature};
pub(crate) use kinds::every_kind;
pub use kinds::*;
pub use leaf::Leaf;
pub use ledger::{Collection, Filed, Ledger};
pub use mechanism::{Belonging, Mechanism, PartialYear, TermEnd};
pub use moment::Moment;
pub use path::{FiledPath, Number, RecordPath, Reference};
pub use period::{Every, Period};
pub use register_name::{RegisterName, registers_named};
pub use revision::revision;
pub use root_files::ROOT_FILES;
pub use site::{Site, Trigger};
pub use value::{TableValue, Value};
pub use words::{DocNumber, Line, NumberParts, Prose, plain_number};
