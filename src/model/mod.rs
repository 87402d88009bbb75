//! The records as types: what each kind holds, where it lies, how it is written and how it may change. Pure.

mod clause_key;
mod date;
pub mod field;
mod happening;
mod id;
mod kind;
mod kinds;
mod leaf;
mod ledger;
pub mod limits;
mod mechanism;
mod path;
mod period;
pub mod reader;
mod record;
mod site;
mod value;
mod words;
pub mod writer;

pub use clause_key::ClauseKey;
pub use date::{Day, Moment};
pub use happening::{Amendment, Attachment, Filing, Happening, Paper, Secrecy, Sequence};
pub use id::{BodyId, MineId, Party, SystemId, UnitId};
pub use kind::{Kind, Nature, Record};
pub use kinds::*;
pub use leaf::{At, Leaf};
pub use ledger::{Filed, Ledger, Shelf};
pub use mechanism::{Deadline, Mechanism};
pub use path::{FiledPath, Number, RecordPath, Reference};
pub use period::{Every, Period};
pub use site::{Site, Trigger};
pub use value::{Table, Value};
pub use words::{DocNumber, Line, NumberParts, Prose};
