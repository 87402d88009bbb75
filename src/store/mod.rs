//! A folder, a revision or the shipped data, read into a ledger with everything that was wrong with it; and the writer with which
//! records are filed. Reading changes nothing.

mod answered;
mod committed;
mod conflict;
mod each;
mod expected;
pub mod facts;
mod file;
mod file_reader;
mod foreign;
mod format;
mod kept_records;
mod load;
mod loaded;
mod locate;
mod memory;
mod problem;
mod read_before;
mod sealed_chunks;
mod source;
mod writer;

pub use answered::{KeptAnswer, KnownQuestion, SeenFiles};
pub use committed::CommittedRecords;
pub use each::see_each;
pub use file::{claim_below, export_file, read_below, remove_below, remove_file, write_among_others, write_below, write_file};
pub use file_reader::TextPolicy;
pub use format::FORMAT;
pub use load::{
    LoadProgress, Narrowing, load, load_compared, load_counted, load_holding, load_kind, load_kinds, load_mechanism, load_names,
    load_narrowed, load_record,
};
pub use loaded::Loaded;
pub use locate::{KeySpans, locate};
pub use memory::{RecordMemory, Remembering};
pub use problem::{LoadFault, LoadProblem};
pub use source::{Source, TextReader, shipped};
pub use writer::{Filing, FilingReceipt, LockedRegister, RecordChange, Writer};
