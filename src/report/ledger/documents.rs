//! 发文登记: every numbered paper that the register speaks of, by day and number.

use super::sheet::{Holds, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{FiledPath, KeyPath, Kind, NumberedPaper, Reference};
use crate::report::paper::cited;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "documents", zh: "发文登记", en: "Documents" },
    aliases: &["document", "发文"],
    is_public: true,
    taken_back: None,
    printed: &["发文字号", "标题", "发文单位", "类别", "成文日期"],
    columns,
    rows,
};

/// A paper and the record that speaks of it.
#[derive(Clone, Copy)]
struct DocumentRow<'a> {
    path: &'a FiledPath,
    paper: NumberedPaper<'a>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let entries = entries(&view).into_iter();
        entries.map(move |entry| view.row_of(&Reference::from(entry.path.clone()), cells(entry, &view)))
    })
}

fn entries<'a>(view: &LedgerView<'a>) -> Vec<DocumentRow<'a>> {
    let mut entries = Vec::new();
    view.ledger().each(|path, record| {
        let papers = record.papers().into_iter().filter(|paper| view.wants(path, paper.issued));
        entries.extend(papers.map(|paper| DocumentRow { path, paper }));
    });
    entries.sort_by_key(|entry| (entry.paper.issued, entry.paper.number.as_str(), entry.path));
    entries
}

/// Who issued it, as the paper names them.
fn issuer(entry: DocumentRow<'_>, view: &LedgerView<'_>) -> String {
    let cited = cited(entry.path, entry.paper.key, view.ledger());
    cited.map_or_else(|| view.unit_name(&entry.path.unit).to_owned(), |paper| paper.issuer)
}

/// Its title as the paper bears it; of a plan, which others write, as its record has it.
fn title(entry: DocumentRow<'_>, view: &LedgerView<'_>) -> Option<String> {
    let plan = || view.ledger().plans.iter().find(|plan| plan.path == *entry.path).map(|plan| plan.record.title.to_string());
    if entry.path.kind == Kind::Plan {
        plan()
    } else {
        cited(entry.path, entry.paper.key, view.ledger()).map(|paper| paper.title)
    }
}

/// The part of the record that the paper is: 会议纪要; the record's own kind where it is all of it.
fn sort(entry: DocumentRow<'_>) -> crate::text::Text {
    let part = KeyPath::from(entry.paper.key).parent().filter(|part| !part.is_record());
    part.map_or(entry.path.kind.label(), |part| entry.path.kind.heading(&part))
}

table! { Kind::Notice, 'a, |entry: DocumentRow<'a>, view| {
    ("发文字号", "document number", Holds::Line) => entry.paper.number;
    ("成文日期", "dated", Holds::Day) => entry.paper.issued;
    ("发文单位", "issued by", Holds::Line) => issuer(entry, view);
    ("类别", "kind", Holds::Line) => sort(entry);
    ("标题", "title", Holds::Prose) => title(entry, view);
} }
