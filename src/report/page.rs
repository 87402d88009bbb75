//! `show`: one record with everything that is known of it: its keys under their headings, what points at it, what was found.

use serde::Serialize;
use serde_json::Value;

use super::check::FindingView;
use super::display::display;
use super::named::Named;
use crate::model::{Content, KeyPath, Kind, Leaf, Mechanism, Record, RecordPath};
use crate::text::Text;

/// A record, ready to be read.
#[derive(Debug, Clone, Serialize)]
pub struct RecordPage {
    /// The record.
    pub record: Named,
    /// The unit that writes it.
    pub owner: String,
    /// Its path from the top of the register, with `.toml`.
    pub file: String,
    /// Its content, as a value.
    pub content: Value,
    /// Its content under headings.
    #[serde(skip)]
    pub entries: Vec<PageLine>,
    /// What points at it.
    pub pointed_at_by: Vec<Named>,
    /// What the register holds about a mine, or of a unit, by kind (一企一档).
    pub related: Vec<RelatedRecords>,
    /// What was found about it.
    pub findings: Vec<FindingView>,
}

/// Records of one kind that have to do with a mine or a unit.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedRecords {
    /// The folder of the kind.
    pub kind: &'static str,
    /// What people call it.
    pub label: Text,
    /// How many, whether named or not.
    pub count: usize,
    /// Which, the newest first; of many the first.
    pub records: Vec<Named>,
}

/// How many of a kind are named.
const RELATED: usize = 100;

/// Records by their kinds, in the order of these.
#[must_use]
pub fn related(mut paths: Vec<RecordPath>, mechanism: &Mechanism) -> Vec<RelatedRecords> {
    paths.sort_by(|one, other| one.kind().cmp(&other.kind()).then_with(|| other.cmp(one)));
    paths.dedup();
    let of_kind = |of_kind: &[RecordPath]| RelatedRecords {
        kind: of_kind[0].kind().folder(),
        label: of_kind[0].kind().label(),
        count: of_kind.len(),
        records: of_kind.iter().take(RELATED).map(|path| Named::of_record(path, mechanism)).collect(),
    };
    paths.chunk_by(|one, other| one.kind() == other.kind()).map(of_kind).collect()
}

/// One line of a page.
#[derive(Debug, Clone)]
pub struct PageLine {
    /// How deep it lies.
    pub depth: usize,
    /// Its heading.
    pub heading: Text,
    /// What it says; empty for the head of a table.
    pub words: Text,
}

/// The records that point at one or at a part of it, in the order in which they are given; itself is none of them.
pub fn pointing_at<'a>(
    path: &'a RecordPath,
    records: impl IntoIterator<Item = &'a (RecordPath, Record)>,
) -> impl Iterator<Item = &'a RecordPath> {
    let points = |record: &Record| {
        let mut points = false;
        record.visit(&mut |_: &KeyPath, leaf| {
            points |= matches!(leaf, Leaf::Reference(reference) if reference.record == *path);
        });
        points
    };
    records.into_iter().filter(move |(other, record)| other != path && points(record)).map(|(other, _)| other)
}

/// The page of a record, with the records that point at it.
#[must_use]
pub fn page<'a>(
    path: &RecordPath,
    record: &Record,
    pointing: impl IntoIterator<Item = &'a RecordPath>,
    mechanism: &Mechanism,
    findings: Vec<FindingView>,
) -> RecordPage {
    let content = serde_json::to_value(record).unwrap_or_default();
    let mut entries = Vec::new();
    lines(&record.content(), &LinesAbove { kind: path.kind(), list: "", depth: 0 }, mechanism, &mut entries);
    RecordPage {
        record: Named::of_record(path, mechanism),
        owner: mechanism.short(path.owner().unwrap_or(mechanism.office())).to_owned(),
        file: path.file(),
        content,
        entries,
        pointed_at_by: pointing.into_iter().map(|other| Named::of_record(other, mechanism)).collect(),
        related: Vec::new(),
        findings,
    }
}

/// Keys of a record by their headings.
pub(super) fn headings(kind: Kind, keys: &Content<'_>) -> Text {
    let Content::List(items) = keys else { return Text::default() };
    let heading = |item: &Content<'_>| {
        let Content::Leaf(leaf) = item else { return Text::default() };
        let (key, plain) = (KeyPath::from(leaf.to_string()), Text::same(leaf.to_string()));
        Some(kind.heading(&key)).filter(|heading| !heading.is_empty()).unwrap_or(plain)
    };
    Text::join(&items.iter().map(heading).collect::<Vec<_>>(), "、", ", ")
}

/// What stands above some lines.
struct LinesAbove {
    kind: Kind,
    /// The key of the list in whose item they stand; empty elsewhere.
    list: &'static str,
    depth: usize,
}

fn lines(content: &Content<'_>, above: &LinesAbove, mechanism: &Mechanism, out: &mut Vec<PageLine>) {
    let &LinesAbove { kind, depth, .. } = above;
    let Content::Table(entries) = content else { return };
    for (field, value) in entries {
        let heading = field.heading();
        if matches!(value, Content::Table(_)) {
            out.push(PageLine { depth, heading, words: Text::default() });
            lines(value, &LinesAbove { kind, list: "", depth: depth + 1 }, mechanism, out);
        } else if let Some(items) = value.tables() {
            for (no, item) in (1..).zip(items) {
                let no = item.get("no").and_then(Content::as_count).unwrap_or(no);
                let heading = Text::new(format!("{} {no}", heading.zh()), format!("{} {no}", heading.en()));
                out.push(PageLine { depth, heading, words: Text::default() });
                lines(item, &LinesAbove { kind, list: field.key, depth: depth + 1 }, mechanism, out);
            }
        } else {
            // What was mended is named by its key in the record, and by its heading to people.
            let is_of_keys = (above.list, field.key) == ("amended", "keys");
            let words = if is_of_keys { headings(kind, value) } else { display(value, mechanism) };
            out.push(PageLine { depth, heading, words });
        }
    }
}
