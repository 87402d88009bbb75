//! Which sheet of a spreadsheet is which ledger, and what its rows say that the register does not.

use super::known::LedgerRecords;
use super::{CellError, ImportNotes, ImportWork, duplicates, row_targets};
use crate::intake::{
    self, CellRef, ColumnScope, ColumnUse, ExpectedSheet, Head, InputSheet, PassedReason, SheetAccount, SheetRequest,
};
use crate::model::{Day, Kind};
use crate::ops::{RecordLookup, Resolver};
use crate::report::ledger::{self, Column, NUMBER, ORDINAL, Origin, REFERENCE, REVISION, ROW_COUNT, RowLayout, Topic};
use crate::report::returned::PROBLEM;
use crate::rules::Context;
use crate::text::{CommandLine, Telling, Text, clean};
use crate::tr;

/// So many headings of a ledger make a sheet that ledger, whatever it is called.
const ENOUGH: usize = 3;

/// A sheet that is a ledger, with what its rows want.
pub(super) struct TakenSheet {
    /// Its place in the spreadsheet.
    pub(super) sheet: usize,
    pub(super) topic: &'static Topic,
    /// The kind of record that a row begins.
    pub(super) kind: Kind,
    pub(super) columns: Vec<Column>,
    pub(super) head: Head,
    pub(super) drafts: Vec<intake::Draft>,
}

/// A ledger that can come back.
struct KnownLedger<'a> {
    topic: &'static Topic,
    kind: Kind,
    asked: ExpectedSheet,
    sheet: ledger::Sheet<'a>,
}

/// Reads the rows of each sheet; what cannot be read is added to the notes, and so is what became of every cell.
pub(super) fn take(work: &ImportWork<'_>, context: Context<'_>, told: &mut ImportNotes) -> Vec<TakenSheet> {
    let known = Topic::ALL.iter().filter_map(|topic| {
        let (kind, sheet) = (topic.taken_back()?, ledger::ledger(context, topic));
        Some(KnownLedger { topic, kind, asked: asked(&sheet.columns, topic.layout(), context.today), sheet })
    });
    let known: Vec<KnownLedger<'_>> = known.collect();
    let mut taken = Vec::new();
    for (at, sheet) in work.book.sheets.iter().enumerate() {
        let account = match ledger_of(at, sheet, &known, (work, context), told) {
            Err(why) => passed_over(sheet, why),
            Ok((head, known)) => {
                let (sheet, account) = take_sheet((at, sheet), head, known, (work, context), told);
                taken.push(sheet);
                account
            }
        };
        told.accounts.push(account);
    }
    taken
}

/// Which ledger a sheet is, and where its head; or why nothing of it is taken.
fn ledger_of<'k, 'a>(
    at: usize,
    sheet: &InputSheet,
    known: &'k [KnownLedger<'a>],
    (work, context): (&ImportWork<'_>, Context<'_>),
    told: &mut ImportNotes,
) -> Result<(Head, &'k KnownLedger<'a>), PassedReason> {
    if sheet.is_hidden() && !work.hidden {
        return Err(PassedReason::HiddenSheet);
    }
    let named = Topic::ALL.iter().find(|topic| is_called(topic, &sheet.name)).copied();
    if let Some(topic) = named.filter(|topic| topic.taken_back().is_none()) {
        told.notes.push(not_taken(topic));
        return Err(PassedReason::DrawnLedger);
    }
    let Some((head, ledger)) = found(sheet, named, known) else {
        unknown(at, sheet, named, told);
        return Err(PassedReason::NoLedger);
    };
    if let Some((at_cell, kind)) = listed_kind(sheet, &head, context).filter(|_| named.is_none())
        && !known.iter().any(|known| known.kind == kind)
    {
        told.errors.push(CellError { sheet: at, at: at_cell, what: no_ledger_of(kind) });
        return Err(PassedReason::NoLedger);
    }
    Ok((head, ledger))
}

/// Of which kind of record a sheet is, by the first number that it shows: of a listing nothing else tells that.
fn listed_kind(sheet: &InputSheet, head: &Head, context: Context<'_>) -> Option<(CellRef, Kind)> {
    let column = head.number?;
    let below = sheet.rows().map(|(row, _)| CellRef { row, column }).filter(|at| at.row > head.row);
    let at = below.into_iter().find(|at| !sheet.cell(*at).is_blank())?;
    let mechanism = &context.ledger.mechanism;
    let resolver = Resolver { mechanism, today: context.today, records: RecordLookup::Nowhere, viewer: None, author: None };
    Some((at, resolver.file(&sheet.cell(at).words()).ok()?.kind()))
}

/// That no sheet files records of a kind.
fn no_ledger_of(kind: Kind) -> Text {
    let label = kind.label();
    let (zh, en) = (label.zh(), label.en());
    tr!(
        "这张表列的是{zh}，{zh}不能由表格导入；请用相应命令逐件登记、更正（liandong help）";
        "this sheet lists {en} records, which cannot be imported; file and amend them one by one with their commands (liandong help)"
    )
}

/// The account of a sheet of which nothing is taken.
fn passed_over(sheet: &InputSheet, why: PassedReason) -> SheetAccount {
    SheetAccount::passed_over(sheet.rows().map(|(row, _)| (row, sheet.row(row).collect())), why)
}

/// Reads the rows of a sheet that is a ledger.
fn take_sheet(
    (at, sheet): (usize, &InputSheet),
    head: Head,
    known: &KnownLedger<'_>,
    (work, context): (&ImportWork<'_>, Context<'_>),
    told: &mut ImportNotes,
) -> (TakenSheet, SheetAccount) {
    let records = LedgerRecords::of(sheet, &head, known.kind, &known.sheet, context);
    let mut read = intake::drafts(SheetRequest { sheet, head: &head, asked: &known.asked, hidden: work.hidden }, &records);
    let head = head.without(|column| !work.hidden && sheet.hides_column(column));
    let own = read.notes.len();
    work.refuse_unnamed(&mut read, &head, (&known.asked, known.topic));
    let owner_of = |draft: &intake::Draft| work.author_of(draft, None).owner;
    row_targets::place(&mut read, &known.asked, known.topic, &owner_of, context);
    duplicates::refuse_rows(&mut read, &known.asked, &records);
    duplicates::refuse(&mut read, &known.asked, &known.sheet, (&records, &owner_of), (sheet, &mut told.new));
    for note in read.notes.iter_mut().skip(own) {
        *note = on_sheet(sheet, note);
    }
    told.errors.extend(read.problems.into_iter().map(|problem| CellError { sheet: at, at: problem.at, what: problem.what }));
    told.notes.extend(read.notes);
    told.merged.extend(read.merged.into_iter().map(|range| (at, range)));
    told.notes.extend(comments(sheet, &head));
    told.notes.extend(pictures(sheet));
    told.heads.push((at, head.clone()));
    let (topic, kind, columns) = (known.topic, known.kind, known.sheet.columns.clone());
    (TakenSheet { sheet: at, topic, kind, columns, head, drafts: read.drafts }, read.account)
}

/// What is told of rows, with their sheet.
fn on_sheet(sheet: &InputSheet, note: &Text) -> Text {
    let (name, zh, en) = (clean(&sheet.name), note.zh(), note.en());
    if name.is_empty() { note.clone() } else { tr!("{name}：{zh}"; "{name}: {en}") }
}

/// That some cells bear comments, of which nothing is taken. Those of a copy that was given back are the program's own.
fn comments(sheet: &InputSheet, head: &Head) -> Option<Text> {
    let (first, count) = (sheet.comments().next()?, sheet.comments().count());
    let place = sheet.place(first);
    head.meaningless.is_empty().then(|| {
        tr!(
            "{place} 等 {count} 格有批注，批注的内容没有取用；要登记的请写进“情况说明”等栏";
            "{count} cells bear comments, such as {place}, of which nothing was taken; write what is to be filed into a cell"
        )
    })
}

/// That pictures lie over the cells, of which nothing is taken.
fn pictures(sheet: &InputSheet) -> Option<Text> {
    let (name, count) = (clean(&sheet.name), sheet.pictures());
    (count > 0).then(|| {
        tr!(
            "{name} 上有 {count} 处图片或图形，没有取用；照片等请在登记后用 liandong attach 附上";
            "{count} pictures or drawings lie over {name}, of which nothing was taken; add photographs with liandong attach once the record is filed"
        )
    })
}

/// Which ledger a sheet is: the one that it is called, else the one of which it has most headings.
fn found<'k, 'a>(
    sheet: &InputSheet,
    named: Option<&'static Topic>,
    known: &'k [KnownLedger<'a>],
) -> Option<(Head, &'k KnownLedger<'a>)> {
    let candidates = known.iter().filter(|known| named.is_none_or(|named| named == known.topic));
    let heads = candidates.filter_map(|known| Some((Head::find(sheet, &known.asked)?, known)));
    heads.max_by_key(|(head, _)| head.found()).filter(|(head, _)| named.is_some() || head.found() >= ENOUGH)
}

fn is_called(topic: &Topic, name: &str) -> bool {
    let (name, label) = (name.trim(), topic.label());
    name == label.zh() || name.eq_ignore_ascii_case(label.en())
}

fn not_taken(topic: &Topic) -> Text {
    let label = topic.label();
    let (zh, en) = (label.zh(), label.en());
    tr!(
        "“{zh}”一表由多条记录汇总而成，不能导入，没有取用；要登记请用相应命令（liandong help）";
        "the sheet \"{en}\" is drawn from several records and cannot be imported; it was passed over. Commands file what it shows (liandong help)"
    )
}

/// That nothing in the file can be taken, with what can.
pub(super) fn none(accounts: &[SheetAccount]) -> Telling {
    let is_hidden = |account: &SheetAccount| account.passed().contains_key(&PassedReason::HiddenSheet);
    if accounts.iter().any(is_hidden) {
        let said = Text::fixed(
            "文件里没有能导入的表，隐藏的表没有看",
            "the file has no sheet that can be imported, and hidden sheets were not looked at",
        );
        let how = Text::fixed("；确实要取用隐藏的表，请加 --all-sheets", "; --all-sheets takes them too");
        return Telling::of(said).typed(how);
    }
    let (zh, en) = (Topic::taken(Text::zh, "、"), Topic::taken(Text::en, ", "));
    let said =
        tr!("文件里没有能导入的表：{zh}（空表见 "; "the file has no sheet that can be imported: {en} (an empty one gives ");
    let empty = CommandLine::new("ledger").option("template", "隐患");
    Telling::of(said).command(empty).words(Text::fixed("）", ")"))
}

fn unknown(at: usize, sheet: &InputSheet, named: Option<&'static Topic>, told: &mut ImportNotes) {
    let Some((row, _)) = sheet.rows().next() else { return };
    if named.is_some() {
        let what = Text::fixed(
            "没有找到表头；请保留导出台账的标题行（如“矿山”“发现日期”）",
            "the headings were not found; keep the row of headings of the exported ledger",
        );
        return told.errors.push(CellError { sheet: at, at: CellRef { row, column: 0 }, what });
    }
    let name = clean(&sheet.name).into_owned();
    told.notes.push(tr!("“{name}”不是台账的表，没有取用"; "\"{name}\" is no sheet of a ledger and was passed over"));
}

/// What a sheet of these columns is asked for.
fn asked(columns: &[Column], layout: RowLayout, today: Day) -> ExpectedSheet {
    let column = |column: &Column| intake::ExpectedColumn {
        heading: column.heading.clone(),
        shape: column.shape,
        used: match column.origin {
            Origin::Written => ColumnUse::Taken,
            Origin::Owner => ColumnUse::Owner,
            Origin::Place => ColumnUse::Place,
            Origin::Derived => ColumnUse::Derived,
        },
        of: column.key.map_or(ColumnScope::Whole, |key| column_scope(key, layout)),
        is_telephone: column.key.is_some_and(|key| key.ends_with("phone")),
    };
    ExpectedSheet {
        reference: REFERENCE.clone(),
        revision: REVISION.clone(),
        number: NUMBER.clone(),
        passed_over: vec![PROBLEM.clone(), ORDINAL.clone(), ROW_COUNT.clone()],
        today,
        columns: columns.iter().map(column).collect(),
    }
}

/// What of a record a column of that key speaks of.
fn column_scope(key: &str, layout: RowLayout) -> ColumnScope {
    let found_by = |items: &ledger::Items| items.found_by.iter().any(|found_by| items.column(found_by) == key);
    if layout.items().iter().any(found_by) {
        ColumnScope::Key
    } else if layout.items().iter().any(|items| items.keys(key).next().is_some()) {
        ColumnScope::Item
    } else {
        ColumnScope::Whole
    }
}

/// What a cell of a ledger says in both languages.
pub(super) fn cell_texts(cell: &ledger::Cell<'_>) -> [String; 2] {
    let same = |words: String| [words.clone(), words];
    match cell {
        ledger::Cell::Empty => same(String::new()),
        ledger::Cell::Words(words) => same(words.to_string()),
        ledger::Cell::Said(text) => [text.zh().to_owned(), text.en().to_owned()],
        ledger::Cell::Day(day) => same(day.to_string()),
        ledger::Cell::Moment(moment) => same(moment.to_string()),
        ledger::Cell::Number(number) => same(number.to_string()),
        ledger::Cell::Light(light) => [light.label().zh().to_owned(), light.label().en().to_owned()],
    }
}
