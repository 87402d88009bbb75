//! Whose a record is to write: the unit in whose name rows come, and no row says that it is another's or lies elsewhere.

use super::sheets::TakenSheet;
use super::{CellError, ImportWork};
use crate::intake::{CellProblem, CellRef, ColumnUse, Draft, DraftRow, Drafts, ExpectedSheet, Head};
use crate::model::{RecordPath, UnitId};
use crate::ops::Author;
use crate::ops::standing::is_own;
use crate::report::Named;
use crate::report::ledger::Topic;
use crate::text::Text;
use crate::tr;

impl ImportWork<'_> {
    /// That the record is the acting unit's, and no row names another owner or place.
    ///
    /// # Errors
    /// The cell that speaks against it.
    pub(super) fn may_write(
        &self,
        sheet: &TakenSheet,
        draft: &Draft,
        standing: Option<&RecordPath>,
        before: Option<&[u8]>,
    ) -> Result<(), Vec<CellError>> {
        let author = self.author_of(draft, standing);
        let not_ours = self.not_ours(&author, standing, before).map(|what| (draft.at(), what));
        let other = |row: &DraftRow| self.other_owner(row, &author, standing).or_else(|| self.elsewhere(row, standing));
        let against = not_ours.or_else(|| draft.rows.iter().find_map(other));
        match against {
            Some((at, what)) => Err(vec![CellError { sheet: sheet.sheet, at, what }]),
            None => Ok(()),
        }
    }

    /// Takes out new rows that came with a paper and say of no other unit that they are its own: they would be the office's, and say
    /// nothing of the paper. Rows that are items of a file each say it; those of one record say it once.
    pub(super) fn refuse_unnamed(&self, read: &mut Drafts, head: &Head, known: (&ExpectedSheet, &Topic)) {
        let (asked, topic) = known;
        let owner = asked.columns.iter().position(|column| column.used == ColumnUse::Owner);
        let (Some(owner), true) = (owner, self.reported.is_some()) else { return };
        let (mut problems, each) = (Vec::new(), topic.new_rows().is_some());
        read.drafts.retain(|draft| {
            let is_said = |row: &&DraftRow| self.unnamed(row, &asked.columns[owner].heading).is_none();
            let unsaid = match draft.rows.iter().find(|row| !is_said(row)) {
                Some(row) if draft.reference.is_none() && (each || !draft.rows.iter().any(|row| is_said(&row))) => row,
                _ => return true,
            };
            let first = unsaid.changes.first().map_or(CellRef { row: unsaid.row, column: 0 }, |change| change.at);
            let at = head.at(unsaid.row, owner).unwrap_or(first);
            problems.extend(self.unnamed(unsaid, &asked.columns[owner].heading).map(|what| CellProblem { at, what }));
            false
        });
        read.problems.extend(problems);
    }

    /// Why a new row that came with a paper can be in nobody's name.
    fn unnamed(&self, row: &DraftRow, heading: &Text) -> Option<Text> {
        let mechanism = &self.register.mechanism;
        let (zh, en) = (heading.zh(), heading.en());
        match row.owner.as_ref().map(|(_, said)| mechanism.unit_named(said)) {
            Some(Ok(named)) if *named != self.author.owner => None,
            Some(Err(why)) => Some(why),
            Some(Ok(_)) => {
                let own = mechanism.short(&self.author.owner);
                Some(tr!(
                    "按来文（--source）录入的是别的单位报来的，每一行要写明是哪个单位的；{own}自己的请不加 --source，另行导入";
                    "what is entered from a paper (--source) is what other units reported, and every row says whose it is; import what is {own}'s own apart, without --source"
                ))
            }
            None => Some(tr!(
                "按来文（--source）录入的，每一行要写明是哪个单位的（“{zh}”一栏）；空着的不会算作上一行那个单位的";
                "what is entered from a paper (--source) says in every row whose it is (\"{en}\"); a blank is not the unit of the row above"
            )),
        }
    }

    /// Why a record is not the acting unit's to write.
    fn not_ours(&self, author: &Author, standing: Option<&RecordPath>, before: Option<&[u8]>) -> Option<Text> {
        let mechanism = &self.register.mechanism;
        let (path, bytes) = (standing?, before.unwrap_or_default());
        let owner = path.owner().unwrap_or(mechanism.office());
        let name = mechanism.short(owner);
        if !mechanism.stands_for(&author.owner, owner, self.register.today()) {
            return Some(tr!(
                "这条记录由{name}登记，别的单位不能改；请恢复原样，有话要说用 liandong respond";
                "the record is {name}'s to write; put the cell back as it was, and say something to it with liandong respond"
            ));
        }
        (author.proxy.is_some() && is_own(path, bytes)).then(|| {
            tr!("这条记录是{name}自己登记的，办公室不能代改"; "{name} filed this record itself, and nobody changes it on their behalf")
        })
    }

    /// That a row names another owner than the record has or will have.
    fn other_owner(&self, row: &DraftRow, author: &Author, standing: Option<&RecordPath>) -> Option<(CellRef, Text)> {
        let mechanism = &self.register.mechanism;
        let (at, said) = row.owner.as_ref()?;
        let owner: &UnitId = standing.and_then(RecordPath::owner).unwrap_or(&author.owner);
        let why = match mechanism.unit_named(said) {
            Ok(named) if named == owner => return None,
            Ok(named) => {
                let (named, owner) = (mechanism.short(named), mechanism.short(owner));
                tr!(
                    "这一行写的是{named}，而记录属于{owner}；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入";
                    "the row says {named}, and the record is {owner}'s; import the rows of each unit in its own name, or, as the office and from a paper, all at once with --source PAPER"
                )
            }
            Err(why) => why,
        };
        Some((*at, why))
    }

    /// That a row says that it lies elsewhere than its record does.
    fn elsewhere(&self, row: &DraftRow, standing: Option<&RecordPath>) -> Option<(CellRef, Text)> {
        let resolver = self.register.resolver().by_name_only();
        let ((at, said), standing) = (row.place.as_ref()?, standing?);
        let lies_there = match standing {
            // A mine that begins with this row is known by its id alone.
            RecordPath::Mine(mine) | RecordPath::Licences(mine, _) => {
                mine.as_str() == said || resolver.mine(said).is_ok_and(|named| named == *mine)
            }
            path => resolver.reference(said).is_ok_and(|named| named.record == *path),
        };
        let title = Named::of_record(standing, resolver.mechanism).title;
        let (zh, en) = (title.zh(), title.en());
        (!lies_there).then(|| {
            let what = tr!(
                "这一行在{zh}中，不能移到别处；请恢复原样，要登记在别处的请另起一行（清空隐藏列“记录引用”）";
                "the row lies in {en} and cannot be moved; put the cell back, and write what lies elsewhere in a row of its own (clear its hidden column \"reference\")"
            );
            (*at, what)
        })
    }
}
