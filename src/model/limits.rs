//! How much of anything is read. A register is other people's input; each limit is far above honest use.

/// Bytes of one record. The largest honest one, minutes with fifty tasks, has about 60 KB.
pub const RECORD_BYTES: u64 = 1024 * 1024;
/// Bytes of all files that commits bring which are taken together: so much in any case, and for each file more than the mean of an honest
/// register's, which is about a thousand. Without it 800 paths to one file of a megabyte come in four kilobytes.
pub const BROUGHT_BYTES: u64 = 64 * 1024 * 1024;
/// See [`BROUGHT_BYTES`].
pub const BROUGHT_BYTES_A_FILE: u64 = 16 * 1024;
/// Bytes of one path from the top of what is shared. Those of records have under a hundred; what lies beside them may have longer names.
pub const PATH_BYTES: usize = 512;
/// Breaches of one commit after which no more of it is looked at where it is to be taken: it is refused, and more words would bury the first.
pub const BREACHES: usize = 40;
/// Characters of one line of text, such as a title.
pub const LINE_CHARS: usize = 1_000;
/// Items of one list.
pub const LIST_ITEMS: usize = 5_000;
/// Records of one register.
pub const RECORDS: usize = 2_000_000;
/// Problems reported of one file; more would bury the first.
pub const PROBLEMS_PER_FILE: usize = 50;
/// Bytes of a number in a paper's name, an address or any other formed text.
pub const FORMED_BYTES: usize = 200;
/// How many hours or days a term may have: eleven years of hours, so that counting working days one by one comes to an end.
pub const TERM: u32 = 100_000;

/// Bytes of a cache of facts. That of 100,000 records has about nine million.
pub const CACHE_BYTES: u64 = 256 * 1024 * 1024;

/// Bytes of a spreadsheet that is taken in. A ledger of 100,000 hazards has about twenty million.
pub const SHEET_BYTES: u64 = 48 * 1024 * 1024;
/// Bytes of all that is packed in it: a few kilobytes can unfold into gigabytes.
pub const UNPACKED_BYTES: u64 = 768 * 1024 * 1024;
/// Bytes of the styles and names of a workbook, as they are kept: as many styles as Excel allows have a hundred million.
pub const STYLE_BYTES: usize = 256 * 1024 * 1024;
/// Cells of a spreadsheet in which something stands. Ledgers of 100,000 hazards have three million.
pub const SHEET_CELLS: usize = 8_000_000;
/// Bytes of the text in them.
pub const SHEET_TEXT_BYTES: usize = 256 * 1024 * 1024;
/// Sheets of a workbook.
pub const SHEETS: usize = 64;
/// Rows of a sheet in which something stands.
pub const SHEET_ROWS: u32 = 200_000;
/// Columns of a sheet in which something stands.
pub const SHEET_COLUMNS: u32 = 256;
/// Merged cells of a sheet, or cells with a comment.
pub const SHEET_RANGES: usize = 100_000;
/// Characters of a cell: a spreadsheet takes no longer text.
pub const CELL_CHARS: usize = 32_767;
/// Problems reported of one workbook; more would bury the first.
pub const SHEET_PROBLEMS: usize = 5_000;

/// Records that a hazard is followed back through, from unit to unit: a register has a dozen units, and each of the records is judged.
pub const HANDED_ON: usize = 20;
/// Corrections of corrections of a notice that are followed; one further on is judged as a notice of its own.
pub const CORRECTED: usize = 50;
/// Hazards at a mine that come from one record and are looked at for one of them: a register has a dozen units that may take one over.
pub const OF_ONE_ORIGIN: usize = 100;
