//! How much of anything is read. A register is other people's input; each limit is far above honest use.

/// Bytes of one record. The largest honest one, minutes with fifty tasks, has about 60 KB.
pub const RECORD_BYTES: u64 = 1024 * 1024;
/// Characters of one line of text, such as a title.
pub const LINE_CHARS: usize = 1_000;
/// Items of one list.
pub const LIST_ITEMS: usize = 5_000;
/// Records of one register.
pub const RECORDS: usize = 2_000_000;
/// Problems told of one file; more would bury the first.
pub const PROBLEMS_PER_FILE: usize = 50;
/// Bytes of a number in a paper's name, an address or any other formed text.
pub const FORMED_BYTES: usize = 200;
/// How many hours or days a term may have: eleven years of hours, so that counting working days one by one comes to an end.
pub const TERM: u32 = 100_000;
